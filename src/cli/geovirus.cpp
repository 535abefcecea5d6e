#include "cli/geovirus.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <pugixml.hpp>

#include "base/files.hpp"
#include "base/utf8.hpp"
#include "read/blocks.hpp"

namespace attest::cli {

namespace {

constexpr std::size_t kMostBytes = std::size_t{1} << 28U;

/// Offsets count code points from 1; the end is the one behind the name.
Result<PlaceText> read_article(const pugi::xml_node& article, std::size_t number, const std::string& where) {
  PlaceText out;
  out.document.name = fmt::format("{:04}", number);
  out.document.text = article.child("text").text().get();
  if (first_invalid_utf8(out.document.text))
    return fail(ErrorCode::bad_encoding, "the text is not UTF-8", fmt::format("{}: article {}", where, number));
  out.document.blocks = blocks_of_lines(out.document.text);
  const std::vector<std::uint32_t> at = code_point_borders(out.document.text);
  for (const pugi::xml_node& location : article.child("locations").children("location")) {
    const std::string_view name = location.child("name").text().get();
    const unsigned begin = location.child("start").text().as_uint();
    const unsigned end = location.child("end").text().as_uint();
    if (begin == 0 || end <= begin || end > at.size())
      return fail(ErrorCode::bad_resource, fmt::format("'{}' does not lie in the text", name),
                  fmt::format("{}: article {}", where, number));
    const auto point = LatLon::from_degrees(location.child("lat").text().as_double(1000),
                                            location.child("lon").text().as_double(1000));
    if (!point)
      return fail(ErrorCode::bad_resource, fmt::format("'{}' has no point on the globe", name),
                  fmt::format("{}: article {}", where, number));
    const MarkedPlace place{.span = {at[begin - 1], at[end - 1]}, .point = *point};
    if (slice(out.document.text, place.span) != name)
      return fail(ErrorCode::bad_resource, fmt::format("'{}' does not stand where it should", name),
                  fmt::format("{}: article {}", where, number));
    out.places.push_back(place);
  }
  std::ranges::sort(out.places, {}, [](const MarkedPlace& place) { return place.span.begin; });
  return out;
}

}  // namespace

Result<std::vector<PlaceText>> read_geovirus(const std::string& path) {
  ATTEST_TRY(const std::string bytes, read_file(path, kMostBytes));
  pugi::xml_document file;
  const pugi::xml_parse_result parsed = file.load_buffer(bytes.data(), bytes.size());
  if (!parsed)
    return fail(ErrorCode::bad_resource, fmt::format("not XML at byte {}: {}", parsed.offset, parsed.description()),
                path);
  std::vector<PlaceText> texts;
  for (const pugi::xml_node& article : file.child("articles").children("article")) {
    ATTEST_TRY(PlaceText text, read_article(article, texts.size() + 1, path));
    texts.push_back(std::move(text));
  }
  if (texts.empty()) return fail(ErrorCode::empty, "no <article> in <articles>", path);
  return texts;
}

}  // namespace attest::cli
