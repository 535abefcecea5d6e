// A tool of the build: writes the files of a folder, gzipped, into a C++ source that defines attest::web_files().
//   attest_embed FOLDER SOURCE
#include <fmt/format.h>
#include <zlib.h>

#include <algorithm>
#include <cstdio>
#include <exception>
#include <filesystem>
#include <string>
#include <vector>

#include "base/files.hpp"
#include "serve/gzip.hpp"

namespace attest {

namespace {

/// Short: bytes as they are where a string may hold them, else in three octal digits.
void append_literal(std::string& out, std::string_view bytes) {
  constexpr std::size_t kLine = 4000;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    if (i % kLine == 0) out += i == 0 ? "\"" : "\"\n\"";
    const auto byte = static_cast<unsigned char>(bytes[i]);
    if (byte >= ' ' && byte < 0x7F && byte != '"' && byte != '\\' && byte != '?')
      out += bytes[i];
    else
      out += fmt::format("\\{:03o}", byte);
  }
  out += bytes.empty() ? "\"\"" : "\"";
}

Result<void> embed(const std::filesystem::path& folder, const std::filesystem::path& source) {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder))
    if (entry.is_regular_file()) files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  std::string out =
      "// Written by attest_embed.\n#include <array>\n#include \"serve/static_files.hpp\"\nnamespace attest {\n"
      "std::span<const WebFile> web_files() {\n";
  out += fmt::format("static constexpr std::array<WebFile, {}> kFiles = {{{{\n", files.size());
  for (const auto& file : files) {
    ATTEST_TRY(const std::string bytes, read_file(file));
    const std::string packed = gzipped(bytes, Z_BEST_COMPRESSION);
    out += fmt::format("{{\"/{}\", {{", file.lexically_relative(folder).generic_string());
    append_literal(out, packed);
    out += fmt::format(", {}}}}},\n", packed.size());
  }
  out += "}};\nreturn kFiles;\n}\n}  // namespace attest\n";
  return write_file(source, out);
}

}  // namespace

}  // namespace attest

int main(int argc, char** argv) {
  if (argc != 3) return std::fputs("usage: attest_embed FOLDER SOURCE\n", stderr), 2;
  try {
    const auto done = attest::embed(argv[1], argv[2]);
    if (!done) std::fprintf(stderr, "attest_embed: %s\n", done.error().to_string().c_str());
    return done ? 0 : 1;
  } catch (const std::exception& error) {
    std::fprintf(stderr, "attest_embed: %s\n", error.what());
    return 1;
  }
}
