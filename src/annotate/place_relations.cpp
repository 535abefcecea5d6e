#include "annotate/place_relations.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <numbers>

#include "annotate/numbers.hpp"
#include "annotate/place_words.hpp"

namespace attest {

namespace {

constexpr double kExactWithinKm = 25;  // UCDP: as near to a known point as this is its precision 2

constexpr auto kAround = std::to_array<std::string_view>(
    {"outskirts", "outskirt", "edge", "edges", "suburbs", "vicinity", "environs", "surroundings", "periphery",
     "fringes", "countryside", "hinterland", "gates", "entrance", "entrances", "approaches"});
constexpr auto kAreaBehind =
    std::to_array<std::string_view>({"area", "areas", "environs", "countryside", "outskirts", "suburbs", "surroundings",
                                     "hinterland", "axis", "axes", "front", "pocket", "belt"});
constexpr auto kPart = std::to_array<std::string_view>(
    {"north", "south", "east", "west", "northern", "southern", "eastern", "western", "central", "northeastern",
     "northwestern", "southeastern", "southwestern", "downtown", "rural", "upper", "lower", "inner", "old"});
constexpr auto kRoads =
    std::to_array<std::string_view>({"road", "highway", "motorway", "route", "railway", "corridor"});

template <class List>
bool among(const List& list, std::string_view word) {
  return std::ranges::find(list, word) != list.end();
}

/// Degrees clockwise from north of "north", "southwest".
std::optional<double> bearing_of(std::string_view word) {
  static constexpr std::array<std::pair<std::string_view, double>, 8> kBearings = {{{"north", 0},
                                                                                    {"northeast", 45},
                                                                                    {"east", 90},
                                                                                    {"southeast", 135},
                                                                                    {"south", 180},
                                                                                    {"southwest", 225},
                                                                                    {"west", 270},
                                                                                    {"northwest", 315}}};
  for (const auto& [name, degrees] : kBearings)
    if (name == word) return degrees;
  return std::nullopt;
}

std::optional<double> km_in(std::string_view unit) {
  if (unit == "km" || unit == "kms" || unit.starts_with("kilomet")) return 1.0;
  if (unit == "mile" || unit == "miles" || unit == "mi") return 1.609;
  if (unit == "m" || unit == "metres" || unit == "meters") return 0.001;
  return std::nullopt;
}

/// The precision of the named place itself; 0 for an area of several countries.
int precision_of(const PlaceMention& place) {
  switch (place.kind) {
    case PlaceKind::region:
      return place.country ? 6 : 0;
    case PlaceKind::adm1:
      return 4;
    case PlaceKind::adm2:
      return 3;
    case PlaceKind::water:
    case PlaceKind::feature:
      return 5;
    case PlaceKind::city:
    case PlaceKind::town:
    case PlaceKind::village:
    case PlaceKind::quarter:
    case PlaceKind::camp:
    case PlaceKind::facility:
      return 1;
  }
  return 0;
}

class Relater {
 public:
  Relater(const Analysis& analysis, std::vector<PlaceMention>& places) : analysis_(analysis), places_(places) {}

  void run() {
    std::size_t sentence = 0;
    for (PlaceMention& place : places_) {
      while (analysis_.sentences[sentence].last <= place.tokens.first) ++sentence;
      first_ = analysis_.sentences[sentence].first;
      last_ = analysis_.sentences[sentence].last;
      relate(place);
    }
    for (std::size_t i = 0; i + 1 < places_.size(); ++i) join_ends(places_[i], places_[i + 1]);
    for (PlaceMention& place : places_)
      if (place.unlisted && !place.point) lean_on_neighbour(place);
    for (PlaceMention& place : places_)
      if (place.unlisted && !place.point) take_from_namesake(place);
  }

 private:
  [[nodiscard]] std::string_view word(std::uint32_t i) const {
    return i >= first_ && i < last_ ? analysis_.word(i) : std::string_view();
  }
  /// The word `back` before token `i`, empty at the sentence's start.
  [[nodiscard]] std::string_view before(std::uint32_t i, std::uint32_t back = 1) const {
    return i >= first_ + back ? word(i - back) : std::string_view();
  }

  /// Where the phrase of a place begins: before "the", "the city of", "the town".
  [[nodiscard]] std::uint32_t phrase_start(const PlaceMention& place) const {
    std::uint32_t at = place.tokens.first;
    while (at > first_) {
      const std::string_view w = before(at);
      if (w == "the" || w == "nearby" || kind_of_noun(w) || (w == "of" && kind_of_noun(before(at, 2))))
        --at;
      else
        break;
    }
    return at;
  }

  void relate(PlaceMention& place) const {
    place.precision = precision_of(place);
    const std::uint32_t start = phrase_start(place), end = place.tokens.last;
    const std::string_view link = before(start), after = word(end);
    const std::string_view after_name = after == "'s" || after == "’s" ? word(end + 1) : after;
    if (is_border(place, start)) {
      place.relation = PlaceRelation::border;
      place.precision = 5;
      place.point.reset();
    } else if (link == "of" || link == "from") {
      if (const auto offset = offset_before(start - 1)) return move(place, *offset);
      if (link == "of" && among(kAround, before(start, 2))) near(place);
      if (link == "of" && bearing_of(before(start, 2)) && before(start, 3) == "the") part(place);  // "in the north of"
    } else if (link == "near" || link == "around" || link == "outside" || link == "off" || link == "beyond" ||
               ((link == "to" || link == "by") && (before(start, 2) == "close" || before(start, 2) == "next")) ||
               among(kAreaBehind, after_name)) {
      near(place);
    } else if (among(kPart, before(place.tokens.first)) || among(kPart, after_name)) {
      part(place);
    }
  }

  struct Offset {
    std::optional<double> km, bearing;
  };

  /// "17 km north-west of", "60 kilometres (37 miles) from", "north of": what stands before the "of" or "from" at `at`.
  [[nodiscard]] std::optional<Offset> offset_before(std::uint32_t at) const {
    Offset offset;
    std::uint32_t end = at;  // behind what is left to read
    const bool hyphen = before(end, 2) == "-" && bearing_of(before(end)) && bearing_of(before(end, 3));
    const bool apart = bearing_of(before(end)) && bearing_of(before(end, 2));  // "north east"
    if (hyphen || apart) {
      offset.bearing = bearing_of(std::string(before(end, hyphen ? 3 : 2)) + std::string(before(end)));
      end -= hyphen ? 3 : 2;
    } else if ((offset.bearing = bearing_of(before(end)))) {
      --end;
      if (before(end) == "the" && before(end, 2) != "to") return std::nullopt;  // "the north of": a part of it
    }
    while (before(end) == "the" || before(end) == "to" || before(end) == "away" || before(end) == "just" ||
           before(end) == "further")
      --end;
    if (before(end) == ")") {  // "60 kilometres (37 miles)"
      std::uint32_t open = end - 1;
      while (open > first_ && word(open) != "(" && end - open < 6) --open;
      if (word(open) == "(") end = open;
    }
    if (const auto unit = km_in(before(end))) offset.km = distance_at(end - 1, *unit);
    if (!offset.bearing && !offset.km) return std::nullopt;
    return offset;
  }

  /// The number that ends before the unit at `at`, in kilometres.
  [[nodiscard]] std::optional<double> distance_at(std::uint32_t at, double unit) const {
    const std::uint32_t end = before(at) == "-" ? at - 1 : at;
    for (std::uint32_t start = end > first_ + 4 ? end - 4 : first_; start < end; ++start)
      if (const auto number = number_at(analysis_, start, end); number && number->end == end)
        return static_cast<double>(number->value) * unit;
    const std::string_view figure = before(end);
    double value = 0;
    const auto [rest, error] = std::from_chars(figure.data(), figure.data() + figure.size(), value);
    if (error == std::errc() && rest == figure.data() + figure.size()) return value * unit;
    if (figure == "few") return 5 * unit;
    return std::nullopt;
  }

  /// "the border with Iraq", "the Syrian border", "the border between Iraq and Syria".
  [[nodiscard]] bool is_border(const PlaceMention& place, std::uint32_t start) const {
    const auto border = [](std::string_view w) { return w == "border" || w == "borders" || w == "frontier"; };
    const std::uint32_t end = place.tokens.last;
    if (border(word(end - 1)) || border(word(end))) return true;
    if (word(end) == "-" && border(word(end + 2))) return true;  // "Iraq-Syria border"
    const std::string_view link = before(start);
    if (link == "with" || link == "of" || link == "between" || link == "to") return border(before(start, 2));
    return link == "and" && start >= first_ + 4 && before(start, 3) == "between" && border(before(start, 4));
  }

  static void near(PlaceMention& place) {
    place.relation = PlaceRelation::near;
    if (place.precision == 1) place.precision = 2;
    if (place.precision == 6) place.precision = 5;
  }

  /// Quarters collapse into their town; a part of a country is larger than a province.
  static void part(PlaceMention& place) {
    if (place.relation != PlaceRelation::at) return;
    place.relation = PlaceRelation::part;
    if (place.precision == 6) place.precision = 5;
  }

  static void move(PlaceMention& place, const Offset& offset) {
    place.relation = PlaceRelation::offset;
    const bool exact = place.precision <= 2 && offset.km.value_or(0) <= kExactWithinKm;
    place.precision = exact && place.precision > 0 ? 2 : 5;
    if (!offset.km || !offset.bearing || !place.point) return;
    constexpr double kKmPerDegree = 111.2, kRadians = std::numbers::pi / 180;
    const double north = *offset.km * std::cos(*offset.bearing * kRadians) / kKmPerDegree;
    const double east = *offset.km * std::sin(*offset.bearing * kRadians) / kKmPerDegree;
    const double shrink = std::max(0.05, std::cos(place.point->latitude * kRadians));
    if (const auto moved = LatLon::from_degrees(place.point->latitude + north, place.point->longitude + east / shrink))
      place.point = moved;
  }

  /// "between A and B", "the road from A to B", "the A-B highway": the middle stands for both.
  void join_ends(PlaceMention& one, PlaceMention& two) {
    if (two.tokens.first < one.tokens.last || two.tokens.first - one.tokens.last > 4) return;
    const auto sentence = std::ranges::upper_bound(analysis_.sentences, one.tokens.first, {}, &Sentence::first) - 1;
    first_ = sentence->first, last_ = sentence->last;
    if (two.tokens.first >= last_) return;
    const std::uint32_t start = phrase_start(one), second = phrase_start(two);
    const std::string_view joint = second > one.tokens.last ? word(one.tokens.last) : std::string_view();
    const bool between = before(start) == "between" && joint == "and";
    const bool road_between = among(kRoads, word(two.tokens.last)) && (joint == "-" || joint == "–" || joint == "to");
    const bool road_from = before(start) == "from" && joint == "to" && among(kRoads, before(start, 2));
    const bool road_links = (before(start) == "linking" || before(start) == "connecting") &&
                            (joint == "and" || joint == "with" || joint == "to");
    if (!between && !road_between && !road_from && !road_links) return;
    if (one.relation == PlaceRelation::border || two.relation == PlaceRelation::border) return;
    for (PlaceMention* place : {&one, &two}) {
      place->relation = PlaceRelation::between;
      place->precision = 5;
    }
    if (!one.point || !two.point) return;
    const LatLon a = *one.point, b = *two.point;
    one.point = two.point = LatLon::from_degrees((a.latitude + b.latitude) / 2, (a.longitude + b.longitude) / 2);
  }

  /// A name without a point of its own: "Vardim, north of the city of Tikrit", "the village of Vardim near Tikrit",
  /// "Vardim in Anbar province", "Vardim district of Baghdad".
  void lean_on_neighbour(PlaceMention& place) const {
    const PlaceMention* found = nullptr;
    for (auto at = std::ranges::upper_bound(places_, place.tokens.first, {},
                                            [](const PlaceMention& p) { return p.tokens.first; });
         at != places_.end() && at->tokens.first <= place.tokens.last + 8; ++at) {
      const auto link = at->relation;
      const bool by = (link == PlaceRelation::offset || link == PlaceRelation::near) && at->precision > 0 &&
                      is_plain_between(place.tokens.last, at->tokens.first);
      if (by || at->name == place.parent) found = &*at;
      break;
    }
    if (found == nullptr) {
      place.precision = place.country ? 6 : 0;
      return;
    }
    place.point = found->point;
    const bool quarter = place.kind == PlaceKind::quarter && found->precision <= 2;
    place.precision = std::max(found->precision, quarter ? 1 : 2);
  }

  /// The same name elsewhere in the report, where the words say more.
  void take_from_namesake(PlaceMention& place) const {
    for (const PlaceMention& other : places_) {
      if (!other.unlisted || !other.point || other.name != place.name) continue;
      place.point = other.point;
      place.precision = other.precision;
      return;
    }
  }

  /// Only words of an offset between a place and the next.
  [[nodiscard]] bool is_plain_between(std::uint32_t from, std::uint32_t to) const {
    for (std::uint32_t i = from; i < to; ++i) {
      const std::string_view w = analysis_.word(i);
      const char c = w.empty() ? ' ' : w[0];
      const bool plain = w == "," || w == "of" || w == "the" || w == "from" || w == "to" || w == "near" ||
                         w == "outside" || w == "around" || w == "about" || w == "some" || w == "just" || w == "-" ||
                         w == "on" || w == "in" || w == "(" || w == ")" || (c >= '0' && c <= '9') || bearing_of(w) ||
                         km_in(w) || kind_of_noun(w) || among(kAround, w) || among(kAreaBehind, w);
      if (!plain) return false;
    }
    return true;
  }

  const Analysis& analysis_;
  std::vector<PlaceMention>& places_;
  std::uint32_t first_ = 0, last_ = 0;
};

}  // namespace

void relate_places(const Analysis& analysis, std::vector<PlaceMention>& places) { Relater(analysis, places).run(); }

}  // namespace attest
