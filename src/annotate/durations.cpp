#include <fmt/format.h>

#include <algorithm>

#include "annotate/time_reader.hpp"

namespace attest {

using std::chrono::days;
using std::chrono::months;
using std::chrono::year_month;
using std::chrono::year_month_day;

namespace {

struct UnitName {
  std::string_view word;
  char letter;
  int times;
};

constexpr UnitName kUnits[] = {{"minute", 'H', 0},    {"hour", 'H', 1},  {"day", 'D', 1},  {"week", 'W', 1},
                               {"fortnight", 'W', 2}, {"month", 'M', 1}, {"year", 'Y', 1}, {"decade", 'Y', 10}};

struct About {
  std::string_view words, mod;
};

constexpr About kAbout[] = {{"more than", "MORE_THAN"},    {"over", "MORE_THAN"},       {"just over", "MORE_THAN"},
                            {"at least", "EQUAL_OR_MORE"}, {"nearly", "LESS_THAN"},     {"almost", "LESS_THAN"},
                            {"less than", "LESS_THAN"},    {"fewer than", "LESS_THAN"}, {"just under", "LESS_THAN"},
                            {"up to", "EQUAL_OR_LESS"},    {"about", "APPROX"},         {"around", "APPROX"},
                            {"roughly", "APPROX"},         {"some", "APPROX"},          {"approximately", "APPROX"}};

/// How many of a unit "a few" are, where a report counts back from its publication.
int few_of(char unit) { return unit == 'D' ? 7 : unit == 'W' ? 4 : unit == 'H' ? 24 : 3; }

Grain grain_of(char unit) {
  return unit == 'W' ? Grain::week : unit == 'M' ? Grain::month : unit == 'Y' ? Grain::year : Grain::day;
}

std::string duration_value(int count, char unit) {
  const std::string number = count == 0 ? "X" : std::to_string(count);
  return (unit == 'H' ? "PT" : "P") + number + unit;
}

std::optional<int> ordinal(std::string_view word) {
  static constexpr std::string_view names[] = {"second", "third", "fourth", "fifth", "sixth", "seventh", "eighth"};
  const auto* found = std::ranges::find(names, word);
  if (found == std::end(names)) return std::nullopt;
  return static_cast<int>(found - std::begin(names)) + 2;
}

}  // namespace

std::optional<TimeReader::Amount> TimeReader::amount(std::uint32_t i, std::uint32_t& end, bool bare) const {
  Amount out;
  std::uint32_t at = i;
  for (const About& about : kAbout)
    if (const auto n = phrase_at(i, about.words); n != 0 && out.mod.empty()) out.mod = about.mod, at = i + n;
  bool half = false, counted = true;
  if (const auto n = phrase_at(at, "a few") + phrase_at(at, "several") + phrase_at(at, "few"); n != 0) {
    out.few = true;
    at += n;
  } else if (const auto couple = phrase_at(at, "a couple of") + phrase_at(at, "couple of"); couple != 0) {
    out.count = 2;
    at += couple;
  } else if (phrase_at(at, "half a") + phrase_at(at, "half an") != 0) {
    half = true;
    at += 2;
  } else if (const auto number = small_number(word(at)); number && *number > 0) {
    out.count = *number;
    ++at;
    if (phrase_at(at, "and a half") != 0) at += 3;
  } else {
    counted = false;
  }
  if (!counted && !bare) return std::nullopt;
  if (is_one_of(at, {"consecutive", "straight", "successive", "full", "long", "whole"})) ++at;
  if (word(at) == "-" && counted) ++at;
  std::string_view name = word(at);
  const bool plural = name.ends_with('s');
  if (plural) name.remove_suffix(1);
  if (!counted && !plural) return std::nullopt;
  const auto* unit = std::ranges::find(kUnits, name, &UnitName::word);
  if (unit == std::end(kUnits)) return std::nullopt;
  if (half && unit->letter == 'Y' && unit->times == 1) {
    out.count = 6;
    out.unit = 'M';
  } else {
    out.unit = unit->letter;
    out.count = half ? 1 : out.count * std::max(unit->times, 1);
  }
  const int minutes = out.count;
  if (unit->times == 0) out.count = std::min(out.count, 1);
  end = at + 1;
  if (is_one_of(end, {"old"}) || (word(end) == "-" && word(end + 1) == "old") || is_one_of(i - 1, {"aged", "age"}))
    return std::nullopt;
  out.value = duration_value(out.few ? 0 : out.count, out.unit);
  if (unit->times == 0) out.value = minutes == 0 ? "PTXM" : fmt::format("PT{}M", minutes);
  return out;
}

Date TimeReader::moved(Date from, const Amount& amount, int sign) {
  const int n = sign * amount.count;
  if (amount.unit == 'H') return from + days{sign * ((amount.count + 23) / 24)};
  if (amount.unit == 'D') return from + days{n};
  if (amount.unit == 'W') return from + days{7L * n};
  const year_month_day day{from};
  const year_month ym = year_month{day.year(), day.month()} + months{amount.unit == 'Y' ? 12 * n : n};
  return Date{ym / std::min(day.day(), (ym / std::chrono::last).day())};
}

/// "last few weeks", "past three days", "last 24 hours", "past week", "recent days", "last October".
TimeReader::Reading TimeReader::past_span(std::uint32_t i, std::uint32_t& end) const {
  if (!is_one_of(i, {"last", "past", "previous", "recent"})) return std::nullopt;
  std::uint32_t at = i + 1;
  if (is_one_of(at, {"past"})) ++at;
  std::optional<Amount> span = amount(at, end, true);
  if (!span && word(i) != "last" && is_one_of(at, {"day", "week", "month", "year", "decade", "hour"})) {
    const auto* unit = std::ranges::find(kUnits, word(at), &UnitName::word);
    span = Amount{unit->times, unit->letter, {}, duration_value(unit->times, unit->letter), false};
    end = at + 1;
    if (word(i) == "recent") return std::nullopt;
  }
  if (!span) {
    const auto month = month_number(word(at));
    if (!month || !capital(at) || !is_one_of(i, {"last", "past"})) return std::nullopt;
    end = at + 1;
    if (day_at(end)) return std::nullopt;
    Reading found = month_of_no_year(*month, at);
    if (!found || !found->when || !published_) return found;
    found->ahead.reset();
    const year_month_day now{*published_}, then{found->when->from};
    if (then.month() == now.month() && then.year() == now.year())  // "last March", said in March
      found = whole(Date{(year_month{now.year(), now.month()} - std::chrono::years{1}) / 1}, Grain::month,
                    "time.month-before-publication");
    return found;
  }
  const bool recent = word(i) == "recent";
  const std::string_view rule = recent ? "time.recent" : "time.past-span";
  if (span->count == 0) span->count = few_of(span->unit);
  Found found = unknown(span->few || recent ? duration_value(0, span->unit) : span->value, rule);
  if (!span->few && !recent && span->value.find('X') != std::string::npos) found.value = duration_value(0, span->unit);
  found.mod = span->mod;
  if (!published_ || (recent && span->unit == 'Y')) return found;  // how many recent years, nobody says
  found.when = Interval{moved(*published_, *span, -1), *published_};
  return found;
}

/// "the next five years", "the coming days".
TimeReader::Reading TimeReader::coming_span(std::uint32_t i, std::uint32_t& end) const {
  if (!is_one_of(i, {"next", "coming", "following"})) return std::nullopt;
  std::optional<Amount> span = amount(i + 1, end, word(i) != "following");
  if (!span) return std::nullopt;
  Found found = unknown(span->value, "time.coming-span");
  if (span->count == 0) span->count = few_of(span->unit);
  if (published_ && word(i) != "following") found.when = Interval{*published_, moved(*published_, *span, 1)};
  return found;
}

/// "a week ago": the day; "two weeks ago": the day and three around it; months and years as such.
TimeReader::Reading TimeReader::ago(const Amount& amount) const {
  const Grain grain = grain_of(amount.unit);
  if (amount.count == 0 && !amount.few) return unknown("PAST_REF", "time.ago");
  Found found = unknown(unknown_timex(grain), "time.ago");
  found.mod = amount.mod;
  if (!published_) return found;
  Amount exact = amount;
  if (exact.count == 0) exact.count = exact.unit == 'D' ? 4 : 3;
  const Date day = moved(*published_, exact, -1);
  const std::string_view mod = amount.few ? "APPROX" : amount.mod;
  if (grain == Grain::month || grain == Grain::year) {
    found =
        whole(day,
              amount.unit == 'Y' && amount.count >= 10 && amount.count % 10 == 0 && amount.mod == "APPROX" ? Grain::year
                                                                                                           : grain,
              "time.ago");
    found.when = until_publication(*found.when);
  } else if (amount.unit == 'H') {
    found.when = Interval{day, *published_};
    found.value = timex(*found.when);
  } else {
    const long slack = grain == Grain::week ? (exact.count > 1 ? 3 : 0) : amount.few ? 3 : 0;
    found.when = Interval{day - days{slack}, std::min(day + days{slack}, *published_)};
    found.value = timex(day, slack == 0 ? Grain::day : grain);
    if (amount.few && grain == Grain::day) found.value = timex(*found.when);
    if (slack == 0) found.grain = Grain::day;
  }
  found.mod = mod;
  return found;
}

/// "two weeks ago", "for more than two years", "three days of fighting have", "for a third day", "a six-week siege".
TimeReader::Reading TimeReader::amount_of_time(std::uint32_t i, std::uint32_t& end) const {
  if (word(i) == "for" && is_one_of(i + 1, {"a", "the"}))
    if (const auto nth = ordinal(word(i + 2))) {
      std::uint32_t at = i + 3;
      if (is_one_of(at, {"consecutive", "straight", "successive"})) ++at;
      const auto* unit = std::ranges::find(kUnits, word(at), &UnitName::word);
      if (unit != std::end(kUnits) && (unit->letter == 'D' || unit->letter == 'W')) {
        end = at + 1;
        Found found = unknown(duration_value(*nth, unit->letter), "time.duration");
        if (published_)
          found.when =
              Interval{*published_ - days{static_cast<long>(*nth - 1) * (unit->letter == 'W' ? 7 : 1)}, *published_};
        return found;
      }
    }
  const auto span = amount(i, end, true);
  if (!span) return std::nullopt;
  if (is_one_of(end, {"ago", "back"})) return ++end, ago(*span);
  if (span->count == 0 && !span->few && before(i) != "for") return std::nullopt;  // "days", "weeks of"
  Found found = unknown(span->value, "time.duration");
  found.mod = span->mod;
  if (!published_ || span->count == 0) return found;
  // Only the perfect reaches up to the present: "have been trapped for two years", "two years of war have killed".
  bool perfect = false;
  if (before(i) == "for")
    for (std::uint32_t k = i; k > first_ && i - k < 12 && !perfect; --k) {
      if (is_one_of(k - 1, {"had", "was", "were"})) break;
      perfect = is_one_of(k - 1, {"have", "has", "'ve", "’ve"});
    }
  if (word(end) == "of")
    for (std::uint32_t k = end; k < std::min(end + 9, last_) && !perfect; ++k) perfect = is_one_of(k, {"have", "has"});
  if (perfect) found.when = Interval{moved(*published_, *span, -1), *published_};
  return found;
}

/// "the next day", "that night", "the following month", "the year before": beside the last date of the text.
TimeReader::Reading TimeReader::beside_anchor(std::uint32_t i, std::uint32_t& end) const {
  std::uint32_t at = i;
  if (word(at) == "later" && word(at + 1) == "that") ++at;
  int shift = 0;
  bool open = false;  // the sense stands after the unit: "the day before"
  if (is_one_of(at, {"that"})) {
    if (word(at + 1) == "same") ++at;
  } else if (word(at) == "the" && is_one_of(at + 1, {"same", "next", "following", "previous"})) {
    shift = word(at + 1) == "same" ? 0 : word(at + 1) == "previous" ? -1 : 1;
    ++at;
  } else if (word(at) == "the") {
    open = true;
  } else {
    return std::nullopt;
  }
  const std::string_view unit = word(++at);
  const bool day_part = unit == "morning" || unit == "afternoon" || unit == "evening" || unit == "night";
  const Grain grain = unit == "week"    ? Grain::week
                      : unit == "month" ? Grain::month
                      : unit == "year"  ? Grain::year
                                        : Grain::day;
  if (grain == Grain::day && unit != "day" && !day_part) return std::nullopt;
  if (!open && shift == 1 && word(at - 1) == "next" && grain != Grain::day) return std::nullopt;  // of publication
  ++at;
  if (open) {
    if (!is_one_of(at, {"before", "after", "prior", "earlier", "later"}) ||
        is_one_of(at + 1, {"last", "yesterday", "tomorrow", "the", "a", "an", "his", "her", "their", "its", "he", "she",
                           "they", "it", "we"}))
      return std::nullopt;
    shift = is_one_of(at, {"after", "later"}) ? 1 : -1;
    ++at;
  }
  end = at;
  Found mark;
  if (day_part) (void)take_day_part(at - (open ? 2 : 1), mark);
  const auto base = grain == Grain::day ? last_day() : last_date();
  if (!base) return unknown(std::string(unknown_timex(grain)) + mark.value, "time.counted-from-text");
  Amount one{1,
             grain == Grain::week    ? 'W'
             : grain == Grain::month ? 'M'
             : grain == Grain::year  ? 'Y'
                                     : 'D',
             {},
             {},
             false};
  Found found = whole(shift == 0 ? base->from : moved(base->from, one, shift), grain, "time.counted-from-text");
  found.value += mark.value;
  return found;
}

/// "three days later", "a year earlier", "more than a month later", "came two weeks after".
TimeReader::Reading TimeReader::from_anchor(std::uint32_t i, std::uint32_t& end) const {
  if (Reading beside = beside_anchor(i, end)) return beside;
  std::uint32_t at = i;
  auto span = amount(i, at, true);
  if (!span || !is_one_of(at, {"later", "earlier", "before", "afterwards", "after", "previously", "thereafter"}))
    return std::nullopt;
  const bool ends = is_one_of(at + 1, {".", ",", ";", ""});
  // "Saturday's blasts came two weeks after 350 people were killed": the day of what the clause tells
  const bool clause = word(at) == "after" && !ends && (before(i) == "came" || before(i) == "comes");
  if (is_one_of(at, {"before", "after"}) && !ends && !clause) return std::nullopt;
  if (span->count == 0 && span->unit != 'H') return std::nullopt;
  const int sign = clause || is_one_of(at, {"earlier", "before", "previously"}) ? -1 : 1;
  end = at + 1;
  const Grain grain = grain_of(span->unit);
  const auto base = grain == Grain::day || grain == Grain::week ? last_day() : last_date();
  Found found = unknown(unknown_timex(grain), "time.counted-from-text");
  found.mod = span->mod;
  if (!base) return found;
  if (span->unit == 'H' && span->count < 24) span->count = 0;
  const Date day = moved(base->from, *span, sign);
  if (span->mod == "MORE_THAN" && sign > 0 && grain != Grain::day) {  // up to twice as long, but not beyond publication
    found.when = Interval{day, moved(day, *span, 1) - days{1}};
    if (published_ && day <= *published_) found.when->to = std::min(found.when->to, *published_);
    found.value = timex(day, grain);
    found.mod = "AFTER";
    return found;
  }
  if (grain == Grain::week) {
    const long slack = span->count > 1 ? 3 : 0;
    found.when = Interval{day - days{slack}, day + days{slack}};
    found.value = timex(day, slack == 0 ? Grain::day : Grain::week);
    if (slack == 0) found.grain = Grain::day;
    return found;
  }
  const std::string_view mod = found.mod;
  found = whole(day, grain, "time.counted-from-text");
  found.mod = mod;
  return found;
}

}  // namespace attest
