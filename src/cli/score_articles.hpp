// attest score articles: what is read of web pages, held against segments that people marked as in the report or not.
#pragma once

#include <cstddef>
#include <string>

#include "attest/error.hpp"

namespace attest::cli {

struct ArticleScoring {
  std::string folder;      // holds gold.json and html/
  std::string documents;   // only pages whose file matches this pattern
  std::size_t errors = 0;  // how many differences to tell
};

/// A table for people; the rate goes to standard error.
/// @errors of the files; bad_json where gold.json is of another shape; empty when no page matches
[[nodiscard]] Result<std::string> score_articles(const ArticleScoring& options);

}  // namespace attest::cli
