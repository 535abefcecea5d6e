#include "ledger/stats.hpp"

#include <string_view>
#include <tuple>

namespace attest {

namespace {

Result<LedgerStats::Counts> counts(const Database& database, std::string_view sql) {
  LedgerStats::Counts out;
  ATTEST_TRY(Statement rows, database.prepare(sql));
  ATTEST_CHECK(rows.each([&](Statement& row) -> Result<void> {
    std::string what = row.read_blob();
    out.emplace_back(std::move(what), row.read_integer().value_or(0));
    return {};
  }));
  return out;
}

}  // namespace

Result<LedgerStats> ledger_stats(const Database& database) {
  ATTEST_TRY(const Transaction moment, Transaction::begin(database, Transaction::Kind::read));
  LedgerStats stats;
  const std::pair<std::int64_t&, std::string_view> numbers[] = {
      {stats.documents, "SELECT count(*) FROM documents"},
      {stats.with_claims, "SELECT count(DISTINCT document) FROM claims"},
      {stats.not_indexed, "SELECT count(*) FROM unsearchable"},
      {stats.claims, "SELECT count(*) FROM claims"},
      {stats.undated,
       "SELECT (SELECT count(*) FROM documents) - (SELECT count(*) FROM metadata WHERE field = 'published')"},
      {stats.runs, "SELECT count(*) FROM runs"},
      {stats.runs_cut_off, "SELECT count(*) FROM runs WHERE ended_at IS NULL"},
      {stats.failures, "SELECT count(*) FROM failures"},
      {stats.file_bytes, "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size"},
      {stats.free_bytes, "SELECT freelist_count * page_size FROM pragma_freelist_count, pragma_page_size"},
      {stats.original_bytes, "SELECT sum(original_bytes) FROM documents"},
      {stats.packed_bytes, "SELECT sum(length(original)) FROM documents"},
  };
  for (const auto& [number, sql] : numbers) {
    ATTEST_TRY(number, database.value(sql));
  }
  const std::pair<LedgerStats::Counts&, std::string_view> lists[] = {
      {stats.kinds, "SELECT kind, count(*) FROM claims GROUP BY 1 ORDER BY 2 DESC, 1"},
      {stats.countries,
       "SELECT place_country, count(*) FROM claims WHERE place_country IS NOT NULL GROUP BY 1 ORDER BY 2 DESC, 1"},
      {stats.outlets, "SELECT value, count(*) FROM metadata WHERE field = 'outlet' GROUP BY 1 ORDER BY 2 DESC, 1"},
      {stats.languages, "SELECT value, count(*) FROM metadata WHERE field = 'language' GROUP BY 1 ORDER BY 2 DESC, 1"},
      {stats.reasons, "SELECT message, count(*) FROM failures GROUP BY 1 ORDER BY 2 DESC, 1"},
  };
  for (const auto& [list, sql] : lists) {
    ATTEST_TRY(list, counts(database, sql));
  }
  ATTEST_TRY(Statement dates, database.prepare("SELECT min(value), max(value), (SELECT max(started_at) FROM runs)"
                                               " FROM metadata WHERE field = 'published'"));
  ATTEST_TRY([[maybe_unused]] const bool row, dates.next());
  stats.first_published = dates.read_text();
  stats.last_published = dates.read_text();
  stats.last_run = dates.read_text();
  return stats;
}

}  // namespace attest
