// In which format an answer is given: what `f` says, else what the Accept header prefers.
#pragma once

#include <array>
#include <span>
#include <string_view>
#include <tl/expected.hpp>

#include "serve/http.hpp"

namespace attest {

enum class AnswerFormat { json, html, csv };

inline constexpr std::array<AnswerFormat, 2> kDocumentFormats = {AnswerFormat::json, AnswerFormat::html};
inline constexpr std::array<AnswerFormat, 3> kFeatureFormats = {AnswerFormat::json, AnswerFormat::html,
                                                                AnswerFormat::csv};

/// The value of `f`: "json", "html", "csv".
[[nodiscard]] std::string_view name_of(AnswerFormat format);
/// For people: "GeoJSON" …
[[nodiscard]] std::string_view title_of(AnswerFormat format);
/// @param features  the answer holds features: application/geo+json and not application/json
[[nodiscard]] std::string_view media_type(AnswerFormat format, bool features);

/// The first of these formats that the client likes best; the first of all where it says nothing. Otherwise the refusal:
/// 400 for a format that `f` names and is not among them, 406 for an Accept header that takes none of them.
[[nodiscard]] tl::expected<AnswerFormat, Response> choose_format(const Request& request,
                                                                 std::span<const AnswerFormat> formats);

}  // namespace attest
