#include "fetch/robots.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdint>

namespace attest {

namespace {

constexpr std::string_view kBlanks = " \t\r\f\v";
constexpr double kLongestDelaySeconds = 24.0 * 60 * 60;
constexpr std::size_t kLongestLine = 2048;  // bytes: longer ones are no rules

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(kBlanks);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(kBlanks) - begin + 1);
}

bool same(std::string_view a, std::string_view b) {
  return std::ranges::equal(a, b, [](char x, char y) { return (x | 0x20) == (y | 0x20); });
}

/// The product token of "Attest/1.0 (news)": letters, - and _ up to the first other character.
std::string_view product_of(std::string_view agent) {
  std::size_t end = 0;
  while (end < agent.size() && (agent[end] == '-' || agent[end] == '_' || (agent[end] >= 'a' && agent[end] <= 'z') ||
                                (agent[end] >= 'A' && agent[end] <= 'Z')))
    ++end;
  return agent.substr(0, end);
}

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  const char small = static_cast<char>(c | 0x20);
  return small >= 'a' && small <= 'f' ? small - 'a' + 10 : -1;
}

bool is_unreserved(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '.' ||
         c == '_' || c == '~';
}

/// One spelling for paths that mean the same: "/%7eNews" and "/~News", "/ä" and "/%C3%A4" (RFC 9309, 2.2.2).
std::string even(std::string_view path) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string out;
  const auto encode = [&](char c) {
    const auto byte = static_cast<unsigned char>(c);
    out += '%';
    out += kDigits[byte >> 4U];
    out += kDigits[byte & 0xFU];
  };
  for (std::size_t i = 0; i < path.size(); ++i) {
    const int high = path[i] == '%' && i + 2 < path.size() ? hex_digit(path[i + 1]) : -1;
    const int low = high >= 0 ? hex_digit(path[i + 2]) : -1;
    if (low >= 0) {
      const char c = static_cast<char>(static_cast<unsigned char>(16 * high + low));
      i += 2;
      if (is_unreserved(c))
        out += c;
      else
        encode(c);
    } else if (static_cast<unsigned char>(path[i]) >= 0x80 || static_cast<unsigned char>(path[i]) <= 0x20) {
      encode(path[i]);
    } else {
      out += path[i];
    }
  }
  return out;
}

struct Line {
  std::string_view key, value;
};

/// Takes the next line off `text`: "key: value # remark".
Line take_line(std::string_view& text) {
  const std::size_t end = std::min(text.find_first_of("\r\n"), text.size());
  std::string_view line = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  line = line.substr(0, line.find('#'));
  const std::size_t colon = line.find(':');
  if (colon == std::string_view::npos || line.size() > kLongestLine) return {};
  return {trimmed(line.substr(0, colon)), trimmed(line.substr(colon + 1))};
}

}  // namespace

bool fits(std::string_view pattern, std::string_view path) {
  const bool to_the_end = pattern.ends_with('$');
  if (to_the_end) pattern.remove_suffix(1);
  std::size_t at = 0, in_path = 0;
  std::size_t star = std::string_view::npos, resumed = 0;  // where to try again: a * may take one character more
  while (at < pattern.size() || (to_the_end && in_path < path.size())) {
    if (at < pattern.size() && pattern[at] == '*') {
      star = at++;
      resumed = in_path;
    } else if (at < pattern.size() && in_path < path.size() && pattern[at] == path[in_path]) {
      ++at;
      ++in_path;
    } else if (star != std::string_view::npos && resumed < path.size()) {
      at = star + 1;
      in_path = ++resumed;
    } else {
      return false;
    }
  }
  return true;
}

Robots Robots::closed() {
  Robots robots;
  robots.rules_.push_back({"/", false});
  return robots;
}

Robots Robots::parse(std::string_view text, std::string_view agent) {
  text = text.substr(0, kMaxRobotsBytes);
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  Robots named, general;
  bool is_named = false;               // some group names this program, even if it has no rules
  bool ours = false, for_all = false;  // whom the group at hand is for
  bool in_names = false;               // the line before was a user-agent, too
  while (!text.empty()) {
    const Line line = take_line(text);
    const std::string_view key = line.key, value = line.value;
    if (same(key, "user-agent")) {
      if (!in_names) ours = for_all = false;
      in_names = true;
      ours = ours || same(product_of(value), agent);
      for_all = for_all || value == "*";
      is_named = is_named || ours;
      continue;
    }
    const auto add = [&](const auto& what) {
      if (ours) what(named);
      if (for_all) what(general);
    };
    if (same(key, "allow") || same(key, "disallow")) {
      in_names = false;
      if (!value.empty()) add([&](Robots& robots) { robots.rules_.push_back({even(value), same(key, "allow")}); });
    } else if (same(key, "crawl-delay")) {
      in_names = false;
      double seconds = 0;
      const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), seconds);
      if (error == std::errc{} && seconds >= 0 && std::isfinite(seconds))
        add([&](Robots& robots) {
          robots.crawl_delay_ =
              std::chrono::milliseconds(static_cast<std::int64_t>(1000 * std::min(seconds, kLongestDelaySeconds)));
        });
    }
  }
  return is_named ? named : general;
}

bool Robots::allows(std::string_view target) const {
  const std::string path = even(target);
  if (path == "/robots.txt") return true;
  const Rule* best = nullptr;
  for (const Rule& rule : rules_) {
    if (!fits(rule.pattern, path)) continue;
    if (best == nullptr || rule.pattern.size() > best->pattern.size() ||
        (rule.pattern.size() == best->pattern.size() && rule.allow))
      best = &rule;
  }
  return best == nullptr || best->allow;
}

}  // namespace attest
