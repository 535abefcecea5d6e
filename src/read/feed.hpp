// Feeds and lists of feeds as plain values: RSS 0.9x, 1.0 and 2.0, Atom, JSON Feed, OPML, and addresses one a line.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "attest/error.hpp"
#include "read/feed_time.hpp"

namespace attest {

/// One report that a feed tells of. What the feed does not say is empty.
struct FeedItem {
  std::string id;     // the feed's own name for it: guid, Atom's or JSON's id; else its address
  std::string url;    // absolute, without fragment
  std::string title;  // plain words
  std::string author;
  std::optional<FeedTime> published, updated;
  std::string summary, content;  // HTML: a teaser, and the whole report
  bool operator==(const FeedItem&) const = default;
};

struct Feed {
  std::string title;  // of the outlet or its section
  std::vector<FeedItem> items;
  std::vector<std::string> feeds;  // addresses, where this is a list of feeds (OPML)
  std::optional<Error> broken;     // what ended the reading; the items before it are here
};

/// The largest feed; those of news outlets are under 2 MiB.
inline constexpr std::size_t kMaxFeedBytes = std::size_t{16} << 20U;
inline constexpr std::size_t kMaxFeedItems = 20000;

/// Whether the bytes begin as a feed or an OPML list does. Cheap; the answer of read_feed() counts.
[[nodiscard]] bool looks_like_feed(std::string_view bytes);

/// Reads a feed or an OPML list.
/// @param where  its file or address, for errors
/// @param base   the address against which relative links are resolved; empty for a file
/// @param label  the encoding that the server names; empty if it names none
/// @errors too_large; damaged or bad_json (broken before its first item, or no feed)
[[nodiscard]] Result<Feed> read_feed(std::string_view bytes, const std::string& where, std::string_view base = {},
                                     std::string_view label = {});

/// Reads addresses, one a line; empty lines and what follows a # after a blank are passed over.
/// @errors empty; unreadable with the line that is no address
[[nodiscard]] Result<std::vector<std::string>> read_url_list(std::string_view text, const std::string& where);

/// An item as a page of its own: its title, then its content, or else its summary.
[[nodiscard]] std::string page_of(const FeedItem& item);

/// The words of a bit of HTML in one line: without tags, with its character references resolved.
[[nodiscard]] std::string words_of_html(std::string_view html);

}  // namespace attest
