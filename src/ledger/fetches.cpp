#include "ledger/fetches.hpp"

#include <array>
#include <utility>

namespace attest {

namespace {

constexpr std::array<std::string_view, 3> kStates = {"waiting", "kept", "refused"};  // by FetchState

constexpr std::string_view kFetchQuery =
    "SELECT url, feed, state, title, author, published, tries, not_before, retrieved_at, final_url, status, headers,"
    " (SELECT id FROM documents d WHERE d.document = f.document), message FROM fetches f ";

void bind(Statement& row, const std::optional<std::string>& value) {
  if (value)
    row.text(*value);
  else
    row.null();
}

FetchRow read_fetch(Statement& row) {
  FetchRow fetch;
  fetch.url = row.read_blob();
  fetch.feed = row.read_text();
  const std::string state = row.read_blob();
  for (std::size_t i = 0; i < kStates.size(); ++i)
    if (state == kStates[i]) fetch.state = static_cast<FetchState>(i);
  fetch.title = row.read_text();
  fetch.author = row.read_text();
  fetch.published = row.read_text();
  fetch.tries = row.read_integer().value_or(0);
  fetch.not_before = row.read_text();
  fetch.retrieved_at = row.read_text();
  fetch.final_url = row.read_text();
  fetch.status = row.read_integer();
  fetch.headers = row.read_text();
  fetch.document = row.read_text();
  fetch.message = row.read_text();
  return fetch;
}

}  // namespace

Result<std::optional<FeedRow>> find_feed(const Database& database, std::string_view url) {
  ATTEST_TRY(Statement row, database.prepare("SELECT title, etag, last_modified, polled_at, not_before, failures,"
                                             " status, message FROM feeds WHERE url = ?"));
  ATTEST_TRY(const bool found, row.start().text(url).next());
  if (!found) return std::nullopt;
  FeedRow feed;
  feed.url = url;
  feed.title = row.read_text();
  feed.etag = row.read_text();
  feed.last_modified = row.read_text();
  feed.polled_at = row.read_text();
  feed.not_before = row.read_text();
  feed.failures = row.read_integer().value_or(0);
  feed.status = row.read_integer();
  feed.message = row.read_text();
  return feed;
}

Result<void> put_feed(const Database& database, const FeedRow& feed) {
  ATTEST_TRY(Statement row, database.prepare("INSERT INTO feeds VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)"
                                             " ON CONFLICT (url) DO UPDATE SET title = ?2, etag = ?3,"
                                             " last_modified = ?4, polled_at = ?5, not_before = ?6, failures = ?7,"
                                             " status = ?8, message = ?9"));
  row.start().text(feed.url);
  for (const auto* value : {&feed.title, &feed.etag, &feed.last_modified, &feed.polled_at, &feed.not_before})
    bind(row, *value);
  row.integer(feed.failures).integer(feed.status);
  bind(row, feed.message);
  return row.run();
}

Result<std::optional<FetchRow>> find_fetch(const Database& database, std::string_view url) {
  ATTEST_TRY(Statement row, database.prepare(std::string(kFetchQuery) + "WHERE url = ?"));
  ATTEST_TRY(const bool found, row.start().text(url).next());
  if (!found) return std::nullopt;
  return read_fetch(row);
}

Result<std::vector<FetchRow>> waiting_fetches(const Database& database, std::string_view feed) {
  std::vector<FetchRow> fetches;
  ATTEST_TRY(Statement rows, database.prepare(std::string(kFetchQuery) + "WHERE state = 'waiting' AND feed = ?"
                                                                         " ORDER BY url"));
  ATTEST_CHECK(rows.start().text(feed).each([&](Statement& row) -> Result<void> {
    fetches.push_back(read_fetch(row));
    return {};
  }));
  return fetches;
}

Result<void> put_fetch(const Database& database, const FetchRow& fetch) {
  ATTEST_TRY(Statement row,
             database.prepare("INSERT INTO fetches VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12,"
                              " (SELECT document FROM documents WHERE id = ?13), ?14) ON CONFLICT (url) DO UPDATE SET"
                              " state = ?3, tries = ?7, not_before = ?8, retrieved_at = ?9, final_url = ?10,"
                              " status = ?11, headers = ?12, document = excluded.document, message = ?14"));
  row.start().text(fetch.url);
  bind(row, fetch.feed);
  row.text(kStates[static_cast<std::size_t>(fetch.state)]);
  for (const auto* value : {&fetch.title, &fetch.author, &fetch.published}) bind(row, *value);
  row.integer(fetch.tries);
  for (const auto* value : {&fetch.not_before, &fetch.retrieved_at, &fetch.final_url}) bind(row, *value);
  row.integer(fetch.status);
  for (const auto* value : {&fetch.headers, &fetch.document, &fetch.message}) bind(row, *value);
  return row.run();
}

Result<bool> knows_item(const Database& database, std::string_view feed, std::string_view item) {
  ATTEST_TRY(Statement row, database.prepare("SELECT 1 FROM feed_items WHERE feed = ? AND item = ?"));
  return row.start().text(feed).text(item).next();
}

Result<void> add_item(const Database& database, std::string_view feed, std::string_view item, std::string_view url) {
  ATTEST_TRY(Statement row, database.prepare("INSERT OR IGNORE INTO feed_items VALUES (?, ?, ?)"));
  return row.start().text(feed).text(item).text(url).run();
}

}  // namespace attest
