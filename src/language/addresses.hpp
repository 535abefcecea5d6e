// Addresses stay whole: their full stops end no sentence and their letters are no words.
#pragma once

#include <cstddef>
#include <string_view>

namespace attest {

/// The length of the web, mail, host or file name that begins at `at`, or 0.
/// @param scanned  set to where the search went in vain; until there no other search is needed, which keeps the time
///                 of all searches linear
[[nodiscard]] std::size_t address_at(std::string_view text, std::size_t at, std::size_t& scanned);

}  // namespace attest
