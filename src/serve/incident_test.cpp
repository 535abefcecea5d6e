#include "serve/incident_test.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <limits>
#include <string_view>

#include "base/fold_word.hpp"
#include "publish/incidents.hpp"

namespace attest {

namespace {

/// The words of a full-text query that must all be there, folded; none where it asks for one or another, or without one.
std::vector<std::string> words_of(std::string_view query) {
  constexpr std::string_view kMarks = " \"()*:";
  std::vector<std::string> words;
  for (std::size_t begin = 0; begin < query.size();) {
    const std::size_t end = std::min(query.find_first_of(kMarks, begin), query.size());
    const std::string_view word = query.substr(begin, end - begin);
    begin = end + 1;
    if (word == "OR" || word == "NOT") return {};
    if (!word.empty() && word != "AND") words.push_back(fold_word(word));
  }
  std::erase(words, "");
  return words;
}

/// What the answer depends on: who asks, and the parameters that narrow down, in any order.
std::string selection_key(const Request& request) {
  constexpr std::array<std::string_view, 5> kOthers = {"limit", "offset", "sortby", "f", "names"};
  std::vector<std::string> filters;
  for (const auto& [name, value] : request.query)
    if (std::ranges::find(kOthers, name) == kOthers.end())
      filters.push_back(fmt::format("{}:{}={}", name.size() + value.size(), name, value));
  std::ranges::sort(filters);
  std::string key = request.role == Role::read ? "read" : "review";
  for (const std::string& filter : filters) key += '\n' + filter;
  return key;
}

}  // namespace

IncidentTest::IncidentTest(const IncidentTable& table, const Question& question)
    : table_(&table),
      kinds_(question, "kind"),
      statuses_(question, "status"),
      groups_(question, "group"),
      means_(question, "means"),
      grades_(question, "grade"),
      responsibilities_(question, "responsibility"),
      source_kinds_(question, "source_kind"),
      review_(question, "review"),
      actors_(question, "actor", WantedNames::By::whole, table.folded),
      places_(question, "place", WantedNames::By::part, table.folded),
      countries_(question) {
  const auto ask = [&](Criterion criterion, bool asked) { asked_ |= asked ? bit_of(criterion) : 0U; };
  ask(Criterion::kind, kinds_.asked());
  ask(Criterion::status, statuses_.asked());
  ask(Criterion::group, groups_.asked());
  ask(Criterion::means, means_.asked());
  ask(Criterion::grade, grades_.asked());
  ask(Criterion::responsibility, responsibilities_.asked());
  ask(Criterion::source_kind, source_kinds_.asked());
  // Rejected incidents count for those who ask for them.
  ask(Criterion::review, review_.asked() || table.rejected > 0);
  ask(Criterion::actor, actors_.asked());
  ask(Criterion::place, places_.asked());
  ask(Criterion::country, countries_.asked());
  if (question.bbox) box_ = *question.bbox;
  ask(Criterion::bbox, question.bbox.has_value());
  if (question.datetime) {
    const auto number = [](const std::optional<Date>& day, std::int32_t open) {
      return day ? static_cast<std::int32_t>(day->time_since_epoch().count()) : open;
    };
    first_day_ = number(question.datetime->from, std::numeric_limits<std::int32_t>::min());
    last_day_ = number(question.datetime->to, std::numeric_limits<std::int32_t>::max());
  }
  ask(Criterion::datetime, question.datetime.has_value());
  const auto least = [&](Criterion criterion, std::string_view filter, std::uint64_t& value) {
    const auto asked = question.at_least(filter);
    value = asked.value_or(0);
    ask(criterion, asked.has_value());
  };
  least(Criterion::min_origins, "min_origins", min_origins_);
  least(Criterion::min_killed, "min_killed", min_killed_);
}

Result<IncidentTest> IncidentTest::make(const Snapshot& snapshot, const IncidentTable& table, const Question& question,
                                        const Ledger& ledger, Role role) {
  IncidentTest test(table, question);
  if (const auto words = question.wanted("q"); !words.empty()) {
    test.asked_ |= bit_of(Criterion::q);
    ATTEST_CHECK(test.read_words(snapshot, words.front(), ledger, role));
  }
  return test;
}

Result<std::vector<DocumentKey>> documents_with(const Snapshot& snapshot, const Ledger& ledger, Role role,
                                                const std::string& words) {
  auto documents =
      role == Role::read ? matching_masked(ledger, snapshot.corpus().private_words, words) : ledger.matching(words);
  if (!documents && documents.error().code == ErrorCode::usage) {
    Error error = std::move(documents).error();
    error.where = "q";
    return tl::unexpected<Error>(std::move(error));
  }
  return documents;
}

Result<void> IncidentTest::read_words(const Snapshot& snapshot, const std::string& words, const Ledger& ledger,
                                      Role role) {
  found_.resize(table_->size());
  ATTEST_TRY(const auto documents, documents_with(snapshot, ledger, role, words));
  const Evidence& evidence = snapshot.corpus().evidence();
  for (const DocumentKey key : documents) {
    const auto report = snapshot.corpus().report_of(key);
    if (!report) continue;
    const ReportRow& told = evidence.reports[*report];
    for (std::uint32_t i = told.first; i < told.first + told.claims; ++i)
      if (table_->links[i].row != kNoRow) found_[table_->links[i].row] = true;
  }

  // What is shown of an incident: place, sides, what happened, days. Each word must stand somewhere in it.
  const std::vector<std::string> all = words_of(words);
  if (all.empty() || all.size() > 16) return {};
  const auto wanted = (1U << all.size()) - 1;
  const auto mask_of = [&](std::string_view text) {
    std::uint32_t mask = 0;
    for (std::size_t i = 0; i < all.size(); ++i)
      if (text.find(all[i]) != std::string_view::npos) mask |= 1U << i;
    return mask;
  };
  std::vector<std::uint32_t> of_names;
  for (const std::string& name : table_->folded) of_names.push_back(mask_of(name));
  std::array<std::uint32_t, Names<ClaimKind>::values.size()> of_kinds{};
  for (std::size_t i = 0; i < of_kinds.size(); ++i) of_kinds.at(i) = mask_of(in_words(Names<ClaimKind>::values.at(i)));
  std::array<std::uint32_t, Names<Means>::values.size()> of_means{};
  for (std::size_t i = 0; i < of_means.size(); ++i) of_means.at(i) = mask_of(in_words(Names<Means>::values.at(i)));
  const bool dated = std::ranges::any_of(all, [](const std::string& word) { return word[0] >= '0' && word[0] <= '9'; });
  for (std::uint32_t number = 0; number < table_->size(); ++number) {
    const Row& row = table_->rows[number];
    std::uint32_t mask = of_names[row.place];
    for (const Interned::Name actor : table_->actors_of(row)) mask |= of_names[actor];
    for (std::size_t i = 0; i < of_kinds.size(); ++i)
      if ((row.kinds >> i & 1U) != 0) mask |= of_kinds.at(i);
    if (row.means < of_means.size()) mask |= of_means.at(row.means);
    if (dated && row.from != kNoDay) mask |= mask_of(describe_days(*table_->seen[number].incident));
    if (mask == wanted) found_[number] = true;
  }
  return {};
}

std::uint32_t IncidentTest::failures(std::uint32_t number) const {
  const Row& row = table_->rows[number];
  std::uint32_t failed = 0;
  const auto check = [&](Criterion criterion, auto holds) {
    if ((asked_ & bit_of(criterion)) != 0 && !holds()) failed |= bit_of(criterion);
  };
  check(Criterion::bbox, [&] { return row.placed && box_.contains({row.latitude, row.longitude}); });
  check(Criterion::datetime, [&] { return row.from != kNoDay && row.from <= last_day_ && row.to >= first_day_; });
  check(Criterion::kind, [&] { return (row.kinds & kinds_.bits()) != 0; });
  check(Criterion::status, [&] { return (row.statuses & statuses_.bits()) != 0; });
  check(Criterion::group, [&] { return (row.groups & groups_.bits()) != 0; });
  check(Criterion::means, [&] { return row.means != kNoMeans && means_.takes(static_cast<Means>(row.means)); });
  check(Criterion::actor, [&] {
    return std::ranges::any_of(table_->actors_of(row), [&](Interned::Name actor) { return actors_.takes(actor); });
  });
  check(Criterion::country, [&] { return countries_.takes(row.country); });
  check(Criterion::grade, [&] { return grades_.takes(static_cast<Grade>(row.grade)); });
  check(Criterion::responsibility,
        [&] { return responsibilities_.takes(static_cast<Responsibility>(row.responsibility)); });
  check(Criterion::source_kind, [&] { return (row.source_kinds & source_kinds_.bits()) != 0; });
  check(Criterion::place, [&] { return places_.takes(row.place); });
  check(Criterion::min_origins, [&] { return row.origins >= min_origins_; });
  check(Criterion::min_killed, [&] { return row.killed.best != kNoFigure && row.killed.best >= min_killed_; });
  check(Criterion::review, [&] {
    constexpr unsigned kRejected = 1U << static_cast<unsigned>(ReviewBit::rejected);
    return review_.asked() ? (row.review & review_.bits()) != 0 : (row.review & kRejected) == 0;
  });
  check(Criterion::q, [&] { return found_[number]; });
  return failed;
}

Result<std::shared_ptr<const Selection>> select_incidents(const Service& service, const Snapshot& snapshot,
                                                          const Request& request, const Question& question) {
  const IncidentTable& table = snapshot.seen_by(request.role);
  const std::string key = selection_key(request);
  if (auto known = snapshot.selections().find(key)) return known;
  ATTEST_TRY(const auto ledger, service.reader());
  ATTEST_TRY(const IncidentTest test, IncidentTest::make(snapshot, table, question, *ledger, request.role));
  auto selection = std::make_shared<Selection>();
  selection->all = test.takes_all();
  if (!selection->all) selection->has.resize(table.size());
  for (std::uint32_t row = 0; row < table.size(); ++row) {
    if (!selection->all && test.failures(row) != 0) continue;
    selection->rows.push_back(row);
    if (!selection->all) selection->has[row] = true;
  }
  snapshot.selections().keep(key, selection);
  return selection;
}

}  // namespace attest
