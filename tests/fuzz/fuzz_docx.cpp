// Any bytes as a Word document.
#include <cstddef>
#include <cstdint>
#include <string>

#include "fuzz/blocks.hpp"
#include "read/docx.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (const auto document = attest::read_docx("fuzz", std::string(data, data + size), {}))
    attest::fuzz::check_blocks(*document);
  return 0;
}
