#include "annotate/time_reader.hpp"

namespace attest {

std::uint32_t TimeReader::take_day_part(std::uint32_t i, Found& day) const {
  static constexpr std::pair<std::string_view, std::string_view> parts[] = {
      {"morning", "TMO"}, {"dawn", "TMO"},  {"noon", "T12:00"},    {"afternoon", "TAF"},
      {"evening", "TEV"}, {"night", "TNI"}, {"midnight", "T24:00"}};
  for (const auto& [name, mark] : parts)
    if (word(i) == name) {
      day.value += mark;
      return i + 1;
    }
  return i;
}

/// "the night of 12 March", "the night between Sunday and Monday", "after midnight on Friday", "16:00 UTC today".
TimeReader::Reading TimeReader::part_of_day(std::uint32_t i, std::uint32_t& end) {
  Found mark;
  std::uint32_t at = take_day_part(i, mark);
  const std::string_view clock = word(i);
  std::uint32_t alone = 0;  // a clock time with its zone needs no day beside it
  if (at == i) {
    const std::size_t colon = clock.find(':');
    const bool figures = !clock.empty() && clock.front() >= '0' && clock.front() <= '9';
    const bool half_day = is_one_of(i + 1, {"am", "pm", "a.m.", "p.m.", "a.m", "p.m"});  // "4 p.m."
    if (!figures || colon == 0 || (colon == std::string_view::npos && !half_day)) return std::nullopt;
    at = i + 1;
    mark.value = colon == 2 && clock.size() == 5 ? "T" + std::string(clock) : "";
    const std::uint32_t zone = at;
    while (is_one_of(at,
                     {"utc", "gmt", "am",  "pm",   "a.m.", "p.m.", "local", "time", "hours", "a.m", "p.m", "est", "edt",
                      "et",  "bst", "cet", "cest", "eet",  "eest", "msk",   "ist",  "jst",   "pst", "pdt", "hkt"}))
      ++at;
    if (zone < at) alone = at;
  }
  if (word(i) == "midnight" && before(i) == "after" && published_ && !is_one_of(at, {"on", "of", ",", "local"}) &&
      !weekday_of(word(at))) {
    end = at;  // of the night to publication
    Found found = whole(*published_, Grain::day, "time.overnight");
    found.value += "TNI";
    return found;
  }
  const bool night = word(i) == "night";
  if (word(at) == "between" || (word(at) == "of" && day_at(at + 1) && is_one_of(at + 2, {"to", "-", "–"}))) {
    std::uint32_t rest = at;
    if (Reading both = night ? between(at, rest) : std::nullopt;
        both && both->when && (both->when->to - both->when->from).count() == 1)
      return end = rest, both;
  }
  while (is_one_of(at, {"of", "on", ",", "the"})) ++at;
  std::uint32_t rest = at;
  Reading day = calendar(at, rest);
  if (!day) day = relative(at, rest);
  if (day && rest > at && day->when && day->value.find('T') != std::string::npos)
    return end = rest, day;  // "11pm on Tuesday night"
  if (!day || rest == at || day->value.find('T') != std::string::npos) {
    if (alone == 0) return std::nullopt;
    end = alone;
    // Of the day that the text is at, else of the report's own.
    const auto day_of_text = last_day();
    Found found = unknown("XXXX-XX-XX", "time.of-day");
    if (day_of_text) found = whole(day_of_text->from, Grain::day, "time.of-day");
    if (!day_of_text && published_) found = whole(*published_, Grain::day, "time.today");
    found.value += mark.value;
    return found;
  }
  if (night && day->when && (day->when->to - day->when->from).count() == 1 && !day->grain) return end = rest, day;
  if (day->grain != Grain::day && day->when) return std::nullopt;
  if (!day->when && day->value.starts_with('P')) return std::nullopt;
  end = rest;
  day->value += mark.value;
  if (day->ahead) day->ahead->value += mark.value;
  return day;
}

/// "every Friday", "each year": no day of its own.
TimeReader::Reading TimeReader::repeated(std::uint32_t i, std::uint32_t& end) {
  std::uint32_t at = i + 1;
  if (const auto day = weekday_of(word(at)); day && capital(at))
    return end = at + 1, unknown("XXXX-WXX-" + std::to_string(day->iso_encoding()), "time.repeated");
  if (const auto month = month_number(word(at)); month && capital(at)) {
    std::string value = "XXXX-00";
    value[5] = static_cast<char>('0' + *month / 10);
    value[6] = static_cast<char>('0' + *month % 10);
    return end = at + 1, unknown(value, "time.repeated");
  }
  if (const auto each = amount(at, end, false)) return unknown(each->value, "time.repeated");
  for (const auto& [name, value] :
       {std::pair("day", "P1D"), {"week", "P1W"}, {"month", "P1M"}, {"year", "P1Y"}, {"night", "P1D"}})
    if (word(at) == name) return end = at + 1, unknown(value, "time.repeated");
  return std::nullopt;
}

}  // namespace attest
