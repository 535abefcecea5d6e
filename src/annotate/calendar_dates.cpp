#include <algorithm>
#include <charconv>

#include "annotate/time_reader.hpp"

namespace attest {

using std::chrono::days;
using std::chrono::month;
using std::chrono::months;
using std::chrono::year;
using std::chrono::year_month;
using std::chrono::years;

namespace {

std::optional<Interval> one_day(year y, unsigned month_number, unsigned day) {
  const std::chrono::year_month_day date = y / month{month_number} / std::chrono::day{day};
  if (!date.ok()) return std::nullopt;  // 30 February
  return Interval{Date{date}, Date{date}};
}

}  // namespace

TimeReader::Reading TimeReader::dated(unsigned month_number, unsigned day) const {
  if (!published_) return std::nullopt;
  const year now = std::chrono::year_month_day{*published_}.year();
  auto date = one_day(now, month_number, day);
  if (!date || date->from > *published_ + days{1}) {
    const auto earlier = one_day(now - years{1}, month_number, day);
    if (!earlier && !date) return std::nullopt;
    const auto ahead = date;
    if (earlier) date = earlier;
    return Found{date->from, date->to, "time.year-of-publication", ahead};
  }
  return Found{date->from, date->to, "time.year-of-publication", {}};
}

/// The latest such month that had begun by publication.
TimeReader::Reading TimeReader::month_of_no_year(unsigned number) const {
  if (!published_) return std::nullopt;
  const std::chrono::year_month_day now{*published_};
  year_month ym{now.year(), month{number}};
  const Interval ahead = month_interval(ym.month() < now.month() ? ym + years{1} : ym);
  if (Date{ym / 1} > *published_) ym -= years{1};
  const Interval whole = month_interval(ym);
  return Found{whole.from, whole.to, "time.month", ahead};
}

/// Dates, months, years, seasons and feasts by name.
TimeReader::Reading TimeReader::calendar(std::uint32_t i, std::uint32_t& end) {
  if (i >= last_) return std::nullopt;
  if (const Reading found = numeric(i, end)) return found;
  if (const Reading found = day_first(i, end)) return found;
  if (const Reading found = month_first(i, end)) return found;
  if (const Reading found = season(i, end)) return found;
  if (const Reading found = feast(i, end)) return found;
  return bare_year(i, end);
}

/// "2017-03-14", "14.03.2017", "14/3/2017"; "3/14/2017" only where one of the two cannot be a month.
TimeReader::Reading TimeReader::numeric(std::uint32_t i, std::uint32_t& end) const {
  if (const auto iso = parse_iso_date(word(i))) return end = i + 1, Found{*iso, *iso, {}, {}};
  std::string joined;
  std::uint32_t at = i;
  for (; at < last_ && at < i + 5; ++at) {
    if (at > i && !analysis_.tokens[at].joined) break;
    const std::string_view w = word(at);
    if (w.empty() || w == "." ||
        !std::ranges::all_of(w, [](char c) { return (c >= '0' && c <= '9') || c == '.' || c == '/' || c == '-'; }))
      break;
    joined += w;
  }
  while (joined.ends_with('.')) joined.pop_back();
  if (joined.size() < 8 || joined.size() > 10) return std::nullopt;
  if (const auto iso = parse_iso_date(joined)) return end = at, Found{*iso, *iso, {}, {}};
  unsigned parts[3] = {0, 0, 0};
  int part = 0;
  char mark = 0;
  for (char c : joined) {
    if (c >= '0' && c <= '9') {
      parts[part] = parts[part] * 10 + static_cast<unsigned>(c - '0');
    } else {
      if (part == 2 || (mark != 0 && c != mark)) return std::nullopt;
      mark = c;
      ++part;
    }
  }
  if (part != 2 || parts[2] < 1900 || parts[2] > 2099) return std::nullopt;
  unsigned day = parts[0], month_number = parts[1];
  if (mark == '/' && day <= 12 && month_number <= 12 && day != month_number) return std::nullopt;  // either way round
  if (mark == '/' && month_number > 12) std::swap(day, month_number);
  const auto date = one_day(year{static_cast<int>(parts[2])}, month_number, day);
  if (!date) return std::nullopt;
  end = at;
  return Found{date->from, date->to, {}, {}};
}

/// "19 February 2017", "the 3rd of March", "3-5 March", "12-Mar-2017".
TimeReader::Reading TimeReader::day_first(std::uint32_t i, std::uint32_t& end) {
  const auto day = day_at(i);
  if (!day) return std::nullopt;
  std::uint32_t at = i + 1;
  std::optional<unsigned> last_day;
  if (is_one_of(at, {"-", "–", "to", "and", "/"}) && day_at(at + 1) && month_number(word(at + 2)) && capital(at + 2)) {
    last_day = day_at(at + 1);
    at += 2;
  }
  if (is_one_of(at, {"of", "-"})) ++at;
  const auto number = month_number(word(at));
  if (!number || !capital(at)) return std::nullopt;
  ++at;
  if ((word(at) == "," || word(at) == "-") && year_at(at + 1)) ++at;
  Reading found;
  if (const auto y = year_at(at)) {
    const auto date = one_day(year{*y}, *number, *day);
    end = at + 1;
    if (!date) return skip_to_ = end, std::nullopt;
    found = Found{date->from, date->to, {}, {}};
  } else {
    if (phrase_at(at, "last year") != 0 && published_) {
      const auto date = one_day(std::chrono::year_month_day{*published_}.year() - years{1}, *number, *day);
      end = at + 2;
      if (!date) return std::nullopt;
      return Found{date->from, date->to, "time.last-year", {}};
    }
    end = at;
    found = dated(*number, *day);
    if (!found) skip_to_ = end;
  }
  if (found && last_day && *last_day > *day) {
    const std::chrono::year_month_day from{found->from};
    const auto to = one_day(from.year(), *number, *last_day);
    if (to) found->to = to->to;
  }
  return found;
}

/// "February 19", "Mar 09,2017", "March 3-5", "October 2016", "December".
TimeReader::Reading TimeReader::month_first(std::uint32_t i, std::uint32_t& end) {
  const auto number = month_number(word(i));
  if (!number || !capital(i)) return std::nullopt;
  std::uint32_t at = i + 1;
  if (const auto day = day_at(at); day && !year_at(at)) {
    ++at;
    std::optional<unsigned> last_day;
    if (is_one_of(at, {"-", "–", "to", "and"}) && day_at(at + 1) && *day_at(at + 1) > *day &&
        !month_number(word(at + 2))) {
      last_day = day_at(at + 1);
      at += 2;
    }
    const std::uint32_t after = word(at) == "," ? at + 1 : at;
    Reading found;
    if (const auto y = year_at(after)) {
      const auto date = one_day(year{*y}, *number, *day);
      end = after + 1;
      if (!date) return skip_to_ = end, std::nullopt;
      found = Found{date->from, date->to, {}, {}};
    } else {
      end = at;
      found = dated(*number, *day);
      if (!found) skip_to_ = end;
    }
    if (found && last_day) {
      const auto to = one_day(std::chrono::year_month_day{found->from}.year(), *number, *last_day);
      if (to) found->to = to->to;
    }
    return found;
  }
  if (word(at) == "," && year_at(at + 1)) ++at;
  if (const auto y = year_at(at)) {
    const Interval whole = month_interval(year{*y} / month{*number});
    return end = at + 1, Found{whole.from, whole.to, {}, {}};
  }
  if (phrase_at(at, "last year") != 0 && published_) {
    const Interval whole =
        month_interval((std::chrono::year_month_day{*published_}.year() - years{1}) / month{*number});
    return end = at + 2, Found{whole.from, whole.to, "time.last-year", {}};
  }
  if (word(i) == "may" || word(i) == "march" || word(i).size() == 3) {  // also ordinary words: ask for a preposition
    const std::string_view w = before(i);
    if (w != "in" && w != "since" && w != "last" && w != "of" && w != "until" && w != "late" && w != "early" &&
        w != "-" && w != "from" && w != "to" && w != "and" && w != "between" && w != "this" && w != "mid" &&
        w != "during" && w != "by")
      return std::nullopt;
  }
  const Reading found = month_of_no_year(*number);
  if (found) end = at;
  return found;
}

TimeReader::Reading TimeReader::bare_year(std::uint32_t i, std::uint32_t& end) const {
  if (const std::string_view w = word(i); w.size() == 5 && w.ends_with("0s")) {  // "the 1990s", as one token
    int decade = 0;
    const auto [rest, error] = std::from_chars(w.data(), w.data() + 4, decade);
    if (error == std::errc{} && rest == w.data() + 4 && decade >= 1900 && decade < 2100)
      return end = i + 1, Found{Date{year{decade} / 1 / 1}, Date{year{decade + 9} / 12 / 31}, {}, {}};
  }
  const auto y = year_at(i);
  if (!y) return std::nullopt;
  if (word(i + 1) == "s" && *y % 10 == 0)  // "the 1990s"
    return end = i + 2, Found{Date{year{*y} / 1 / 1}, Date{year{*y + 9} / 12 / 31}, {}, {}};
  const std::string_view previous = before(i);
  for (std::string_view preposition :
       {"in", "since", "of",  "by",      "during", "until", "from",       "-",      "early", "late",
        "a",  "the",   "mid", "between", "and",    "to",    "throughout", "before", "after", "around"}) {
    if (previous != preposition) continue;
    if ((preposition == "and" || preposition == "to" || preposition == "a" || preposition == "the" ||
         preposition == "of") &&
        is_one_of(i + 1, {"people", "civilians", "families", "men", "others", "children", "women", "homes", "houses"}))
      return std::nullopt;
    const Interval whole = year_interval(year{*y});
    return end = i + 1, Found{whole.from, whole.to, {}, {}};
  }
  return std::nullopt;
}

/// "summer 2014", "the spring of 2015", "last winter".
TimeReader::Reading TimeReader::season(std::uint32_t i, std::uint32_t& end) const {
  const std::string_view w = word(i);
  if (!season_interval(w, year{2000})) return std::nullopt;
  std::uint32_t at = i + 1;
  if (word(at) == "of") ++at;
  if (const auto y = year_at(at)) {
    const auto whole = season_interval(w, year{*y});
    return end = at + 1, Found{whole->from, whole->to, {}, {}};
  }
  if (!published_ || (before(i) != "last" && before(i) != "this") || w == "fall") return std::nullopt;
  const year now = std::chrono::year_month_day{*published_}.year();
  for (int back = 0; back < 3; ++back) {
    const auto whole = season_interval(w, now - years{back});
    if (whole->from > *published_ || (before(i) == "last" && whole->to >= *published_)) continue;
    return end = i + 1, Found{whole->from, std::min(whole->to, *published_), "time.season", {}};
  }
  return std::nullopt;
}

/// "Thanksgiving Day", "Eid al-Fitr", "during Ramadan 2016".
TimeReader::Reading TimeReader::feast(std::uint32_t i, std::uint32_t& end) const {
  struct Name {
    std::string_view words, key;
  };
  static constexpr Name names[] = {{"eid al - fitr", "eid al fitr"},
                                   {"eid al fitr", "eid al fitr"},
                                   {"eid - al - fitr", "eid al fitr"},
                                   {"eid al - adha", "eid al adha"},
                                   {"eid al adha", "eid al adha"},
                                   {"ramadan", "ramadan"},
                                   {"ashura", "ashura"},
                                   {"nowruz", "nowruz"},
                                   {"thanksgiving", "thanksgiving"},
                                   {"christmas eve", "christmas eve"},
                                   {"christmas day", "christmas"},
                                   {"christmas", "christmas"},
                                   {"boxing day", "boxing day"},
                                   {"new year 's eve", "new year's eve"},
                                   {"new year ’s eve", "new year's eve"},
                                   {"new year 's day", "new year's day"},
                                   {"new year ’s day", "new year's day"},
                                   {"good friday", "good friday"},
                                   {"easter sunday", "easter"},
                                   {"easter monday", "easter monday"},
                                   {"easter", "easter"}};
  if (!capital(i)) return std::nullopt;
  for (const Name& name : names) {
    std::uint32_t at = phrase_at(i, name.words);
    if (at == 0) continue;
    at += i;
    if (word(at) == "day") ++at;
    if (const auto y = year_at(at)) {
      const auto day = feast_interval(name.key, year{*y});
      if (!day) return std::nullopt;
      return end = at + 1, Found{day->from, day->to, {}, {}};
    }
    if (!published_) return std::nullopt;
    const year now = std::chrono::year_month_day{*published_}.year();
    for (int back = 0; back < 2; ++back) {
      const auto day = feast_interval(name.key, now - years{back});
      if (!day || day->from > *published_) continue;
      return end = at, Found{day->from, std::min(day->to, *published_), "time.feast", {}};
    }
  }
  return std::nullopt;
}

}  // namespace attest
