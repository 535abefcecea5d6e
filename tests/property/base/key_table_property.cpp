#include "base/key_table.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <map>
#include <string>

namespace attest {

RC_GTEST_PROP(KeyTable, KeepsTheFirstNumberOfEveryKey,
              (const std::vector<std::pair<std::uint64_t, std::uint32_t>>& pairs)) {
  KeyTable table;
  std::map<std::uint64_t, std::uint32_t> expected;
  for (auto [key, value] : pairs) {
    if (key == 0) continue;
    key %= 50;  // so that keys come again, and stand side by side
    if (key == 0) key = std::uint64_t{1} << 63U;
    RC_ASSERT(table.add(key, value) == expected.try_emplace(key, value).first->second);
  }
  for (std::uint64_t key = 1; key < 60; ++key) {
    const auto found = expected.find(key);
    const std::uint32_t* number = table.find(key);
    RC_ASSERT((number != nullptr) == (found != expected.end()));
    if (number != nullptr) RC_ASSERT(*number == found->second);
  }
}

TEST(KeyTable, WordsThatDifferInLengthOrInOneLetterHaveKeysOfTheirOwn) {
  std::map<std::uint64_t, std::string> seen;
  const auto note = [&](const std::string& word) { EXPECT_TRUE(seen.try_emplace(key_of(word), word).second) << word; };
  for (std::size_t length = 0; length <= 20; ++length) {
    note(std::string(length, 'a'));
    for (std::size_t at = 0; at < length; ++at) {
      std::string word(length, 'a');
      word[at] = 'b';
      note(word);
    }
    if (length > 0) note(std::string(length, '\0'));
  }
}

}  // namespace attest
