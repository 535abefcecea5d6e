// Any bytes as a saved page: no crash, no hang, spans and origins in order, no words that the page does not have.
#include <cstddef>
#include <cstdint>

#include "fuzz/reader.hpp"
#include "read/html.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto document = attest::read_html("fuzz", std::string(data, data + size), {});
  if (!document) return 0;
  attest::Span last;
  for (const attest::OriginRun& run : document->origins) {
    if (run.text.begin < last.end || run.text.end > document->text.size() || run.bytes.begin > run.bytes.end ||
        run.bytes.end > document->original.size())
      __builtin_trap();
    last = run.text;
  }
  attest::fuzz::code(document);
  return 0;
}
