// Any bytes as a text report: no crash, no hang, no words that the report does not have.
#include <cstddef>
#include <cstdint>

#include "fuzz/reader.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  attest::fuzz::code(attest::read_text("fuzz", std::string(data, data + size), {}));
  return 0;
}
