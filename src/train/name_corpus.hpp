// Text in which people marked names, in the forms that open corpora come in.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "attest/document.hpp"
#include "attest/error.hpp"
#include "train/names.hpp"

namespace attest::train {

struct MarkedDocument {
  Document document;            // a block a line or a sentence
  std::vector<NameSpan> names;  // in text order, not overlapping: of those that do, the longest
};

/// Reads a corpus: a folder of re3d (documents.json and entities.json), or a file of columns: a word and an IOB2 label,
/// after a number in Universal NER, without one in CrossNER.
/// @errors of reading the file; bad_json, bad_resource with file and line
[[nodiscard]] Result<std::vector<MarkedDocument>> read_marked(const std::filesystem::path& path);

}  // namespace attest::train
