// A model carries sentences and what it must make of them, so that a file and a machine can be checked together.
#pragma once

#include <string>

#include "language/model.hpp"

namespace attest {

/// Our own sentences, a line each: the kinds of sentences that matter here.
[[nodiscard]] std::string_view sample_text();

/// What the model makes of a text, a token a line: form, UPOS, XPOS, head, relation.
[[nodiscard]] std::string analysed(const Model& model, const Kernels& kernels, const std::string& text);

/// Parses the samples in the model with every kernel of this machine and compares with what the model says.
/// @return  names of the kernels that were tried
/// @errors  bad_model: no samples, or other trees than expected, with the kernel's name and the first line that differs
[[nodiscard]] Result<std::string> check_samples(const Model& model);

}  // namespace attest
