#include "claims/populations.hpp"

#include "claims/named_persons.hpp"
#include "claims/parts_behind.hpp"
#include "claims/sorts_of_people.hpp"
#include "claims/whom.hpp"

namespace attest {

std::vector<Affected> Populations::of_predicate() const {
  const Arguments& a = f_.arguments;
  const Predicate& p = f_.predicate;
  TokenRange zone = f_.zone_of(Role::victims);
  if (a.attributive) zone = a.object;
  const bool victims_before = a.passive || (!a.noun && p.subject == Role::victims) || p.object_before;
  const bool verb_of_being =
      !a.noun && p.object == Role::none &&
      s_.is_word(a.object.first, {"were", "was", "are", "is", "include", "included", "includes"});
  std::vector<Affected> out;
  if (happens_to_persons(p.kind)) out = included();
  if (out.empty() && is_of_the_bereaved())
    return noted(f_, "victims.words-of-trigger", {{{}, counted_.unnamed(f_.mention.tokens), {}}});
  if (out.empty()) out = noted(f_, "victims.label", of_label());
  if (out.empty() && !a.noun) out = noted(f_, "victims.left-so", left_so());
  const bool settled = !out.empty();
  if (out.empty() && p.subject == Role::victims) out = noted(f_, "victims.before-to", before_infinitive());
  if (out.empty() && !a.noun && !a.attributive) out = counted_.at_trigger();
  if (out.empty() && verb_of_being && s_.has_word(f_.mention.tokens, {"the"}))
    out = after_the_verb();  // "among the dead were"
  if (out.empty()) out = noted(f_, "victims.argument", in_zone(zone, victims_before));
  if (out.empty() && a.noun) out = noted(f_, "victims.before-the-noun", before_noun(a.subject));
  if (out.empty() && verb_of_being) out = after_the_verb();
  if (out.empty()) {
    if (const auto side = combatants_in(f_, zone); side && (!a.noun || p.kind != ClaimKind::abused))
      out = noted(f_, "victims.side", {*side});
  }
  if (!settled && !out.empty() && out.front().count && happens_to_persons(p.kind)) counted_side_beside(zone, out);
  const bool number_of = s_.has_word({a.subject.first, f_.mention.tokens.first}, {"number", "total", "toll"});
  if ((p.count_after || number_of) && out.size() <= 1) counted_.after_trigger(out);
  if (!out.empty() && !a.noun) {
    std::vector<Affected> parts;
    parts_after(zone, parts);
    for (Affected& part : noted(f_, "victims.part-behind", std::move(parts)))
      if (std::ranges::none_of(out, [&](const Affected& one) { return one.victims == part.victims; }))
        out.push_back(std::move(part));
  }
  if (out.empty() && !a.noun) out = noted(f_, "victims.pronoun", pronoun_in(zone, victims_before));
  if (out.empty() && happens_to_persons(p.kind)) out = noted(f_, "victims.words-of-trigger", civilians_of_trigger());
  counted_.number_told_first(out);
  counted_.members_of_group(out);
  mix_with_parts(s_, out);
  if (!out.empty()) mostly_of_a_sort(f_, out.front());
  if (out.empty() && happens_to_persons(p.kind))
    out = noted(f_, "victims.named-person", named_person_in(f_, zone, victims_before));
  if (!out.empty() && a.passive && happens_to_persons(p.kind)) add_those_alongside(out);
  return out;
}

std::vector<Affected> Populations::in_zone(TokenRange zone, bool nearest_last) const {
  if (zone.first >= zone.last) return {};
  std::vector<Candidate> found = candidates(zone);
  const bool any_head = std::ranges::any_of(found, [](const Candidate& c) { return c.head; });
  std::vector<Affected> counted, plain;
  bool part_follows = false;
  for (const Candidate& c : found) {
    if (any_head && !c.head) {
      left(f_.weighing, "victims", "victims.in-a-phrase", s_.bytes(c.person->tokens));
      continue;
    }
    part_follows = part_follows || (c.part && c.person->quantity && !plain.empty() && counted.empty());
    Affected one = affected_of(*c.person);
    if (c.share != nullptr) one.count = counted_.count_of(*c.share, one.count ? one.count->unit : Unit::persons);
    (one.count ? counted : plain).push_back(std::move(one));
  }
  std::vector<Affected> unnamed = counted_.without_noun(zone);
  if (!unnamed.empty()) std::erase_if(counted, [&](const Affected& one) { return is_lone_word(one); });
  for (Affected& one : unnamed) counted.push_back(std::move(one));
  std::ranges::stable_sort(counted, {}, [](const Affected& one) { return one.count->text; });
  if (!counted.empty()) {
    if (part_follows) counted.insert(counted.begin(), plain.front());  // "civilians, including two children"
    return counted;
  }
  if (plain.size() > 1) plain = {nearest_last ? plain.back() : plain.front()};
  return plain;
}

std::vector<Affected> Populations::after_the_verb() const {
  std::vector<Affected> out = in_zone(f_.arguments.object, false);
  counted_.before_trigger(out);
  return noted(f_, "victims.after-the-verb", std::move(out));
}

std::vector<Populations::Candidate> Populations::candidates(TokenRange zone) const {
  std::vector<Candidate> out;
  out.reserve(12);  // `last` points into it
  const Candidate* last = nullptr;
  for (const PeopleMention* person : s_.within(m_.people, zone)) {
    std::uint32_t first = person->quantity ? person->quantity->tokens.first : person->tokens.first;
    if (const std::string_view rule = no_victim(*person); !rule.empty()) {
      left(f_.weighing, "victims", rule, s_.bytes(person->tokens));
      continue;
    }
    while (first > zone.first && s_.is_word(first - 1, {"the", "their", "his", "its", "her", "some", "other", "these",
                                                        "those", "two", "both", "all"}))
      --first;
    const std::string_view before = first > s_.first() ? s_.word(first - 1) : std::string_view();
    if (person->quantity && counted_.is_of_other_verb(*person->quantity)) {
      left(f_.weighing, "victims", "victims.of-other-verb", s_.bytes(person->tokens));
      continue;
    }
    if (first > zone.first && s_.is_word(first - 1, {"by", "for", "about"})) {
      left(f_.weighing, "victims", "victims.after-by-or-for", s_.bytes(person->tokens));
      continue;
    }
    bool head = first <= zone.first || !(is_link(before) || (before == "of" && !person->quantity));
    if (first > zone.first && before == "of" && person->quantity) head = false;            // "a village of 400 people"
    const bool beside = before == "with" && s_.is_word(first - 2, {"along", "together"});  // "along with a driver"
    head = head || (beside && (last == nullptr || last->head));
    const bool joined = s_.is_word(first - 1, {"and", ",", "or"});
    if (joined && last != nullptr && !last->head && person->tokens.first - last->person->tokens.last <= 4) head = false;
    const bool part = first > s_.first() && s_.is_word(first - 1, {"including", "them", "among", "whom"});
    if (part) head = last == nullptr || last->head;
    const Quantity* share = before == "of" && person->quantity ? counted_.share_before(first - 1, zone) : nullptr;
    if (share != nullptr) head = share->tokens.first <= zone.first || !is_link(s_.word(share->tokens.first - 1));
    out.push_back({person, head, part, share});
    last = &out.back();
    if (out.size() >= 12) break;
  }
  return out;
}

std::string_view Populations::no_victim(const PeopleMention& person) const {
  if (f_.voice.outside.contains(person.tokens.first)) return "victims.speaks";
  if (inside_other_mention(person)) return "victims.inside-a-name";
  if (!person.quantity && s_.is_word(person.tokens.last, {"group", "groups", "organisation", "organization", "network",
                                                          "networks", "cell", "cells", "leader", "leadership"}))
    return "victims.inside-a-name";  // "a terrorist group"
  if (describes_what_follows(f_, person.tokens)) return "victims.describes";
  if (f_.mention.tokens.contains(person.tokens.first) && s_.word(person.tokens.first - 1) == "with")
    return "victims.in-a-phrase";  // "are staying with relatives"
  if (const std::uint32_t of = person.quantity ? person.quantity->tokens.first - 1 : 0;
      of > s_.first() + 1 && s_.word(of) == "of" &&
      s_.is_word(of - 1, {"town", "city", "village", "settlement", "area", "district", "region", "island", "province",
                          "country", "population", "community"}))
    return "victims.inhabitants";  // "a town of around 80,000 people"
  const std::uint32_t figure = person.quantity ? person.quantity->tokens.first : person.tokens.first;
  if (figure > s_.first() + 1 && s_.word(figure - 1) == "or" && s_.word(figure - 2) == ",")
    return "victims.told-again";  // "a million people, or a quarter of the population"
  const std::uint32_t named = figure > s_.first() && s_.is_word(figure - 1, {"a", "an"}) ? figure - 1 : figure;
  if (named > s_.first() + 1 && s_.word(named - 1) == "as" &&
      s_.is_word(named - 2, {"identified", "described", "known"}))
    return "victims.told-again";  // "a commander, identified as an officer"
  return s_.is_word(person.tokens.last, {"'s", "’s", "'", "’"}) ? "victims.possessor" : std::string_view();
}

bool Populations::is_of_the_bereaved() const {
  const std::uint32_t at = f_.mention.tokens.first;
  for (std::uint32_t i = at > s_.first() + 5 ? at - 5 : s_.first(); i + 1 < at; ++i) {
    if (s_.word(i + 1) != "of" ||
        !s_.is_word(i, {"relatives", "families", "family", "mothers", "fathers", "parents", "widows", "friends",
                        "colleagues", "names", "relations", "kin", "nationalities", "identities"}))
      continue;
    const bool named =
        std::ranges::any_of(s_.within(m_.places, {i + 2, at}), [&](const auto* p) { return p->tokens.last == at; });
    return (i + 2 == at || named || s_.is_word(i + 2, {"the", "those"})) && s_.within(m_.people, {i + 2, at}).empty();
  }
  return false;
}

bool Populations::inside_other_mention(const PeopleMention& person) const {
  const TokenRange near{person.tokens.first > s_.first() + 5 ? person.tokens.first - 5 : s_.first(),
                        std::min(person.tokens.last + 4, s_.last())};
  const auto covers = [&](TokenRange other) {
    return other.first <= person.tokens.first && person.tokens.last <= other.last && !(other == person.tokens) &&
           other.last - other.first > person.tokens.last - person.tokens.first;
  };
  for (const ObjectMention* object : s_.within(m_.objects, near))
    if (covers(object->tokens) ||
        (object->tokens.contains(person.tokens.last - 1) && person.tokens.last < object->tokens.last))
      return true;
  for (const SpeakerMention* speaker : s_.within(m_.speakers, near))
    if (!speaker->name.empty() && covers(speaker->tokens)) return true;
  return false;
}

Affected Populations::affected_of(const PeopleMention& person) const {
  Affected out;
  out.victims = sort_of(s_, person);
  if (const Quantity* q = counted_.quantity_of(person))
    out.count = counted_.count_of(*q, of_households(person) ? Unit::families : Unit::persons);
  else if (person.tokens.first > s_.first() && s_.word(person.tokens.first - 1) == "no")  // "no soldiers were hurt"
    out.count = Count{s_.bytes({person.tokens.first - 1, person.tokens.last}), 0, 0, Unit::persons};
  else if (person.singular && s_.block() == BlockKind::headline &&
           s_.token(std::min(person.tokens.last, s_.last() - 1)).upos != Upos::noun &&
           person.type != PersonClass::collective && person.type != PersonClass::household)
    out.count = Count{s_.bytes(person.tokens), 1, 1, Unit::persons};  // headlines leave the article out
  else if (person.singular && happens_to_persons(f_.predicate.kind) && is_title(person))
    out.count = Count{s_.bytes(person.tokens), 1, 1, Unit::persons};  // "Village guard NAME NAME was wounded"
  else if (person.singular && (person.type == PersonClass::person || person.type == PersonClass::fighter) &&
           happens_to_persons(f_.predicate.kind) && person.tokens.first > s_.first() &&
           (s_.is_word(person.tokens.first - 1, {"the", "his", "her", "their", "its", "my", "our"}) ||
            joined_to_one(person)))
    out.count = Count{s_.bytes({person.tokens.first - (joined_to_one(person) ? 0U : 1U), person.tokens.last}), 1, 1,
                      Unit::persons};
  return out;
}

bool Populations::is_title(const PeopleMention& person) const {
  const std::uint32_t next = person.tokens.last;
  return s_.has_tree() && next < s_.last() && s_.token(next).upos == Upos::propn &&
         person.type != PersonClass::collective && person.type != PersonClass::household;
}

bool Populations::joined_to_one(const PeopleMention& person) const {
  const std::uint32_t link = person.tokens.first - 1;
  if (s_.word(link) != "and") return false;
  return std::ranges::any_of(
      s_.within(m_.people, {link > s_.first() + 6 ? link - 6 : s_.first(), link}),
      [&](const auto* before) { return before->tokens.last == link && before->singular && before->quantity; });
}

bool Populations::is_lone_word(const Affected& one) const {
  return one.count && one.victims && one.count->text == one.victims->text && s_.block() == BlockKind::headline &&
         !s_.text().substr(one.victims->text.end).starts_with(" and ");
}

bool Populations::of_households(const PeopleMention& person) const {
  const std::uint32_t next = person.tokens.last;
  return person.type == PersonClass::household &&
         !(s_.word(next) == "and" && s_.has_word({next + 1, std::min(next + 4, s_.last())}, {"members"}));
}

std::vector<Affected> Populations::pronoun_in(TokenRange zone, bool nearest_last) const {
  for (std::uint32_t k = 0; k < zone.last - zone.first; ++k) {
    const std::uint32_t i = nearest_last ? zone.last - 1 - k : zone.first + k;
    if (f_.voice.outside.contains(i)) continue;
    const bool one = s_.is_word(i, {"he", "she", "him", "her", "i", "me"}) ||
                     (s_.word(i) == "another" && s_.is_word(i + 1, {"was", "were", "is", "has", "had"}));
    const bool many = s_.is_word(i, {"they", "them", "we", "us", "others", "those", "many", "everyone", "everybody"});
    if (const bool no_one = s_.word(i) == "no" && s_.word(i + 1) == "one"; no_one || s_.word(i) == "nobody") {
      const TokenRange words{i, i + (no_one ? 2U : 1U)};
      return {Affected{Count{s_.bytes(words), 0, 0, Unit::persons}, counted_.unnamed(words), {}}};
    }
    if ((!one && !many) || s_.raw(i) == "US") continue;
    if (s_.word(i) == "her" && !nearest_last && i + 1 < zone.last && !s_.is_word(i + 1, {",", "in", "and", "."}))
      continue;
    const TokenRange word{i, i + 1};
    Affected a;
    a.victims = counted_.unnamed(word);
    if (one || s_.is_word(i, {"they", "them"})) a.victims->status = status_before(i);
    if (one) a.count = Count{s_.bytes(word), 1, 1, Unit::persons};
    if (many && i > s_.first() + 1 && s_.word(i - 1) == "of")  // "one of those wounded"
      for (const Quantity* q : s_.within(m_.quantities, {i > s_.first() + 4 ? i - 4 : s_.first(), i}))
        if (q->tokens.last == i - 1 && !q->bare_year) a.count = counted_.count_of(*q);
    return {a};
  }
  return {};
}

VictimStatus Populations::status_before(std::uint32_t pronoun) const {
  const auto people = s_.within(m_.people, {s_.first(), pronoun});
  const bool fighters =
      !people.empty() && std::ranges::all_of(people, [](const auto* one) { return one->type == PersonClass::fighter; });
  return fighters ? VictimStatus::combatant : VictimStatus::unknown;
}

bool Populations::happens_to_persons(ClaimKind kind) {
  return kind == ClaimKind::killed || kind == ClaimKind::injured || kind == ClaimKind::detained ||
         kind == ClaimKind::abused || kind == ClaimKind::missing;
}

std::vector<Affected> find_populations(const Frame& frame) { return Populations(frame).of_predicate(); }

std::vector<Affected> people_in(const Frame& frame, TokenRange zone, bool nearest_last) {
  return Populations(frame).in_zone(zone, nearest_last);
}

}  // namespace attest
