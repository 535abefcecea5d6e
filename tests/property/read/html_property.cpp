#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <string>
#include <vector>

#include "base/utf8.hpp"
#include "read/encoding.hpp"
#include "read/html.hpp"
#include "read/page_encoding.hpp"

namespace attest {

namespace {

/// Pieces that pages are made of, and some that they should not be made of.
rc::Gen<std::string> pieces() {
  return rc::gen::map(
      rc::gen::container<std::vector<std::string>>(rc::gen::element<std::string>(
          "<p>", "</p>", "<div class='entry-content'>", "</div>", "<b>", "</b>", "<br>", "<table><tr><td>", "</table>",
          "<script>", "</script>", "<!--", "-->", "<svg>", "</svg>", "<ul><li>", "</ul>", "&amp;", "&eacute", "&#x42f;",
          "&notit;", "&", "\r\n", "\n", " ", "\t", "Two drivers were killed, the council said. ", "r\xC3\xADo ",
          "e\xCC\x81", "\xCC\x81", "\xF0\x9F\x9A\x9A", "\xC2\xAD", "\xC2\xA0", "\xFF", std::string(1, '\0'),
          "<a href='x'>", "</a>", "<h1>", "</h1>", "<title>", "</title>", "<pre>", "</pre>",
          "<meta charset=windows-1251>", "<select><option>", "<frameset>", "<", ">", "</", "<figure><figcaption>",
          "</figure>", "город ", "\xE3\xEE\xF0")),
      [](const std::vector<std::string>& parts) {
        std::string page;
        for (const std::string& part : parts) page += part;
        return page;
      });
}

void hold(const Document& document) {
  RC_ASSERT(!first_invalid_utf8(document.text));
  RC_ASSERT(normalise(document.text) == document.text);
  std::uint32_t end = 0;
  for (const Block& block : document.blocks) {
    RC_ASSERT(block.span.begin >= end);
    RC_ASSERT(block.span.begin < block.span.end);
    end = block.span.end;
  }
  RC_ASSERT(end <= document.text.size());
  Span last;
  for (const OriginRun& run : document.origins) {
    RC_ASSERT(run.text.begin >= last.end);
    RC_ASSERT(run.text.begin < run.text.end);
    RC_ASSERT(run.text.end <= document.text.size());
    RC_ASSERT(run.bytes.begin <= run.bytes.end);
    RC_ASSERT(run.bytes.end <= document.original.size());
    last = run.text;
    // In UTF-8, equally long runs are the same, but for white space, which becomes a blank.
    if (document.encoding != "UTF-8" || run.text.size() != run.bytes.size()) continue;
    const std::string_view words = slice(document.text, run.text), bytes = slice(document.original, run.bytes);
    for (std::size_t i = 0; i < words.size(); ++i)
      RC_ASSERT(words[i] == bytes[i] || words[i] == ' ' || words[i] == '\t' || words[i] == '\n' ||
                bytes == std::string_view("\xFF") || words.find("\uFFFD") != std::string_view::npos);
  }
}

RC_GTEST_PROP(HtmlProperty, PiecesOfPagesKeepTheirOrigins, ()) {
  const auto document = read_html("page.html", *pieces(), {});
  if (document) hold(*document);
}

RC_GTEST_PROP(HtmlProperty, AnyBytesAreReadOrRefused, (const std::string& bytes)) {
  const auto document = read_html("page.html", bytes, {});
  if (document)
    hold(*document);
  else
    RC_ASSERT(document.error().where == "page.html");
}

RC_GTEST_PROP(HtmlProperty, EveryCharacterHasItsByte, (const std::string& bytes)) {
  const PageText page = PageText::decode(bytes, {});
  std::uint32_t last = 0;
  for (const std::uint32_t border : code_point_borders(page.text())) {
    RC_ASSERT(page.byte_at(border) >= last);
    last = page.byte_at(border);
  }
  RC_ASSERT(last <= bytes.size());
}

}  // namespace

}  // namespace attest
