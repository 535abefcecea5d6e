// All that coding a report needs, loaded once: the reviewed resources, and the language model that reads sentences.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <vector>

#include "annotate/prefilter.hpp"
#include "annotate/private_names.hpp"
#include "annotate/resources.hpp"
#include "attest/claim.hpp"
#include "attest/coder.hpp"
#include "attest/document.hpp"
#include "attest/explanation.hpp"
#include "language/names.hpp"
#include "language/parser.hpp"

namespace attest {

/// Which sentences get trees before they are coded.
enum class Trees : std::uint8_t {
  near_triggers,  // those that can bear on a claim
  everywhere,     // all: the same claims, later
  nowhere         // none: several times faster, with more claims that are wrong
};

/// Const is shareable between threads.
class Knowledge {
 public:
  /// @param resources  folder of lexicons, place names and rules; the model is models/en.model beside it
  /// @param gazetteers  files of places that give points beside the world's
  /// @errors not_found; bad_resource with file, line and reason; bad_model
  [[nodiscard]] static Result<Knowledge> load(const std::filesystem::path& resources,
                                              const std::vector<std::filesystem::path>& gazetteers = {});

  /// Sentences, tokens, tags, trees and, where the model finds them, names of a report, all of it.
  [[nodiscard]] Analysis analyse(const Document& document) const;
  /// The claims of a report; none of one in a language that is not coded. Pure: same report and knowledge, same claims.
  /// @param why  if not null, gets the reasons, one a claim
  [[nodiscard]] std::vector<Claim> code(const Document& document, Trees trees = Trees::near_triggers,
                                        std::vector<Explanation>* why = nullptr) const;

  /// The names of private persons in a report; of one in a language that is not coded, all of it, since nobody can tell.
  [[nodiscard]] PrivateNames private_names(const Document& document) const;

  [[nodiscard]] const Resources& resources() const { return resources_; }
  [[nodiscard]] const Model& model() const { return *model_; }
  [[nodiscard]] const Parser& parser() const { return *parser_; }
  /// The versions that stand behind every claim.
  [[nodiscard]] Coder coder(Trees trees = Trees::near_triggers) const;

 private:
  Knowledge(Resources resources, std::unique_ptr<const Model> model, std::optional<NameFinder> names);

  Resources resources_;
  std::string places_;  // versions of the gazetteers that were asked for
  std::unique_ptr<const Model> model_;
  std::unique_ptr<const Parser> parser_;  // refers to *model_
  std::optional<NameFinder> names_;       // refers to *model_
  Prefilter prefilter_;
};

/// Where the model of a resources folder lies.
[[nodiscard]] std::filesystem::path model_beside(const std::filesystem::path& resources);

}  // namespace attest
