// A document's blocks as lines a person can compare: "headline: Shells fall on Marwa".
#pragma once

#include <string>
#include <vector>

#include "attest/document.hpp"

namespace attest::test {

inline std::vector<std::string> blocks_of(const Document& document) {
  std::vector<std::string> out;
  for (const Block& block : document.blocks)
    out.push_back(std::string(name_of(block.kind)) + ": " + std::string(slice(document.text, block.span)));
  return out;
}

}  // namespace attest::test
