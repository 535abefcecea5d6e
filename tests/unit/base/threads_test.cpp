#include "base/threads.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <stdexcept>

namespace attest {
namespace {

/// 0, 1, …, total - 1.
auto counter(int total) {
  return [next = 0, total]() mutable { return next < total ? std::optional(next++) : std::nullopt; };
}

class OrderedParallel : public ::testing::TestWithParam<std::size_t> {};

TEST_P(OrderedParallel, ConsumesNothingOfNothing) {
  ordered_parallel(
      GetParam(), counter(0), [](int item) { return item; }, [](int) { FAIL(); });
}

TEST_P(OrderedParallel, StopsAtTheItemThatFailed) {
  std::vector<int> seen;
  const auto work = [](int item) { return item == 30 ? throw std::runtime_error("item 30") : item; };
  EXPECT_THROW(ordered_parallel(GetParam(), counter(1000), work, [&](int item) { seen.push_back(item); }),
               std::runtime_error);
  ASSERT_EQ(seen.size(), 30U);
  EXPECT_EQ(seen.back(), 29);
}

TEST_P(OrderedParallel, PassesOnWhatTheProducerThrows) {
  std::size_t seen = 0;
  const auto produce = [inner = counter(20)]() mutable {
    auto item = inner();
    return item ? item : throw std::runtime_error("producer");
  };
  EXPECT_THROW(ordered_parallel(
                   GetParam(), produce, [](int item) { return item; }, [&](int) { ++seen; }),
               std::runtime_error);
  EXPECT_EQ(seen, 20U);
}

TEST_P(OrderedParallel, PassesOnWhatTheConsumerThrows) {
  const auto consume = [](int item) {
    if (item == 5) throw std::runtime_error("consumer");
  };
  EXPECT_THROW(ordered_parallel(
                   GetParam(), counter(1000), [](int item) { return item; }, consume),
               std::runtime_error);
}

TEST_P(OrderedParallel, HoldsFewItemsAtATime) {
  std::atomic<int> alive = 0;
  int most = 0;
  const auto produce = [&, inner = counter(2000)]() mutable {
    ++alive;
    return inner();
  };
  ordered_parallel(
      GetParam(), produce, [](int item) { return item; }, [&](int) { most = std::max(most, alive--); });
  EXPECT_LE(most, static_cast<int>(4 * GetParam() + 1));
}

INSTANTIATE_TEST_SUITE_P(Jobs, OrderedParallel, ::testing::Values(1, 2, 3, 8));

TEST(OrderedParallelItems, MayBeMovableOnly) {
  int sum = 0;
  const auto produce = [inner = counter(10)]() mutable -> std::optional<std::unique_ptr<int>> {
    const auto item = inner();
    return item ? std::optional(std::make_unique<int>(*item)) : std::nullopt;
  };
  ordered_parallel(
      3, produce, [](std::unique_ptr<int> item) { return item; },
      [&](const std::unique_ptr<int>& item) { sum += *item; });
  EXPECT_EQ(sum, 45);
}

}  // namespace
}  // namespace attest
