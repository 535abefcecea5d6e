#include "read/html_metadata.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "read/ascii.hpp"
#include "read/blocks.hpp"
#include "read/encoding.hpp"
#include "read/meta_names.hpp"
#include "read/page_dates.hpp"

namespace attest {

namespace {

using Value = std::optional<Sourced<std::string>>;

/// Letters and digits in lower case: for comparing titles.
std::string letters(std::string_view text) {
  std::string out;
  for (const char c : text)
    if (is_letter_ascii(c) || is_digit_ascii(c) || static_cast<unsigned char>(c) >= 0x80) out += lower_ascii(c);
  return out;
}

/// One line, references that were escaped twice resolved.
std::string cleaned(std::string_view text) {
  std::string line;
  if (text.find('&') != std::string_view::npos || text.find('<') != std::string_view::npos) {
    const auto tree = HtmlTree::parse(text);
    if (tree) line = tree->text_of(0);
  }
  if (line.empty()) {
    for (const char c : text)
      if (!is_space_ascii(c))
        line += c;
      else if (!line.empty() && line.back() != ' ')
        line += ' ';
    if (line.ends_with(' ')) line.pop_back();
  }
  for (std::size_t at; (at = line.find("\u00A0")) != std::string::npos;) line.replace(at, 2, " ");
  for (std::size_t at; (at = line.find("\u00AD")) != std::string::npos;) line.erase(at, 2);
  return normalise(std::move(line));
}

class Reader {
 public:
  Reader(const HtmlTree& tree, const HtmlPage& page, const LinkedData& data, Document& document)
      : tree_(tree), page_(page), data_(data), document_(document), meta_(read_meta(tree)) {
    const std::string language = lower_ascii(tree.attribute(0, "lang"));
    month_first_ = language == "en" || language.starts_with("en-us") || language.starts_with("en_us");
  }

  void read() {
    find_elements();
    if (!document_.url) document_.url = address();
    if (!document_.outlet) document_.outlet = outlet();
    if (!document_.title) document_.title = title();
    if (!document_.author) document_.author = author();
    if (!document_.published) published();
    if (!document_.updated) updated();
    if (!document_.agency) agency();
  }

 private:
  static Value sourced(std::string_view text, std::string origin) {
    std::string line = cleaned(text);
    if (line.empty()) return std::nullopt;
    return Sourced<std::string>{std::move(line), std::move(origin), {}};
  }

  /// The first of the names that the page has.
  template <std::size_t N>
  Value meta(const std::array<std::string_view, N>& names) const {
    for (const std::string_view name : names)
      for (const auto& [key, content] : meta_)
        if (key == name)
          if (Value value = sourced(content, "meta " + key)) return value;
    return std::nullopt;
  }

  void find_elements() {
    for (std::uint32_t i = 0; i < tree_.size(); ++i) {
      if (tree_[i].is_text) continue;
      if (tree_[i].tag == GUMBO_TAG_TITLE && !title_element_) title_element_ = i;
      if ((tree_[i].tag == GUMBO_TAG_H1 || tree_[i].tag == GUMBO_TAG_H2) && !page_.nodes[i].furniture)
        headings_.push_back(i);
      if (tree_[i].tag == GUMBO_TAG_LINK && tree_.attribute(i, "rel") == "canonical" && canonical_.empty())
        canonical_ = tree_.attribute(i, "href");
    }
  }

  [[nodiscard]] Value address() const {
    if (canonical_.starts_with("http")) return sourced(canonical_, "link canonical");
    return meta(std::to_array<std::string_view>({"og:url"}));
  }

  [[nodiscard]] Value outlet() const {
    if (Value value = meta(kOutletNames)) return value;
    return sourced(data_.publisher, "JSON-LD");
  }

  /// "Title - Outlet" and "Outlet | Title" without the outlet.
  [[nodiscard]] std::string without_outlet(const std::string& line, bool any_suffix) const {
    const std::string outlet = document_.outlet ? letters(document_.outlet->value) : std::string();
    std::string best = line;
    for (const std::string_view bar : {" | ", " - ", " – ", " — ", " :: ", " « ", " » ", " · ", " • ", " / "}) {
      if (const std::size_t last = best.rfind(bar); last != std::string::npos) {
        const std::string tail = letters(std::string_view(best).substr(last + bar.size()));
        const bool names_outlet = !outlet.empty() && !tail.empty() &&
                                  (outlet.find(tail) != std::string::npos || tail.find(outlet) != std::string::npos);
        const bool is_short = any_suffix && last > best.size() / 2;
        if (names_outlet || is_short || names_host(tail)) best.resize(last);
      }
      if (const std::size_t first = best.find(bar); first != std::string::npos) {
        const std::string head = letters(std::string_view(best).substr(0, first));
        if (!outlet.empty() && head == outlet) best.erase(0, first + bar.size());
      }
    }
    return best;
  }

  /// Whether letters are those of the site's address: "Example News" of example-news.org.
  [[nodiscard]] bool names_host(const std::string& tail) const {
    if (!document_.url || tail.size() < 3) return false;
    std::string_view host = document_.url->value;
    if (const std::size_t at = host.find("//"); at != std::string_view::npos) host.remove_prefix(at + 2);
    host = host.substr(0, host.find('/'));
    return letters(host).find(tail) != std::string::npos;
  }

  /// A heading without the subject that often stands above it, in an element of its own.
  [[nodiscard]] std::string heading_text(std::uint32_t heading) const {
    for (std::uint32_t i = heading + 1; i < tree_[heading].end; ++i) {
      if (tree_[i].is_text && trim_ascii(tree_.text(i)).empty()) continue;
      const GumboTag tag = tree_[i].tag;
      const bool own = !tree_[i].is_text && (tag == GUMBO_TAG_SPAN || tag == GUMBO_TAG_SMALL || tag == GUMBO_TAG_DIV ||
                                             tag == GUMBO_TAG_P || tag == GUMBO_TAG_TIME);
      if (!own) break;
      const std::string whole = tree_.text_of(heading), first = tree_.text_of(i);
      if (first.empty()) continue;
      if (first.size() < whole.size() && first.size() * 2 < whole.size() + 10 && whole.starts_with(first) &&
          whole.size() - first.size() > 15)
        return std::string(
            trim_ascii(std::string_view(whole).substr(whole[first.size()] == ':' ? first.size() + 1 : first.size())));
      if (first.size() < whole.size()) break;
    }
    return tree_.text_of(heading);
  }

  [[nodiscard]] bool is_outlet(const std::string& name) const {
    return names_host(name) || (document_.outlet && letters(document_.outlet->value) == name);
  }

  [[nodiscard]] Value title() const {
    Value open_graph = meta(kTitleNames);
    if (open_graph) open_graph->value = without_outlet(open_graph->value, false);
    const std::string page_title = title_element_ ? cleaned(tree_.text_of(*title_element_)) : std::string();
    const std::string known =
        letters(page_title) + "\n" + (open_graph ? letters(open_graph->value) : "") + "\n" + letters(data_.headline);
    // The longest heading that the page's own title repeats is the title, in its best spelling.
    Value best;
    for (const std::uint32_t heading : headings_) {
      Value value = sourced(heading_text(heading), tree_[heading].tag == GUMBO_TAG_H1 ? "h1" : "h2");
      if (!value || (best && value->value.size() <= best->value.size())) continue;
      const std::string name = letters(value->value);
      if (name.size() >= 5 && !is_outlet(name) && known.find(name) != std::string::npos) best = std::move(value);
    }
    Value only;
    std::size_t h1 = 0;
    for (const std::uint32_t heading : headings_) {
      if (tree_[heading].tag != GUMBO_TAG_H1 || ++h1 > 1) continue;
      only = sourced(heading_text(heading), "h1");
    }
    if (best && h1 == 1 && only && letters(only->value).starts_with(letters(best->value))) return only;
    if (best) return best;
    Value said = sourced(data_.headline, "JSON-LD");
    if (only && h1 == 1 && only->value.find(' ') != std::string::npos && !is_outlet(letters(only->value))) {
      // A heading may hold more than the title: the subject before it.
      for (const Value& value : {said, open_graph})
        if (value && value->value.size() * 3 > only->value.size() &&
            letters(only->value).ends_with(letters(value->value)))
          return value;
      return only;
    }
    if (said) return said;
    if (open_graph && !open_graph->value.empty()) return open_graph;
    if (!page_title.empty()) return Sourced<std::string>{without_outlet(page_title, true), "title", {}};
    return only;
  }

  [[nodiscard]] Value author() const {
    for (Value value : {sourced(data_.author, "JSON-LD"), meta(kAuthorNames)})
      if (is_author(value)) return value;
    for (std::uint32_t i = 0; i < tree_.size(); ++i) {
      if (tree_[i].is_text) continue;
      const bool item = tree_.attribute(i, "itemprop").find("author") != std::string_view::npos ||
                        tree_.attribute(i, "rel") == "author";
      if (!item && (page_.nodes[i].hints & kHintAuthor) == 0) continue;
      Value value = sourced(tree_.text_of(i), item ? "itemprop" : "byline");
      if (is_author(value)) return value;
    }
    const std::size_t title = page_.first_block(title_element());
    for (std::size_t b = title; b < std::min(page_.blocks.size(), title + 10); ++b) {
      const std::string& line = page_.blocks[b].text;
      if (page_.blocks[b].chars > 50 || without_by(line).size() == line.size()) continue;
      Value value = sourced(line, "byline");
      if (is_author(value)) return value;
    }
    return std::nullopt;
  }

  /// Whether a value is a name; what introduces it is taken off.
  [[nodiscard]] bool is_author(Value& value) const {
    if (!value) return false;
    value->value = without_by(value->value);
    return is_name(value->value) && !is_outlet(letters(value->value)) && letters(value->value) != "admin";
  }

  /// Names have no addresses in them and are short.
  static bool is_name(std::string_view text) {
    return text.size() >= 3 && text.size() <= 80 && text.find("http") == std::string_view::npos &&
           text.find('@') == std::string_view::npos && std::ranges::none_of(text, is_digit_ascii);
  }

  static std::string without_by(std::string_view text) {
    for (const std::string_view by : {"by ", "von ", "par ", "por ", "di ", "door ", "av ",
                                      "autor: ", "autorin: ", "author: ", "text: ", "written by ", "posted by ",
                                      "erstellt von ", "pressemitteilung von "})
      if (starts_with_ascii(text, by)) text.remove_prefix(by.size());
    return std::string(trim_ascii(text));
  }

  /// The heading that is the title, or the beginning of the page.
  [[nodiscard]] std::uint32_t title_element() const {
    const std::string title = document_.title ? letters(document_.title->value) : std::string();
    for (const std::uint32_t heading : headings_)
      if (!title.empty() && letters(tree_.text_of(heading)).ends_with(title)) return heading;
    return headings_.empty() ? 0 : headings_[0];
  }

  void set_published(const PageDate& date, const std::string& origin) {
    document_.published = Sourced<Date>{date.day, origin, {}};
    if (!date.instant.empty()) document_.published_at = Sourced<std::string>{date.instant, origin, {}};
  }

  void published() {
    if (const auto date = read_page_date(data_.published, month_first_)) return set_published(*date, "JSON-LD");
    for (const std::string_view name : kPublishedNames)
      for (const auto& [key, content] : meta_)
        if (key == name)
          if (const auto date = read_page_date(content, month_first_)) return set_published(*date, "meta " + key);
    const auto found = date_of_elements();
    if (!found || found->second != "itemprop")
      if (const auto day = labelled_date()) return set_published({*day, {}}, "byline");
    if (found) return set_published(found->first, found->second);
    if (const auto day = date_near_title()) return set_published({*day, {}}, "byline");
    if (const auto date = read_page_date(data_.published_in_script, month_first_))
      return set_published(*date, "script");
    if (document_.url)
      if (const auto day = date_of_address(document_.url->value)) return set_published({*day, {}}, "address");
    for (const std::string_view name : kUpdatedNames)
      for (const auto& [key, content] : meta_)
        if (key == name)
          if (const auto date = read_page_date(content, month_first_)) return set_published(*date, "meta " + key);
    for (const auto& [key, content] :
         meta_)  // a stamp, "Reports of the day (14 January 2020)"; not a day that is told of
      if ((key == "og:title" || key == "title" || key == "description") && content.ends_with(')'))
        if (const auto day = find_date(content, month_first_)) return set_published({*day, {}}, "meta " + key);
  }

  /// <time>, itemprop and elements whose class says that they hold a date; the page's furniture last.
  [[nodiscard]] std::optional<std::pair<PageDate, std::string>> date_of_elements() const {
    std::optional<std::pair<PageDate, std::string>> found;
    int best = 0;
    const std::size_t title_block = page_.first_block(title_element());
    for (std::uint32_t i = 0; i < tree_.size(); ++i) {
      if (tree_[i].is_text) continue;
      const std::string_view item = tree_.attribute(i, "itemprop");
      const bool named = item.find("datePublished") != std::string_view::npos ||
                         item.find("dateCreated") != std::string_view::npos || tree_.has_attribute(i, "pubdate");
      const bool time = tree_[i].tag == GUMBO_TAG_TIME;
      const bool hinted = (page_.nodes[i].hints & kHintDate) != 0;
      if (!named && !time && !hinted) continue;
      int rank = named ? 8 : 4;
      if (page_.nodes[i].furniture) rank -= named ? 1 : 3;
      const std::size_t block = page_.first_block(i);
      if (block < page_.blocks.size() && page_.blocks[block].linked * 2 > page_.blocks[block].chars) rank -= 3;
      if (block + 8 >= title_block && block < title_block + 16) rank += 2;
      if (item.find("dateModified") != std::string_view::npos) rank = 1;
      if (rank <= best) continue;
      std::optional<PageDate> date;
      for (const char* const attribute : {"datetime", "content"})
        if (!date) date = read_page_date(tree_.attribute(i, attribute), month_first_);
      if (!date && tree_[i].end - i < 40)
        if (const auto day = find_date(tree_.text_of(i), month_first_)) date = PageDate{*day, {}};
      if (!date) continue;
      best = rank;
      found.emplace(*date, named ? "itemprop" : time ? "time" : "byline");
    }
    return found;
  }

  /// "Published: 12 April 2017".
  [[nodiscard]] std::optional<Date> labelled_date() const {
    static constexpr auto kLabels = std::to_array<std::string_view>(
        {"published", "posted on", "first published", "veröffentlicht", "erstellt am", "erschienen am", "publié",
         "publicado", "pubblicato", "opublikowan", "gepubliceerd", "publicerad", "udgivet", "опубликовано",
         "datum:", "date:", "fecha:", "data:"});
    for (const PageBlock& block : page_.blocks) {
      if (block.chars > 160) continue;
      const std::string small = lower_ascii(block.text);
      for (const std::string_view label : kLabels)
        if (const std::size_t at = small.find(label); at != std::string::npos)
          if (const auto day = find_date(std::string_view(block.text).substr(at), month_first_)) return day;
    }
    return std::nullopt;
  }

  /// A date in a short line around the title, or in the first lines below it.
  [[nodiscard]] std::optional<Date> date_near_title() const {
    const std::size_t at = page_.first_block(title_element());
    const std::size_t first = at < 6 ? 0 : at - 6, last = std::min(page_.blocks.size(), at + 14);
    for (const bool below : {true, false})
      for (std::size_t b = below ? at : first; b < (below ? last : at); ++b) {
        const PageBlock& block = page_.blocks[b];
        if (block.linked * 2 > block.chars) continue;
        // A long line may begin with its place and day.
        const std::string_view words = std::string_view(block.text).substr(0, block.chars > 120 ? 60 : 400);
        if (const auto day = find_date(words, month_first_)) return day;
      }
    for (const PageBlock& block : page_.blocks) {
      if (block.chars > 160 || page_.nodes[block.container].furniture) continue;
      if (const auto day = find_date(block.text, month_first_)) return day;
    }
    return std::nullopt;
  }

  void updated() {
    if (const auto date = read_page_date(data_.updated, month_first_)) {
      document_.updated = Sourced<Date>{date->day, "JSON-LD", {}};
      return;
    }
    for (const std::string_view name : kUpdatedNames)
      for (const auto& [key, content] : meta_)
        if (key == name)
          if (const auto date = read_page_date(content, month_first_)) {
            document_.updated = Sourced<Date>{date->day, "meta " + key, {}};
            return;
          }
  }

  /// The wire that a byline names.
  void agency() {
    if (!data_.agency.empty())
      if (const auto name = agency_named(data_.agency); !name.empty()) {
        document_.agency = Sourced<std::string>{std::string(name), "JSON-LD", {}};
        return;
      }
    if (document_.author)
      if (const auto name = agency_named(document_.author->value); !name.empty()) {
        document_.agency = Sourced<std::string>{std::string(name), document_.author->origin, {}};
        return;
      }
    for (const PageBlock& block : page_.blocks) {
      if (block.chars > 120) continue;
      bool byline = false;
      for (std::uint32_t i = block.container; tree_[i].parent != i && !byline; i = tree_[i].parent)
        byline = (page_.nodes[i].hints & kHintByline) != 0;
      if (!byline) continue;
      if (const auto name = agency_named(block.text); !name.empty()) {
        document_.agency = Sourced<std::string>{std::string(name), "byline", {}};
        return;
      }
    }
  }

  const HtmlTree& tree_;
  const HtmlPage& page_;
  const LinkedData& data_;
  Document& document_;
  MetaValues meta_;
  bool month_first_ = false;
  std::optional<std::uint32_t> title_element_;
  std::vector<std::uint32_t> headings_;  // h1 and h2
  std::string_view canonical_;
};

}  // namespace

void read_page_metadata(const HtmlTree& tree, const HtmlPage& page, const LinkedData& data, Document& document) {
  Reader(tree, page, data, document).read();
}

}  // namespace attest
