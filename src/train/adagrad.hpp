// Steps of AdaGrad (Duchi et al. 2011) on one weight at a time, and the numbers drawn while they are made.
#pragma once

#include <cmath>
#include <cstdint>

namespace attest::train {

/// Xorshift (Marsaglia 2003): the next number of the row that `state` stands in.
inline std::uint64_t next_random(std::uint64_t& state) {
  state ^= state << 13U;
  state ^= state >> 7U;
  state ^= state << 17U;
  return state;
}

/// True with a probability of part / 1024.
inline bool draw(std::uint64_t& state, std::uint64_t part) { return (next_random(state) >> 20U) % 1024 < part; }

/// @param square  sum of the squared gradients so far
inline void adjust(float& weight, float& square, float gradient, float rate, float decay) {
  gradient += decay * weight;
  square += gradient * gradient;
  weight -= rate * gradient / std::sqrt(square + 1e-6F);
}

}  // namespace attest::train
