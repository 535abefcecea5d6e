// A golden case: a text and the claims that it must give, in the form that README.md here describes.
#pragma once

#include <filesystem>
#include <ostream>
#include <string>
#include <utility>
#include <vector>

#include "attest/vocabulary.hpp"

namespace attest::golden {

struct ExpectedClaim {
  int line = 0;         // of the case's file
  std::string written;  // as it stands there
  ClaimKind kind = ClaimKind::killed;
  std::vector<std::pair<std::string, std::string>> fields;  // name and form, quotes included
};

struct Case {
  std::string name;       // "claims/count-range", "negative/flood"
  std::string published;  // ISO date, or empty
  std::string text;
  std::vector<ExpectedClaim> expected;  // empty: no claims at all
};

/// How gtest shows a case.
inline void PrintTo(const Case& one, std::ostream* out) { *out << one.name; }

/// The cases of a folder's *.txt files, sorted by name, named "FOLDER/file". A mistake in one throws with file and line.
[[nodiscard]] std::vector<Case> read_cases(const std::filesystem::path& folder);

/// Reports that must give no claims, one a file.
[[nodiscard]] std::vector<Case> read_negatives(const std::filesystem::path& folder);

/// The names in a list of cases, one a line; "#" begins a comment.
[[nodiscard]] std::vector<std::string> read_names(const std::filesystem::path& file);

}  // namespace attest::golden
