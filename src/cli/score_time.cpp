#include "cli/score_time.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "annotate/mentions.hpp"
#include "annotate/timex.hpp"
#include "cli/output.hpp"
#include "cli/time_corpus.hpp"
#include "language/evaluation.hpp"

namespace attest::cli {

namespace {

class Scorer {
 public:
  explicit Scorer(std::size_t errors) : errors_(errors) {}

  void add(const TimeDocument& gold) {
    const Document& document = gold.document;
    const Analysis analysis = analyse(document);
    const std::vector<TimeMention> found = find_times(document, analysis);
    std::vector<bool> used(found.size());
    for (const MarkedTime& marked : gold.times) {
      ++recognised_.gold;
      if (marked.when) ++value_.gold, ++equal_.gold, ++overlapping_.gold;
      std::size_t best = found.size();
      std::uint32_t most = 0;
      for (std::size_t i = 0; i < found.size(); ++i) {
        const Span span = bytes_of(analysis, found[i]);
        const std::uint32_t begin = std::max(span.begin, marked.span.begin), end = std::min(span.end, marked.span.end);
        const bool twice = marked.when && found[i].when == marked.when;  // "Sunday (March 4)", marked as two
        const bool free = !used[i] || is_range(found[i]) || twice;
        if (free && end > begin && end - begin > most) best = i, most = end - begin;
      }
      if (best == found.size()) {
        tell_of("missed", document, marked.span, marked.value, "");
        continue;
      }
      used[best] = true;
      ++recognised_.system, ++recognised_.correct;
      if (marked.when) compare(document, marked, found[best]);
    }
    for (std::size_t i = 0; i < found.size(); ++i) {
      if (used[i] || repeats_publication(document, found[i]) || (gold.dates_only && !is_date(found[i]))) continue;
      const Span words = bytes_of(analysis, found[i]);
      if (gold.dates_only && counts_hours(slice(document.text, words))) continue;
      if (std::ranges::any_of(gold.clock_times, [&](Span clock) { return clock.overlaps(words); })) continue;
      ++recognised_.system;
      if (found[i].when) ++value_.system, ++equal_.system, ++overlapping_.system;
      tell_of("extra", document, bytes_of(analysis, found[i]), "", found[i].value);
    }
  }

  [[nodiscard]] std::string result() const {
    std::string out = details_;
    out += fmt::format("{:<20}{:>8}{:>8}{:>9}{:>9}{:>9}{:>15}\n", "", "gold", "system", "prec.", "recall", "F1",
                       "of recognised");
    const auto row = [&](std::string_view name, const Score& score, std::size_t of) {
      out += fmt::format("{:<20}{:>8}{:>8}{:>9.2f}{:>9.2f}{:>9.2f}", name, score.gold, score.system,
                         100 * score.precision(), 100 * score.recall(), 100 * score.f1());
      out += of == 0 ? "\n"
                     : fmt::format("{:>15.2f}\n", 100.0 * static_cast<double>(score.correct) / static_cast<double>(of));
    };
    row("recognised", recognised_, 0);
    row("value equal", value_, dated_);
    row("interval equal", equal_, dated_);
    row("interval overlapping", overlapping_, dated_);
    return out;
  }

 private:
  static Span bytes_of(const Analysis& analysis, const TimeMention& time) {
    return {analysis.tokens[time.tokens.first].span.begin, analysis.tokens[time.tokens.last - 1].span.end};
  }

  /// The day of publication in the report's own heading, which neither corpus' measure is about.
  static bool repeats_publication(const Document& document, const TimeMention& time) {
    return document.published && time.when && time.stated && time.when->from == document.published->value &&
           time.when->to == document.published->value;
  }

  static bool is_range(const TimeMention& time) { return time.value.find('/') != std::string::npos; }

  /// Not a duration, nor "now".
  static bool is_date(const TimeMention& time) {
    return !time.value.starts_with('P') && time.value != "PRESENT_REF" && time.rule != "time.repeated";
  }

  /// "five hours earlier": a time of a day.
  static bool counts_hours(std::string_view words) {
    return words.find("hour") != std::string_view::npos || words.find("minute") != std::string_view::npos;
  }

  /// The days of an expression and those of its ends: the corpora mark "2014" in "since 2014" and "from 2012 to 2014".
  static std::vector<Interval> meanings(const TimeMention& time) {
    std::vector<Interval> out;
    if (time.when) out.push_back(*time.when);
    const std::string_view value = time.value;
    const std::size_t slash = value.find('/');
    for (std::string_view part :
         {value.substr(0, slash), slash == std::string_view::npos ? "" : value.substr(slash + 1)})
      if (time.when && (slash != std::string_view::npos || time.rule == "time.since"))
        if (const auto end = timex_interval(part)) out.push_back(*end);
    return out;
  }

  void compare(const Document& document, const MarkedTime& marked, const TimeMention& found) {
    ++dated_;
    const auto count = [&](Score& score, bool right) {
      if (found.when) ++score.system;
      if (right) ++score.correct;
    };
    const std::vector<Interval> all = meanings(found);
    const bool equal = std::ranges::find(all, *marked.when) != all.end();
    count(value_, equal || (found.when && same_value(found, marked)));
    count(equal_, equal);
    count(overlapping_, std::ranges::any_of(all, [&](const Interval& when) {
            return when.from <= marked.when->to && when.to >= marked.when->from;
          }));
    if (!equal)
      tell_of("differs", document, marked.span, marked.value,
              found.when ? fmt::format("{} {}/{} {}", found.value, to_iso(found.when->from), to_iso(found.when->to),
                                       found.rule)
                         : fmt::format("{} {}", found.value, found.rule));
  }

  /// The same days say the same; the time of day does not matter here.
  static bool same_value(const TimeMention& found, const MarkedTime& marked) {
    return found.value == marked.value || timex_interval(found.value) == marked.when;
  }

  void tell_of(std::string_view what, const Document& document, Span span, std::string_view gold,
               std::string_view system) {
    if (told_ == errors_) return;
    ++told_;
    std::string words(slice(document.text, span));
    std::ranges::replace(words, '\n', ' ');
    details_ += fmt::format("{}\t{}\t{}\t{}\t{}\t{}\n", what, document.name,
                            document.published ? to_iso(document.published->value) : "no date", words, gold, system);
  }

  Score recognised_, value_, equal_, overlapping_;
  std::size_t dated_ = 0;  // recognised expressions whose days people marked
  std::string details_;
  std::size_t errors_, told_ = 0;
};

}  // namespace

Exit score_time(const std::vector<std::string>& files, const std::function<bool(const std::string&)>& is_wanted,
                std::size_t errors) {
  Scorer scorer(errors);
  bool any = false;
  for (const std::string& file : files) {
    const auto documents = read_time_corpus(file);
    if (!documents) return complain(documents.error()), Exit::some_failed;
    for (const TimeDocument& document : *documents) {
      if (!is_wanted(document.document.name)) continue;
      any = true;
      scorer.add(document);
    }
  }
  if (!any) return complain({ErrorCode::empty, "no document to score", {}}), Exit::some_failed;
  if (const auto printed = print(scorer.result()); !printed) return complain(printed.error()), Exit::some_failed;
  return Exit::done;
}

}  // namespace attest::cli
