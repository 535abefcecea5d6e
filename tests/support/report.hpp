// Makes documents for tests from a text, as the reading stage would.
#pragma once

#include <gtest/gtest.h>

#include <string>

#include "attest/document.hpp"
#include "claims/knowledge.hpp"
#include "language/analysis.hpp"
#include "read/read.hpp"

namespace attest::test {

inline Hints published_on(const std::string& date) {
  Hints hints;
  if (!date.empty()) hints.published = Sourced<Date>{*parse_iso_date(date), "command line", {}};
  return hints;
}

inline Document report(const std::string& text, const std::string& published = "2017-03-09") {
  auto document = read_text("test", text, published_on(published));
  EXPECT_TRUE(document.has_value()) << (document ? "" : document.error().to_string());
  return document ? *document : Document{};
}

/// The project's own resources and language model, loaded once a test program.
inline const Knowledge& knowledge() {
  static const Knowledge loaded = [] {
    auto result = Knowledge::load(std::string(ATTEST_SOURCE_DIR) + "/resources");
    if (!result) throw std::runtime_error(result.error().to_string());
    return std::move(*result);
  }();
  return loaded;
}

inline const Resources& resources() { return knowledge().resources(); }

inline std::vector<Claim> claims_of(const Document& document) { return knowledge().code(document); }

}  // namespace attest::test
