// Whatever the text, every span of a claim lies in the text, on code-point borders, inside its place.
#include <rapidcheck.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "base/utf8.hpp"
#include "support/report.hpp"

namespace attest {
namespace {

void check_span(const std::string& text, Span span) {
  RC_ASSERT(span.begin < span.end);
  RC_ASSERT(span.end <= text.size());
  RC_ASSERT(!first_invalid_utf8(slice(text, span)).has_value());
}

void check_claims(const Document& document) {
  for (const Claim& claim : test::claims_of(document)) {
    check_span(document.text, claim.sentence);
    check_span(document.text, claim.trigger);
    RC_ASSERT(claim.sentence.contains(claim.trigger));
    if (claim.count) {
      check_span(document.text, claim.count->text);
      if (claim.count->min && claim.count->max) RC_ASSERT(*claim.count->min <= *claim.count->max);
    }
    if (claim.victims) check_span(document.text, claim.victims->text);
    if (claim.actor) check_span(document.text, claim.actor->text);
    if (claim.opponent) check_span(document.text, claim.opponent->text);
    if (claim.place) check_span(document.text, claim.place->text);
    if (claim.time && claim.time->text) check_span(document.text, *claim.time->text);
    if (claim.time && claim.time->from) RC_ASSERT((*claim.time->from <= *claim.time->to));
    if (claim.source) check_span(document.text, claim.source->text);
  }
}

TEST(Spans, HoldOnTextMadeOfNewsAndAnything) {
  const bool held = rc::check("claims quote the text", [] {
    static const std::vector<std::string> pieces = {"killed",
                                                    "At least 26 people",
                                                    "were",
                                                    "wounded",
                                                    " ",
                                                    " ",
                                                    " ",
                                                    ". ",
                                                    "\n",
                                                    "“",
                                                    "”",
                                                    "’s",
                                                    "—",
                                                    "said",
                                                    "Mosul",
                                                    "the militants",
                                                    "in",
                                                    "by",
                                                    "on Wednesday",
                                                    "an air strike",
                                                    "1,792",
                                                    "dozens of families",
                                                    "fled",
                                                    "Raqqa",
                                                    "é",
                                                    "ا",
                                                    "😀",
                                                    "\xCC\x81",
                                                    ",",
                                                    "children",
                                                    "UN",
                                                    "He"};
    const auto words = *rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(pieces));
    std::string text;
    for (const std::string& word : words) text += word;
    const auto document = read_text("any", text, test::published_on("2017-03-09"));
    if (document) check_claims(*document);
  });
  EXPECT_TRUE(held);
}

TEST(Spans, HoldOnArbitraryCodePoints) {
  const bool held = rc::check("claims quote the text", [] {
    const auto points = *rc::gen::container<std::vector<std::uint32_t>>(rc::gen::inRange<std::uint32_t>(1, 0x2FFF));
    std::string text = "Gunmen killed five people ";
    for (std::uint32_t p : points) {
      if (p < 0x80) {
        text += static_cast<char>(p);
      } else if (p < 0x800) {
        text += static_cast<char>(0xC0U | (p >> 6U));
        text += static_cast<char>(0x80U | (p & 0x3FU));
      } else {
        text += static_cast<char>(0xE0U | (p >> 12U));
        text += static_cast<char>(0x80U | ((p >> 6U) & 0x3FU));
        text += static_cast<char>(0x80U | (p & 0x3FU));
      }
    }
    const auto document = read_text("any", text + " in Mosul, an official said.", test::published_on("2017-03-09"));
    if (document) check_claims(*document);
  });
  EXPECT_TRUE(held);
}

/// The words of the example reports, report after report.
const std::vector<std::string>& words_of_examples() {
  static const std::vector<std::string> words = [] {
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(std::string(ATTEST_SOURCE_DIR) + "/examples/reports"))
      if (entry.path().extension() == ".txt") files.push_back(entry.path());
    std::ranges::sort(files);
    std::vector<std::string> out;
    for (const auto& file : files) {
      std::ifstream in(file);
      for (std::string word; in >> word;) out.push_back(word);
    }
    return out;
  }();
  return words;
}

TEST(Spans, HoldOnReportsTornApart) {
  // Rules that look one word before the first of a document have crashed on this text.
  check_claims(test::report("And captured high-level in planned to be a 300-million-dollar project."));
  const bool held = rc::check("torn reports are coded", [] {
    const std::vector<std::string>& words = words_of_examples();
    const auto from = *rc::gen::inRange<std::size_t>(0, words.size() - 60);
    const auto kept =
        *rc::gen::container<std::vector<bool>>(60, rc::gen::weightedElement<bool>({{4, true}, {1, false}}));
    std::string text = *rc::gen::element<std::string>("", "And ", "Or ", ", ");
    for (std::size_t i = 0; i < kept.size(); ++i)
      if (kept[i]) text += words[from + i] + " ";
    check_claims(test::report(text));
  });
  EXPECT_TRUE(held);
}

}  // namespace
}  // namespace attest
