#include "serve/links.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "publish/json.hpp"
#include "serve/media.hpp"

namespace attest {

namespace {

constexpr std::string_view kLetters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
constexpr std::size_t kMostOfHost = 260;

std::string_view value_of(const NameValues& headers, std::string_view name) {
  for (const auto& [key, value] : headers)
    if (key == name) return std::string_view(value).substr(0, value.find(','));  // the nearest proxy's is the first
  return {};
}

/// A name, an IPv4 address or an IPv6 address in brackets, with or without a port.
bool is_host(std::string_view text) {
  return !text.empty() && text.size() <= kMostOfHost && std::ranges::all_of(text, [](char c) {
    return kLetters.find(c) != std::string_view::npos || std::string_view(".-_:[]").find(c) != std::string_view::npos;
  });
}

bool is_prefix(std::string_view text) {
  return text.starts_with('/') && text.size() <= kMostOfHost &&
         std::ranges::all_of(text,
                             [](char c) {
                               return kLetters.find(c) != std::string_view::npos ||
                                      std::string_view(".-_~/").find(c) != std::string_view::npos;
                             }) &&
         text.find("//") == std::string_view::npos && text.find("..") == std::string_view::npos;
}

}  // namespace

std::string read_origin(const NameValues& headers, bool behind_proxy) {
  std::string_view scheme = "http", host = value_of(headers, "host"), prefix;
  if (behind_proxy) {
    if (const std::string_view named = value_of(headers, "x-forwarded-host"); is_host(named)) host = named;
    if (value_of(headers, "x-forwarded-proto") == "https") scheme = "https";
    if (const std::string_view named = value_of(headers, "x-forwarded-prefix"); is_prefix(named)) prefix = named;
    while (prefix.ends_with('/')) prefix.remove_suffix(1);
  }
  return fmt::format("{}://{}{}", scheme, is_host(host) ? host : "localhost", prefix);
}

std::string origin_of(const Request& request) {
  return request.origin.empty() ? read_origin(request.headers, false) : request.origin;
}

std::string percent_encoded(std::string_view utf8) {
  std::string out;
  for (const char c : utf8) {
    if (kLetters.find(c) != std::string_view::npos || std::string_view("-._~,:/").find(c) != std::string_view::npos)
      out += c;
    else
      fmt::format_to(std::back_inserter(out), "%{:02X}", static_cast<unsigned char>(c));
  }
  return out;
}

std::string query_string(const NameValues& query) {
  std::string out;
  for (const auto& [name, value] : query)
    fmt::format_to(std::back_inserter(out), "{}{}={}", out.empty() ? '?' : '&', percent_encoded(name),
                   percent_encoded(value));
  return out;
}

NameValues with_parameter(NameValues query, std::string_view name, std::string_view value) {
  const auto place = std::ranges::find_if(query, [&](const auto& pair) { return pair.first == name; });
  if (value.empty()) {
    if (place != query.end()) query.erase(place);
  } else if (place != query.end()) {
    place->second = value;
  } else {
    query.emplace_back(name, value);
  }
  return query;
}

std::string address_of(const Request& request, const NameValues& query) {
  return fmt::format("{}{}{}", origin_of(request), percent_encoded(request.path), query_string(query));
}

void append_links(std::string& out, std::span<const Link> links) {
  const auto member = [&](std::string_view name, std::string_view value) {
    if (value.empty()) return;
    if (out.back() != '{') out += ',';
    append_json_string(out, name);
    out += ':';
    append_json_string(out, value);
  };
  out += '[';
  for (const Link& link : links) {
    if (out.back() != '[') out += ',';
    out += '{';
    member("href", link.href);
    member("rel", link.rel);
    member("type", link.type);
    member("title", link.title);
    out += '}';
  }
  out += ']';
}

std::string link_header(std::span<const Link> links) {
  std::string out;
  for (const Link& link : links) {
    fmt::format_to(std::back_inserter(out), R"({}<{}>; rel="{}")", out.empty() ? "" : ", ", link.href, link.rel);
    if (!link.type.empty()) fmt::format_to(std::back_inserter(out), R"(; type="{}")", link.type);
  }
  return out;
}

std::vector<Link> page_links(const Request& request, std::string_view type, std::uint64_t limit, std::uint64_t offset,
                             std::uint64_t matched) {
  std::vector<Link> links;
  links.push_back({address_of(request, request.query), "self", std::string(type), "this page"});
  for (const AnswerFormat format : kFeatureFormats)
    if (media_type(format, true) != type)
      links.push_back({address_of(request, with_parameter(request.query, "f", name_of(format))), "alternate",
                       std::string(media_type(format, true)), fmt::format("this page as {}", title_of(format))});
  if (offset + limit < matched)
    links.push_back({address_of(request, with_parameter(request.query, "offset", std::to_string(offset + limit))),
                     "next", std::string(type), "next page"});
  if (offset > 0) {
    const std::uint64_t before = offset > limit ? offset - limit : 0;
    links.push_back(
        {address_of(request, with_parameter(request.query, "offset", before == 0 ? "" : std::to_string(before))),
         "prev", std::string(type), "page before"});
  }
  std::string_view collection = request.path;
  collection = collection.substr(0, collection.rfind('/'));
  links.push_back({fmt::format("{}{}", origin_of(request), percent_encoded(collection)), "collection",
                   "application/json", "the collection"});
  return links;
}

}  // namespace attest
