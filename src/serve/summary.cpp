#include "serve/summary.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <map>
#include <utility>

#include "publish/json_object.hpp"

namespace attest {

namespace {

constexpr std::size_t kMostBuckets = 120;
constexpr std::size_t kMostActors = 50;

struct Sum {
  std::uint64_t low = 0, best = 0, high = 0;
  void add(const RowFigure& figure) {
    if (figure.best == kNoFigure && figure.high == kNoFigure) return;
    const auto known = [](std::uint32_t value, std::uint32_t other) { return value == kNoFigure ? other : value; };
    const std::uint32_t middle = known(figure.best, 0);
    low += known(figure.low, 0);
    best += middle;
    high += std::max(known(figure.high, middle), middle);
  }
};

/// Counts of a filter's values: a bit a value, or one value a row.
template <class E>
class Counts {
 public:
  void add(E value) { ++counts_.at(static_cast<std::size_t>(value)); }
  void add_bits(std::uint32_t bits) {
    for (std::size_t i = 0; i < counts_.size(); ++i) counts_.at(i) += bits >> i & 1U;
  }
  [[nodiscard]] std::vector<std::pair<std::string, std::uint64_t>> list() const {
    std::vector<std::pair<std::string, std::uint64_t>> all;
    for (std::size_t i = 0; i < counts_.size(); ++i)
      if (counts_.at(i) > 0) all.emplace_back(Names<E>::values.at(i), counts_.at(i));
    return all;
  }

 private:
  std::array<std::uint64_t, Names<E>::values.size()> counts_{};
};

struct Facets {
  Counts<ClaimKind> kinds;
  Counts<VictimStatus> statuses;
  Counts<VictimGroup> groups;
  Counts<Means> means;
  Counts<Grade> grades;
  Counts<Responsibility> responsibilities;
  Counts<SourceKind> source_kinds;
  Counts<ReviewBit> review;
  std::vector<std::uint64_t> actors;  // by name
  std::map<std::uint16_t, std::uint64_t> countries;
};

/// Days with how many incidents began and how many they killed.
struct Day {
  std::uint64_t incidents = 0, killed = 0;
};

class Summary {
 public:
  explicit Summary(const IncidentTable& table) : table_(table) { facets_.actors.resize(table.names.size()); }

  void take(std::uint32_t number, std::uint32_t failures) {
    const Row& row = table_.rows[number];
    if (failures == 0) count(row);
    // A facet leaves its own filter out: it counts what all others take.
    const auto counts = [&](Criterion own) { return (failures & ~bit_of(own)) == 0; };
    if (counts(Criterion::kind)) facets_.kinds.add_bits(row.kinds);
    if (counts(Criterion::status)) facets_.statuses.add_bits(row.statuses);
    if (counts(Criterion::group)) facets_.groups.add_bits(row.groups);
    if (counts(Criterion::means) && row.means != kNoMeans) facets_.means.add(static_cast<Means>(row.means));
    if (counts(Criterion::grade)) facets_.grades.add(static_cast<Grade>(row.grade));
    if (counts(Criterion::responsibility))
      facets_.responsibilities.add(static_cast<Responsibility>(row.responsibility));
    if (counts(Criterion::source_kind)) facets_.source_kinds.add_bits(row.source_kinds);
    if (counts(Criterion::review)) facets_.review.add_bits(row.review);
    if (counts(Criterion::country) && row.country != 0) ++facets_.countries[row.country];
    if (counts(Criterion::actor))
      for (const Interned::Name actor : table_.actors_of(row)) ++facets_.actors[actor];
    // The timeline shows what lies outside the days asked for, too: they are brushed on it.
    if (counts(Criterion::datetime) && row.from != kNoDay) {
      if (days_.empty() || days_.back().first != row.from) days_.emplace_back(row.from, Day{});
      Day& day = days_.back().second;
      ++day.incidents;
      if (row.killed.best != kNoFigure) day.killed += row.killed.best;
    }
  }

  [[nodiscard]] std::string json() const;

 private:
  void count(const Row& row) {
    ++total_;
    killed_.add(row.killed);
    injured_.add(row.injured);
    if (!row.placed) return;
    if (!placed_) west_ = east_ = row.longitude, south_ = north_ = row.latitude;
    placed_ = true;
    west_ = std::min(west_, row.longitude);
    east_ = std::max(east_, row.longitude);
    south_ = std::min(south_, row.latitude);
    north_ = std::max(north_, row.latitude);
  }
  void append_histogram(std::string& out) const;
  void append_facets(std::string& out) const;

  const IncidentTable& table_;
  std::uint64_t total_ = 0;
  Sum killed_, injured_;
  bool placed_ = false;
  double west_ = 0, south_ = 0, east_ = 0, north_ = 0;
  Facets facets_;
  std::vector<std::pair<std::int32_t, Day>> days_;  // ascending, as rows are
};

enum class Step { day, week, month, year };

/// The first day of the step in which a day lies; weeks begin on Mondays.
std::int32_t begin_of(std::int32_t day, Step step) {
  const Date date{std::chrono::days(day)};
  const std::chrono::year_month_day ymd{date};
  switch (step) {
    case Step::day:
      return day;
    case Step::week:
      return day - static_cast<std::int32_t>(std::chrono::weekday(date).iso_encoding()) + 1;
    case Step::month:
      return static_cast<std::int32_t>(Date{ymd.year() / ymd.month() / 1}.time_since_epoch().count());
    case Step::year:
      return static_cast<std::int32_t>(Date{ymd.year() / 1 / 1}.time_since_epoch().count());
  }
  return day;
}

std::int32_t next_of(std::int32_t begin, Step step) {
  constexpr std::int32_t kWithin[] = {1, 7, 31, 366};
  return begin_of(begin + kWithin[static_cast<std::size_t>(step)], step);
}

void Summary::append_histogram(std::string& out) const {
  constexpr std::array<std::string_view, 4> kNames = {"day", "week", "month", "year"};
  constexpr std::array<std::int32_t, 4> kLengths = {1, 7, 31, 366};
  Step step = Step::day;
  if (!days_.empty()) {
    const auto length = static_cast<std::size_t>(std::int64_t{days_.back().first} - days_.front().first + 1);
    while (step != Step::year &&
           length / static_cast<std::size_t>(kLengths.at(static_cast<std::size_t>(step))) > kMostBuckets)
      step = static_cast<Step>(static_cast<int>(step) + 1);
  }
  JsonObject json(out);
  json.text("step", kNames.at(static_cast<std::size_t>(step)));
  json.key("buckets");
  out += '[';
  for (auto day = days_.begin(); day != days_.end();) {
    // Steps in which nothing happened stand there, too, or the timeline would lie; only a gap of ages is left out.
    std::int32_t begin = begin_of(day->first, step);
    Day sum;
    for (; day != days_.end() && begin_of(day->first, step) == begin; ++day) {
      sum.incidents += day->second.incidents;
      sum.killed += day->second.killed;
    }
    const auto append = [&](std::int32_t from, const Day& of) {
      if (out.back() != '[') out += ',';
      JsonObject bucket(out);
      bucket.text("from", to_iso(Date{std::chrono::days(from)}));
      bucket.value("incidents", of.incidents);
      bucket.value("killed", of.killed);
      bucket.close();
    };
    append(begin, sum);
    if (day == days_.end()) break;
    const std::int32_t next = begin_of(day->first, step);
    std::size_t empty = 0;
    for (begin = next_of(begin, step); begin < next && empty < 2 * kMostBuckets; begin = next_of(begin, step), ++empty)
      append(begin, {});
  }
  out += ']';
  json.close();
}

void Summary::append_facets(std::string& out) const {
  JsonObject json(out);
  const auto facet = [&](std::string_view name, std::vector<std::pair<std::string, std::uint64_t>> values,
                         std::size_t most = 1000) {
    std::ranges::stable_sort(values, [](const auto& a, const auto& b) { return a.second > b.second; });
    if (values.size() > most) values.resize(most);
    json.key(name);
    out += '[';
    for (const auto& [value, count] : values) {
      if (out.back() != '[') out += ',';
      JsonObject one(out);
      one.text("value", value);
      one.value("count", count);
      one.close();
    }
    out += ']';
  };
  facet("kind", facets_.kinds.list());
  facet("grade", facets_.grades.list());
  std::vector<std::pair<std::string, std::uint64_t>> actors, countries;
  for (Interned::Name name = 1; name < facets_.actors.size(); ++name)
    if (facets_.actors[name] > 0) actors.emplace_back(table_.names.text(name), facets_.actors[name]);
  std::ranges::sort(actors);
  for (const auto& [country, count] : facets_.countries) countries.emplace_back(country_code(country), count);
  facet("actor", std::move(actors), kMostActors);
  facet("country", std::move(countries));
  facet("source_kind", facets_.source_kinds.list());
  facet("status", facets_.statuses.list());
  facet("group", facets_.groups.list());
  facet("means", facets_.means.list());
  facet("responsibility", facets_.responsibilities.list());
  facet("review", facets_.review.list());
  json.close();
}

std::string Summary::json() const {
  std::string out;
  JsonObject json(out);
  const auto bounds = [&](std::string_view name, const Sum& sum) {
    json.key(name);
    fmt::format_to(std::back_inserter(out), R"({{"low":{},"best":{},"high":{}}})", sum.low, sum.best, sum.high);
  };
  json.value("total", total_);
  bounds("killed", killed_);
  bounds("injured", injured_);
  json.key("extent");
  if (placed_)
    fmt::format_to(std::back_inserter(out), "[{},{},{},{}]", west_, south_, east_, north_);
  else
    out += "null";
  json.key("histogram");
  append_histogram(out);
  json.key("facets");
  append_facets(out);
  json.close();
  return out;
}

}  // namespace

std::string summary_json(const IncidentTable& table, const IncidentTest& test) {
  Summary summary(table);
  for (std::uint32_t row = 0; row < table.size(); ++row) summary.take(row, test.failures(row));
  return summary.json();
}

Result<Response> get_summary(const Service& service, const Request& request) {
  ATTEST_TRY(const Question question, read_question(*find_collection("incidents"), request));
  const auto snapshot = service.snapshot();
  const IncidentTable& table = snapshot->seen_by(request.role);
  ATTEST_TRY(const auto ledger, service.reader());
  ATTEST_TRY(const IncidentTest test, IncidentTest::make(*snapshot, table, question, *ledger, request.role));
  return Response{.body = summary_json(table, test)};
}

}  // namespace attest
