#include "language/addresses.hpp"

#include <algorithm>

#include "language/characters.hpp"
#include "language/fold.hpp"
#include "language/word_lists.hpp"

namespace attest {

namespace {

/// A web address to its end, without the marks of the sentence around it.
std::size_t web_address(std::string_view rest) {
  std::size_t end = 0;
  bool open = false;
  for (; end < rest.size(); ++end) {
    const char c = rest[end];
    if (static_cast<unsigned char>(c) <= ' ' || c == '"' || c == '<' || c == '>') break;
    if (rest.substr(end).starts_with("”") || rest.substr(end).starts_with("’")) break;
    if (c == '(') open = true;
    if (c == ')' && !open) break;
  }
  while (end > 1 && std::string_view(".,;:!?'])").find(rest[end - 1]) != std::string_view::npos) {
    if (rest[end - 1] == ')' && open) break;
    --end;
  }
  return end;
}

bool is_name_byte(char c) {
  return is_alnum(c) || c == '.' || c == '_' || c == '-' || c == '%' || c == '+' || c == '@';
}

/// Labels between full stops, none empty: how many; 0 if one is empty or has a mark beside "-" and "_".
std::size_t labels_in(std::string_view name, bool& lower) {
  std::size_t count = 1, length = 0;
  lower = true;
  for (char c : name) {
    if (c == '.') {
      if (length == 0) return 0;
      ++count;
      length = 0;
      continue;
    }
    if (c == '%' || c == '+') return 0;
    if (!is_lower(c) && c != '-') lower = false;
    ++length;
  }
  return length == 0 ? 0 : count;
}

bool is_mail(std::string_view name) {
  const std::size_t at = name.find('@');
  return at != std::string_view::npos && at > 0 && at + 1 < name.size() && is_alnum(name[at + 1]) &&
         name.find('@', at + 1) == std::string_view::npos;
}

bool is_host_or_file(std::string_view name) {
  bool lower = false;
  const std::size_t labels = labels_in(name, lower);
  if (labels < 2) return false;
  const std::string_view last = name.substr(name.rfind('.') + 1);
  const bool one_case = std::ranges::all_of(last, is_lower) || std::ranges::all_of(last, is_upper);
  if (last.size() <= 4 && (one_case || is_digit(last.back())) && is_name_ending(folded(last))) return true;
  // "alt.religion.names", "ci.taiwan.gov.tw": three words without a space are no sentences.
  return labels >= 3 && lower && name.find('-') == std::string_view::npos &&
         std::ranges::all_of(name.substr(0, name.find('.')), is_lower) && name.find('.') > 1;
}

}  // namespace

std::size_t address_at(std::string_view text, std::size_t at, std::size_t& scanned) {
  const std::string_view rest = text.substr(at);
  const char first = rest[0];
  if ((first == 'h' && (rest.starts_with("http://") || rest.starts_with("https://"))) ||
      (first == 'w' && rest.starts_with("www.")) || (first == 'f' && rest.starts_with("ftp://")) ||
      (first == 'm' && rest.starts_with("mailto:")))
    return web_address(rest);
  std::size_t end = 0;
  std::size_t dots = 0;
  while (end < rest.size() && is_name_byte(rest[end])) {
    if (rest[end] == '.' || rest[end] == '@') ++dots;
    ++end;
  }
  scanned = at + end;
  while (end > 0 && !is_alnum(rest[end - 1])) {
    if (rest[end - 1] == '.' || rest[end - 1] == '@') --dots;
    --end;
  }
  if (dots == 0) return 0;
  const std::string_view name = rest.substr(0, end);
  if (is_mail(name)) return end;
  if (!is_host_or_file(name)) return 0;
  return rest.substr(end).starts_with('/') ? std::max(end, web_address(rest)) : end;
}

}  // namespace attest
