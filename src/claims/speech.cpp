#include "claims/speech.hpp"

#include <cctype>

#include "claims/speech_reach.hpp"

namespace attest {

namespace {

class SpeechFinder {
 public:
  SpeechFinder(const SentenceView& s, const Speakers& speakers, const std::vector<Quotation>& quotations)
      : s_(s), speakers_(speakers) {
    for (const Quotation& q : quotations)
      if (q.tokens.first < s.last() && s.first() < q.tokens.last) quotations_.push_back(q.tokens);
  }

  std::vector<Speech> run() {
    for (std::uint32_t i = s_.first(); i + 2 < s_.last(); ++i)
      if (s_.word(i) == "according" && s_.word(i + 1) == "to") according(i);
    for (const CueMention* cue : s_.within(s_.mentions().cues, s_.range()))
      if (is_verb(*cue)) verb(*cue);
    for (std::uint32_t i = s_.first() + 1; i + 1 < s_.last(); ++i) {
      if (s_.is_word(i, {"citing", "quoting"})) citing(i);
      if (s_.is_word(i, {"announcement", "claim", "assertion", "declaration", "statement"}) && s_.word(i + 1) == "that")
        saying(i);
      if (s_.is_word(i, {"statement", "communique", "communiqué"}) &&
          s_.is_word(i + 1, {"that", "saying", "claiming", "confirming", "announcing"}))
        releasing(i);
    }
    std::ranges::stable_sort(found_, {}, [](const Speech& speech) { return speech.cue.first; });
    part_siblings();
    return std::move(found_);
  }

 private:
  /// "A said six had died but B said 19 were killed": B does not speak through A.
  void part_siblings() {
    for (std::size_t i = 0; i + 1 < found_.size(); ++i) {
      const Speech& next = found_[i + 1];
      if (found_[i].order != SpeechOrder::subject_first || next.order != SpeechOrder::subject_first) continue;
      // "denied that it shelled the town and said": the same speaker says something else
      if (next.subject == found_[i].subject && next.cue.first > found_[i].cue.last &&
          s_.is_word(next.cue.first - 1, {"and", "but", ","}))
        found_[i].governs.last = std::min(found_[i].governs.last, next.cue.first);
      const std::uint32_t begin = next.subject.first;
      if (begin <= found_[i].cue.last || !s_.is_word(begin - 1, {"but", "while", "whereas", "and", ";"})) continue;
      found_[i].governs.last = std::min(found_[i].governs.last, begin - 1);
    }
  }

  // ---- is the word a verb here?

  [[nodiscard]] bool is_verb(const CueMention& cue) const {
    const std::uint32_t first = cue.tokens.first;
    if (s_.has_tree() && s_.token(first).deprel == Deprel::amod) return false;  // "32 suspected rebels"
    const bool capital = std::isupper(static_cast<unsigned char>(s_.raw(first)[0])) != 0;
    if (capital && first != s_.first() && s_.block() != BlockKind::headline) return false;
    if (cue.form == Form::noun || cue.form == Form::plural || cue.form == Form::gerund) return false;
    if (first > s_.first() && s_.word(first - 1) == "-") return false;  // "drug-related"
    if (first == s_.first() && cue.form != Form::third)
      return false;  // "Suspected rebels raided …": no speaker before it
    if (s_.word(first) == "reported" && cue.tokens.last < s_.last() &&
        s_.is_word(cue.tokens.last,
                   {"killed", "injured", "wounded", "dead", "missing", "displaced", "detained", "damaged"}))
      return false;  // "civilians reported killed" do not speak
    if (s_.has_tree()) {
      // "state television", "the attack said to have killed ten": a noun, and a participle without a speaker
      const Token& token = s_.token(first);
      const bool noun = token.upos == Upos::noun || token.upos == Upos::adj || token.upos == Upos::propn;
      if ((cue.form == Form::base || cue.form == Form::third) && noun && s_.word(cue.tokens.last) != "that")
        return false;  // "a report", "eight suspects"
      if (token.deprel == Deprel::amod &&
          s_.is_word(first, {"suspected", "alleged", "feared", "reported", "presumed", "claimed", "threatened"}))
        return false;  // "suspected rebels"
      if (token.deprel == Deprel::acl && s_.word(cue.tokens.last) == "to") return false;
      if (token.deprel == Deprel::acl && s_.is_word(first, {"blamed", "accused"}) &&
          s_.is_word(cue.tokens.last, {"for", "of"}))
        return false;  // "militias blamed for the attack" do not speak
    }
    if (cue.form == Form::base || cue.form == Form::third) {
      // "a report", "their claims", "of state", "to say": nouns and infinitives
      if (s_.is_word(first - 1, {"a",    "an",   "the", "this",  "that",  "these",  "those",  "of",    "in",
                                 "to",   "its",  "his", "her",   "their", "no",     "any",    "from",  "for",
                                 "on",   "with", "'s",  "’s",    "such",  "new",    "latest", "some",  "many",
                                 "not",  "n't",  "can", "could", "would", "should", "must",   "may",   "might",
                                 "will", "did",  "do",  "does",  "let",   "-",      "and",    "first", "by"}))
        return s_.word(first - 1) == "and" && cue.form == Form::third;
      const TokenRange next{cue.tokens.last, std::min(cue.tokens.last + 2, s_.last())};
      for (const CueMention* other : s_.within(s_.mentions().cues, next))
        if (other->tokens.first == next.first && !s_.is_word(first, {"say", "says"}))
          return false;  // "the U.N. report said"
      if (s_.is_word(cue.tokens.last, {"by", "from", "of", "on", "released", "published", "-"}) &&
          !s_.is_word(first, {"say", "says"}))
        return false;
    }
    return true;
  }

  // ---- the patterns

  void according(std::uint32_t i) {
    Speech speech{CueClass::neutral, SpeechOrder::according, {i, i + 2}, speakers_.phrase_after(s_, i + 2), {}};
    const std::uint32_t after = speech.subject.last;
    speech.subject = issuer_of(speech.subject);
    if (s_.word(after) == "by" &&
        s_.is_word(after - 1, {"estimate", "estimates", "count", "tally", "report", "reports", "figures", "assessment",
                               "analysis", "survey"})) {  // "a conservative estimate by the aid group"
      const TokenRange whose = speakers_.phrase_after(s_, after + 1);
      if (whose.first < whose.last) speech.subject = whose;
    }
    if (is_bare_data(speech.subject)) return;
    speech.governs = reach_of(s_, quotations_, speech);
    found_.push_back(speech);
  }

  /// "figures compiled by local hospitals", "the statement issued by the ministry": theirs.
  [[nodiscard]] TokenRange issuer_of(TokenRange document) const {
    constexpr std::uint32_t kNear = 8;
    for (std::uint32_t i = document.first; i < std::min(document.first + kNear, s_.last()); ++i) {
      if (s_.word(i) == ",") break;
      if (s_.word(i) != "by" || !s_.is_word(i - 1, {"compiled", "collected", "gathered", "provided", "issued",
                                                    "released", "published", "shared"}))
        continue;
      const TokenRange whose = speakers_.phrase_after(s_, i + 1);
      if (whose.first < whose.last) return whose;
    }
    return document;
  }

  /// "according to preliminary data": whose, nobody says.
  [[nodiscard]] bool is_bare_data(TokenRange phrase) const {
    if (phrase.first >= phrase.last || phrase.last - phrase.first > 3) return false;
    return s_.is_word(phrase.last - 1,
                      {"data", "information", "reports", "estimates", "figures", "findings", "accounts"}) &&
           s_.has_word(phrase, {"preliminary", "initial", "early", "first", "unconfirmed", "available", "latest",
                                "incomplete", "updated"});
  }

  /// "the group's latest announcement that it had taken the town"
  void saying(std::uint32_t noun) {
    std::uint32_t mark = noun;
    while (mark > s_.first() && noun - mark < 3 && !s_.is_word(mark, {"'s", "’s", "'", "’"})) --mark;
    if (!s_.is_word(mark, {"'s", "’s", "'", "’"})) return;
    const TokenRange who = speakers_.phrase_before(s_, s_.first(), mark);
    if (who.first < who.last)
      found_.push_back({CueClass::neutral, SpeechOrder::subject_first, {noun, noun + 1}, who, {noun + 2, s_.last()}});
  }

  /// "The coalition, however, released a statement that it had killed"
  void releasing(std::uint32_t noun) {
    for (std::uint32_t i = noun; i > s_.first() + 1 && noun - i < 4; --i) {
      if (!s_.is_word(i, {"released", "issued", "published", "posted", "circulated"})) continue;
      std::uint32_t end = i;
      if (s_.word(end - 1) == "," && s_.is_word(end - 2, {"however", "meanwhile", "later"})) end -= 2;
      const TokenRange who = speakers_.phrase_before(s_, s_.first(), end);
      if (who.first < who.last)
        found_.push_back({CueClass::neutral, SpeechOrder::subject_first, {i, noun + 2}, who, {noun + 2, s_.last()}});
      return;
    }
  }

  /// "Television, citing the ministry, said": over the same words as whoever cites.
  void citing(std::uint32_t i) {
    Speech speech{CueClass::neutral, SpeechOrder::quoted, {i, i + 1}, speakers_.phrase_after(s_, i + 1), {}, true};
    if (speech.subject.first >= speech.subject.last || is_hearsay(speech.subject)) return;
    const Speech* by = nullptr;
    for (const Speech& other : found_)
      if (by == nullptr || gap(other.cue, speech.cue) < gap(by->cue, speech.cue)) by = &other;
    speech.governs = by != nullptr ? by->governs : s_.range();
    found_.push_back(speech);
  }

  /// "Multiple credible reports indicate": of whom, nobody says.
  [[nodiscard]] bool says_nobody(TokenRange phrase) const {
    if (!s_.is_word(phrase.last - 1, {"reports", "rumours", "rumors"})) return false;
    for (std::uint32_t i = phrase.first; i + 1 < phrase.last; ++i)
      if (s_.is_word(i, {"the", "its", "their", "these", "his", "'s", "’s"}) || (i > phrase.first && names_one(i)))
        return false;
    return !names_one(phrase.first) || phrase.last - phrase.first == 1;
  }

  /// "citing reports", "quoted rumours": words of nobody.
  [[nodiscard]] bool is_hearsay(TokenRange phrase) const {
    return s_.is_word(phrase.last - 1, {"reports", "rumours", "rumors", "accounts", "figures", "data", "concerns"}) &&
           phrase.last - phrase.first <= 2;
  }

  [[nodiscard]] static std::uint32_t gap(TokenRange a, TokenRange b) {
    return a.last <= b.first ? b.first - a.last : a.first > b.last ? a.first - b.last : 0;
  }

  /// Whoever quotes, around the words of those quoted.
  void passes_on(const CueMention& cue, TokenRange who) {
    if (who.first >= who.last) return;
    found_.push_back({CueClass::neutral, SpeechOrder::agent, cue.tokens, who, s_.range()});
  }

  /// "quoted X as saying", "X was quoted by Y as saying", "X, quoted by Y, said". False where nobody is quoted so.
  bool quoting(const CueMention& cue, bool auxiliary) {
    const std::uint32_t after = cue.tokens.last;
    Speech speech{cue.type, SpeechOrder::quoted, cue.tokens, {}, {}, true};
    TokenRange by{after, after};
    if (s_.word(after) == "by") by = speakers_.phrase_after(s_, after + 1);
    const std::uint32_t as = by.last > after ? by.last : after;
    if (auxiliary && s_.word(as) == "as") {
      if (s_.word(as + 2) == "by") by = speakers_.phrase_after(s_, as + 3);
      speech.subject = subject_of(cue.tokens);
      speech.cue.last = as + 2;
    } else if (s_.word(after) == "by") {
      return passes_on(cue, by), true;
    } else {
      speech.subject = speakers_.phrase_after(s_, after);
      const bool saying = s_.word(speech.subject.last) == "as";
      if (speech.subject.first >= speech.subject.last || (s_.word(cue.tokens.first).starts_with("cit") && !saying))
        return s_.word(cue.tokens.first).starts_with("quot");
      by = subject_of(cue.tokens);
    }
    if (speech.subject.first >= speech.subject.last) return true;
    speech.governs = reach_of(s_, quotations_, speech);
    found_.push_back(speech);
    passes_on(cue, by);
    return true;
  }

  void verb(const CueMention& cue) {
    const std::uint32_t first = cue.tokens.first, after = cue.tokens.last;
    Speech speech{cue.type, SpeechOrder::subject_first, cue.tokens, {}, {}};
    if (s_.word(first).starts_with("claim") &&
        (s_.is_word(after, {"responsibility", "credit"}) ||
         claims_an_attack(cue.tokens) ||  // names an actor; "claim more casualties": takes
         s_.has_word({after, std::min(after + 4, s_.last())}, {"casualties", "lives", "victims"})))
      return;
    if (s_.word(first) == "identified" && s_.word(after) == "as") return;  // "one person, identified as"
    if (s_.is_word(first, {"said", "reported", "thought", "believed", "feared", "alleged", "presumed", "known"}) &&
        s_.word(after) == "to" && s_.is_word(after + 1, {"have", "be"}))
      return;  // "an attack said to have killed ten": nobody is named
    const bool auxiliary = s_.is_word(first - 1, {"is", "are", "was", "were", "been", "be", "being"}) ||
                           (s_.is_word(first - 1, {"also", "not", "widely", "reportedly", "being"}) &&
                            first > s_.first() + 1 && s_.is_word(first - 2, {"is", "are", "was", "were", "been"}));
    if ((s_.word(first).starts_with("quot") || s_.word(first).starts_with("cit")) && quoting(cue, auxiliary)) return;
    const bool participle = cue.form == Form::participle || cue.form == Form::past_or_participle;
    if (participle && s_.word(after) == "by") {  // "were reported by", "quoted by", "documented by"
      speech.order = SpeechOrder::agent;
      speech.subject = speakers_.phrase_after(s_, after + 1);
    } else if (auxiliary) {
      return;  // "is said to", "was told that"
    } else if (s_.word(after) == "to" && cue.type != CueClass::expect && s_.word(after + 1) != "have") {
      if (cue.type == CueClass::neutral && !s_.is_word(first, {"told", "continued", "explained"})) {
        speech.subject = subject_of(cue.tokens);
        if (!s_.is_word(after + 1, {"reporters", "journalists", "the", "afp", "reuters"})) return;
      } else {
        speech.subject = subject_of(cue.tokens);
      }
    } else if (is_inverted(first, after)) {
      speech.order = SpeechOrder::inverted;
      speech.subject = issuer_of(speakers_.phrase_after(s_, after));
    } else {
      speech.subject = subject_of(cue.tokens);
    }
    take_subject_of_tree(speech);
    if (speech.subject.first >= speech.subject.last || says_nobody(speech.subject)) return;
    if (s_.is_word(speech.subject.first, {"no", "nobody", "none"})) return;  // "No group has claimed the killing"
    for (const PredicateMention* deed : s_.within(s_.mentions().predicates, s_.range()))
      if (deed->tokens.first == cue.tokens.first && deed->tokens.last > cue.tokens.last) return;  // "claimed the lives"
    if (cue.needs_clause && speech.order == SpeechOrder::subject_first && !clause_follows(after) &&
        after + 1 < s_.last() && s_.word(after) != ".")
      return;
    speech.governs = reach_of(s_, quotations_, speech);
    found_.push_back(speech);
  }

  /// "claimed the attack", "a bombing claimed by the group"
  [[nodiscard]] bool claims_an_attack(TokenRange cue) const {
    const auto event = [&](TokenRange near) {
      return s_.has_word(near, {"attack", "attacks", "bombing", "bombings", "blast", "shooting", "shootout", "ambush",
                                "assault", "raid", "strike", "strikes"});
    };
    const std::uint32_t after = cue.last;
    if (s_.is_word(after, {"the", "an", "a", "this", "both"}) && event({after, std::min(after + 4, s_.last())}))
      return !s_.has_word({after, std::min(after + 6, s_.last())}, {"was", "were", "had", "killed", "has"});
    return s_.word(after) == "by" && event({cue.first > s_.first() + 10 ? cue.first - 10 : s_.first(), cue.first});
  }

  /// "The union (KU), the group that holds the south, said": where the words between hide the subject, the tree has it.
  void take_subject_of_tree(Speech& speech) const {
    if (!s_.has_tree() || speech.order == SpeechOrder::agent) return;
    for (std::uint32_t i = speech.cue.first; i-- > s_.first();) {  // of two subjects the nearer one is the verb's
      if (s_.token(i).deprel != Deprel::nsubj || !speech.cue.contains(s_.token(i).head)) continue;
      const bool away = speech.cue.first - i > 4;
      std::uint32_t end = i + 1;
      while (end < speech.cue.first && s_.token(end).deprel == Deprel::flat && s_.token(end).head == i) ++end;
      const bool titled = i > s_.first() && end > i + 1 && names_one(i - 1);  // "Governor NAME NAME"
      if (!away || speech.subject.contains(i) || !(names_one(i) || titled)) return;
      // A name or office in apposition, right before the cue, is the better phrase.
      if (speech.order == SpeechOrder::subject_first && speech.subject.first < speech.subject.last &&
          speech.subject.first > i && speech.subject.first - i < 12 && is_speaker_phrase(speech.subject))
        return;
      const TokenRange subject = speakers_.phrase_before(s_, s_.first(), end);
      if (subject.first >= subject.last) return;
      speech.order = SpeechOrder::subject_first;
      speech.subject = subject;
      return;
    }
  }

  /// Is the word part of somebody who can speak?
  [[nodiscard]] bool names_one(std::uint32_t i) const {
    const TokenRange near{i > s_.first() + 5 ? i - 5 : s_.first(), std::min(i + 6, s_.last())};
    const auto holds = [&](const auto* mention) { return mention->tokens.contains(i); };
    return std::ranges::any_of(s_.within(s_.mentions().speakers, near), holds) ||
           std::ranges::any_of(s_.within(s_.mentions().parties, near), holds);
  }

  /// "that" or a quotation within the next words: an indirect object may stand before it.
  [[nodiscard]] bool clause_follows(std::uint32_t after) const {
    for (std::uint32_t i = after; i < std::min(after + 10, s_.last()); ++i) {
      if (s_.word(i) == "that" || s_.word(i) == ":" || is_quotation_mark(s_.raw(i))) return true;
      // "put the number of dead at ten"
      if (i < after + 4 && s_.is_word(i, {"number", "toll", "figure"})) return true;
      if (s_.word(i) == "," || s_.word(i) == ";") return false;
    }
    return false;
  }

  [[nodiscard]] bool speaks_after(std::uint32_t i) const {
    const TokenRange phrase = speakers_.phrase_after(s_, i);
    return phrase.first < phrase.last;
  }

  /// "…, said the ministry", "“…” says NAME": a mark or comma before the cue, no speaker between.
  [[nodiscard]] bool is_inverted(std::uint32_t first, std::uint32_t after) const {
    if (!speaks_after(after)) return false;
    if (first == s_.first()) return true;
    const std::string_view before = s_.raw(first - 1);
    if (before_aside(first) < first) return false;  // "The agency – a body of the state – said"
    if (is_quotation_mark(before) || before == "—" || before == "–" || before == "-") return true;
    if (before != ",") return false;
    // "NAME, a spokesman for Y, said the town …": the comma closes an apposition or aside.
    const TokenRange phrase = speakers_.phrase_before(s_, s_.first(), first);
    if (phrase.first < phrase.last && phrase.last + 1 < first)
      return false;  // "NAME, who spoke by phone, said the town"
    const bool writes = s_.is_word(first, {"wrote", "writes", "tweeted", "reported"}) && names_one(after);
    return (writes || s_.is_word(first, {"said", "says", "say"})) && !is_speaker_phrase(phrase);
  }

  [[nodiscard]] bool is_speaker_phrase(TokenRange phrase) const {
    if (phrase.first >= phrase.last || phrase.first == s_.first())
      return phrase.first < phrase.last && appositive(phrase);
    return appositive(phrase);
  }
  [[nodiscard]] bool appositive(TokenRange phrase) const {
    return s_.has_word(phrase, {","}) && !s_.within(s_.mentions().speakers, phrase).empty();
  }

  /// The phrase of whoever does what `cue` says.
  [[nodiscard]] TokenRange subject_of(TokenRange cue) const {
    std::uint32_t end = cue.first;
    while (end > s_.first() && s_.raw(end - 1) != "WHO" &&
           (s_.is_word(end - 1,
                       {"also",  "has",   "have", "had",  "later", "earlier", "then", "now", "further", "however",
                        "again", "which", "who",  "that", "was",   "were",    "is",   "are", "been",    "meanwhile"}) ||
            s_.word(end - 1).ends_with("ly") || (s_.in_time(end - 1) && !in_speaker(end - 1)) ||
            (s_.word(end - 1) == "on" && s_.in_time(end))))
      --end;
    end = before_aside(end);
    if (end > s_.first() && s_.word(end - 1) == "and") {  // "told reporters and added": the subject of the verb before
      for (const Speech& other : found_)
        if (other.order == SpeechOrder::subject_first && other.cue.first < cue.first) return other.subject;
      return {end, end};
    }
    std::uint32_t begin = end;
    while (begin > s_.first() && end - begin < 40) {
      const std::string_view w = s_.raw(begin - 1);
      const bool apostrophe =
          (w == "’" || (w == "'" && s_.token(begin - 1).joined && !s_.token(begin).joined)) && s_.word(begin) != ",";
      const bool mark = is_quotation_mark(w) && !(apostrophe && begin < end);
      if (mark || s_.is_word(begin - 1, {";", ":", "—"})) break;
      --begin;
    }
    return with_joined(speakers_.phrase_before(s_, begin, end), begin, cue);
  }

  /// "The Civil Defence – who work under the government – said": where the words between dashes begin.
  [[nodiscard]] std::uint32_t before_aside(std::uint32_t end) const {
    const auto dash = [&](std::uint32_t i) { return s_.is_word(i, {"–", "—", "--"}); };
    if (end <= s_.first() + 2 || !dash(end - 1)) return end;
    for (std::uint32_t i = end - 1; i-- > s_.first() + 1;)
      if (dash(i)) return i;
    return end;
  }

  /// "Local officials and a militia member said": both of them, where the tree joins them.
  [[nodiscard]] TokenRange with_joined(TokenRange phrase, std::uint32_t begin, TokenRange cue) const {
    if (!s_.has_tree() || phrase.first >= phrase.last || phrase.first < begin + 2 || s_.word(phrase.first - 1) != "and")
      return phrase;
    for (std::uint32_t i = begin; i + 1 < phrase.first; ++i) {
      if (s_.token(i).deprel != Deprel::nsubj || !cue.contains(s_.token(i).head)) continue;
      for (std::uint32_t k = phrase.first; k < phrase.last; ++k)
        if (s_.token(k).deprel == Deprel::conj && s_.token(k).head == i) {
          const TokenRange before = speakers_.phrase_before(s_, begin, phrase.first - 1);
          return before.first < before.last ? TokenRange{before.first, phrase.last} : phrase;
        }
    }
    return phrase;
  }

  /// "Today" in the name of a newspaper
  [[nodiscard]] bool in_speaker(std::uint32_t token) const {
    const TokenRange near{token > s_.first() + 6 ? token - 6 : s_.first(), std::min(token + 6, s_.last())};
    return std::ranges::any_of(s_.within(s_.mentions().speakers, near),
                               [&](const SpeakerMention* speaker) { return speaker->tokens.contains(token); });
  }

  const SentenceView& s_;
  const Speakers& speakers_;
  std::vector<TokenRange> quotations_;
  std::vector<Speech> found_;
};

}  // namespace

std::vector<Speech> find_speech(const SentenceView& s, const Speakers& speakers,
                                const std::vector<Quotation>& quotations) {
  return SpeechFinder(s, speakers, quotations).run();
}

}  // namespace attest
