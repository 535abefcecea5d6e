// Several gazetteers asked as one: the reviewed places, the world, and what a user has added.
#pragma once

#include <deque>
#include <filesystem>
#include <string_view>
#include <vector>

#include "gazetteer/gazetteer.hpp"

namespace attest {

/// Const is shareable between threads.
class Gazetteers {
 public:
  void add(Gazetteer gazetteer) { files_.push_back(std::move(gazetteer)); }
  /// As Gazetteer::find, over all files; near names only where no file has others. Texts live as long as this does.
  [[nodiscard]] std::vector<PlaceCandidate> find(std::string_view name, std::string_view country = {},
                                                 Depth depth = Depth::sound) const;
  [[nodiscard]] const std::deque<Gazetteer>& files() const { return files_; }

 private:
  std::deque<Gazetteer> files_;
};

/// Where the world's gazetteer of a resources folder lies.
[[nodiscard]] std::filesystem::path world_beside(const std::filesystem::path& resources);

}  // namespace attest
