#include "cli/setup.hpp"

#include <fmt/format.h>

#include <cstdlib>

namespace attest::cli {

namespace fs = std::filesystem;

void complain(const Error& error) {
  std::string line = "attest: ";
  for (const char c : error.to_string()) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x20 || byte == 0x7F)
      line += fmt::format("\\x{:02x}", byte);  // a file name may hold a line feed
    else
      line += c;
  }
  fmt::print(stderr, "{}\n", line);
}

fs::path resources_folder(const std::string& given) {
  if (!given.empty()) return given;
  if (const char* named = std::getenv("ATTEST_RESOURCES"); named != nullptr && *named != '\0') return named;
  std::error_code ignored;
  const fs::path program = fs::read_symlink("/proc/self/exe", ignored).parent_path();
  const fs::path installed = program / "../share/attest/resources";
  if (fs::is_directory(installed, ignored)) return installed.lexically_normal();
  return (program / "../../resources").lexically_normal();
}

}  // namespace attest::cli
