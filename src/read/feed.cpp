#include "read/feed.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <utility>

#include "base/utf8.hpp"
#include "read/encoding.hpp"
#include "read/feed_xml.hpp"
#include "read/url.hpp"

namespace attest {

namespace {

constexpr std::string_view kBlanks = " \t\r\n\f";

/// The encoding that an XML declaration names: <?xml version="1.0" encoding="ISO-8859-1"?>.
std::string declared_encoding(std::string_view bytes) {
  const std::string_view declaration = bytes.substr(0, bytes.substr(0, 256).find("?>"));
  if (!declaration.starts_with("<?xml")) return {};
  std::size_t at = declaration.find("encoding");
  at = declaration.find_first_of("\"'", at);
  if (at == std::string_view::npos) return {};
  const std::size_t end = declaration.find(declaration[at], at + 1);
  return end == std::string_view::npos ? std::string() : std::string(declaration.substr(at + 1, end - at - 1));
}

/// UTF-8 of the bytes. What is well-formed UTF-8 is taken as such whatever the label says: labels are often wrong.
std::string decoded(std::string_view bytes, std::string_view label) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF"))
    return convert_to_utf8(bytes.substr(2), bytes.front() == '\xFF' ? "UTF-16LE" : "UTF-16BE");
  if (bytes.starts_with(std::string_view("<\0", 2))) return convert_to_utf8(bytes, "UTF-16LE");
  if (bytes.starts_with(std::string_view("\0<", 2))) return convert_to_utf8(bytes, "UTF-16BE");
  if (!first_invalid_utf8(bytes)) return std::string(bytes);
  const std::string named = label.empty() ? declared_encoding(bytes) : std::string(label);
  std::string text = convert_to_utf8(bytes, named.empty() ? "UTF-8" : named);
  return text.empty() ? convert_to_utf8(bytes, "windows-1252") : text;
}

std::string string_of(const nlohmann::json& object, const char* key) {
  const auto found = object.find(key);
  if (found == object.end()) return {};
  if (found->is_string()) return found->get<std::string>();
  return found->is_number() ? found->dump() : std::string();  // an id may be a number
}

/// Plain text as HTML.
std::string escaped(std::string_view text) {
  std::string out = "<p>";
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text.substr(i).starts_with("\n\n")) {
      out += "</p><p>";
      ++i;
    } else if (text[i] == '<' || text[i] == '&') {
      out += text[i] == '<' ? "&lt;" : "&amp;";
    } else {
      out += text[i];
    }
  }
  return out + "</p>";
}

FeedItem read_json_item(const nlohmann::json& entry, std::string_view base) {
  FeedItem item;
  item.id = string_of(entry, "id");
  for (const char* key : {"url", "external_url"})
    if (item.url.empty())
      if (const std::string url = string_of(entry, key); !url.empty()) item.url = resolve_url(url, base).value_or("");
  if (item.url.empty() && looks_like_url(item.id)) item.url = resolve_url(item.id).value_or("");
  item.title = words_of_html(string_of(entry, "title"));
  item.published = read_feed_time(string_of(entry, "date_published"));
  item.updated = read_feed_time(string_of(entry, "date_modified"));
  item.summary = string_of(entry, "summary");
  item.content = string_of(entry, "content_html");
  if (const std::string text = string_of(entry, "content_text"); item.content.empty() && !text.empty())
    item.content = escaped(text);
  const auto authors = entry.find("authors");
  if (authors != entry.end() && authors->is_array() && !authors->empty() && authors->front().is_object())
    item.author = string_of(authors->front(), "name");
  else if (const auto author = entry.find("author"); author != entry.end() && author->is_object())
    item.author = string_of(*author, "name");
  if (item.id.empty()) item.id = item.url.empty() ? item.title : item.url;
  return item;
}

Result<Feed> read_json_feed(const std::string& text, const std::string& where, std::string_view base) {
  nlohmann::json json;
  try {
    json = nlohmann::json::parse(text);
  } catch (const nlohmann::json::parse_error& error) {
    return fail(ErrorCode::bad_json, fmt::format("broken JSON at byte {}", error.byte), where);
  } catch (const nlohmann::json::exception&) {
    return fail(ErrorCode::bad_json, "JSON with a number that is out of range", where);
  }
  const auto items = json.is_object() ? json.find("items") : json.end();
  if (!json.is_object() || items == json.end() || !items->is_array())
    return fail(ErrorCode::bad_json, "JSON, but no feed: it has no list \"items\"", where);
  Feed feed;
  feed.title = words_of_html(string_of(json, "title"));
  for (const nlohmann::json& entry : *items)
    if (entry.is_object() && feed.items.size() < kMaxFeedItems) feed.items.push_back(read_json_item(entry, base));
  return feed;
}

}  // namespace

bool looks_like_feed(std::string_view bytes) {
  constexpr std::size_t kBeginning = 1024;
  const std::string text = decoded(bytes.substr(0, kBeginning), "");
  const std::string_view begin = std::string_view(text).substr(std::min(text.find_first_not_of(kBlanks), text.size()));
  if (begin.starts_with('{')) return begin.find("jsonfeed.org/version") != std::string_view::npos;
  if (!begin.starts_with('<')) return false;
  return std::ranges::any_of(std::to_array<std::string_view>({"<rss", "<rdf:RDF", "<feed", "<atom:feed", "<opml"}),
                             [&](std::string_view root) {
                               const std::size_t at = begin.find(root);
                               return at != std::string_view::npos && at < begin.find("<html");
                             });
}

Result<Feed> read_feed(std::string_view bytes, const std::string& where, std::string_view base,
                       std::string_view label) {
  if (bytes.size() > kMaxFeedBytes)
    return fail(ErrorCode::too_large, fmt::format("a feed larger than {} MiB", kMaxFeedBytes >> 20U), where);
  std::string text = decoded(bytes, label);
  const std::size_t visible = text.find_first_not_of(kBlanks);
  if (visible == std::string::npos) return fail(ErrorCode::empty, "empty: there is no feed in it", where);
  if (text[visible] == '{') return read_json_feed(text, where, base);
  if (text[visible] == '<') return read_xml_feed(std::move(text), where, base);
  return fail(ErrorCode::damaged, "no feed: neither XML nor JSON", where);
}

std::string page_of(const FeedItem& item) {
  std::string title;
  for (const char c : item.title) title += c == '<' ? std::string("&lt;") : c == '&' ? "&amp;" : std::string(1, c);
  return fmt::format(
      "<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"><title>{0}</title></head>\n"
      "<body><article>\n<h1>{0}</h1>\n<div class=\"article-body\">\n{1}\n</div>\n</article></body></html>\n",
      title, item.content.empty() ? item.summary : item.content);
}

Result<std::vector<std::string>> read_url_list(std::string_view text, const std::string& where) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  std::vector<std::string> urls;
  for (std::size_t number = 1; !text.empty(); ++number) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    line = line.substr(std::min(line.find_first_not_of(kBlanks), line.size()));
    if (line.empty() || line.front() == '#') continue;
    line = line.substr(0, line.find_first_of(kBlanks));  // a remark may follow
    auto url = resolve_url(line);
    if (!url)
      return fail(ErrorCode::unreadable, "not an address that begins with http:// or https://",
                  fmt::format("{}:{}", where, number));
    urls.push_back(std::move(*url));
  }
  if (urls.empty()) return fail(ErrorCode::empty, "holds no addresses", where);
  return urls;
}

}  // namespace attest
