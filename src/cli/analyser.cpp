#include "cli/analyser.hpp"

#include <utility>

namespace attest::cli {

Result<Analyser> Analyser::open(const std::string& model) {
  Analyser analyser;
  if (model.empty()) return analyser;
  ATTEST_TRY(Model opened, Model::open(model));
  analyser.model_ = std::make_unique<Model>(std::move(opened));
  analyser.parser_ = std::make_unique<Parser>(*analyser.model_);
  return analyser;
}

Analysis Analyser::operator()(const Document& document) const {
  Analysis analysis = analyse(document);
  parse(document, analysis);
  return analysis;
}

void Analyser::parse(const Document& document, Analysis& analysis) const {
  if (parser_) parser_->parse(document, analysis);
}

}  // namespace attest::cli
