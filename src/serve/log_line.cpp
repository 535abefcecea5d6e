#include "serve/log_line.hpp"

#include <fmt/format.h>

namespace attest {

namespace {

constexpr std::size_t kMaxShown = 200;

std::string shown(std::string_view text) {
  std::string out(text.substr(0, kMaxShown));
  for (char& letter : out)
    if (letter <= ' ' || letter >= 0x7F) letter = '?';
  return out;
}

}  // namespace

std::string log_line(std::string_view method, std::string_view target, int status, std::chrono::nanoseconds took) {
  const std::chrono::duration<double, std::milli> milliseconds = took;
  return fmt::format("{} {} {} {:.1f} ms", shown(method), shown(target.substr(0, target.find('?'))), status,
                     milliseconds.count());
}

}  // namespace attest
