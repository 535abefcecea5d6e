// Text in which people marked expressions of time and what they mean, in the forms that open corpora come in.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "annotate/calendar.hpp"
#include "attest/document.hpp"
#include "attest/error.hpp"

namespace attest::cli {

struct MarkedTime {
  Span span;
  std::string value;             // TIMEX3, or the attributes of GUM
  std::optional<Interval> when;  // empty where the value denotes no days: durations, "--09", "PAST_REF"
};

struct TimeDocument {
  Document document;
  std::vector<MarkedTime> times;
  std::vector<Span> clock_times;  // times of day, which GUM marks as such and not as dates
  bool dates_only = false;        // durations and words such as "now" are not marked
};

/// Reads a document of MEANTIME (CAT XML; its sentences 0 to 5, which alone are annotated, without the date that only
/// repeats the day of publication) or the documents of a treebank with GUM's dates (CoNLL-U, `XML=<date …>` in MISC).
/// @errors those of read_file and read_conllu; bad_resource where the file is not of that form
[[nodiscard]] Result<std::vector<TimeDocument>> read_time_corpus(const std::filesystem::path& path);

}  // namespace attest::cli
