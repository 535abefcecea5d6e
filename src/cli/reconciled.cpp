#include "cli/reconciled.hpp"

#include <fmt/format.h>

#include <cstddef>

#include "cli/output.hpp"

namespace attest::cli {

Result<const Incident*> find_incident(const ReviewedRecord& record, const std::string& word) {
  constexpr std::size_t kMinLetters = 3;
  const Incident* found = nullptr;
  std::size_t count = 0;
  for (const Incident* incident : all_incidents(record.machine, record.reviewed)) {
    if (incident->id == word) return incident;
    if (word.size() < kMinLetters || !incident->id.starts_with(word)) continue;
    found = incident;
    ++count;
  }
  if (found == nullptr)
    if (const auto into = record.reviewed.forwarded.find(word); into != record.reviewed.forwarded.end())
      return fail(ErrorCode::not_found, fmt::format("is part of {} now: a reviewer decided so", into->second), word);
  if (count > 1) return fail(ErrorCode::usage, fmt::format("{} incidents begin so: write more of it", count), word);
  if (found == nullptr) return fail(ErrorCode::not_found, "no incident of this id (see attest incidents)", word);
  return found;
}

Exit failed(const Error& error) {
  complain(error);
  switch (error.code) {
    case ErrorCode::usage:
      return Exit::usage;
    case ErrorCode::bad_ledger:
      return Exit::unusable;
    default:
      return Exit::some_failed;
  }
}

Exit printed(const Result<std::string>& text) {
  if (!text) return failed(text.error());
  if (const auto written = print(*text); !written) return failed(written.error());
  return Exit::done;
}

}  // namespace attest::cli
