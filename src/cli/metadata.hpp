// What is known about reports from outside their text: options for all of them, and a side file that names them.
// Folders of plain texts have no other way to say when and where they were published.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>

#include "attest/error.hpp"
#include "read/read.hpp"

namespace attest::cli {

/// Where a hint came from, as it stands in the ledger.
inline constexpr std::string_view kFromCommandLine = "command line";
inline constexpr std::string_view kFromMetadataFile = "metadata file";

/// Hints by report name.
using MetadataEntries = std::map<std::string, Hints, std::less<>>;

/// Reads a metadata file: a JSON object, name to {"published","outlet","url","title"}, or a table with a column id and
/// any of those, separated by tabs, or by commas with RFC 4180 quotes. Other members and columns are passed over;
/// null and empty mean unknown.
/// @errors not_found, unreadable, too_large; bad_json with the line or the name whose entry is off
[[nodiscard]] Result<MetadataEntries> load_metadata(const std::filesystem::path& file);

/// All that the command knows about its reports. Const is shareable.
class HintBook {
 public:
  HintBook() = default;
  /// @param for_all  counts for every report, except where its entry says otherwise
  HintBook(Hints for_all, MetadataEntries entries) : for_all_(std::move(for_all)), entries_(std::move(entries)) {}

  /// Whether the metadata file has an entry for a report.
  [[nodiscard]] bool names(std::string_view report) const { return find(report) != nullptr; }
  /// What is known about a report.
  [[nodiscard]] Hints of(std::string_view report) const;

 private:
  /// By its name, then without folders, then without folders and extension.
  [[nodiscard]] const Hints* find(std::string_view report) const;

  Hints for_all_;
  MetadataEntries entries_;
};

}  // namespace attest::cli
