// What a ledger remembers of feeds and of the addresses they told of. Times are "2026-11-24T09:30:00Z".
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "attest/error.hpp"
#include "ledger/sqlite.hpp"

namespace attest {

struct FeedRow {
  std::string url;
  std::optional<std::string> title, etag, last_modified, polled_at, not_before;
  std::int64_t failures = 0;  // in a row
  std::optional<std::int64_t> status;
  std::optional<std::string> message;  // why the last poll failed
};

enum class FetchState { waiting, kept, refused };

struct FetchRow {
  std::string url;
  std::optional<std::string> feed;  // that told of it first
  FetchState state = FetchState::waiting;
  std::optional<std::string> title, author, published;  // as the feed has them
  std::int64_t tries = 0;
  std::optional<std::string> not_before, retrieved_at, final_url;
  std::optional<std::int64_t> status;
  std::optional<std::string> headers, document;  // the document's id
  std::optional<std::string> message;            // why it is not kept
};

/// All report bad_ledger and io.
[[nodiscard]] Result<std::optional<FeedRow>> find_feed(const Database& database, std::string_view url);
[[nodiscard]] Result<void> put_feed(const Database& database, const FeedRow& feed);

[[nodiscard]] Result<std::optional<FetchRow>> find_fetch(const Database& database, std::string_view url);
/// Those that are still to be fetched from what these feeds told of, in the order of their addresses.
[[nodiscard]] Result<std::vector<FetchRow>> waiting_fetches(const Database& database, std::string_view feed);
[[nodiscard]] Result<void> put_fetch(const Database& database, const FetchRow& fetch);

/// Whether the feed told of this item before.
[[nodiscard]] Result<bool> knows_item(const Database& database, std::string_view feed, std::string_view item);
[[nodiscard]] Result<void> add_item(const Database& database, std::string_view feed, std::string_view item,
                                    std::string_view url);

}  // namespace attest
