// Where the features of each collection lie in space and time, for whoever opens a map on them.
#pragma once

#include <vector>

#include "serve/documents.hpp"
#include "serve/snapshot.hpp"

namespace attest {

/// One a collection, in the order of collections(). Of claims none is told: those of sensitive incidents would show in it.
[[nodiscard]] std::vector<Extent> extents_of(const Snapshot& snapshot, Role role);

}  // namespace attest
