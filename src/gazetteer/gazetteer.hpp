// Millions of places in one file that is mapped into memory: opened at once, shared by threads and processes, looked up
// by a name as it is written, as it is folded, or as it sounds. docs/places.md, "Gazetteer".
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "attest/error.hpp"
#include "base/section_file.hpp"
#include "gazetteer/layout.hpp"
#include "gazetteer/place.hpp"

namespace attest {

/// How a name of a place and the name looked for agree, best first.
enum class NameMatch : std::uint8_t {
  exact,       // letter for letter
  folded,      // but for case, accents, hyphens and the article
  sound,       // by sound_key()
  consonants,  // by consonant_key(): the vowels differ
  part,        // but for a word like "upper" or "eastern"
  near         // by a letter more, less or other
};
inline constexpr auto kNameMatches =
    std::to_array<std::string_view>({"exact", "folded", "sound", "consonants", "part", "near"});
[[nodiscard]] constexpr std::string_view name_of(NameMatch match) {
  return kNameMatches.at(static_cast<std::size_t>(match));
}

/// A place that has the name looked for. Its texts lie in the gazetteer, which must outlive it.
struct PlaceCandidate {
  std::string_view name;     // the principal name
  std::string_view matched;  // the one that agrees
  NameMatch match = NameMatch::exact;
  double likeness = 1;  // of the two names' sounds
  PlaceKind kind = PlaceKind::town;
  std::string_view feature, country, adm1, adm2, parent, source, id;
  std::optional<LatLon> point;
  std::int64_t population = 0;
  std::uint32_t row = 0;  // in the gazetteer
};

/// How far a look-up goes.
enum class Depth : std::uint8_t {
  folded,   // the name alone: what reading a report can afford for every name
  sound,    // also names that sound the same
  near,     // also names that differ by a letter, where there are no others
  all_near  // also where there are others
};

/// Const is shareable between threads.
class Gazetteer {
 public:
  /// @errors not_found, unreadable; bad_resource: not a gazetteer, cut, damaged, of another version
  [[nodiscard]] static Result<Gazetteer> open(const std::filesystem::path& path);
  [[nodiscard]] static Result<Gazetteer> from_bytes(std::string bytes, std::string where);

  /// The places of a name, each once, the best agreement first. @param country  only there; empty = everywhere
  [[nodiscard]] std::vector<PlaceCandidate> find(std::string_view name, std::string_view country = {},
                                                 Depth depth = Depth::sound) const;

  [[nodiscard]] std::size_t size() const { return places_.size(); }
  [[nodiscard]] std::size_t names() const { return names_.size(); }
  /// Place number `row`, all of it.
  [[nodiscard]] GazetteerPlace place(std::uint32_t row) const;
  [[nodiscard]] const SectionFile& file() const { return file_; }

 private:
  explicit Gazetteer(SectionFile file) : file_(std::move(file)) {}
  [[nodiscard]] static Result<Gazetteer> from(SectionFile file);

  [[nodiscard]] std::string_view text(TextAt at) const;
  [[nodiscard]] std::uint32_t owner(std::uint32_t name) const;
  [[nodiscard]] PlaceCandidate candidate(std::uint32_t row) const;
  struct Search;
  void look_up(std::span<const NameEntry> index, std::string_view key, Search& search) const;
  void look_nearby(std::string_view key, Search& search) const;

  SectionFile file_;
  std::string_view texts_;
  std::span<const PlaceRow> places_;
  std::span<const TextAt> names_, sources_;
  std::span<const NameEntry> by_name_, by_key_;
};

}  // namespace attest
