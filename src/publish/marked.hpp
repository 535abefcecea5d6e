// A report's claims beside its sentences, with a letter under the words that each field was read from:
// the view in which a person checks what the program made of a report. Works without colours and when pasted.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "attest/claim.hpp"
#include "base/utf8.hpp"
#include "publish/layout.hpp"

namespace attest {

/// Appends the claims in their order, each under its sentence.
/// @param text   the document's text
/// @param index  its code-point index: words outside the sentence are named by their place
void append_marked(std::string& out, std::span<const Claim> claims, std::string_view text, const CodePointIndex& index,
                   const View& view);

}  // namespace attest
