// Reads the expressions of time of a document, one grammar in several files: times.cpp (the pass over the text, spans
// with two ends, parts of a whole), times_of_day.cpp ("the night of", "16:00 UTC on"), calendar_dates.cpp (dates with the
// name of a month), numeric_dates.cpp (dates in figures), years.cpp (years, decades, centuries), named_days.cpp (seasons,
// feasts, other calendars), relative_times.cpp (weekdays, "last week"), durations.cpp ("for three days", "two weeks ago", "a year later").
#pragma once

#include "annotate/mentions.hpp"
#include "annotate/timex.hpp"

namespace attest {

class TimeReader {
 public:
  TimeReader(const Document& document, const Analysis& analysis);

  std::vector<TimeMention> all();

 private:
  struct Meaning {
    Interval when;
    std::string value;
  };
  struct Found {
    std::optional<Interval> when;
    std::string value;
    std::string_view rule;
    std::optional<Grain> grain = {};  // of a whole that parts can be taken of
    bool stated = false;
    std::optional<Meaning> ahead = {};  // what the words mean in a plan
    std::string_view mod = {};
    bool about_event = false;  // "since the siege began in May": the date inside is read on its own, too
  };
  struct Amount {
    int count = 0;         // 0: "days", "months"
    char unit = 'D';       // H, D, W, M or Y, as in P3D
    std::string_view mod;  // "more than two years"
    std::string value;     // P3D
    bool few = false;      // "a few", "several"
  };
  /// Each reader looks at token `i` and, where it finds something, sets `end` to the token after it.
  using Reading = std::optional<Found>;

  // times.cpp
  Reading read(std::uint32_t i, std::uint32_t& end);
  Reading since(std::uint32_t i, std::uint32_t& end);
  Reading since_event(std::uint32_t i, std::uint32_t& end);
  Reading between(std::uint32_t i, std::uint32_t& end);
  Reading joined(Found first, std::uint32_t& end);
  Reading point(std::uint32_t i, std::uint32_t& end);

  // parts_of_periods.cpp
  Reading part(std::uint32_t i, std::uint32_t& end);
  Reading ordinal_part(std::uint32_t i, std::uint32_t& end);
  Reading months_of_year(std::uint32_t i, std::uint32_t& end);
  Reading weekend_of(std::uint32_t i, std::uint32_t& end);

  // times_of_day.cpp
  Reading part_of_day(std::uint32_t i, std::uint32_t& end);
  Reading repeated(std::uint32_t i, std::uint32_t& end);

  // calendar_dates.cpp
  Reading calendar(std::uint32_t i, std::uint32_t& end);
  Reading day_first(std::uint32_t i, std::uint32_t& end);
  Reading month_first(std::uint32_t i, std::uint32_t& end);
  Reading with_day(unsigned month, unsigned day, std::optional<unsigned> last_day, std::uint32_t at,
                   std::uint32_t& end);
  Reading bare_day(std::uint32_t i, std::uint32_t& end) const;
  /// A day of a month whose year is not said: that of the text's last date, or the nearest that fits the tense.
  [[nodiscard]] Reading dated(unsigned month, unsigned day, std::uint32_t at) const;
  [[nodiscard]] Reading month_of_no_year(unsigned month, std::uint32_t at) const;

  // numeric_dates.cpp
  Reading numeric(std::uint32_t i, std::uint32_t& end) const;

  // years.cpp
  Reading bare_year(std::uint32_t i, std::uint32_t& end) const;
  Reading end_of_years(std::uint32_t i, std::uint32_t& end) const;
  Reading year_of_era(std::uint32_t i, std::uint32_t& end) const;
  [[nodiscard]] bool is_one_of_two_years(std::uint32_t i) const;
  Reading decade(std::uint32_t i, std::uint32_t& end) const;
  Reading century(std::uint32_t i, std::uint32_t& end) const;

  // named_days.cpp
  Reading season(std::uint32_t i, std::uint32_t& end) const;
  Reading feast(std::uint32_t i, std::uint32_t& end) const;
  Reading hijri(std::uint32_t i, std::uint32_t& end) const;
  /// "(Old Style)" after a date: the date is Julian.
  void heed_old_style(Found& date, std::uint32_t& end) const;

  // relative_times.cpp
  Reading relative(std::uint32_t i, std::uint32_t& end);
  Reading weekday(std::uint32_t i, std::uint32_t& end);
  Reading overnight(std::uint32_t i, std::uint32_t& end);
  Reading phrase(std::uint32_t i, std::uint32_t& end) const;
  /// "Today the quarter still has ...": not the day, but these times.
  [[nodiscard]] bool means_nowadays(std::uint32_t i, std::uint32_t end) const;

  // durations.cpp
  Reading past_span(std::uint32_t i, std::uint32_t& end) const;
  Reading coming_span(std::uint32_t i, std::uint32_t& end) const;
  Reading amount_of_time(std::uint32_t i, std::uint32_t& end) const;
  Reading from_anchor(std::uint32_t i, std::uint32_t& end) const;
  Reading beside_anchor(std::uint32_t i, std::uint32_t& end) const;
  [[nodiscard]] Reading ago(const Amount& amount) const;

  /// "two weeks", "more than a year", "several days"; "months" only where `bare`.
  [[nodiscard]] std::optional<Amount> amount(std::uint32_t i, std::uint32_t& end, bool bare) const;
  [[nodiscard]] static Date moved(Date from, const Amount& amount, int sign);

  [[nodiscard]] std::string_view word(std::uint32_t i) const {
    return i >= first_ && i < last_ ? analysis_.word(i) : std::string_view();
  }
  [[nodiscard]] std::string_view before(std::uint32_t i) const {
    return i > first_ ? analysis_.word(i - 1) : std::string_view();
  }
  [[nodiscard]] bool capital(std::uint32_t i) const;
  [[nodiscard]] bool is_one_of(std::uint32_t i, std::initializer_list<std::string_view> words) const;
  /// Tokens of `phrase` at `i`: how many, or 0.
  [[nodiscard]] std::uint32_t phrase_at(std::uint32_t i, std::string_view phrase) const;
  [[nodiscard]] std::optional<int> year_at(std::uint32_t i) const;
  [[nodiscard]] std::optional<unsigned> day_at(std::uint32_t i) const;
  /// The end of "morning", "night" and the like at `i`; adds their mark to the value ("TNI").
  std::uint32_t take_day_part(std::uint32_t i, Found& day) const;
  /// Is the sentence about what lies ahead; does it tell of the past?
  [[nodiscard]] bool looks_ahead(std::uint32_t i, std::uint32_t end) const;
  [[nodiscard]] bool looks_back(std::uint32_t i) const;
  struct Anchor {
    Interval when;
    std::uint32_t sentence = 0;
  };
  /// The last single day, or the last day, month or year, that the text has set, if it stands near.
  [[nodiscard]] std::optional<Interval> last_day() const { return near(day_); }
  [[nodiscard]] std::optional<Interval> last_date() const { return near(date_); }
  [[nodiscard]] std::optional<Interval> near(const std::optional<Anchor>& anchor) const;
  /// The year of the account that the text is giving, where it is not that of publication.
  [[nodiscard]] std::optional<int> year_of_text() const;
  [[nodiscard]] bool mostly_of_other_years() const;

  [[nodiscard]] static Found whole(Date day, Grain grain, std::string_view rule);
  [[nodiscard]] static Found stated(Date day, Grain grain, std::string_view rule);
  [[nodiscard]] static Found unknown(std::string_view value, std::string_view rule);
  [[nodiscard]] Interval until_publication(Interval interval) const;
  /// Makes of a whole the part that words like "the first ten days of" tell of.
  void narrow_to(Found& whole, Interval part) const;

  const Document& document_;
  const Analysis& analysis_;
  std::optional<Date> published_;
  std::optional<Anchor> day_, date_;   // "three days later", "that year" count from them
  std::optional<Anchor> year_;         // the last date that said its year
  bool tells_of_other_years_ = false;  // a history: its years are not those around publication
  std::uint32_t sentence_ = 0, first_ = 0, last_ = 0;
};

}  // namespace attest
