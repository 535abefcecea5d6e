#include "cli/marked_names.hpp"

#include "annotate/name_hints.hpp"
#include "claims/knowledge.hpp"
#include "cli/setup.hpp"

namespace attest::cli {

NameReader::NameReader(Model model, Resources resources)
    : model_(std::make_unique<const Model>(std::move(model))),
      resources_(std::make_unique<const Resources>(std::move(resources))),
      parser_(std::make_unique<const Parser>(*model_)) {}

Result<NameReader> NameReader::open(const std::string& model, const std::string& resources) {
  const std::filesystem::path folder = resources_folder(resources);
  ATTEST_TRY(Resources lists, Resources::load(folder));
  ATTEST_TRY(Model opened, Model::open(model.empty() ? model_beside(folder) : std::filesystem::path(model)));
  return NameReader(std::move(opened), std::move(lists));
}

Result<std::vector<ReadNames>> NameReader::read(const std::vector<std::string>& paths) {
  std::vector<ReadNames> out;
  for (const std::string& path : paths) {
    ATTEST_TRY(std::vector<train::MarkedDocument> marked, train::read_marked(path));
    for (train::MarkedDocument& document : marked) {
      ReadNames read;
      read.marked = std::move(document);
      const Document& text = read.marked.document;
      read.analysis = analyse(text);
      parser_->parse(text, read.analysis, {}, &read.states);
      read.hints = name_hints(text, read.analysis, resources_->lexicon);
      read.sentences = train::name_sentences(text, read.analysis, read.states, read.hints, read.marked.names, lost_);
      out.push_back(std::move(read));
    }
  }
  return out;
}

train::NameTrainer NameReader::learn(const std::vector<const ReadNames*>& documents) const {
  train::NameTrainer trainer(std::size_t{2} * model_->shape.state, {});
  std::vector<const train::NameSentence*> sentences;
  for (const ReadNames* document : documents)
    for (const train::NameSentence& sentence : document->sentences) sentences.push_back(&sentence);
  trainer.learn(sentences);
  return trainer;
}

}  // namespace attest::cli
