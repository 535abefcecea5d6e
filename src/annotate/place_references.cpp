#include "annotate/place_references.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "annotate/place_words.hpp"

namespace attest {

namespace {

class References {
 public:
  References(const Document& document, const Analysis& analysis, const Resources& resources,
             const std::vector<Match>& matches, const NameSurvey& survey, const FoundPlaces& found)
      : document_(document),
        analysis_(analysis),
        resources_(resources),
        matches_(matches),
        survey_(survey),
        places_(found.places) {
    for (const PlaceMention& place : places_) ++mentioned_[place.name];
  }

  std::vector<PlaceMention> run() {
    for (std::uint32_t s = 0; s < analysis_.sentences.size(); ++s) {
      sentence_ = s;
      const Sentence& sentence = analysis_.sentences[s];
      for (std::uint32_t i = sentence.first; i + 1 < sentence.last; ++i)
        if (word(i) == "the" || word(i) == "that" || word(i) == "this")
          phrase(i, sentence.last);
        else if (word(i) == "'s" || word(i) == "’s")
          old_city_behind(i);
    }
    return std::move(made_);
  }

 private:
  [[nodiscard]] std::string_view word(std::uint32_t i) const {
    return i < analysis_.tokens.size() ? analysis_.word(i) : std::string_view();
  }
  [[nodiscard]] bool capital(std::uint32_t i) const {
    if (i >= analysis_.tokens.size()) return false;
    const char c = document_.text[analysis_.tokens[i].span.begin];
    return c >= 'A' && c <= 'Z';
  }
  [[nodiscard]] bool in_a_place(std::uint32_t i) const {
    return std::ranges::any_of(places_, [&](const PlaceMention& p) { return p.tokens.contains(i); });
  }

  /// "the besieged port city": at most two plain words between the article and the noun.
  void phrase(std::uint32_t article, std::uint32_t last) {
    std::uint32_t noun = article + 1;
    const Match* people = nullptr;
    for (; noun < std::min(article + 4, last); ++noun) {
      if (is_noun(noun)) break;
      if (const Match* demonym = demonym_at(noun); demonym != nullptr && people == nullptr) {
        people = demonym;
        noun = demonym->tokens.last - 1;
      } else if (capital(noun) || word(noun) == "-" || word(noun) == "," || word(noun) == "of" || word(noun) == "and") {
        return;
      }
    }
    if (noun >= std::min(article + 4, last) || in_a_place(noun)) return;
    // "the port city", "the village market", "the city of Mosul", "the city, Mosul", "the city Mosul" name another thing.
    while (noun + 1 < last && is_noun(noun + 1)) ++noun;
    if (word(noun) == "capital") return capital_city(article, noun, people, last);
    if (people != nullptr || !stands_alone(noun, last)) return;
    const PlaceMention* place = antecedent(noun);
    if (place == nullptr) return;
    add({article, noun + 1}, word(noun - 1) == "old" ? old_city_of(*place) : *place);
  }

  /// "the old city", "Mosul's old city": a quarter.
  [[nodiscard]] static PlaceMention old_city_of(const PlaceMention& town) {
    PlaceMention quarter = town;
    quarter.name = "Old City (" + town.name + ")";
    quarter.parent = town.name;
    quarter.kind = PlaceKind::quarter;
    return quarter;
  }
  void old_city_behind(std::uint32_t possessive) {
    if (word(possessive + 1) != "old" || word(possessive + 2) != "city") return;
    for (const PlaceMention& town : places_)
      if (town.tokens.last == possessive && exactness(town) == 3)
        return add({town.tokens.first, possessive + 3}, old_city_of(town));
  }

  [[nodiscard]] bool is_noun(std::uint32_t i) const {
    const std::string_view w = word(i);
    if (capital(i) || w == "area" || w == "sector" || w == "community" || w == "department" || w == "territory" ||
        w == "port" || w == "settlement" || w == "valley")
      return false;
    return w == "capital" || is_state(i) || kind_of_noun(w).has_value();
  }

  /// "in the state", not "the state has failed them"
  [[nodiscard]] bool is_state(std::uint32_t i) const {
    constexpr auto kWithin = std::to_array<std::string_view>({"in", "across", "throughout", "around", "over"});
    return i > 1 && word(i) == "state" && word(i - 1) == "the" &&
           std::ranges::find(kWithin, word(i - 2)) != kWithin.end();
  }

  [[nodiscard]] const Match* demonym_at(std::uint32_t i) const {
    const auto at = std::ranges::lower_bound(matches_, i, {}, [](const Match& m) { return m.tokens.first; });
    for (auto m = at; m != matches_.end() && m->tokens.first == i; ++m)
      if (m->list == List::demonym) return &*m;
    return nullptr;
  }

  /// No name, "of" or noun behind it.
  [[nodiscard]] bool stands_alone(std::uint32_t noun, std::uint32_t last) const {
    const std::uint32_t next = noun + 1;
    if (next >= last) return true;
    const std::string_view w = word(next);
    if (w == "of" || w == "-" || in_a_place(next) || (w == "," && in_a_place(next + 1))) return false;
    if (w == "'s" || w == "’s") return true;
    if (capital(next)) return is_day(w);
    const Upos upos = analysis_.tokens[next].upos;
    return upos != Upos::noun && upos != Upos::propn;
  }

  /// "hit the town Wednesday", "the village May 3".
  static bool is_day(std::string_view w) {
    static constexpr auto kDays = std::to_array<std::string_view>(
        {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march",
         "april", "may", "june", "july", "august", "september", "october", "november", "december"});
    return std::ranges::find(kDays, w) != kDays.end();
  }

  /// "the Syrian capital", "the capital of Syria", "the capital": the seat of the government, unless its name stands there.
  void capital_city(std::uint32_t article, std::uint32_t noun, const Match* people, std::uint32_t last) {
    const Country* country = nullptr;
    std::uint32_t end = noun + 1;
    if (people != nullptr) {
      country = &resources_.countries[people->entry];
    } else if (word(end) == "of") {
      for (const Match& m : matches_)
        if (m.list == List::country && m.tokens.first == end + 1)
          country = &resources_.countries[m.entry], end = m.tokens.last;
    } else if (noun == article + 1 && !survey_.countries.empty()) {
      const auto most = std::ranges::max_element(survey_.countries, {}, [](const auto& one) { return one.second; });
      country = &resources_.countries[resources_.country_by_code.at(most->first)];
    }
    if (country == nullptr || country->capital.empty() || !stands_alone(end - 1, last)) return;
    for (const PlaceMention& place : places_)
      if (place.name == country->capital && place.country == country->code) return add({article, end}, place);
    for (const PlaceRecord& record : resources_.places)
      if (record.name == country->capital && record.country == country->code)
        return add({article, end}, {.tokens = {},
                                    .name = record.name,
                                    .country = record.country,
                                    .kind = record.kind,
                                    .parent = record.parent,
                                    .point = point_of(record)});
  }

  /// The place named before that the noun fits best: of that very sort, often named, named lately.
  [[nodiscard]] const PlaceMention* antecedent(std::uint32_t noun) const {
    const PlaceMention* best = nullptr;
    int best_score = 0;
    std::uint32_t sentence = 0;
    for (const PlaceMention& place : places_) {
      if (place.tokens.first >= noun) break;
      while (analysis_.sentences[sentence].last <= place.tokens.first) ++sentence;
      const int fit = fitness(place, word(noun));
      if (fit == 0) continue;
      const int back = static_cast<int>(sentence_ - sentence);
      const int score = 3 * fit + 2 * std::min(mentioned_.at(place.name), 4) - std::min(back, 12);
      if (best == nullptr || score >= best_score) best = &place, best_score = score;
    }
    return best;
  }

  /// 0 not at all, 2 of this very sort.
  [[nodiscard]] int fitness(const PlaceMention& place, std::string_view noun) const {
    const PlaceKind kind = noun == "state" ? PlaceKind::adm1 : *kind_of_noun(noun);
    const bool settlement = exactness(place) == 3;
    switch (kind) {
      case PlaceKind::city:
        return !settlement ? 0 : place.kind == PlaceKind::city ? 2 : place.kind == PlaceKind::town ? 1 : 0;
      case PlaceKind::town:
        return !settlement ? 0 : place.kind == PlaceKind::village ? 1 : 2;
      case PlaceKind::village:
        return !settlement || place.kind == PlaceKind::city         ? 0
               : place.kind == PlaceKind::village || place.unlisted ? 2
                                                                    : 1;
      case PlaceKind::adm2:
        return place.kind == PlaceKind::adm2 || place.kind == PlaceKind::quarter ? 2 : 0;
      case PlaceKind::facility: {
        const std::string_view last = word(place.tokens.last - 1);
        return place.kind == PlaceKind::facility && (last == noun || word(place.tokens.last) == noun) ? 2 : 0;
      }
      default:
        return place.kind == kind ? 2 : 0;
    }
  }

  void add(TokenRange tokens, PlaceMention place) {
    place.tokens = tokens;
    place.reference = true;
    made_.push_back(std::move(place));
  }

  const Document& document_;
  const Analysis& analysis_;
  const Resources& resources_;
  const std::vector<Match>& matches_;
  const NameSurvey& survey_;
  const std::vector<PlaceMention>& places_;
  std::map<std::string, int> mentioned_;
  std::uint32_t sentence_ = 0;
  std::vector<PlaceMention> made_;
};

}  // namespace

std::vector<PlaceMention> find_references(const Document& document, const Analysis& analysis,
                                          const Resources& resources, const std::vector<Match>& matches,
                                          const NameSurvey& survey, const FoundPlaces& found) {
  return References(document, analysis, resources, matches, survey, found).run();
}

}  // namespace attest
