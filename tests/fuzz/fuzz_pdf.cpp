// Any bytes as a PDF, read in this process: what reaches our layout through the library. The library itself is the
// system's, not instrumented; a crash inside it is what the process of its own is for (read/pdf_words.hpp).
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "fuzz/blocks.hpp"
#include "read/page_paragraphs.hpp"
#include "read/pdf_words.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace attest;
  const auto words = pdf_words({reinterpret_cast<const char*>(data), size}, "fuzz");
  if (!words) return 0;
  Document document;
  read_pages(words->pages).give_to(document);
  fuzz::check_blocks(document);
  return 0;
}
