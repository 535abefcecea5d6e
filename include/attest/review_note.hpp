// What people decided of an incident, as far as lists, filters and maps show it.
#pragma once

#include <cstdint>

#include "attest/vocabulary.hpp"

namespace attest {

enum class ReviewState : std::uint8_t { open, accepted, rejected };
template <>
struct Names<ReviewState> {
  static constexpr auto values = std::to_array<std::string_view>({"open", "accepted", "rejected"});
};

struct ReviewNote {
  ReviewState state = ReviewState::open;
  bool sensitive = false, edited = false;
  std::uint32_t conflicts = 0;
  bool operator==(const ReviewNote&) const = default;
};

}  // namespace attest
