// Which language a report is written in: what is not English is kept, and not coded.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "attest/document.hpp"

namespace attest {

/// The language of most of the text, as a BCP 47 tag: "en", "ar", "zh-Hant". Its origin says how it was found:
/// "words", or "words, partly fr" where another language has a fifth of the text or more.
/// Nothing where a text is too short or too strange to tell. Pure.
[[nodiscard]] std::optional<Sourced<std::string>> detect_language(std::string_view text);

/// "Arabic" for "ar"; the tag itself where it is not known.
[[nodiscard]] std::string language_name(const std::string& tag);

}  // namespace attest
