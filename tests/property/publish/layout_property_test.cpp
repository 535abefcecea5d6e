#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "property/publish/arbitrary.hpp"
#include "publish/explained.hpp"
#include "publish/layout.hpp"
#include "publish/marked.hpp"
#include "publish/table.hpp"

namespace attest {
namespace {

void assert_fits(const std::string& out, int width) {
  std::size_t begin = 0;
  for (std::size_t end = out.find('\n'); end != std::string::npos; begin = end + 1, end = out.find('\n', begin))
    RC_ASSERT(display_width(out.substr(begin, end - begin)) <= width);
  RC_ASSERT(begin == out.size());
}

RC_GTEST_PROP(Layout, wrapped_lines_fit_and_keep_every_word, ()) {
  const std::string text = *arbitrary::utf8();
  const int width = *rc::gen::inRange(2, 30);
  std::string kept, expected;
  for (const Span line : wrap(text, width)) {
    RC_ASSERT(display_width(slice(text, line)) <= width);
    RC_ASSERT(!line.empty());
    kept += printable(slice(text, line));
  }
  expected = printable(text);
  std::erase(kept, ' ');
  std::erase(expected, ' ');
  RC_ASSERT(kept == expected);
}

RC_GTEST_PROP(Layout, printable_text_cannot_steer_a_terminal, ()) {
  for (const char c : printable(*arbitrary::utf8())) RC_ASSERT(static_cast<unsigned char>(c) >= 0x20 && c != 0x7F);
}

RC_GTEST_PROP(Layout, tables_marked_and_explained_reports_fit_the_view, ()) {
  Document document = arbitrary::document();
  const std::vector<Claim> claims = {arbitrary::claim_about(document.text), arbitrary::claim_about(document.text)};
  const View view{.width = *rc::gen::inRange(kMinTableWidth, 160)};
  document.name = "report.txt";
  std::vector<Explanation> why;
  for (const Claim& claim : claims) why.push_back(arbitrary::explanation_of(claim, document.text));
  std::string table, marked, explained;
  append_table(table, claims, document, view);
  assert_fits(table, view.width);
  append_marked(marked, claims, document.text, CodePointIndex(document.text), view);
  assert_fits(marked, view.width);
  append_explained(explained, claims, why, document, view);
  assert_fits(explained, view.width);
}

}  // namespace
}  // namespace attest
