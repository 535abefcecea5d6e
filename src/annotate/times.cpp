#include <algorithm>
#include <charconv>

#include "annotate/phrase.hpp"
#include "annotate/time_reader.hpp"

namespace attest {

using std::chrono::days;
using std::chrono::year;
using std::chrono::year_month_day;

TimeReader::TimeReader(const Document& document, const Analysis& analysis) : document_(document), analysis_(analysis) {
  if (document.published) published_ = document.published->value;
  tells_of_other_years_ = mostly_of_other_years();
}

/// A life, a history, a report on years past: most of the years that it says lie before that of publication and the one
/// before it.
bool TimeReader::mostly_of_other_years() const {
  if (!published_) return false;
  const int now = int{year_month_day{*published_}.year()};
  int near = 0, past = 0;
  for (std::uint32_t i = 0; i < analysis_.tokens.size(); ++i) {
    const std::string_view w = analysis_.word(i);
    int y = 0;
    if (w.size() != 4 || std::from_chars(w.data(), w.data() + 4, y).ptr != w.data() + 4 || y < 1500 || y > now)
      continue;
    ++(y >= now - 1 ? near : past);
  }
  constexpr int kSome = 5;
  return past >= kSome && past > 3 * near;
}

std::vector<TimeMention> TimeReader::all() {
  std::vector<TimeMention> found;
  for (sentence_ = 0; sentence_ < analysis_.sentences.size(); ++sentence_) {
    first_ = analysis_.sentences[sentence_].first;
    last_ = analysis_.sentences[sentence_].last;
    for (std::uint32_t i = first_; i < last_;) {
      std::uint32_t end = i;
      Reading time = read(i, end);
      if (!time || end <= i) {
        ++i;
        continue;
      }
      if (time->ahead && looks_ahead(i, end)) {
        time->when = time->ahead->when;
        time->value = time->ahead->value;
      }
      if (time->when && !time->about_event) {
        if (time->grain == Grain::day) day_ = Anchor{*time->when, sentence_};
        if (time->grain) date_ = Anchor{*time->when, sentence_};
        const bool narrow = time->grain == Grain::day || time->grain == Grain::month || i <= first_ + 1;
        if (time->stated && narrow && time->grain) year_ = Anchor{*time->when, sentence_};
      }
      found.push_back({{i, end}, time->when, time->value, time->mod, time->rule, time->stated});
      i = time->about_event ? i + 1 : end;
    }
  }
  return found;
}

std::optional<Interval> TimeReader::near(const std::optional<Anchor>& anchor) const {
  constexpr std::uint32_t kNear = 5;  // sentences
  return anchor && sentence_ - anchor->sentence <= kNear ? std::optional(anchor->when) : std::nullopt;
}

std::optional<int> TimeReader::year_of_text() const {
  if (!year_) return std::nullopt;
  const int y = int{year_month_day{year_->when.from}.year()};
  if (!published_) return near(year_) ? std::optional(y) : std::nullopt;
  const bool paragraph = analysis_.sentences[sentence_].block == analysis_.sentences[year_->sentence].block;
  return (paragraph || (tells_of_other_years_ && near(year_))) && y < int{year_month_day{*published_}.year()} - 1
             ? std::optional(y)
             : std::nullopt;
}

/// "will begin on Sunday", "is due in October", "On Monday talks will resume": the date lies ahead.
bool TimeReader::looks_ahead(std::uint32_t i, std::uint32_t end) const {
  const auto announces = [&](std::uint32_t k) {
    return is_one_of(k, {"will", "'ll", "’ll", "wo", "scheduled", "due", "planned", "upcoming", "shall", "would"}) ||
           (is_one_of(k, {"may", "might", "could", "should", "must"}) && word(k + 1) != "have" && !capital(k)) ||
           (is_one_of(k, {"expected", "set", "plans", "likely", "supposed", "going", "vowed", "intends", "intend",
                          "hopes", "hope", "aims", "ready", "wants", "want", "planning"}) &&
            word(k + 1) == "to") ||
           (word(k) == "to" && word(k + 1) == "be");
  };
  const auto tells = [&](std::uint32_t k) {
    return is_one_of(k, {"was", "were", "had", "did", "said"}) ||
           (word(k).size() > 4 && word(k).ends_with("ed") && before(k) != "be");
  };
  for (std::uint32_t k = i; k > first_ && i - k < 14; --k) {
    if (is_one_of(k - 1, {";", "after", "since", "when", "which", "who", "while", "”"})) break;
    if (announces(k - 1)) return true;
    if (tells(k - 1)) return false;
  }
  if (i > first_ + 1) return false;
  for (std::uint32_t k = end; k < std::min(end + 10, last_); ++k)
    if (announces(k)) return true;
  return false;
}

/// "was killed on", "had fallen on": a verb of the past before the words at `i`, in their clause.
bool TimeReader::looks_back(std::uint32_t i) const {
  for (std::uint32_t k = i; k > first_ && i - k < 14; --k) {
    if (is_one_of(k - 1, {";", "which", "who", "while", "”"})) break;
    const std::string_view w = word(k - 1);
    if (is_one_of(k - 1, {"was", "were", "had", "did", "began", "broke", "took", "fell", "fled", "said"}) ||
        (w.size() > 4 && w.ends_with("ed")))
      return true;
  }
  for (std::uint32_t k = i; k < std::min(i + 12, last_) && i < first_ + 4; ++k)
    if (is_one_of(k, {"was", "were", "had"}) || (word(k).size() > 4 && word(k).ends_with("ed"))) return true;
  return false;
}

bool TimeReader::capital(std::uint32_t i) const {
  if (i < first_ || i >= last_) return false;
  const char c = document_.text[analysis_.tokens[i].span.begin];
  return c >= 'A' && c <= 'Z';
}

bool TimeReader::is_one_of(std::uint32_t i, std::initializer_list<std::string_view> words) const {
  return std::ranges::find(words, word(i)) != words.end();
}

std::uint32_t TimeReader::phrase_at(std::uint32_t i, std::string_view phrase) const {
  return i >= first_ && i < last_ ? phrase_length(analysis_, i, last_, phrase) : 0;
}

std::optional<int> TimeReader::year_at(std::uint32_t i) const {
  const std::string_view w = word(i);
  int value = 0;
  if (w.size() != 4) return std::nullopt;
  const auto [end, error] = std::from_chars(w.data(), w.data() + 4, value);
  if (error != std::errc{} || end != w.data() + 4 || value < 1000 || value > 2099) return std::nullopt;
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

TimeReader::Found TimeReader::whole(Date day, Grain grain, std::string_view rule) {
  return {around(day, grain), timex(day, grain), rule, grain};
}

TimeReader::Found TimeReader::stated(Date day, Grain grain, std::string_view rule) {
  Found found = whole(day, grain, rule);
  found.stated = true;
  return found;
}

TimeReader::Found TimeReader::unknown(std::string_view value, std::string_view rule) {
  return {std::nullopt, std::string(value), rule};
}

Interval TimeReader::until_publication(Interval interval) const {
  if (published_ && interval.from <= *published_) interval.to = std::min(interval.to, *published_);
  return interval;
}

TimeReader::Reading TimeReader::read(std::uint32_t i, std::uint32_t& end) {
  const std::string_view w = word(i);
  if (w == "since") return since(i, end);
  if (w == "between" || w == "from") return between(i, end);
  if (w == "every" || w == "each") return repeated(i, end);
  if (Reading part = part_of_day(i, end)) return part;
  Reading first = point(i, end);
  return first ? joined(std::move(*first), end) : first;
}

/// "March 10 - April 2", "Monday and Tuesday": two dates as one span.
TimeReader::Reading TimeReader::joined(Found first, std::uint32_t& end) {
  if (!first.when || !is_one_of(end, {"-", "–", "—", "to", "and", "through", "until"})) return first;
  const bool loose = word(end) == "and" || word(end) == "to";
  const std::uint32_t start = end + 1;
  std::uint32_t rest = start;
  const Reading second = point(start, rest);
  if (!second || rest == start || !second->when) return first;
  const auto gap = (second->when->from - first.when->to).count();
  const bool one_day_each = first.grain == Grain::day && second->grain == Grain::day;
  const auto is_month = [](const Interval& span) {
    return (span.to - span.from).count() >= 27 && (span.to - span.from).count() <= 30;
  };
  const bool months = is_month(*first.when) && is_month(*second->when) && gap == 1;  // "November and December"
  if (gap <= 0 || (loose && !months && !(one_day_each && gap <= 7))) return first;
  end = rest;
  const Interval both{first.when->from, second->when->to};
  return Found{both, timex(both), "time.range", {}, first.stated && second->stated};
}

/// "since February 19", "since mid-2014", "since Monday", "since then": up to publication.
TimeReader::Reading TimeReader::since(std::uint32_t i, std::uint32_t& end) {
  const auto from = [&](Found start, std::uint32_t at) -> Reading {
    end = at;
    start.rule = "time.since";
    start.mod = "AFTER";
    start.grain.reset();
    start.ahead.reset();
    start.stated = false;
    if (start.when && published_ && start.when->from <= *published_)
      start.when->to = *published_;
    else
      start.when.reset();
    return start;
  };
  std::uint32_t start = i + 1;
  if (word(start) == "at" && word(start + 1) == "least") start += 2;
  if (word(start) == "then") {
    const auto base = last_date();
    if (!base) return std::nullopt;
    return from(Found{*base, to_iso(base->from), {}}, start + 1);
  }
  if (is_one_of(start, {"the", "around", "about"}) &&
      !is_one_of(start + 1, {"beginning", "start", "middle", "end", "first"}))
    ++start;
  std::uint32_t rest = start;
  if (const Reading point_of = point(start, rest); point_of && rest > start && point_of->value.front() != 'P')
    return from(*point_of, rest);
  return since_event(i, end);
}

/// "since the standoff began May 20th", "since the start of the operation on 5 November".
TimeReader::Reading TimeReader::since_event(std::uint32_t i, std::uint32_t& end) {
  if (before(i) == "," || !published_) return std::nullopt;
  if (word(i + 1) == ",") return std::nullopt;  // "since, flouting a 2018 truce"
  for (std::uint32_t at = i + 2; at < std::min(i + 22, last_); ++at) {
    if (is_one_of(at, {",", ";", ".", ":", "said", "says", "which", "who", "and"})) return std::nullopt;
    std::uint32_t rest = at;
    Reading date = point(at, rest);
    if (!date || rest == at) continue;
    if (!date->when || !date->grain || date->when->from > *published_) return std::nullopt;
    end = rest;
    date->when->to = *published_;
    date->mod = "AFTER";
    date->rule = "time.since";
    date->stated = false;
    date->ahead.reset();
    date->about_event = true;
    return date;
  }
  return std::nullopt;
}

/// "from Monday to Thursday", "between 10 and 14 March", "from January to March 2017", "between 2014 and 2016".
TimeReader::Reading TimeReader::between(std::uint32_t i, std::uint32_t& end) {
  std::uint32_t rest = i + 1;
  const auto second_after = [&](std::uint32_t at) -> Reading {
    if (!is_one_of(at, {"and", "to", "until", "through", "till", "-", "–"})) return std::nullopt;
    const std::uint32_t start = word(at + 1) == "the" ? at + 2 : at + 1;
    std::uint32_t last = start;
    Reading second = point(start, last);
    if (!second || last == start || !second->when) return std::nullopt;
    rest = last;
    return second;
  };
  const auto range = [&](Date from, const Found& second) -> Reading {
    const Interval both{from, second.when->to};
    end = rest;
    return Found{both, timex(both), "time.range", {}, second.stated};
  };
  if (const auto day = day_at(rest)) {  // "between 10 and 14 March": the month stands once
    if (const Reading second = second_after(rest + 1); second && second->grain == Grain::day) {
      const year_month_day last{second->when->to};
      const year_month_day first = last.year() / last.month() / std::chrono::day{*day};
      if (first.ok() && Date{first} <= second->when->to) return range(Date{first}, *second);
    }
  }
  rest = i + 1;
  std::uint32_t after = rest;
  Reading first = point(rest, after);
  if (!first || after == rest) return std::nullopt;
  if (!first->when) return end = after, first;
  if (const Reading second = second_after(after)) {
    Date from = first->when->from;
    const bool takes_year = second->stated && !first->stated && first->grain == Grain::month;
    if (from > second->when->to || takes_year) {  // "from January to March 2017"
      const year_month_day ymd{from}, last{second->when->to};
      const year_month_day same = last.year() / ymd.month() / ymd.day();
      if (same.ok() && Date{same} <= second->when->to) from = Date{same};
    }
    if (from <= second->when->to) return range(from, *second);
    end = rest;
    return unknown(first->value + "/" + second->value, "time.impossible-range");
  }
  if (word(i) == "between") return std::nullopt;
  end = after;  // "from Monday", "from 3 March": the day itself
  return first;
}

/// One end of a span, or a whole expression.
TimeReader::Reading TimeReader::point(std::uint32_t i, std::uint32_t& end) {
  if (Reading named = part(i, end)) return named;
  if (Reading months = months_of_year(i, end)) return months;
  if (Reading weekend = weekend_of(i, end)) return weekend;
  if (Reading nth = ordinal_part(i, end)) return nth;
  if (Reading absolute = calendar(i, end)) return absolute;
  return relative(i, end);
}

std::vector<TimeMention> find_times(const Document& document, const Analysis& analysis) {
  return TimeReader(document, analysis).all();
}

}  // namespace attest
