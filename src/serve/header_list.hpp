// Lists in the values of HTTP headers: "gzip;q=0.5, br".
#pragma once

#include <algorithm>
#include <string_view>

namespace attest {

/// Without the blanks and tabs around it.
[[nodiscard]] inline std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kBlanks = " \t";
  text.remove_prefix(std::min(text.find_first_not_of(kBlanks), text.size()));
  return text.substr(0, text.find_last_not_of(kBlanks) + 1);
}

/// What stands before the separator, or all of it; it is taken off the list, with the separator.
[[nodiscard]] inline std::string_view take_element(std::string_view& list, char separator) {
  const std::string_view element = list.substr(0, list.find(separator));
  list.remove_prefix(std::min(element.size() + 1, list.size()));
  return trimmed(element);
}

}  // namespace attest
