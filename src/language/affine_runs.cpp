#include "language/affine_runs.hpp"

#include <algorithm>
#include <cstring>

namespace attest {

namespace {

constexpr std::size_t kLanes = 32;  // 16-bit sums of a column: two for each of its outputs
constexpr int kMostWeight = 128;    // 255, the largest input, times this still is a 16-bit number

/// What the positive and the negative weights of each lane add up to, in size.
using Load = std::array<std::int16_t, 2 * kLanes>;

struct Placed {
  Load load{};
  std::vector<std::uint16_t> columns;
};

Load load_of(const AffineRuns::Column& column) {
  Load out{};
  for (std::size_t lane = 0; lane < kLanes; ++lane)
    for (const std::size_t i : {2 * lane, 2 * lane + 1}) {
      const std::int8_t weight = column.weights[i];
      out[weight > 0 ? lane : kLanes + lane] += static_cast<std::int16_t>(weight > 0 ? weight : -weight);
    }
  return out;
}

int fullest(const Load& a, const Load& b) {
  std::int16_t most = 0;
  for (std::size_t i = 0; i < a.size(); ++i) most = std::max(most, static_cast<std::int16_t>(a[i] + b[i]));
  return most;
}

/// Best fit, the heaviest column first: each goes where it leaves the least room.
std::vector<Placed> pack(const std::vector<Load>& loads) {
  std::vector<std::uint16_t> order(loads.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = static_cast<std::uint16_t>(i);
  const Load nothing{};
  std::ranges::stable_sort(order, std::ranges::greater{}, [&](std::uint16_t i) { return fullest(loads[i], nothing); });
  std::vector<Placed> runs;
  for (const std::uint16_t column : order) {
    Placed* best = nullptr;
    int most = 0;
    for (Placed& run : runs) {
      if (run.columns.size() == AffineRuns::kLongest) continue;
      const int full = fullest(run.load, loads[column]);
      if (full > kMostWeight || full <= most) continue;
      most = full;
      best = &run;
    }
    if (best == nullptr) best = &runs.emplace_back();
    for (std::size_t i = 0; i < best->load.size(); ++i)
      best->load[i] = static_cast<std::int16_t>(best->load[i] + loads[column][i]);
    best->columns.push_back(column);
  }
  return runs;
}

}  // namespace

AffineRuns AffineRuns::of(std::span<const std::int8_t> weights, std::size_t inputs) {
  AffineRuns out;
  const std::size_t height = inputs / 4;  // columns a block
  std::vector<Column> block(height);
  std::vector<Load> loads(height);
  for (; !weights.empty(); weights = weights.subspan(height * sizeof(Column))) {
    std::memcpy(block.data(), weights.data(), height * sizeof(Column));
    std::ranges::transform(block, loads.begin(), load_of);
    std::vector<Placed> runs = pack(loads);
    std::ranges::stable_sort(runs, std::ranges::greater{}, [](const Placed& run) { return run.columns.size(); });
    auto& lengths = out.lengths.emplace_back();
    for (const Placed& run : runs) {
      ++lengths[run.columns.size() - 1];
      for (const std::uint16_t column : run.columns) {
        out.columns.push_back(block[column]);
        out.offsets.push_back(static_cast<std::uint16_t>(4 * column));
      }
    }
  }
  return out;
}

}  // namespace attest
