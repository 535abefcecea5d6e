// The values of a claim's fields in a few words for people, shared by the table and the marked report.
#pragma once

#include <string>

#include "attest/claim.hpp"

namespace attest {

/// "26", "26 or more", "24 to 99 families", "no figure".
[[nodiscard]] std::string describe(const Count& count);
/// "civilian", "civilian, children", "status unknown".
[[nodiscard]] std::string describe(const Victims& victims);
/// "Mosul, IQ".
[[nodiscard]] std::string describe(const Place& place);
/// "2017-03-08", "2017-03-01/2017-03-08" (ISO 8601, both days included).
[[nodiscard]] std::string describe(const Time& time);
/// "UNICEF (un)".
[[nodiscard]] std::string describe(const Source& source);

}  // namespace attest
