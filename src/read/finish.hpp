// The last step of every reader: what a document is once its text and blocks stand.
#pragma once

#include "attest/document.hpp"
#include "read/read.hpp"

namespace attest {

/// What is known from outside, which wins over what the report says of itself.
void take_hints(Document& document, const Hints& hints);

/// Fills id and hash, and the metadata: what the hints say, else what the text says.
/// `original`, `text` and `blocks` must stand.
void finish(Document& document, const Hints& hints);

}  // namespace attest
