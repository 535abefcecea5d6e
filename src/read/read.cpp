#include "read/read.hpp"

namespace attest {

Result<Document> read_text(std::string name, std::string bytes, const Hints& hints) {
  Document document;
  document.name = std::move(name);
  document.text = std::move(bytes);
  document.published = hints.published;
  document.blocks.push_back({BlockKind::paragraph, {0, static_cast<std::uint32_t>(document.text.size())}});
  return document;
}

Result<Document> read_json_line(std::string where, std::string, const Hints&) {
  return fail(ErrorCode::bad_json, "JSON lines are not read yet", std::move(where));
}

}  // namespace attest
