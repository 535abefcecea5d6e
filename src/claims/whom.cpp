#include "claims/whom.hpp"

#include <cctype>

#include "claims/named_persons.hpp"
#include "claims/parts_behind.hpp"

namespace attest {

namespace {

class Populations {
 public:
  explicit Populations(const Frame& frame) : f_(frame), s_(frame.s), m_(frame.s.mentions()) {}

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
    if (out.empty() && !a.noun && !a.attributive) out = figure_at_trigger();
    if (out.empty() && verb_of_being && s_.has_word(f_.mention.tokens, {"the"}))
      out = after_the_verb();  // "among the dead were"
    if (out.empty()) out = by("victims.argument", in_zone(zone, victims_before));
    if (out.empty() && a.noun) out = by("victims.before-the-noun", before_noun(a.subject));
    if (out.empty() && verb_of_being) out = after_the_verb();
    if (out.empty()) {
      if (const auto side = combatants_in(f_, zone); side && (!a.noun || p.kind != ClaimKind::abused))
        out = by("victims.side", {*side});
    }
    if (!out.empty() && out.front().count && happens_to_persons(p.kind)) counted_side_beside(zone, out);
    const bool number_of = s_.has_word({a.subject.first, f_.mention.tokens.first}, {"number", "total", "toll"});
    if ((p.count_after || number_of) && out.size() <= 1) figure_after(out);
    if (!out.empty() && !a.noun) {
      std::vector<Affected> parts;
      parts_after(zone, parts);
      for (Affected& part : by("victims.part-behind", std::move(parts)))
        if (std::ranges::none_of(out, [&](const Affected& one) { return one.victims == part.victims; }))
          out.push_back(std::move(part));
    }
    if (out.empty() && !a.noun) out = by("victims.pronoun", pronoun_in(zone, victims_before));
    if (out.empty() && happens_to_persons(p.kind)) out = by("victims.words-of-trigger", civilians_of_trigger());
    mix_with_parts(out);
    if (!out.empty()) mostly_of_a_sort(out.front());
    if (out.empty() && happens_to_persons(p.kind))
      out = by("victims.named-person", named_person_in(f_, zone, victims_before));
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
      if (c.share != nullptr) one.count = count_of(*c.share, one.count ? one.count->unit : Unit::persons);
      (one.count ? counted : plain).push_back(std::move(one));
    }
    for (Affected& one : bare_counts(zone)) counted.push_back(std::move(one));
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
    figure_before(out);
    return by("victims.after-the-verb", std::move(out));
  }

  /// Takes notes of the people that `rule` found, and of their figures.
  [[nodiscard]] std::vector<Affected> by(std::string_view rule, std::vector<Affected> found) const {
    for (const Affected& one : found) {
      if (one.victims) took(f_.weighing, "victims", rule, one.victims->text);
      if (one.count) took(f_.weighing, "count", "count.of-victims", one.count->text);
    }
    return found;
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
      const Quantity* share = before == "of" && person->quantity ? share_before(first - 1, zone) : nullptr;
      if (share != nullptr) head = share->tokens.first <= zone.first || !is_link(s_.word(share->tokens.first - 1));
      out.push_back({person, head, part, share});
      last = &out.back();
      if (out.size() >= 12) break;
    }
    return out;
  }

  /// "half" in "half of the 400 residents": the figure is theirs, not that of all.
  [[nodiscard]] const Quantity* share_before(std::uint32_t of, TokenRange zone) const {
    for (const Quantity* q : s_.within(m_.quantities, {std::max(zone.first, of > 6 ? of - 6 : 0), of}))
      if (q->tokens.last == of) return q;
    return nullptr;
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

  [[nodiscard]] Count count_of(const Quantity& q, Unit unit = Unit::persons) const {
    return {s_.bytes(q.tokens), q.min, q.max, unit};
  }

  [[nodiscard]] Affected affected_of(const PeopleMention& person) const {
    Affected out;
    VictimStatus status = person.status;
    if (status == VictimStatus::unknown && person.type == PersonClass::person) {
      const std::uint32_t from = person.tokens.first > s_.first() + 2 ? person.tokens.first - 2 : s_.first();
      if (s_.has_word({from, person.tokens.last}, {"civilian", "innocent", "unarmed", "displaced", "elderly", "local",
                                                   "young", "ordinary", "homeless", "vulnerable"}) ||
          people_of_a_country(person))
        status = VictimStatus::civilian;
    }
    out.victims = Victims{s_.bytes(person.tokens), status, person.group};
    if (works_for_aid(person)) {
      out.victims->status = VictimStatus::civilian;
      out.victims->group = VictimGroup::aid_workers;
    }
    if (const Quantity* q = quantity_of(person))
      out.count = count_of(*q, person.type == PersonClass::household ? Unit::families : Unit::persons);
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

  /// "170 people, including 97 soldiers": people of both sorts.
  void mix_with_parts(std::vector<Affected>& out) const {
    if (out.size() < 2 || !out[0].victims || !out[0].count || out[0].victims->status != VictimStatus::unknown) return;
    const Affected& part = out[1];
    if (!part.victims || part.victims->status != VictimStatus::combatant || !part.count) return;
    const std::string_view between =
        s_.text().substr(out[0].victims->text.end, part.count->text.begin - out[0].victims->text.end);
    const bool is_part = between.find("includ") != between.npos || between.find("among them") != between.npos ||
                         between.find("of whom") != between.npos || between.find("of them") != between.npos;
    if (part.count->text.begin > out[0].victims->text.end && is_part && between.size() < 24)
      out[0].victims->status = VictimStatus::mixed;
  }

  /// "10 people, mostly police", "at least 43 others - most of them recruits": what is said of most of them.
  void mostly_of_a_sort(Affected& one) const {
    if (!one.victims || !one.count || one.victims->status != VictimStatus::unknown) return;
    std::uint32_t i = s_.tokens_in(one.victims->text).last;
    if (!s_.is_word(i, {",", "-", "–", "—", "("})) return;
    ++i;
    if (!s_.is_word(i, {"mostly", "mainly", "largely", "most", "many"})) return;
    if (s_.word(i + 1) == "of" && s_.is_word(i + 2, {"them", "whom"})) i += 2;
    const TokenRange behind{i + 1, std::min(i + 5, s_.last())};
    const auto people = s_.within(m_.people, behind);
    if (!people.empty() && people.front()->status == VictimStatus::civilian)
      one.victims->status = VictimStatus::civilian;
    else if ((!people.empty() && people.front()->status == VictimStatus::combatant) || combatants_in(f_, behind))
      one.victims->status = VictimStatus::mixed;
  }

  /// The figure of these people: "three suspected Palestinian militants" has words of its own between.
  [[nodiscard]] const Quantity* quantity_of(const PeopleMention& person) const {
    if (person.quantity) return &*person.quantity;
    if (!s_.has_tree() || person.singular) return nullptr;
    std::uint32_t first = person.tokens.first;
    for (int steps = 0; steps < 3 && first > s_.first(); ++steps) {
      const Upos tag = s_.token(first - 1).upos;
      const bool modifier = tag == Upos::adj || tag == Upos::propn || s_.token(first - 1).deprel == Deprel::amod ||
                            s_.token(first - 1).deprel == Deprel::compound;
      if (!modifier || s_.is_word(first - 1, {"more", "least", "most"})) break;
      --first;
      for (const Quantity* q : s_.within(m_.quantities, {first > s_.first() + 6 ? first - 6 : s_.first(), first}))
        if (q->tokens.last == first && !q->bare_year && !owned(*q)) return q;
    }
    return nullptr;
  }

  /// "staff of the charity", "its local employees" where an aid group speaks or is named.
  [[nodiscard]] bool works_for_aid(const PeopleMention& person) const {
    if (person.group != VictimGroup::any || person.type == PersonClass::fighter) return false;
    if (!s_.is_word(person.tokens.last - 1, {"staff", "worker", "workers", "employee", "employees", "staffer",
                                             "staffers", "volunteer", "volunteers", "colleague", "colleagues"}))
      return false;
    const TokenRange near{person.tokens.first > s_.first() + 16 ? person.tokens.first - 16 : s_.first(),
                          std::min(person.tokens.last + 8, s_.last())};
    if (s_.has_word(near, {"aid", "charity", "humanitarian", "relief", "borders"})) return true;
    return std::ranges::any_of(s_.within(m_.speakers, near), [](const SpeakerMention* speaker) {
      return !speaker->name.empty() && (speaker->kind == SourceKind::ngo || speaker->kind == SourceKind::un);
    });
  }

  /// "the Syrian people"
  [[nodiscard]] bool people_of_a_country(const PeopleMention& person) const {
    if (s_.word(person.tokens.last - 1) != "people") return false;
    const std::uint32_t noun = person.tokens.last - 1;
    for (const PartyMention* party : s_.within(m_.parties, {noun > s_.first() ? noun - 1 : noun, noun}))
      if (party->nationality) return true;
    const std::string_view before = noun > s_.first() ? s_.word(noun - 1) : std::string_view();
    const bool capital = noun > s_.first() && std::isupper(static_cast<unsigned char>(s_.raw(noun - 1)[0])) != 0;
    return capital && noun > s_.first() + 1 &&
           (before.ends_with("ian") || before.ends_with("ese") || before.ends_with("ish") || before.ends_with("i"));
  }

  /// "12 deaths", "civilian casualties", "his death"
  [[nodiscard]] std::vector<Affected> before_noun(TokenRange subject) const {
    const std::uint32_t end = subject.last;
    const TokenRange near{end > subject.first + 4 ? end - 4 : subject.first, end};
    std::vector<Affected> out = in_zone(near, true);
    for (const Quantity* q : s_.within(m_.quantities, {subject.first, end}))
      if (out.empty() && q->tokens.last + 2 > end && !q->bare_year)
        out.push_back({count_of(*q), unnamed(q->tokens), {}});
    if (out.empty() && end > subject.first && s_.is_word(end - 1, {"his", "her"})) {
      const TokenRange word{end - 1, end};
      out.push_back({Count{s_.bytes(word), 1, 1, Unit::persons}, unnamed(word), {}});
    }
    if (out.empty() && end > subject.first && s_.is_word(end - 1, {"their", "our"}))
      out.push_back({{}, unnamed({end - 1, end}), {}});
    return out;
  }

  /// "the death toll rose to 31", "put the number of dead at 120"
  void figure_after(std::vector<Affected>& out) const {
    if (!out.empty() && out.front().count) return;
    for (const Quantity* q : s_.within(m_.quantities, {f_.mention.tokens.last, s_.last()})) {
      if (q->bare_year || owned(*q) ||
          !s_.is_word(q->tokens.first - 1, {"at", "to", "of", "is", "was", "passed", ":", "stands", "exceeded",
                                            "exceeds", "reached", "hit", "topped", "surpassed"}))
        continue;
      if (out.empty()) out.push_back({{}, unnamed(q->tokens), {}});
      out.front().count = count_of(*q);
      took(f_.weighing, "count", "count.after-the-words", s_.bytes(q->tokens));
      return;
    }
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

  [[nodiscard]] Victims unnamed(TokenRange words) const {
    return Victims{s_.bytes(words), VictimStatus::unknown, VictimGroup::any};
  }

  /// "killed 26", "25 wounded": a number without its noun.
  [[nodiscard]] std::vector<Affected> bare_counts(TokenRange zone) const {
    std::vector<Affected> out;
    for (const Quantity* q : s_.within(m_.quantities, zone)) {
      if (q->bare_year || owned(*q) || in_a_date(*q)) continue;
      const std::uint32_t next = q->tokens.last, first = q->tokens.first;
      if (next == f_.mention.tokens.first && s_.is_word(f_.mention.tokens.last - 1, {"orders", "warnings", "notices"}))
        continue;  // "two evacuation orders"
      if (first > zone.first && s_.word(first - 1) == "of" && follows_person(first - 1))
        continue;                                                                             // "a mother of four"
      if (first > s_.first() && s_.word(first - 1) == "," && s_.word(next) == ",") continue;  // an age
      if (first > s_.first() + 5 && s_.has_word({first - 5, first}, {"aged", "ages"})) continue;
      if (first > zone.first && is_link(s_.word(first - 1))) continue;  // "in 12 of"
      if (s_.is_word(next, {"more", "other"}) && counts_a_side(next + 1)) continue;
      // "93 Palestinian killed": the people by the adjective alone
      const bool by_adjective = std::ranges::any_of(s_.within(m_.parties, {next, std::min(next + 1, s_.last())}),
                                                    [](const auto* party) { return party->nationality; });
      const std::uint32_t verb = by_adjective ? next + 1 : next;
      const bool predicate_next =
          std::ranges::any_of(s_.within(m_.predicates, {next, std::min(next + 6, s_.last())}), [&](const auto* p) {
            return p->tokens.first == verb && (p->tokens == f_.mention.tokens || p->form == Form::participle ||
                                               p->form == Form::past_or_participle);
          });
      const bool alone =
          next >= zone.last || predicate_next ||
          s_.is_word(next, {",",       ".",    "and",    "in",    "on",        "at",    "others", "other", "more",
                            "dead",    "of",   "were",   "was",   "have",      "had",   "are",    "when",  "since",
                            "by",      ")",    "after",  "near",  "during",    "to",    "as",     ";",     "inside",
                            "outside", "from", "across", "while", "including", "among", "–"});
      if (!alone || (s_.word(next) == "of" && !s_.is_word(next + 1, {"them", "whom", "those", "his", "her", "their"})))
        continue;
      Affected one;
      one.count = count_of(*q);
      one.victims = unnamed(s_.is_word(next, {"others", "other"}) ? TokenRange{next, next + 1} : q->tokens);
      out.push_back(one);
    }
    return out;
  }

  /// "two more Kurdish rebels": the side follows.
  [[nodiscard]] bool counts_a_side(std::uint32_t first) const {
    return std::ranges::any_of(s_.within(m_.parties, {first, std::min(first + 6, s_.last())}),
                               [&](const PartyMention* party) { return party->tokens.first == first; });
  }

  [[nodiscard]] bool in_a_date(const Quantity& q) const {
    return std::ranges::any_of(s_.within(m_.times, s_.range()),
                               [&](const TimeMention* time) { return time->tokens.overlaps(q.tokens); });
  }

  [[nodiscard]] bool owned(const Quantity& q) const {
    for (const PeopleMention* person : s_.within(m_.people, s_.range()))
      if (person->quantity && person->quantity->tokens.overlaps(q.tokens)) return true;
    return std::ranges::any_of(s_.within(m_.objects, s_.range()), [&](const ObjectMention* object) {
      return object->quantity && object->quantity->tokens == q.tokens;
    });
  }

  [[nodiscard]] bool follows_person(std::uint32_t token) const {
    return std::ranges::any_of(s_.within(m_.people, {s_.first(), token}),
                               [&](const PeopleMention* person) { return person->tokens.last == token; });
  }

  /// "40 people were wounded in the shelling, among them 12 children"
  void parts_after(TokenRange zone, std::vector<Affected>& out) const {
    for (const auto& [person, figure] : find_parts_behind(f_, std::max(f_.mention.tokens.last, zone.last))) {
      if (inside_other_mention(*person)) continue;
      out.push_back(affected_of(*person));
      out.back().count = count_of(figure, out.back().count ? out.back().count->unit : Unit::persons);
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
          parts.insert(parts.begin(), Affected{count_of(*q), unnamed(own), {}});
      return by("victims.included", std::move(parts));
    }
    return {};
  }

  /// "1,792 people were killed and 1,358 injured": the figure of the second verb, not of those who are its subject, too.
  [[nodiscard]] std::vector<Affected> figure_at_trigger() const {
    const std::uint32_t at = f_.mention.tokens.first;
    if (s_.has_tree() && s_.token(at).deprel != Deprel::conj) return {};
    if (!f_.arguments.passive && !s_.is_word(f_.mention.tokens.last, {"in", "after", "by", "when", "during", "on", "at",
                                                                      "near", "as", "while", ",", "."}))
      return {};
    if (at > s_.first() + 1 && s_.word(at - 1) == "another" && s_.is_word(at - 2, {"and", ","})) {
      const TokenRange one{at - 1, at};  // "one man was killed and another wounded"
      return by("victims.figure-before", {Affected{Count{s_.bytes(one), 1, 1, Unit::persons}, unnamed(one), {}}});
    }
    for (const Quantity* q : s_.within(m_.quantities, {at > s_.first() + 5 ? at - 5 : s_.first(), at})) {
      const bool joined = q->tokens.first > s_.first() && s_.is_word(q->tokens.first - 1, {"and", ",", "while"});
      if (!joined || q->bare_year || owned(*q)) continue;
      if (q->tokens.last == at) return by("victims.figure-before", {Affected{count_of(*q), unnamed(q->tokens), {}}});
      if (q->tokens.last + 1 == at && s_.is_word(at - 1, {"others", "more", "other"}))  // "and 37 others wounded"
        return by("victims.figure-before", {Affected{count_of(*q), unnamed({at - 1, at}), {}}});
    }
    return {};
  }

  /// "Ten of the dead were children": the figure before the trigger.
  void figure_before(std::vector<Affected>& out) const {
    const std::uint32_t first = f_.mention.tokens.first;
    if (out.size() != 1 || out.front().count || first < s_.first() + 2 || s_.word(first - 1) != "of") return;
    for (const Quantity* q : s_.within(m_.quantities, {s_.first(), first}))
      if (q->tokens.last == first - 1) out.front().count = count_of(*q);
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
      a.victims = unnamed(word);
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
};

}  // namespace

std::vector<Affected> find_populations(const Frame& frame) { return Populations(frame).of_predicate(); }

std::vector<Affected> people_in(const Frame& frame, TokenRange zone, bool nearest_last) {
  return Populations(frame).in_zone(zone, nearest_last);
}

}  // namespace attest
