// Treebanks whose noun phrases people marked with what they stand for, as GUM does in the column MISC:
// "Entity=(1-person-giv:act-…" opens a phrase, "1)" closes it.
#pragma once

#include <filesystem>
#include <vector>

#include "attest/document.hpp"
#include "attest/error.hpp"

namespace attest::train {

/// A document of such a treebank.
struct MarkedThings {
  struct Head {
    std::uint32_t begin = 0;  // byte of the head word of a marked phrase
    std::uint32_t kind = 0;   // column of WordKinds::likeness
  };
  Document document;        // a block a sentence
  std::vector<Head> heads;  // in text order; of phrases with one head, the last that was closed
};

/// @errors those of read_conllu; bad_resource where no phrase is marked
[[nodiscard]] Result<std::vector<MarkedThings>> read_things(const std::filesystem::path& path);

}  // namespace attest::train
