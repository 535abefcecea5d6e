// From the words of a claim to the bytes of the saved page that they were read from.
#pragma once

#include <optional>

#include "attest/document.hpp"

namespace attest {

/// The bytes of the original from the first to the last that a range of the text was read from. Tags may stand between
/// them. Nothing where the document has no origins for the range.
[[nodiscard]] std::optional<Span> original_bytes(const Document& document, Span words);

}  // namespace attest
