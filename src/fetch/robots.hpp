// robots.txt as RFC 9309 has it: what a site asks of programs that read it.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace attest {

/// The rules of one site for this program. Const is shareable.
class Robots {
 public:
  /// Everything is allowed: there is no robots.txt.
  Robots() = default;
  /// Nothing is allowed: the site could not say.
  [[nodiscard]] static Robots closed();
  /// The groups that name `agent`, joined; without one, those for all ("*"). Of a file larger than kMaxRobotsBytes
  /// only its beginning counts. Any bytes are a robots.txt: lines that are no rules are passed over.
  [[nodiscard]] static Robots parse(std::string_view text, std::string_view agent);

  /// Whether a path with its query may be fetched: the longest pattern that fits decides, of two as long the one
  /// that allows. /robots.txt itself always may.
  [[nodiscard]] bool allows(std::string_view target) const;
  /// How long to wait between two requests, where the site says so.
  [[nodiscard]] std::optional<std::chrono::milliseconds> crawl_delay() const { return crawl_delay_; }

 private:
  struct Rule {
    std::string pattern;  // with * for anything, and $ at the end for the end; percent-encoding made even
    bool allow = false;
  };
  std::vector<Rule> rules_;
  std::optional<std::chrono::milliseconds> crawl_delay_;
};

inline constexpr std::size_t kMaxRobotsBytes = std::size_t{512} << 10U;

/// Whether a pattern of robots.txt fits the beginning of a path.
[[nodiscard]] bool fits(std::string_view pattern, std::string_view path);

}  // namespace attest
