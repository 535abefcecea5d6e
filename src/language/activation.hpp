// The one non-linear function of the network. Training and every inference kernel use this very formula, with the same
// order of operations, so that no two machines can disagree.
#pragma once

namespace attest {

/// Numerator and denominator of squash(): kept apart, several functions share one division.
struct Fraction {
  float above, below;
};

/// A rational stand-in for tanh (the continued fraction of tanh cut after five terms): odd, monotone, exact to
/// 0.002, and within [-1, 1]. Only +, * and / of IEEE 754: the same bits from scalar and vector code, as long as no
/// multiply-add is fused (-ffp-contract=off).
[[gnu::always_inline]] inline Fraction squash_fraction(float x) {
  constexpr float kBound = 3.63F;  // where the fraction reaches 1
  x = x < -kBound ? -kBound : x;
  x = x > kBound ? kBound : x;
  const float square = x * x;
  return {x * ((square + 105.0F) * square + 945.0F), (15.0F * square + 420.0F) * square + 945.0F};
}

[[gnu::always_inline]] inline float squash(float x) {
  const Fraction f = squash_fraction(x);
  return f.above / f.below;
}

/// The logistic function through squash(): values from 0 to 1.
[[gnu::always_inline]] inline float gate(float x) { return 0.5F + 0.5F * squash(0.5F * x); }

}  // namespace attest
