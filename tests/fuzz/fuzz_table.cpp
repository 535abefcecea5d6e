// Any bytes as a table.
#include "fuzz/containers.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  attest::fuzz::walk("a.csv", data, size);
  return 0;
}
