#include "publish/describe.hpp"

#include <fmt/format.h>

namespace attest {

std::string describe(const Count& count) {
  std::string figure = "no figure";
  if (count.min && count.max)
    figure = *count.min == *count.max ? std::to_string(*count.min) : fmt::format("{} to {}", *count.min, *count.max);
  else if (count.min)
    figure = fmt::format("{} or more", *count.min);
  else if (count.max)
    figure = fmt::format("{} or fewer", *count.max);
  return count.unit == Unit::persons ? figure : fmt::format("{} {}", figure, name_of(count.unit));
}

std::string describe(const Victims& victims) {
  std::string words(victims.status == VictimStatus::unknown ? "status unknown" : name_of(victims.status));
  if (victims.group != VictimGroup::any) words += fmt::format(", {}", name_of(victims.group));
  return words;
}

std::string describe(const Place& place) { return place.country ? place.name + ", " + *place.country : place.name; }

std::string describe(const Time& time) {
  if (!time.from || !time.to) return time.value.value_or("no days");
  return time.from == time.to ? to_iso(*time.from) : to_iso(*time.from) + "/" + to_iso(*time.to);
}

std::string describe(const Source& source) { return fmt::format("{} ({})", source.name, name_of(source.kind)); }

}  // namespace attest
