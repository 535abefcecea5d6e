#include "claims/certainty.hpp"

#include "claims/phrases.hpp"

namespace attest {

namespace {

/// The words around a predicate that decide how sure its claim is.
class Sureness {
 public:
  Sureness(const SentenceView& s, const PredicateMention& mention, const Arguments& a, const Voice& voice,
           Weighing* weighing)
      : s_(s),
        mention_(mention),
        arguments_(a),
        voice_(voice),
        weighing_(weighing),
        at_(mention.tokens.first),
        clause_(clause_around(s, mention.tokens)),
        group_(verb_group(s, mention.tokens.first)) {}

  [[nodiscard]] Certainty read() const {
    if (is_denied()) return by("certainty.negated", Certainty::denied);
    if (is_possible()) return by("certainty.modal", Certainty::possible);
    if (is_future() && conditional()) return by("certainty.conditional", Certainty::possible);
    if (is_future()) return by("certainty.plan", Certainty::future);
    if (is_hedged()) return by("certainty.hedged-words", Certainty::hedged);
    return by("certainty.said-as-fact", Certainty::asserted);
  }

 private:
  [[nodiscard]] Certainty by(std::string_view rule, Certainty certainty) const {
    took(weighing_, "certainty", rule);
    return certainty;
  }

  [[nodiscard]] bool before(std::initializer_list<std::string_view> phrases, std::uint32_t width) const {
    return has_phrase(s_, {at_ > clause_.first + width ? at_ - width : clause_.first, at_}, phrases);
  }
  [[nodiscard]] bool after(std::initializer_list<std::string_view> phrases, std::uint32_t width) const {
    return has_phrase(s_, {mention_.tokens.last, std::min(mention_.tokens.last + width, clause_.last)}, phrases);
  }

  /// "was not hit", "no one was killed", "denied bombing", "without killing".
  [[nodiscard]] bool is_denied() const {
    if (s_.has_word({clause_.first, at_}, {"whether"}) || left_open()) return false;
    if (has_phrase(s_, group_, {"not only", "no fewer", "no less", "not just", "whether or not"})) return false;
    if (has_phrase(s_, group_, {"never", "cannot", "without", "nor", "nobody", "no one", "none"})) return true;
    if (!names_victims() && has_phrase(s_, group_, {"not", "n't"}) &&
        !(arguments_.noun && has_phrase(s_, group_, {"stop", "halt", "end", "cease", "prevent"})))
      return true;  // "did not count those killed"
    if (before({"denied", "denies", "deny", "denying"}, 3) && !involvement()) return true;
    if (before({"prevented from", "kept from", "barred from", "blocked from", "stopped from"}, 3)) return true;
    const TokenRange near{at_ > clause_.first + 5 ? at_ - 5 : clause_.first, at_};
    if (has_phrase(s_, near, {"no"}) && !has_phrase(s_, near, {"no fewer", "no less", "no longer", "no doubt"}) &&
        !s_.has_word(near, {"when", "after", "as", "because", "since", "while", "claimed",
                            "admitted"}))  // "no staff were hurt when it was hit"
      return true;
    return voice_.cue == CueClass::denial && !involvement();
  }

  /// "the wounded soldiers", "those killed", "the seven people killed on Monday": what the sentence says is of them.
  [[nodiscard]] bool names_victims() const {
    if (at_ > s_.first() + 2 &&
        (s_.word(at_ - 1) == "those" || (s_.word(at_ - 1) == "and" && s_.word(at_ - 3) == "those")))
      return true;
    if (s_.word(at_) == "the" && mention_.tokens.last - at_ == 2) return true;  // "did not name the dead"
    return arguments_.attributive || (s_.has_tree() && !arguments_.noun && s_.token(at_).deprel == Deprel::acl);
  }

  /// "it was not clear if", "it is not known whether", "did not say whether": nobody knows, or nobody says.
  [[nodiscard]] bool left_open() const {
    return has_phrase(s_, {clause_.first, at_},
                      {"clear if", "clear whether", "known if", "known whether", "sure if", "sure whether"});
  }

  /// "denied involvement in the attack": the attack itself is not denied.
  [[nodiscard]] bool involvement() const {
    return has_phrase(s_, {s_.first(), at_},
                      {"involvement", "responsibility", "any role", "being behind", "any part", "any link",
                       "any connection", "having anything"});
  }

  [[nodiscard]] bool conditional() const { return s_.has_word(s_.range(), {"if", "unless"}); }

  /// "may have hit", not "the May 30 attack"; "could hit", not "could hear the shelling".
  [[nodiscard]] bool has_modal(TokenRange words) const {
    for (std::uint32_t i = words.first; i < words.last; ++i) {
      if (s_.word(i) == "might") return true;
      if (s_.word(i) == "could" && !s_.is_word(i + 1, {"hear", "see", "feel", "smell"})) return true;
      if (s_.raw(i) == "may") return true;
    }
    return false;
  }

  /// "Those who could fled": the modal of a clause inside.
  [[nodiscard]] bool modal_of_another() const {
    if (!s_.has_tree()) return false;
    for (std::uint32_t i = group_.first; i < group_.last; ++i)
      if (s_.is_word(i, {"could", "might", "may"}) && s_.is_word(i - 1, {"who", "which", "that"}) && i + 1 == at_)
        return true;
    return false;
  }

  [[nodiscard]] bool is_possible() const {
    if (has_modal(group_) && !modal_of_another()) return true;
    if (left_open()) return !names_victims() && !arguments_.noun;  // "not clear if those killed were civilians"
    if (has_phrase(s_, {clause_.first, at_},
                   {"if",         "risk of",        "risk being",       "risks being", "at risk",     "fears that",
                    "fear that",  "fears of",       "fear of",          "threat of",   "danger of",   "unless",
                    "in case",    "possibility of", "possibility that", "warned of",   "warnings of", "warnings about",
                    "warning of", "potential",      "possible"}))
      return true;
    // "the capture of X would mark the end"
    const std::uint32_t end = std::min(mention_.tokens.last + 8, clause_.last);
    return arguments_.noun && (after({"would"}, 8) || has_modal({mention_.tokens.last, end}));
  }

  [[nodiscard]] bool is_future() const {
    if (has_phrase(
            s_, group_,
            {"will", "wo", "'ll", "would", "going to", "about to", "set to", "ready to", "likely to", "poised to"}) &&
        !has_phrase(s_, group_, {"would not"}))
      return true;
    if (arguments_.noun && before({"planning", "plotting", "plotted", "plans to carry out"}, 3)) return true;
    if (mention_.form == Form::base && has_phrase(s_, group_, {"'d", "’d"})) return true;  // "shouted they'd kill"
    if (!arguments_.noun && has_phrase(s_, group_, {"due to"})) return true;               // not "fled due to clashes"
    if (before({"expected to",   "expects to",       "plans to",       "plan to",     "planning to", "planned to",
                "prepare to",    "preparing to",     "prepares to",    "prepared to", "vowed to",    "vows to",
                "threatened to", "threatens to",     "threatening to", "intends to",  "intend to",   "intended to",
                "seek to",       "seeks to",         "seeking to",     "hopes to",    "hope to",     "hoping to",
                "aims to",       "aim to",           "aimed to",       "aiming to",   "wants to",    "want to",
                "wanted to",     "pledged to",       "ordered to",     "about to",    "ready to",    "set to",
                "plans for",     "preparations for", "expected",       "imminent",    "looming",     "upcoming",
                "planned",       "sights on"},
               6))
      return true;
    if (has_phrase(s_, mention_.tokens, {"sights on"})) return true;
    if (arguments_.noun &&
        after({"will", "expected to", "likely to", "due to begin", "imminent", "set to", "about to"}, 12))
      return true;
    // "directed forces to capture X": what somebody is told or wants to do
    const bool infinitive =
        at_ > s_.first() && s_.word(at_ - 1) == "to" && (mention_.form == Form::base || mention_.form == Form::fixed);
    // "an operation began to arrest the leader"
    if (infinitive && s_.has_tree() && s_.token(at_).deprel == Deprel::advcl &&
        has_phrase(s_, {clause_.first, at_},
                   {"began", "begun", "launched", "started", "mounted", "deployed", "dispatched"}))
      return true;
    return infinitive && before({"ordered", "orders", "directed", "instructed", "told", "asked", "called on", "trying",
                                 "tried", "try", "attempt", "attempts", "attempted", "bid", "decided", "agreed"},
                                14);
  }

  [[nodiscard]] bool is_hedged() const {
    const TokenRange words{clause_.first, clause_.last};
    if (has_adverb_of_doubt(words)) return true;
    for (std::uint32_t i = words.first; i + 1 < words.last; ++i)
      if (governs(i) &&
          (has_phrase(s_, {i, i + 2},
                      {"accused of", "suspected of", "believed to", "thought to", "estimated to", "assumed to",
                       "said to", "appears to", "appeared to", "appear to", "seems to", "seemed to", "seem to"})))
        return true;
    if (has_phrase(s_, words,
                   {"reports of",
                    "report of",
                    "unconfirmed",
                    "unverified",
                    "rumours",
                    "rumors",
                    "presumed",
                    "feared dead",
                    "feared killed",
                    "was told",
                    "were told",
                    "had heard",
                    "claims of",
                    "allegations of",
                    "allegations that",
                    "accusations of",
                    "accusations that",
                    "not been verified",
                    "could not be verified",
                    "could not be independently verified",
                    "could not independently verify"}))
      return true;
    if (has_phrase(s_, {s_.first(), at_}, {"allegations that", "unconfirmed reports"})) return true;
    if (is_of_reports()) return true;
    if (was_reported()) return true;
    if (before({"alleged", "suspected", "apparent", "purported", "presumed"}, arguments_.noun ? 3 : 1)) return true;
    if (is_appeal()) return true;
    if (voice_.cue == CueClass::belief) return true;
    return in_scare_quotes();
  }

  /// Is the trigger told under the word ("is believed to have killed"), or the word of it ("strikes thought to be")? Not "a
  /// group, believed to be bandits, killed", nor "displaced in a clash where the rebels are believed to hold".
  [[nodiscard]] bool governs(std::uint32_t i) const {
    if (!s_.has_tree()) return true;
    std::uint32_t up = at_;
    for (int steps = 0; up >= s_.first() && up < s_.last() && steps < 40; ++steps, up = s_.token(up).head)
      if (up == i) return true;
    return arguments_.noun && mention_.tokens.contains(s_.token(i).head);
  }

  /// "reportedly" of the trigger's own verb or of one above it; not "strikes go on, reportedly hitting tents".
  [[nodiscard]] bool has_adverb_of_doubt(TokenRange words) const {
    for (std::uint32_t i = words.first; i < words.last; ++i) {
      if (!s_.is_word(i, {"reportedly", "allegedly", "purportedly", "apparently", "supposedly"})) continue;
      const std::uint32_t head = s_.token(i).head;
      if (!s_.has_tree() || s_.token(i).deprel != Deprel::advmod || head < s_.first() || head >= s_.last()) return true;
      std::uint32_t up = at_;
      for (int steps = 0; up >= s_.first() && up < s_.last() && steps < 40; ++steps, up = s_.token(up).head)
        if (up == head) return true;
      if (s_.token(head).upos != Upos::verb) return true;
    }
    return false;
  }

  /// "there were reports that", "reports suggest", not "the army reports that", "the reports say".
  [[nodiscard]] bool is_of_reports() const {
    for (std::uint32_t i = s_.first(); i + 1 < clause_.last; ++i)
      if (s_.word(i) == "reports" && s_.token(i).upos != Upos::verb &&
          s_.is_word(i + 1, {"that", "indicate", "suggest", "say", "said", "indicated", "suggested", "claim"}) &&
          !s_.is_word(i - 1, {"the", "its", "their", "these", "'s", "’s"}))
        return true;
    return false;
  }

  /// "12 deaths were reported", "five reported killed": hearsay, unless it is said by whom.
  [[nodiscard]] bool was_reported() const {
    for (std::uint32_t i = clause_.first; i < clause_.last; ++i) {
      if (s_.word(i) != "reported" || s_.word(i + 1) == "by") continue;
      const std::uint32_t aux = s_.word(i - 1) == "also" ? i - 2 : i - 1;
      if (s_.is_word(aux, {"was", "were", "been", "are", "is"})) return true;
      if (i + 1 == at_ && !mention_.is_noun()) return true;
    }
    return false;
  }

  /// A demand to stop presupposes that it happens.
  [[nodiscard]] bool is_appeal() const {
    return before({"end to", "ending of", "halt to", "stop to", "to end", "to cease", "to halt", "to stop", "stop the",
                   "stop all", "stop its", "stop their", "stop attacking", "end the", "halt the", "cease the",
                   "refrain from"},
                  9) ||
           told_to_stop() ||
           (arguments_.noun && after({"should stop", "must stop", "must end", "must cease", "should end",
                                      "should cease", "to stop", "to end", "to cease"},
                                     20));
  }

  /// "stop shelling", not "a bus stop".
  [[nodiscard]] bool told_to_stop() const {
    for (std::uint32_t i = at_ > clause_.first + 9 ? at_ - 9 : clause_.first; i < at_; ++i)
      if (s_.word(i) == "stop" && (!s_.has_tree() || s_.token(i).upos == Upos::verb)) return true;
    return false;
  }

  /// In a headline the quotation marks keep a distance: "'Massacre' in NAME".
  [[nodiscard]] bool in_scare_quotes() const {
    if (s_.block() != BlockKind::headline) return false;
    static constexpr std::uint32_t kReach = 4;
    const auto mark = [&](std::uint32_t i) {
      const std::string_view w = s_.raw(i);
      return w == "‘" || w == "’" || w == "'" || w == "“" || w == "”" || w == "\"";
    };
    bool open = false;
    for (std::uint32_t i = at_; i > s_.first() && at_ - i < kReach && !open; --i) open = mark(i - 1);
    if (!open) return false;
    for (std::uint32_t i = mention_.tokens.last; i < std::min(mention_.tokens.last + kReach, s_.last()); ++i)
      if (mark(i)) return true;
    return false;
  }

  const SentenceView& s_;
  const PredicateMention& mention_;
  const Arguments& arguments_;
  const Voice& voice_;
  Weighing* weighing_;
  std::uint32_t at_;
  TokenRange clause_, group_;
};

}  // namespace

Certainty find_certainty(const SentenceView& s, const Predicate& predicate, const PredicateMention& mention,
                         const Arguments& a, const Voice& voice, Weighing* weighing) {
  if (predicate.certainty) {
    took(weighing, "certainty", "certainty.of-predicate");
    return *predicate.certainty;
  }
  return Sureness(s, mention, a, voice, weighing).read();
}

bool is_unverified(const SentenceView& s) {
  return has_phrase(s, s.range(),
                    {"could not be independently verified", "could not be verified", "could not independently verify",
                     "could not immediately verify", "could not verify", "cannot be independently verified",
                     "can not be independently verified", "can not independently verify", "unable to verify",
                     "not been independently verified", "not independently verified", "no independent confirmation",
                     "could not be independently confirmed", "could not be confirmed",
                     "could not independently confirm", "not possible to verify", "been unable to verify",
                     "could not be immediately verified", "could not immediately be verified"});
}

}  // namespace attest
