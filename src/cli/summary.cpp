#include "cli/summary.hpp"

#include <fmt/format.h>

#include <numeric>

#include "cli/output.hpp"

namespace attest::cli {

namespace {

constexpr std::uint64_t kFew = 10;  // failures that a reader counts by eye

std::string_view reason_of(ErrorCode code) {
  switch (code) {
    case ErrorCode::usage:
      return "asked wrongly";
    case ErrorCode::not_found:
      return "not found";
    case ErrorCode::unreadable:
      return "not readable";
    case ErrorCode::empty:
      return "empty";
    case ErrorCode::binary:
      return "binary";
    case ErrorCode::bad_encoding:
      return "in no known encoding";
    case ErrorCode::bad_json:
      return "broken JSON";
    case ErrorCode::too_large:
      return "over a limit";
    case ErrorCode::unsupported:
      return "of a kind that is not read";
    case ErrorCode::damaged:
      return "damaged";
    case ErrorCode::encrypted:
      return "encrypted";
    default:
      return "for another reason";
  }
}

/// "files of other kinds (3), rows without a text (1)"
template <class Counts>
std::string listed(const Counts& counts) {
  std::string out;
  for (const auto& [what, count] : counts) out += fmt::format("{}{} ({})", out.empty() ? "" : ", ", what, count);
  return out;
}

}  // namespace

void Summary::failed(const Error& error) { ++failures_[reason_of(error.code)]; }

void Summary::tell(const PassedOver& passed_over) const {
  const std::uint64_t failures =
      std::accumulate(failures_.begin(), failures_.end(), std::uint64_t{0},
                      [](std::uint64_t sum, const auto& counted) { return sum + counted.second; });
  if (!passed_over.empty()) cli::tell(fmt::format("passed over: {}\n", listed(passed_over)));
  if (failures > kFew) cli::tell(fmt::format("failed: {}\n", listed(failures_)));
}

}  // namespace attest::cli
