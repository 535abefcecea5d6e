// From any bytes to JSON: whatever comes in, every word that goes out stands in the text at its code points.
#include <rapidcheck.h>

#include "property/publish/arbitrary.hpp"
#include "support/pipeline.hpp"
#include "support/report.hpp"

namespace attest {
namespace {

/// Text in which claims are found, with anything in between.
std::string news_with(const std::string& anything) {
  return "Air strikes killed " + anything + " at least 26 people in Mosul" + anything +
         " on Wednesday, the UN said.\n\n“Dozens of families fled " + anything + ",” " + anything +
         " a resident said. " + anything;
}

void require_true(const Result<Document>& document) {
  if (!document) return;  // refused: nothing goes out
  test::require_true_lines(test::json_lines_of(*document, test::knowledge()), document->text);
}

TEST(BytesToJson, any_text_between_news) {
  EXPECT_TRUE(rc::check("words stand where they say", [] {
    require_true(read_text("any", news_with(*arbitrary::utf8()), test::published_on("2017-03-09")));
  }));
}

TEST(BytesToJson, any_bytes_after_news) {
  EXPECT_TRUE(rc::check("words stand where they say", [] {
    std::string bytes = "Air strikes killed at least 26 people in Mosul, the UN said. ";
    for (const int byte : *rc::gen::container<std::vector<int>>(rc::gen::inRange(0x09, 0x100)))
      bytes += static_cast<char>(static_cast<unsigned char>(byte));
    const auto document = read_text("any", bytes, test::published_on("2017-03-09"));
    RC_CLASSIFY(document.has_value(), "read");
    require_true(document);
  }));
}

TEST(BytesToJson, any_text_in_a_line_of_json) {
  EXPECT_TRUE(rc::check("words stand where they say", [] {
    const nlohmann::json line = {{"text", news_with(*arbitrary::utf8())}, {"title", *arbitrary::utf8()}};
    require_true(read_json_line("any:1", line.dump(), test::published_on("2017-03-09")));
  }));
}

TEST(BytesToJson, same_bytes_twice) {
  EXPECT_TRUE(rc::check("nothing but the bytes decides", [] {
    const auto document = read_text("any", news_with(*arbitrary::utf8()), {});
    if (!document) return;
    RC_ASSERT(test::json_lines_of(*document, test::knowledge()) == test::json_lines_of(*document, test::knowledge()));
  }));
}

TEST(BytesToJson, news_gives_claims) {
  EXPECT_NE(test::json_lines_of(test::report(news_with("")), test::knowledge()), "");
}

}  // namespace
}  // namespace attest
