// What a request asks of a collection, checked against the table of collections: a box, days, a page, an order and
// filters. Whatever is not understood is refused, naming the parameter: a filter that is passed over lies.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "attest/date.hpp"
#include "attest/error.hpp"
#include "attest/lat_lon.hpp"
#include "serve/collections.hpp"
#include "serve/http.hpp"

namespace attest {

/// Degrees; west > east crosses the antimeridian.
struct Box {
  double west = -180, south = -90, east = 180, north = 90;
  [[nodiscard]] bool contains(LatLon point) const;
  bool operator==(const Box&) const = default;
};

/// Both days included; an open side is empty.
struct Days {
  std::optional<Date> from, to;
  /// Has [first, last] a day in common with these? A feature without days has none.
  [[nodiscard]] bool meets(const std::optional<Date>& first, const std::optional<Date>& last) const;
  bool operator==(const Days&) const = default;
};

struct Order {
  const Property* property = nullptr;
  bool descending = false;
};

/// A filter and what it was given: elements of the comma list, or the whole value.
struct FilterValues {
  const Filter* filter = nullptr;
  std::vector<std::string> values;
};

struct Question {
  std::optional<Box> bbox;
  std::optional<Days> datetime;
  std::uint32_t limit = kDefaultLimit;  // 1 to kMaxLimit
  std::uint64_t offset = 0;
  std::vector<Order> order;  // the first counts most
  std::vector<FilterValues> filters;

  /// What this filter was given; empty if it was not.
  [[nodiscard]] std::span<const std::string> wanted(std::string_view filter) const;
  /// The same of a filter with Matching::at_least.
  [[nodiscard]] std::optional<std::uint64_t> at_least(std::string_view filter) const;
};

/// Reads bbox, datetime, limit, offset, sortby and the collection's filters.
/// @param others  further parameters that the endpoint takes besides `f`, and looks at itself
/// @errors usage (400), its `where` the parameter: unknown or given twice; five numbers; days reversed …
[[nodiscard]] Result<Question> read_question(const Collection& collection, const Request& request,
                                             std::span<const std::string_view> others = {});

/// "-10,30,20,45", with heights (six numbers) or without. Longitudes beyond 180 are turned back into it, latitudes cut.
[[nodiscard]] Result<Box> read_bbox(std::string_view text);
/// "2017-03-09", "2017-03-09T12:00:00Z", "2017-01-01/2017-12-31", "../2017-12-31", "2017-01-01/..". Days are UTC's.
[[nodiscard]] Result<Days> read_datetime(std::string_view text);
/// Digits only; what is larger than 2^53 counts as 2^53. @param where  the parameter, for the error
[[nodiscard]] Result<std::uint64_t> read_whole(std::string_view text, std::string_view where);
/// Elements of a comma list, with spaces around them dropped.
[[nodiscard]] std::vector<std::string> read_list(std::string_view text);
/// Refuses parameters other than `f` and these, and any that is given twice.
[[nodiscard]] Result<void> check_parameters(const Request& request, std::span<const std::string_view> allowed);

}  // namespace attest
