#include "claims/whom.hpp"

#include "claims/counted_people.hpp"
#include "claims/named_persons.hpp"
#include "claims/parts_behind.hpp"
#include "claims/sorts_of_people.hpp"

namespace attest {

namespace {

class Populations {
 public:
  explicit Populations(const Frame& frame) : f_(frame), s_(frame.s), m_(frame.s.mentions()), counted_(frame) {}

  [[nodiscard]] std::vector<Affected> of_predicate() const {
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
    if (!out.empty() && out.front().count && happens_to_persons(p.kind)) counted_side_beside(zone, out);
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
    mix_with_parts(s_, out);
    if (!out.empty()) mostly_of_a_sort(f_, out.front());
    if (out.empty() && happens_to_persons(p.kind))
      out = noted(f_, "victims.named-person", named_person_in(f_, zone, victims_before));
    return out;
  }

  [[nodiscard]] std::vector<Affected> in_zone(TokenRange zone, bool nearest_last) const {
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
    for (Affected& one : counted_.without_noun(zone)) counted.push_back(std::move(one));
    std::ranges::stable_sort(counted, {}, [](const Affected& one) { return one.count->text; });
    if (!counted.empty()) {
      if (part_follows) counted.insert(counted.begin(), plain.front());  // "civilians, including two children"
      return counted;
    }
    if (plain.size() > 1) plain = {nearest_last ? plain.back() : plain.front()};
    return plain;
  }

 private:
  [[nodiscard]] std::vector<Affected> after_the_verb() const {
    std::vector<Affected> out = in_zone(f_.arguments.object, false);
    counted_.before_trigger(out);
    return noted(f_, "victims.after-the-verb", std::move(out));
  }

  struct Candidate {
    const PeopleMention* person;
    bool head;                        // not inside a prepositional phrase of the stretch
    bool part;                        // "including two children"
    const Quantity* share = nullptr;  // "half of" these
  };

  [[nodiscard]] std::vector<Candidate> candidates(TokenRange zone) const {
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
      if (first > zone.first && s_.is_word(first - 1, {"by", "for", "about"})) {
        left(f_.weighing, "victims", "victims.after-by-or-for", s_.bytes(person->tokens));
        continue;
      }
      bool head = first <= zone.first || !(is_link(before) || (before == "of" && !person->quantity));
      if (first > zone.first && before == "of" && person->quantity) head = false;  // "a village of 400 people"
      const bool joined = s_.is_word(first - 1, {"and", ",", "or"});
      if (joined && last != nullptr && !last->head && person->tokens.first - last->person->tokens.last <= 4)
        head = false;
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

  /// The rule that says why these cannot be the victims; empty if they can.
  [[nodiscard]] std::string_view no_victim(const PeopleMention& person) const {
    if (f_.voice.outside.contains(person.tokens.first)) return "victims.speaks";
    if (inside_other_mention(person)) return "victims.inside-a-name";
    if (!person.quantity &&
        s_.is_word(person.tokens.last, {"group", "groups", "organisation", "organization", "network", "networks",
                                        "cell", "cells", "leader", "leadership"}))
      return "victims.inside-a-name";  // "a terrorist group"
    return s_.is_word(person.tokens.last, {"'s", "’s", "'", "’"}) ? "victims.possessor" : std::string_view();
  }

  /// "police" in "police station", "refugee" in the agency's name: not people here.
  [[nodiscard]] bool inside_other_mention(const PeopleMention& person) const {
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

  [[nodiscard]] Affected affected_of(const PeopleMention& person) const {
    Affected out;
    out.victims = sort_of(s_, person);
    if (const Quantity* q = counted_.quantity_of(person))
      out.count = counted_.count_of(*q, person.type == PersonClass::household ? Unit::families : Unit::persons);
    else if (person.singular && s_.block() == BlockKind::headline && person.type != PersonClass::collective &&
             person.type != PersonClass::household)
      out.count = Count{s_.bytes(person.tokens), 1, 1, Unit::persons};  // headlines leave the article out
    return out;
  }

  /// "Civilian deaths", "the loss of civilian lives": the words of the trigger itself say whom.
  [[nodiscard]] std::vector<Affected> civilians_of_trigger() const {
    for (std::uint32_t i = f_.mention.tokens.first; i < f_.mention.tokens.last; ++i)
      if (s_.is_word(i, {"civilian", "civilians"}))
        return {{{}, Victims{s_.bytes({i, i + 1}), VictimStatus::civilian, VictimGroup::any}, {}}};
    return {};
  }

  /// "12 deaths", "civilian casualties", "his death"
  [[nodiscard]] std::vector<Affected> before_noun(TokenRange subject) const {
    const std::uint32_t end = subject.last;
    const TokenRange near{end > subject.first + 4 ? end - 4 : subject.first, end};
    std::vector<Affected> out = in_zone(near, true);
    for (const Quantity* q : s_.within(m_.quantities, {subject.first, end}))
      if (out.empty() && q->tokens.last + 2 > end && !q->bare_year)
        out.push_back({counted_.count_of(*q), counted_.unnamed(q->tokens), {}});
    if (out.empty() && end > subject.first && s_.is_word(end - 1, {"his", "her"})) {
      const TokenRange word{end - 1, end};
      out.push_back({Count{s_.bytes(word), 1, 1, Unit::persons}, counted_.unnamed(word), {}});
    }
    if (out.empty() && end > subject.first && s_.is_word(end - 1, {"their", "our"}))
      out.push_back({{}, counted_.unnamed({end - 1, end}), {}});
    return out;
  }

  /// "two AU peacekeepers and two contractors": a counted side beside the counted people.
  void counted_side_beside(TokenRange zone, std::vector<Affected>& out) const {
    const auto side = combatants_in(f_, zone);
    if (!side || !side->count) return;
    const bool known = std::ranges::any_of(out, [&](const Affected& one) {
      return one.count && one.count->text.begin < side->victims->text.end &&
             side->count->text.begin < one.victims->text.end;
    });
    if (known) return;
    out.insert(out.begin(), *side);
    took(f_.weighing, "victims", "victims.side-beside", side->victims->text);
    took(f_.weighing, "count", "count.of-victims", side->count->text);
  }

  /// "40 people were wounded in the shelling, among them 12 children"
  void parts_after(TokenRange zone, std::vector<Affected>& out) const {
    for (const auto& [person, figure] : find_parts_behind(f_, std::max(f_.mention.tokens.last, zone.last))) {
      if (inside_other_mention(*person)) continue;
      out.push_back(affected_of(*person));
      out.back().count = counted_.count_of(figure, out.back().count ? out.back().count->unit : Unit::persons);
    }
  }

  /// "The fatalities included a journalist", "the 18 wounded included two children", "those killed include two nurses".
  [[nodiscard]] std::vector<Affected> included() const {
    if (!s_.has_tree()) return {};
    const TokenRange own = f_.mention.tokens;
    for (std::uint32_t i = own.last; i < std::min(own.last + 9, s_.last()); ++i) {
      if (!s_.is_word(i, {"include", "includes", "included"})) continue;
      bool subject = false;
      for (std::uint32_t j = s_.first(); j < i; ++j)
        subject = subject || (s_.token(j).head == i && s_.token(j).deprel == Deprel::nsubj &&
                              (own.contains(j) || s_.token(own.first).head == j));
      if (!subject) return {};
      std::uint32_t end = i + 1;
      while (end < std::min(i + 14, s_.last()) &&
             !s_.is_word(end, {"who", "which", "after", "when", "said", "according", ";", "as", "while"}))
        ++end;
      std::vector<Affected> parts = in_zone({i + 1, end}, false);
      if (parts.empty()) return {};
      for (const Quantity* q :
           s_.within(m_.quantities, {own.first > s_.first() + 4 ? own.first - 4 : s_.first(), own.first}))
        if (q->tokens.last == own.first && !q->bare_year)
          parts.insert(parts.begin(), Affected{counted_.count_of(*q), counted_.unnamed(own), {}});
      return noted(f_, "victims.included", std::move(parts));
    }
    return {};
  }

  /// A pronoun as the victim: one person, unless it is plural.
  [[nodiscard]] std::vector<Affected> pronoun_in(TokenRange zone, bool nearest_last) const {
    for (std::uint32_t k = 0; k < zone.last - zone.first; ++k) {
      const std::uint32_t i = nearest_last ? zone.last - 1 - k : zone.first + k;
      if (f_.voice.outside.contains(i)) continue;
      const bool one = s_.is_word(i, {"he", "she", "him", "her", "i", "me"}) ||
                       (s_.word(i) == "another" && s_.is_word(i + 1, {"was", "were", "is", "has", "had"}));
      const bool many = s_.is_word(i, {"they", "them", "we", "us", "others", "those", "many"});
      if ((!one && !many) || s_.raw(i) == "US") continue;
      if (s_.word(i) == "her" && !nearest_last && i + 1 < zone.last && !s_.is_word(i + 1, {",", "in", "and", "."}))
        continue;
      const TokenRange word{i, i + 1};
      Affected a;
      a.victims = counted_.unnamed(word);
      if (one) a.count = Count{s_.bytes(word), 1, 1, Unit::persons};
      return {a};
    }
    return {};
  }

  /// One person by name is killed or taken; what befalls crowds is not told of a name.
  static bool happens_to_persons(ClaimKind kind) {
    return kind == ClaimKind::killed || kind == ClaimKind::injured || kind == ClaimKind::detained ||
           kind == ClaimKind::abused || kind == ClaimKind::missing;
  }

  const Frame& f_;
  const SentenceView& s_;
  const Mentions& m_;
  CountedPeople counted_;
};

}  // namespace

std::vector<Affected> find_populations(const Frame& frame) { return Populations(frame).of_predicate(); }

std::vector<Affected> people_in(const Frame& frame, TokenRange zone, bool nearest_last) {
  return Populations(frame).in_zone(zone, nearest_last);
}

}  // namespace attest
