#include <array>
#include <charconv>

#include "annotate/mentions.hpp"

namespace attest {

namespace {

using std::chrono::days;
using std::chrono::month;
using std::chrono::months;
using std::chrono::year;
using std::chrono::year_month;

struct Interval {
  Date from, to;
};

Interval month_interval(year_month ym) { return {Date{ym / 1}, Date{ym / std::chrono::last}}; }

/// "early", "mid", "late" of a month: 1-10, 10-20, 20 to the end; of a year: thirds of it.
Interval narrowed(Interval whole, std::string_view part) {
  const auto length = (whole.to - whole.from).count() + 1;
  const bool of_month = length <= 31;
  const Date start = whole.from;
  if (part == "early" || part == "beginning") return {start, of_month ? start + days{9} : start + days{119}};
  if (part == "mid" || part == "middle")
    return of_month ? Interval{start + days{9}, start + days{19}} : Interval{start + days{151}, whole.to};
  if (part == "late" || part == "end") return {of_month ? start + days{20} : start + days{243}, whole.to};
  return whole;
}

std::optional<unsigned> month_number(std::string_view word) {
  static constexpr auto names = std::to_array<std::string_view>(
      {"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"});
  static constexpr auto full =
      std::to_array<std::string_view>({"january", "february", "march", "april", "may", "june", "july", "august",
                                       "september", "october", "november", "december"});
  if (word.ends_with('.')) word.remove_suffix(1);
  for (unsigned i = 0; i < 12; ++i)
    if (word == full[i] || word == names[i] || (i == 8 && word == "sept")) return i + 1;
  return std::nullopt;
}

std::optional<unsigned> weekday_number(std::string_view word) {
  static constexpr auto names =
      std::to_array<std::string_view>({"sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"});
  for (unsigned i = 0; i < 7; ++i)
    if (word == names[i]) return i;
  return std::nullopt;
}

std::optional<int> small_number(std::string_view word) {
  static constexpr auto words = std::to_array<std::string_view>(
      {"zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"});
  for (std::size_t i = 0; i < words.size(); ++i)
    if (word == words[i]) return static_cast<int>(i);
  if (word == "a" || word == "an") return 1;
  int value = 0;
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
  if (error != std::errc{} || end != word.data() + word.size() || value > 400) return std::nullopt;
  return value;
}

class Reader {
 public:
  Reader(const Document& document, const Analysis& analysis) : document_(document), analysis_(analysis) {
    if (document.published) published_ = document.published->value;
  }

  std::vector<TimeMention> all() {
    std::vector<TimeMention> found;
    for (const Sentence& sentence : analysis_.sentences) {
      first_ = sentence.first;
      last_ = sentence.last;
      for (std::uint32_t i = first_; i < last_;) {
        std::uint32_t end = i;
        const auto interval = read(i, end);
        if (interval && end > i) {
          found.push_back({{i, end}, interval->from, interval->to});
          i = end;
        } else {
          ++i;
        }
      }
    }
    return found;
  }

 private:
  [[nodiscard]] std::string_view word(std::uint32_t i) const {
    return i < last_ ? analysis_.word(i) : std::string_view();
  }

  [[nodiscard]] bool capital(std::uint32_t i) const {
    const char c = document_.text[analysis_.tokens[i].span.begin];
    return c >= 'A' && c <= 'Z';
  }

  [[nodiscard]] std::uint32_t phrase_at(std::uint32_t i, std::string_view phrase) const {
    std::uint32_t at = i;
    while (!phrase.empty()) {
      const std::size_t end = std::min(phrase.find(' '), phrase.size());
      if (word(at) != phrase.substr(0, end)) return 0;
      phrase.remove_prefix(std::min(end + 1, phrase.size()));
      ++at;
    }
    return at - i;
  }

  [[nodiscard]] std::optional<int> year_at(std::uint32_t i) const {
    const std::string_view w = word(i);
    int value = 0;
    if (w.size() != 4) return std::nullopt;
    const auto [end, error] = std::from_chars(w.data(), w.data() + 4, value);
    if (error != std::errc{} || end != w.data() + 4 || value < 1900 || value > 2099) return std::nullopt;
    return value;
  }

  [[nodiscard]] std::optional<unsigned> day_at(std::uint32_t i) const {
    std::string_view w = word(i);
    for (std::string_view ordinal : {"st", "nd", "rd", "th"})
      if (w.size() > 2 && w.ends_with(ordinal)) w.remove_suffix(2);
    unsigned value = 0;
    const auto [end, error] = std::from_chars(w.data(), w.data() + w.size(), value);
    if (w.empty() || error != std::errc{} || end != w.data() + w.size() || value < 1 || value > 31) return std::nullopt;
    return value;
  }

  /// The latest such month that had begun by publication; `future` asks for the next one.
  [[nodiscard]] std::optional<year_month> month_without_year(unsigned number) const {
    if (!published_) return std::nullopt;
    const std::chrono::year_month_day now{*published_};
    year_month ym{now.year(), month{number}};
    if (Date{ym / 1} > *published_) ym -= std::chrono::years{1};
    return ym;
  }

  static std::optional<Interval> one_day(year_month ym, unsigned day) {
    const std::chrono::year_month_day date = ym / std::chrono::day{day};
    if (!date.ok()) return std::nullopt;
    return Interval{Date{date}, Date{date}};
  }

  /// "early", "mid -", "the beginning of" before a month or a year, with the place where that begins.
  std::optional<Interval> read(std::uint32_t i, std::uint32_t& end) {
    const std::string_view w = word(i);
    if (w == "since") {
      std::uint32_t rest = i + 1;
      const auto start = point(i + 1, rest);
      if (!start || !published_ || start->from > *published_) return std::nullopt;
      end = rest;
      return Interval{start->from, *published_};
    }
    return point(i, end);
  }

  std::optional<Interval> point(std::uint32_t i, std::uint32_t& end) {
    if (const auto absolute = calendar(i, end)) return absolute;
    const std::string_view w = word(i);
    if (w == "early" || w == "mid" || w == "late" || w == "beginning" || w == "end" || w == "middle") {
      std::uint32_t at = i + 1;
      if (word(at) == "-" || word(at) == "of" || word(at) == "on" || word(at) == "in") ++at;
      std::uint32_t rest = at;
      auto whole = calendar(at, rest);
      const bool month_or_year = whole && rest > at && (whole->to - whole->from).count() > 0;
      if (!whole) whole = relative(at, rest);
      if (whole && rest > at) {
        end = rest;
        if (month_or_year || (whole->to - whole->from).count() > 7) {
          Interval part = narrowed(*whole, w);
          if (published_ && part.to > *published_ && part.from <= *published_) part.to = *published_;
          return part;
        }
        return whole;
      }
      return std::nullopt;
    }
    return relative(i, end);
  }

  /// Dates, months and years by name.
  std::optional<Interval> calendar(std::uint32_t i, std::uint32_t& end) {
    if (i >= last_) return std::nullopt;
    const std::string_view w = word(i);
    if (const auto iso = parse_iso_date(w)) return end = i + 1, Interval{*iso, *iso};
    std::uint32_t at = i;
    if (const auto weekday = weekday_number(w)) {  // "Monday, Dec. 26"
      at = i + 1;
      if (word(at) == ",") ++at;
      std::uint32_t rest = at;
      if (const auto date = calendar_date(at, rest); date && rest > at && date->from == date->to)
        return end = rest, date;
      return weekday_interval(*weekday, i, end);
    }
    return calendar_date(i, end);
  }

  std::optional<Interval> calendar_date(std::uint32_t i, std::uint32_t& end) {
    if (i >= last_) return std::nullopt;
    if (const auto day = day_at(i)) {  // "19 February 2017"
      std::uint32_t at = i + 1;
      if (word(at) == "of") ++at;
      const auto number = month_number(word(at));
      if (!number || !capital(at)) return std::nullopt;
      ++at;
      if (word(at) == ",") {
        if (year_at(at + 1)) ++at;
      }
      if (const auto y = year_at(at)) return end = at + 1, one_day(year{*y} / month{*number}, *day);
      const auto ym = month_without_year(*number);
      return end = at, ym ? dated(*ym, *day) : std::nullopt;
    }
    if (const auto number = month_number(word(i)); number && capital(i)) {
      std::uint32_t at = i + 1;
      if (const auto day = day_at(at); day && !year_at(at)) {  // "Mar 09,2017", "February 19"
        ++at;
        const std::uint32_t after = word(at) == "," ? at + 1 : at;
        if (const auto y = year_at(after)) return end = after + 1, one_day(year{*y} / month{*number}, *day);
        const auto ym = month_without_year(*number);
        return end = at, ym ? dated(*ym, *day) : std::nullopt;
      }
      if (word(at) == "," && year_at(at + 1)) ++at;
      if (const auto y = year_at(at)) return end = at + 1, month_interval(year{*y} / month{*number});
      if (word(i) == "may" || word(i) == "march") {  // also ordinary words: ask for a preposition
        const std::string_view before = i > first_ ? analysis_.word(i - 1) : std::string_view();
        if (before != "in" && before != "since" && before != "last" && before != "of" && before != "until" &&
            before != "late" && before != "early" && before != "-")
          return std::nullopt;
      }
      const auto ym = month_without_year(*number);
      return end = at, ym ? std::optional(month_interval(*ym)) : std::nullopt;
    }
    if (const auto y = year_at(i)) {
      const std::string_view before = i > first_ ? analysis_.word(i - 1) : std::string_view();
      for (std::string_view preposition :
           {"in", "since", "of", "by", "during", "until", "from", "-", "early", "late", "a", "the"})
        if (before == preposition) return end = i + 1, Interval{Date{year{*y} / 1 / 1}, Date{year{*y} / 12 / 31}};
    }
    return std::nullopt;
  }

  /// A day of a month without a year: the latest that was not after publication.
  [[nodiscard]] std::optional<Interval> dated(year_month ym, unsigned day) const {
    auto date = one_day(ym, day);
    if (date && published_ && date->from > *published_ + days{1}) date = one_day(ym - std::chrono::years{1}, day);
    return date;
  }

  std::optional<Interval> weekday_interval(unsigned weekday, std::uint32_t i, std::uint32_t& end) {
    end = i + 1;
    for (std::string_view part : {"morning", "afternoon", "evening", "night"})
      if (word(end) == part) ++end;
    if (!published_) return std::nullopt;
    const std::chrono::weekday today{*published_};
    auto back = (today - std::chrono::weekday{weekday}).count();
    const std::string_view before = i > first_ ? analysis_.word(i - 1) : std::string_view();
    if (before == "last" && back == 0) back = 7;
    const Date date = before == "next" ? *published_ + days{7 - back} : *published_ - days{back};
    return Interval{date, date};
  }

  [[nodiscard]] std::optional<Interval> span_back(int count, std::string_view unit) const {
    const Date now = *published_;
    if (unit.starts_with("hour")) return Interval{now - days{(count + 23) / 24}, now};
    if (unit.starts_with("day")) return Interval{now - days{count}, now};
    if (unit.starts_with("week")) return Interval{now - days{7L * count}, now};
    if (unit.starts_with("month")) return Interval{back_months(count), now};
    if (unit.starts_with("year")) return Interval{back_months(12 * count), now};
    return std::nullopt;
  }

  [[nodiscard]] Date back_months(int count) const {
    const std::chrono::year_month_day now{*published_};
    const year_month ym = year_month{now.year(), now.month()} - months{count};
    const auto day = std::min(now.day(), (ym / std::chrono::last).day());
    return Date{ym / day};
  }

  std::optional<Interval> relative(std::uint32_t i, std::uint32_t& end) {
    if (!published_) return std::nullopt;
    const Date now = *published_;
    const std::chrono::year_month_day ymd{now};
    const std::string_view w = word(i);
    const auto done = [&](std::uint32_t n, Date from, Date to) {
      end = i + n;
      return std::optional(Interval{from, to});
    };
    if (w == "today" || w == "tonight" || w == "now" || w == "currently") return done(1, now, now);
    if (w == "yesterday") return done(1, now - days{1}, now - days{1});
    if (w == "overnight") return done(1, now - days{1}, now);
    if (const auto n = phrase_at(i, "over the weekend")) {
      const Date saturday = now - days{(std::chrono::weekday{now} - std::chrono::Saturday).count()};
      return done(n, saturday, saturday + days{1});
    }
    if (const auto n = phrase_at(i, "this week"))
      return done(n, now - days{(std::chrono::weekday{now} - std::chrono::Monday).count()}, now);
    if (const auto n = phrase_at(i, "earlier this month")) return done(n, Date{ymd.year() / ymd.month() / 1}, now);
    if (const auto n = phrase_at(i, "this month")) return done(n, Date{ymd.year() / ymd.month() / 1}, now);
    if (const auto n = phrase_at(i, "this year")) return done(n, Date{ymd.year() / 1 / 1}, now);
    if (const auto n = phrase_at(i, "last week alone")) return done(n, now - days{7}, now);
    if (const auto n = phrase_at(i, "last week")) {
      if (i > first_ && analysis_.word(i - 1) == "the") return done(n, now - days{7}, now);
      const Date monday = now - days{(std::chrono::weekday{now} - std::chrono::Monday).count()};
      return done(n, monday - days{7}, monday - days{1});
    }
    if (const auto n = phrase_at(i, "last month")) {
      const Interval whole = month_interval(year_month{ymd.year(), ymd.month()} - months{1});
      return done(n, whole.from, whole.to);
    }
    if (const auto n = phrase_at(i, "last night")) return done(n, now - days{1}, now - days{1});
    if (const auto n = phrase_at(i, "last year"))
      return done(n, Date{(ymd.year() - std::chrono::years{1}) / 1 / 1},
                  Date{(ymd.year() - std::chrono::years{1}) / 12 / 31});
    if (const auto n = phrase_at(i, "recent days")) return done(n, now - days{7}, now);
    if (const auto n = phrase_at(i, "recent weeks")) return done(n, now - days{28}, now);
    if (const auto n = phrase_at(i, "recent months")) return done(n, back_months(3), now);
    if (w == "last" || w == "past") return past_span(i, end);
    if (const auto count = small_number(w)) {  // "two weeks ago"
      if (word(i + 2) == "ago") {
        const auto span = span_back(*count, word(i + 1));
        if (!span) return std::nullopt;
        const days slack{word(i + 1).starts_with("week") && *count > 1 ? 3 : word(i + 1).starts_with("month") ? 15 : 0};
        return done(3, span->from - slack, span->from + slack);
      }
    }
    return std::nullopt;
  }

  /// "last few weeks", "past three days", "last October".
  std::optional<Interval> past_span(std::uint32_t i, std::uint32_t& end) {
    const Date now = *published_;
    std::uint32_t at = i + 1;
    int count = 1;
    if (word(at) == "few" || word(at) == "several") {
      count = word(at + 1).starts_with("week") ? 4 : word(at + 1).starts_with("day") ? 7 : 3;
      ++at;
    } else if (const auto number = small_number(word(at))) {
      count = *number;
      ++at;
    } else if (const auto number_of_month = month_number(word(at)); number_of_month && capital(at)) {
      const auto ym = month_without_year(*number_of_month);
      const std::chrono::year_month_day ymd{now};
      const bool same = ym && ym->month() == ymd.month();
      end = at + 1;
      return month_interval(same ? *ym - std::chrono::years{1} : *ym);
    }
    const auto span = span_back(count, word(at));
    if (span) end = at + 1;
    return span;
  }

  const Document& document_;
  const Analysis& analysis_;
  std::optional<Date> published_;
  std::uint32_t first_ = 0, last_ = 0;
};

}  // namespace

std::vector<TimeMention> find_times(const Document& document, const Analysis& analysis) {
  return Reader(document, analysis).all();
}

}  // namespace attest
