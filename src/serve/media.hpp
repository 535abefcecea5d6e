// In which format an answer is given: what `f` says, else what the Accept header prefers.
#pragma once

#include <array>
#include <span>
#include <string_view>
#include <tl/expected.hpp>

#include "serve/http.hpp"

namespace attest {

enum class Format { json, html, csv };

inline constexpr std::array<Format, 2> kDocumentFormats = {Format::json, Format::html};
inline constexpr std::array<Format, 3> kFeatureFormats = {Format::json, Format::html, Format::csv};

/// The value of `f`: "json", "html", "csv".
[[nodiscard]] std::string_view name_of(Format format);
/// For people: "GeoJSON" …
[[nodiscard]] std::string_view title_of(Format format);
/// @param features  the answer holds features: application/geo+json and not application/json
[[nodiscard]] std::string_view media_type(Format format, bool features);

/// The first of these formats that the client likes best; the first of all where it says nothing. Otherwise the refusal:
/// 400 for a format that `f` names and is not among them, 406 for an Accept header that takes none of them.
[[nodiscard]] tl::expected<Format, Response> choose_format(const Request& request, std::span<const Format> formats);

}  // namespace attest
