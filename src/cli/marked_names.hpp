// What attest train-names and attest score-names share: text with marked names, read by the parser that is in use.
#pragma once

#include <CLI/CLI.hpp>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "annotate/resources.hpp"
#include "language/parser.hpp"
#include "train/name_corpus.hpp"
#include "train/word_kinds.hpp"

namespace attest::cli {

/// A marked document and all that a finder of names sees of it.
struct ReadNames {
  train::MarkedDocument marked;
  Analysis analysis;
  WordStates states;
  std::vector<NameHints> hints;
  std::vector<train::NameSentence> sentences;
};

/// What the kinds of words are learnt from.
struct KindCorpora {
  std::vector<std::string> things;  // treebanks with marked phrases
  std::vector<std::string> names;   // text with marked names
  /// --things and --other-names of a command.
  void add_options(CLI::App& command);
};

/// The model and the lists that marked text is read with.
class NameReader {
 public:
  /// @param model      a model file; empty: the one beside the resources
  /// @param resources  a folder; empty: the one that coding uses
  /// @errors of Model::open and Resources::load
  [[nodiscard]] static Result<NameReader> open(const std::string& model, const std::string& resources);

  /// Learns the kinds of words, which read() and finders of learn() use from now on instead of the model's own.
  /// @errors of reading the corpora
  [[nodiscard]] Result<void> learn_kinds(const KindCorpora& corpora);

  /// Reads corpora. @errors those of train::read_marked
  [[nodiscard]] Result<std::vector<ReadNames>> read(const std::vector<std::string>& paths);

  /// Learns from these documents, and adds the sections that NameFinder reads.
  void learn(const std::vector<const ReadNames*>& documents, SectionWriter& writer) const;

  [[nodiscard]] const Model& model() const { return *model_; }
  /// Marked names that are not made of whole tokens of one sentence, so far.
  [[nodiscard]] std::size_t lost() const { return lost_; }

 private:
  NameReader(Model model, Resources resources);

  std::unique_ptr<const Model> model_;
  std::unique_ptr<const Resources> resources_;
  std::unique_ptr<const Parser> parser_;  // refers to *model_
  std::optional<train::KindTrainer> kinds_;
  std::unique_ptr<const SectionFile> kinds_file_;  // of what kinds_ learnt
  std::optional<KindGuesser> guesser_;             // refers to it, or to the model's file
  std::size_t lost_ = 0;
};

}  // namespace attest::cli
