#include "attest/engine.hpp"

#include "claims/claims.hpp"
#include "read/read.hpp"

namespace attest {

Engine::Engine(std::unique_ptr<const Resources> resources, Coder coder)
    : resources_(std::move(resources)), coder_(std::move(coder)) {}
Engine::Engine(Engine&&) noexcept = default;
Engine& Engine::operator=(Engine&&) noexcept = default;
Engine::~Engine() = default;

Result<Engine> Engine::open(const std::filesystem::path& resources) {
  ATTEST_TRY(Resources loaded, Resources::load(resources));
  Coder coder{ATTEST_VERSION, loaded.version()};
  return Engine(std::make_unique<const Resources>(std::move(loaded)), std::move(coder));
}

Result<CodedReport> Engine::code(std::string name, std::string bytes, std::optional<Date> published) const {
  Hints hints;
  if (published) hints.published = Sourced<Date>{*published, "caller", {}};
  ATTEST_TRY(Document document, read_text(std::move(name), std::move(bytes), hints));
  std::vector<Claim> claims = find_claims(document, analyse(document), *resources_);
  return CodedReport{std::move(document), std::move(claims)};
}

}  // namespace attest
