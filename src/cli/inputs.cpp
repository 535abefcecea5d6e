#include "cli/inputs.hpp"

#include <glob.h>

#include <algorithm>
#include <filesystem>
#include <memory>
#include <system_error>
#include <utility>

#include "base/utf8.hpp"
#include "read/format.hpp"
#include "read/url.hpp"

namespace attest::cli {

namespace fs = std::filesystem;

namespace {

Error unreadable(const fs::path& path, const std::error_code& reason) {
  return {ErrorCode::unreadable, "cannot be read: " + reason.message(), path.string()};
}

/// What a folder holds, by the path below it.
using Listing = std::vector<std::pair<std::string, Result<Input>>>;

void list(const fs::path& folder, const std::string& below, Listing& listing) {
  std::error_code error;
  fs::directory_iterator entries(folder, error);
  for (; !error && entries != fs::directory_iterator(); entries.increment(error)) {
    const std::string file_name = entries->path().filename().string();
    if (file_name.starts_with('.')) continue;
    const std::string name = below + file_name;
    std::error_code ignored;
    if (entries->is_directory(ignored)) {
      if (!entries->is_symlink(ignored)) list(entries->path(), name + "/", listing);
    } else if (is_report_name(name) && fs::is_other(entries->status(ignored))) {  // a pipe might never end
      listing.emplace_back(name,
                           fail(ErrorCode::unreadable, "not a file but a pipe, socket or device: not read in a folder",
                                entries->path().string()));
    } else if (is_report_name(name)) {
      listing.emplace_back(name, Input{entries->path().string(), as_utf8(name), false});
    }
  }
  if (error) listing.emplace_back(below, tl::unexpected<Error>(unreadable(folder, error)));
}

void expand_folder(const fs::path& folder, std::vector<Result<Input>>& inputs) {
  Listing listing;
  list(folder, "", listing);
  if (listing.empty()) inputs.push_back(fail(ErrorCode::empty, "no reports in this folder", folder.string()));
  std::ranges::sort(listing, {}, &Listing::value_type::first);
  for (auto& [name, input] : listing) inputs.push_back(std::move(input));
}

std::vector<std::string> matches(const std::string& pattern) {
  glob_t found = {};
  const std::unique_ptr<glob_t, decltype(&globfree)> release(&found, &globfree);
  if (::glob(pattern.c_str(), GLOB_NOSORT, nullptr, &found) != 0) return {};
  std::vector<std::string> paths(found.gl_pathv, found.gl_pathv + found.gl_pathc);
  std::ranges::sort(paths);  // by bytes: glob() itself would sort as the locale does
  return paths;
}

void expand_path(const std::string& path, std::vector<Result<Input>>& inputs) {
  std::error_code error;
  if (const auto status = fs::status(path, error); fs::is_directory(status))
    expand_folder(path, inputs);
  else if (fs::exists(status))
    inputs.push_back(Input{path, as_utf8(fs::path(path).filename().string())});
  else if (error && error != std::errc::no_such_file_or_directory && error != std::errc::not_a_directory)
    inputs.push_back(tl::unexpected<Error>(unreadable(path, error)));
  else
    inputs.push_back(fail(ErrorCode::not_found, "no such file or folder", path));
}

}  // namespace

std::vector<Result<Input>> expand(std::span<const std::string> words) {
  std::vector<Result<Input>> inputs;
  for (const std::string& word : words) {
    std::error_code ignored;
    if (looks_like_url(word)) {
      auto url = resolve_url(word);
      if (url)
        inputs.push_back(Input{*url, *url});
      else
        inputs.push_back(fail(ErrorCode::unreadable, std::string(kNoAddress), "an address"));
    } else if (word == "-") {
      inputs.push_back(Input{"-", "stdin"});
    } else if (word.find_first_of("*?[") == std::string::npos || fs::exists(word, ignored)) {
      expand_path(word, inputs);
    } else if (const auto paths = matches(word); !paths.empty()) {
      for (const std::string& path : paths) expand_path(path, inputs);
    } else {
      inputs.push_back(fail(ErrorCode::not_found, "matches no file", word));
    }
  }
  return inputs;
}

}  // namespace attest::cli
