// Reads the expressions of time of a document, one grammar in three files: times.cpp (the pass over the text, spans
// with two ends), calendar_dates.cpp (dates, months, years, feasts), relative_times.cpp (weekdays, "two weeks ago").
#pragma once

#include "annotate/mentions.hpp"

namespace attest {

class TimeReader {
 public:
  TimeReader(const Document& document, const Analysis& analysis);

  std::vector<TimeMention> all();

 private:
  struct Found {
    Date from, to;
    std::string_view rule;
    std::optional<Interval> ahead;  // what the words mean in a plan
  };
  /// Each reader looks at token `i` and, where it finds something, sets `end` to the token after it.
  using Reading = std::optional<Found>;

  // times.cpp
  Reading read(std::uint32_t i, std::uint32_t& end);
  Reading since(std::uint32_t i, std::uint32_t& end);
  Reading between(std::uint32_t i, std::uint32_t& end);
  Reading point(std::uint32_t i, std::uint32_t& end);
  Reading part(std::uint32_t i, std::uint32_t& end);
  Reading ordinal_week(std::uint32_t i, std::uint32_t& end);

  // calendar_dates.cpp
  Reading calendar(std::uint32_t i, std::uint32_t& end);
  Reading numeric(std::uint32_t i, std::uint32_t& end) const;
  Reading day_first(std::uint32_t i, std::uint32_t& end);
  Reading month_first(std::uint32_t i, std::uint32_t& end);
  Reading bare_year(std::uint32_t i, std::uint32_t& end) const;
  Reading season(std::uint32_t i, std::uint32_t& end) const;
  Reading feast(std::uint32_t i, std::uint32_t& end) const;

  // relative_times.cpp
  Reading weekday(std::uint32_t i, std::uint32_t& end);
  Reading relative(std::uint32_t i, std::uint32_t& end);
  Reading named_span(std::uint32_t i, std::uint32_t& end) const;
  Reading past_span(std::uint32_t i, std::uint32_t& end) const;
  Reading duration(std::uint32_t i, std::uint32_t& end) const;
  Reading ago(std::uint32_t i, std::uint32_t& end) const;
  Reading from_anchor(std::uint32_t i, std::uint32_t& end) const;

  [[nodiscard]] std::string_view word(std::uint32_t i) const {
    return i >= first_ && i < last_ ? analysis_.word(i) : std::string_view();
  }
  [[nodiscard]] std::string_view before(std::uint32_t i) const {
    return i > first_ ? analysis_.word(i - 1) : std::string_view();
  }
  [[nodiscard]] bool looks_ahead(std::uint32_t i, std::uint32_t end) const;
  [[nodiscard]] bool capital(std::uint32_t i) const;
  [[nodiscard]] bool is_one_of(std::uint32_t i, std::initializer_list<std::string_view> words) const;
  /// Tokens of `phrase` at `i`: how many, or 0.
  [[nodiscard]] std::uint32_t phrase_at(std::uint32_t i, std::string_view phrase) const;
  [[nodiscard]] std::optional<int> year_at(std::uint32_t i) const;
  [[nodiscard]] std::optional<unsigned> day_at(std::uint32_t i) const;
  /// The end of "morning", "night" and the like at `i`.
  [[nodiscard]] std::uint32_t after_day_part(std::uint32_t i) const;

  /// A day of a month whose year is not said: the latest not after publication, or in the year of the text's anchor.
  [[nodiscard]] Reading dated(unsigned month, unsigned day) const;
  [[nodiscard]] Reading month_of_no_year(unsigned month) const;
  [[nodiscard]] std::optional<Interval> span_back(int count, std::string_view unit) const;
  [[nodiscard]] static Date back_months(Date from, int count);

  const Document& document_;
  const Analysis& analysis_;
  std::optional<Date> published_;
  std::optional<Date> anchor_;  // the last single day that the text has named: "three days later" counts from it
  std::uint32_t first_ = 0, last_ = 0;
  std::uint32_t skip_to_ = 0;  // after a date that no calendar has: its month alone says nothing
};

}  // namespace attest
