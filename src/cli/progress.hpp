// How far a long command is, for people: one line that is written over on a terminal, a line every half minute elsewhere.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

namespace attest::cli {

/// "1,234,567".
[[nodiscard]] std::string grouped(std::int64_t number);

/// "0:07", "12:05", "3:00:00".
[[nodiscard]] std::string as_duration(std::chrono::duration<double> time);

/// One thread at a time.
class Progress {
 public:
  enum class Mode { shown, quiet };

  /// @param done_word  "1,234 read": what was done to what is counted
  explicit Progress(std::string done_word, Mode mode = Mode::shown);

  /// As often as there is news. @param total  0: not known
  void show(std::int64_t done, std::int64_t total);
  /// The same where the share that is done is not that of what is counted. @param share  0 to 1; 0: not known
  void show(std::int64_t done, double share, std::string_view more = {});
  /// Before another line is written to standard error.
  void clear();

  /// Since it was made.
  [[nodiscard]] std::chrono::duration<double> elapsed() const { return Clock::now() - began_; }

 private:
  using Clock = std::chrono::steady_clock;

  std::string done_word_;
  bool on_terminal_, on_lines_;
  Clock::time_point began_ = Clock::now(), shown_ = began_;
  bool is_visible_ = false;
};

}  // namespace attest::cli
