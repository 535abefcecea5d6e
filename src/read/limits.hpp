// How much one input may ask for: what a bomb is, what is too deep, too many, too large. docs/reading.md lists them.
#pragma once

#include <cstddef>
#include <cstdint>

#include "base/files.hpp"

namespace attest {

struct Limits {
  std::size_t report_bytes = kMaxReportBytes;  // one report, one mail, one row of a table
  unsigned depth = 5;                          // containers inside each other; a compression is one, too
  std::uint64_t members = 1'000'000;           // of one archive
  std::uint64_t mail_parts = 1'000;
  // Unpacked bytes: so many are free, beyond them at most so many times the packed ones.
  std::uint64_t free_growth = std::uint64_t{16} << 20U;         // of one packed file or member
  std::uint64_t free_total_growth = std::uint64_t{256} << 20U;  // of an input, over all layers
  std::uint64_t growth = 250;
};

}  // namespace attest
