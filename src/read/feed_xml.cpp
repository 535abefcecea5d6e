#include "read/feed_xml.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <pugixml.hpp>
#include <span>
#include <string>
#include <utility>

#include "base/utf8.hpp"
#include "read/url.hpp"

namespace attest {

namespace {

/// How feeds call what an item says, the best first. Prefixes are those that the formats recommend, and all use.
using Names = std::span<const std::string_view>;
constexpr auto kTitle = std::to_array<std::string_view>({"title", "dc:title"});
constexpr auto kPublished = std::to_array<std::string_view>({"pubDate", "published", "issued", "dc:date", "created"});
constexpr auto kUpdated = std::to_array<std::string_view>({"updated", "modified", "atom:updated", "dcterms:modified"});
constexpr auto kSummary = std::to_array<std::string_view>({"summary", "description"});
constexpr auto kContent = std::to_array<std::string_view>({"content:encoded", "content", "xhtml:body", "body"});
constexpr auto kAuthor = std::to_array<std::string_view>({"author", "dc:creator"});
constexpr auto kId = std::to_array<std::string_view>({"guid", "id"});

class Reader {
 public:
  Reader(const pugi::xml_node& root, std::string_view base) : base_(base) {
    const std::string_view name = root.name();
    const std::size_t colon = name.find(':');
    // "atom:feed": then all that is Atom's has the prefix.
    if (colon != std::string_view::npos && name.substr(colon + 1) == "feed") prefix_ = name.substr(0, colon + 1);
  }

  void read_channel(const pugi::xml_node& channel, Feed& feed) const { feed.title = plain(find(channel, kTitle)); }

  [[nodiscard]] FeedItem read_item(const pugi::xml_node& node) const {
    FeedItem item;
    item.title = plain(find(node, kTitle));
    item.author = author_of(node);
    item.published = read_feed_time(find(node, kPublished).text().get());
    item.updated = read_feed_time(find(node, kUpdated).text().get());
    item.summary = html_of(find(node, kSummary));
    item.content = html_of(find(node, kContent));
    item.url = link_of(node);
    item.id = plain(find(node, kId));
    if (item.id.empty()) item.id = !item.url.empty() ? item.url : item.title;
    return item;
  }

 private:
  [[nodiscard]] std::string_view local(const pugi::xml_node& node) const {
    std::string_view name = node.name();
    if (!prefix_.empty() && name.starts_with(prefix_)) name.remove_prefix(prefix_.size());
    return name;
  }

  /// The first child that has the best of the names, and words.
  [[nodiscard]] pugi::xml_node find(const pugi::xml_node& node, Names names) const {
    for (const std::string_view name : names)
      for (const pugi::xml_node child : node.children())
        if (local(child) == name && child.first_child()) return child;
    return {};
  }

  /// Text as it stands, or the markup inside an element of XHTML.
  [[nodiscard]] static std::string html_of(const pugi::xml_node& node) {
    const std::string_view type = node.attribute("type").value();
    const bool is_markup = std::any_of(node.begin(), node.end(),
                                       [](const pugi::xml_node& child) { return child.type() == pugi::node_element; });
    if (!is_markup) {
      std::string text = text_of(node);
      return type == "text" ? escaped(text) : text;
    }
    struct Writer final : pugi::xml_writer {
      std::string out;
      void write(const void* data, std::size_t size) override { out.append(static_cast<const char*>(data), size); }
    } writer;
    for (const pugi::xml_node child : node.children()) child.print(writer, "", pugi::format_raw);
    return as_utf8(std::move(writer.out));
  }

  /// All text and CDATA directly inside.
  [[nodiscard]] static std::string text_of(const pugi::xml_node& node) {
    std::string text;
    for (const pugi::xml_node child : node.children())
      if (child.type() == pugi::node_pcdata || child.type() == pugi::node_cdata) text += child.value();
    return as_utf8(std::move(text));  // a reference such as &#xD800; is no character
  }

  [[nodiscard]] static std::string escaped(std::string_view text) {
    std::string out;
    for (const char c : text)
      if (c == '<')
        out += "&lt;";
      else if (c == '&')
        out += "&amp;";
      else
        out += c;
    return out;
  }

  [[nodiscard]] static std::string plain(const pugi::xml_node& node) { return words_of_html(html_of(node)); }

  [[nodiscard]] std::string author_of(const pugi::xml_node& node) const {
    const pugi::xml_node author = find(node, kAuthor);
    for (const pugi::xml_node child : author.children())
      if (local(child) == "name") return plain(child);
    std::string name = plain(author);  // RSS: "desk@example.org (A. Writer)"
    const std::size_t open = name.find('(');
    if (name.find('@') < open && open != std::string::npos && name.ends_with(')'))
      name = name.substr(open + 1, name.size() - open - 2);
    return name;
  }

  /// The address of the report itself.
  [[nodiscard]] std::string link_of(const pugi::xml_node& node) const {
    std::string_view guid, link, source;
    for (const pugi::xml_node child : node.children()) {
      const std::string_view name = local(child);
      const std::string_view rel = child.attribute("rel").value();
      const std::string_view href = child.attribute("href").value();
      const bool is_link = name == "link" || name == "atom:link";
      if (name == "feedburner:origLink" || name == "origLink") return resolved(child, child.text().get());
      if (!link.empty()) continue;
      if (is_link && !href.empty() && (rel.empty() || rel == "alternate"))
        link = href;
      else if (is_link && child.text())
        link = child.text().get();
      else if (name == "guid" && std::string_view(child.attribute("isPermaLink").value()) != "false")
        guid = child.text().get();
      else if (name == "content")
        source = child.attribute("src").value();
    }
    if (!link.empty()) return resolved(node, link);
    if (looks_like_url(guid)) return resolved(node, guid);
    if (!source.empty()) return resolved(node, source);
    return resolved(node, node.attribute("rdf:about").value());
  }

  /// Against xml:base, the nearest first, and the feed's own address.
  [[nodiscard]] std::string resolved(const pugi::xml_node& node, std::string_view reference) const {
    if (reference.empty()) return {};
    return resolve_url(reference, base_of(node)).value_or("");
  }
  [[nodiscard]] std::string base_of(const pugi::xml_node& node) const {
    std::vector<std::string_view> bases;  // the innermost first
    for (pugi::xml_node at = node; at; at = at.parent())
      if (const std::string_view base = at.attribute("xml:base").value(); !base.empty()) bases.push_back(base);
    std::string base(base_);
    for (; !bases.empty(); bases.pop_back()) base = resolve_url(bases.back(), base).value_or(base);
    return base;
  }

  std::string_view base_, prefix_;
};

/// The addresses in an OPML list, whatever folders they stand in.
void read_outlines(const pugi::xml_node& body, std::string_view base, Feed& feed) {
  struct Walk final : pugi::xml_tree_walker {
    std::string_view base;
    std::vector<std::string>* feeds = nullptr;
    bool for_each(pugi::xml_node& node) override {
      const char* address = node.attribute("xmlUrl").value();
      if (*address == '\0') address = node.attribute("xmlurl").value();
      if (*address == '\0') return true;
      if (auto url = resolve_url(address, base)) feeds->push_back(std::move(*url));
      return feeds->size() < kMaxFeedItems;
    }
  } walk;
  walk.base = base;
  walk.feeds = &feed.feeds;
  pugi::xml_node start = body;
  start.traverse(walk);
}

/// What stands before the outermost element.
std::string_view prolog_of(std::string_view text) {
  std::size_t at = text.find('<');
  while (at + 1 < text.size() && (text[at + 1] == '!' || text[at + 1] == '?')) at = text.find('<', at + 1);
  return text.substr(0, at);
}

std::string_view without_prefix(std::string_view name) { return name.substr(name.find(':') + 1); }

}  // namespace

Result<Feed> read_xml_feed(std::string text, const std::string& where, std::string_view base) {
  // Nothing that a feed says needs entities of its own, and chains of them are a known way to fill a reader's memory.
  if (prolog_of(text).find("<!ENTITY") != std::string_view::npos)
    return fail(ErrorCode::damaged, "declares entities of its own, which no feed needs", where);
  const auto line_of = [&](std::ptrdiff_t at) {
    const auto end = static_cast<std::size_t>(std::max<std::ptrdiff_t>(at, 0));
    return 1 + std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(std::min(end, text.size())), '\n');
  };
  pugi::xml_document document;
  const pugi::xml_parse_result parsed =
      document.load_buffer(text.data(), text.size(), pugi::parse_default, pugi::encoding_utf8);
  const std::string broken_at = parsed ? "" : fmt::format("{}:{}", where, line_of(parsed.offset));
  Feed feed;
  const auto broken = [&] {
    return Error{ErrorCode::damaged, fmt::format("broken XML ({})", parsed.description()), broken_at};
  };
  const pugi::xml_node root = document.document_element();
  const std::string_view kind = without_prefix(root.name());
  const Reader reader(root, base);
  if (kind == "opml") {
    read_outlines(root, base, feed);
  } else if (kind == "rss" || kind == "RDF" || kind == "feed") {
    const pugi::xml_node channel = kind == "feed" ? root : root.child("channel");
    reader.read_channel(channel, feed);
    const bool beside = kind == "RDF" || (kind == "rss" && !channel.child("item"));  // 0.90 and 1.0
    const std::string_view item = kind == "feed" ? "entry" : "item";
    for (const pugi::xml_node node : (beside ? root : channel).children())
      if (without_prefix(node.name()) == item && feed.items.size() < kMaxFeedItems)
        feed.items.push_back(reader.read_item(node));
    if (!parsed && !feed.items.empty()) feed.items.pop_back();  // it may have been cut off
  } else if (!parsed) {
    return tl::unexpected<Error>(broken());
  } else {
    return fail(ErrorCode::damaged, fmt::format("XML, but no feed: its outermost element is <{}>", root.name()), where);
  }
  if (!parsed) {
    feed.broken = broken();
    if (feed.items.empty() && feed.feeds.empty()) return tl::unexpected<Error>(*feed.broken);
  }
  return feed;
}

}  // namespace attest
