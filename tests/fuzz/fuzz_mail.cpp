// Any bytes as a mailbox, or a mail.
#include "fuzz/containers.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  attest::fuzz::walk("a.mbox", data, size);
  attest::fuzz::walk("a.eml", data, size);
  return 0;
}
