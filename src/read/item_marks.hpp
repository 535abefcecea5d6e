// What the items of lists begin with, in text and on pages.
#pragma once

#include <cstddef>
#include <string_view>

namespace attest {

/// The length of the bullet and the space after it that a line begins with; 0 without one.
[[nodiscard]] std::size_t bullet_length(std::string_view line);

/// The same of "1. ", "12) ", "a) ", "(a) ". A heading can begin so, too.
[[nodiscard]] std::size_t number_length(std::string_view line);

/// Either.
[[nodiscard]] std::size_t item_mark_length(std::string_view line);

}  // namespace attest
