#include "claims/sorts_of_people.hpp"

#include <algorithm>
#include <cctype>

namespace attest {

namespace {

/// "staff of the charity", "its local employees" where an aid group speaks or is named.
bool works_for_aid(const SentenceView& s, const PeopleMention& person) {
  if (person.group != VictimGroup::any || person.type == PersonClass::fighter) return false;
  if (!s.is_word(person.tokens.last - 1, {"staff", "worker", "workers", "employee", "employees", "staffer", "staffers",
                                          "volunteer", "volunteers", "colleague", "colleagues"}))
    return false;
  const TokenRange near{person.tokens.first > s.first() + 16 ? person.tokens.first - 16 : s.first(),
                        std::min(person.tokens.last + 8, s.last())};
  if (s.has_word(near, {"aid", "charity", "humanitarian", "relief", "borders"})) return true;
  return std::ranges::any_of(s.within(s.mentions().speakers, near), [](const SpeakerMention* speaker) {
    return !speaker->name.empty() && (speaker->kind == SourceKind::ngo || speaker->kind == SourceKind::un);
  });
}

/// "the Syrian people"
bool people_of_a_country(const SentenceView& s, const PeopleMention& person) {
  if (s.word(person.tokens.last - 1) != "people") return false;
  const std::uint32_t noun = person.tokens.last - 1;
  for (const PartyMention* party : s.within(s.mentions().parties, {noun > s.first() ? noun - 1 : noun, noun}))
    if (party->nationality) return true;
  const std::string_view before = noun > s.first() ? s.word(noun - 1) : std::string_view();
  const bool capital = noun > s.first() && std::isupper(static_cast<unsigned char>(s.raw(noun - 1)[0])) != 0;
  return capital && noun > s.first() + 1 &&
         (before.ends_with("ian") || before.ends_with("ese") || before.ends_with("ish") || before.ends_with("i"));
}

}  // namespace

Victims sort_of(const SentenceView& s, const PeopleMention& person) {
  VictimStatus status = person.status;
  if (status == VictimStatus::unknown && person.type == PersonClass::person) {
    const std::uint32_t from = person.tokens.first > s.first() + 2 ? person.tokens.first - 2 : s.first();
    if (s.has_word({from, person.tokens.last}, {"civilian", "innocent", "unarmed", "displaced", "elderly", "local",
                                                "young", "ordinary", "homeless", "vulnerable"}) ||
        people_of_a_country(s, person))
      status = VictimStatus::civilian;
  }
  Victims out{s.bytes(person.tokens), status, person.group};
  if (works_for_aid(s, person)) {
    out.status = VictimStatus::civilian;
    out.group = VictimGroup::aid_workers;
  }
  return out;
}

void mix_with_parts(const SentenceView& s, std::vector<Affected>& out) {
  if (out.size() < 2 || !out[0].victims || !out[0].count || out[0].victims->status != VictimStatus::unknown) return;
  const Affected& part = out[1];
  if (!part.victims || part.victims->status != VictimStatus::combatant || !part.count) return;
  const std::string_view between =
      s.text().substr(out[0].victims->text.end, part.count->text.begin - out[0].victims->text.end);
  const bool is_part = between.find("includ") != between.npos || between.find("among them") != between.npos ||
                       between.find("of whom") != between.npos || between.find("of them") != between.npos;
  if (part.count->text.begin > out[0].victims->text.end && is_part && between.size() < 24)
    out[0].victims->status = VictimStatus::mixed;
}

void mostly_of_a_sort(const Frame& frame, Affected& one) {
  const SentenceView& s = frame.s;
  if (!one.victims || !one.count || one.victims->status != VictimStatus::unknown) return;
  std::uint32_t i = s.tokens_in(one.victims->text).last;
  if (!s.is_word(i, {",", "-", "–", "—", "("})) return;
  ++i;
  if (!s.is_word(i, {"mostly", "mainly", "largely", "most", "many"})) return;
  if (s.word(i + 1) == "of" && s.is_word(i + 2, {"them", "whom"})) i += 2;
  const TokenRange behind{i + 1, std::min(i + 5, s.last())};
  const auto people = s.within(s.mentions().people, behind);
  if (!people.empty() && people.front()->status == VictimStatus::civilian)
    one.victims->status = VictimStatus::civilian;
  else if ((!people.empty() && people.front()->status == VictimStatus::combatant) || combatants_in(frame, behind))
    one.victims->status = VictimStatus::mixed;
}

bool describes_what_follows(const Frame& frame, TokenRange words) {
  constexpr std::uint32_t kReach = 3;
  const SentenceView& s = frame.s;
  const std::uint32_t last = words.last - 1;
  if (!s.has_tree()) return false;
  const Token& token = s.token(last);
  if ((token.deprel != Deprel::compound && token.deprel != Deprel::amod) || token.head <= last ||
      token.head >= s.last() || token.head - last > kReach)
    return false;
  const TokenRange head{token.head, token.head + 1};
  if (s.word(last) == "veteran") return true;
  if (std::ranges::any_of(s.within(s.mentions().people, head),
                          [&](const PeopleMention* other) { return other->tokens.first > last; }))
    return true;
  return std::ranges::any_of(s.within(s.mentions().predicates, head), [&](const PredicateMention* event) {
    const ClaimKind kind = frame.resources.predicates[event->predicate].kind;
    return event->is_noun() && !event->tokens.overlaps(frame.mention.tokens) &&
           (kind == ClaimKind::attack || kind == ClaimKind::clash);
  });
}

}  // namespace attest
