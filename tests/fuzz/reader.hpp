// What both fuzz targets do with a document they could make: code it, print it, and hold the words against the text.
#pragma once

#include <stdexcept>
#include <string>

#include "read/read.hpp"
#include "support/pipeline.hpp"

namespace attest::fuzz {

inline void code(const Result<Document>& document) {
  static const Knowledge knowledge = [] {
    auto loaded = Knowledge::load(std::string(ATTEST_SOURCE_DIR) + "/resources");
    if (!loaded) throw std::runtime_error(loaded.error().to_string());
    return std::move(*loaded);
  }();
  if (document) test::require_true_lines(test::json_lines_of(*document, knowledge), document->text);
}

}  // namespace attest::fuzz
