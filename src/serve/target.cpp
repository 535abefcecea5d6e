#include "serve/target.hpp"

#include <algorithm>
#include <optional>

#include "base/utf8.hpp"

namespace attest {

namespace {

std::optional<int> hex_digit(char letter) {
  if (letter >= '0' && letter <= '9') return letter - '0';
  if (letter >= 'a' && letter <= 'f') return letter - 'a' + 10;
  if (letter >= 'A' && letter <= 'F') return letter - 'A' + 10;
  return std::nullopt;
}

Result<std::string> decoded(std::string_view raw, bool plus_is_space) {
  std::string out;
  out.reserve(raw.size());
  for (std::size_t i = 0; i < raw.size(); ++i) {
    if (raw[i] == '+' && plus_is_space) {
      out += ' ';
    } else if (raw[i] != '%') {
      out += raw[i];
    } else {
      const auto high = i + 2 < raw.size() ? hex_digit(raw[i + 1]) : std::nullopt;
      const auto low = high ? hex_digit(raw[i + 2]) : std::nullopt;
      if (!low) return fail(ErrorCode::usage, "broken percent-encoding in the address");
      out += static_cast<char>(16 * *high + *low);
      i += 2;
    }
  }
  if (out.find('\0') != std::string::npos) return fail(ErrorCode::usage, "a NUL in the address");
  if (first_invalid_utf8(out)) return fail(ErrorCode::usage, "the address is not UTF-8");
  return out;
}

Result<std::string> path_of(std::string_view raw) {
  if (!raw.starts_with('/')) return fail(ErrorCode::usage, "the address is no path from the root");
  std::string path;
  while (!raw.empty()) {
    raw.remove_prefix(1);  // the slash
    const std::string_view segment = raw.substr(0, raw.find('/'));
    raw.remove_prefix(segment.size());
    ATTEST_TRY(const std::string name, decoded(segment, false));
    if (name == "." || name == ".." || name.find_first_of("/\\") != std::string::npos)
      return fail(ErrorCode::usage, "the address leads elsewhere than it says");
    path += '/';
    path += name;
  }
  return path;
}

}  // namespace

Result<Target> read_target(std::string_view raw) {
  Target target;
  const std::size_t mark = std::min(raw.find('?'), raw.size());
  ATTEST_TRY(target.path, path_of(raw.substr(0, mark)));
  std::string_view rest = raw.substr(std::min(mark + 1, raw.size()));
  while (!rest.empty()) {
    const std::string_view pair = rest.substr(0, rest.find('&'));
    rest.remove_prefix(std::min(pair.size() + 1, rest.size()));
    if (pair.empty()) continue;
    const std::size_t equals = std::min(pair.find('='), pair.size());
    ATTEST_TRY(std::string name, decoded(pair.substr(0, equals), true));
    ATTEST_TRY(std::string value, decoded(pair.substr(std::min(equals + 1, pair.size())), true));
    target.query.emplace_back(std::move(name), std::move(value));
  }
  return target;
}

}  // namespace attest
