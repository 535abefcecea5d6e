// Any bytes as a packed file: gzip, zstd, bzip2, xz.
#include "fuzz/containers.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  attest::fuzz::walk("a.jsonl.gz", data, size);
  return 0;
}
