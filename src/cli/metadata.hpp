// A side file that tells what is known about reports from outside their text: when, where and under which title
// they were published. Folders of plain texts have no other way to say it.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>

#include "attest/error.hpp"
#include "read/read.hpp"

namespace attest::cli {

/// Hints by report name. Const is shareable.
class Metadata {
 public:
  /// Reads a JSON object, name to {"published","outlet","url","title"}; null and unknown members are passed over.
  /// @errors not_found, unreadable, bad_json with the name whose entry is off
  [[nodiscard]] static Result<Metadata> load(const std::filesystem::path& file);

  /// The entry for a report: by its name, then without folders, then without folders and extension.
  [[nodiscard]] const Hints* find(std::string_view name) const;

 private:
  std::map<std::string, Hints, std::less<>> entries_;
};

/// `known` where it says something, else `otherwise`.
[[nodiscard]] Hints merged(const Hints& known, const Hints& otherwise);

}  // namespace attest::cli
