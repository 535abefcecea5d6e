#include "claims/arguments.hpp"

#include "claims/tree_arguments.hpp"

namespace attest {

namespace {

bool is_determiner(std::string_view w) {
  return w == "the" || w == "a" || w == "an" || w == "this" || w == "that" || w == "these" || w == "those" ||
         w == "its" || w == "their" || w == "his" || w == "her" || w == "our" || w == "any" || w == "each" ||
         w == "every" || w == "no" || w == "another" || w == "some";
}

bool is_preposition(std::string_view w) {
  return w == "of" || w == "in" || w == "on" || w == "by" || w == "with" || w == "for" || w == "from" ||
         w == "during" || w == "after" || w == "before" || w == "against" || w == "under" || w == "through" ||
         w == "between" || w == "despite" || w == "at" || w == "into";
}

bool is_modal(std::string_view w) {
  return w == "to" || w == "will" || w == "would" || w == "can" || w == "could" || w == "may" || w == "might" ||
         w == "must" || w == "should" || w == "not" || w == "did" || w == "do" || w == "does" || w == "n't";
}

bool is_pronoun(std::string_view w) {
  return w == "they" || w == "we" || w == "i" || w == "you" || w == "who" || w == "which" || w == "he" || w == "she" ||
         w == "it";
}

bool is_be(std::string_view w) {
  return w == "is" || w == "are" || w == "was" || w == "were" || w == "be" || w == "been" || w == "being" ||
         w == "am" || w == "'re" || w == "got" || w == "’re" || w == "get";
}

/// The group that is written "IS": tags and trees take it for the verb.
bool is_side_written_as_be(const SentenceView& s, std::uint32_t i) {
  return is_be(s.word(i)) && !s.within(s.mentions().parties, {i, i + 1}).empty();
}

bool is_be_at(const SentenceView& s, std::uint32_t i) { return is_be(s.word(i)) && !is_side_written_as_be(s, i); }

bool is_have(std::string_view w) {
  return w == "have" || w == "has" || w == "had" || w == "having" || w == "'ve" || w == "’ve";
}

bool is_adverb(std::string_view w) {
  return (w.size() > 3 && w.ends_with("ly")) || w == "also" || w == "still" || w == "not" || w == "n't" || w == "now" ||
         w == "then" || w == "since" || w == "already" || w == "once" || w == "all" || w == "both" || w == "again" ||
         w == "later" || w == "meanwhile" || w == "reportedly" || w == "just";
}

bool is_border(std::string_view w) {
  return w == ";" || w == "when" || w == "while" || w == "after" || w == "before" || w == "because" ||
         w == "although" || w == "but" || w == "as" || w == "whether" || w == "if" || w == "since" || w == "until" ||
         w == ":" || w == "where" || w == "whereas" || w == "—" || w == "so";
}

bool is_relative(std::string_view w) {
  return w == "who" || w == "which" || w == "that" || w == "whom" || w == "whose";
}

/// Begins a noun phrase that could be an object.
bool begins_object(const SentenceView& s, std::uint32_t i) {
  const std::string_view w = s.word(i);
  if (s.begins_quantity(i)) return true;
  if (w.empty() || w == "," || is_preposition(w) || is_border(w)) return false;
  if (is_determiner(w) || w == "more" || w == "up" || w == "over" || w == "about" || w == "around" || w == "nearly" ||
      w == "dozens")
    return true;
  if (s.raw(i)[0] >= '0' && s.raw(i)[0] <= '9') return true;
  const TokenRange near{i, std::min(i + 3, s.last())};
  return !s.within(s.mentions().people, near).empty() || !s.within(s.mentions().parties, near).empty() ||
         !s.within(s.mentions().places, near).empty() || !s.within(s.mentions().objects, near).empty() ||
         !s.within(s.mentions().weapons, near).empty();
}

/// After a comma: an object or a person of a list goes on ("on hospitals, clinics and schools").
bool begins_list_item(const SentenceView& s, std::uint32_t i) {
  const TokenRange near{i, std::min(i + 2, s.last())};
  return !s.within(s.mentions().objects, near).empty() || s.is_word(i, {"including", "and", "a", "an"});
}

bool is_verb_form(Form form) {
  return form == Form::past || form == Form::participle || form == Form::past_or_participle || form == Form::gerund;
}

/// A predicate between, used as a verb: borders a clause.
bool is_other_verb(const SentenceView& s, std::uint32_t i, TokenRange own) {
  for (const PredicateMention* other : s.within(s.mentions().predicates, {i, std::min(i + 6, s.last())})) {
    if (other->tokens.first != i || other->tokens.overlaps(own)) continue;
    const bool name = !s.within(s.mentions().places, {i, i + 1}).empty();  // the town of Hit
    if (is_verb_form(other->form) && !name) return true;
  }
  return false;
}

bool is_cue(const SentenceView& s, std::uint32_t i) {
  if (s.is_word(i, {"suspected", "alleged", "feared"}) && s.has_tree() && s.token(i).deprel == Deprel::amod)
    return false;  // "on suspected militants"
  for (const CueMention* cue : s.within(s.mentions().cues, {i, i + 1}))
    if (cue->form != Form::gerund && (is_verb_form(cue->form) || cue->form == Form::third)) return true;
  return s.word(i) == "say";
}

TokenRange left_zone(const SentenceView& s, TokenRange trigger) {
  const auto has_mention = [&](TokenRange r) {
    return !s.within(s.mentions().people, r).empty() || !s.within(s.mentions().parties, r).empty() ||
           !s.within(s.mentions().weapons, r).empty() || !s.within(s.mentions().quantities, r).empty() ||
           !s.within(s.mentions().objects, r).empty();
  };
  std::uint32_t first = trigger.first;
  while (first > s.first()) {
    const std::uint32_t i = first - 1;
    const bool border = is_border(s.word(i)) || is_relative(s.word(i)) || is_cue(s, i) ||
                        is_other_verb(s, i, trigger) || s.word(i) == "“";
    if (border && is_border(s.word(i)) && first < trigger.first) {
      if (s.word(i) != "since" && s.word(i) != "as") break;
    }
    if (border && has_mention({first, trigger.first})) break;
    --first;
  }
  return {first, trigger.first};
}

/// "as troops advanced", not "as well as", "as human shields", "such as".
bool opens_clause(const SentenceView& s, std::uint32_t as) {
  if (as > s.first() && s.is_word(as - 1, {"such", "well", "soon", "many", "far", "long", "much"})) return false;
  return !s.is_word(as + 1, {"well", "many", "human", "a", "shields", "hostages", "prisoners", "part", "of", "far"});
}

TokenRange right_zone(const SentenceView& s, TokenRange trigger) {
  std::uint32_t last = trigger.last;
  while (last < s.last()) {
    const std::string_view w = s.word(last);
    if (w == ";" || w == "." || w == "”" || (is_border(w) && w != "as" && w != "since" && w != ":") || is_relative(w) ||
        is_cue(s, last) || is_other_verb(s, last, trigger))
      break;
    if (w == "as" && opens_clause(s, last)) break;
    ++last;
  }
  return {trigger.last, last};
}

/// The part of `zone` after the first of `words`, and `zone` cut before it.
TokenRange cut_after(const SentenceView& s, TokenRange& zone, std::initializer_list<std::string_view> words) {
  for (std::uint32_t i = zone.first; i < zone.last; ++i) {
    if (!s.is_word(i, words)) continue;
    const TokenRange rest{i + 1, zone.last};
    zone.last = i;
    return rest;
  }
  return {zone.last, zone.last};
}

bool is_finite_auxiliary(std::string_view w) {
  return w == "was" || w == "were" || w == "is" || w == "are" || w == "has" || w == "have" || w == "had" ||
         w == "will" || w == "would" || w == "should" || w == "must" || w == "may" || w == "might" || w == "could" ||
         w == "can" || w == "did" || w == "does" || w == "do";
}

/// What the noun's "of", "on", "against" introduces, as far as its noun phrase goes.
TokenRange complement_of_noun(const SentenceView& s, TokenRange right) {
  const TokenRange none{right.last, right.last};
  // "battle for", "assault on": the entry's own last word introduces it
  const bool own = right.first > s.first() && s.is_word(right.first - 1, {"of", "on", "against", "for"});
  for (std::uint32_t i = own ? right.first - 1 : right.first; i < right.last; ++i) {
    if (is_finite_auxiliary(s.word(i)) || (s.word(i) == "," && i > right.first + 1)) return none;
    const bool to = s.word(i) == "to" && i == right.first && s.is_word(i - 1, {"injury", "injuries", "damage", "harm"});
    if (!to && !(own && i + 1 == right.first) &&
        !s.is_word(i, {"of", "on", "against", "targeting", "targeted", "hitting", "at", "in", "among", "inside", "near",
                       "upon", "from"}))
      continue;
    const auto sides = s.within(s.mentions().parties, {i + 1, std::min(i + 4, s.last())});
    if (s.word(i) == "from" && !sides.empty() && sides.front()->tokens.first <= i + 2) continue;  // "fire from rebels"
    const bool dates = std::ranges::any_of(s.within(s.mentions().times, {i, std::min(i + 6, s.last())}),
                                           [&](const auto* time) { return time->tokens.first <= i + 2; });
    if (dates) continue;
    TokenRange out{i + 1, i + 1};
    while (out.last < right.last && !is_finite_auxiliary(s.word(out.last))) {
      const bool comma = s.word(out.last) == ",";
      if (comma && !s.begins_quantity(out.last + 1) && !begins_list_item(s, out.last + 1)) break;
      ++out.last;
    }
    return out;
  }
  return none;
}

/// "were shot and killed", "five shot dead in": fixed words with a participle at their end.
bool passive_phrase(const SentenceView& s, TokenRange words) {
  std::uint32_t i = words.first;
  while (i > s.first() && is_adverb(s.word(i - 1)) && words.first - i < 3) --i;
  if (i > s.first() && is_be_at(s, i - 1)) return true;
  const std::string_view last = s.word(words.last - 1);
  return (last == "killed" || last == "dead") && words.last - words.first > 1 && !begins_object(s, words.last) &&
         !(i > s.first() && is_have(s.word(i - 1)));
}

/// "killed and wounded 12 people", "killing and injuring many": the verb joined to this one, with which it shares the
/// object behind it. Null where there is none.
const PredicateMention* second_of_pair(const SentenceView& s, const PredicateMention& mention) {
  const std::uint32_t link = mention.tokens.last;
  if (!s.is_word(link, {"and", "or"})) return nullptr;
  for (const PredicateMention* other : s.within(s.mentions().predicates, {link + 1, std::min(link + 6, s.last())}))
    if (other->tokens.first == link + 1 && other->form == mention.form && is_verb_form(other->form) &&
        begins_object(s, other->tokens.last))
      return other;
  return nullptr;
}

bool passive_voice(const SentenceView& s, const PredicateMention& mention) {
  if (mention.form == Form::fixed) return passive_phrase(s, mention.tokens);
  if (mention.form != Form::participle && mention.form != Form::past_or_participle) return false;
  std::uint32_t i = mention.tokens.first;
  std::uint32_t steps = 0;
  while (i > s.first() && is_adverb(s.word(i - 1)) && steps++ < 4) --i;
  if (i > s.first() && is_be_at(s, i - 1)) return true;
  if (i > s.first() && is_have(s.word(i - 1))) return false;
  if (i > s.first() &&
      (s.word(i - 1) == "and" || s.word(i - 1) == "or" || s.word(i - 1) == ",")) {  // "were killed and wounded"
    for (const PredicateMention* other :
         s.within(s.mentions().predicates, {i > s.first() + 6 ? i - 6 : s.first(), i - 1}))
      if (other->tokens.last + 1 >= i - 1 && other->tokens.last <= i && is_verb_form(other->form) &&
          !begins_object(s, mention.tokens.last))
        return passive_voice(s, *other);
  }
  const std::uint32_t next = mention.tokens.last;
  return !begins_object(s, next) && second_of_pair(s, mention) == nullptr;
}

bool attributive_use(const SentenceView& s, const PredicateMention& mention) {
  if (mention.form != Form::participle && mention.form != Form::past_or_participle) return false;
  const std::uint32_t first = mention.tokens.first;
  if (first == s.first())
    return !s.within(s.mentions().people, {mention.tokens.last, std::min(mention.tokens.last + 3, s.last())}).empty() &&
           s.block() != BlockKind::headline;
  const std::string_view before = s.word(first - 1);
  const bool modifier = is_determiner(before) || before == "of" || before == "among" || before == "for" ||
                        before == "and" || before == "other" ||
                        (!s.within(s.mentions().quantities, {first - 1, first}).empty());
  if (!modifier || is_be(before)) return false;
  if (before == "and" || before == "for") return false;
  const auto people = s.within(s.mentions().people, {mention.tokens.last, std::min(mention.tokens.last + 3, s.last())});
  return !people.empty() && people.front()->tokens.first <= mention.tokens.last + 1 && !people.front()->quantity;
}

}  // namespace

bool used_as_verb(const SentenceView& s, const PredicateMention& mention) {
  const std::uint32_t first = mention.tokens.first, next = mention.tokens.last;
  const std::string_view before = first > s.first() ? s.word(first - 1) : std::string_view();
  const bool doubtful = mention.form == Form::base || mention.form == Form::third || mention.form == Form::noun ||
                        mention.form == Form::plural;  // "strikes": the tag tells
  if (doubtful)
    if (const auto tagged = tagged_as_verb(s, mention)) return *tagged;
  switch (mention.form) {
    case Form::past:
    case Form::participle:
    case Form::past_or_participle:
      return true;
    case Form::gerund:
      return !(s.word(next) == "of" || is_determiner(before) || before == "'s" || before == "’s");
    case Form::base:
      if (is_modal(before) || is_pronoun(before)) return true;
      if (is_adverb(before) && first > s.first() + 1 && (is_modal(s.word(first - 2)) || is_pronoun(s.word(first - 2))))
        return true;
      if (is_determiner(before) || is_preposition(before) || before.empty() || before == "-" || before == "'s" ||
          before == "’s")
        return false;
      if (before == "and" && begins_object(s, next)) return true;
      if (is_adverb(before) && begins_object(s, next)) return true;                // "now host more than 600 people"
      return (begins_object(s, next) || next - first > 1) && first > s.first() &&  // "exchange fire": with its object
             ((before.size() > 3 && before.ends_with('s') && !before.ends_with("'s")) ||
              !s.within(s.mentions().people, {first - 1, first}).empty() ||
              !s.within(s.mentions().parties, {first > s.first() + 2 ? first - 3 : s.first(), first}).empty());
    case Form::third:
      if (is_pronoun(before) || before == "that") return true;
      if (is_determiner(before) || is_preposition(before) || before.empty()) return false;
      return begins_object(s, next) &&
             (is_determiner(s.word(next)) || is_adverb(before) ||
              !s.within(s.mentions().people, {first - 1, first}).empty() ||  // "bomber strikes hotel"
              !s.within(s.mentions().quantities, {next, std::min(next + 6, s.last())}).empty() ||
              !s.within(s.mentions().parties, {first > s.first() + 2 ? first - 3 : s.first(), first}).empty());
    case Form::fixed:
      return true;
    case Form::noun:
    case Form::plural:  // "to combat terrorism", "to attack": a verb after all
      return before == "to" && begins_object(s, next) && mention.tokens.last - first == 1 && mention.form == Form::noun;
  }
  return false;
}

namespace {

/// "stormed the base and killed four": the verb before, whose subject is also this one's. Null when this verb has a
/// subject of its own.
const PredicateMention* first_of_pair(const SentenceView& s, const PredicateMention& mention) {
  std::uint32_t i = mention.tokens.first;
  while (i > s.first() && (is_adverb(s.word(i - 1)) || is_be_at(s, i - 1) || is_have(s.word(i - 1)))) --i;
  if (i < s.first() + 2 || !s.is_word(i - 1, {"and", "or", "but", ","}) || !is_verb_form(mention.form)) return nullptr;
  if (passive_voice(s, mention) && !(i < mention.tokens.first)) return nullptr;
  const auto before = s.within(s.mentions().predicates, {i > s.first() + 24 ? i - 24 : s.first(), i - 1});
  for (auto at = before.rbegin(); at != before.rend(); ++at) {
    const PredicateMention& other = **at;
    if (!is_verb_form(other.form) || other.form == Form::gerund || other.tokens.overlaps(mention.tokens)) continue;
    for (std::uint32_t k = other.tokens.last; k < i; ++k)
      if (is_relative(s.word(k)) || s.word(k) == ";" || is_cue(s, k)) return nullptr;
    return passive_voice(s, other) == passive_voice(s, mention) ? &other : nullptr;
  }
  return nullptr;
}

}  // namespace

Arguments arguments_by_words(const SentenceView& s, const PredicateMention& mention, bool verb) {
  Arguments a;
  a.noun = !verb;
  a.subject = left_zone(s, mention.tokens);
  if (verb)
    if (const PredicateMention* first = first_of_pair(s, mention)) a.subject = left_zone(s, first->tokens);
  a.object = right_zone(s, mention.tokens);
  a.clause = {a.subject.first, a.object.last};
  if (verb) {
    a.attributive = attributive_use(s, mention);
    a.passive = a.attributive || passive_voice(s, mention);
    a.by = cut_after(s, a.object, {"by"});
    a.from = cut_after(s, a.object, {"from", "out"});
    return a;
  }
  a.by = cut_after(s, a.object, {"by"});
  a.of = complement_of_noun(s, a.object);
  return a;
}

namespace {

/// What the tree leaves out the words may give.
void complete(Arguments& tree, const Arguments& words) {
  if (tree.subject.first >= tree.subject.last) tree.subject = words.subject;
  if (tree.object.first >= tree.object.last) tree.object = words.object;
  tree.clause.first = std::min(tree.clause.first, tree.subject.first);
  tree.clause.last = std::max(tree.clause.last, tree.object.last);
}

/// "Hundreds who were taken by rebels are still missing", "fighters left the base and shot and killed two": a relative
/// clause or another verb parts the fixed words from their subject.
Arguments with_far_subject(const SentenceView& s, const PredicateMention& mention, Arguments words) {
  if (mention.form != Form::fixed) return words;
  if (const auto subject = tree_subject(s, mention))
    if ((subject->last < words.subject.first &&
         s.has_word({subject->last, words.subject.first}, {"who", "which", "that"})) ||
        (subject->last <= mention.tokens.first && s.token(mention.tokens.first).deprel == Deprel::conj))
      words.subject = *subject;
  return words;
}

Arguments read_arguments(const SentenceView& s, const PredicateMention& mention, bool verb) {
  std::optional<Arguments> read;
  const std::uint32_t first = mention.tokens.first;
  const bool misread = first > s.first() && is_side_written_as_be(s, first - 1);
  if (mention.form != Form::fixed && !misread) read = tree_arguments(s, mention, verb);
  if (!read) return with_far_subject(s, mention, arguments_by_words(s, mention, verb));
  if (read->subject.first < read->subject.last && read->object.first < read->object.last) return *read;
  const Arguments words = arguments_by_words(s, mention, verb);
  if (words.passive == read->passive) complete(*read, words);
  return *read;
}

}  // namespace

Arguments find_arguments(const SentenceView& s, const PredicateMention& mention, bool verb) {
  Arguments a = read_arguments(s, mention, verb);
  const PredicateMention* second = verb && !a.passive ? second_of_pair(s, mention) : nullptr;
  if (second != nullptr) a.object = right_zone(s, second->tokens);
  return a;
}

}  // namespace attest
