#include <fmt/format.h>

#include <array>
#include <cctype>

#include "read/blocks.hpp"

namespace attest {

namespace {

constexpr auto kAgencies =
    std::to_array<std::string_view>({"AFP", "Reuters", "AP", "Associated Press", "Xinhua", "DPA", "EFE", "ANSA", "TASS",
                                     "Interfax", "Anadolu", "Kyodo", "UPI", "VOA", "PTI", "IANS"});

constexpr auto kMonths = std::to_array<std::string_view>(
    {"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"});

bool is_letter(char c) { return std::isalpha(static_cast<unsigned char>(c)) != 0; }
bool is_digit(char c) { return std::isdigit(static_cast<unsigned char>(c)) != 0; }

struct Word {
  std::string_view text;
  std::uint32_t begin;
};

/// Runs of letters and runs of digits.
std::vector<Word> words_of(std::string_view line) {
  std::vector<Word> words;
  for (std::size_t i = 0; i < line.size();) {
    std::size_t end = i;
    while (end < line.size() && is_letter(line[end])) ++end;
    if (end == i)
      while (end < line.size() && is_digit(line[end])) ++end;
    if (end > i) words.push_back({line.substr(i, end - i), static_cast<std::uint32_t>(i)});
    i = std::max(end, i + 1);
  }
  return words;
}

std::optional<unsigned> month_of(std::string_view word) {
  if (word.size() < 3) return std::nullopt;
  std::string small(word);
  for (char& c : small) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  for (unsigned m = 0; m < kMonths.size(); ++m)
    if (small.starts_with(kMonths[m])) return m + 1;
  return std::nullopt;
}

std::optional<Sourced<std::string>> agency_in(std::string_view line, std::uint32_t offset, const std::string& origin) {
  const std::string_view agency = agency_named(line);
  if (agency.empty()) return std::nullopt;
  const auto begin = offset + static_cast<std::uint32_t>(agency.data() - line.data());
  return Sourced<std::string>{std::string(agency), origin,
                              Span{begin, begin + static_cast<std::uint32_t>(agency.size())}};
}

void read_byline(Document& document, Span span) {
  const std::string_view line = slice(document.text, span);
  if (!document.published) document.published = date_in(line, span.begin, "byline");
  if (!document.agency) document.agency = agency_in(line, span.begin, "byline");
  if (document.author || document.agency ||
      !(line.starts_with("By ") || line.starts_with("by ") || line.starts_with("BY ")))
    return;
  std::size_t end = 3;
  while (end < line.size() && line[end] != ',' && line[end] != '|' && line.substr(end, 3) != " - ") ++end;
  document.author = Sourced<std::string>{std::string(line.substr(3, end - 3)), "byline",
                                         Span{span.begin + 3, span.begin + static_cast<std::uint32_t>(end)}};
}

void read_dateline(Document& document, Span span) {
  const std::string_view line = slice(document.text, span);
  if (!document.agency) document.agency = agency_in(line, span.begin, "dateline");
  if (!document.published) document.published = date_in(line, span.begin, "dateline");
  if (document.dateline_place) return;
  const std::size_t begin = line.starts_with('(') ? 1 : 0;  // "(Nairobi) – "
  std::size_t end = std::min(line.find_first_of(",(/:)", begin), line.size());
  for (std::string_view dash : {" —", " –", " -", "—", "–"}) end = std::min(end, line.find(dash));
  while (end > begin && line[end - 1] == ' ') --end;
  if (end > begin)
    document.dateline_place = Sourced<std::string>{
        std::string(line.substr(begin, end - begin)), "dateline",
        Span{span.begin + static_cast<std::uint32_t>(begin), span.begin + static_cast<std::uint32_t>(end)}};
}

/// "Goma, 13 March 2024 - The mission condemns": the place and the day of the report before its first sentence. Not
/// "On 13 March 2024 - a Wednesday -".
std::optional<Sourced<Date>> date_of_opening(std::string_view text, std::uint32_t offset) {
  std::size_t end = std::string_view::npos;
  for (std::string_view dash : {" - ", " – ", " — ", " -- "}) end = std::min(end, text.substr(0, 60).find(dash));
  const std::size_t comma = text.find(',');
  if (end == std::string_view::npos || comma > end || text.starts_with("On ") || text.starts_with("In "))
    return std::nullopt;
  return date_in(text.substr(0, end), offset, "dateline");
}

/// A line near the top that is a date and little else: "Saturday, 3 June 2017".
std::optional<Sourced<Date>> date_alone(std::string_view line, std::uint32_t offset) {
  return words_of(line).size() <= 5 ? date_in(line, offset, "date line") : std::nullopt;
}

}  // namespace

std::optional<Sourced<Date>> date_in(std::string_view line, std::uint32_t offset, const std::string& origin) {
  const std::vector<Word> words = words_of(line);
  const auto number = [](std::string_view w) {
    return is_digit(w[0]) && w.size() <= 4 ? std::stoi(std::string(w)) : -1;
  };
  for (std::size_t i = 0; i + 2 < words.size(); ++i) {
    const auto &a = words[i], &b = words[i + 1], &c = words[i + 2];
    int year = 0, day = 0;
    std::optional<unsigned> month;
    if ((month = month_of(a.text)) && is_digit(b.text[0])) {
      day = number(b.text);
      year = number(c.text);
    } else if (is_digit(a.text[0]) && (month = month_of(b.text))) {
      day = number(a.text);
      year = number(c.text);
    } else if (a.text.size() == 4 && is_digit(a.text[0]) && is_digit(b.text[0]) && is_digit(c.text[0]) &&
               line[a.begin + 4] == '-') {
      year = number(a.text);
      month = static_cast<unsigned>(number(b.text));
      day = number(c.text);
    } else {
      continue;
    }
    const auto date = parse_iso_date(fmt::format("{:04}-{:02}-{:02}", year, *month, day));
    const std::uint32_t begin = offset + a.begin, end = offset + c.begin + static_cast<std::uint32_t>(c.text.size());
    if (date) return Sourced<Date>{*date, origin, Span{begin, end}};
  }
  return std::nullopt;
}

std::string_view agency_named(std::string_view line) {
  for (std::string_view agency : kAgencies) {
    for (std::size_t at = line.find(agency); at != std::string_view::npos; at = line.find(agency, at + 1)) {
      const std::size_t end = at + agency.size();
      if ((at > 0 && is_letter(line[at - 1])) || (end < line.size() && is_letter(line[end]))) continue;
      return line.substr(at, agency.size());
    }
  }
  return {};
}

void read_metadata(Document& document) {
  constexpr std::size_t kTop = 4;  // blocks
  bool opened = false;
  for (std::size_t i = 0; i < document.blocks.size(); ++i) {
    const Block& block = document.blocks[i];
    const std::string_view words = slice(document.text, block.span);
    if (i < kTop && block.kind != BlockKind::list_item && !document.published)
      document.published = date_alone(words, block.span.begin);
    if (block.kind == BlockKind::paragraph && !opened) {
      opened = true;
      if (!document.published) document.published = date_of_opening(words, block.span.begin);
    }
    if (block.kind == BlockKind::byline) read_byline(document, block.span);
    if (block.kind == BlockKind::dateline) read_dateline(document, block.span);
    if (block.kind == BlockKind::caption && !document.agency)
      document.agency = agency_in(slice(document.text, block.span), block.span.begin, "credit");
    if (block.kind == BlockKind::headline && !document.title)
      document.title = Sourced<std::string>{std::string(slice(document.text, block.span)), "headline", block.span};
  }
}

}  // namespace attest
