#include "serve/media.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "serve/header_list.hpp"
#include "serve/problem.hpp"

namespace attest {

namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool same(std::string_view a, std::string_view b) {
  return std::ranges::equal(a, b, [](char x, char y) { return lower(x) == lower(y); });
}

/// "0.8" in thousandths; nothing for what is no quality.
std::optional<int> thousandths(std::string_view text) {
  if (text.empty() || text.size() > 5 || (text[0] != '0' && text[0] != '1')) return std::nullopt;
  if (text.size() > 1 && text[1] != '.') return std::nullopt;
  int value = (text[0] - '0') * 1000, weight = 100;
  for (const char c : text.substr(std::min<std::size_t>(text.size(), 2))) {
    if (c < '0' || c > '9') return std::nullopt;
    value += (c - '0') * weight;
    weight /= 10;
  }
  return std::min(value, 1000);
}

std::span<const std::string_view> types_of(AnswerFormat format) {
  // What begins with the type itself is asked for most exactly; the wildcard of a family less, and */* least.
  static constexpr std::array<std::string_view, 5> kJson = {"application/geo+json", "application/json",
                                                            "application/vnd.oai.openapi+json",
                                                            "application/schema+json", "application/*"};
  static constexpr std::array<std::string_view, 3> kHtml = {"text/html", "application/xhtml+xml", "text/*"};
  static constexpr std::array<std::string_view, 2> kCsv = {"text/csv", "text/*"};
  switch (format) {
    case AnswerFormat::json:
      return kJson;
    case AnswerFormat::html:
      return kHtml;
    case AnswerFormat::csv:
      return kCsv;
  }
  return {};
}

/// How much the header likes this format, in thousandths: of the most exact type that it names for it.
int liking(std::string_view accept, AnswerFormat format) {
  int best = 0, exactness = -1;
  while (!accept.empty()) {
    std::string_view range = take_element(accept, ',');
    const std::string_view type = take_element(range, ';');
    int quality = 1000;
    while (!range.empty()) {
      std::string_view parameter = take_element(range, ';');
      if (same(take_element(parameter, '='), "q")) quality = thousandths(parameter).value_or(0);
    }
    const bool wild = type == "*/*", family = type.ends_with("/*");
    const auto types = types_of(format);
    if (!wild && std::ranges::none_of(types, [&](std::string_view one) { return same(one, type); })) continue;
    const int exact = wild ? 0 : family ? 1 : 2;
    if (exact > exactness || (exact == exactness && quality > best)) best = quality;
    exactness = std::max(exactness, exact);
  }
  return best;
}

}  // namespace

std::string_view name_of(AnswerFormat format) {
  return format == AnswerFormat::json ? "json" : format == AnswerFormat::html ? "html" : "csv";
}

std::string_view title_of(AnswerFormat format) {
  return format == AnswerFormat::json ? "JSON" : format == AnswerFormat::html ? "HTML" : "CSV";
}

std::string_view media_type(AnswerFormat format, bool features) {
  switch (format) {
    case AnswerFormat::json:
      return features ? "application/geo+json" : "application/json";
    case AnswerFormat::html:
      return "text/html; charset=utf-8";
    case AnswerFormat::csv:
      return "text/csv; charset=utf-8; header=present";
  }
  return {};
}

tl::expected<AnswerFormat, Response> choose_format(const Request& request, std::span<const AnswerFormat> formats) {
  if (const auto asked = request.parameter("f")) {
    const bool features = std::ranges::find(formats, AnswerFormat::csv) != formats.end();
    for (const AnswerFormat format : formats)
      if (*asked == name_of(format) || (*asked == "geojson" && format == AnswerFormat::json && features)) return format;
    std::string names;
    for (const AnswerFormat format : formats) (names += names.empty() ? "" : ", ") += name_of(format);
    return tl::unexpected(problem(400, fmt::format("f: takes {}", names)));
  }
  const auto accept = request.header("accept");
  if (!accept || trimmed(*accept).empty()) return formats.front();
  AnswerFormat chosen = formats.front();
  int most = 0;
  for (const AnswerFormat format : formats)
    if (const int much = liking(*accept, format); much > most) chosen = format, most = much;
  if (most == 0) return tl::unexpected(problem(406, "Accept: takes none of the formats that this address is given in"));
  return chosen;
}

}  // namespace attest
