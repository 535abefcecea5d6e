#include "read/html_source.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <utility>

#include "read/ascii.hpp"

namespace attest {

namespace {

constexpr std::size_t kMostAttributes = 200;

/// Elements whose content is not markup, up to their end tag.
constexpr auto kRawText =
    std::to_array<std::string_view>({"iframe", "noembed", "noframes", "script", "style", "textarea", "title", "xmp"});
/// Elements that have no end tag, or whose end tag may be left out because they cannot hold one another.
constexpr auto kNotNesting = std::to_array<std::string_view>(
    {"area", "base", "body",   "br",    "col",  "colgroup", "dd",     "dt",    "embed", "head",  "hr",
     "html", "img",  "input",  "li",    "link", "meta",     "option", "p",     "param", "rb",    "rp",
     "rt",   "rtc",  "source", "tbody", "td",   "tfoot",    "th",     "thead", "tr",    "track", "wbr"});
/// Elements that a parser opens again where a block ends too early, any number of them.
constexpr auto kFormatting = std::to_array<std::string_view>(
    {"b", "big", "code", "em", "font", "i", "s", "small", "strike", "strong", "tt", "u"});

bool one_of(std::string_view name, const auto& list) { return std::ranges::binary_search(list, name); }

/// Whether `page` has an end tag of `name` at `at`.
bool is_end_tag(std::string_view page, std::size_t at, std::string_view name) {
  if (!page.substr(at).starts_with("</") || !starts_with_ascii(page.substr(at + 2), name)) return false;
  const std::size_t after = at + 2 + name.size();
  return after >= page.size() || is_space_ascii(page[after]) || page[after] == '>' || page[after] == '/';
}

std::size_t find_end_tag(std::string_view page, std::size_t from, std::string_view name) {
  std::size_t at = page.find("</", from);
  while (at != std::string_view::npos && !is_end_tag(page, at, name)) at = page.find("</", at + 2);
  return at;
}

/// Attributes that a stage reads. The others (addresses, styles of every kind, data of scripts) are most of the markup.
constexpr auto kRead =
    std::to_array<std::string_view>({"class", "content", "datetime", "hidden", "href", "id", "itemprop", "lang", "name",
                                     "property", "pubdate", "rel", "role", "style"});

struct Tag {
  std::size_t end = 0;                                      // after ">"
  std::size_t kept = 0;                                     // how many attributes are read
  std::vector<std::pair<std::size_t, std::size_t>> unread;  // ranges of the others
};

/// From behind the name of a tag to behind its ">", which may stand in quotes.
void scan_tag(std::string_view page, std::size_t at, std::string_view element, Tag& tag) {
  const auto skip_space = [&] {
    while (at < page.size() && is_space_ascii(page[at])) ++at;
  };
  tag.kept = 0;
  tag.unread.clear();
  char name[9];
  while (true) {
    while (at < page.size() && (is_space_ascii(page[at]) || page[at] == '/')) ++at;
    if (at >= page.size() || page[at] == '>') break;
    const std::size_t begin = at;
    do ++at;  // a "=" may begin a name
    while (at < page.size() && !is_space_ascii(page[at]) && page[at] != '=' && page[at] != '>' && page[at] != '/');
    const std::size_t length = std::min(at - begin, sizeof name);
    std::ranges::transform(page.substr(begin, length), std::begin(name), [](char c) { return lower_ascii(c); });
    const std::size_t name_end = at;
    skip_space();
    if (at < page.size() && page[at] == '=') {
      ++at;
      skip_space();
      if (at < page.size() && (page[at] == '"' || page[at] == '\'')) {
        at = std::min(page.find(page[at], at + 1), page.size() - 1) + 1;
      } else {
        while (at < page.size() && !is_space_ascii(page[at]) && page[at] != '>') ++at;
      }
    } else {
      at = name_end;
    }
    const std::string_view word(name, length);
    const bool read = at - begin > name_end - begin
                          ? std::ranges::binary_search(kRead, word) && (word != "href" || element == "link")
                          : word == "hidden" || word == "pubdate";
    if (read && tag.kept < kMostAttributes)
      ++tag.kept;
    else
      tag.unread.emplace_back(begin, at);
  }
  tag.end = std::min(at + 1, page.size());
}

class Trimmer {
 public:
  explicit Trimmer(std::string_view page) : page_(page) { source_.markup.reserve(page.size()); }

  HtmlSource trim() {
    std::size_t at = 0;
    while ((at = next_special(at)) < page_.size()) {
      if (page_[at] == '\0')
        drop(at, at + 1), ++at;
      else
        at = markup(at);
    }
    keep(page_.size());
    return std::move(source_);
  }

 private:
  [[nodiscard]] std::size_t next_special(std::size_t at) const {
    const std::size_t tag = std::min(page_.find('<', at), page_.size());
    return std::min(page_.substr(0, tag).find('\0', at), tag);
  }

  void keep(std::size_t until) {
    if (until > kept_) {
      source_.pieces.push_back({static_cast<std::uint32_t>(source_.markup.size()), static_cast<std::uint32_t>(kept_)});
      source_.markup += page_.substr(kept_, until - kept_);
    }
    kept_ = std::max(kept_, until);
  }
  void drop(std::size_t begin, std::size_t end) {
    keep(begin);
    kept_ = end;
  }

  /// What begins with "<" at `at`; returns where to go on.
  std::size_t markup(std::size_t at) {
    const std::string_view rest = page_.substr(at);
    if (rest.starts_with("<!--")) return comment(at);
    const bool closing = rest.starts_with("</");
    const std::size_t begin = at + (closing ? 2 : 1);
    if (begin >= page_.size() || !is_letter_ascii(page_[begin])) return at + 1;
    std::size_t end = begin;
    name_.clear();
    while (end < page_.size() && !is_space_ascii(page_[end]) && page_[end] != '>' && page_[end] != '/')
      name_ += lower_ascii(page_[end++]);
    scan_tag(page_, end, name_, tag_);
    if (closing) {
      close(at, tag_.end);
    } else if (name_ == "script" || name_ == "style" || name_ == "svg") {
      return take_out(at, tag_.end);
    } else {
      if (!open(at)) drop_unread();
      if (one_of(name_, kRawText)) return std::min(find_end_tag(page_, tag_.end, name_), page_.size());
    }
    return tag_.end;
  }

  std::size_t comment(std::size_t at) {
    std::size_t end = page_.find("-->", at + 2);  // "<!-->" is a comment, too
    end = end == std::string_view::npos ? page_.size() : end + 3;
    drop(at, end);
    return end;
  }

  std::size_t take_out(std::size_t at, std::size_t content) {
    const bool drawing = name_ == "svg";
    const std::size_t found = drawing && endless_svg_ ? std::string_view::npos : find_end_tag(page_, content, name_);
    if (drawing && (found == std::string_view::npos || page_[content - 2] == '/')) {
      endless_svg_ = found == std::string_view::npos;
      drop(at, content);
      return content;
    }
    const std::size_t last = std::min(found, page_.size());
    if (name_ == "script") source_.scripts.push_back(page_.substr(content, last - content));
    if (lower_ascii(page_.substr(at, content - at)).find("ld+json") != std::string::npos)
      source_.json_ld.push_back(page_.substr(content, last - content));
    std::size_t end = last;
    if (last < page_.size()) {
      scan_tag(page_, last + 2 + name_.size(), name_, tag_);
      end = tag_.end;
    }
    drop(at, end);
    return end;
  }

  /// An element begins. @return whether it was dropped, because it is too deep
  bool open(std::size_t at) {
    if (one_of(name_, kNotNesting) || one_of(name_, kRawText)) return false;
    const bool formatting = one_of(name_, kFormatting);
    const bool too_deep = open_.size() >= kDeepestElement || (formatting && leaked_ + formatting_ >= kMostFormatting);
    if (too_deep) drop(at, tag_.end);
    open_.push_back({name_, too_deep});
    formatting_ += formatting && !too_deep ? 1U : 0U;
    ++count_[name_];
    return too_deep;
  }

  void drop_unread() {
    for (const auto& [begin, end] : tag_.unread) drop(begin, end);
  }

  void close(std::size_t at, std::size_t end) {
    const auto found = count_.find(name_);
    if (found == count_.end() || found->second == 0) return;
    while (true) {
      const Open top = std::move(open_.back());
      open_.pop_back();
      --count_[top.name];
      const bool is_it = top.name == name_;
      if (is_it && top.dropped) drop(at, end);
      const bool formatting = !top.dropped && one_of(top.name, kFormatting);
      formatting_ -= formatting ? 1U : 0U;
      if (is_it) return;
      leaked_ += formatting ? 1U : 0U;
    }
  }

  static constexpr std::size_t kMostFormatting = 24;  // at a time, and left open by their blocks
  struct Open {
    std::string name;
    bool dropped;
  };

  std::string_view page_;
  HtmlSource source_;
  std::size_t kept_ = 0;  // everything before is in the markup, or dropped
  std::string name_;      // of the tag that is being read
  Tag tag_;               // and the rest of it
  std::vector<Open> open_;
  std::unordered_map<std::string, std::size_t> count_;
  std::size_t formatting_ = 0, leaked_ = 0;  // open formatting elements; such as a block closed for them
  bool endless_svg_ = false;
};

}  // namespace

std::uint32_t HtmlSource::page_offset(std::uint32_t offset) const {
  const auto after = std::ranges::upper_bound(pieces, offset, {}, &Piece::in_markup);
  if (after == pieces.begin()) return offset;
  const Piece& piece = *std::prev(after);
  return piece.in_page + (offset - piece.in_markup);
}

HtmlSource trim_markup(std::string_view page) { return Trimmer(page).trim(); }

}  // namespace attest
