#include <algorithm>

#include "annotate/time_reader.hpp"

namespace attest {

using std::chrono::days;
using std::chrono::year_month_day;

namespace {

/// What a fixed phrase means: the day, week, month … `shift` after that of publication, or a stretch beside it.
enum class Edge : std::uint8_t {
  whole,    // all of it
  so_far,   // from its start to publication
  to_come,  // from publication to its end
  both      // so far; in a plan all that is to come
};

struct Phrase {
  std::string_view words, rule;
  Grain grain;
  int shift;
  Edge edge = Edge::whole;
  std::string_view mark = {};  // the time of day
};

constexpr Phrase kPhrases[] = {
    {"earlier today", "time.today", Grain::day, 0},
    {"later today", "time.today", Grain::day, 0},
    {"today", "time.today", Grain::day, 0},
    {"tonight", "time.today", Grain::day, 0, Edge::whole, "TNI"},
    {"this morning", "time.today", Grain::day, 0, Edge::whole, "TMO"},
    {"this afternoon", "time.today", Grain::day, 0, Edge::whole, "TAF"},
    {"this evening", "time.today", Grain::day, 0, Edge::whole, "TEV"},
    {"the day before yesterday", "time.yesterday", Grain::day, -2},
    {"yesterday", "time.yesterday", Grain::day, -1},
    {"last night", "time.yesterday", Grain::day, -1, Edge::whole, "TNI"},
    {"the other day", "time.yesterday", Grain::day, -1},
    {"the day after tomorrow", "time.tomorrow", Grain::day, 2},
    {"tomorrow", "time.tomorrow", Grain::day, 1},
    {"last weekend", "time.weekend", Grain::weekend, 0},
    {"this weekend", "time.weekend", Grain::weekend, 0},
    {"this past weekend", "time.weekend", Grain::weekend, 0},
    {"the past weekend", "time.weekend", Grain::weekend, 0},
    {"next weekend", "time.weekend", Grain::weekend, 1},
    {"the weekend", "time.weekend", Grain::weekend, 0},
    {"earlier this week", "time.this-week", Grain::week, 0, Edge::so_far},
    {"later this week", "time.this-week", Grain::week, 0, Edge::to_come},
    {"this week", "time.this-week", Grain::week, 0, Edge::both},
    {"the week before last", "time.last-week", Grain::week, -2},
    {"last week", "time.last-week", Grain::week, -1},
    {"next week", "time.next-week", Grain::week, 1},
    {"earlier this month", "time.this-month", Grain::month, 0, Edge::so_far},
    {"later this month", "time.this-month", Grain::month, 0, Edge::to_come},
    {"this month", "time.this-month", Grain::month, 0, Edge::both},
    {"the month before last", "time.last-month", Grain::month, -2},
    {"last month", "time.last-month", Grain::month, -1},
    {"next month", "time.next-month", Grain::month, 1},
    {"earlier this year", "time.this-year", Grain::year, 0, Edge::so_far},
    {"so far this year", "time.this-year", Grain::year, 0, Edge::so_far},
    {"later this year", "time.this-year", Grain::year, 0, Edge::to_come},
    {"this year", "time.this-year", Grain::year, 0, Edge::both},
    {"the year before last", "time.last-year", Grain::year, -2},
    {"last year", "time.last-year", Grain::year, -1},
    {"next year", "time.next-year", Grain::year, 1},
};

/// The day of publication moved by whole units of `grain`; of months, to the first.
Date moved_by(Date day, Grain grain, int shift) {
  if (grain == Grain::day) return day + days{shift};
  if (grain == Grain::week || grain == Grain::weekend) return day + days{7L * shift};
  const year_month_day ymd{day};
  const int by = grain == Grain::year ? 12 * shift : shift;
  return Date{(std::chrono::year_month{ymd.year(), ymd.month()} + std::chrono::months{by}) / 1};
}

}  // namespace

/// "Wednesday", "Saturday night", "Monday, Dec. 26", "last Friday", "next Sunday", "Friday of last week".
TimeReader::Reading TimeReader::weekday(std::uint32_t i, std::uint32_t& end) {
  const auto named = weekday_of(word(i));
  if (!named || !capital(i)) return std::nullopt;
  Found parted;
  std::uint32_t at = take_day_part(i + 1, parted);
  const std::uint32_t after = at;
  if (is_one_of(at, {",", "("})) ++at;
  if (word(at) == "the") ++at;
  std::uint32_t rest = at;
  if (Reading date = calendar(at, rest); date && rest > at && date->grain == Grain::day) {
    end = word(after) == "(" && word(rest) == ")" ? rest + 1 : rest;
    date->value += parted.value;
    return date;
  }
  end = after;
  const unsigned iso = named->iso_encoding();
  if (!published_) return unknown("XXXX-WXX-" + std::to_string(iso) + parted.value, "time.weekday-before-publication");
  const Date now = *published_;
  const auto on = [&](Date date, std::string_view rule) {
    Found found = whole(date, Grain::day, rule);
    found.value += parted.value;
    return found;
  };
  for (std::string_view last : {"last week", "of last week"})
    if (const auto n = phrase_at(after, last))
      return end = after + n,
             on(around(now, Grain::week).from - days{7} + days{static_cast<int>(iso) - 1}, "time.last-week");
  const auto back = (std::chrono::weekday{now} - *named).count();
  const Date next = now + days{7 - back}, ahead = back == 0 ? now : next;
  if (is_one_of(i - 1, {"next", "coming"}) && i > first_) return on(next, "time.weekday-after-publication");
  const Date date = before(i) == "last" && back == 0 ? now - days{7} : now - days{back};
  Found found = on(date, "time.weekday-before-publication");
  found.ahead = Meaning{{ahead, ahead}, to_iso(ahead) + parted.value};
  return found;
}

/// "overnight": the night to the day of publication. "overnight into Friday", "Friday overnight", "overnight on Friday".
TimeReader::Reading TimeReader::overnight(std::uint32_t i, std::uint32_t& end) {
  if (word(i) != "overnight") return std::nullopt;
  std::uint32_t at = i + 1;
  const bool into = is_one_of(at, {"into", "to"});
  if (into || is_one_of(at, {"on", "from"})) ++at;
  std::uint32_t rest = at;
  const auto night = [&](Interval when, std::string_view rule) { return Found{when, to_iso(when.from) + "TNI", rule}; };
  if (const Reading day = weekday(at, rest); day && rest > at && day->when && day->grain == Grain::day) {
    end = rest;
    const Date date = day->when->from;
    std::uint32_t second = rest + 1;
    if (is_one_of(rest, {"to", "into"}))
      if (const Reading next = weekday(second, second); next && second > rest + 1 && next->when) end = second;
    if (into) return night({date - days{1}, date}, day->rule);
    return night({date, published_ ? std::min(date + days{1}, *published_) : date + days{1}}, day->rule);
  }
  end = i + 1;
  if (!published_) return unknown("XXXX-XX-XXTNI", "time.overnight");
  return night({*published_ - days{1}, *published_}, "time.overnight");
}

bool TimeReader::means_nowadays(std::uint32_t i, std::uint32_t end) const {
  if (is_one_of(i - 1, {"known", "used", "use", "seen", "live", "exists", "survives", "continues"}) && i > first_)
    return true;
  if (i > first_ + 1 && is_one_of(i - 1, {"is", "are"}) && is_one_of(i - 2, {"what", "it", "they"})) return true;
  const auto is_participle = [&](std::uint32_t k) {
    return word(k).ends_with("ed") || word(k).ends_with("en") ||
           is_one_of(k, {"become", "begun", "won", "lost", "left"});
  };
  bool still = false;
  for (std::uint32_t k = first_; k < last_; ++k) {
    const std::string_view w = word(k);
    if (is_one_of(k, {"i", "we", "our", "my", "you", "said", "says", "will", "going", "”", "\""})) return false;
    if (w == "still" || (w == "than" && word(k + 1) == "ever")) still = true;
    const bool passive = k > first_ && is_one_of(k - 1, {"is", "are", "be", "being"});
    const bool past = is_one_of(k, {"was", "were", "had", "did"}) ||
                      (is_one_of(k, {"has", "have"}) && is_participle(k + 1)) ||
                      (w.size() > 4 && w.ends_with("ed") && !passive);
    if (past && k >= i) return false;
  }
  if (still) return true;
  return i == first_ && end < last_ && !is_one_of(end, {"is", "'s", "’s"});
}

/// "yesterday", "this week", "later this year", "now": fixed phrases.
TimeReader::Reading TimeReader::phrase(std::uint32_t i, std::uint32_t& end) const {
  for (std::string_view now : {"now", "currently", "at present", "at the moment"})
    if (const auto n = phrase_at(i, now)) {
      end = i + n;
      if (!published_) return unknown("PRESENT_REF", "time.today");
      return Found{Interval{*published_, *published_}, "PRESENT_REF", "time.today"};
    }
  for (const Phrase& p : kPhrases) {
    const std::uint32_t n = phrase_at(i, p.words);
    if (n == 0) continue;
    Found found = unknown(std::string(unknown_timex(p.grain)), p.rule);
    end = take_day_part(i + n, found);
    if (!published_) return found;
    const Date now = *published_;
    Date day = moved_by(now, p.grain, p.shift);
    if (p.grain == Grain::weekend && p.shift == 0) {  // the one that has begun; on a Saturday "last weekend" is over
      const bool begun = around(now, Grain::weekend).from <= now;
      if (!begun || (p.words.starts_with("last") && around(now, Grain::weekend).from == now)) day -= days{7};
    }
    const std::string mark = found.value.substr(unknown_timex(p.grain).size());
    found = whole(day, p.grain, p.rule);
    if (p.words == "today" && means_nowadays(i, end)) {
      found.value = "PRESENT_REF";
      return found;
    }
    found.value += mark.empty() ? std::string(p.mark) : mark;
    Interval& when = *found.when;
    const Interval all = when;
    switch (p.edge) {
      case Edge::whole:
        if (p.shift <= 0) when = until_publication(when);
        break;
      case Edge::so_far:
        when.to = now;
        break;
      case Edge::to_come:
        when.from = now;
        break;
      case Edge::both:
        when.to = now;
        found.ahead = Meaning{p.grain == Grain::week ? Interval{now, all.to} : all, found.value};
        break;
    }
    if (p.grain == Grain::weekend && p.shift == 0 && p.words.starts_with("this"))
      found.ahead = Meaning{around(now, Grain::weekend), timex(now, Grain::weekend)};
    // "the last week" ends today, "last week" on Sunday
    if (p.shift == -1 && before(i) == "the" && p.words.starts_with("last")) {
      const Amount one{1, p.grain == Grain::week ? 'W' : p.grain == Grain::month ? 'M' : 'Y', {}, {}, false};
      when = p.grain == Grain::day ? when : Interval{moved(now, one, -1), now};
      if (p.grain != Grain::day) found.value = std::string("P1") + one.unit, found.rule = "time.past-span";
    }
    if (const auto alone = phrase_at(end, "alone"); alone != 0 && p.words == "last week") {
      when = {now - days{7}, now};
      found.value = "P1W";
      found.rule = "time.past-span";
      ++end;
    }
    return found;
  }
  return std::nullopt;
}

TimeReader::Reading TimeReader::relative(std::uint32_t i, std::uint32_t& end) {
  if (i >= last_) return std::nullopt;
  if (Reading day = weekday(i, end)) return day;
  if (Reading night = overnight(i, end)) return night;
  if (Reading counted = from_anchor(i, end)) return counted;
  if (Reading named = phrase(i, end)) return named;
  if (Reading span = past_span(i, end)) return span;
  if (Reading span = coming_span(i, end)) return span;
  return amount_of_time(i, end);
}

}  // namespace attest
