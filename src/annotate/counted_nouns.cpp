#include "annotate/counted_nouns.hpp"

#include <algorithm>

namespace attest {

namespace {

bool is_possessive(std::string_view w) {
  return w == "their" || w == "his" || w == "her" || w == "its" || w == "our" || w == "my";
}

}  // namespace

std::optional<Quantity> CountedNouns::quantity_before(std::uint32_t noun, std::uint32_t& first) const {
  const auto after =
      std::ranges::upper_bound(found_.quantities, noun, {}, [](const Quantity& q) { return q.tokens.last; });
  if (after == found_.quantities.begin()) return std::nullopt;
  const Quantity& quantity = *(after - 1);
  if (noun - quantity.tokens.last > 5) return std::nullopt;
  const auto sentence = std::ranges::upper_bound(analysis_.sentences, noun, {}, &Sentence::first) - 1;
  if (quantity.tokens.first < sentence->first) return std::nullopt;  // a headline's last word: "… kill 12"
  for (std::uint32_t i = quantity.tokens.last; i < noun; ++i) {
    const std::string_view w = word(i);
    const bool link = w == "-" || (w == "of" && i == quantity.tokens.last);
    if (!link && (w == "," || w == "." || w == "and" || w == "in" || w == "by" || w == "from" || w == "at" ||
                  w == "on" || w == "to" || w == "were" || w == "was" || w == "killed" || w == "that" || w == "who" ||
                  w == "others" || w == "a" || w == "an" || w == "shot" || w == "after" || w == "when" ||
                  w == "while" || w == "before" || w == "of" || w == "including" || w == "with" || w == "for" ||
                  w == "during" || w == "amid" || w == "among" || w == "near" || w == "outside" || w == "inside" ||
                  w == "under" || w == "over" || w == "against" || w == "as" || w == "since" || w == "between" ||
                  w == "around" || w == "across" || w == "through" || w == "into" || w == "(" || w == "\"" || w == ";"))
      return std::nullopt;
    if (is_possessive(w) && word(i - 1) != "of") return std::nullopt;  // "thousands fled their homes"
    const Token& token = analysis_.tokens[i];
    if (analysis_.parsed && token.xpos == Xpos::vbd && token.deprel != Deprel::amod) return std::nullopt;
  }
  first = quantity.tokens.first;
  return quantity;
}

std::optional<Quantity> CountedNouns::article_before(std::uint32_t noun, std::uint32_t last) const {
  for (std::uint32_t back = 1; back <= 4 && back <= noun; ++back) {
    const std::string_view w = word(noun - back);
    if (w == "a" || w == "an" || (w == "another" && back <= 2)) return Quantity{{noun - back, last}, 1, 1, false};
    if (w == "," || w == "." || w == "the" || w == "and" || w == "of" || w == "in" || w == "to" || w == "by")
      return std::nullopt;
  }
  return std::nullopt;
}

std::uint32_t CountedNouns::modifiers_before(std::uint32_t noun) const {
  std::uint32_t first = noun;
  while (first > 0 && noun - first < 3) {
    const std::string_view w = word(first - 1);
    const bool plain = w.size() > 2 && w[0] >= 'a' && w[0] <= 'z' &&
                       (w.ends_with("ian") || w.ends_with("ish") || w.ends_with("i") || w.ends_with("ese") ||
                        w == "young" || w == "innocent" || w == "displaced" || w == "local" || w == "elderly" ||
                        w == "unarmed" || w == "suspected" || w == "foreign");
    if (!plain) break;
    --first;
  }
  return first;
}

std::uint32_t CountedNouns::before_age(std::uint32_t noun) const {
  const bool age = noun >= 5 && word(noun - 1) == "old" && word(noun - 2) == "-" && word(noun - 4) == "-" &&
                   (word(noun - 3) == "year" || word(noun - 3) == "month");
  return age ? noun - 5 : noun;
}

std::optional<std::uint32_t> CountedNouns::force_before(std::uint32_t noun) const {
  const std::string_view w = word(noun);
  if (noun == 0 || (w != "men" && w != "man" && w != "personnel")) return std::nullopt;
  const std::uint32_t end = noun >= 4 && word(noun - 1) == ")" && word(noun - 3) == "(" ? noun - 3 : noun;
  for (const PartyMention& party : found_.parties)
    if (party.tokens.last == end && !party.nationality && party.sort != SideSort::government) return party.tokens.first;
  return std::nullopt;
}

bool CountedNouns::is_made_of_people(const Match& match) const {
  const std::uint32_t at = match.tokens.first;
  const std::string_view w = word(at), before = at > 0 ? word(at - 1) : std::string_view();
  if (match.tokens.last != at + 1 || at == 0) return false;
  if (w == "hostages" || w == "captives" || w == "prisoners") return before == "as";
  if (w != "hostage" && w != "captive" && w != "prisoner") return false;
  const Upos upos = analysis_.tokens[at - 1].upos;
  return before == "held" || before == "taken" || before == "hold" || before == "take" || before == "took" ||
         before == "as" || upos == Upos::noun || upos == Upos::propn || upos == Upos::pron;
}

bool CountedNouns::begins_compound(std::uint32_t hyphen) const {
  return word(hyphen) == "-" && hyphen + 1 < analysis_.tokens.size() && analysis_.tokens[hyphen].joined &&
         analysis_.tokens[hyphen + 1].joined;
}

bool CountedNouns::is_surname(const Match& match) const {
  const Token& noun = analysis_.tokens[match.tokens.first];
  const char c = document_.text[noun.span.begin];
  if (match.form != Form::noun || c < 'A' || c > 'Z' || match.tokens.last != match.tokens.first + 1) return false;
  const auto sentence = std::ranges::upper_bound(analysis_.sentences, match.tokens.first, {}, &Sentence::first) - 1;
  if (document_.blocks[sentence->block].kind != BlockKind::paragraph) return false;
  return analysis_.parsed ? noun.upos == Upos::propn : match.tokens.first > sentence->first;
}

void CountedNouns::person(Match match) {
  if (is_made_of_people(match) || begins_compound(match.tokens.last)) return;
  if (word(match.tokens.first) == "couple" && word(match.tokens.last) == "of") return;  // "a couple of men": a figure
  if (is_surname(match)) return;
  PersonRecord record = resources_.people[match.entry];
  if (word(match.tokens.first) == "old" && before_age(match.tokens.first + 1) != match.tokens.first + 1) {
    ++match.tokens.first;  // "a 26-year-old man" is no old man
    const bool man = word(match.tokens.first) == "man" || word(match.tokens.first) == "men";
    record.group = man ? VictimGroup::men : VictimGroup::women;
  }
  PeopleMention mention{{modifiers_before(match.tokens.first), match.tokens.last},
                        record.status,
                        record.group,
                        record.type,
                        match.form == Form::noun,
                        {}};
  std::uint32_t noun = before_age(mention.tokens.first);
  if (const auto force = force_before(mention.tokens.first)) {
    mention.status = VictimStatus::combatant;
    mention.group = VictimGroup::any;
    mention.type = PersonClass::fighter;
    noun = *force;
  }
  std::uint32_t first = noun;
  if (const auto quantity = quantity_before(noun, first); quantity && !quantity->bare_year)
    mention.quantity = quantity;
  else if (mention.singular && record.type == PersonClass::person && first > 0 &&
           (word(first - 1) == "his" || word(first - 1) == "her" || word(first - 1) == "my"))
    mention.quantity = Quantity{{first - 1, match.tokens.last}, 1, 1, false};  // "her husband"
  else if (mention.singular && record.type != PersonClass::collective)
    mention.quantity = article_before(noun, match.tokens.last);
  if (mention.quantity && word(match.tokens.first) == "couple") mention.quantity->min = mention.quantity->max = 2;
  if (word(match.tokens.last) == "of" && record.type == PersonClass::household) {  // "a family of five"
    for (const Quantity& quantity : found_.quantities)
      if (quantity.tokens.first == match.tokens.last + 1) {
        mention.type = PersonClass::person;
        mention.quantity = Quantity{{mention.tokens.first, quantity.tokens.last}, quantity.min, quantity.max, false};
      }
  }
  if (word(match.tokens.first) == "women" && word(match.tokens.last) == "and" &&
      word(match.tokens.last + 1) == "children") {
    mention.group = VictimGroup::women_and_children;
    mention.tokens.last += 2;
  }
  if (!found_.people.empty() && found_.people.back().tokens.last >= mention.tokens.last)
    return;  // "women and children"
  found_.people.push_back(std::move(mention));
}

bool CountedNouns::is_one_without_article(TokenRange tokens) const {
  if (!analysis_.parsed || tokens.last + 1 >= analysis_.tokens.size()) return false;
  const Xpos next = analysis_.tokens[tokens.last].xpos;
  if (next != Xpos::vbn && next != Xpos::vbd) return false;
  const std::uint32_t first = before_age(tokens.first);
  const bool opens = std::ranges::any_of(analysis_.sentences, [&](const Sentence& s) { return s.first == first; });
  return opens && (first != tokens.first || analysis_.tokens[tokens.last + 1].upos == Upos::adp);
}

bool CountedNouns::is_one_of_country(TokenRange tokens) const {
  if (is_one_without_article(tokens)) return true;
  if (!analysis_.parsed || tokens.first == 0 || tokens.last >= analysis_.tokens.size()) return false;
  const Upos next = analysis_.tokens[tokens.last].upos;
  if (next != Upos::verb && next != Upos::aux && next != Upos::adp) return false;
  const std::string_view before = word(tokens.first - 1);
  if (before == "a" || before == "an" || before == "another") return true;
  return !found_.quantities.empty() && std::ranges::any_of(found_.quantities, [&](const Quantity& quantity) {
    return quantity.tokens.last == tokens.first && !quantity.bare_year;
  });
}

void CountedNouns::people_of_country(TokenRange tokens) {
  PeopleMention mention{tokens, VictimStatus::unknown, VictimGroup::any, PersonClass::person, false, {}};
  std::uint32_t first = tokens.first;
  if (const auto quantity = quantity_before(tokens.first, first); quantity && !quantity->bare_year)
    mention.quantity = quantity;
  else if (const auto one = article_before(tokens.first, tokens.last))
    mention.quantity = one, mention.singular = true;
  else if (is_one_without_article(tokens))
    mention.quantity = Quantity{tokens, 1, 1, false}, mention.singular = true;
  found_.people.push_back(std::move(mention));
}

void CountedNouns::object(const Match& match) {
  if (word(match.tokens.last - 1) == "port" && (word(match.tokens.last) == "city" || word(match.tokens.last) == "town"))
    return;  // "the port city"
  const Upos tag = analysis_.tokens[match.tokens.first].upos;
  if (word(match.tokens.first) == "well" && (tag == Upos::adv || tag == Upos::intj || tag == Upos::adj)) return;
  ObjectMention mention{match.tokens, resources_.objects[match.entry], {}};
  std::uint32_t first = match.tokens.first;
  if (const auto quantity = quantity_before(match.tokens.first, first); quantity && !quantity->bare_year)
    mention.quantity = quantity;
  else if (match.form == Form::noun)
    mention.quantity = article_before(match.tokens.first, match.tokens.last);
  found_.objects.push_back(std::move(mention));
}

void CountedNouns::nation(const Match& match) {
  if (match.form == Form::plural || is_one_of_country(match.tokens)) people_of_country(match.tokens);
}

}  // namespace attest
