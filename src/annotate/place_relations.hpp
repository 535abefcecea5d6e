// How a phrase stands to the place that it names ("17 km north of Mosul", "on the outskirts of", "between A and B", "the
// border with"), and so how exactly it says where something happened. Rule: docs/places.md, "Precision".
#pragma once

#include <vector>

#include "annotate/mentions.hpp"

namespace attest {

/// Sets relation, precision and, where the words allow one, the point of every place. `places` in token order, with the
/// point of the named place where one is known. Never makes a point out of nothing.
void relate_places(const Analysis& analysis, std::vector<PlaceMention>& places);

}  // namespace attest
