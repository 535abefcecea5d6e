#include "base/files.hpp"

#include <fmt/format.h>

#include <cerrno>
#include <cstring>
#include <fstream>

namespace attest {

Result<std::string> read_file(const std::filesystem::path& file, std::size_t limit) {
  std::error_code error;
  const auto status = std::filesystem::status(file, error);
  if (status.type() == std::filesystem::file_type::not_found)
    return fail(ErrorCode::not_found, "no such file or folder", file.string());
  if (std::filesystem::is_directory(status)) return fail(ErrorCode::unreadable, "is a folder", file.string());
  errno = 0;
  std::ifstream in(file, std::ios::binary);
  if (!in) return fail(ErrorCode::unreadable, fmt::format("cannot be read: {}", std::strerror(errno)), file.string());
  std::string bytes;
  std::string chunk(std::size_t{1} << 16U, '\0');
  while (in.read(chunk.data(), static_cast<std::streamsize>(chunk.size())), in.gcount() > 0) {
    bytes.append(chunk, 0, static_cast<std::size_t>(in.gcount()));
    if (bytes.size() > limit)
      return fail(ErrorCode::too_large, fmt::format("larger than {} bytes", limit), file.string());
  }
  if (in.bad()) return fail(ErrorCode::unreadable, "reading failed", file.string());
  return bytes;
}

}  // namespace attest
