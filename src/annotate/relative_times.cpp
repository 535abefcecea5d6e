#include "annotate/time_reader.hpp"

namespace attest {

using std::chrono::days;
using std::chrono::months;
using std::chrono::year_month;
using std::chrono::years;

Date TimeReader::back_months(Date from, int count) {
  const std::chrono::year_month_day day{from};
  const year_month ym = year_month{day.year(), day.month()} - months{count};
  return Date{ym / std::min(day.day(), (ym / std::chrono::last).day())};
}

std::optional<Interval> TimeReader::span_back(int count, std::string_view unit) const {
  const Date now = *published_;
  if (unit.starts_with("hour")) return Interval{now - days{(count + 23) / 24}, now};
  if (unit.starts_with("day")) return Interval{now - days{count}, now};
  if (unit.starts_with("week")) return Interval{now - days{7L * count}, now};
  if (unit.starts_with("fortnight")) return Interval{now - days{14L * count}, now};
  if (unit.starts_with("month")) return Interval{back_months(now, count), now};
  if (unit.starts_with("year")) return Interval{back_months(now, 12 * count), now};
  if (unit.starts_with("decade")) return Interval{back_months(now, 120 * count), now};
  return std::nullopt;
}

/// "Wednesday", "Saturday night", "Monday, Dec. 26", "last Friday", "next Sunday".
TimeReader::Reading TimeReader::weekday(std::uint32_t i, std::uint32_t& end) {
  const auto named = weekday_of(word(i));
  if (!named || !capital(i)) return std::nullopt;
  std::uint32_t at = after_day_part(i + 1);
  const std::uint32_t after = at;
  if (is_one_of(at, {",", "("})) ++at;
  if (word(at) == "the") ++at;
  std::uint32_t rest = at;
  if (const Reading date = calendar(at, rest); date && rest > at && date->from == date->to) {
    end = word(after) == "(" && word(rest) == ")" ? rest + 1 : rest;
    return date;
  }
  if (!published_) return std::nullopt;
  const Date now = *published_;
  const auto back = (std::chrono::weekday{now} - *named).count();
  const Date ahead = now + days{back == 0 ? 7 : 7 - back};
  end = after;
  if (before(i) == "next" || before(i) == "coming") return Found{ahead, ahead, "time.weekday-after-publication", {}};
  const Date date = before(i) == "last" && back == 0 ? now - days{7} : now - days{back};
  return Found{date, date, "time.weekday-before-publication", Interval{ahead, ahead}};
}

/// "yesterday", "overnight", "this week", "recent days": fixed phrases.
TimeReader::Reading TimeReader::named_span(std::uint32_t i, std::uint32_t& end) const {
  const Date now = *published_;
  const std::chrono::year_month_day ymd{now};
  const std::chrono::weekday today{now};
  const Date monday = now - days{(today - std::chrono::Monday).count()};
  const Date saturday = now - days{(today - std::chrono::Saturday).count()};
  const Date last_saturday = today == std::chrono::Saturday ? saturday - days{7} : saturday;
  const Interval month = month_interval(year_month{ymd.year(), ymd.month()});
  const Interval last_month = month_interval(year_month{ymd.year(), ymd.month()} - months{1});
  const Interval next_month = month_interval(year_month{ymd.year(), ymd.month()} + months{1});
  const Interval this_year = year_interval(ymd.year()), last_year = year_interval(ymd.year() - years{1});
  const bool spoken_of = before(i) == "the";  // "the last week" ends today, "last week" on Sunday
  struct Phrase {
    std::string_view words, rule;
    Interval interval;
    std::optional<Interval> ahead;
  };
  const Phrase phrases[] = {
      {"earlier today", "time.today", {now, now}, {}},
      {"today", "time.today", {now, now}, {}},
      {"tonight", "time.today", {now, now}, {}},
      {"currently", "time.today", {now, now}, {}},
      {"now", "time.today", {now, now}, {}},
      {"this morning", "time.today", {now, now}, {}},
      {"this afternoon", "time.today", {now, now}, {}},
      {"this evening", "time.today", {now, now}, {}},
      {"yesterday", "time.yesterday", {now - days{1}, now - days{1}}, {}},
      {"last night", "time.yesterday", {now - days{1}, now - days{1}}, {}},
      {"tomorrow", "time.tomorrow", {now + days{1}, now + days{1}}, {}},
      {"overnight", "time.overnight", {now - days{1}, now}, {}},
      {"last weekend", "time.weekend", {last_saturday, last_saturday + days{1}}, {}},
      {"this weekend", "time.weekend", {last_saturday, last_saturday + days{1}}, {}},
      {"the weekend", "time.weekend", {last_saturday, last_saturday + days{1}}, {}},
      {"earlier this week", "time.this-week", {monday, now}, {}},
      {"this week", "time.this-week", {monday, now}, Interval{now, monday + days{6}}},
      {"earlier this month", "time.this-month", {month.from, now}, {}},
      {"this month", "time.this-month", {month.from, now}, month},
      {"earlier this year", "time.this-year", {this_year.from, now}, {}},
      {"so far this year", "time.this-year", {this_year.from, now}, {}},
      {"this year", "time.this-year", {this_year.from, now}, this_year},
      {"last week alone", "time.past-week", {now - days{7}, now}, {}},
      {"last week",
       "time.last-week",
       spoken_of ? Interval{now - days{7}, now} : Interval{monday - days{7}, monday - days{1}},
       {}},
      {"last month", "time.last-month", spoken_of ? Interval{back_months(now, 1), now} : last_month, {}},
      {"last year", "time.last-year", spoken_of ? Interval{back_months(now, 12), now} : last_year, {}},
      {"later this week", "time.this-week", {now, monday + days{6}}, {}},
      {"later this month", "time.this-month", {now, month.to}, {}},
      {"later this year", "time.this-year", {now, this_year.to}, {}},
      {"next month", "time.next-month", next_month, {}},
      {"next year", "time.next-year", year_interval(ymd.year() + years{1}), {}},
      {"next week", "time.next-week", {monday + days{7}, monday + days{13}}, {}},
      {"recent days", "time.recent", {now - days{7}, now}, {}},
      {"recent weeks", "time.recent", {now - days{28}, now}, {}},
      {"recent months", "time.recent", {back_months(now, 3), now}, {}},
      {"recent years", "time.recent", {back_months(now, 36), now}, {}},
  };
  for (const Phrase& phrase : phrases) {
    const std::uint32_t n = phrase_at(i, phrase.words);
    if (n == 0) continue;
    end = after_day_part(i + n);
    Date to = phrase.interval.to;
    // The weekend of a report that comes out on Sunday ends today.
    if (phrase.rule == "time.weekend" && to > now) to = now;
    return Found{phrase.interval.from, to, phrase.rule, phrase.ahead};
  }
  return std::nullopt;
}

/// "last few weeks", "past three days", "last 24 hours", "past week", "last October".
TimeReader::Reading TimeReader::past_span(std::uint32_t i, std::uint32_t& end) const {
  if (!is_one_of(i, {"last", "past", "previous"})) return std::nullopt;
  std::uint32_t at = i + 1;
  int count = 1;
  if (is_one_of(at, {"few", "several", "couple"})) {
    const bool couple = word(at) == "couple";
    ++at;
    if (word(at) == "of") ++at;
    count = couple ? 2 : word(at).starts_with("week") ? 4 : word(at).starts_with("day") ? 7 : 3;
    if (word(at).starts_with("hour")) count = 24;
  } else if (const auto number = small_number(word(at))) {
    count = *number;
    ++at;
    if (word(at) == "-") ++at;
  } else if (const auto month = month_number(word(at)); month && capital(at) && word(i) == "last") {
    const std::chrono::year_month_day now{*published_};
    Reading found = month_of_no_year(*month);
    if (found && std::chrono::year_month_day{found->from}.month() == now.month() &&
        std::chrono::year_month_day{found->from}.year() == now.year()) {
      const Interval whole = month_interval(year_month{now.year(), now.month()} - years{1});
      found = Found{whole.from, whole.to, "time.month", {}};
    }
    end = at + 1;
    return found;
  } else if (word(i) == "last") {
    return std::nullopt;  // "last week", "last stronghold"
  }
  const auto span = span_back(count, word(at));
  if (!span) return std::nullopt;
  end = at + 1;
  return Found{span->from, span->to, "time.past-span", {}};
}

/// "for more than two years", "for three weeks", "for months": that span up to publication.
TimeReader::Reading TimeReader::duration(std::uint32_t i, std::uint32_t& end) const {
  if (word(i) != "for") return std::nullopt;
  std::uint32_t at = i + 1;
  for (std::string_view about : {"more than", "at least", "over", "nearly", "almost", "about", "around", "some", "the"})
    if (const auto n = phrase_at(at, about)) at += n;
  if (is_one_of(at, {"past", "last"})) {
    const Reading span = past_span(at, end);
    return span;
  }
  const auto number = small_number(word(at));
  if (!number) return std::nullopt;
  ++at;
  if (!is_one_of(at, {"days", "weeks", "months", "years", "week", "month", "year", "decade", "decades"}))
    return std::nullopt;
  const auto span = span_back(*number, word(at));
  // "for two years" in a plan or a sentence of the past runs elsewhere: only the perfect reaches to the present.
  bool perfect = false;
  for (std::uint32_t k = i; k > first_ && i - k < 12 && !perfect; --k)
    perfect = is_one_of(k - 1, {"have", "has", "'ve", "’ve", "been"});
  if (!perfect || !span) return std::nullopt;
  end = at + 1;
  return Found{span->from, span->to, "time.duration", {}};
}

/// "two weeks ago", "a week ago", "three days ago", "four years ago".
TimeReader::Reading TimeReader::ago(std::uint32_t i, std::uint32_t& end) const {
  auto count = small_number(word(i));
  std::uint32_t at = i + 1;
  bool vague = false;
  if (phrase_at(i, "a few") != 0 || phrase_at(i, "several") != 0) {
    vague = true;
    at = word(i) == "a" ? i + 2 : i + 1;
    count = word(at).starts_with("day") ? 4 : 3;
  } else if (phrase_at(i, "a couple of") != 0) {
    at = i + 3;
    count = 2;
  }
  if (!count || word(at + 1) != "ago") return std::nullopt;
  const std::string_view unit = word(at);
  const auto span = span_back(*count, unit);
  if (!span) return std::nullopt;
  end = at + 2;
  if (unit.starts_with("year")) {  // a year is as exact as it gets
    const Interval year = year_interval(std::chrono::year_month_day{span->from}.year());
    return Found{year.from, year.to, "time.ago", {}};
  }
  if (unit.starts_with("hour")) return Found{span->from, span->to, "time.ago", {}};
  long slack = unit.starts_with("month") ? 15 : unit.starts_with("week") && *count > 1 ? 3 : 0;
  if (vague) slack = unit.starts_with("day") ? 3 : slack;
  return Found{span->from - days{slack}, std::min(span->from + days{slack}, *published_), "time.ago", {}};
}

/// "three days later", "the next day", "the same day", "the day before": counted from the last day that the text named.
TimeReader::Reading TimeReader::from_anchor(std::uint32_t i, std::uint32_t& end) const {
  if (!anchor_) return std::nullopt;
  const auto day = [&](std::uint32_t n, long shift) -> Reading {
    end = i + n;
    return Found{*anchor_ + days{shift}, *anchor_ + days{shift}, "time.counted-from-text", {}};
  };
  for (std::string_view next : {"the next day", "the following day", "the day after", "a day later"})
    if (const auto n = phrase_at(i, next)) return day(n, 1);
  for (std::string_view same : {"the same day", "that same day", "that day"})
    if (const auto n = phrase_at(i, same)) return day(n, 0);
  for (std::string_view earlier : {"the previous day", "the day before", "a day earlier", "the day prior"})
    if (const auto n = phrase_at(i, earlier); n != 0 && word(i + n) != "yesterday") return day(n, -1);
  const auto count = small_number(word(i));
  if (!count || !is_one_of(i + 2, {"later", "earlier", "before", "afterwards"})) return std::nullopt;
  if (word(i + 2) == "before" && !is_one_of(i + 3, {".", ",", ""})) return std::nullopt;
  const long sign = word(i + 2) == "later" || word(i + 2) == "afterwards" ? 1 : -1;
  if (word(i + 1).starts_with("day")) return day(3, sign * *count);
  if (word(i + 1).starts_with("week")) return day(3, sign * 7L * *count);
  if (word(i + 1).starts_with("month")) {
    const Interval month = month_interval([&] {
      const std::chrono::year_month_day ymd{*anchor_};
      return year_month{ymd.year(), ymd.month()} + months{sign * *count};
    }());
    end = i + 3;
    return Found{month.from, month.to, "time.counted-from-text", {}};
  }
  return std::nullopt;
}

TimeReader::Reading TimeReader::relative(std::uint32_t i, std::uint32_t& end) {
  if (i >= last_) return std::nullopt;
  if (const Reading day = weekday(i, end)) return day;
  if (const Reading counted = from_anchor(i, end)) return counted;
  if (!published_) return std::nullopt;
  if (const Reading named = named_span(i, end)) return named;
  if (const Reading span = past_span(i, end)) return span;
  if (const Reading span = duration(i, end)) return span;
  return ago(i, end);
}

}  // namespace attest
