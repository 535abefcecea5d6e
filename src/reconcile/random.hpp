// Numbers for the simulator that are the same on every machine: the standard library's distributions are not.
#pragma once

#include <cmath>
#include <cstdint>

namespace attest {

/// SplitMix64. One thread at a time.
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}

  [[nodiscard]] std::uint64_t bits() {
    std::uint64_t z = (state_ += 0x9E3779B97F4A7C15U);
    z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9U;
    z = (z ^ (z >> 27U)) * 0x94D049BB133111EBU;
    return z ^ (z >> 31U);
  }
  /// From 0 up to but not including 1.
  [[nodiscard]] double unit() { return static_cast<double>(bits() >> 11U) * 0x1.0p-53; }
  [[nodiscard]] double between(double low, double high) { return low + (high - low) * unit(); }
  /// From 0 up to but not including `count`.
  [[nodiscard]] std::size_t below(std::size_t count) { return static_cast<std::size_t>(bits() % count); }
  [[nodiscard]] bool happens(double probability) { return unit() < probability; }
  template <class List>
  [[nodiscard]] const auto& one_of(const List& values) {
    return values[below(values.size())];
  }
  /// Events of a mean rate, at most 50.
  [[nodiscard]] int poisson(double mean) {
    const double limit = std::exp(-mean);
    double product = unit();
    int count = 0;
    while (product > limit && count < 50) {
      product *= unit();
      ++count;
    }
    return count;
  }

 private:
  std::uint64_t state_;
};

}  // namespace attest
