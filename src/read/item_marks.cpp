#include "read/item_marks.hpp"

#include <algorithm>
#include <cctype>

namespace attest {

std::size_t bullet_length(std::string_view line) {
  for (std::string_view mark : {"•", "●", "▪", "■", "*", "-", "–", "·", "."}) {
    if (!line.starts_with(mark)) continue;
    std::size_t at = mark.size();
    while (at < line.size()) {
      const bool no_break = line.substr(at).starts_with("\u00a0");
      if (!no_break && line[at] != ' ' && line[at] != '\t') break;
      at += no_break ? 2 : 1;
    }
    const bool needs_space = mark != "•" && mark != "●" && mark != "▪" && mark != "■";
    if (at < line.size() && (at > mark.size() || !needs_space)) return at;
  }
  return 0;
}

std::size_t number_length(std::string_view text) {
  const std::string_view mark = text.substr(0, std::min(text.find(' '), text.size()));
  if (mark.size() == text.size() || mark.size() < 2 || mark.size() > 4) return 0;
  const auto inside = mark.substr(mark.front() == '(' ? 1 : 0, mark.size() - (mark.front() == '(' ? 2 : 1));
  const bool digits = std::ranges::all_of(inside, [](unsigned char c) { return std::isdigit(c) != 0; });
  const bool letter =
      inside.size() == 1 && std::isalpha(static_cast<unsigned char>(inside[0])) != 0 && mark.back() == ')';
  const bool closed = mark.back() == ')' || (mark.back() == '.' && mark.front() != '(');
  return closed && (digits || letter) && !inside.empty() ? mark.size() + 1 : 0;
}

std::size_t item_mark_length(std::string_view text) {
  const std::size_t bullet = bullet_length(text);
  return bullet > 0 ? bullet : number_length(text);
}

}  // namespace attest
