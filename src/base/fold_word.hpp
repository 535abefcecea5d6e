// Names are written with and without accents, marks and capitals; look-ups ignore them.
#pragma once

#include <string>
#include <string_view>

namespace attest {

/// Lower case without accents and apostrophes: the key under which a word is looked up.
[[nodiscard]] std::string fold_word(std::string_view word);

}  // namespace attest
