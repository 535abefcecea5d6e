// Any bytes as a web archive.
#include "fuzz/containers.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  attest::fuzz::walk("a.warc", data, size);
  return 0;
}
