// A model carries sentences and what it must make of them, so that a file and a machine can be checked together.
#pragma once

#include <string>

#include "language/model.hpp"

namespace attest {

/// Our own sentences, a line each: the kinds of sentences that matter here.
[[nodiscard]] std::string_view sample_text();

/// What the model makes of a text, a token a line: form, UPOS, XPOS, head, relation.
[[nodiscard]] std::string analysed(const Model& model, const Kernels& kernels, const std::string& text);

/// Our own sentences with names, a line each.
[[nodiscard]] std::string_view sample_names_text();

/// Names that the model finds in a text without lists, a token a line: form and IOB2 label. Empty when it finds no names.
/// @errors of NameFinder::from
[[nodiscard]] Result<std::string> analysed_names(const Model& model, const Kernels& kernels, const std::string& text);

/// Parses the samples in the model with every kernel of this machine and compares with what the model says.
/// @return  names of the kernels that were tried
/// @errors  bad_model: no samples, or other trees or names than expected, with the kernel's name and the first line that differs
[[nodiscard]] Result<std::string> check_samples(const Model& model);

}  // namespace attest
