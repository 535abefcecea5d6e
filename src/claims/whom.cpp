#include "claims/whom.hpp"

#include <cctype>

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
    std::vector<Affected> out = in_zone(zone, victims_before);
    if (out.empty() && a.noun) out = before_noun(a.subject);
    if (out.empty() && !a.noun && p.object == Role::none && s_.is_word(a.object.first, {"were", "was", "are", "is"}))
      out = in_zone(a.object, false);
    if (out.empty()) {
      if (const auto side = combatants_in(f_, zone); side && (!a.noun || p.kind != ClaimKind::abused)) out = {*side};
    }
    if (p.count_after && out.size() <= 1) figure_after(a, out);
    if (out.empty() && !a.noun) out = pronoun_in(zone, victims_before);
    if (out.empty() && happens_to_persons(p.kind)) out = named_person_in(zone, victims_before);
    return out;
  }

  [[nodiscard]] std::vector<Affected> in_zone(TokenRange zone, bool nearest_last) const {
    if (zone.first >= zone.last) return {};
    std::vector<Candidate> found = candidates(zone);
    const bool any_head = std::ranges::any_of(found, [](const Candidate& c) { return c.head; });
    std::vector<Affected> counted, plain;
    bool part_follows = false;
    for (const Candidate& c : found) {
      if (any_head && !c.head) continue;
      part_follows = part_follows || (c.part && c.person->quantity && !plain.empty() && counted.empty());
      Affected one = affected_of(*c.person);
      (one.count ? counted : plain).push_back(std::move(one));
    }
    for (Affected& one : bare_counts(zone)) counted.push_back(std::move(one));
    if (!counted.empty()) {
      if (part_follows) counted.insert(counted.begin(), plain.front());  // "civilians, including two children"
      return counted;
    }
    if (plain.size() > 1) plain = {nearest_last ? plain.back() : plain.front()};
    return plain;
  }

 private:
  struct Candidate {
    const PeopleMention* person;
    bool head;  // not inside a prepositional phrase of the stretch
    bool part;  // "including two children"
  };

  [[nodiscard]] std::vector<Candidate> candidates(TokenRange zone) const {
    std::vector<Candidate> out;
    out.reserve(12);  // `last` points into it
    const Candidate* last = nullptr;
    for (const PeopleMention* person : s_.within(m_.people, zone)) {
      std::uint32_t first = person->quantity ? person->quantity->tokens.first : person->tokens.first;
      if (f_.voice.outside.contains(person->tokens.first) || inside_other_mention(*person)) continue;
      if (s_.is_word(person->tokens.last, {"'s", "’s", "'", "’"})) continue;
      while (first > zone.first && s_.is_word(first - 1, {"the", "their", "his", "its", "her", "some", "other", "these",
                                                          "those", "two", "both", "all"}))
        --first;
      const std::string_view before = first > s_.first() ? s_.word(first - 1) : std::string_view();
      if (first > zone.first && s_.is_word(first - 1, {"by", "for", "about"})) continue;
      bool head = first <= zone.first || !(is_link(before) || (before == "of" && !person->quantity));
      if (first > zone.first && before == "of" && person->quantity) head = false;  // "a village of 400 people"
      const bool joined = s_.is_word(first - 1, {"and", ",", "or"});
      if (joined && last != nullptr && !last->head && person->tokens.first - last->person->tokens.last <= 4)
        head = false;
      const bool part = first > s_.first() && s_.is_word(first - 1, {"including", "them", "among", "whom"});
      if (part) head = last == nullptr || last->head;
      out.push_back({person, head, part});
      last = &out.back();
      if (out.size() >= 12) break;
    }
    return out;
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
      if (covers(object->tokens)) return true;
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
    if (person.quantity)
      out.count = count_of(*person.quantity, person.type == PersonClass::household ? Unit::families : Unit::persons);
    else if (person.singular && s_.block() == BlockKind::headline && person.type != PersonClass::collective &&
             person.type != PersonClass::household)
      out.count = Count{s_.bytes(person.tokens), 1, 1, Unit::persons};  // headlines leave the article out
    return out;
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
  void figure_after(const Arguments& a, std::vector<Affected>& out) const {
    if (!out.empty() && out.front().count) return;
    for (const Quantity* q : s_.within(m_.quantities, {f_.mention.tokens.last, a.clause.last})) {
      if (q->bare_year || owned(*q) ||
          !s_.is_word(q->tokens.first - 1,
                      {"at", "to", "of", "is", "was", "passed", ":", "stands", "exceeded", "reached", "hit"}))
        continue;
      if (out.empty()) out.push_back({{}, unnamed(q->tokens), {}});
      out.front().count = count_of(*q);
      return;
    }
  }

  [[nodiscard]] Victims unnamed(TokenRange words) const {
    return Victims{s_.bytes(words), VictimStatus::unknown, VictimGroup::any};
  }

  /// "killed 26", "25 wounded": a number without its noun.
  [[nodiscard]] std::vector<Affected> bare_counts(TokenRange zone) const {
    std::vector<Affected> out;
    for (const Quantity* q : s_.within(m_.quantities, zone)) {
      if (q->bare_year || owned(*q)) continue;
      const std::uint32_t next = q->tokens.last, first = q->tokens.first;
      if (first > s_.first() && s_.word(first - 1) == "," && s_.word(next) == ",") continue;  // an age
      if (first > s_.first() + 5 && s_.has_word({first - 5, first}, {"aged", "ages"})) continue;
      if (first > zone.first && is_link(s_.word(first - 1))) continue;  // "in 12 of"
      const bool predicate_next =
          std::ranges::any_of(s_.within(m_.predicates, {next, std::min(next + 6, s_.last())}), [&](const auto* p) {
            return p->tokens.first == next && (p->tokens == f_.mention.tokens || p->form == Form::participle ||
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

  [[nodiscard]] bool owned(const Quantity& q) const {
    for (const PeopleMention* person : s_.within(m_.people, s_.range()))
      if (person->quantity && person->quantity->tokens == q.tokens) return true;
    return std::ranges::any_of(s_.within(m_.objects, s_.range()), [&](const ObjectMention* object) {
      return object->quantity && object->quantity->tokens == q.tokens;
    });
  }

  /// A pronoun as the victim: one person, unless it is plural.
  [[nodiscard]] std::vector<Affected> pronoun_in(TokenRange zone, bool nearest_last) const {
    for (std::uint32_t k = 0; k < zone.last - zone.first; ++k) {
      const std::uint32_t i = nearest_last ? zone.last - 1 - k : zone.first + k;
      if (f_.voice.outside.contains(i)) continue;
      const bool one = s_.is_word(i, {"he", "she", "him", "her", "i", "me"});
      const bool many = s_.is_word(i, {"they", "them", "we", "us", "others", "those", "many"});
      if (!one && !many) continue;
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

  /// A person's name that no lexicon knows: one person. The rank or role before it tells whether a combatant.
  [[nodiscard]] std::vector<Affected> named_person_in(TokenRange zone, bool nearest_last) const {
    std::vector<TokenRange> names;
    for (std::uint32_t i = zone.first; i < zone.last; ++i) {
      if (!name_word(i)) continue;
      std::uint32_t end = i + 1;
      while (end < zone.last && (name_word(end) || (s_.raw(end) == "-" && end + 1 < zone.last) ||
                                 s_.is_word(end, {"al", "el", "bin", "abu", "de", "van"})))
        ++end;
      const bool linked = i > zone.first && (is_link(s_.word(i - 1)) || s_.word(i - 1) == "of");
      const bool before_verb = s_.is_word(end, {"was", "is", "has", "had", "died"});
      const bool bare = end - i == 1 && (!before_verb || !nearest_last || only_describes(i));
      if (!linked && !bare) names.push_back({i, end});
      i = end;
    }
    if (names.empty()) return {};
    const TokenRange name = nearest_last ? names.back() : names.front();
    Affected one;
    one.victims = unnamed(name);
    one.count = Count{s_.bytes(name), 1, 1, Unit::persons};
    const TokenRange around{name.first > s_.first() + 4 ? name.first - 4 : s_.first(),
                            std::min(name.last + 6, s_.last())};
    if (s_.has_word(around, {"soldier", "commander", "fighter", "militant", "general", "colonel", "captain", "sergeant",
                             "lieutenant", "officer", "insurgent", "leader", "corporal", "private", "major"}))
      one.victims->status = VictimStatus::combatant;
    return {one};
  }

  /// One person by name is killed or taken; what befalls crowds is not told of a name.
  static bool happens_to_persons(ClaimKind kind) {
    return kind == ClaimKind::killed || kind == ClaimKind::injured || kind == ClaimKind::detained ||
           kind == ClaimKind::abused || kind == ClaimKind::missing;
  }

  /// "Bosnian", "English": a nationality, not a name.
  [[nodiscard]] bool only_describes(std::uint32_t i) const {
    const std::string_view w = s_.word(i);
    return w.ends_with("ian") || w.ends_with("ish") || w.ends_with("ese") || w.ends_with("can") || w.ends_with("ly");
  }

  [[nodiscard]] bool name_word(std::uint32_t i) const {
    const std::string_view raw = s_.raw(i);
    if (raw.size() < 2 || std::isupper(static_cast<unsigned char>(raw[0])) == 0) return false;
    if (std::isupper(static_cast<unsigned char>(raw[1])) != 0) return false;
    if (f_.voice.outside.contains(i) || s_.block() == BlockKind::headline) return false;
    const TokenRange one{i, i + 1};
    const auto covers = [&](const auto& list) {
      for (const auto* mention : s_.within(list, {i > s_.first() + 6 ? i - 6 : s_.first(), std::min(i + 6, s_.last())}))
        if (mention->tokens.overlaps(one)) return true;
      return false;
    };
    if (covers(m_.speakers) || covers(m_.parties) || covers(m_.places) || covers(m_.times) || covers(m_.people) ||
        covers(m_.objects) || covers(m_.weapons) || covers(m_.predicates) || covers(m_.cues))
      return false;
    return i != s_.first() ||
           !s_.is_word(i, {"the",     "a",    "an",   "in",   "on",    "at",    "but",   "and",      "his",
                           "her",     "its",  "it",   "they", "their", "we",    "some",  "most",     "many",
                           "more",    "both", "this", "that", "these", "those", "after", "when",     "as",
                           "several", "all",  "no",   "two",  "three", "four",  "five",  "officials"});
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

std::optional<Affected> combatants_in(const Frame& frame, TokenRange zone) {
  const SentenceView& s = frame.s;
  for (const PartyMention* party : s.within(s.mentions().parties, zone)) {
    if (party->nationality || frame.voice.outside.contains(party->tokens.first)) continue;
    std::uint32_t first = party->tokens.first;
    Affected out;
    for (const Quantity* q :
         s.within(s.mentions().quantities, {first > zone.first + 6 ? first - 6 : zone.first, first}))
      if (q->tokens.last == first) {
        out.count = Count{s.bytes(q->tokens), q->min, q->max, Unit::persons};
        first = q->tokens.first;
      }
    while (first > zone.first && s.is_word(first - 1, {"the", "a", "an", "some"})) --first;
    const std::string_view before = first > zone.first ? s.word(first - 1) : std::string_view();
    if (is_link(before) && before != "against" && before != "on" && before != "among") continue;
    out.victims = Victims{s.bytes(party->tokens), VictimStatus::combatant, VictimGroup::any};
    return out;
  }
  return std::nullopt;
}

std::vector<Affected> find_objects(const Frame& frame, TokenRange zone) {
  std::vector<Affected> out;
  if (zone.first >= zone.last) return out;
  const SentenceView& s = frame.s;
  for (const ObjectMention* object : s.within(s.mentions().objects, zone)) {
    std::uint32_t first = object->quantity ? object->quantity->tokens.first : object->tokens.first;
    while (first > zone.first && s.is_word(first - 1, {"the", "its", "their", "his", "her", "a", "an"})) --first;
    if (first > zone.first && (is_link(s.word(first - 1)) || s.word(first - 1) == "of") &&
        !(s.word(first - 1) == "of" && first >= 2 &&
          s.is_word(first - 2,
                    {"hundreds", "dozens", "thousands", "scores", "most", "all", "part", "parts", "number"})))
      continue;
    // A village that is attacked is the place; one that is burned down is an object.
    if (frame.predicate.kind != ClaimKind::damaged &&
        s.is_word(object->tokens.last - 1, {"village", "villages", "neighbourhood", "neighbourhoods", "neighborhood",
                                            "neighborhoods", "settlement", "settlements"}))
      continue;
    Affected one;
    one.object = object->kind;
    if (object->quantity)
      one.count = Count{s.bytes(object->quantity->tokens), object->quantity->min, object->quantity->max, Unit::objects};
    out.push_back(one);
  }
  return out;
}

}  // namespace attest
