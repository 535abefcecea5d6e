#include "read/page_dates.hpp"

#include <fmt/format.h>
#include <unicode/dtfmtsym.h>
#include <unicode/unistr.h>

#include <array>
#include <charconv>
#include <unordered_map>
#include <vector>

#include "read/ascii.hpp"

namespace attest {

namespace {

constexpr int kFirstYear = 1990, kLastYear = 2099;

/// Names of months in the languages of most of the world's press. Where two disagree, the first one counts.
constexpr auto kLanguages = std::to_array<const char*>(
    {"en", "de", "fr", "es", "it", "pt", "nl", "pl", "ru", "uk", "tr", "ar", "ar_SY", "ar_DZ", "fa",
     "sv", "da", "nb", "fi", "cs", "sk", "hu", "ro", "el", "id", "hr", "sr", "bg",    "ca",    "he"});

std::string lower(const icu::UnicodeString& text) {
  icu::UnicodeString small = text;
  small.toLower(icu::Locale::getRoot());
  while (small.endsWith(u'.')) small.truncate(small.length() - 1);
  std::string out;
  small.toUTF8String(out);
  return out;
}

std::unordered_map<std::string, unsigned> names_of_months() {
  std::unordered_map<std::string, unsigned> months;
  for (const char* language : kLanguages) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::DateFormatSymbols symbols(icu::Locale(language), status);
    if (U_FAILURE(status)) continue;
    for (const auto context : {icu::DateFormatSymbols::FORMAT, icu::DateFormatSymbols::STANDALONE})
      for (const auto width : {icu::DateFormatSymbols::WIDE, icu::DateFormatSymbols::ABBREVIATED}) {
        std::int32_t count = 0;
        const icu::UnicodeString* names = symbols.getMonths(count, context, width);
        for (std::int32_t i = 0; i < count && i < 12; ++i) {
          std::string name = lower(names[i]);
          const bool number = name.empty() || is_digit_ascii(name[0]);
          if (!number) months.emplace(std::move(name), static_cast<unsigned>(i) + 1);
        }
      }
  }
  for (const auto& [name, month] : std::to_array<std::pair<const char*, unsigned>>({{"sept", 9},
                                                                                    {"märz", 3},
                                                                                    {"mär", 3},
                                                                                    {"mrz", 3},
                                                                                    {"fev", 2},
                                                                                    {"fevr", 2},
                                                                                    {"aout", 8},
                                                                                    {"dec", 12},
                                                                                    {"jän", 1},
                                                                                    {"jänner", 1}}))
    months.emplace(name, month);
  return months;
}

std::optional<unsigned> month_of(std::string_view word) {
  static const std::unordered_map<std::string, unsigned> kMonths = names_of_months();  // constant once it is made
  const auto found =
      kMonths.find(lower(icu::UnicodeString::fromUTF8({word.data(), static_cast<std::int32_t>(word.size())})));
  if (found == kMonths.end()) return std::nullopt;
  return found->second;
}

struct Piece {
  std::string_view text;
  bool number = false;
  char after = 0;  // the character behind it
};

bool is_word_byte(char c) { return is_letter_ascii(c) || static_cast<unsigned char>(c) >= 0x80; }

/// Numbers and words.
std::vector<Piece> pieces_of(std::string_view text) {
  std::vector<Piece> pieces;
  for (std::size_t i = 0; i < text.size();) {
    const bool number = is_digit_ascii(text[i]);
    std::size_t end = i;
    while (end < text.size() && (number ? is_digit_ascii(text[end]) : is_word_byte(text[end]))) ++end;
    if (end == i) {
      ++i;
      continue;
    }
    pieces.push_back({text.substr(i, end - i), number, end < text.size() ? text[end] : '\0'});
    i = end;
  }
  return pieces;
}

int value_of(std::string_view digits) {
  int value = 0;
  std::from_chars(digits.data(), digits.data() + std::min<std::size_t>(digits.size(), 8), value);
  return value;
}

std::optional<Date> day_of(int year, int month, int day) {
  if (year < kFirstYear || year > kLastYear || month < 1 || month > 12 || day < 1 || day > 31) return std::nullopt;
  return parse_iso_date(fmt::format("{:04}-{:02}-{:02}", year, month, day));
}

std::optional<int> year_of(const Piece& piece) {
  const bool looks =
      piece.number && piece.text.size() == 4 && value_of(piece.text) >= kFirstYear && value_of(piece.text) <= kLastYear;
  return looks ? std::optional(value_of(piece.text)) : std::nullopt;
}

bool is_day(const Piece& piece) { return piece.number && piece.text.size() <= 2; }

/// "4/12/2017", "12.4.2017", "2017-04-12": three numbers joined by the same mark.
std::optional<Date> numeric(const Piece& a, const Piece& b, const Piece& c, bool month_first) {
  if (a.after != b.after || !(a.after == '.' || a.after == '/' || a.after == '-')) return std::nullopt;
  if (year_of(a) && is_day(b) && is_day(c)) return day_of(*year_of(a), value_of(b.text), value_of(c.text));
  if (!is_day(a) || !is_day(b)) return std::nullopt;
  const bool short_year = c.number && c.text.size() == 2 && a.after != '-';
  if (!year_of(c) && !short_year) return std::nullopt;
  const int year = short_year ? 2000 + value_of(c.text) : *year_of(c);
  const int first = value_of(a.text), second = value_of(b.text);
  const bool swapped = first > 12 ? false : second > 12 ? true : month_first && a.after == '/';
  return swapped ? day_of(year, first, second) : day_of(year, second, first);
}

/// Words between day, month and year that mean nothing by themselves.
bool is_filler(const Piece& piece) {
  static constexpr auto kFillers =
      std::to_array<std::string_view>({"st", "nd", "rd", "th", "de", "del", "of", "er", "the", "в", "г"});
  return !piece.number && std::ranges::find(kFillers, lower_ascii(piece.text)) != kFillers.end();
}

}  // namespace

std::optional<Date> find_date(std::string_view text, bool month_first) {
  const std::vector<Piece> all = pieces_of(text.substr(0, 400));
  for (std::size_t i = 0; i + 2 < all.size(); ++i)
    if (const auto date =
            all[i].number && all[i + 1].number ? numeric(all[i], all[i + 1], all[i + 2], month_first) : std::nullopt)
      return date;
  std::vector<Piece> pieces;
  for (const Piece& piece : all)
    if (!is_filler(piece)) pieces.push_back(piece);
  for (std::size_t i = 0; i + 2 < pieces.size(); ++i) {
    const Piece &a = pieces[i], &b = pieces[i + 1], &c = pieces[i + 2];
    const auto year = year_of(c);
    if (!year) {
      if (const auto first = year_of(a); first && !b.number && is_day(c))  // "2017 April 12"
        if (const auto month = month_of(b.text))
          if (const auto date = day_of(*first, static_cast<int>(*month), value_of(c.text))) return date;
      continue;
    }
    if (is_day(a) && !b.number) {
      if (const auto month = month_of(b.text))
        if (const auto date = day_of(*year, static_cast<int>(*month), value_of(a.text))) return date;
    } else if (!a.number && is_day(b)) {
      if (const auto month = month_of(a.text))
        if (const auto date = day_of(*year, static_cast<int>(*month), value_of(b.text))) return date;
    }
  }
  return std::nullopt;
}

std::optional<PageDate> read_page_date(std::string_view value, bool month_first) {
  value = trim_ascii(value);
  if (value.size() >= 10) {
    if (const auto day = parse_iso_date(value.substr(0, 10))) {
      const bool time = value.size() >= 16 && (value[10] == 'T' || value[10] == ' ') && is_digit_ascii(value[11]);
      std::string instant = time ? std::string(value) : std::string();
      if (time) instant[10] = 'T';
      if (*day < Date(std::chrono::year(kFirstYear) / 1 / 1)) return std::nullopt;
      return PageDate{*day, std::move(instant)};
    }
  }
  const auto pieces = pieces_of(value);
  if (!pieces.empty() && pieces[0].number && (pieces[0].text.size() == 8 || pieces[0].text.size() == 14)) {
    const int number = value_of(pieces[0].text);
    if (const auto day = day_of(number / 10000, number / 100 % 100, number % 100)) return PageDate{*day, {}};
  }
  if (const auto day = find_date(value, month_first)) return PageDate{*day, {}};
  return std::nullopt;
}

std::optional<Date> date_of_address(std::string_view url) {
  const std::vector<Piece> pieces = pieces_of(url);
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    const Piece& a = pieces[i];
    if (a.number && a.text.size() == 8)
      if (const auto day = day_of(value_of(a.text) / 10000, value_of(a.text) / 100 % 100, value_of(a.text) % 100))
        return day;
    if (i + 2 >= pieces.size()) continue;
    const Piece &b = pieces[i + 1], &c = pieces[i + 2];
    const auto year = year_of(a);
    if (!year || !is_day(c) || !(a.after == '/' || a.after == '-' || a.after == '_')) continue;
    if (is_day(b)) {
      if (const auto day = day_of(*year, value_of(b.text), value_of(c.text))) return day;
    } else if (!b.number) {
      if (const auto month = month_of(b.text))
        if (const auto day = day_of(*year, static_cast<int>(*month), value_of(c.text))) return day;
    }
  }
  return std::nullopt;
}

}  // namespace attest
