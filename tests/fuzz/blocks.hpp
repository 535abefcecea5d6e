// What must hold of a document, whatever its bytes were: blocks inside the text, in order, on borders of code points.
#pragma once

#include <cstdint>

#include "attest/document.hpp"
#include "base/utf8.hpp"

namespace attest::fuzz {

inline void check_blocks(const Document& document) {
  if (first_invalid_utf8(document.text)) __builtin_trap();
  std::uint32_t end = 0;
  for (const Block& block : document.blocks) {
    if (block.span.begin < end || block.span.end <= block.span.begin || block.span.end > document.text.size())
      __builtin_trap();
    if (first_invalid_utf8(slice(document.text, block.span))) __builtin_trap();
    end = block.span.end;
  }
}

}  // namespace attest::fuzz
