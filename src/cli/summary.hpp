// The last words of a command that reads: what was passed over, and why so many inputs failed, in numbers.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "attest/error.hpp"
#include "read/container.hpp"

namespace attest::cli {

/// One thread at a time.
class Summary {
 public:
  void failed(const Error& error);
  /// Says it on standard error; nothing where a reader has seen it all: no more than a few failures, each one told.
  void tell(const PassedOver& passed_over) const;

 private:
  std::map<std::string_view, std::uint64_t> failures_;  // by reason
};

}  // namespace attest::cli
