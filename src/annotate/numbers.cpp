#include "annotate/numbers.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>
#include <string>

namespace attest {

namespace {

constexpr double kLargest = 1e9;

struct NumberWord {
  std::string_view word;
  double value;
};

constexpr auto kUnits = std::to_array<NumberWord>(
    {{"one", 1},       {"two", 2},       {"three", 3},    {"four", 4},     {"five", 5},       {"six", 6},
     {"seven", 7},     {"eight", 8},     {"nine", 9},     {"ten", 10},     {"eleven", 11},    {"twelve", 12},
     {"thirteen", 13}, {"fourteen", 14}, {"fifteen", 15}, {"sixteen", 16}, {"seventeen", 17}, {"eighteen", 18},
     {"nineteen", 19}, {"twenty", 20},   {"thirty", 30},  {"forty", 40},   {"fifty", 50},     {"sixty", 60},
     {"seventy", 70},  {"eighty", 80},   {"ninety", 90}});

constexpr auto kScales = std::to_array<NumberWord>({{"hundred", 100},
                                                    {"dozen", 12},
                                                    {"thousand", 1e3},
                                                    {"k", 1e3},
                                                    {"lakh", 1e5},
                                                    {"million", 1e6},
                                                    {"m", 1e6},
                                                    {"billion", 1e9}});

template <std::size_t N>
std::optional<double> value_of(const std::array<NumberWord, N>& words, std::string_view word) {
  for (const NumberWord& known : words)
    if (known.word == word) return known.value;
  return std::nullopt;
}

class Reader {
 public:
  Reader(const Analysis& analysis, std::uint32_t first, std::uint32_t last)
      : analysis_(analysis), at_(first), last_(last) {}

  std::optional<NumberMatch> run() {
    bool year = false;
    const auto value = figures(year);
    const auto total = value ? scaled(*value, year) : spelled();
    if (!total || *total != std::floor(*total) || *total > kLargest) return std::nullopt;
    return NumberMatch{static_cast<std::int64_t>(*total), at_, year};
  }

 private:
  [[nodiscard]] std::string_view word(std::uint32_t ahead = 0) const {
    return at_ + ahead < last_ ? analysis_.word(at_ + ahead) : std::string_view();
  }

  /// "1,792", "3.5".
  std::optional<double> figures(bool& year) {
    const std::string_view first = word();
    if (first.empty() || std::isdigit(static_cast<unsigned char>(first[0])) == 0) return std::nullopt;
    std::string digits;
    for (char c : first) {
      if (c == ',') continue;
      if (c != '.' && std::isdigit(static_cast<unsigned char>(c)) == 0) return std::nullopt;
      digits += c;
    }
    if (digits.size() > 12 || std::ranges::count(digits, '.') > 1) return std::nullopt;
    const double value = std::stod(digits);
    year = first.size() == 4 && first.find(',') == std::string_view::npos && value >= 1900 && value < 2100;
    ++at_;
    return value;
  }

  /// "1.2 million", "24K": scales after figures.
  std::optional<double> scaled(double value, bool& year) {
    while (const auto scale = value_of(kScales, word())) {
      if ((word() == "m" || word() == "k") && !(at_ < last_ && analysis_.tokens[at_].joined)) break;
      value *= *scale;
      year = false;
      ++at_;
    }
    return value;
  }

  /// "twenty-six", "two hundred and forty", "half a million", "two and a half million", "a dozen".
  std::optional<double> spelled() {
    if (word() == "half" && word(1) == "a" && value_of(kScales, word(2))) return at_ += 2, scale_of(0.5);
    if (word() == "half" && word(1) == "-" && word(2) == "dozen") return at_ += 3, 6;
    if (word() == "a" && word(1) == "half" && word(2) == "-" && word(3) == "dozen") return at_ += 4, 6;
    if (word() == "a" && word(1) == "quarter" && word(2) == "of" && word(3) == "a" && word(4) == "million")
      return at_ += 5, 250'000;
    if (word() == "a" && value_of(kScales, word(1)) && word(1) != "m" && word(1) != "k") {
      ++at_;
      const auto value = scale_of(1);
      if (value && word() == "and" && word(1) == "a" && word(2) == "half") return at_ += 3, *value * 1.5;
      return value;
    }
    if (word() == "dozen") return ++at_, 12;
    return sum_of_words();
  }

  std::optional<double> scale_of(double value) {
    while (const auto scale = value_of(kScales, word())) {
      value *= *scale;
      ++at_;
    }
    return value;
  }

  std::optional<double> sum_of_words() {
    double total = 0, group = 0;
    bool any = false, large = false;
    for (;;) {
      const auto unit = value_of(kUnits, word());
      if (unit) {
        if (any && group > 0 && (static_cast<long>(group) % 100 != 0)) break;  // "twenty five" is two numbers
        group += *unit;
        ++at_;
        any = true;
        const auto ones = word() == "-" ? value_of(kUnits, word(1)) : std::nullopt;
        if (*unit >= 20 && ones && *ones < 10) {
          group += *ones;
          at_ += 2;
        }
        if (word() == "and" && word(1) == "a" && word(2) == "half" && value_of(kScales, word(3))) {
          group += 0.5;
          at_ += 3;
        }
        continue;
      }
      const auto scale = any ? value_of(kScales, word()) : std::nullopt;
      if (scale && word() != "m" && word() != "k") {
        large = true;
        ++at_;
        if (*scale < 1000) {
          group *= *scale;
        } else {
          total += group * *scale;
          group = 0;
        }
        continue;
      }
      if (large && word() == "and" && value_of(kUnits, word(1)) &&
          (group == 0 || static_cast<long>(group) % 100 == 0)) {
        ++at_;
        continue;
      }
      break;
    }
    return any ? std::optional(total + group) : std::nullopt;
  }

  const Analysis& analysis_;
  std::uint32_t at_, last_;
};

}  // namespace

std::optional<NumberMatch> number_at(const Analysis& analysis, std::uint32_t i, std::uint32_t last) {
  return Reader(analysis, i, last).run();
}

}  // namespace attest
