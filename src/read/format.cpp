#include "read/format.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "read/feed.hpp"

namespace attest {

namespace {

using namespace std::string_view_literals;
using Known = std::pair<std::string_view, Format>;

constexpr auto kExtensions = std::to_array<Known>(
    {{".txt", Format::text},         {".text", Format::text},         {".html", Format::html}, {".htm", Format::html},
     {".xhtml", Format::html},       {".shtml", Format::html},        {".pdf", Format::pdf},   {".docx", Format::docx},
     {".jsonl", Format::json_lines}, {".ndjson", Format::json_lines}, {".csv", Format::table}, {".tsv", Format::table},
     {".rss", Format::feed},         {".atom", Format::feed},         {".eml", Format::mail},  {".mbox", Format::mbox},
     {".warc", Format::warc},        {".zip", Format::zip},           {".tar", Format::tar},   {".tgz", Format::gzip},
     {".gz", Format::gzip},          {".zst", Format::zstd},          {".bz2", Format::bzip2}, {".xz", Format::xz}});

/// Signatures at the very beginning.
constexpr auto kSignatures = std::to_array<Known>({{"%PDF-", Format::pdf},
                                                   {"\x1f\x8b", Format::gzip},
                                                   {"\x28\xb5\x2f\xfd", Format::zstd},
                                                   {"\xfd\x37\x7a\x58\x5a\0"sv, Format::xz},
                                                   {"WARC/", Format::warc},
                                                   {"\x89PNG", Format::other},
                                                   {"\xff\xd8\xff", Format::other},
                                                   {"GIF8", Format::other},
                                                   {"RIFF", Format::other},
                                                   {"\x7f"
                                                    "ELF",
                                                    Format::other},
                                                   {"\xd0\xcf\x11\xe0", Format::other},
                                                   {"SQLite format 3", Format::other}});

constexpr auto kContentTypes = std::to_array<Known>({{"text/html", Format::html},
                                                     {"application/xhtml+xml", Format::html},
                                                     {"text/plain", Format::text},
                                                     {"application/pdf", Format::pdf},
                                                     {"application/rss+xml", Format::feed},
                                                     {"application/atom+xml", Format::feed},
                                                     {"application/feed+json", Format::feed},
                                                     {"text/csv", Format::table},
                                                     {"message/rfc822", Format::mail},
                                                     {"application/mbox", Format::mbox}});

char small(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool begins(std::string_view text, std::string_view with) {
  return text.size() >= with.size() &&
         std::ranges::equal(text.substr(0, with.size()), with, [](char a, char b) { return small(a) == b; });
}

bool contains(std::string_view text, std::string_view word) { return text.find(word) != std::string_view::npos; }

/// Without byte order mark and blanks.
std::string_view visible(std::string_view head) {
  if (head.starts_with("\xEF\xBB\xBF")) head.remove_prefix(3);
  const std::size_t begin = head.find_first_not_of(" \t\r\n\f");
  return begin == std::string_view::npos ? std::string_view() : head.substr(begin);
}

/// An office file is a zip whose first member tells; other zips hold pages.
Format kind_of_zip(std::string_view name, std::string_view head) {
  const bool office = contains(head, "[Content_Types].xml") || contains(head, "_rels/.rels");
  if (office && (contains(head, "word/") || format_of_name(name) == Format::docx)) return Format::docx;
  return office || contains(head, "mimetypeapplication/") ? Format::other : Format::zip;
}

std::optional<Format> by_signature(std::string_view name, std::string_view head) {
  for (const auto& [signature, format] : kSignatures)
    if (head.starts_with(signature)) return format;
  if (head.starts_with("PK\x03\x04") || head.starts_with("PK\x05\x06")) return kind_of_zip(name, head);
  if (head.starts_with("BZh") && contains(head.substr(0, 10), "1AY&SY")) return Format::bzip2;
  if (head.size() > 3 && head.substr(1, 3) == "\x2a\x4d\x18" && (static_cast<unsigned char>(head[0]) >> 4U) == 5)
    return Format::zstd;  // a skippable frame, as WARC.zst begins with
  if (head.size() > 262 && head.substr(257, 5) == "ustar") return Format::tar;
  if (contains(head.substr(0, 1024), "%PDF-") && format_of_name(name) == Format::pdf) return Format::pdf;
  return std::nullopt;
}

/// What opens a page or a feed.
std::optional<Format> by_markup(std::string_view head) {
  const std::string_view start = visible(head);
  if (looks_like_feed(start)) return Format::feed;
  if (!start.starts_with('<')) return std::nullopt;
  for (std::string_view tag : {"<!doctype html", "<html", "<head", "<body"})
    if (begins(start, tag)) return Format::html;
  const bool page = contains(head, "<html") || contains(head, "<HTML") || contains(head, "<!DOCTYPE html");
  return page ? std::optional(Format::html) : std::nullopt;
}

std::optional<Format> by_content_type(std::string_view content_type) {
  for (const auto& [type, format] : kContentTypes)
    if (begins(content_type, type)) return format;
  return std::nullopt;
}

/// UTF-16 without a byte order mark is not read, so a zero byte means that this is no text.
bool is_binary(std::string_view head) {
  return contains(head, "\0"sv) && !head.starts_with("\xff\xfe") && !head.starts_with("\xfe\xff");
}

}  // namespace

std::optional<Format> format_of_name(std::string_view name) {
  for (const auto& [extension, format] : kExtensions)
    if (name.size() > extension.size() && begins(name.substr(name.size() - extension.size()), extension)) return format;
  return std::nullopt;
}

Format sniff(std::string_view name, std::string_view head, std::string_view content_type) {
  if (const auto format = by_signature(name, head)) return *format;
  const auto called = format_of_name(name);
  // Their parts may hold anything, and are looked at one by one.
  const bool in_parts = called == Format::json_lines || called == Format::table || called == Format::mail ||
                        called == Format::mbox || called == Format::tar;
  const auto markup = by_markup(head);
  if (is_binary(head) && markup != Format::html) return in_parts ? *called : Format::other;
  if (markup) return *markup;
  // Archives and office files have shown themselves by now: a name alone does not make one.
  if (in_parts && called != Format::tar) return *called;
  if (called != Format::text && begins(visible(head), "<?xml")) return Format::other;  // neither page nor feed
  if (called == Format::text || called == Format::html || called == Format::feed) return *called;
  if (const auto format = by_content_type(content_type); format && *format != Format::pdf) return *format;
  return visible(head).starts_with('{') ? Format::json_lines : Format::text;
}

bool is_readable(Format format) {
  switch (format) {
    case Format::other:
      return false;
    default:
      return true;
  }
}

bool is_report_name(std::string_view name) {
  constexpr std::string_view kMayBeFeed = ".xml";  // feeds are saved so; what else is in it shows when it is opened
  if (name.size() > kMayBeFeed.size() && begins(name.substr(name.size() - kMayBeFeed.size()), kMayBeFeed)) return true;
  const auto format = format_of_name(name);
  return format && is_readable(*format);
}

std::string_view describe(Format format) {
  switch (format) {
    case Format::text:
      return "a text file";
    case Format::json_line:
      return "a line of JSON";
    case Format::html:
      return "a web page";
    case Format::pdf:
      return "a PDF file";
    case Format::docx:
      return "a Word file";
    case Format::json_lines:
      return "JSON lines";
    case Format::table:
      return "a table";
    case Format::feed:
      return "a feed";
    case Format::mail:
      return "a mail";
    case Format::mbox:
      return "a mailbox";
    case Format::warc:
      return "a web archive";
    case Format::zip:
      return "a zip file";
    case Format::tar:
      return "a tar file";
    case Format::gzip:
      return "a gzip file";
    case Format::zstd:
      return "a zstd file";
    case Format::bzip2:
      return "a bzip2 file";
    case Format::xz:
      return "an xz file";
    case Format::other:
      break;
  }
  return "a file of another kind";
}

}  // namespace attest
