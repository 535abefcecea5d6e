// Standard output and standard error: every write is checked, because a result that is not written is not a result.
#pragma once

#include <string_view>

#include "attest/error.hpp"
#include "publish/layout.hpp"

namespace attest::cli {

/// Writes results. @errors io: disk full, pipe closed; `where` is "standard output"
[[nodiscard]] Result<void> print(std::string_view bytes);

/// Writes to standard error: summaries and progress. Nothing can be done if that fails.
void tell(std::string_view bytes);

/// Prints "attest: where: message" on standard error, always as one line.
void complain(const Error& error);

/// Whether a person reads the stream: 1 is standard output, 2 standard error.
[[nodiscard]] bool is_terminal(int stream);

/// How results are laid out for people: $COLUMNS or the terminal's width, else 80; colour on a terminal unless
/// $NO_COLOR is set.
[[nodiscard]] View view_of_output();

}  // namespace attest::cli
