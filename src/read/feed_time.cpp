#include "read/feed_time.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

namespace attest {

namespace {

constexpr auto kMonths = std::to_array<std::string_view>(
    {"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"});

/// Zones that RFC 822 names, and the ones that outlets use besides, in minutes east of Greenwich.
constexpr auto kZones = std::to_array<std::pair<std::string_view, int>>({{"est", -300},
                                                                         {"edt", -240},
                                                                         {"cst", -360},
                                                                         {"cdt", -300},
                                                                         {"mst", -420},
                                                                         {"mdt", -360},
                                                                         {"pst", -480},
                                                                         {"pdt", -420},
                                                                         {"bst", 60},
                                                                         {"cet", 60},
                                                                         {"cest", 120},
                                                                         {"eet", 120},
                                                                         {"eest", 180},
                                                                         {"msk", 180}});

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

struct Token {
  std::string_view text;
  char before = ' ';  // the sign or separator that it follows
};

/// Runs of digits and runs of letters.
std::vector<Token> tokens_of(std::string_view text) {
  std::vector<Token> tokens;
  for (std::size_t i = 0; i < text.size() && tokens.size() < 16;) {
    std::size_t end = i;
    const auto kind = is_digit(text[i]) ? is_digit : is_letter;
    while (end < text.size() && kind(text[end])) ++end;
    if (end > i) tokens.push_back({text.substr(i, end - i), i > 0 ? text[i - 1] : ' '});
    i = std::max(end, i + 1);
  }
  return tokens;
}

std::string lowered(std::string_view word) {
  std::string out(word);
  for (char& c : out) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return out;
}

int number_of(std::string_view digits) {
  int value = 0;
  for (const char c : digits.substr(0, 8)) value = 10 * value + (c - '0');
  return value;
}

/// What the tokens have said so far.
struct Fields {
  int year = -1, month = -1, day = -1, hour = -1, minute = 0, second = 0, zone = 0;
  bool afternoon = false, morning = false;

  void take_word(const std::string& word) {
    if (word == "am" || word == "pm") (word == "pm" ? afternoon : morning) = true;
    const auto zoned = std::ranges::find(kZones, word, &std::pair<std::string_view, int>::first);
    if (zoned != kZones.end()) zone = zoned->second;
    if (word.size() < 3 || month > 0) return;
    for (std::size_t m = 0; m < kMonths.size(); ++m)
      if (word.starts_with(kMonths[m])) month = static_cast<int>(m) + 1;
  }

  /// A date's numbers in the order of the text: the year has four digits or comes last.
  void take_date_number(std::string_view digits) {
    const int value = number_of(digits);
    if (digits.size() == 4)
      year = value;
    else if (digits.size() > 2)
      return;
    else if (year >= 0 && month < 0)
      month = value;
    else if (day < 0)
      day = value;
    else if (year < 0)
      year = value < 50 ? 2000 + value : 1900 + value;
  }

  void take_zone(const Token& sign_and_hours, std::string_view minutes) {
    const std::string_view digits = sign_and_hours.text;
    const int east = digits.size() > 2 ? number_of(digits.substr(0, digits.size() - 2)) * 60 +
                                             number_of(digits.substr(digits.size() - 2))
                                       : number_of(digits) * 60 + number_of(minutes);
    if (east <= 15 * 60) zone = sign_and_hours.before == '-' ? -east : east;
  }
};

std::optional<FeedTime> time_of(const Fields& f) {
  if (f.year < 1900 || f.year > 2199 || f.month < 1 || f.day < 1) return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year{f.year}, std::chrono::month{static_cast<unsigned>(f.month)},
                                         std::chrono::day{static_cast<unsigned>(f.day)}};
  if (!date.ok()) return std::nullopt;
  int hour = std::max(f.hour, 0);
  if (f.afternoon && hour < 12) hour += 12;
  if (f.morning && hour == 12) hour = 0;
  if (hour > 24 || f.minute > 59 || f.second > 60) return FeedTime{Date{date}, Date{date}};
  const auto local = Date{date} + std::chrono::hours{hour} + std::chrono::minutes{f.minute} +
                     std::chrono::seconds{std::min(f.second, 59)};
  return FeedTime{Date{date}, local - std::chrono::minutes{f.zone}};
}

}  // namespace

std::optional<FeedTime> read_feed_time(std::string_view text) {
  constexpr std::size_t kLongest = 100;  // bytes: more is no date
  const std::vector<Token> tokens = tokens_of(text.substr(0, kLongest));
  Fields fields;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const Token& token = tokens[i];
    const auto joined = [&](std::size_t at, char with) { return at < tokens.size() && tokens[at].before == with; };
    if (is_letter(token.text.front())) {
      fields.take_word(lowered(token.text));
    } else if (fields.hour < 0 && joined(i + 1, ':') && is_digit(tokens[i + 1].text.front())) {
      fields.hour = number_of(token.text);
      fields.minute = number_of(tokens[++i].text);
      if (joined(i + 1, ':')) fields.second = number_of(tokens[++i].text);
      if (joined(i + 1, '.')) ++i;  // parts of a second
    } else if (fields.hour >= 0 && (token.before == '+' || token.before == '-')) {
      fields.take_zone(token, joined(i + 1, ':') ? tokens[i + 1].text : "");
      if (joined(i + 1, ':')) ++i;
    } else {
      fields.take_date_number(token.text);
    }
  }
  return time_of(fields);
}

}  // namespace attest
