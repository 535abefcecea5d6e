// Who coded a claim: the program's version and the version of the knowledge it read.
// It stands in every claim, so that a figure can be traced to the rules that produced it.
#pragma once

#include <string>

namespace attest {

struct Coder {
  std::string program;    // "0.1.0"
  std::string resources;  // of the resources and of the language model: Knowledge::coder()

  /// "attest 0.1.0, resources 1f0c9a77b2de-5b1d2c09".
  [[nodiscard]] std::string to_string() const { return "attest " + program + ", resources " + resources; }
  bool operator==(const Coder&) const = default;
};

}  // namespace attest
