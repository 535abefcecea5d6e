// Any bytes as a zip or tar file.
#include "fuzz/containers.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  attest::fuzz::walk("a.tar", data, size);
  return 0;
}
