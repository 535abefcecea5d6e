// Why a claim's fields have their values: the rule, the words, the way through the sentence's tree, and what else was
// considered. Rules are named and explained in docs/rules.md.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "attest/span.hpp"

namespace attest {

/// Words that could have filled a field and did not.
struct Considered {
  Span text;
  std::string rule;  // why not
  std::string path;  // as FieldReason::path
  bool operator==(const Considered&) const = default;
};

/// A place that has the name of the words; docs/places.md, "Which place of that name", has the weights.
struct Namesake {
  std::string place;  // "Tonga, a town in Upper Nile, SS"
  int points = 0;     // what speaks for it; compares the places of one name
  std::string why;    // "its country is spoken of +63, 120000 people +76"
  bool meant = false;
  bool operator==(const Namesake&) const = default;
};

struct FieldReason {
  std::string field;         // as in Claim: "actor"
  std::string rule;          // what gave the value
  std::optional<Span> text;  // the words it was read from
  std::string path;          // from the trigger to them: "killed -nsubj:pass-> civilians"; empty without a tree
  std::vector<Considered> considered;
  std::vector<Namesake> namesakes = {};  // of a place whose name several have, best first
  bool operator==(const FieldReason&) const = default;
};

/// The reasons of one claim, in the order of its fields; of an empty field only what was considered.
struct Explanation {
  std::string claim;  // Claim::id
  std::vector<FieldReason> fields;
  bool operator==(const Explanation&) const = default;
};

}  // namespace attest
