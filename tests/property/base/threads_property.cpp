#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "base/threads.hpp"

namespace attest {
namespace {

RC_GTEST_PROP(OrderedParallelProperty, GivesTheSameAsALoop, (const std::vector<unsigned>& items)) {
  const auto jobs = *rc::gen::inRange<std::size_t>(0, 6);
  std::vector<unsigned> seen, expected;
  for (const unsigned item : items) expected.push_back(item / 3);
  std::size_t next = 0;
  const auto work = [](unsigned item) {
    if (item % 5 == 0) std::this_thread::yield();  // mixes up the order of arrival
    return item / 3;
  };
  ordered_parallel(
      jobs, [&] { return next < items.size() ? std::optional(items[next++]) : std::nullopt; }, work,
      [&](unsigned result) { seen.push_back(result); });
  RC_ASSERT(seen == expected);
}

}  // namespace
}  // namespace attest
