#include "serve/media.hpp"

#include <gtest/gtest.h>

namespace attest {

namespace {

/// The name of the format, or the status of the refusal.
std::string chosen(NameValues query, std::string_view accept, std::span<const AnswerFormat> formats = kFeatureFormats) {
  Request request{.method = "GET", .query = std::move(query)};
  if (!accept.empty()) request.headers.emplace_back("accept", accept);
  const auto format = choose_format(request, formats);
  return format ? std::string(name_of(*format)) : std::to_string(format.error().status);
}

TEST(Media, TheParameterDecides) {
  EXPECT_EQ(chosen({{"f", "csv"}}, "text/html"), "csv");
  EXPECT_EQ(chosen({{"f", "geojson"}}, ""), "json");
  EXPECT_EQ(chosen({{"f", "html"}}, "application/json"), "html");
  EXPECT_EQ(chosen({{"f", "xml"}}, ""), "400");
  EXPECT_EQ(chosen({{"f", ""}}, ""), "400");
  EXPECT_EQ(chosen({{"f", "csv"}}, "", kDocumentFormats), "400");
  EXPECT_EQ(chosen({{"f", "geojson"}}, "", kDocumentFormats), "400");
}

TEST(Media, TheHeaderSaysWhatIsLikedBest) {
  const struct {
    const char *accept, *format;
  } kCases[] = {
      {"", "json"},
      {"*/*", "json"},
      {"text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "html"},
      {"application/geo+json, application/json", "json"},
      {"text/csv", "csv"},
      {"TEXT/HTML", "html"},
      {"text/*", "html"},
      {"text/csv;q=0.9, text/html;q=0.5", "csv"},
      {"text/csv; q=0.5 , application/json ;q=0.4", "csv"},
      {"text/html;q=0, */*", "json"},
      {"application/json;q=0, */*;q=0.1", "html"},
      {"text/html;level=1;q=0.3, application/json;q=0.2", "html"},
      {"image/png", "406"},
      {"application/json;q=0", "406"},
      {",,;;==", "406"},
      {"text/html;q=2", "406"},
      {"text/html;q=x", "406"},
  };
  for (const auto& [accept, format] : kCases) EXPECT_EQ(chosen({}, accept), format) << accept;
}

TEST(Media, ADocumentHasNoRows) {
  EXPECT_EQ(chosen({}, "text/csv", kDocumentFormats), "406");
  EXPECT_EQ(chosen({}, "text/csv, */*;q=0.1", kDocumentFormats), "json");
}

}  // namespace

}  // namespace attest
