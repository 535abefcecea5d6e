// The main job behind one type, for programs that link attest::attest: open the knowledge once, then turn one
// report after the other into claims. The command line does the same with files around it.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "attest/claim.hpp"
#include "attest/coder.hpp"
#include "attest/date.hpp"
#include "attest/document.hpp"
#include "attest/error.hpp"

namespace attest {

class Knowledge;

/// A report as it was read, and the claims it makes, in text order. The claims' spans lie in `document.text`.
struct CodedReport {
  Document document;
  std::vector<Claim> claims;
};

/// Codes reports. Const is shareable between threads; same resources, same report, same answer.
class Engine {
 public:
  /// @param resources  the folder of lexicons, place names and rules: share/attest/resources of an installation; the
  ///                   language model lies beside it, in models/
  /// @errors not_found; bad_resource with file, line and reason; bad_model
  [[nodiscard]] static Result<Engine> open(const std::filesystem::path& resources);

  Engine(Engine&& other) noexcept;
  Engine& operator=(Engine&& other) noexcept;
  ~Engine();

  /// Codes one plain-text report. One in another language than English has no claims.
  /// @param name       becomes Document::name, and the place in an error
  /// @param published  what "on Tuesday" is counted from; without it the report's own words may give it
  /// @errors empty, binary, bad_encoding, too_large
  [[nodiscard]] Result<CodedReport> code(std::string name, std::string bytes,
                                         std::optional<Date> published = std::nullopt) const;

  /// The versions that stand behind every claim.
  [[nodiscard]] const Coder& coder() const { return coder_; }

 private:
  Engine(std::unique_ptr<const Knowledge> knowledge, Coder coder);

  std::unique_ptr<const Knowledge> knowledge_;
  Coder coder_;
};

}  // namespace attest
