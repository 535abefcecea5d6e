// The order of features on a page: by the properties that sortby names, else as they come.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "serve/question.hpp"

namespace attest {

/// A value to sort by. One that is not known comes last, in both directions.
struct SortKey {
  bool known = false;
  std::int64_t number = 0;
  std::string text = {};
};

[[nodiscard]] SortKey sort_key(std::string_view text);
[[nodiscard]] SortKey sort_key(const std::optional<Date>& day);
[[nodiscard]] SortKey sort_key(const std::optional<std::int64_t>& number);

/// The rows of the page that is asked for, in its order. Rows that are equal stay in the order of `rows`.
[[nodiscard]] std::vector<std::uint32_t> page_rows(
    std::span<const std::uint32_t> rows, const Question& question,
    const std::function<SortKey(std::uint32_t row, std::string_view property)>& key);

}  // namespace attest
