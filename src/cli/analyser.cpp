#include "cli/analyser.hpp"

#include <filesystem>
#include <utility>

#include "cli/setup.hpp"

namespace attest::cli {

Result<Analyser> Analyser::open(const std::string& model) {
  Analyser analyser;
  ATTEST_TRY(Model opened,
             Model::open(model.empty() ? model_beside(resources_folder("")) : std::filesystem::path(model)));
  analyser.model_ = std::make_unique<Model>(std::move(opened));
  analyser.parser_ = std::make_unique<Parser>(*analyser.model_);
  return analyser;
}

Analysis Analyser::operator()(const Document& document) const {
  Analysis analysis = analyse(document);
  parse(document, analysis);
  return analysis;
}

void Analyser::parse(const Document& document, Analysis& analysis) const { parser_->parse(document, analysis); }

}  // namespace attest::cli
