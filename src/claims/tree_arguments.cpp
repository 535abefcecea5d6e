#include "claims/tree_arguments.hpp"

namespace attest {

namespace {

bool is_subject(Deprel relation) {
  return relation == Deprel::nsubj || relation == Deprel::nsubj_pass || relation == Deprel::nsubj_outer;
}

class Tree {
 public:
  Tree(const SentenceView& sentence, TokenRange trigger) : s_(sentence), trigger_(trigger) {}

  /// The token of the trigger that the rest of the sentence sees.
  [[nodiscard]] std::uint32_t head_of_trigger(bool verb) const {
    for (std::uint32_t i = trigger_.first; i < trigger_.last; ++i)
      if (verb && s_.token(i).upos == Upos::verb) return i;
    for (std::uint32_t i = trigger_.first; i < trigger_.last; ++i)
      if (!trigger_.contains(s_.token(i).head)) return i;
    return trigger_.first;
  }

  template <class Test>
  [[nodiscard]] std::optional<std::uint32_t> child(std::uint32_t head, Test test) const {
    for (std::uint32_t i = s_.first(); i < s_.last(); ++i)
      if (s_.token(i).head == head && !trigger_.contains(i) && test(s_.token(i).deprel)) return i;
    return std::nullopt;
  }

  /// The phrase under `top` without relative clauses, parentheses and joined clauses behind it.
  [[nodiscard]] TokenRange phrase(std::uint32_t top) const {
    TokenRange out{top, top + 1};
    for (std::uint32_t i = top; i-- > s_.first() && belongs(i, top);) out.first = i;
    for (std::uint32_t i = top + 1; i < s_.last() && belongs(i, top); ++i) out.last = i + 1;
    while (out.last > top + 1 && s_.token(out.last - 1).upos == Upos::punct) --out.last;
    return out;
  }

  [[nodiscard]] bool has_case(std::uint32_t noun, std::initializer_list<std::string_view> words) const {
    for (std::uint32_t i = s_.first(); i < s_.last(); ++i)
      if (s_.token(i).head == noun && s_.token(i).deprel == Deprel::case_ && s_.is_word(i, words)) return true;
    return false;
  }

  /// The phrase without its preposition.
  [[nodiscard]] TokenRange inside(std::uint32_t noun) const {
    TokenRange range = phrase(noun);
    while (range.first < noun && s_.token(range.first).deprel == Deprel::case_) ++range.first;
    return range;
  }

 private:
  /// Is `i` under `top`, on a path that leaves no clause of its own?
  [[nodiscard]] bool belongs(std::uint32_t i, std::uint32_t top) const {
    if (trigger_.contains(i)) return false;
    for (int steps = 0; steps < 40; ++steps) {
      if (i == top) return true;
      const Token& token = s_.token(i);
      if (token.deprel == Deprel::acl_relcl || token.deprel == Deprel::parataxis || token.deprel == Deprel::advcl)
        return false;
      if (token.head == kRoot || token.head < s_.first() || token.head >= s_.last()) return false;
      i = token.head;
    }
    return false;
  }

  const SentenceView& s_;
  TokenRange trigger_;
};

class Reader {
 public:
  Reader(const SentenceView& sentence, const PredicateMention& mention)
      : s_(sentence), mention_(mention), tree_(sentence, mention.tokens) {}

  [[nodiscard]] std::optional<Arguments> of_verb() const {
    const std::uint32_t verb = tree_.head_of_trigger(true);
    const Token& token = s_.token(verb);
    if (token.upos != Upos::verb) return std::nullopt;
    Arguments a;
    const TokenRange none{mention_.tokens.first, mention_.tokens.first};
    a.subject = none;
    a.passive = is_passive(verb);
    if (token.deprel == Deprel::amod) return std::nullopt;  // "the wounded soldiers": the words tell
    if (const auto subject = subject_of(verb, 0)) a.subject = with_parts(*subject, mention_.tokens.first);
    const auto taken = relative_object(verb);
    a.object = taken ? *taken : object_of(verb);
    a.by = a.from = TokenRange{a.object.last, a.object.last};
    for (std::uint32_t i = s_.first(); i < s_.last(); ++i) {
      if (s_.token(i).head != verb || mention_.tokens.contains(i)) continue;
      const Deprel relation = s_.token(i).deprel;
      const bool oblique = relation == Deprel::obl || relation == Deprel::obl_agent;
      if (relation == Deprel::obl_agent || (oblique && tree_.has_case(i, {"by"}))) a.by = tree_.inside(i);
      if (oblique && tree_.has_case(i, {"from", "out", "of"})) a.from = tree_.inside(i);
    }
    if (a.passive && a.by.first >= a.by.last)
      if (const auto agent = far_agent(verb)) a.by = *agent;
    cut_before(a.object, a.by);
    cut_before(a.object, a.from);
    a.clause = {std::min(a.subject.first, mention_.tokens.first), std::max(a.object.last, a.by.last)};
    if (a.subject.first >= a.subject.last && a.object.first >= a.object.last) return std::nullopt;
    return a;
  }

  /// Of the trigger's head, whatever part of speech it is.
  [[nodiscard]] std::optional<TokenRange> subject() const { return subject_of(tree_.head_of_trigger(true), 0); }

 private:
  /// "shot in the chest by soldiers", "kidnapped and held for ransom by gangs": behind another phrase, or of a verb joined.
  [[nodiscard]] std::optional<TokenRange> far_agent(std::uint32_t verb) const {
    for (std::uint32_t i = mention_.tokens.last; i < s_.last(); ++i) {
      const Token& token = s_.token(i);
      if (!in_sentence(token.head) || mention_.tokens.contains(i)) continue;
      const Token& above = s_.token(token.head);
      const bool joined = token.deprel == Deprel::obl_agent && above.deprel == Deprel::conj && above.head == verb &&
                          above.xpos == Xpos::vbn;
      const bool behind = token.deprel == Deprel::nmod && above.head == verb && above.deprel == Deprel::obl &&
                          tree_.has_case(i, {"by"});
      if (joined || behind) return tree_.inside(i);
    }
    return std::nullopt;
  }

  static void cut_before(TokenRange& zone, TokenRange other) {
    if (other.first < other.last && other.first > zone.first && other.first < zone.last) zone.last = other.first;
  }

  [[nodiscard]] bool is_passive(std::uint32_t verb) const {
    const Token& token = s_.token(verb);
    if (tree_.child(verb, [](Deprel r) { return r == Deprel::nsubj_pass || r == Deprel::aux_pass; })) return true;
    if (token.xpos != Xpos::vbn && token.xpos != Xpos::vbd) return false;
    if (token.deprel == Deprel::acl && token.xpos == Xpos::vbn) return true;
    const bool own_subject = tree_.child(verb, is_subject).has_value();
    const bool object = tree_.child(verb, [](Deprel r) { return r == Deprel::obj; }).has_value();
    if (own_subject && !object && is_killed_by_nobody(verb)) return true;
    return token.deprel == Deprel::conj && !own_subject && !object && in_sentence(token.head) && is_passive(token.head);
  }

  /// "Two soldiers killed as rebels attack": what is done to somebody, and nobody behind it: the headline's passive.
  [[nodiscard]] bool is_killed_by_nobody(std::uint32_t verb) const {
    const auto subject = tree_.child(verb, is_subject);
    if (!subject || *subject > verb) return false;
    const TokenRange before = tree_.phrase(*subject), behind{verb + 1, std::min(verb + 8, s_.last())};
    const bool people =
        !s_.within(s_.mentions().people, before).empty() || !s_.within(s_.mentions().quantities, before).empty();
    return people && s_.within(s_.mentions().quantities, behind).empty() &&
           s_.is_word(verb, {"killed", "wounded", "injured", "kidnapped", "abducted", "arrested", "detained"}) &&
           (behind.first >= s_.last() ||
            s_.is_word(verb + 1, {"as", "in", "when", "after", "during", "by", "near", "at", "on", "while", "."}));
  }

  /// "Marawi, which troops recaptured": what the clause is about is its object.
  [[nodiscard]] std::optional<TokenRange> relative_object(std::uint32_t verb) const {
    const Token& token = s_.token(verb);
    if (token.deprel != Deprel::acl_relcl || !in_sentence(token.head)) return std::nullopt;
    const auto relative = tree_.child(verb, [](Deprel r) { return r == Deprel::obj; });
    if (!relative || *relative > verb || !s_.is_word(*relative, {"which", "that", "whom"})) return std::nullopt;
    // "groups that abducted dozens of people": a figure or people behind the verb are its object, whatever the tree says
    const TokenRange behind{mention_.tokens.last, std::min(mention_.tokens.last + 4, s_.last())};
    if (!s_.within(s_.mentions().people, behind).empty() || !s_.within(s_.mentions().quantities, behind).empty())
      return std::nullopt;
    return before(tree_.phrase(token.head), *relative);
  }

  [[nodiscard]] bool in_sentence(std::uint32_t i) const { return i != kRoot && i >= s_.first() && i < s_.last(); }

  /// The subject, own or shared: of the verb it is joined to, of the clause it hangs from, or the noun it modifies.
  [[nodiscard]] std::optional<TokenRange> subject_of(std::uint32_t verb, int depth) const {
    const Token& token = s_.token(verb);
    if (const auto own = tree_.child(verb, is_subject)) {
      const bool relative = s_.is_word(*own, {"who", "which", "that"});
      if (!relative || token.deprel != Deprel::acl_relcl || !in_sentence(token.head)) return with_second(*own, verb);
      // "Fajr Libya, a militia alliance which seized Tripoli": the one that the apposition explains
      const Token& noun = s_.token(token.head);
      const bool apposition = noun.deprel == Deprel::appos && in_sentence(noun.head);
      return before(tree_.phrase(apposition ? noun.head : token.head), *own);
    }
    if (depth > 3 || !in_sentence(token.head)) return std::nullopt;
    if (s_.is_word(token.head, {"accused", "accuse", "accuses", "accusing", "suspect", "suspects", "suspected"}))
      if (const auto accused = tree_.child(token.head, [](Deprel r) { return r == Deprel::obj; }))
        return tree_.phrase(*accused);  // "accused the army of burning villages"
    switch (token.deprel) {
      case Deprel::acl:
        return before(tree_.phrase(first_joined(token.head)), verb);
      case Deprel::xcomp:
        if (const auto object = tree_.child(token.head, [](Deprel r) { return r == Deprel::obj; }))
          if (!s_.is_word(*object, {"themselves", "itself", "himself", "herself"}))
            return tree_.phrase(*object);  // "forced them to flee"; not "filmed themselves burning"
        return subject_of(token.head, depth + 1);
      case Deprel::advcl:
        // "on alert since a bombing killed two": its own subject, which the tree has hung elsewhere
        if (is_finite(verb) && opens_clause(token.head, verb)) return std::nullopt;
        return subject_of(token.head, depth + 1);
      case Deprel::conj:
      case Deprel::ccomp:
      case Deprel::parataxis:
        return subject_of(token.head, depth + 1);
      default:
        return std::nullopt;
    }
  }

  [[nodiscard]] bool is_finite(std::uint32_t verb) const {
    const Xpos tag = s_.token(verb).xpos;
    return tag == Xpos::vbd || tag == Xpos::vbz || tag == Xpos::vbp;
  }

  /// A conjunction between a verb and the clause below it, with words of a subject behind the conjunction.
  [[nodiscard]] bool opens_clause(std::uint32_t head, std::uint32_t verb) const {
    for (std::uint32_t i = head + 1; i + 1 < verb; ++i)
      if (s_.is_word(i, {"since", "after", "when", "while", "as", "because", "before", "until"})) return true;
    return false;
  }

  /// "At least 13 and as many as 46 civilians were killed": two subjects for the tree, one phrase.
  [[nodiscard]] TokenRange with_second(std::uint32_t subject, std::uint32_t verb) const {
    TokenRange range = tree_.phrase(subject);
    if (s_.token(subject).upos != Upos::num) return range;
    for (std::uint32_t i = range.last; i < verb; ++i)
      if (s_.token(i).head == verb && is_subject(s_.token(i).deprel) && tree_.phrase(i).first <= range.last)
        range.last = tree_.phrase(i).last;
    return range;
  }

  /// "18 men and two women killed in ...": all that are joined and counted are meant, not the last alone.
  [[nodiscard]] std::uint32_t first_joined(std::uint32_t noun) const {
    const auto counted = [&](std::uint32_t head) {
      return tree_.child(head, [](Deprel r) { return r == Deprel::nummod; }).has_value();
    };
    while (s_.token(noun).deprel == Deprel::conj && in_sentence(s_.token(noun).head) && counted(noun) &&
           counted(s_.token(noun).head))
      noun = s_.token(noun).head;
    return noun;
  }

  /// "170 people, including 96 soldiers, were killed": the part belongs to the subject, wherever its arc goes.
  [[nodiscard]] TokenRange with_parts(TokenRange subject, std::uint32_t end) const {
    if (subject.last + 1 >= end || s_.word(subject.last) != "," ||
        !s_.is_word(subject.last + 1, {"including", "among", "most", "many", "some", "mostly", "mainly"}))
      return subject;
    std::uint32_t last = subject.last + 1;
    while (last < end && s_.word(last) != ",") ++last;
    return {subject.first, last};
  }

  [[nodiscard]] static TokenRange before(TokenRange range, std::uint32_t end) {
    return {range.first, std::min(range.last, std::max(end, range.first))};
  }

  /// From the trigger to the end of its objects and complements.
  [[nodiscard]] TokenRange object_of(std::uint32_t verb) const {
    TokenRange out{mention_.tokens.last, mention_.tokens.last};
    for (std::uint32_t i = mention_.tokens.last; i < s_.last(); ++i) {
      const Token& token = s_.token(i);
      const bool mine = token.head == verb || (mention_.tokens.contains(token.head) && !mention_.tokens.contains(i));
      if (!mine) continue;
      switch (token.deprel) {
        case Deprel::obj:
        case Deprel::iobj:
        case Deprel::obl:
        case Deprel::nmod:
        case Deprel::xcomp:
        case Deprel::nsubj_pass:
        case Deprel::nsubj:
          out.last = std::max(out.last, tree_.phrase(i).last);
          break;
        default:
          break;
      }
    }
    return out;
  }

  const SentenceView& s_;
  const PredicateMention& mention_;
  Tree tree_;
};

}  // namespace

std::optional<Arguments> tree_arguments(const SentenceView& s, const PredicateMention& mention, bool verb) {
  if (!s.has_tree() || !verb) return std::nullopt;
  return Reader(s, mention).of_verb();
}

std::optional<TokenRange> tree_subject(const SentenceView& s, const PredicateMention& mention) {
  return s.has_tree() ? Reader(s, mention).subject() : std::nullopt;
}

std::optional<bool> tagged_as_verb(const SentenceView& s, const PredicateMention& mention) {
  if (!s.has_tree()) return std::nullopt;
  const std::uint32_t word = mention.tokens.first;
  if (mention.tokens.last - word != 1)  // "people in the region depend on food aid": a verb with its subject
    return mention.form == Form::base && s.token(word).xpos == Xpos::vbp ? std::optional(true) : std::nullopt;
  switch (s.token(word).upos) {
    case Upos::verb:
      // "in fighting since Thursday": a gerund that stands as a noun, whatever its tag
      if (mention.form == Form::noun && s.word(word).ends_with("ing")) {
        const Token& token = s.token(word);
        if (s.word(word + 1) == "of") return false;  // "behind killing of civilians"
        const bool joined_to_noun = token.deprel == Deprel::conj && token.head != kRoot &&
                                    s.token(token.head).upos == Upos::noun && s.word(word - 1) == "and";
        // "Fighting since then has killed nearly 200"
        const bool opens = word == s.first() && s.is_word(word + 1, {"since", "in", "between", "has", "have", "around",
                                                                     "near", "was", "broke", "continued", "erupted",
                                                                     "raged", "outside", "over", "resumed"});
        if (joined_to_noun || opens ||
            s.is_word(word - 1, {"in", "during", "amid", "of", "by", "heavy", "fierce", "the"}))
          return false;
      }
      return true;
    case Upos::noun:
    case Upos::propn:
      return false;
    default:
      return std::nullopt;
  }
}

}  // namespace attest
