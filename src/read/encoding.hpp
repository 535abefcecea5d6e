// Bytes to text: which encoding they are in, and one normal form for all that follows.
#pragma once

#include <string>
#include <string_view>

#include "attest/error.hpp"

namespace attest {

struct DecodedText {
  std::string text;      // UTF-8, NFC, "\n" line ends, no byte order mark
  std::string encoding;  // "UTF-8", "UTF-16LE", "windows-1252", ...
};

/// Decodes a report. Well-formed UTF-8 is taken as such; bytes without any well-formed multi-byte sequence are a
/// legacy encoding, the one of the label if it names one that is known, else guessed by ICU's detector; without a label
/// a mixture is an error, because nothing may be silently altered.
/// @param label  what HTTP or MIME headers call the encoding; may be empty, and wrong
/// @errors empty, binary, bad_encoding (byte offset and line)
[[nodiscard]] Result<DecodedText> decode_text(std::string_view bytes, const std::string& where,
                                              const std::string& label = {});

/// Bytes of any encoding that ICU knows as UTF-8; what is no character of it becomes U+FFFD. Empty if ICU does not know it.
[[nodiscard]] std::string convert_to_utf8(std::string_view bytes, const std::string& encoding);

/// ICU's best guess at bytes that are not UTF-8, or windows-1252, which every byte fits and most Western legacy text is.
[[nodiscard]] std::string guess_encoding(std::string_view bytes);

/// Whether any byte above 127 begins a well-formed character of UTF-8.
[[nodiscard]] bool has_multibyte_utf8(std::string_view bytes);

/// NFC and "\n" line ends. `text` must be well-formed UTF-8.
[[nodiscard]] std::string normalise(std::string text);

}  // namespace attest
