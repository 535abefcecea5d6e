#include "attest/engine.hpp"

#include "claims/knowledge.hpp"
#include "read/language.hpp"
#include "read/read.hpp"

namespace attest {

Engine::Engine(std::unique_ptr<const Knowledge> knowledge, Coder coder)
    : knowledge_(std::move(knowledge)), coder_(std::move(coder)) {}
Engine::Engine(Engine&&) noexcept = default;
Engine& Engine::operator=(Engine&&) noexcept = default;
Engine::~Engine() = default;

Result<Engine> Engine::open(const std::filesystem::path& resources) {
  ATTEST_TRY(Knowledge loaded, Knowledge::load(resources));
  Coder coder = loaded.coder();
  return Engine(std::make_unique<const Knowledge>(std::move(loaded)), std::move(coder));
}

Result<CodedReport> Engine::code(std::string name, std::string bytes, std::optional<Date> published) const {
  Hints hints;
  if (published) hints.published = Sourced<Date>{*published, "caller", {}};
  ATTEST_TRY(Document document, read_text(std::move(name), std::move(bytes), hints));
  document.language = detect_language(document.text);
  std::vector<Claim> claims = knowledge_->code(document);
  return CodedReport{std::move(document), std::move(claims)};
}

}  // namespace attest
