// "the city", "the village", "the Syrian capital": words for a place that the report has named, or that everybody knows.
// Rule: docs/places.md, "The city, the camp".
#pragma once

#include <vector>

#include "annotate/places.hpp"

namespace attest {

/// A mention for each of them that has an antecedent, with its name, kind and point. `found` in token order.
[[nodiscard]] std::vector<PlaceMention> find_references(const Document& document, const Analysis& analysis,
                                                        const Resources& resources, const std::vector<Match>& matches,
                                                        const NameSurvey& survey, const FoundPlaces& found);

}  // namespace attest
