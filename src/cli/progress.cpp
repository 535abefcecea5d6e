#include "cli/progress.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "cli/output.hpp"

namespace attest::cli {

namespace {

constexpr std::chrono::milliseconds kBetweenFrames{100};
constexpr std::chrono::seconds kBetweenLines{30};
constexpr std::chrono::seconds kWarmUp{1};  // a rate or a time left would be a guess before
constexpr int kBarWidth = 20;

std::string bar(double share) {
  const int full = static_cast<int>(share * kBarWidth);
  return fmt::format("[{:#<{}}{:-<{}}]", "", full, "", kBarWidth - full);
}

}  // namespace

std::string grouped(std::int64_t number) {
  std::string digits = std::to_string(number);
  const std::size_t sign = number < 0 ? 1 : 0;
  for (std::size_t at = digits.size(); at > 3 + sign;) digits.insert(at -= 3, ",");
  return digits;
}

std::string as_duration(std::chrono::duration<double> time) {
  const auto seconds = std::max<std::int64_t>(0, std::llround(time.count()));
  if (seconds < 3600) return fmt::format("{}:{:02}", seconds / 60, seconds % 60);
  return fmt::format("{}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60);
}

// A terminal that is busy with results needs no progress.
Progress::Progress(std::string done_word, Mode mode)
    : done_word_(std::move(done_word)),
      on_terminal_(mode == Mode::shown && is_terminal(2) && !is_terminal(1)),
      on_lines_(mode == Mode::shown && !is_terminal(2)) {}

void Progress::show(std::int64_t done, std::int64_t total) {
  show(done, total > 0 ? static_cast<double>(done) / static_cast<double>(total) : 0.0);
}

void Progress::show(std::int64_t done, double share, std::string_view more) {
  if (!on_terminal_ && !on_lines_) return;
  const auto now = Clock::now();
  if (now - shown_ < (on_terminal_ ? Clock::duration(kBetweenFrames) : Clock::duration(kBetweenLines))) return;
  shown_ = now;
  const std::chrono::duration<double> elapsed = now - began_;
  share = std::clamp(share, 0.0, 1.0);
  std::string line = fmt::format("{} {}{}", grouped(done), done_word_, more);
  if (share > 0) line += fmt::format("  {}{:.0f} %", on_terminal_ ? bar(share) + " " : "", 100 * share);
  if (elapsed > kWarmUp) {
    line += fmt::format("  {}/s", grouped(static_cast<std::int64_t>(static_cast<double>(done) / elapsed.count())));
    if (share > 0) line += fmt::format("  {} left", as_duration(elapsed * ((1 - share) / share)));
  }
  tell(on_terminal_ ? fmt::format("\r{}\x1b[K", line) : line + '\n');
  is_visible_ = on_terminal_;
}

void Progress::clear() {
  if (std::exchange(is_visible_, false)) tell("\r\x1b[K");
}

}  // namespace attest::cli
