#include "gazetteer/rows.hpp"

#include <fmt/format.h>
#include <unicode/locid.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

namespace attest {

namespace {

tl::unexpected<Error> broken(std::string why) { return fail(ErrorCode::bad_resource, std::move(why)); }

template <class Number>
std::optional<Number> number_in(std::string_view cell) {
  Number value{};
  const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
  if (cell.empty() || error != std::errc{} || end != cell.data() + cell.size()) return std::nullopt;
  return value;
}

bool is_number(std::string_view cell) {
  return !cell.empty() && std::ranges::all_of(cell, [](char c) { return c >= '0' && c <= '9'; });
}

/// @errors bad_resource  for what is not on the Earth
Result<std::optional<LatLon>> point_in(std::string_view latitude, std::string_view longitude) {
  if (latitude.empty() && longitude.empty()) return std::nullopt;
  const auto lat = number_in<double>(latitude);
  const auto lon = number_in<double>(longitude);
  const auto point = lat && lon ? LatLon::from_degrees(*lat, *lon) : std::nullopt;
  if (!point) return broken(fmt::format("'{}', '{}' is not a latitude and a longitude", latitude, longitude));
  return point;
}

Result<std::int64_t> population_in(std::string_view cell) {
  const auto population = number_in<std::int64_t>(cell);
  if (!cell.empty() && population.value_or(-1) < 0) return broken(fmt::format("'{}' is not a population", cell));
  return population.value_or(0);
}

Result<void> expect_cells(const std::vector<std::string_view>& cells, std::size_t wanted) {
  if (cells.size() != wanted) return broken(fmt::format("{} cells, but {} columns", cells.size(), wanted));
  return {};
}

Result<void> expect_country(std::string_view code) {
  const bool good = code.size() == 2 && std::ranges::all_of(code, [](char c) { return c >= 'A' && c <= 'Z'; });
  if (!good) return broken(fmt::format("'{}' is not a two-letter country code", code));
  return {};
}

// geonameid, name, asciiname, alternatenames, latitude, longitude, feature class, feature code, country code, cc2,
// admin1 code, admin2 code, admin3 code, admin4 code, population, elevation, dem, timezone, modification date
Result<void> read_geonames(std::string_view line, GazetteerBuilder& builder, SourceCounts& counts) {
  const std::vector<std::string_view> cells = cells_of(line);
  ATTEST_CHECK(expect_cells(cells, 19));
  if (!is_number(cells[0])) return broken(fmt::format("'{}' is not a GeoNames id", cells[0]));
  if (cells[1].empty()) return broken("a place needs a name");
  GazetteerPlace place;
  ATTEST_TRY(place.point, point_in(cells[4], cells[5]));
  ATTEST_TRY(place.population, population_in(cells[14]));
  const auto kind = kind_of_feature(cells[6], cells[7], place.population);
  if (!kind || cells[8].empty()) {  // a sea has no country
    ++counts.passed_over;
    return {};
  }
  ATTEST_CHECK(expect_country(cells[8]));
  place.names.emplace_back(cells[1]);
  if (cells[2] != cells[1]) place.names.emplace_back(cells[2]);
  for (const std::string_view name : cells_of(cells[3], ',')) place.names.emplace_back(name);
  place.kind = *kind;
  place.feature = cells[7];
  place.country = cells[8];
  place.adm1 = cells[10];
  place.adm2 = cells[11];
  place.source = "GeoNames";
  place.id = cells[0];
  builder.add(place);
  ++counts.places;
  return {};
}

// alternateNameId, geonameid, isolanguage, alternate name, ...
Result<void> read_alternate_name(std::string_view line, GazetteerBuilder& builder, SourceCounts& counts) {
  static constexpr auto kNoNames = std::to_array<std::string_view>(
      {"link", "wkdt", "post", "iata", "icao", "faac", "tcid", "unlc", "phon", "piny", "abbr"});
  const std::vector<std::string_view> cells = cells_of(line);
  if (cells.size() != 8 && cells.size() != 10) return broken(fmt::format("{} cells, but 10 columns", cells.size()));
  if (!is_number(cells[1])) return broken(fmt::format("'{}' is not a GeoNames id", cells[1]));
  if (cells[3].empty()) return broken("a name is missing");
  if (std::ranges::find(kNoNames, cells[2]) != kNoNames.end()) {
    ++counts.passed_over;
    return {};
  }
  builder.add_name("GeoNames", cells[1], cells[3]);
  ++counts.names;
  return {};
}

constexpr std::string_view kWhosOnFirst =
    "wof_id\tcountry\tplacetype\tname\tgeonames_id\twikidata_id\tgn_fcode\tlat\tlon\tlabel_lat\tlabel_lon\tbbox\t"
    "population\tparent_id\tregion_id\tregion\tcounty_id\tcounty\tsrc_geom\tnames";

std::optional<PlaceKind> kind_of_placetype(std::string_view type, std::string_view feature, std::int64_t population) {
  if (type == "country") return PlaceKind::region;
  if (type == "region" || type == "macroregion") return PlaceKind::adm1;
  if (type == "county" || type == "localadmin" || type == "macrocounty") return PlaceKind::adm2;
  if (type == "neighbourhood" || type == "borough" || type == "macrohood") return PlaceKind::quarter;
  if (type == "campus") return PlaceKind::facility;
  if (type != "locality") return std::nullopt;
  const auto kind = kind_of_feature(feature.starts_with('P') ? "P" : "", feature, population);
  return kind ? kind : PlaceKind::village;
}

Result<void> read_whos_on_first(std::string_view line, GazetteerBuilder& builder, SourceCounts& counts) {
  const std::vector<std::string_view> cells = cells_of(line);
  ATTEST_CHECK(expect_cells(cells, 20));
  if (!is_number(cells[0])) return broken(fmt::format("'{}' is not a Who's On First id", cells[0]));
  ATTEST_CHECK(expect_country(cells[1]));
  GazetteerPlace place;
  ATTEST_TRY(place.population, population_in(cells[12]));
  const bool label = !cells[9].empty() && !cells[10].empty();  // where a map would write the name: within the place
  ATTEST_TRY(place.point, label ? point_in(cells[9], cells[10]) : point_in(cells[7], cells[8]));
  const auto kind = kind_of_placetype(cells[2], cells[6], place.population);
  if (!kind) {
    ++counts.passed_over;
    return {};
  }
  if (!cells[3].empty()) place.names.emplace_back(cells[3]);
  for (const std::string_view name : cells_of(cells[19], '|'))
    place.names.emplace_back(name.substr(name.find('=') + 1));
  if (place.names.empty()) return broken("a place needs a name");
  place.kind = *kind;
  place.feature = cells[6];
  place.country = cells[1];
  place.adm1 = cells[15];
  place.adm2 = cells[17];
  place.source = "Who's On First";
  place.id = cells[0];
  builder.add(place);
  ++counts.places;
  return {};
}

constexpr std::string_view kPCodes = "Location,Admin Level,P-Code,Name,Parent P-Code,Valid from date";

/// Cells between commas; a cell in quotes may hold commas, and quotes twice.
std::vector<std::string> comma_cells(std::string_view line) {
  std::vector<std::string> cells(1);
  bool quoted = false;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const char c = line[i];
    if (quoted && c == '"' && line.substr(i + 1).starts_with('"'))
      cells.back() += line[++i];
    else if (c == '"')
      quoted = !quoted;
    else if (c == ',' && !quoted)
      cells.emplace_back();
    else
      cells.back() += c;
  }
  return cells;
}

/// Regions by their humanitarian code. The table has no coordinates: the builder takes those of a region of the same
/// name from other sources.
class PCodes {
 public:
  PCodes() {
    for (const char* const* code = icu::Locale::getISOCountries(); *code != nullptr; ++code)
      two_letters_.emplace(icu::Locale("", *code).getISO3Country(), *code);
  }
  Result<void> operator()(std::string_view line, GazetteerBuilder& builder, SourceCounts& counts) {
    const std::vector<std::string> cells = comma_cells(line);
    if (cells.size() != 6) return broken(fmt::format("{} cells, but 6 columns", cells.size()));
    const auto country = two_letters_.find(cells[0]);
    if (country == two_letters_.end()) return broken(fmt::format("'{}' is not a country code", cells[0]));
    if (cells[1] != "1" && cells[1] != "2") return broken(fmt::format("'{}' is not a level, 1 or 2", cells[1]));
    if (cells[2].empty() || cells[3].empty()) return broken("a region needs a code and a name");
    names_[cells[2]] = cells[3];
    GazetteerPlace place;
    place.names = {cells[3]};
    place.kind = cells[1] == "1" ? PlaceKind::adm1 : PlaceKind::adm2;
    place.feature = cells[1] == "1" ? "ADM1" : "ADM2";
    place.country = country->second;
    const auto parent = names_.find(cells[4]);
    if (parent != names_.end()) place.adm1 = parent->second;
    place.source = "OCHA";
    place.id = cells[2];
    builder.add(place);
    ++counts.places;
    return {};
  }

 private:
  std::map<std::string, std::string> two_letters_, names_;
};

constexpr std::string_view kReviewed = "name\tcountry\tkind\tparent\tlat\tlon\tpopulation\taliases\tcontext";
constexpr std::string_view kGenerated = "name\tcountry\tkind\tlat\tlon\tpopulation\tcontext";

/// Tables like resources/gazetteer.tsv, and like its generated neighbours, which know neither parents nor aliases.
Result<void> read_own(std::string_view line, GazetteerBuilder& builder, SourceCounts& counts) {
  if (line.empty() || line.front() == '#') return {};
  std::vector<std::string_view> cells = cells_of(line);
  const bool generated = cells.size() == 7;
  if (generated) {
    cells.insert(cells.begin() + 6, std::string_view());
    cells.insert(cells.begin() + 3, std::string_view());
  }
  ATTEST_CHECK(expect_cells(cells, 9));
  if (cells[0].empty()) return broken("a place needs a name");
  if (!cells[1].empty()) ATTEST_CHECK(expect_country(cells[1]));
  const auto* const kind = std::ranges::find(kPlaceKinds, cells[2]);
  if (kind == kPlaceKinds.end()) return broken(fmt::format("'{}' is not a kind of place", cells[2]));
  GazetteerPlace place;
  ATTEST_TRY(place.point, point_in(cells[4], cells[5]));
  ATTEST_TRY(place.population, population_in(cells[6]));
  place.names.emplace_back(cells[0]);
  for (const std::string_view name : cells_of(cells[7], '|')) place.names.emplace_back(name);
  place.kind = static_cast<PlaceKind>(kind - kPlaceKinds.begin());
  place.country = cells[1];
  const bool in_town = place.kind >= PlaceKind::quarter && place.kind <= PlaceKind::facility;
  (in_town ? place.parent : place.adm1) = cells[3];
  place.source = generated ? "GeoNames" : "reviewed";
  place.id = fmt::format("{}/{}/{}/{}", cells[1], cells[0], cells[2], cells[3]);
  builder.add(place);
  ++counts.places;
  return {};
}

}  // namespace

std::vector<std::string_view> cells_of(std::string_view line, char separator) {
  std::vector<std::string_view> cells;
  for (std::size_t at = 0;;) {
    const std::size_t end = line.find(separator, at);
    cells.push_back(line.substr(at, end - at));
    if (end == std::string_view::npos) return cells;
    at = end + 1;
  }
}

RowReader reader_for(std::string_view first_line, bool& is_header) {
  is_header = true;
  if (first_line == kWhosOnFirst) return read_whos_on_first;
  if (first_line == kPCodes)
    return [codes = std::make_shared<PCodes>()](auto line, auto& builder, auto& counts) {
      return (*codes)(line, builder, counts);
    };
  if (first_line == kReviewed || first_line == kGenerated || first_line.starts_with('#')) return read_own;
  is_header = false;
  const std::vector<std::string_view> cells = cells_of(first_line);
  if (cells.size() == 19) return read_geonames;
  if ((cells.size() == 8 || cells.size() == 10) && is_number(cells[0]) && is_number(cells[1]))
    return read_alternate_name;
  return {};
}

}  // namespace attest
