// From a report's bytes to the lines that users get, and what must hold of them whatever the bytes were.
#pragma once

#include <cstdint>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "attest/document.hpp"
#include "base/utf8.hpp"
#include "claims/knowledge.hpp"
#include "publish/json.hpp"

namespace attest::test {

inline std::string json_lines_of(const Document& document, const Knowledge& knowledge) {
  std::string out;
  const CodePointIndex index(document.text);
  for (const Claim& claim : knowledge.code(document)) append_json_line(out, claim, document, index, "test");
  return out;
}

/// Code points `begin` to `end` of a text, found by counting: not as the program does it.
inline std::string code_points(std::string_view text, std::size_t begin, std::size_t end) {
  std::string out;
  std::size_t number = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool begins = (static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80U;
    if (begins && i > 0) ++number;
    if (number >= begin && number < end) out += text[i];
  }
  return out;
}

inline void require_quotes(const nlohmann::json& value, const std::string& text) {
  if (!value.is_object()) return;
  if (value.contains("start")) {
    const std::string quoted = value.at("text");
    if (quoted.empty() || quoted != code_points(text, value.at("start"), value.at("end")))
      throw std::logic_error("not the words at their place: " + value.dump());
    return;
  }
  for (const auto& [name, member] : value.items()) require_quotes(member, text);
}

/// Throws unless each line is JSON whose words all stand in the text where they say, in well-formed UTF-8.
inline void require_true_lines(const std::string& lines, const std::string& text) {
  if (first_invalid_utf8(text)) throw std::logic_error("a text that is not UTF-8");
  for (std::size_t at = 0; at < lines.size();) {
    const std::size_t end = lines.find('\n', at);
    require_quotes(nlohmann::json::parse(lines.substr(at, end - at)), text);
    at = end + 1;
  }
}

}  // namespace attest::test
