// Tags and trees for the sentences of an analysis, by a trained model.
#pragma once

#include <cstdint>
#include <memory>
#include <mutex>
#include <vector>

#include "attest/document.hpp"
#include "language/analysis.hpp"
#include "language/model.hpp"

namespace attest {

/// Fills tags, heads, relations and arc confidences. Const is shareable between threads: each call borrows scratch
/// memory from a small store.
class Parser {
 public:
  /// @param model    must outlive the parser
  /// @param kernels  of available_kernels(); all give the same answer
  explicit Parser(const Model& model, const Kernels& kernels = available_kernels().front());
  ~Parser();
  Parser(const Parser&) = delete;
  Parser& operator=(const Parser&) = delete;

  /// Parses the sentences whose number is set in `wanted`, all of them when it is empty. Each tree has one word under
  /// the root. A sentence of more than 160 tokens is parsed in pieces, the later ones hung from the first as parataxis.
  void parse(const Document& document, Analysis& analysis, const std::vector<bool>& wanted = {}) const;

 private:
  class Worker;
  const Model& model_;
  const Kernels& kernels_;
  mutable std::mutex mutex_;
  mutable std::vector<std::unique_ptr<Worker>> idle_;
};

}  // namespace attest
