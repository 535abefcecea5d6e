#include "cli/ucdp_reports.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdlib>
#include <map>

#include "base/files.hpp"
#include "cli/side_table.hpp"

namespace attest::cli {

namespace {

constexpr auto kColumns = std::to_array<std::string_view>({"source_article", "where_coordinates", "where_prec",
                                                           "latitude", "longitude", "date_prec", "date_start",
                                                           "date_end", "side_a", "side_b", "best", "type_of_violence"});
enum Column {
  article,
  place,
  place_precision,
  latitude,
  longitude,
  time_precision,
  from,
  to,
  side_a,
  side_b,
  best,
  violence
};

int number(const std::string& text) {
  int value = 0;
  (void)std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

/// "\"SOHR,2016-01-01,Clashes …\";\"Reuters,…\"": the articles, without their quotes.
std::vector<std::string> articles_of(const std::string& cell) {
  std::vector<std::string> articles;
  std::size_t begin = 0;
  while (begin < cell.size()) {
    const std::size_t end = std::min(cell.find("\";", begin), cell.size());
    std::string one = cell.substr(begin, end - begin);
    std::erase(one, '"');
    one.erase(0, one.find_first_not_of(' '));
    if (!one.empty()) articles.push_back(std::move(one));
    begin = end + 2;
  }
  return articles;
}

/// "SOHR,2016-01-01,Clashes …": who published it and when.
ReportFacts facts_of(const std::string& article) {
  const std::size_t office = article.find(',');
  ReportFacts facts{article, article.substr(0, office), "", std::nullopt, {}, false};
  if (office != std::string::npos) facts.published = parse_iso_date(std::string_view(article).substr(office + 1, 10));
  return facts;
}

}  // namespace

Result<UcdpReports> read_ucdp_reports(const std::string& path, bool figures) {
  constexpr std::size_t kLargest = std::size_t{1} << 30U;
  ATTEST_TRY(const std::string text, read_file(path, kLargest));
  ATTEST_TRY(const SideTable table, read_side_table(text, path));
  std::array<std::size_t, kColumns.size()> at{};
  for (std::size_t i = 0; i < kColumns.size(); ++i) {
    const auto found = std::ranges::find(table.columns, kColumns.at(i));
    if (found == table.columns.end())
      return fail(ErrorCode::bad_resource, fmt::format("no column '{}'", kColumns.at(i)), path);
    at.at(i) = static_cast<std::size_t>(found - table.columns.begin());
  }
  UcdpReports reports;
  std::map<std::string, std::size_t> known;
  for (std::uint32_t event = 0; event < table.rows.size(); ++event) {
    const auto& values = table.rows[event].values;
    const auto cell = [&](Column column) -> const std::string& { return values[at.at(column)]; };
    Claim claim;
    claim.kind = ClaimKind::killed;
    if (figures) claim.count = Count{{}, number(cell(best)), number(cell(best)), Unit::persons};
    const auto point = LatLon::from_degrees(std::atof(cell(latitude).c_str()), std::atof(cell(longitude).c_str()));
    claim.place = Place{{}, cell(place), std::nullopt, point, number(cell(place_precision))};
    claim.time = Time{{}, parse_iso_date(cell(from)), parse_iso_date(cell(to)), {}, {}, number(cell(time_precision))};
    claim.actor = Party{{}, cell(side_a)};
    claim.opponent = Party{{}, cell(side_b)};
    if (cell(violence) == "3") claim.victims = Victims{{}, VictimStatus::civilian, VictimGroup::any};
    for (const std::string& headline : articles_of(cell(article))) {
      const auto [report, added] = known.emplace(headline, reports.size());
      if (added) reports.push_back({facts_of(headline), {}, {}});
      UcdpReport& told = reports[report->second];
      claim.id = fmt::format("c{}", told.claims.size() + 1);
      claim.incident = fmt::format("event-{}", event);
      told.claims.push_back(claim);
      told.events.emplace_back(event);
    }
  }
  return reports;
}

}  // namespace attest::cli
