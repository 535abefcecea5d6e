#include "annotate/place_choice.hpp"

#include <algorithm>
#include <cmath>

#include "annotate/place_words.hpp"

namespace attest {

namespace {

constexpr int kContainer = 100;        // "Tonga, South Sudan" is said in so many words
constexpr int kKindAsked = 80;         // "the village of Tonga"
constexpr int kCapital = 40;           // known everywhere by its bare name
constexpr int kReviewed = 15;          // of conflict reporting
constexpr int kCountrySpokenOf = 30;   // at all
constexpr int kCountryShare = 60;      // all names of countries and towns in the report are of this one
constexpr int kPopulationDecade = 15;  // ten times the people
/// A town that nobody would know out of its country.
constexpr std::int64_t kKnownAbroad = 300'000;

/// A word that is given to people and is more often something else: "Jordan", "Mark", "Paris".
constexpr NameWord kNoGivenName = NameWord::office | NameWord::title | NameWord::body | NameWord::lead |
                                  NameWord::land | NameWord::ordinary | NameWord::kin;

/// How exact a name is that words like "village" or "province" ask for; nothing without them.
bool fits(PlaceKind kind, PlaceKind asked) {
  if (kind == asked) return true;
  const auto settlement = [](PlaceKind k) {
    return k == PlaceKind::city || k == PlaceKind::town || k == PlaceKind::village;
  };
  return settlement(kind) && settlement(asked);
}

}  // namespace

PlaceChoice::PlaceChoice(const Document& document, const Analysis& analysis, const Resources& resources,
                         const std::vector<Match>& matches, const NameSurvey& survey)
    : document_(document), analysis_(analysis), resources_(resources), matches_(matches), survey_(survey) {
  for (const auto& [country, count] : survey.countries) spoken_ += count;
  for (const Match& match : matches) {
    if (match.list != List::place) continue;
    const PlaceRecord& record = resources.places[match.entry];
    if (record.kind != PlaceKind::quarter) towns_.insert(record.name);
    if (follows_given_name(match.tokens)) surnames_.emplace(analysis.word(match.tokens.last - 1));
  }
}

std::vector<ScoredPlace> PlaceChoice::among(std::size_t at) const {
  const TokenRange tokens = matches_[at].tokens;
  std::vector<ScoredPlace> places;
  for (std::size_t i = at; i < matches_.size() && matches_[i].tokens.first == tokens.first; ++i) {
    if (matches_[i].list != List::place || !(matches_[i].tokens == tokens)) continue;
    const PlaceRecord& record = resources_.places[matches_[i].entry];
    if (stands(record, tokens)) places.push_back(score_of(record, tokens));
  }
  std::ranges::stable_sort(places, [](const ScoredPlace& a, const ScoredPlace& b) { return a.points() > b.points(); });
  if (!places.empty()) places.front().meant = !is_stranger(*places.front().place, tokens);
  return places;
}

/// "Bakr al-Baghdadi", "Robert Jackson": a name behind a given one.
bool PlaceChoice::follows_given_name(TokenRange tokens) const {
  std::uint32_t first = tokens.first;
  if (first >= 2 && analysis_.word(first - 1) == "-" && analysis_.tokens[first].joined) first -= 2;  // "al-"
  if (first == 0) return false;
  const auto sentence = std::ranges::upper_bound(analysis_.sentences, first, {}, &Sentence::first) - 1;
  const char initial = document_.text[analysis_.tokens[first - 1].span.begin];
  if (sentence->first == first || initial < 'A' || initial > 'Z') return false;
  const NameWord before = resources_.name_words.of(analysis_.word(first - 1));
  return is_any(before, NameWord::given) && !is_any(before, kNoGivenName);
}

/// A person is meant, here or wherever the report gives the whole name, and no word beside it asks for a place.
bool PlaceChoice::is_person(TokenRange tokens) const {
  if (kind_asked(document_, analysis_, tokens)) return false;
  if (follows_given_name(tokens)) return true;
  const std::string_view before = tokens.first > 0 ? analysis_.word(tokens.first - 1) : std::string_view();
  return before != "in" && before != "near" && surnames_.contains(analysis_.word(tokens.last - 1));
}

/// "Bab al-Tabbaneh": only the beginning of a name.
bool PlaceChoice::goes_on_as_name(TokenRange tokens) const {
  const auto count = static_cast<std::uint32_t>(analysis_.tokens.size());
  if (tokens.last + 2 >= count || analysis_.word(tokens.last + 1) != "-" || !analysis_.tokens[tokens.last + 1].joined)
    return false;
  static constexpr auto articles =
      std::to_array<std::string_view>({"al", "el", "as", "ad", "ar", "az", "ash", "at", "an"});
  return is_capital(tokens.last + 2) && std::ranges::find(articles, analysis_.word(tokens.last)) != articles.end();
}

bool PlaceChoice::is_capital(std::uint32_t token) const {
  if (token >= analysis_.tokens.size()) return false;
  const char c = document_.text[analysis_.tokens[token].span.begin];
  return c >= 'A' && c <= 'Z';
}

/// Can the name be one of this place here?
bool PlaceChoice::stands(const PlaceRecord& record, TokenRange tokens) const {
  if (is_person(tokens)) return false;
  if (record.kind == PlaceKind::quarter && !towns_.contains(record.parent)) return false;
  if (is_direction(record.name) && (survey_.spoken_of(record.country) == 0 || is_capital(tokens.last)))
    return false;  // "the North" of anywhere, "South Kashmir"
  if (tokens.first > 0 && analysis_.word(tokens.first - 1) == "ethnic") return false;
  if (goes_on_as_name(tokens)) return false;
  const std::optional<PlaceKind> asked = kind_asked(document_, analysis_, tokens);
  if (asked == PlaceKind::village && record.population >= kKnownAbroad) return false;  // a village called like a city
  if (record.needs_context && !words_say_place(document_, analysis_, tokens)) return false;
  return record.reviewed || !part_of_other_name(document_, analysis_, tokens);
}

ScoredPlace PlaceChoice::score_of(const PlaceRecord& record, TokenRange tokens) const {
  ScoredPlace score{.place = &record};
  score.reviewed = record.reviewed ? kReviewed : 0;
  if (const std::optional<bool> said = said_to_lie_in(record, tokens))
    score.said_to_lie = *said ? kContainer : -kContainer;
  if (const std::optional<PlaceKind> asked = kind_asked(document_, analysis_, tokens))
    score.kind_asked = fits(record.kind, *asked) ? kKindAsked : -kKindAsked;
  if (const int here = survey_.spoken_of(record.country); here > 0)
    score.country = kCountrySpokenOf + kCountryShare * here / std::max(spoken_, 1);
  if (is_capital(record)) score.capital = kCapital;
  if (record.population > 0)
    score.population =
        static_cast<int>(std::lround(kPopulationDecade * std::log10(static_cast<double>(record.population))));
  return score;
}

/// A small town of a country that the report never speaks of, while it speaks of others: another place of that name,
/// which no list has. docs/places.md, "Strangers".
bool PlaceChoice::is_stranger(const PlaceRecord& record, TokenRange tokens) const {
  if (record.reviewed) return false;
  if (record.population >= kKnownAbroad || is_capital(record)) return false;
  if (spoken_ < 2 || survey_.spoken_of(record.country) > 0) return false;
  return !said_to_lie_in(record, tokens).value_or(false);
}

bool PlaceChoice::is_capital(const PlaceRecord& record) const {
  const auto country = resources_.country_by_code.find(record.country);
  return country != resources_.country_by_code.end() && resources_.countries[country->second].capital == record.name;
}

std::optional<bool> PlaceChoice::said_to_lie_in(const PlaceRecord& record, TokenRange tokens) const {
  const auto word = [&](std::uint32_t i) {
    return i < analysis_.tokens.size() ? analysis_.word(i) : std::string_view();
  };
  std::uint32_t after = tokens.last;
  const bool comma = word(after) == ",";
  for (std::uint32_t i = after; i < after + 3; ++i)  // "district", "town" between
    if (word(i) == "in" || word(i) == "(" || word(i) == ",") after = i + 1;
  if (after == tokens.last) return std::nullopt;
  while (word(after) == "the" || gives_direction(word(after))) ++after;
  std::optional<bool> said;
  for (auto at = std::ranges::lower_bound(matches_, after, {}, [](const Match& m) { return m.tokens.first; });
       at != matches_.end() && at->tokens.first == after; ++at) {
    if (at->list == List::country) return resources_.countries[at->entry].code == record.country;
    if (at->list != List::place) continue;
    const PlaceRecord& around = resources_.places[at->entry];
    if (comma && around.kind != PlaceKind::adm1 && around.kind != PlaceKind::region) continue;  // a list of towns
    said = said.value_or(false) ||
           (around.country == record.country &&
            (around.kind != PlaceKind::adm1 || record.parent.empty() || record.parent == around.name));
  }
  return said;
}

}  // namespace attest
