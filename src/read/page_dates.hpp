// Dates as pages write them: in their data (ISO 8601, more or less), in addresses, and in words of many languages.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "attest/date.hpp"

namespace attest {

struct PageDate {
  Date day;
  std::string instant;  // as written, if it has a time of day: "2017-04-12T08:30:00+02:00"
};

/// A value of the page's data: "2017-04-12T08:30:00+02:00", "20170412", or what find_date() reads.
/// @param month_first  whether 4/5/2017 is in April
[[nodiscard]] std::optional<PageDate> read_page_date(std::string_view value, bool month_first);

/// The first full date in words of the page: "12 avril 2017", "April 12, 2017", "12.04.2017", "2017-04-12".
[[nodiscard]] std::optional<Date> find_date(std::string_view text, bool month_first);

/// The day in an address: "/2017/04/12/", "/2017-04-12-", "/20170412/".
[[nodiscard]] std::optional<Date> date_of_address(std::string_view url);

}  // namespace attest
