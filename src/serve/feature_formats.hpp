// Features in their formats: a page of GeoJSON with its links, rows of CSV, and pages for people. The last two are made
// from the GeoJSON, so that they cannot say anything else.
#pragma once

#include <string>
#include <string_view>

#include "serve/collections.hpp"
#include "serve/features.hpp"
#include "serve/http.hpp"
#include "serve/media.hpp"
#include "serve/question.hpp"

namespace attest {

/// A page of items in this format, with its links.
[[nodiscard]] Response page_response(const Request& request, const Collection& collection, const Question& question,
                                     const Features& page, AnswerFormat format);
/// One feature. @param json  the GeoJSON feature
[[nodiscard]] Response feature_response(const Request& request, const Collection& collection, std::string_view json,
                                        AnswerFormat format);

/// A line of names, and a row a feature, as RFC 4180 has it: members of objects have a column each (review_state), lists
/// of words are joined by "; ", lists of objects are JSON, and a point is longitude and latitude. What a spreadsheet would
/// take for a formula is defused. @param json  features, separated by commas
[[nodiscard]] std::string features_csv(const Collection& collection, std::string_view json);

[[nodiscard]] Response items_page(const Request& request, const Collection& collection, const Question& question,
                                  const Features& page);
[[nodiscard]] Response item_page(const Request& request, const Collection& collection, std::string_view json);

}  // namespace attest
