#include <algorithm>
#include <charconv>

#include "annotate/phrase.hpp"
#include "annotate/time_reader.hpp"

namespace attest {

using std::chrono::days;

TimeReader::TimeReader(const Document& document, const Analysis& analysis) : document_(document), analysis_(analysis) {
  if (document.published) published_ = document.published->value;
}

std::vector<TimeMention> TimeReader::all() {
  std::vector<TimeMention> found;
  for (const Sentence& sentence : analysis_.sentences) {
    first_ = sentence.first;
    last_ = sentence.last;
    for (std::uint32_t i = first_; i < last_;) {
      std::uint32_t end = i;
      const Reading time = read(i, end);
      if (time && end > i) {
        const bool plan = time->ahead && looks_ahead(i, end);
        const Interval when = plan ? *time->ahead : Interval{time->from, time->to};
        found.push_back({{i, end}, when, {}, {}, time->rule, time->rule.empty()});
        if (when.from == when.to) anchor_ = when.from;
        i = end;
      } else {
        i = std::max(i + 1, skip_to_);
      }
    }
  }
  return found;
}

/// "will begin on Sunday", "is due in October", "On Monday talks will resume": the date lies ahead.
bool TimeReader::looks_ahead(std::uint32_t i, std::uint32_t end) const {
  const auto announces = [&](std::uint32_t k) {
    return is_one_of(k, {"will", "'ll", "’ll", "wo", "scheduled", "due", "planned", "upcoming", "shall"}) ||
           (is_one_of(k, {"expected", "set", "plans", "plan", "likely", "supposed", "going", "vowed", "intends"}) &&
            word(k + 1) == "to");
  };
  for (std::uint32_t k = i; k > first_ && i - k < 14; --k) {
    if (is_one_of(k - 1, {";", "after", "since", "when", "which", "who", "while", "”"})) break;
    if (announces(k - 1)) return true;
  }
  if (i > first_ + 1) return false;
  for (std::uint32_t k = end; k < std::min(end + 10, last_); ++k)
    if (announces(k)) return true;
  return false;
}

bool TimeReader::capital(std::uint32_t i) const {
  const char c = document_.text[analysis_.tokens[i].span.begin];
  return c >= 'A' && c <= 'Z';
}

bool TimeReader::is_one_of(std::uint32_t i, std::initializer_list<std::string_view> words) const {
  return std::ranges::find(words, word(i)) != words.end();
}

std::uint32_t TimeReader::phrase_at(std::uint32_t i, std::string_view phrase) const {
  return phrase_length(analysis_, i, last_, phrase);
}

std::optional<int> TimeReader::year_at(std::uint32_t i) const {
  const std::string_view w = word(i);
  int value = 0;
  if (w.size() != 4) return std::nullopt;
  const auto [end, error] = std::from_chars(w.data(), w.data() + 4, value);
  if (error != std::errc{} || end != w.data() + 4 || value < 1900 || value > 2099) return std::nullopt;
  return value;
}

std::optional<unsigned> TimeReader::day_at(std::uint32_t i) const {
  std::string_view w = word(i);
  for (std::string_view ordinal : {"st", "nd", "rd", "th"})
    if (w.size() > 2 && w.ends_with(ordinal)) w.remove_suffix(2);
  unsigned value = 0;
  const auto [end, error] = std::from_chars(w.data(), w.data() + w.size(), value);
  if (w.empty() || w.size() > 2 || error != std::errc{} || end != w.data() + w.size() || value < 1 || value > 31)
    return std::nullopt;
  return value;
}

std::uint32_t TimeReader::after_day_part(std::uint32_t i) const {
  return is_one_of(i, {"morning", "afternoon", "evening", "night", "dawn", "noon", "midnight"}) ? i + 1 : i;
}

TimeReader::Reading TimeReader::read(std::uint32_t i, std::uint32_t& end) {
  const std::string_view w = word(i);
  if (w == "since") return since(i, end);
  if (w == "between" || w == "from") {
    if (const Reading span = between(i, end)) return span;
    return std::nullopt;
  }
  const Reading first = point(i, end);
  if (!first) return first;
  // "10 to 14 March 2017" is read as a date; "March 10 - April 2", "Monday and Tuesday" join two.
  std::uint32_t rest = end;
  const bool joins = is_one_of(rest, {"-", "–", "—", "to", "and", "through", "until"});
  if (!joins) return first;
  const bool loose = word(rest) == "and" || word(rest) == "to";
  const std::uint32_t start = rest + 1;
  const Reading second = point(start, rest);
  if (!second || rest == start) return first;
  const auto gap = (second->from - first->to).count();
  const bool one_day_each = first->from == first->to && second->from == second->to;
  if (gap <= 0 || (loose && !(one_day_each && gap <= 7))) return first;
  end = rest;
  return Found{first->from, second->to, "time.range", {}};
}

/// "since February 19", "since mid-2014", "since Monday": up to publication.
TimeReader::Reading TimeReader::since(std::uint32_t i, std::uint32_t& end) {
  std::uint32_t start = i + 1;
  if (word(start) == "at" && word(start + 1) == "least") start += 2;
  if (is_one_of(start, {"the", "around", "about"})) ++start;
  std::uint32_t rest = start;
  const Reading from = point(start, rest);
  if (!from || rest == start || !published_ || from->from > *published_) return std::nullopt;
  end = rest;
  return Found{from->from, *published_, "time.since", {}};
}

/// "from Monday to Thursday", "between 10 and 14 March", "from January to March 2017", "between 2014 and 2016".
TimeReader::Reading TimeReader::between(std::uint32_t i, std::uint32_t& end) {
  std::uint32_t rest = i + 1;
  const auto second_after = [&](std::uint32_t at) -> Reading {
    if (!is_one_of(at, {"and", "to", "until", "through", "till", "-", "–"})) return std::nullopt;
    std::uint32_t start = at + 1;
    if (is_one_of(start, {"the", "early", "late"}) && word(start) == "the") ++start;
    std::uint32_t last = start;
    const Reading second = point(start, last);
    if (!second || last == start) return std::nullopt;
    rest = last;
    return second;
  };
  if (const auto day = day_at(rest)) {  // "between 10 and 14 March": the month stands once
    if (const Reading second = second_after(rest + 1); second && second->from == second->to) {
      const std::chrono::year_month_day last{second->to};
      const std::chrono::year_month_day first = last.year() / last.month() / std::chrono::day{*day};
      if (first.ok() && Date{first} <= second->to) return end = rest, Found{Date{first}, second->to, second->rule, {}};
    }
  }
  rest = i + 1;
  std::uint32_t after = rest;
  const Reading first = point(rest, after);
  if (!first || after == rest) return std::nullopt;
  if (const Reading second = second_after(after)) {
    Date from = first->from;
    // "from January to March 2017": the year of the second is the first's, unless it said one.
    if (from > second->to || (!first->rule.empty() && second->rule.empty() && first->rule == "time.month")) {
      const std::chrono::year_month_day ymd{from}, last{second->to};
      const std::chrono::year_month_day same = last.year() / ymd.month() / ymd.day();
      if (same.ok() && Date{same} <= second->to) from = Date{same};
    }
    if (from <= second->to) return end = rest, Found{from, second->to, "time.range", {}};
  }
  if (word(i) == "between") return std::nullopt;
  end = after;  // "from Monday", "from 3 March": the day itself
  return first;
}

/// One end of a span, or a whole expression.
TimeReader::Reading TimeReader::point(std::uint32_t i, std::uint32_t& end) {
  if (const Reading absolute = calendar(i, end)) return absolute;
  if (const Reading named = part(i, end)) return named;
  if (const Reading week = ordinal_week(i, end)) return week;
  return relative(i, end);
}

/// "early March", "mid-2014", "the end of last month", "late on Wednesday".
TimeReader::Reading TimeReader::part(std::uint32_t i, std::uint32_t& end) {
  std::uint32_t word_at = i;
  if (word(i) == "the" && is_one_of(i + 1, {"beginning", "start", "middle", "end"})) ++word_at;
  if (!is_one_of(word_at, {"early", "mid", "late", "beginning", "start", "middle", "end"})) return std::nullopt;
  const std::string_view w = word(word_at);
  std::uint32_t at = word_at + 1;
  if ((w == "beginning" || w == "start" || w == "middle" || w == "end") && word(at) != "of") return std::nullopt;
  while (is_one_of(at, {"-", "of", "on", "in", "the"})) ++at;
  std::uint32_t rest = at;
  Reading whole = calendar(at, rest);
  if (!whole) whole = relative(at, rest);
  if (!whole || rest == at) return std::nullopt;
  end = rest;
  if (whole->rule == "time.this-year" || whole->rule == "time.this-month") {
    if (whole->ahead) whole->to = whole->ahead->to, whole->from = whole->ahead->from;
  }
  const auto length = (whole->to - whole->from).count() + 1;
  if (length < 7) return whole;
  if (length == 7)  // "late last week": Friday to Sunday
    return w == "late" || w == "end" ? Found{whole->to - days{2}, whole->to, "time.part-of-week", {}} : *whole;
  if (published_ && whole->to == *published_ && length < 28) return whole;
  Interval narrowed = part_of({whole->from, whole->to}, w);
  if (published_ && narrowed.to > *published_ && narrowed.from <= *published_ && !whole->rule.empty())
    narrowed.to = *published_;
  return Found{narrowed.from, narrowed.to, "time.part-of-month-or-year", {}};
}

/// "the first week of August", "the last week of May", "the first half of 2017", "the second quarter of 2016".
TimeReader::Reading TimeReader::ordinal_week(std::uint32_t i, std::uint32_t& end) {
  static constexpr std::string_view ordinals[] = {"first", "second", "third", "fourth"};
  const auto* found = std::ranges::find(ordinals, word(i));
  const bool last = word(i) == "last";
  if ((found == std::end(ordinals) && !last) || !is_one_of(i + 1, {"week", "half", "quarter"}) || word(i + 2) != "of")
    return std::nullopt;
  std::uint32_t at = i + 3;
  if (word(at) == "the") ++at;
  std::uint32_t rest = at;
  Reading whole = calendar(at, rest);
  if (!whole) whole = relative(at, rest);
  if (!whole || rest == at) return std::nullopt;
  if (whole->rule == "time.this-year" && whole->ahead) whole->to = whole->ahead->to;
  const auto length = (whole->to - whole->from).count() + 1;
  const std::string_view unit = word(i + 1);
  const auto nth = found - std::begin(ordinals);
  if (unit != "week") {  // of a year, by months
    const int size_months = unit == "half" ? 6 : 3;
    const int skipped = last ? 12 - size_months : static_cast<int>(nth) * size_months;
    if (length < 360 || skipped >= 12) return std::nullopt;
    const std::chrono::year_month start =
        std::chrono::year_month_day{whole->from}.year() / std::chrono::January + std::chrono::months{skipped};
    end = rest;
    return Found{Date{start / 1}, month_interval(start + std::chrono::months{size_months - 1}).to, whole->rule, {}};
  }
  const long size = 7;
  const long skip = last ? length - size : nth * size;
  if (size < 7 || skip + size > length + 3) return std::nullopt;
  end = rest;
  const Date from = whole->from + days{skip};
  return Found{from, std::min(from + days{size - 1}, whole->to), "time.part-of-month-or-year", {}};
}

std::vector<TimeMention> find_times(const Document& document, const Analysis& analysis) {
  return TimeReader(document, analysis).all();
}

}  // namespace attest
