#include <algorithm>
#include <charconv>

#include "annotate/time_reader.hpp"

namespace attest {

using std::chrono::days;
using std::chrono::year;
using std::chrono::year_month_day;
using std::chrono::years;

namespace {

struct Name {
  std::string_view words, key;
};

constexpr Name kFeasts[] = {{"eid al - fitr", "eid al fitr"},
                            {"eid al fitr", "eid al fitr"},
                            {"eid - al - fitr", "eid al fitr"},
                            {"eid ul - fitr", "eid al fitr"},
                            {"eid al - adha", "eid al adha"},
                            {"eid al adha", "eid al adha"},
                            {"eid - al - adha", "eid al adha"},
                            {"eid ul - adha", "eid al adha"},
                            {"eid", "eid"},
                            {"ramadan", "ramadan"},
                            {"ramadhan", "ramadan"},
                            {"ashura", "ashura"},
                            {"ashoura", "ashura"},
                            {"arbaeen", "arbaeen"},
                            {"mawlid", "mawlid"},
                            {"nowruz", "nowruz"},
                            {"newroz", "nowruz"},
                            {"thanksgiving", "thanksgiving"},
                            {"orthodox christmas", "orthodox christmas"},
                            {"christmas eve", "christmas eve"},
                            {"christmas day", "christmas"},
                            {"christmas", "christmas"},
                            {"boxing day", "boxing day"},
                            {"new year 's eve", "new year's eve"},
                            {"new year ’s eve", "new year's eve"},
                            {"new year 's day", "new year's day"},
                            {"new year ’s day", "new year's day"},
                            {"may day", "may day"},
                            {"labour day", "may day"},
                            {"palm sunday", "palm sunday"},
                            {"good friday", "good friday"},
                            {"orthodox easter", "orthodox easter"},
                            {"easter sunday", "easter"},
                            {"easter monday", "easter monday"},
                            {"easter", "easter"},
                            {"passover", "passover"},
                            {"yom kippur", "yom kippur"},
                            {"rosh hashanah", "rosh hashanah"},
                            {"rosh hashana", "rosh hashanah"},
                            {"sukkot", "sukkot"},
                            {"simchat torah", "simchat torah"}};

constexpr Name kHijriMonths[] = {{"muharram", "1"},
                                 {"safar", "2"},
                                 {"rabi al - awwal", "3"},
                                 {"rabi ' al - awwal", "3"},
                                 {"rabi i", "3"},
                                 {"rabi al - thani", "4"},
                                 {"rabi ' al - thani", "4"},
                                 {"rabi ii", "4"},
                                 {"jumada al - ula", "5"},
                                 {"jumada i", "5"},
                                 {"jumada al - awwal", "5"},
                                 {"jumada al - thani", "6"},
                                 {"jumada al - akhira", "6"},
                                 {"jumada ii", "6"},
                                 {"rajab", "7"},
                                 {"shaaban", "8"},
                                 {"sha'ban", "8"},
                                 {"ramadan", "9"},
                                 {"shawwal", "10"},
                                 {"dhu al - qadah", "11"},
                                 {"dhul - qadah", "11"},
                                 {"dhul qadah", "11"},
                                 {"dhu al - hijjah", "12"},
                                 {"dhul - hijjah", "12"},
                                 {"dhul hijjah", "12"}};

}  // namespace

/// "summer 2014", "the spring of 2015", "last winter", "this summer", "over the summer".
TimeReader::Reading TimeReader::season(std::uint32_t i, std::uint32_t& end) const {
  const std::string_view w = word(i);
  if (!season_interval(w, year{2000})) return std::nullopt;
  const auto in_year = [&](int y) { return season_interval(w, year{y})->from; };
  std::uint32_t at = i + 1;
  if (word(at) == "of") ++at;
  if (const auto y = year_at(at)) return end = at + 1, stated(in_year(*y), Grain::season, "time.season");
  if (!is_one_of(i - 1, {"last", "this", "next", "in", "during", "since", "the", "early", "late", "until", "by",
                         "previous", "through"}) ||
      i == first_ ||
      (before(i) == "the" &&
       !is_one_of(i - 2, {"in", "during", "over", "since", "through", "throughout", "of", "until", "for"})) ||
      is_one_of(i + 1, {"offensive", "coat", "break", "camp"}))
    return std::nullopt;
  if ((w == "fall" || w == "spring") && !is_one_of(i - 1, {"last", "this", "next", "in"})) return std::nullopt;
  end = i + 1;
  const std::string value = timex(in_year(2000), Grain::season);
  if (!published_) return unknown("XXXX" + value.substr(4), "time.season-before-publication");
  const int now = int{year_month_day{*published_}.year()};
  if (before(i) == "next") {
    for (int y = now; y < now + 2; ++y)
      if (in_year(y) > *published_) return whole(in_year(y), Grain::season, "time.season-after-publication");
    return std::nullopt;
  }
  for (int y = now; y > now - 3; --y) {
    const Interval season = around(in_year(y), Grain::season);
    if (season.from > *published_ || (before(i) == "last" && season.to >= *published_)) continue;
    Found found = whole(season.from, Grain::season, "time.season-before-publication");
    const Date next = in_year(y + 1);
    found.ahead = Meaning{around(next, Grain::season), timex(next, Grain::season)};
    found.when = until_publication(season);
    return found;
  }
  return std::nullopt;
}

/// "Thanksgiving Day", "Eid al-Fitr", "during Ramadan 2016": without a year the last one before publication.
TimeReader::Reading TimeReader::feast(std::uint32_t i, std::uint32_t& end) const {
  if (!capital(i)) return std::nullopt;
  for (const Name& name : kFeasts) {
    std::uint32_t at = phrase_at(i, name.words);
    if (at == 0) continue;
    at += i;
    if (word(at) == "day") ++at;
    const auto found = [&](Interval when, std::string_view rule) {
      Found out{when, when.from == when.to ? timex(when.from, Grain::day) : timex(when), rule};
      return out;
    };
    if (const auto y = year_at(at)) {
      const auto when = feast_interval(name.key, year{*y});
      if (!when) return std::nullopt;
      end = at + 1;
      Found out = found(*when, "time.feast");
      out.stated = true;
      return out;
    }
    end = at;
    if (!published_) return unknown("XXXX-XX-XX", "time.feast-before-publication");
    const int now = int{year_month_day{*published_}.year()};
    std::optional<Interval> last, next;
    for (int y = now - 1; y <= now + 1; ++y)
      if (const auto when = feast_interval(name.key, year{y})) {
        if (when->from <= *published_) last = when;
        if (when->from > *published_ && !next) next = when;
      }
    if (!last) return unknown("XXXX-XX-XX", "time.feast-before-publication");
    Found out = found(*last, "time.feast-before-publication");
    if (next) out.ahead = Meaning{*next, found(*next, {}).value};
    out.when = until_publication(*last);
    return out;
  }
  return std::nullopt;
}

/// "12 Rajab 1438", "Muharram 1440 AH": by the calendar of Umm al-Qura, which can be a day off the moon sighted elsewhere.
TimeReader::Reading TimeReader::hijri(std::uint32_t i, std::uint32_t& end) const {
  std::uint32_t at = i;
  const auto day = day_at(at);
  if (day) ++at;
  if (is_one_of(at, {"of"}) && day) ++at;
  for (const Name& name : kHijriMonths) {
    const std::uint32_t n = capital(at) ? phrase_at(at, name.words) : 0;
    if (n == 0) continue;
    std::uint32_t rest = at + n;
    if (word(rest) == ",") ++rest;
    int hijri_year = 0;
    const std::string_view digits = word(rest);
    const bool dated = digits.size() == 4 &&
                       std::from_chars(digits.data(), digits.data() + 4, hijri_year).ptr == digits.data() + 4 &&
                       hijri_year >= 1300 && hijri_year < 1500;
    if (!dated && (!day || name.key == "9")) {
      if (!day) return std::nullopt;
      return end = at + n, unknown("XXXX-XX-XX", "time.hijri");
    }
    if (!dated) return end = at + n, unknown("XXXX-XX-XX", "time.hijri");
    end = rest + 1;
    if (is_one_of(end, {"ah", "a.h.", "h"})) ++end;
    unsigned month = 0;
    (void)std::from_chars(name.key.data(), name.key.data() + name.key.size(), month);
    if (!day) {
      const Interval when{islamic_day(hijri_year, month, 1), islamic_day(hijri_year, month + 1, 1) - days{1}};
      return Found{when, timex(when), "time.hijri", {}, false, {}, "APPROX"};
    }
    if (*day > 30) return unknown("XXXX-XX-XX", "time.no-such-day");
    const Date date = islamic_day(hijri_year, month, *day);
    return Found{Interval{date - days{1}, date + days{1}}, to_iso(date), "time.hijri", {}, false, {}, "APPROX"};
  }
  return std::nullopt;
}

void TimeReader::heed_old_style(Found& date, std::uint32_t& end) const {
  if (!date.when || date.when->from != date.when->to) return;
  std::uint32_t at = end;
  const bool bracket = word(at) == "(";
  if (bracket) ++at;
  std::uint32_t n = 0;
  for (std::string_view style : {"old style", "o.s.", "os", "julian calendar", "julian"})
    if (n == 0) n = phrase_at(at, style);
  if (n == 0 || (bracket && word(at + n) != ")") || (!bracket && !capital(at))) return;
  end = at + n + (bracket ? 1 : 0);
  const Date day = date.when->from + days{julian_lag_days(date.when->from)};
  date.when = Interval{day, day};
  date.value = to_iso(day);
  date.rule = "time.julian";
  date.stated = false;
}

}  // namespace attest
