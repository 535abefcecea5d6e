#include "serve/question.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace attest {

namespace {

constexpr std::uint64_t kMostWhole = std::uint64_t{1} << 53;  // what a JSON number holds exactly

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

std::string quoted(std::string_view text) {
  constexpr std::size_t kMost = 40;
  if (text.size() <= kMost) return fmt::format("'{}'", text);
  std::size_t end = kMost;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return fmt::format("'{}…'", text.substr(0, end));
}

std::optional<double> number(std::string_view text) {
  text = trimmed(text);
  if (text.starts_with('+')) text.remove_prefix(1);
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size() || !std::isfinite(value)) return std::nullopt;
  return value;
}

bool all_digits(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

int two_digits(std::string_view text) { return (text[0] - '0') * 10 + (text[1] - '0'); }

bool is_clock(std::string_view text, int hours) {
  return text.size() == 5 && text[2] == ':' && all_digits(text.substr(0, 2)) && all_digits(text.substr(3)) &&
         two_digits(text) < hours && two_digits(text.substr(3)) < 60;
}

/// A day, or the day in UTC of an instant by RFC 3339.
std::optional<Date> read_instant(std::string_view text) {
  const auto day = parse_iso_date(text.substr(0, std::min<std::size_t>(text.size(), 10)));
  if (!day || text.size() == 10) return day;
  // T12:00:00, a fraction, and Z or +02:00
  std::string_view rest = text.substr(10);
  if (rest.size() < 10 || (rest[0] != 'T' && rest[0] != 't') || !is_clock(rest.substr(1, 5), 24) || rest[6] != ':' ||
      !all_digits(rest.substr(7, 2)) || two_digits(rest.substr(7)) > 60)
    return std::nullopt;
  int minutes = two_digits(rest.substr(1)) * 60 + two_digits(rest.substr(4));
  rest.remove_prefix(9);
  if (rest.starts_with('.')) {
    const std::size_t end = rest.find_first_not_of("0123456789", 1);
    if (end == std::string_view::npos || end == 1) return std::nullopt;
    rest.remove_prefix(end);
  }
  if (rest != "Z" && rest != "z") {
    if ((rest[0] != '+' && rest[0] != '-') || !is_clock(rest.substr(1), 24)) return std::nullopt;
    const int off = two_digits(rest.substr(1)) * 60 + two_digits(rest.substr(4));
    minutes += rest[0] == '+' ? -off : off;
  }
  return *day + std::chrono::floor<std::chrono::days>(std::chrono::minutes(minutes));
}

/// A side of an interval; nothing for an open one.
Result<std::optional<Date>> read_side(std::string_view text) {
  if (text.empty() || text == "..") return std::optional<Date>();
  const auto day = read_instant(text);
  if (!day)
    return fail(ErrorCode::usage,
                fmt::format("neither a day like 2017-03-09 nor a time like 2017-03-09T12:00:00Z: {}", quoted(text)),
                "datetime");
  return day;
}

double turned(double longitude) {
  if (longitude >= -180 && longitude <= 180) return longitude;
  return longitude - 360 * std::floor((longitude + 180) / 360);
}

Result<std::vector<Order>> read_order(const Collection& collection, std::string_view text) {
  std::vector<Order> order;
  // An unescaped + of an address is a space by the time it comes here.
  std::size_t begin = 0;
  while (begin <= text.size()) {
    const std::size_t end = std::min(text.find(',', begin), text.size());
    std::string_view name = trimmed(text.substr(begin, end - begin));
    const bool descending = name.starts_with('-');
    if (descending || name.starts_with('+')) name.remove_prefix(1);
    const Property* property = collection.property(name);
    if (property == nullptr || !property->sortable)
      return fail(ErrorCode::usage, fmt::format("{} cannot be sorted by {}", collection.id, quoted(name)), "sortby");
    const bool known = std::ranges::any_of(order, [&](const Order& one) { return one.property == property; });
    if (!known) order.push_back({property, descending});  // what is equal by the first is equal by the second
    begin = end + 1;
  }
  return order;
}

Result<FilterValues> read_filter(const Filter& filter, std::string_view text) {
  FilterValues wanted{&filter, {}};
  if (trimmed(text).empty()) return fail(ErrorCode::usage, "is empty", std::string(filter.name));
  switch (filter.match) {
    case Matching::any_of:
      wanted.values = read_list(text);
      for (const std::string& value : wanted.values)
        if (!filter.values.empty() && std::ranges::find(filter.values, value) == filter.values.end())
          return fail(ErrorCode::usage,
                      fmt::format("no such value: {}; it takes {}", quoted(value), fmt::join(filter.values, ", ")),
                      std::string(filter.name));
      break;
    case Matching::at_least: {
      ATTEST_TRY(const std::uint64_t least, read_whole(text, filter.name));
      wanted.values.push_back(std::to_string(least));
      break;
    }
    case Matching::part:
    case Matching::words:
      wanted.values.emplace_back(trimmed(text));
      break;
  }
  return wanted;
}

constexpr std::array<std::string_view, 5> kOfItems = {"bbox", "datetime", "limit", "offset", "sortby"};

}  // namespace

bool Box::contains(LatLon point) const {
  if (point.latitude < south || point.latitude > north) return false;
  if (west <= east) return point.longitude >= west && point.longitude <= east;
  return point.longitude >= west || point.longitude <= east;
}

bool Days::meets(const std::optional<Date>& first, const std::optional<Date>& last) const {
  if (!first && !last) return false;
  return (!from || last.value_or(*first) >= *from) && (!to || first.value_or(*last) <= *to);
}

std::span<const std::string> Question::wanted(std::string_view filter) const {
  for (const FilterValues& one : filters)
    if (one.filter->name == filter) return one.values;
  return {};
}

std::optional<std::uint64_t> Question::at_least(std::string_view filter) const {
  const auto values = wanted(filter);
  std::uint64_t value = 0;
  if (values.empty()) return std::nullopt;
  std::from_chars(values[0].data(), values[0].data() + values[0].size(), value);
  return value;
}

Result<Box> read_bbox(std::string_view text) {
  std::vector<double> numbers;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find(',', begin), text.size());
    const auto value = number(text.substr(begin, end - begin));
    if (!value)
      return fail(ErrorCode::usage, fmt::format("not a number: {}", quoted(text.substr(begin, end - begin))), "bbox");
    numbers.push_back(*value);
    begin = end + 1;
  }
  if (numbers.size() != 4 && numbers.size() != 6)
    return fail(
        ErrorCode::usage,
        fmt::format("takes four numbers (west, south, east, north), or six with heights, and got {}", numbers.size()),
        "bbox");
  if (numbers.size() == 6) {
    if (numbers[2] > numbers[5]) return fail(ErrorCode::usage, "the lower height is above the upper one", "bbox");
    numbers = {numbers[0], numbers[1], numbers[3], numbers[4]};
  }
  constexpr double kMostTurns = 1080;
  if (std::abs(numbers[0]) > kMostTurns || std::abs(numbers[2]) > kMostTurns)
    return fail(ErrorCode::usage, "longitudes are degrees", "bbox");
  if (numbers[1] > numbers[3])
    return fail(ErrorCode::usage, "south lies above north: the order is west, south, east, north", "bbox");
  if (numbers[1] > 90 || numbers[3] < -90) return fail(ErrorCode::usage, "lies beyond the poles", "bbox");
  Box box{turned(numbers[0]), std::max(numbers[1], -90.0), turned(numbers[2]), std::min(numbers[3], 90.0)};
  if (numbers[2] - numbers[0] >= 360) box.west = -180, box.east = 180;
  return box;
}

Result<Days> read_datetime(std::string_view text) {
  const std::size_t slash = text.find('/');
  Days days;
  if (slash == std::string_view::npos) {
    if (text.empty() || text == "..") return fail(ErrorCode::usage, "gives no day", "datetime");
    ATTEST_TRY(days.from, read_side(text));
    days.to = days.from;
    return days;
  }
  ATTEST_TRY(days.from, read_side(text.substr(0, slash)));
  ATTEST_TRY(days.to, read_side(text.substr(slash + 1)));
  if (!days.from && !days.to) return fail(ErrorCode::usage, "is open on both sides", "datetime");
  if (days.from && days.to && *days.from > *days.to)
    return fail(ErrorCode::usage,
                fmt::format("ends on {}, before it begins on {}", to_iso(*days.to), to_iso(*days.from)), "datetime");
  return days;
}

Result<std::uint64_t> read_whole(std::string_view text, std::string_view where) {
  if (!all_digits(text))
    return fail(ErrorCode::usage, fmt::format("not a whole number: {}", quoted(text)), std::string(where));
  std::uint64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc{} ? std::min(value, kMostWhole) : kMostWhole;
}

std::vector<std::string> read_list(std::string_view text) {
  std::vector<std::string> values;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find(',', begin), text.size());
    values.emplace_back(trimmed(text.substr(begin, end - begin)));
    begin = end + 1;
  }
  return values;
}

Result<void> check_parameters(const Request& request, std::span<const std::string_view> allowed) {
  for (std::size_t i = 0; i < request.query.size(); ++i) {
    const std::string& name = request.query[i].first;
    if (name != "f" && std::ranges::find(allowed, name) == allowed.end())
      return fail(ErrorCode::usage, fmt::format("no such parameter: {}", quoted(name)));
    for (std::size_t j = 0; j < i; ++j)
      if (request.query[j].first == name) return fail(ErrorCode::usage, "is given twice", name);
  }
  return {};
}

Result<Question> read_question(const Collection& collection, const Request& request,
                               std::span<const std::string_view> others) {
  std::vector<std::string_view> allowed(kOfItems.begin(), kOfItems.end());
  for (const Filter& filter : collection.filters) allowed.push_back(filter.name);
  allowed.insert(allowed.end(), others.begin(), others.end());
  ATTEST_CHECK(check_parameters(request, allowed));

  Question question;
  for (const auto& [name, value] : request.query) {
    if (name == "bbox") {
      ATTEST_TRY(question.bbox, read_bbox(value));
    } else if (name == "datetime") {
      ATTEST_TRY(question.datetime, read_datetime(value));
    } else if (name == "limit") {
      ATTEST_TRY(const std::uint64_t limit, read_whole(value, name));
      if (limit == 0) return fail(ErrorCode::usage, "is at least 1", name);
      question.limit = static_cast<std::uint32_t>(std::min<std::uint64_t>(limit, kMaxLimit));
    } else if (name == "offset") {
      ATTEST_TRY(question.offset, read_whole(value, name));
    } else if (name == "sortby") {
      ATTEST_TRY(question.order, read_order(collection, value));
    } else if (const Filter* filter = collection.filter(name)) {
      ATTEST_TRY(FilterValues wanted, read_filter(*filter, value));
      question.filters.push_back(std::move(wanted));
    }
  }
  return question;
}

}  // namespace attest
