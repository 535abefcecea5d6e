#include <algorithm>
#include <cctype>
#include <cmath>
#include <map>
#include <set>
#include <string_view>
#include <tuple>

#include "read/page_layout.hpp"

namespace attest {

namespace {

constexpr double kMargin = 0.12;  // of the page's height: where headers and footers stand

/// Small letters, and one # for any number.
std::string shape_of(std::string_view text) {
  std::string out;
  for (char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (std::isdigit(byte) != 0) {
      if (!out.ends_with('#')) out += '#';
    } else {
      out += static_cast<char>(std::tolower(byte));
    }
  }
  return out;
}

bool is_page_number(const std::string& shape) {
  for (std::string_view known : {"#", "- # -", "– # –", "page #", "page # of #", "page # / #", "page #/#", "# of #",
                                 "# / #", "#/#", "| #", "# |", "p. #", "[#]"})
    if (shape == known) return true;
  return false;
}

bool stands_alone(const std::vector<Line>& lines, std::size_t at) {
  const auto beside = [&](const Line& other) {
    return &other != &lines[at] && std::abs(other.middle() - lines[at].middle()) < lines[at].size / 2;
  };
  const auto begin = std::ranges::lower_bound(lines, lines[at].page, {}, &Line::page);
  const auto end = std::ranges::upper_bound(lines, lines[at].page, {}, &Line::page);
  return std::none_of(begin, end, beside);
}

}  // namespace

std::vector<bool> find_furniture(const std::vector<Line>& lines, const std::vector<double>& heights) {
  using Place = std::tuple<std::string, int, int>;  // shape, where from the page's nearer edge, font size
  std::map<Place, std::set<std::uint32_t>> pages;
  std::vector<Place> places(lines.size());
  std::vector<bool> in_margin(lines.size());
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const Line& line = lines[i];
    const double height = heights[line.page];
    in_margin[i] = line.bottom < kMargin * height || line.top > (1 - kMargin) * height;
    if (!in_margin[i]) continue;
    const double from_edge = line.middle() < height / 2 ? line.middle() : line.middle() - height;
    places[i] = {shape_of(line.text), static_cast<int>(std::lround(from_edge / 4)),
                 static_cast<int>(std::lround(line.size))};
    pages[places[i]].insert(line.page);
  }
  const std::size_t enough = std::max<std::size_t>(2, (heights.size() + 3) / 4);
  std::vector<bool> out(lines.size());
  for (std::size_t i = 0; i < lines.size(); ++i)
    out[i] = in_margin[i] &&
             (pages[places[i]].size() >= enough || (is_page_number(std::get<0>(places[i])) && stands_alone(lines, i)));
  return out;
}

}  // namespace attest
