#include "cli/score_events.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <optional>
#include <utility>

#include "base/files.hpp"
#include "base/fold_word.hpp"
#include "base/table.hpp"
#include "cli/setup.hpp"
#include "cli/side_table.hpp"
#include "gazetteer/resolve.hpp"

namespace attest::cli {

namespace {

/// The countries' codes by their names, folded.
Result<std::map<std::string, std::string>> country_codes(const std::string& resources) {
  ATTEST_TRY(const Table table,
             read_table(resources_folder(resources) / "countries.tsv",
                        {"code", "name", "aliases", "adjectives", "people", "capital", "lat", "lon"}));
  std::map<std::string, std::string> codes;
  for (const TableRow& row : table.rows) {
    codes.emplace(fold_word(row.cells[1]), row.cells[0]);
    for (const std::string& alias : split_list(row.cells[2])) codes.emplace(fold_word(alias), row.cells[0]);
  }
  return codes;
}

struct Event {
  std::string name, country, province, district;
  char precision = '1';
  LatLon point;
};

class Events {
 public:
  static Result<std::vector<Event>> read(const std::string& path, const std::map<std::string, std::string>& codes) {
    constexpr std::size_t kLargest = std::size_t{1} << 30U;
    ATTEST_TRY(const std::string text, read_file(path, kLargest));
    ATTEST_TRY(const SideTable table, read_side_table(text, path));
    static constexpr auto kColumns = std::to_array<std::string_view>(
        {"where_coordinates", "where_prec", "latitude", "longitude", "country", "adm_1", "adm_2"});
    std::array<std::size_t, kColumns.size()> at{};
    for (std::size_t i = 0; i < kColumns.size(); ++i) {
      const auto found = std::ranges::find(table.columns, kColumns.at(i));
      if (found == table.columns.end())
        return fail(ErrorCode::bad_resource, fmt::format("no column '{}'", kColumns.at(i)), path);
      at.at(i) = static_cast<std::size_t>(found - table.columns.begin());
    }
    std::vector<Event> events;
    for (const SideTable::Row& row : table.rows) {
      const auto point =
          LatLon::from_degrees(std::atof(row.values[at[2]].c_str()), std::atof(row.values[at[3]].c_str()));
      if (!point || row.values[at[1]].size() != 1)
        return fail(ErrorCode::bad_resource, "no point or no precision", fmt::format("{}:{}", path, row.line));
      const std::string& country = row.values[at[4]];
      std::string name = fold_word(country.substr(0, country.find(" (")));
      const auto code = codes.find(name);
      events.push_back({row.values[at[0]], code == codes.end() ? std::string() : code->second, row.values[at[5]],
                        row.values[at[6]], row.values[at[1]][0], *point});
    }
    return events;
  }
};

struct Tally {
  std::size_t all = 0, within_10 = 0, within_25 = 0, beyond_50 = 0, nowhere = 0;
  void add(std::optional<double> distance) {
    ++all;
    within_10 += distance && *distance <= 10 ? 1U : 0U;
    within_25 += distance && *distance <= 25 ? 1U : 0U;
    beyond_50 += distance && *distance > 50 ? 1U : 0U;
    nowhere += distance ? 0U : 1U;
  }
  [[nodiscard]] std::string row(std::string_view what) const {
    const auto share = [&](std::size_t part) {
      return all == 0 ? 0.0 : 100.0 * static_cast<double>(part) / static_cast<double>(all);
    };
    return fmt::format("{:<28}{:>7}{:>11.1f}{:>11.1f}{:>11.1f}{:>11.1f}\n", what, all, share(within_10),
                       share(within_25), share(beyond_50), share(nowhere));
  }
};

/// What is known besides the name of a place.
enum class Asked : std::uint8_t {
  by_name,      // its country
  in_province,  // and the province, which a report mostly names as well
  in_district,  // and the district
  any           // whether one of the candidates is right: what a reader of the whole report might reach
};
constexpr auto kAsked =
    std::to_array<std::string_view>({"by name alone", "with the province", "with the district", "any candidate"});

class Scorer {
 public:
  Scorer(const Gazetteers& gazetteers, std::size_t errors) : gazetteers_(gazetteers), errors_(errors) {}

  std::string score(const std::string& path, const std::vector<Event>& events) {
    std::string out;
    for (const Asked asked : {Asked::by_name, Asked::in_province, Asked::in_district, Asked::any})
      out += block(path, events, asked);
    out.insert(0, details_);
    details_.clear();
    return out;
  }

 private:
  using Key = std::array<std::string, 4>;  // name, country, province, district

  std::string block(const std::string& path, const std::vector<Event>& events, Asked asked) {
    std::map<Key, std::vector<const Event*>> by_name;
    for (const Event& event : events)
      by_name[{event.name, event.country, asked >= Asked::in_province ? event.province : "",
               asked >= Asked::in_district ? event.district : ""}]
          .push_back(&event);
    std::array<Tally, kLevels.size()> names, all;
    for (const auto& [key, group] : by_name) {
      const std::vector<RankedPlace> found = answers(key);
      const RankedPlace* const winner = clear_winner(found);
      const auto away = [&](const Event& event) -> std::optional<double> {
        if (asked != Asked::any)
          return winner == nullptr ? std::nullopt : std::optional(distance_km(*winner->place.point, event.point));
        std::optional<double> least;
        for (const RankedPlace& place : found)
          if (place.place.point)
            least = std::min(least.value_or(HUGE_VAL), distance_km(*place.place.point, event.point));
        return least;
      };
      const Event& usual = most_common(group);
      names.at(level(usual)).add(away(usual));
      for (const Event* event : group) all.at(level(*event)).add(away(*event));
      if (asked == Asked::in_district) tell(usual, winner, away(usual), group.size());
    }
    std::string out =
        fmt::format("{}, {}\n{:<28}{:>7}{:>11}{:>11}{:>11}{:>11}\n", path, kAsked.at(static_cast<std::size_t>(asked)),
                    "", "number", "<= 10 km %", "<= 25 km %", "> 50 km %", "nowhere %");
    for (std::size_t i = 0; i < kLevels.size(); ++i) {
      if (all.at(i).all == 0) continue;
      out += names.at(i).row(fmt::format("{}: names", kLevels.at(i)));
      out += all.at(i).row(fmt::format("{}: events", kLevels.at(i)));
    }
    return out;
  }

  [[nodiscard]] std::vector<RankedPlace> answers(const Key& key) const {
    const auto& [name, country, province, district] = key;
    PlaceQuestion question = read_question(name);
    question.country = country;
    for (const std::string& around : {province, district})
      if (!around.empty()) {
        PlaceQuestion outer = read_question(around);
        question.within.push_back({std::move(outer.name), outer.kind});
      }
    return resolve(gazetteers_, question);
  }

  static constexpr auto kLevels =
      std::to_array<std::string_view>({"exact", "near a place", "district", "province", "other"});
  /// UCDP's precision: 1 is the place, 2 its surroundings, 3 a district, 4 a province, and so on.
  static std::size_t level(const Event& event) {
    return event.precision >= '1' && event.precision <= '4' ? static_cast<std::size_t>(event.precision - '1') : 4;
  }
  /// The point that most events of a name are put at.
  static const Event& most_common(const std::vector<const Event*>& group) {
    const auto count = [&](const Event* event) {
      return std::ranges::count_if(group, [&](const Event* other) { return other->point == event->point; });
    };
    return **std::ranges::max_element(group, {}, count);
  }
  void tell(const Event& event, const RankedPlace* best, std::optional<double> away, std::size_t events) {
    if (level(event) > 1 || (away && *away <= 10) || told_ == errors_) return;
    ++told_;
    details_ += fmt::format("{}\t{}\t{}\t{}, {}", event.precision, events, event.name, event.district, event.country);
    if (best != nullptr)
      details_ += fmt::format("\t{:.0f} km\t{} ({}, {}, {}) {:.2f}", *away, best->place.name, best->place.matched,
                              name_of(best->place.match), best->place.source, best->score);
    details_ += '\n';
  }

  const Gazetteers& gazetteers_;
  std::size_t errors_, told_ = 0;
  std::string details_;
};

}  // namespace

Result<std::string> score_event_places(const std::vector<std::string>& files, const GazetteerOptions& options,
                                       std::size_t errors) {
  ATTEST_TRY(const auto codes, country_codes(options.resources));
  ATTEST_TRY(const Gazetteers gazetteers, open_gazetteers(options));
  Scorer scorer(gazetteers, errors);
  std::string out;
  for (const std::string& file : files) {
    ATTEST_TRY(const std::vector<Event> events, Events::read(file, codes));
    out += scorer.score(file, events);
  }
  return out;
}

}  // namespace attest::cli
