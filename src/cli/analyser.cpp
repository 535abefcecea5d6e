#include "cli/analyser.hpp"

#include <filesystem>
#include <utility>

#include "annotate/name_hints.hpp"
#include "cli/setup.hpp"

namespace attest::cli {

Result<Analyser> Analyser::open(const std::string& model) {
  Analyser analyser;
  ATTEST_TRY(Model opened,
             Model::open(model.empty() ? model_beside(resources_folder("")) : std::filesystem::path(model)));
  analyser.model_ = std::make_unique<Model>(std::move(opened));
  analyser.parser_ = std::make_unique<Parser>(*analyser.model_);
  ATTEST_TRY(analyser.names_, NameFinder::from(analyser.model_->file()));
  if (analyser.names_) {
    ATTEST_TRY(Resources lists, Resources::load(resources_folder("")));
    analyser.resources_ = std::make_unique<Resources>(std::move(lists));
  }
  return analyser;
}

Analysis Analyser::operator()(const Document& document) const {
  Analysis analysis = analyse(document);
  WordStates states;
  parser_->parse(document, analysis, {}, &states);
  if (names_) names_->find(document, analysis, states, name_hints(document, analysis, resources_->lexicon));
  return analysis;
}

void Analyser::parse(const Document& document, Analysis& analysis) const { parser_->parse(document, analysis); }

}  // namespace attest::cli
