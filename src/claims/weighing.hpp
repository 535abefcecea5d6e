// What the rules weigh while they fill the fields of a claim: what they took and by which rule, what they left and why.
// Only --explain asks. Everywhere else the pointer is null, and a note costs one comparison.
#pragma once

#include <string_view>
#include <vector>

#include "attest/span.hpp"

namespace attest {

struct Weighed {
  std::string_view field, rule;  // string literals; docs/rules.md lists the rules
  Span text;                     // empty: no words in particular
  bool taken = false;
};

/// The notes on one claim, in the order in which its rules ran.
using Weighing = std::vector<Weighed>;

/// `rule` gave `field` its value, read from `text`.
inline void took(Weighing* weighing, std::string_view field, std::string_view rule, Span text = {}) {
  if (weighing != nullptr) weighing->push_back({field, rule, text, true});
}

/// `text` could have filled `field`, but for `rule`.
inline void left(Weighing* weighing, std::string_view field, std::string_view rule, Span text) {
  if (weighing != nullptr) weighing->push_back({field, rule, text, false});
}

}  // namespace attest
