#include "read/pdf.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/files.hpp"
#include "read/blocks.hpp"
#include "read/finish.hpp"
#include "read/page_paragraphs.hpp"
#include "read/pdf_words.hpp"

namespace attest {

namespace {

/// Titles that a program made up from a file's name are none.
bool is_title(std::string_view title) {
  const auto dot = title.rfind('.');
  const bool file =
      dot != std::string_view::npos && title.size() - dot <= 5 && title.find(' ', dot) == std::string_view::npos;
  return title.size() > 3 && title.find(' ') != std::string_view::npos && !file &&
         !title.starts_with("Microsoft Word") && !title.starts_with("untitled");
}

/// Nor are the words that programs fill in where nobody said who wrote it.
bool is_author(std::string_view author) {
  return author.size() > 3 && !author.starts_with('(') && author != "unspecified" && author != "Unknown";
}

/// "Bulletin of the Valley, 12 March 2019" above or below every page.
std::optional<Sourced<Date>> date_of_header(const Document& document) {
  for (const Block& block : document.blocks)
    if (block.kind == BlockKind::boilerplate)
      if (auto date = date_in(slice(document.text, block.span), block.span.begin, "page header")) return date;
  return std::nullopt;
}

}  // namespace

Result<Document> read_pdf(std::string name, std::string bytes, const Hints& hints) {
  if (bytes.size() > kMaxReportBytes)
    return fail(ErrorCode::too_large, fmt::format("larger than {} bytes", kMaxReportBytes), name);
  ATTEST_TRY(const PdfWords words, pdf_words_guarded(bytes, name));
  BlockText text = read_pages(words.pages);
  if (text.empty())
    return fail(ErrorCode::empty, "there is no text in this PDF: it holds only images, and scanned pages are not read",
                name);
  Document document;
  document.name = std::move(name);
  document.encoding = "pdf";
  document.original = std::move(bytes);
  std::move(text).give_to(document);
  finish(document, hints);
  if (!document.title && is_title(words.title)) document.title = Sourced<std::string>{words.title, "pdf info", {}};
  if (!document.author && is_author(words.author)) document.author = Sourced<std::string>{words.author, "pdf info", {}};
  if (!document.published) document.published = date_of_header(document);
  if (!document.published && words.created) document.published = Sourced<Date>{*words.created, "pdf info", {}};
  return document;
}

}  // namespace attest
