#include "annotate/resources.hpp"

namespace attest {

Result<Resources> Resources::load(const std::filesystem::path& folder) {
  if (!std::filesystem::is_directory(folder))
    return fail(ErrorCode::not_found, "no such resources folder", folder.string());
  return Resources{};
}

}  // namespace attest
