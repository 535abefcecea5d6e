// What parse and score do to a document: cut it into words and sentences, and parse them.
#pragma once

#include <memory>
#include <string>

#include "attest/document.hpp"
#include "attest/error.hpp"
#include "language/analysis.hpp"
#include "language/model.hpp"
#include "language/parser.hpp"

namespace attest::cli {

/// Const is shareable between threads.
class Analyser {
 public:
  /// @param model  a model file; empty: the one that coding uses
  /// @errors those of Model::open
  [[nodiscard]] static Result<Analyser> open(const std::string& model);

  [[nodiscard]] Analysis operator()(const Document& document) const;
  /// Tags and trees for words and sentences that are there already.
  void parse(const Document& document, Analysis& analysis) const;

 private:
  std::unique_ptr<Model> model_;
  std::unique_ptr<Parser> parser_;
};

}  // namespace attest::cli
