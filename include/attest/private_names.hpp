// Where a report names private persons: kept with the report, so that whoever is not to see a name is shown none.
// Rules: docs/safety.md.
#pragma once

#include <string>
#include <vector>

#include "attest/span.hpp"

namespace attest {

struct PrivateName {
  Span span;
  std::string name;  // the words of the span
  bool operator==(const PrivateName&) const = default;
};

/// Sorted, without overlap.
struct PrivateNames {
  std::vector<PrivateName> text;   // in Document::text
  std::vector<PrivateName> title;  // in the value of Document::title
  [[nodiscard]] bool empty() const { return text.empty() && title.empty(); }
  bool operator==(const PrivateNames&) const = default;
};

}  // namespace attest
