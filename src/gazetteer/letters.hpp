// Letters of other scripts, and Latin letters that a language uses for a sound of its own, in the letters of the keys.
#pragma once

#include <string>
#include <string_view>

namespace attest {

/// The word in small Latin letters a to z and digits; vowel signs that a script leaves out stay out. Letters of scripts
/// that are not known here are dropped, so that a Chinese name is empty.
[[nodiscard]] std::string latin_letters(std::string_view word);

}  // namespace attest
