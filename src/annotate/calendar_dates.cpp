#include <algorithm>

#include "annotate/time_reader.hpp"

namespace attest {

using std::chrono::days;
using std::chrono::month;
using std::chrono::months;
using std::chrono::year;
using std::chrono::year_month;
using std::chrono::year_month_day;
using std::chrono::years;

namespace {

constexpr int kNearDays = 45;  // so far ahead a day of no year is the coming one, if nothing tells of the past

std::optional<Date> real_day(year y, unsigned number, unsigned day) {
  const year_month_day date = y / month{number} / std::chrono::day{day};
  return date.ok() ? std::optional(Date{date}) : std::nullopt;  // 30 February
}

/// "the fifth of January".
std::optional<unsigned> ordinal_day(std::string_view word) {
  static constexpr std::string_view ordinals[] = {"first",     "second",      "third",      "fourth",     "fifth",
                                                  "sixth",     "seventh",     "eighth",     "ninth",      "tenth",
                                                  "eleventh",  "twelfth",     "thirteenth", "fourteenth", "fifteenth",
                                                  "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth"};
  const auto* const found = std::ranges::find(ordinals, word);
  if (found == std::end(ordinals)) return std::nullopt;
  return static_cast<unsigned>(found - std::begin(ordinals)) + 1;
}

std::string without_year(unsigned number, std::optional<unsigned> day) {
  std::string out = "XXXX-";
  for (const unsigned part : {number, day.value_or(0)}) {
    if (part == 0) continue;
    if (out.size() > 5) out += '-';
    out += static_cast<char>('0' + part / 10);
    out += static_cast<char>('0' + part % 10);
  }
  return out;
}

}  // namespace

TimeReader::Reading TimeReader::dated(unsigned number, unsigned day, std::uint32_t at) const {
  const Found none = unknown(without_year(number, day), "time.year-of-publication");
  if (const auto y = year_of_text()) {
    const auto date = real_day(year{*y}, number, day);
    return date ? whole(*date, Grain::day, "time.year-of-text") : none;
  }
  if (!published_) return none;
  const year now = year_month_day{*published_}.year();
  const auto date = real_day(now, number, day);
  if (date && *date <= *published_ + days{1}) {
    Found found = whole(*date, Grain::day, "time.year-of-publication");
    const auto later = real_day(now + years{1}, number, day);
    if (later && (*later - *published_).count() <= kNearDays) found.ahead = Meaning{{*later, *later}, to_iso(*later)};
    return found;
  }
  const auto earlier = real_day(now - years{1}, number, day);
  if (!date && !earlier) return none;
  if (date && ((*date - *published_).count() <= kNearDays && !looks_back(at)))
    return whole(*date, Grain::day, "time.year-of-publication");
  if (!earlier) return whole(*date, Grain::day, "time.year-of-publication");
  Found found = whole(*earlier, Grain::day, "time.year-of-publication");
  if (date) found.ahead = Meaning{{*date, *date}, to_iso(*date)};
  return found;
}

/// The latest such month that had begun by publication; in the account of an earlier year, that of the year.
TimeReader::Reading TimeReader::month_of_no_year(unsigned number, std::uint32_t at) const {
  if (const auto y = year_of_text())
    return whole(Date{year{*y} / month{number} / 1}, Grain::month, "time.year-of-text");
  if (!published_) return unknown(without_year(number, {}), "time.month-before-publication");
  const year_month_day today{*published_};
  year_month last{today.year(), month{number}}, next = last;
  if (Date{last / 1} > *published_) last -= years{1};
  if (next.month() < today.month()) next += years{1};
  Found found = whole(Date{last / 1}, Grain::month, "time.month-before-publication");
  found.ahead = Meaning{around(Date{next / 1}, Grain::month), timex(Date{next / 1}, Grain::month)};
  if (before(at) == "next" && next != last) found.when = found.ahead->when, found.value = found.ahead->value;
  return found;
}

/// Dates, months, years, seasons and feasts by name.
TimeReader::Reading TimeReader::calendar(std::uint32_t i, std::uint32_t& end) {
  if (i >= last_) return std::nullopt;
  Reading found = hijri(i, end);
  if (!found) found = numeric(i, end);
  if (!found) found = day_first(i, end);
  if (!found) found = month_first(i, end);
  if (found) {
    heed_old_style(*found, end);
    return found;
  }
  if ((found = season(i, end))) return found;
  if ((found = feast(i, end))) return found;
  if ((found = decade(i, end))) return found;
  if ((found = century(i, end))) return found;
  if ((found = bare_year(i, end))) return found;
  return bare_day(i, end);
}

/// What stands after day and month: the year, "last year", or nothing. `at` is the token after them.
TimeReader::Reading TimeReader::with_day(unsigned number, unsigned day, std::optional<unsigned> last_day,
                                         std::uint32_t at, std::uint32_t& end) {
  Reading found;
  std::uint32_t after = at;
  if (is_one_of(after, {",", "-", "of"}) && year_at(after + 1)) ++after;
  if (const auto y = year_at(after)) {
    end = after + 1;
    const auto date = real_day(year{*y}, number, day);
    if (!date) return unknown(timex(Date{year{*y} / month{number} / 1}, Grain::month) + "-XX", "time.no-such-day");
    found = stated(*date, Grain::day, "time.date");
  } else if (const auto n = phrase_at(at, "last year"); n != 0 && published_) {
    end = at + n;
    const auto date = real_day(year_month_day{*published_}.year() - years{1}, number, day);
    if (!date) return unknown(without_year(number, {}) + "-XX", "time.no-such-day");
    found = whole(*date, Grain::day, "time.last-year");
  } else {
    end = at;
    found = dated(number, day, at);
    if (!real_day(year{2016}, number, day)) return unknown(without_year(number, {}) + "-XX", "time.no-such-day");
  }
  if (!last_day || !found->when) return found;
  const auto extend = [&](Interval& when, std::string& value) {
    const auto to = real_day(year_month_day{when.from}.year(), number, *last_day);
    if (!to || *to <= when.from) return;
    when.to = *to;
    value = timex(when);
  };
  extend(*found->when, found->value);
  if (found->ahead) extend(found->ahead->when, found->ahead->value);
  if (found->when->to != found->when->from) found->grain.reset();
  return found;
}

/// "19 February 2017", "the 3rd of March", "3-5 March", "12-Mar-2017".
TimeReader::Reading TimeReader::day_first(std::uint32_t i, std::uint32_t& end) {
  auto day = day_at(i);
  if (!day && word(i + 1) == "of") day = ordinal_day(word(i));
  if (!day) return std::nullopt;
  std::uint32_t at = i + 1;
  std::optional<unsigned> last_day;
  if (is_one_of(at, {"-", "–", "to", "and", "/", "or"})) {
    const std::uint32_t second = word(at + 1) == "the" ? at + 2 : at + 1;
    const std::uint32_t name = word(second + 1) == "of" ? second + 2 : second + 1;
    if (day_at(second) && month_number(word(name)) && capital(name)) {
      last_day = day_at(second);
      at = second + 1;
    }
  }
  if (is_one_of(at, {"of", "-"})) ++at;
  const auto number = month_number(word(at));
  if (!number || !capital(at)) return std::nullopt;
  if (word(at) == "mar" && word(at + 1) == "elias") return std::nullopt;  // a name
  if (last_day && *last_day <= *day) {                                    // "14 to 10 March": no range
    end = at + 1;
    return unknown(without_year(*number, {}) + "-XX", "time.impossible-range");
  }
  return with_day(*number, *day, last_day, at + 1, end);
}

/// "February 19", "Mar 09,2017", "March 3-5", "October 2016", "December".
TimeReader::Reading TimeReader::month_first(std::uint32_t i, std::uint32_t& end) {
  const auto number = month_number(word(i));
  if (!number || !capital(i)) return std::nullopt;
  std::uint32_t at = i + 1;
  if (word(at) == "the" && day_at(at + 1) && word(at + 1).size() > 2) ++at;  // "March the 3rd"
  if (const auto day = day_at(at); day && !year_at(at)) {
    ++at;
    std::optional<unsigned> last_day;
    if (is_one_of(at, {"-", "–", "to", "and"}) && day_at(at + 1) && *day_at(at + 1) > *day &&
        !month_number(word(at + 2))) {
      last_day = day_at(at + 1);
      at += 2;
    }
    return with_day(*number, *day, last_day, at, end);
  }
  at = i + 1;
  if (const auto last = month_number(word(at + 1));
      last && *last > *number && is_one_of(at, {"-", "–"}) && year_at(at + 2)) {
    const year y{*year_at(at + 2)};  // "January-June 2016"
    const Interval both{Date{y / month{*number} / 1}, month_interval(y / month{*last}).to};
    return end = at + 3, Found{both, timex(both), "time.range", {}, true};
  }
  if (is_one_of(at, {",", "of", "in"}) && year_at(at + 1)) ++at;
  if (const auto y = year_at(at))
    return end = at + 1, stated(Date{year{*y} / month{*number} / 1}, Grain::month, "time.month");
  if (const auto n = phrase_at(at, "last year") + phrase_at(at, "of last year"); n != 0 && published_) {
    const year_month last = (year_month_day{*published_}.year() - years{1}) / month{*number};
    return end = at + n, whole(Date{last / 1}, Grain::month, "time.last-year");
  }
  if (const auto n = phrase_at(at, "this year") + phrase_at(at, "of this year"); n != 0 && published_) {
    const year_month same = year_month_day{*published_}.year() / month{*number};
    return end = at + n, whole(Date{same / 1}, Grain::month, "time.this-year");
  }
  for (const auto& [words, shift] : {std::pair("that year", 0),
                                     {"of that year", 0},
                                     {"the same year", 0},
                                     {"of the same year", 0},
                                     {"the following year", 1},
                                     {"of the following year", 1},
                                     {"the next year", 1},
                                     {"the previous year", -1}})
    if (const auto n = phrase_at(at, words)) {
      end = at + n;
      const auto base = last_date();
      if (!base) return unknown(without_year(*number, {}), "time.counted-from-text");
      const year_month month_of = (year_month_day{base->from}.year() + years{shift}) / month{*number};
      return whole(Date{month_of / 1}, Grain::month, "time.counted-from-text");
    }
  // Also ordinary words and names: ask for a preposition.
  if ((word(i) == "may" || word(i) == "march" || word(i) == "april" || word(i) == "june" || word(i).size() == 3) &&
      (i == first_ || !is_one_of(i - 1, {"in",     "since", "last", "of",   "until",   "late",   "early",
                                         "-",      "from",  "to",   "and",  "between", "this",   "mid",
                                         "during", "by",    "next", "till", "through", "before", "after"})))
    return std::nullopt;
  if (is_one_of(i + 1, {"'s"}) && word(i).size() == 3) return std::nullopt;
  end = i + 1;
  return month_of_no_year(*number, i);
}

/// "on the 19th": the last such day before publication.
TimeReader::Reading TimeReader::bare_day(std::uint32_t i, std::uint32_t& end) const {
  const auto day = day_at(i);
  if (!day || word(i).size() < 3 || before(i) != "the" || i < first_ + 2 ||
      !is_one_of(i - 2, {"on", "since", "until", "by"}) ||
      (i + 1 < last_ && !is_one_of(i + 1, {".", ",", ";", ")", "and", "at", "in", "when", "as"})))
    return std::nullopt;
  end = i + 1;
  const auto anchored = last_day();
  const auto base = anchored ? std::optional(anchored->from) : published_;
  if (!base) return unknown("XXXX-XX-XX", "time.day-of-month");
  const year_month_day today{*base};
  for (year_month ym{today.year(), today.month()}; ym > today.year() / today.month() - months{3}; ym -= months{1}) {
    const auto date = real_day(ym.year(), unsigned{ym.month()}, *day);
    if (date && (!published_ || *date <= *published_)) return whole(*date, Grain::day, "time.day-of-month");
  }
  return std::nullopt;
}

}  // namespace attest
