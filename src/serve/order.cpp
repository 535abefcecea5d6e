#include "serve/order.hpp"

#include <algorithm>
#include <compare>

namespace attest {

namespace {

/// Less than 0: `a` comes first.
int compared(const SortKey& a, const SortKey& b, bool descending) {
  if (a.known != b.known) return a.known ? -1 : 1;
  const auto way = a.number != b.number ? a.number <=> b.number : a.text <=> b.text;
  const int up = way < 0 ? -1 : way > 0 ? 1 : 0;
  return descending ? -up : up;
}

}  // namespace

SortKey sort_key(std::string_view text) { return {!text.empty(), 0, std::string(text)}; }

SortKey sort_key(const std::optional<Date>& day) {
  return {day.has_value(), day ? std::int64_t{day->time_since_epoch().count()} : 0};
}

SortKey sort_key(const std::optional<std::int64_t>& number) { return {number.has_value(), number.value_or(0)}; }

std::vector<std::uint32_t> page_rows(std::span<const std::uint32_t> rows, const Question& question,
                                     const std::function<SortKey(std::uint32_t row, std::string_view property)>& key) {
  if (question.offset >= rows.size()) return {};
  const std::size_t begin = static_cast<std::size_t>(question.offset);
  const std::size_t end = std::min<std::size_t>(rows.size(), begin + question.limit);
  if (question.order.empty())
    return {rows.begin() + static_cast<std::ptrdiff_t>(begin), rows.begin() + static_cast<std::ptrdiff_t>(end)};

  std::vector<std::vector<SortKey>> keys(question.order.size());
  for (std::size_t i = 0; i < keys.size(); ++i)
    for (const std::uint32_t row : rows) keys[i].push_back(key(row, question.order[i].property->name));
  std::vector<std::uint32_t> places(rows.size());
  for (std::uint32_t i = 0; i < places.size(); ++i) places[i] = i;
  const auto before = [&](std::uint32_t a, std::uint32_t b) {
    for (std::size_t i = 0; i < keys.size(); ++i)
      if (const int way = compared(keys[i][a], keys[i][b], question.order[i].descending); way != 0) return way < 0;
    return a < b;
  };
  std::partial_sort(places.begin(), places.begin() + static_cast<std::ptrdiff_t>(end), places.end(), before);
  std::vector<std::uint32_t> page;
  for (std::size_t i = begin; i < end; ++i) page.push_back(rows[places[i]]);
  return page;
}

}  // namespace attest
