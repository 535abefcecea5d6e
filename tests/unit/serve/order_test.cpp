#include "serve/order.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <set>

namespace attest {
namespace {

const Property kSize{.name = "size"}, kName{.name = "name"};

/// A third of the rows have no size.
SortKey key(std::uint32_t row, std::string_view property) {
  if (property == "name") return sort_key(std::string_view(row % 2 == 0 ? "b" : "a"));
  return row % 3 == 0 ? SortKey{} : sort_key(std::optional<std::int64_t>(row * 7919 % 101));
}

RC_GTEST_PROP(PageRows, coverEveryRowOnceInOrder, ()) {
  const auto count = *rc::gen::inRange<std::uint32_t>(0, 200);
  const auto limit = *rc::gen::inRange<std::uint32_t>(1, 50);
  const bool sorted = *rc::gen::arbitrary<bool>(), down = *rc::gen::arbitrary<bool>();
  std::vector<std::uint32_t> rows;
  for (std::uint32_t i = 0; i < count; ++i) rows.push_back(i * 2);
  Question question;
  question.limit = limit;
  if (sorted) question.order = {{&kName, !down}, {&kSize, down}};
  std::vector<std::uint32_t> all;
  for (question.offset = 0; question.offset < count + limit; question.offset += limit) {
    const auto page = page_rows(rows, question, key);
    RC_ASSERT(page.size() <= limit);
    all.insert(all.end(), page.begin(), page.end());
  }
  RC_ASSERT(std::set<std::uint32_t>(all.begin(), all.end()).size() == count);
  RC_ASSERT(all.size() == count);
  if (!sorted) RC_ASSERT(all == rows);
}

TEST(PageRows, PutsWhatIsNotKnownLastInBothDirections) {
  const std::vector<std::uint32_t> rows = {0, 1, 2, 3, 4, 5};
  for (const bool down : {false, true}) {
    Question question;
    question.order = {{&kSize, down}};
    const auto page = page_rows(rows, question, key);
    ASSERT_EQ(page.size(), 6U);
    EXPECT_EQ(page[4], 0U);
    EXPECT_EQ(page[5], 3U);
    for (std::size_t i = 1; i < 4; ++i) EXPECT_EQ(key(page[i - 1], "size").number > key(page[i], "size").number, down);
  }
}

}  // namespace
}  // namespace attest
