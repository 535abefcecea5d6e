// What the fuzz targets of containers do: walk through all reports, within limits that small inputs can reach, and hold
// what the stream promises: every member has a name, every error a place.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

#include "read/report_stream.hpp"

namespace attest::fuzz {

inline void walk(const char* name, const std::uint8_t* data, std::size_t size) {
  StreamOptions options;
  options.limits.report_bytes = std::size_t{1} << 16U;
  options.limits.members = 1000;
  options.limits.mail_parts = 100;
  options.limits.free_growth = std::uint64_t{1} << 20U;
  options.limits.free_total_growth = std::uint64_t{1} << 22U;
  ReportStream reports(name, std::string(data, data + size), options);
  // A report or an error takes at least a byte of some layer, and all layers are limited together.
  for (std::size_t left = (size + (std::size_t{1} << 23U)) * 2; left > 0; --left) {
    const auto report = reports.next();
    if (!report) return;
    if (*report ? (*report)->name.empty() || (*report)->where.empty() : report->error().where.empty()) __builtin_trap();
    if (*report && bytes_of(**report).value_or("").size() > options.limits.report_bytes) __builtin_trap();
  }
  __builtin_trap();  // it does not end
}

}  // namespace attest::fuzz
