#include "annotate/places.hpp"

#include <algorithm>
#include <array>

#include "annotate/place_choice.hpp"
#include "annotate/place_references.hpp"
#include "annotate/place_relations.hpp"
#include "annotate/place_words.hpp"

namespace attest {

namespace {

class PlaceReader {
 public:
  PlaceReader(const Document& document, const Analysis& analysis, const Resources& resources,
              const std::vector<Match>& matches, const NameSurvey& survey)
      : document_(document),
        analysis_(analysis),
        resources_(resources),
        matches_(matches),
        survey_(survey),
        choice_(document, analysis, resources, matches, survey) {}

  FoundPlaces run() {
    for (std::size_t i = 0; i < matches_.size(); ++i) {
      const Match& match = matches_[i];
      if (match.list == List::country && !rather_a_town(i)) country(match);
      if (match.list == List::demonym) land_of_people(match);
      if (match.list == List::place && !survey_.inside_longer_name(match.tokens)) listed(i);
    }
    std::ranges::stable_sort(found_.places, {}, [](const PlaceMention& p) { return p.tokens.first; });
    add_unlisted();
    std::vector<PlaceMention> references = find_references(document_, analysis_, resources_, matches_, survey_, found_);
    for (const PlaceMention& reference : references)  // "Mosul's old city" is one place
      std::erase_if(found_.places, [&](const PlaceMention& p) { return reference.tokens.overlaps(p.tokens); });
    add(std::move(references));
    relate_places(analysis_, found_.places);
    return std::move(found_);
  }

 private:
  [[nodiscard]] std::string_view word(std::uint32_t i) const {
    return i < analysis_.tokens.size() ? analysis_.word(i) : std::string_view();
  }

  /// The place meant among all that have this name; the matches of one name stand together.
  void listed(std::size_t at) {
    const TokenRange tokens = matches_[at].tokens;
    const auto is_this = [&](const PlaceMention& place) { return place.tokens == tokens; };
    if (!found_.places.empty() && is_this(found_.places.back())) return;  // chosen already
    if (!found_.lands.empty() && is_this(found_.lands.back())) return;
    if (begins_institution(document_, analysis_, tokens)) return;
    std::vector<ScoredPlace> namesakes = choice_.among(at);
    const PlaceRecord* record = !namesakes.empty() && namesakes.front().meant ? namesakes.front().place : nullptr;
    if (namesakes.size() > 1) found_.namesakes.push_back({tokens, std::move(namesakes)});
    if (record == nullptr) return;
    if (speaks_for_government(*record, tokens)) {
      found_.governments.emplace_back(tokens, record->country);
      return;
    }
    if (record->kind == PlaceKind::region && measures(tokens)) return;
    PlaceKind kind = record->kind;
    if (kind == PlaceKind::city || kind == PlaceKind::town) {  // one name for a town and the province around it
      static constexpr auto provinces =
          std::to_array<std::string_view>({"province", "governorate", "state", "region", "oblast"});
      const auto is_province = [&](std::string_view w) { return std::ranges::find(provinces, w) != provinces.end(); };
      const bool of = tokens.first >= 2 && word(tokens.first - 1) == "of";
      if (is_province(word(tokens.last)) || (of && is_province(word(tokens.first - 2)))) kind = PlaceKind::adm1;
    }
    const bool quarter = record->kind == PlaceKind::quarter;
    PlaceMention place{.tokens = tokens,
                       .name = quarter ? record->name + " (" + record->parent + ")" : record->name,
                       .country = record->country.empty() ? std::nullopt : std::optional(record->country),
                       .broad = record->kind == PlaceKind::region,
                       .kind = kind,
                       .parent = record->parent,
                       .point = point_of(*record)};
    name_thing(place);
    if (!place.point) locate(place);
    found_.places.push_back(std::move(place));
  }

  /// "Africa's deadliest group": how far a superlative reaches.
  [[nodiscard]] bool measures(TokenRange tokens) const {
    const std::string_view own = word(tokens.last), how = word(tokens.last + 1);
    if ((own != "'s" && own != "’s") || how.empty()) return false;
    if (!analysis_.parsed) return how == "most" || how == "worst" || how.ends_with("iest");
    const Xpos tag = analysis_.tokens[tokens.last + 1].xpos;
    return tag == Xpos::jjs || tag == Xpos::rbs;
  }

  /// "Moscow denies", "Damascus agreed": a capital that speaks or decides is its government.
  [[nodiscard]] bool speaks_for_government(const PlaceRecord& record, TokenRange tokens) const {
    const auto country = resources_.country_by_code.find(record.country);
    if (country == resources_.country_by_code.end() || resources_.countries[country->second].capital != record.name)
      return false;
    const Token& name = analysis_.tokens[tokens.last - 1];
    const std::uint32_t verb = name.deprel == Deprel::nsubj && name.head != kRoot ? name.head : tokens.last;
    for (std::string_view decides :
         {"agreed", "agree", "agrees", "launched", "ordered", "sent", "retaliated", "responded", "invaded", "insists",
          "signed", "wants", "refused", "severed", "annexed"})
      if (word(verb) == decides) return true;
    const auto at = std::ranges::lower_bound(matches_, verb, {}, [](const Match& m) { return m.tokens.first; });
    for (auto m = at; m != matches_.end() && m->tokens.first == verb; ++m)
      if (m->list == List::cue && m->form != Form::gerund) return true;
    return false;
  }

  /// "Tharthar Barrage", "Scott County": a thing that is called after the place, if the noun has a capital.
  void name_thing(PlaceMention& place) const {
    const std::uint32_t next = place.tokens.last;
    const std::optional<PlaceKind> kind = kind_of_noun(word(next));
    const bool feature = kind == PlaceKind::feature || word(next) == "county";
    if (exactness(place) == 4 || (kind != PlaceKind::facility && !feature)) return;
    const char c = document_.text[analysis_.tokens[next].span.begin];
    if (c < 'A' || c > 'Z') return;
    ++place.tokens.last;
    place.parent = place.name;
    place.name += " " + std::string(slice(document_.text, analysis_.tokens[next].span));
    place.kind = *kind;
    place.broad = false;
  }

  /// Gives a name the point that the world's gazetteer has for it in that country: of several places far apart the one with
  /// ten times the people of any other, else none.
  void locate(PlaceMention& place) const {
    constexpr double kSamePlaceKm = 25;
    constexpr std::int64_t kFarGreater = 10;
    if (resources_.world == nullptr || !place.country || exactness(place) != 3) return;
    std::vector<PlaceCandidate> all = resources_.world->find(place.name, *place.country);
    std::erase_if(all, [](const PlaceCandidate& one) { return !one.point || one.match > NameMatch::sound; });
    const auto best = std::ranges::max_element(all, {}, &PlaceCandidate::population);
    if (best == all.end()) return;
    for (const PlaceCandidate& other : all)
      if (distance_km(*best->point, *other.point) > kSamePlaceKm && other.population * kFarGreater >= best->population)
        return;
    place.point = best->point;
  }

  void country(const Match& match) {
    if (survey_.inside_longer_name(match.tokens)) return;
    const bool place = names_a_place(match.tokens) && !begins_institution(document_, analysis_, match.tokens);
    (place ? found_.places : found_.lands).push_back(land(match, match.tokens));
  }

  /// "Georgia" in a report on the United States, "Tonga in South Sudan": the place in the country that the report speaks of
  /// more often than of the country of that name, or that stands behind it.
  [[nodiscard]] bool rather_a_town(std::size_t at) const {
    const Match& match = matches_[at];
    const int own = survey_.spoken_of(resources_.countries[match.entry].code);
    std::size_t first = at;
    while (first > 0 && matches_[first - 1].tokens.first == match.tokens.first) --first;
    for (std::size_t i = first; i < matches_.size() && matches_[i].tokens.first == match.tokens.first; ++i)
      if (matches_[i].list == List::place && matches_[i].tokens == match.tokens &&
          (survey_.spoken_of(resources_.places[matches_[i].entry].country) > own ||
           choice_.said_to_lie_in(resources_.places[matches_[i].entry], match.tokens).value_or(false)))
        return true;
    return false;
  }

  /// "Syrian territory".
  void land_of_people(const Match& match) {
    constexpr auto kLands = std::to_array<std::string_view>({"territory", "soil", "territories", "border", "side"});
    const std::string_view next = word(match.tokens.last);
    if (std::ranges::find(kLands, next) != kLands.end() || is_one_of_its_places(match.tokens))
      found_.places.push_back(land(match, {match.tokens.first, match.tokens.last + 1}));
  }

  /// "a northern Syrian village", "two Afghan towns": a place that nobody names, somewhere in the country.
  [[nodiscard]] bool is_one_of_its_places(TokenRange people) const {
    constexpr auto kPlaces = std::to_array<std::string_view>({"village", "villages", "town", "towns", "city", "cities",
                                                              "province", "provinces", "region", "regions", "district",
                                                              "districts", "market", "mosque", "church", "prison"});
    if (std::ranges::find(kPlaces, word(people.last)) == kPlaces.end()) return false;
    const auto sentence = std::ranges::upper_bound(analysis_.sentences, people.first, {}, &Sentence::first) - 1;
    if (document_.blocks[sentence->block].kind == BlockKind::headline) return true;  // "Afghan mosque blast kills 20"
    for (std::uint32_t i = people.first; i-- > sentence->first && people.first - i < 6;) {
      const std::string_view w = word(i);
      const Upos upos = analysis_.tokens[i].upos;
      if (w == "a" || w == "an" || w == "another" || upos == Upos::num) return true;
      if (upos != Upos::adj && upos != Upos::noun && upos != Upos::propn && upos != Upos::verb && w != "-")
        return false;
    }
    return false;
  }

  [[nodiscard]] PlaceMention land(const Match& match, TokenRange tokens) const {
    const Country& record = resources_.countries[match.entry];
    return {.tokens = tokens,
            .name = record.name,
            .country = record.code,
            .broad = true,
            .kind = PlaceKind::region,
            .parent = {},
            .point = record.point};
  }

  /// "to the U.S. military's losses": whose, not where.
  [[nodiscard]] bool is_of_forces(TokenRange tokens) const {
    const Deprel relation = analysis_.tokens[tokens.last - 1].deprel;
    if (relation != Deprel::compound && relation != Deprel::amod) return false;
    for (std::string_view forces :
         {"military", "army", "soldiers", "troops", "forces", "marines", "officials", "police"})
      if (word(tokens.last) == forces) return true;
    return false;
  }

  /// "in Iraq", "northern Syria"; not "US officials", "UK-funded" or "Iraq said".
  [[nodiscard]] bool names_a_place(TokenRange tokens) const {
    if (word(tokens.last) == "-" || tokens.first == 0 || is_of_forces(tokens)) return false;
    std::string_view before = word(tokens.first - 1);
    if (before == "the" && tokens.first >= 2) before = word(tokens.first - 2);
    for (std::string_view link : {"in", "of", "on", "across", "inside", "throughout", "from", "to", "and", ",", "into",
                                  "within", "both", "over", "around", "neighbouring", "neighboring"})
      if (before == link) return true;
    if (before == "with" && tokens.first >= 2 && word(tokens.first - 2) == "border") return true;
    return gives_direction(before);
  }

  /// Names beside "village", "district" and the like.
  void add_unlisted() {
    std::vector<TokenRange> taken;
    for (const Match& match : matches_)
      if (match.list == List::actor || match.list == List::organisation || match.list == List::country ||
          match.list == List::demonym)
        taken.push_back(match.tokens);
    std::vector<PlaceMention> unlisted = find_unlisted_places(document_, analysis_, found_.places, taken);
    for (PlaceMention& place : unlisted) {
      if (!place.country) place.country = country_of(place);
      locate(place);
    }
    add(std::move(unlisted));
  }

  /// "the Nigerian village of Vardim", else the country that the report speaks of more than of all others together.
  [[nodiscard]] std::optional<std::string> country_of(const PlaceMention& place) const {
    for (const Match& match : matches_)
      if (match.list == List::demonym && match.tokens.last <= place.tokens.first &&
          place.tokens.first - match.tokens.last <= 3 && kind_of_noun(word(match.tokens.last)))
        return resources_.countries[match.entry].code;
    int all = 0;
    for (const auto& [country, count] : survey_.countries) all += count;
    for (const auto& [country, count] : survey_.countries)
      if (2 * count > all) return country;
    return std::nullopt;
  }

  void add(std::vector<PlaceMention> places) {
    for (PlaceMention& place : places) found_.places.push_back(std::move(place));
    std::ranges::stable_sort(found_.places, {}, [](const PlaceMention& p) { return p.tokens.first; });
  }

  const Document& document_;
  const Analysis& analysis_;
  const Resources& resources_;
  const std::vector<Match>& matches_;
  const NameSurvey& survey_;
  PlaceChoice choice_;
  FoundPlaces found_;
};

/// A quarter, a name of towns in several countries or one that may be no place tells nothing of where the report is.
bool tells_the_country(const Resources& resources, const std::vector<Match>& matches, const Match& match) {
  const PlaceRecord& record = resources.places[match.entry];
  if (record.kind == PlaceKind::quarter || record.needs_context || is_direction(record.name)) return false;
  return std::ranges::none_of(matches, [&](const Match& other) {
    return other.list == List::place && other.tokens == match.tokens &&
           resources.places[other.entry].country != record.country;
  });
}

}  // namespace

int NameSurvey::spoken_of(const std::string& country) const {
  const auto found = countries.find(country);
  return country.empty() || found == countries.end() ? 0 : found->second;
}

bool NameSurvey::inside_longer_name(TokenRange tokens) const {
  return std::ranges::any_of(names, [&](TokenRange name) {
    return name.first <= tokens.first && tokens.last <= name.last && !(name == tokens) &&
           name.last - name.first > tokens.last - tokens.first;
  });
}

NameSurvey survey_names(const Resources& resources, const std::vector<Match>& matches) {
  NameSurvey survey;
  for (const Match& match : matches) {
    if (match.list == List::country || match.list == List::demonym)
      ++survey.countries[resources.countries[match.entry].code];
    if (match.list == List::place && tells_the_country(resources, matches, match))
      ++survey.countries[resources.places[match.entry].country];
    const bool side = match.list == List::actor || match.list == List::organisation;
    const bool long_place = (match.list == List::place || match.list == List::country) &&
                            match.tokens.last - match.tokens.first > 1;  // "Zealand" in "New Zealand"
    if (side || long_place) survey.names.push_back(match.tokens);
  }
  return survey;
}

FoundPlaces find_places(const Document& document, const Analysis& analysis, const Resources& resources,
                        const std::vector<Match>& matches, const NameSurvey& survey) {
  return PlaceReader(document, analysis, resources, matches, survey).run();
}

}  // namespace attest
