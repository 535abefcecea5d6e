// Feeds from anywhere: no crash, and every address that comes out can be fetched and printed.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "base/utf8.hpp"
#include "read/feed.hpp"
#include "read/url.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  (void)attest::looks_like_feed(bytes);
  const auto feed = attest::read_feed(bytes, "feed", "https://news.example/feed.xml");
  (void)attest::read_url_list(bytes, "list");
  if (!feed) return 0;
  for (const attest::FeedItem& item : feed->items) {
    if (!item.url.empty() && attest::resolve_url(item.url) != item.url) std::abort();
    if (attest::first_invalid_utf8(item.title) || attest::first_invalid_utf8(attest::page_of(item))) std::abort();
  }
  return 0;
}
