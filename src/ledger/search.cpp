#include "ledger/search.hpp"

#include <utility>

#include "ledger/ledger.hpp"
#include "ledger/search_query.hpp"

namespace attest {

namespace {

constexpr char kMarkBegin = '\x02', kMarkEnd = '\x03';  // control characters: no report means anything by them

/// A word in the title weighs as much as five in the body.
constexpr std::string_view kFound = R"sql(
SELECT id, document FROM search JOIN documents ON document = search.rowid
WHERE search MATCH ?1 AND rank MATCH 'bm25(5.0, 1.0)' AND (?2 OR EXISTS (
  SELECT 1 FROM claims c WHERE c.document = search.rowid AND (?3 IS NULL OR c.kind = ?3)
    AND (?4 IS NULL OR c.place_country = ?4) AND (?5 IS NULL OR c.time_to >= ?5) AND (?6 IS NULL OR c.time_from <= ?6)))
ORDER BY rank, search.rowid
)sql";

constexpr std::string_view kSnippet =
    "SELECT snippet(search, -1, char(2), char(3), '…', 28) FROM search WHERE search MATCH ?1 AND rowid = ?2";

void split_marks(std::string_view marked, Hit& hit) {
  for (const char c : marked) {
    const auto here = static_cast<std::uint32_t>(hit.snippet.size());
    if (c == kMarkBegin)
      hit.marks.push_back({here, here});
    else if (c == kMarkEnd && !hit.marks.empty())
      hit.marks.back().end = here;
    else if (c != kMarkEnd)
      hit.snippet += c;
  }
}

}  // namespace

Result<std::vector<std::int64_t>> Ledger::matching(std::string_view words) const {
  ATTEST_TRY(const std::string query, search_query(words));
  ATTEST_TRY(Statement found, database_.prepare("SELECT rowid FROM search WHERE search MATCH ? ORDER BY rowid"));
  std::vector<std::int64_t> keys;
  ATTEST_CHECK(found.start().text(query).each([&](Statement& row) -> Result<void> {
    keys.push_back(row.read_integer().value_or(0));
    return {};
  }));
  return keys;
}

Result<SearchAnswer> Ledger::search(const SearchQuestion& question) const {
  ATTEST_TRY(const std::string query, search_query(question.query));
  ATTEST_TRY(const Transaction moment, Transaction::begin(database_, Transaction::Kind::read));
  SearchAnswer answer;
  ATTEST_TRY(answer.not_indexed, database_.value("SELECT count(*) FROM unsearchable"));

  const auto text = [](Statement& row, const auto& value, const auto& written) -> Statement& {
    return value ? row.text(written(*value)) : row.null();
  };
  const bool any_claims = !question.kind && !question.country && !question.from && !question.to;
  ATTEST_TRY(Statement found, database_.prepare(kFound));
  found.start().text(query).integer(any_claims ? 1 : 0);
  text(found, question.kind, [](ClaimKind kind) { return name_of(kind); });
  text(found, question.country, [](const std::string& country) { return country; });
  text(found, question.from, to_iso);
  text(found, question.to, to_iso);
  std::vector<std::pair<std::string, std::int64_t>> best;
  ATTEST_CHECK(found.each([&](Statement& row) -> Result<void> {
    if (answer.found++ >= question.limit) return {};
    std::string id = row.read_blob();
    best.emplace_back(std::move(id), row.read_integer().value_or(0));
    return {};
  }));

  ATTEST_TRY(Statement snippet, database_.prepare(kSnippet));
  for (const auto& [id, key] : best) {
    ATTEST_TRY(auto entry, find(id));
    if (!entry) return unknown_value(database_, "the full-text index");
    Hit hit;
    hit.entry = std::move(*entry);
    ATTEST_TRY(const bool there, snippet.start().text(query).integer(key).next());
    if (there) split_marks(snippet.read_view().value_or(""), hit);
    answer.hits.push_back(std::move(hit));
  }
  return answer;
}

}  // namespace attest
