// Any bytes as a line of JSON-lines input.
#include <cstddef>
#include <cstdint>

#include "fuzz/reader.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  attest::fuzz::code(attest::read_json_line("fuzz:1", std::string(data, data + size), {}));
  return 0;
}
