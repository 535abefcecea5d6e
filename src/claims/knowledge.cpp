#include "claims/knowledge.hpp"

#include <memory>
#include <utility>

#include "annotate/name_hints.hpp"
#include "claims/claims.hpp"
#include "claims/languages.hpp"
#include "claims/where_to_parse.hpp"

namespace attest {

Knowledge::Knowledge(Resources resources, std::unique_ptr<const Model> model, std::optional<NameFinder> names)
    : resources_(std::move(resources)),
      model_(std::move(model)),
      parser_(std::make_unique<const Parser>(*model_)),
      names_(names),
      prefilter_(resources_.lexicon.trigger_words()) {}

namespace {

/// Puts gazetteers before the world's, and returns their versions.
Result<std::string> add_gazetteers(const std::vector<std::filesystem::path>& files, const std::filesystem::path& world,
                                   Resources& resources) {
  std::string versions;
  Gazetteers all;
  for (const std::filesystem::path& file : files) {
    ATTEST_TRY(Gazetteer gazetteer, Gazetteer::open(file));
    versions += "-" + gazetteer.file().version().substr(0, 8);
    all.add(std::move(gazetteer));
  }
  if (resources.world != nullptr) {
    ATTEST_TRY(Gazetteer gazetteer, Gazetteer::open(world));
    all.add(std::move(gazetteer));
  }
  resources.world = std::make_shared<const Gazetteers>(std::move(all));
  return versions;
}

}  // namespace

Result<Knowledge> Knowledge::load(const std::filesystem::path& resources,
                                  const std::vector<std::filesystem::path>& gazetteers) {
  ATTEST_TRY(Resources loaded, Resources::load(resources));
  std::string places;
  if (!gazetteers.empty()) {
    ATTEST_TRY(places, add_gazetteers(gazetteers, world_beside(resources), loaded));
  }
  ATTEST_TRY(Model opened, Model::open(model_beside(resources)));
  auto model = std::make_unique<const Model>(std::move(opened));
  ATTEST_TRY(const std::optional<NameFinder> names, NameFinder::from(model->file()));
  Knowledge knowledge(std::move(loaded), std::move(model), names);
  knowledge.places_ = std::move(places);
  return knowledge;
}

Analysis Knowledge::analyse(const Document& document) const {
  Analysis analysis = attest::analyse(document);
  WordStates states;
  parser_->parse(document, analysis, {}, &states);
  if (names_) names_->find(document, analysis, states, name_hints(document, analysis, resources_.lexicon));
  return analysis;
}

std::vector<Claim> Knowledge::code(const Document& document, Trees trees, std::vector<Explanation>* why) const {
  if (!is_coded(document)) return {};
  if (trees != Trees::everywhere && prefilter_.hits(document.text).empty()) return {};
  Analysis analysis = attest::analyse(document);
  if (trees == Trees::everywhere) {
    parser_->parse(document, analysis);
  } else if (trees == Trees::near_triggers) {
    const std::vector<bool> wanted = where_to_parse(document, analysis, resources_);
    if (wanted.empty()) return {};
    parser_->parse(document, analysis, wanted);
  }
  return find_claims(document, analysis, resources_, why);
}

PrivateNames Knowledge::private_names(const Document& document) const {
  if (is_coded(document)) return find_private_names(document, resources_.name_words, resources_.lexicon);
  PrivateNames all;
  const auto take_whole = [](const std::string& text, std::vector<PrivateName>& names) {
    if (!text.empty()) names.push_back({{0, static_cast<std::uint32_t>(text.size())}, {}});
  };
  take_whole(document.text, all.text);
  if (document.title) take_whole(document.title->value, all.title);
  return all;
}

Coder Knowledge::coder(Trees trees) const {
  const std::string model = trees == Trees::nowhere ? "words" : model_->file().version().substr(0, 8);
  return {ATTEST_VERSION, resources_.version() + "-" + model + places_};
}

std::filesystem::path model_beside(const std::filesystem::path& resources) {
  const std::filesystem::path folder = resources.has_filename() ? resources : resources.parent_path();
  return folder.parent_path() / "models" / "en.model";
}

}  // namespace attest
