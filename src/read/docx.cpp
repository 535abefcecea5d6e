#include "read/docx.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <string_view>
#include <utility>

#include "base/files.hpp"
#include "read/block_text.hpp"
#include "read/docx_parts.hpp"
#include "read/finish.hpp"

namespace attest {

namespace {

constexpr int kDeepest = 100;               // elements inside elements; Word itself makes a dozen or two
constexpr std::size_t kLongCellWords = 40;  // a cell of a table that is laid out as a page, rather than a value

/// The name without its prefix: which prefix stands for which namespace differs between programs.
std::string_view local(pugi::xml_node node) {
  const std::string_view name = node.name();
  return name.substr(name.find(':') == std::string_view::npos ? 0 : name.find(':') + 1);
}

pugi::xml_node child(pugi::xml_node node, std::string_view name) {
  for (pugi::xml_node found : node.children())
    if (local(found) == name) return found;
  return {};
}

std::string attribute(pugi::xml_node node, std::string_view name) {
  for (pugi::xml_attribute found : node.attributes()) {
    const std::string_view full = found.name();
    if (full == name ||
        (full.size() > name.size() && full.ends_with(name) && full[full.size() - name.size() - 1] == ':'))
      return found.value();
  }
  return {};
}

enum class Style { body, heading, caption, item, quote };

/// What a style's name says; the built-in names are English in every language of Word.
Style style_of_name(std::string_view name) {
  if (name.starts_with("heading") || name.starts_with("Heading") || name == "Title" || name == "Subtitle")
    return Style::heading;
  if (name == "caption" || name == "Caption") return Style::caption;
  if (name.starts_with("List ") && name != "List Paragraph") return Style::item;
  return name == "Quote" || name == "Intense Quote" ? Style::quote : Style::body;
}

class Reader {
 public:
  explicit Reader(const DocxParts& parts) {
    for (pugi::xml_node style : child(parts.styles, "styles").children())
      if (local(style) == "style")
        styles_[attribute(style, "styleId")] = style_of_name(attribute(child(style, "name"), "val"));
    read_blocks(child(child(parts.body, "document"), "body"), 0);
    read_notes(child(parts.footnotes, "footnotes"));
    read_notes(child(parts.endnotes, "endnotes"));
  }
  [[nodiscard]] BlockText& text() { return text_; }

 private:
  void read_blocks(pugi::xml_node parent, int depth) {
    if (depth > kDeepest) return;
    for (pugi::xml_node node : parent.children()) {
      const std::string_view name = local(node);
      if (name == "p")
        read_paragraph(node);
      else if (name == "tbl")
        read_table(node, depth);
      else if (name == "sdt" || name == "sdtContent" || name == "ins" || name == "moveTo" || name == "customXml")
        read_blocks(node, depth + 1);
    }
  }

  void read_paragraph(pugi::xml_node paragraph) {
    std::string words;
    append_words(paragraph, 0, words);
    const pugi::xml_node properties = child(paragraph, "pPr");
    const auto style = styles_.find(attribute(child(properties, "pStyle"), "val"));
    Style kind = style == styles_.end() ? Style::body : style->second;
    if (kind == Style::body && child(properties, "numPr")) kind = Style::item;
    switch (kind) {
      case Style::heading:
        return text_.add(BlockKind::headline, words);
      case Style::caption:
        return text_.add(BlockKind::caption, words);
      case Style::item:
        return text_.add(BlockKind::list_item, words);
      case Style::quote:
        return text_.add(BlockKind::quote, words);
      case Style::body:
        return add_body(words);
    }
  }

  /// The first line without a style, short and no sentence, is the headline.
  void add_body(std::string_view words) {
    const bool headline = text_.empty() && words.size() < 200 && words.find_last_of(".!?:") != words.size() - 1;
    if (headline)
      text_.add(BlockKind::headline, words);
    else
      text_.add_paragraph(words);
  }

  /// A table of one column, or of long texts, is how the page is laid out: its cells are read one after the other.
  void read_table(pugi::xml_node table, int depth) {
    std::vector<std::vector<std::string>> rows;
    std::size_t columns = 0, longest = 0;
    for (pugi::xml_node row : table.children()) {
      if (local(row) != "tr") continue;
      std::vector<std::string> cells;
      for (pugi::xml_node cell : row.children()) {
        if (local(cell) != "tc") continue;
        std::string words;
        append_words(cell, depth, words);
        longest = std::max<std::size_t>(longest, static_cast<std::size_t>(std::ranges::count(words, ' ')));
        cells.push_back(std::move(words));
      }
      columns = std::max(columns, cells.size());
      rows.push_back(std::move(cells));
    }
    if (columns > 1 && (rows.size() > 1 || longest < kLongCellWords)) {
      for (const auto& row : rows) text_.add_row(row);
      return;
    }
    for (pugi::xml_node row : table.children())
      if (local(row) == "tr")
        for (pugi::xml_node cell : row.children())
          if (local(cell) == "tc") read_blocks(cell, depth + 1);
  }

  void read_notes(pugi::xml_node notes) {
    for (pugi::xml_node note : notes.children()) {
      if (!attribute(note, "type").empty()) continue;  // lines between text and notes
      std::string words;
      append_words(note, 0, words);
      text_.add_paragraph(words);
    }
  }

  /// The words below a node. Breaks, tabs and paragraphs inside a cell are a space.
  static void append_words(pugi::xml_node node, int depth, std::string& out) {
    if (depth > kDeepest) return;
    for (pugi::xml_node inner : node.children()) {
      const std::string_view name = local(inner);
      if (name == "t") {
        out += inner.text().get();
      } else if (name == "tab" || name == "br" || name == "cr" || name == "ptab") {
        out += ' ';
      } else if (name == "noBreakHyphen") {
        out += '-';
      } else if (name == "p" || name == "tc") {
        if (!out.empty()) out += ' ';
        append_words(inner, depth + 1, out);
      } else if (name != "pPr" && name != "rPr" && name != "del" && name != "moveFrom" && name != "instrText" &&
                 name != "Fallback" && name != "tblPr") {
        append_words(inner, depth + 1, out);
      }
    }
  }

  std::map<std::string, Style, std::less<>> styles_;
  BlockText text_;
};

void fill_from_properties(Document& document, pugi::xml_node properties) {
  constexpr std::string_view kOrigin = "docx properties";
  const auto value = [&](std::string_view name) { return std::string(child(properties, name).text().get()); };
  if (const std::string title = value("title"); !document.title && !title.empty())
    document.title = Sourced<std::string>{title, std::string(kOrigin), {}};
  if (const std::string author = value("creator"); !document.author && !author.empty())
    document.author = Sourced<std::string>{author, std::string(kOrigin), {}};
  for (const char* name : {"created", "modified"}) {
    if (document.published) return;
    if (const auto date = parse_iso_date(value(name).substr(0, 10)))
      document.published = Sourced<Date>{*date, std::string(kOrigin), {}};
  }
}

}  // namespace

Result<Document> read_docx(std::string name, std::string bytes, const Hints& hints) {
  if (bytes.size() > kMaxReportBytes)
    return fail(ErrorCode::too_large, fmt::format("larger than {} bytes", kMaxReportBytes), name);
  DocxParts parts;
  ATTEST_CHECK(read_parts(bytes, name, parts));
  Reader reader(parts);
  if (reader.text().empty()) return fail(ErrorCode::empty, "there is no text in this Word file", name);
  Document document;
  document.name = std::move(name);
  document.encoding = "docx";
  document.original = std::move(bytes);
  std::move(reader.text()).give_to(document);
  finish(document, hints);
  fill_from_properties(document, child(parts.properties, "coreProperties"));
  return document;
}

}  // namespace attest
