// Parts of a period: "mid-2014", "the end of March", "the first half of 2017", "the first six months of 2024".
#include <algorithm>

#include "annotate/time_reader.hpp"

namespace attest {

using std::chrono::days;
using std::chrono::year;
using std::chrono::year_month_day;

/// "early March", "mid-2014", "the end of last month", "late on Wednesday".
TimeReader::Reading TimeReader::part(std::uint32_t i, std::uint32_t& end) {
  std::uint32_t word_at = i;
  if (word(i) == "the" && is_one_of(i + 1, {"beginning", "start", "middle", "end", "early", "mid", "late"})) ++word_at;
  const std::string_view w = word(word_at);
  std::uint32_t at = word_at + 1;
  const bool noun = w == "beginning" || w == "start" || w == "middle" || w == "end";
  if (!noun && w != "early" && w != "mid" && w != "late") return std::nullopt;
  if (noun && word(at) != "of") return std::nullopt;
  while (is_one_of(at, {"-", "of", "on", "in"}) || (word(at) == "the" && !is_one_of(at + 1, {"week", "month", "year"})))
    ++at;
  std::uint32_t rest = at;
  Reading of = calendar(at, rest);
  if (!of) of = relative(at, rest);
  if (!of && published_)
    for (const auto& [name, grain] :
         {std::pair("the week", Grain::week), {"the month", Grain::month}, {"the year", Grain::year}})
      if (const auto n = phrase_at(at, name))
        rest = at + n, of = whole(*published_, grain, "time.part-of-month-or-year");
  if (!of || rest == at || !of->grain) return std::nullopt;
  end = rest;
  const std::string_view mod = w == "mid" || w == "middle" ? "MID" : w == "late" || w == "end" ? "END" : "START";
  of->mod = mod;
  if (!of->when) return of;
  const auto narrow = [&](Interval all) {
    if (*of->grain != Grain::week && *of->grain != Grain::weekend) return part_of(all, w);
    if (*of->grain == Grain::weekend) return all;
    if (mod == "END") return Interval{all.to - days{2}, all.to};  // "late last week": Friday to Sunday
    return mod == "START" ? Interval{all.from, all.from + days{2}} : Interval{all.from + days{1}, all.from + days{3}};
  };
  if (*of->grain == Grain::day) return of;
  const Grain grain = *of->grain;
  const bool plan = of->when->from == published_ && of->ahead.has_value();
  const Interval all = of->stated || !plan ? around(of->when->from, grain) : around(of->ahead->when.from, grain);
  if (of->ahead) of->ahead = Meaning{narrow(around(of->ahead->when.from, grain)), of->ahead->value};
  Interval narrowed = narrow(all);
  if (!of->stated && !looks_ahead(i, end)) narrowed = until_publication(narrowed);
  of->when = narrowed;
  if (!of->stated) of->rule = grain == Grain::week ? "time.part-of-week" : "time.part-of-month-or-year";
  of->grain.reset();
  return of;
}

void TimeReader::narrow_to(Found& whole, Interval part) const {
  whole.when = until_publication(part);
  whole.value = timex(*whole.when);
  whole.rule = "time.part-of-month-or-year";
  whole.grain.reset();
  whole.ahead.reset();
}

/// "the first week of August", "the first half of 2017", "the second quarter of 2016", "the third quarter", "the first
/// ten days of March".
TimeReader::Reading TimeReader::ordinal_part(std::uint32_t i, std::uint32_t& end) {
  static constexpr std::string_view ordinals[] = {"first", "second", "third", "fourth"};
  const auto* found = std::ranges::find(ordinals, word(i));
  const bool last = is_one_of(i, {"last", "final"});
  if (found == std::end(ordinals) && !last) return std::nullopt;
  const auto nth = last ? 3 : static_cast<int>(found - std::begin(ordinals));
  std::uint32_t at = i + 1;
  if (word(at) == "-") ++at;
  const std::string_view unit = word(at);
  const auto number = small_number(unit);
  const bool weeks = word(at + 1) == "weeks";
  const bool some_days =
      number && *number > 1 && *number < (weeks ? 5 : 30) && (weeks || word(at + 1) == "days") && word(at + 2) == "of";
  if (!some_days && unit != "week" && unit != "half" && unit != "quarter") return std::nullopt;
  const Grain grain = unit == "half" ? Grain::half : Grain::quarter;
  std::uint32_t rest = at + 1;
  Reading of;
  const std::uint32_t year_after = is_one_of(at + 1, {"of", "in"}) ? at + 2 : at + 1;
  if (some_days || is_one_of(at + 1, {"of", "in"}) || year_at(at + 1)) {
    const std::uint32_t start = some_days ? at + 3 : year_after;
    rest = word(start) == "the" ? start + 1 : start;
    const std::uint32_t from = rest;
    of = calendar(from, rest);
    if (!of && year_at(from))
      rest = from + 1, of = stated(Date{year{*year_at(from)} / 1 / 1}, Grain::year, "time.year");
    if (!of) of = relative(from, rest);
    if (rest == from) of.reset();
  }
  if (unit != "week" && !some_days) {
    const int size = grain == Grain::half ? 6 : 3;
    const int skipped = std::min(nth * size, 12 - size);
    const auto start_in = [&](year y) { return Date{(y / std::chrono::January + std::chrono::months{skipped}) / 1}; };
    if (of && of->when && of->grain == Grain::year) {
      Found out = whole(start_in(year_month_day{of->when->from}.year()), grain, of->stated ? "time.quarter" : of->rule);
      out.stated = of->stated;
      return end = rest, out;
    }
    if (last && !of && grain == Grain::quarter && word(i) == "last" && published_) {
      end = at + 1;
      return whole(around(*published_, grain).from - days{1}, grain, "time.quarter-before-publication");
    }
    if (of || grain == Grain::half || last) return std::nullopt;
    end = at + 1;
    if (!published_) return unknown(unknown_timex(grain), "time.quarter-before-publication");
    const year now = year_month_day{*published_}.year();
    const Date start = start_in(now), earlier = start_in(now - std::chrono::years{1});
    Found out = whole(start <= *published_ ? start : earlier, grain, "time.quarter-before-publication");
    if (start > *published_) out.ahead = Meaning{around(start, grain), timex(start, grain)};
    return out;
  }
  if (!of || !of->when || !of->grain) return std::nullopt;
  const Interval all = around(of->when->from, *of->grain);
  const long size = some_days && !weeks ? *number : some_days ? 7L * *number : 7L;
  const long length = (all.to - all.from).count() + 1;
  const long skip = last ? length - size : nth * size;
  if (skip < 0 || skip + size > length + 3) return std::nullopt;
  end = rest;
  const Date from = all.from + days{skip};
  narrow_to(*of, {from, std::min(from + days{size - 1}, all.to)});
  return of;
}

/// "the first six months of 2024", "the last three months of last year"
TimeReader::Reading TimeReader::months_of_year(std::uint32_t i, std::uint32_t& end) {
  const bool first = word(i) == "first";
  const auto number = small_number(word(i + 1));
  if ((!first && !is_one_of(i, {"last", "final"})) || !number || *number < 2 || *number > 11 ||
      word(i + 2) != "months" || !is_one_of(i + 3, {"of", "in"}))
    return std::nullopt;
  std::uint32_t rest = word(i + 4) == "the" ? i + 5 : i + 4;
  const std::uint32_t from = rest;
  Reading of;
  if (const auto y = year_at(from))
    of = stated(Date{year{*y} / 1 / 1}, Grain::year, "time.year"), rest = from + 1;
  else
    of = relative(from, rest);
  if (!of || !of->when || of->grain != Grain::year) return std::nullopt;
  end = rest;
  const year whose = year_month_day{of->when->from}.year();
  const auto length = std::chrono::months{*number};
  const auto begin =
      first ? whose / std::chrono::January : whose / std::chrono::January + (std::chrono::months{12} - length);
  narrow_to(*of, {Date{begin / 1}, Date{(begin + length) / 1} - days{1}});
  return of;
}

/// "the weekend of 11-12 October": the date says which.
TimeReader::Reading TimeReader::weekend_of(std::uint32_t i, std::uint32_t& end) {
  const std::uint32_t at = word(i) == "the" ? i + 1 : i;
  if (word(at) != "weekend" || word(at + 1) != "of") return std::nullopt;
  std::uint32_t rest = at + 2;
  Reading date = calendar(at + 2, rest);
  if (!date || rest == at + 2) return std::nullopt;
  end = rest;
  return date;
}

}  // namespace attest
