// What attest train-names and attest score-names share: text with marked names, read by the parser that is in use.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "annotate/resources.hpp"
#include "language/parser.hpp"
#include "train/name_corpus.hpp"

namespace attest::cli {

/// A marked document and all that a finder of names sees of it.
struct ReadNames {
  train::MarkedDocument marked;
  Analysis analysis;
  WordStates states;
  std::vector<NameHints> hints;
  std::vector<train::NameSentence> sentences;
};

/// The model and the lists that marked text is read with.
class NameReader {
 public:
  /// @param model      a model file; empty: the one beside the resources
  /// @param resources  a folder; empty: the one that coding uses
  /// @errors of Model::open and Resources::load
  [[nodiscard]] static Result<NameReader> open(const std::string& model, const std::string& resources);

  /// Reads corpora. @errors those of train::read_marked
  [[nodiscard]] Result<std::vector<ReadNames>> read(const std::vector<std::string>& paths);

  /// A trainer that has learnt from these documents.
  [[nodiscard]] train::NameTrainer learn(const std::vector<const ReadNames*>& documents) const;

  [[nodiscard]] const Model& model() const { return *model_; }
  /// Marked names that are not made of whole tokens of one sentence, so far.
  [[nodiscard]] std::size_t lost() const { return lost_; }

 private:
  NameReader(Model model, Resources resources);

  std::unique_ptr<const Model> model_;
  std::unique_ptr<const Resources> resources_;
  std::unique_ptr<const Parser> parser_;  // refers to *model_
  std::size_t lost_ = 0;
};

}  // namespace attest::cli
