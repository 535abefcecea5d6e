// GeoVirus: news paragraphs in which people marked every place with its coordinates, as an XML file.
#pragma once

#include <string>
#include <vector>

#include "attest/document.hpp"
#include "attest/error.hpp"
#include "attest/lat_lon.hpp"

namespace attest::cli {

struct MarkedPlace {
  Span span;
  LatLon point;
};

/// A text with its places, in text order.
struct PlaceText {
  Document document;  // named by its number in the file: "0001"
  std::vector<MarkedPlace> places;
};

/// @errors of reading the file; bad_resource with the byte where it is not XML, or with the number of the article in which
/// a place lies outside the text or its words are others
[[nodiscard]] Result<std::vector<PlaceText>> read_geovirus(const std::string& path);

}  // namespace attest::cli
