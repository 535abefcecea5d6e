// How exactly a time is known, by UCDP's scale.
#pragma once

#include "attest/date.hpp"

namespace attest {

/// UCDP's date_prec of days, both included: 1 a day, 2 less than a week, 3 a week, 4 a month, 5 more.
[[nodiscard]] inline int date_precision(Date from, Date to) {
  const auto length = (to - from).count() + 1;
  if (length <= 1) return 1;
  if (length < 7) return 2;
  if (length <= 8) return 3;
  return length <= 32 ? 4 : 5;
}

}  // namespace attest
