// Any bytes are a robots.txt, and asking it takes no long time. The first line is the path that is asked about.
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "fetch/robots.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const std::size_t line = std::min(bytes.find('\n'), bytes.size());
  const attest::Robots robots = attest::Robots::parse(bytes.substr(line), "attest");
  (void)robots.allows(bytes.substr(0, line));
  if (!robots.allows("/robots.txt")) std::abort();
  return 0;
}
