#include "publish/table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>
#include <vector>

#include "publish/describe.hpp"

namespace attest {

namespace {

constexpr std::size_t kColumns = 7;
constexpr std::array<std::string_view, kColumns> kTitles = {"KIND", "COUNT",  "WHO AND WHAT", "WHERE",
                                                            "WHEN", "SOURCE", "CERTAINTY"};

/// The widths of the columns and the space between them, for this many columns of terminal.
struct Grid {
  std::array<int, kColumns> widths = {12, 8, 8, 8, 11, 8, 9};
  int gap = 1;

  explicit Grid(int total) {
    constexpr std::array<std::size_t, 4> kGrowing = {2, 3, 5, 2};  // who and what needs most
    if (total >= 100) gap = 2;
    int rest = total - gap * (static_cast<int>(kColumns) - 1);
    for (const int width : widths) rest -= width;
    for (std::size_t i = 0; rest > 0 && widths[2] < 40; ++i, --rest) ++widths[kGrowing[i % kGrowing.size()]];
  }
};

/// "suicide bombing": for people, and with a place to break.
std::string spaced(std::string_view name) {
  std::string words(name);
  std::ranges::replace(words, '_', ' ');
  return words;
}

std::string who_and_what(const Claim& claim, std::string_view text) {
  std::vector<std::string> parts;
  if (claim.victims) {
    std::string who(slice(text, claim.victims->text));
    if (claim.victims->status != VictimStatus::unknown) who += fmt::format(" ({})", name_of(claim.victims->status));
    parts.push_back(std::move(who));
  }
  if (claim.object) parts.push_back(spaced(name_of(*claim.object)));
  if (claim.actor) parts.push_back("by " + claim.actor->name);
  if (claim.opponent) parts.push_back("against " + claim.opponent->name);
  if (claim.means) parts.push_back(fmt::format("[{}]", spaced(name_of(*claim.means))));
  std::ranges::replace_if(
      parts, [](const std::string& part) { return part.empty(); }, "?");
  return fmt::format("{}", fmt::join(parts, ", "));
}

/// As describe(), with a place to break.
std::string when(const Time& time) {
  std::string days = describe(time);
  if (const std::size_t slash = days.find('/'); slash != std::string::npos) days.insert(slash + 1, " ");
  return days;
}

std::string_view certainty_style(Certainty certainty) {
  switch (certainty) {
    case Certainty::asserted:
      return "0";
    case Certainty::denied:
      return "31";
    default:
      return "33";
  }
}

/// Appends one row whose cells break into as many lines as they need.
void append_row(std::string& out, const Grid& grid, const std::array<std::string, kColumns>& cells,
                const std::array<std::string_view, kColumns>& styles, const View& view) {
  std::array<std::vector<Span>, kColumns> lines;
  std::size_t height = 0;
  for (std::size_t c = 0; c < kColumns; ++c) {
    lines[c] = wrap(cells[c], grid.widths[c]);
    height = std::max(height, lines[c].size());
  }
  for (std::size_t line = 0; line < height; ++line) {
    int pending = 0;  // spaces are held back, so that no line ends in them
    for (std::size_t c = 0; c < kColumns; ++c) {
      const std::string_view words = line < lines[c].size() ? slice(cells[c], lines[c][line]) : std::string_view();
      if (!words.empty()) {
        out += spaces(std::exchange(pending, 0));
        out += styled(view, styles[c], words);
      }
      pending += grid.widths[c] - display_width(words) + grid.gap;
    }
    out += '\n';
  }
}

void append_sentence(std::string& out, std::string_view sentence, int width) {
  const std::string quoted = "\u201C" + printable(sentence) + "\u201D";
  for (const Span line : wrap(quoted, width - 2)) {
    out += "  ";
    out += slice(quoted, line);
    out += '\n';
  }
}

}  // namespace

void append_table(std::string& out, std::span<const Claim> claims, const Document& document, const View& view) {
  const int width = std::max(view.width, kMinTableWidth);
  const Grid grid(width);
  const std::string name = printable(document.name);
  out += styled(view, "1", claims.empty() ? name + ": no claims" : name);
  out += '\n';
  if (claims.empty()) return;
  std::array<std::string, kColumns> titles;
  std::ranges::copy(kTitles, titles.begin());
  append_row(out, grid, titles, {"2", "2", "2", "2", "2", "2", "2"}, view);
  for (const Claim& claim : claims) {
    const std::array<std::string, kColumns> cells = {
        std::string(name_of(claim.kind)),
        claim.count ? describe(*claim.count) : "",
        printable(who_and_what(claim, document.text)),
        claim.place ? printable(describe(*claim.place)) : "",
        claim.time ? when(*claim.time) : "",
        claim.source ? printable(claim.source->name) : "",
        std::string(name_of(claim.certainty)),
    };
    append_row(out, grid, cells, {"1", "0", "0", "0", "0", "0", certainty_style(claim.certainty)}, view);
    append_sentence(out, slice(document.text, claim.sentence), width);
  }
  out += '\n';
}

}  // namespace attest
