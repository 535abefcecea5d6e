#include "cli/output.hpp"

#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <cerrno>
#include <charconv>
#include <cstdlib>
#include <optional>
#include <string>
#include <system_error>

namespace attest::cli {

namespace {

constexpr int kMaxWidth = 1000;

std::optional<int> columns_variable() {
  const char* text = std::getenv("COLUMNS");
  if (text == nullptr) return std::nullopt;
  const std::string_view digits = text;
  int width = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), width);
  if (error != std::errc{} || end != digits.data() + digits.size() || width < 1 || width > kMaxWidth)
    return std::nullopt;
  return width;
}

std::optional<int> terminal_width() {
  winsize size = {};
  if (::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0) return std::nullopt;
  return size.ws_col;
}

/// Writes all bytes; 0 or the error number.
int write_all(int stream, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t count = ::write(stream, bytes.data(), bytes.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return errno;
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
  return 0;
}

}  // namespace

Result<void> print(std::string_view bytes) {
  const int error = write_all(STDOUT_FILENO, bytes);
  if (error == 0) return {};
  return fail(ErrorCode::io, "cannot be written: " + std::generic_category().message(error), "standard output");
}

void tell(std::string_view bytes) { (void)write_all(STDERR_FILENO, bytes); }

void complain(const Error& error) {
  std::string line = "attest: ";
  for (const char c : error.to_string()) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x20 || byte == 0x7F)
      line += fmt::format("\\x{:02x}", byte);  // a file name may hold a line feed
    else
      line += c;
  }
  line += '\n';
  tell(line);
}

bool is_terminal(int stream) { return ::isatty(stream) == 1; }

View view_of_output() {
  const auto columns = columns_variable();
  const auto terminal = terminal_width();
  const char* no_colour = std::getenv("NO_COLOR");
  return {.width = columns ? *columns : terminal.value_or(80),
          .colour = is_terminal(STDOUT_FILENO) && (no_colour == nullptr || *no_colour == '\0')};
}

}  // namespace attest::cli
