#include "claims/story.hpp"

#include <algorithm>
#include <map>

#include "annotate/place_words.hpp"
#include "claims/phrases.hpp"
#include "claims/where.hpp"
#include "gazetteer/place.hpp"

namespace attest {

namespace {

bool is_town(const PlaceMention& place) { return exactness(place) == 3; }

/// "fled to Syria": where they are now, not where the story is.
bool is_refuge(const SentenceView& s, const PlaceMention& place) {
  std::uint32_t before = place.tokens.first;
  while (before > s.first() && (s.word(before - 1) == "the" || gives_direction(s.word(before - 1)))) --before;
  if (before < s.first() + 2 || !s.is_word(before - 1, {"to", "into"})) return false;
  const std::uint32_t from = before > s.first() + 5 ? before - 5 : s.first();
  return s.has_word({from, before}, {"fled", "flee", "fleeing", "flown", "crossed", "crossing", "escaped", "escape",
                                     "displaced", "deported", "arrived", "shifted", "rushed", "taken", "transferred",
                                     "transported", "airlifted", "evacuated", "referred"});
}

}  // namespace

std::string_view family_of(ClaimKind kind) {
  switch (kind) {
    case ClaimKind::killed:
    case ClaimKind::injured:
    case ClaimKind::attack:
    case ClaimKind::damaged:
      return "attack";
    case ClaimKind::sheltered:
    case ClaimKind::returned:
    case ClaimKind::displaced:
      return "displacement";
    default:
      return name_of(kind);
  }
}

Story::Story(const Document& document, const Analysis& analysis, const Mentions& mentions,
             const std::vector<Claim>& claims)
    : document_(document), analysis_(analysis), mentions_(mentions) {
  std::map<std::string, int> counts;
  int most = 0;
  for (const Claim& claim : claims)
    if (claim.place && claim.place->country) most = std::max(most, ++counts[*claim.place->country]);
  for (const auto& [country, count] : counts)
    if (count * 5 >= most) countries_.insert(country);
  find_sections();
  for (std::uint32_t i = 0; i < analysis.sentences.size(); ++i) main_places_.push_back(main_place(i));
}

/// "Libya" on a line of its own: what follows is about it, up to the next such line.
void Story::find_sections() {
  Section section;
  for (std::uint32_t i = 0; i < analysis_.sentences.size(); ++i) {
    TokenRange line = view(i).range();
    if (line.first < line.last && view(i).word(line.last - 1) == ":") --line.last;
    const bool alone =
        i > 0 && analysis_.sentences[i - 1].block != analysis_.sentences[i].block &&
        (i + 1 == analysis_.sentences.size() || analysis_.sentences[i + 1].block != analysis_.sentences[i].block);
    if (alone)
      for (const auto* list : {&mentions_.places, &mentions_.lands})
        for (const PlaceMention* place : view(i).within(*list, line))
          if (place->tokens == line) section = {i, place};
    sections_.push_back(section);
  }
}

bool Story::of_story(const PlaceMention& place, std::uint32_t sentence) const {
  const PlaceMention* subject = sections_[sentence].place;
  if (subject != nullptr && subject->country && place.country) return place.country == subject->country;
  return countries_.empty() || !place.country || countries_.contains(*place.country);
}

/// The most exact place of a sentence that is not in passing. Of several quarters of one town, the town.
const PlaceMention* Story::main_place(std::uint32_t sentence) const {
  const SentenceView s(document_, analysis_, mentions_, sentence);
  if (s.block() == BlockKind::dateline) return nullptr;  // where it was written
  const PlaceMention *best = nullptr, *wider = nullptr;
  std::set<std::string_view> several;
  for (const PlaceMention* place : s.within(mentions_.places, s.range())) {
    if (is_passing(s, *place) || is_refuge(s, *place) || !of_story(*place, sentence)) continue;
    if (best == nullptr || exactness(*place) > exactness(*best)) {
      if (best != nullptr) wider = best;
      best = place;
      several = {place->name};
    } else if (exactness(*place) == exactness(*best)) {
      several.insert(place->name);
    } else if (wider == nullptr || exactness(*place) > exactness(*wider)) {
      wider = place;
    }
  }
  constexpr std::size_t kList = 3;
  if (best != nullptr && several.size() >= kList && exactness(*best) == 3)
    return wider;  // "towns including A, B and C"
  if (best == nullptr || several.size() < 2 || exactness(*best) < 4 || best->parent.empty()) return best;
  for (const PlaceMention& town : mentions_.places)
    if (is_town(town) && town.name == best->parent) return &town;
  return best;
}

std::uint32_t Story::sentence_of(const Claim& claim) const {
  const auto after = std::ranges::upper_bound(analysis_.sentences, claim.sentence.begin, {},
                                              [](const Sentence& s) { return s.span.begin; });
  return after == analysis_.sentences.begin() ? 0 : static_cast<std::uint32_t>(after - analysis_.sentences.begin() - 1);
}

bool Story::is_headline(const Claim& claim) const {
  const std::uint32_t sentence = sentence_of(claim);
  return sentence == 0 || document_.blocks[analysis_.sentences[sentence].block].kind == BlockKind::headline;
}

bool Story::in_list(const Claim& claim) const {
  return document_.blocks[analysis_.sentences[sentence_of(claim)].block].kind == BlockKind::list_item;
}

std::uint32_t Story::sentence_at(std::uint32_t token) const {
  const auto after =
      std::ranges::upper_bound(analysis_.sentences, token, {}, [](const Sentence& s) { return s.first; });
  return static_cast<std::uint32_t>(after - analysis_.sentences.begin()) - 1;
}

bool Story::parts(const Claim& earlier, const Claim& later) const {
  for (const Block& block : document_.blocks) {
    const bool between = block.span.begin >= earlier.sentence.end && block.span.end <= later.sentence.begin;
    if (block.kind == BlockKind::dateline && between) return true;
    if (block.kind == BlockKind::teaser && block.span.contains(earlier.sentence) != block.span.contains(later.sentence))
      return true;
  }
  return false;
}

bool Story::same_block(const Claim& a, const Claim& b) const {
  return analysis_.sentences[sentence_of(a)].block == analysis_.sentences[sentence_of(b)].block;
}

std::optional<std::uint32_t> Story::list_heading(const Claim& claim) const {
  if (!in_list(claim)) return std::nullopt;
  std::uint32_t sentence = sentence_of(claim);
  const auto block = [&](std::uint32_t i) { return document_.blocks[analysis_.sentences[i].block].kind; };
  while (sentence > 0 && block(sentence) == BlockKind::list_item) --sentence;
  const Sentence& before = analysis_.sentences[sentence];
  if (block(sentence) == BlockKind::list_item || before.first == before.last || analysis_.word(before.last - 1) != ":")
    return std::nullopt;
  return sentence;
}

/// "Sudan's", "the Syrian people" in the claim's own sentence: for totals, which a town of the story would belittle.
const PlaceMention* Story::land_of(const Claim& claim) const {
  const SentenceView s(document_, analysis_, mentions_, sentence_of(claim));
  const auto lands = s.within(mentions_.lands, s.range());
  for (const PlaceMention* land : lands)
    if (land->name != lands.front()->name) return nullptr;
  return lands.empty() || !of_story(*lands.front(), sentence_of(claim)) ? nullptr : lands.front();
}

const PlaceMention* Story::mention_of(const Place& place) const {
  for (const PlaceMention& mention : mentions_.places)
    if (analysis_.tokens[mention.tokens.first].span.begin == place.text.begin) return &mention;
  return nullptr;
}

void Story::set(Claim& claim, const PlaceMention& place, const char* rule) const {
  claim.place = place_of(
      place, {analysis_.tokens[place.tokens.first].span.begin, analysis_.tokens[place.tokens.last - 1].span.end});
  std::erase_if(claim.derived, [](const Derivation& d) { return d.field == "place"; });
  claim.derived.push_back({"place", rule});
}

void Story::carry_place(Claim& claim) const {
  if (claim.place) return;
  const std::uint32_t sentence = sentence_of(claim);
  if (!is_headline(claim)) {
    if (claim.scope != Scope::incident)
      if (const PlaceMention* land = land_of(claim)) return set(claim, *land, "place.land-of-sentence");
    const bool appeal = claim.certainty == Certainty::hedged && claim.scope == Scope::cumulative;
    if (appeal || is_of_whole_country(claim))
      if (const PlaceMention* land = land_of_story()) return set(claim, *land, "place.land-of-story");
    if (is_background(claim)) {
      // The sum of a long time, item by item, is the sum of what the report is about.
      if (in_list(claim))
        if (const PlaceMention* subject = place_of_lead()) return set(claim, *subject, "place.from-lead");
      if (const PlaceMention* land = land_of_story()) return set(claim, *land, "place.land-of-story");
    }
    const PlaceMention* broad = nullptr;
    const Section& section = sections_[sentence];
    for (std::uint32_t back = sentence; back-- > section.heading;) {
      const PlaceMention* place = main_places_[back];
      if (place == nullptr) continue;
      if (exactness(*place) >= 3) {
        // A hospital or a base is the scene of its own sentence; the story goes on in the town.
        if (place->kind == PlaceKind::facility && !place->parent.empty())
          for (const PlaceMention& town : mentions_.places)
            if (is_town(town) && town.name == place->parent) return set(claim, town, "place.running-story");
        return set(claim, *place, "place.running-story");
      }
      if (broad == nullptr || (exactness(*place) > exactness(*broad) && place->country == broad->country))
        broad = place;
    }
    if (const PlaceMention* written = dateline_for(broad)) return set(claim, *written, "place.dateline");
    if (broad != nullptr) return set(claim, *broad, "place.running-story");
    if (section.place != nullptr) return set(claim, *section.place, "place.section");
  }
  // A headline, or a claim before any place: the first sentence that sets one.
  if (const PlaceMention* written = dateline_for(place_of_lead())) return set(claim, *written, "place.dateline");
  const PlaceMention* broad = nullptr;
  for (const PlaceMention* place : main_places_) {
    if (place == nullptr) continue;
    if (exactness(*place) >= 3) return set(claim, *place, "place.from-lead");
    if (broad == nullptr) broad = place;
  }
  if (broad != nullptr) set(claim, *broad, "place.from-lead");
}

/// The place that a report is written from, unless its lead names one that says more than the country.
const PlaceMention* Story::dateline_for(const PlaceMention* told) const {
  if (told != nullptr && exactness(*told) > 0) return nullptr;
  for (const Block& block : document_.blocks) {
    if (block.kind != BlockKind::dateline) continue;
    for (const PlaceMention& place : mentions_.places) {
      if (!block.span.contains(analysis_.tokens[place.tokens.first].span) || exactness(place) < 3) continue;
      const bool there = told == nullptr || told->country == place.country;
      return there && of_story(place, sentence_at(place.tokens.first)) ? &place : nullptr;
    }
  }
  return nullptr;
}

/// "attacks across the country", "against the country's police": not at the scene of the story alone.
bool Story::is_of_whole_country(const Claim& claim) const {
  const SentenceView s(document_, analysis_, mentions_, sentence_of(claim));
  return has_phrase(
      s, s.range(),
      {"the country 's", "the country ’s", "across the country", "throughout the country", "around the country",
       "in the country", "nationwide", "countrywide", "across the territory", "across the enclave"});
}

/// Told of a time long before the report, to explain: the scene of the story is not its scene.
bool Story::is_background(const Claim& claim) const {
  constexpr int kLongAgoDays = 60;
  if (!claim.time || !claim.time->text || !claim.time->from || !document_.published) return false;
  return (document_.published->value - *claim.time->from).count() > kLongAgoDays;
}

/// The first place that the first sentences set.
const PlaceMention* Story::place_of_lead() const {
  constexpr std::size_t kLead = 3;
  for (std::size_t i = 0; i < std::min(kLead, main_places_.size()); ++i)
    if (main_places_[i] != nullptr) return main_places_[i];
  return nullptr;
}

/// The country of the story, if it is one and the report names it.
const PlaceMention* Story::land_of_story() const {
  if (countries_.size() != 1) return nullptr;
  for (const auto* list : {&mentions_.places, &mentions_.lands})
    for (const PlaceMention& place : *list)
      if (place.broad && !place.reference && place.country == *countries_.begin()) return &place;
  return nullptr;
}

}  // namespace attest
