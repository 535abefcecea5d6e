#include "gazetteer/gazetteers.hpp"

#include <algorithm>

namespace attest {

std::vector<PlaceCandidate> Gazetteers::find(std::string_view name, std::string_view country, Depth depth) const {
  std::vector<PlaceCandidate> all;
  const auto ask = [&](Depth how) {
    for (const Gazetteer& file : files_) {
      std::vector<PlaceCandidate> found = file.find(name, country, how);
      all.insert(all.end(), found.begin(), found.end());
    }
  };
  ask(depth == Depth::all_near ? depth : std::min(depth, Depth::sound));
  if (all.empty() && depth == Depth::near) ask(Depth::near);
  std::ranges::stable_sort(all, [](const PlaceCandidate& a, const PlaceCandidate& b) {
    return a.match != b.match ? a.match < b.match : a.likeness > b.likeness;
  });
  return all;
}

std::filesystem::path world_beside(const std::filesystem::path& resources) {
  const std::filesystem::path folder = resources.has_filename() ? resources : resources.parent_path();
  return folder.parent_path() / "models" / "world.gazetteer";
}

}  // namespace attest
