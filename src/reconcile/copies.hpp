// Two reports held against each other word by word: what one repeats of the other, which figures it changed, and what
// that makes of the pair. docs/copies.md explains the rules and where the limits come from.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "reconcile/fingerprint.hpp"

namespace attest {

/// What a report is to another.
enum class Relation {
  identical,    // the same words and figures
  copy,         // nearly all of each stands in the other
  cut,          // nearly all of it stands in the other, which is longer
  merged,       // it takes over whole passages of the other among others
  rewritten,    // the other's text in other words, or with more inserted
  update,       // the other's text with other figures: a follow-up, not a copy
  independent,  // own words, though stock passages may be common
};

inline constexpr std::array<std::string_view, 7> kRelationNames = {"identical", "copy",   "cut",        "merged",
                                                                   "rewritten", "update", "independent"};
[[nodiscard]] constexpr std::string_view name_of(Relation relation) {
  return kRelationNames[static_cast<std::size_t>(relation)];
}

/// Does a report in this relation to another count as a copy of it?
[[nodiscard]] constexpr bool is_copy(Relation relation) { return relation < Relation::update; }

inline constexpr std::uint32_t kNowhere = UINT32_MAX;

/// A figure that stands in the same words in both reports and differs.
struct ChangedFigure {
  std::uint32_t mine = 0, theirs = 0;  // numbers of words
  bool operator==(const ChangedFigure&) const = default;
};

struct Overlap {
  std::vector<std::uint32_t> where;    // of each of my words, where it stands in the other report, or kNowhere
  std::uint32_t mine = 0, theirs = 0;  // my words that stand in the other, and its words that stand in mine
  std::vector<ChangedFigure> changed;  // in the order of my words
};

/// Finds the passages of `mine` that stand in `theirs`, in time linear in both.
[[nodiscard]] Overlap compare(const Fingerprint& mine, const Fingerprint& theirs);

/// What `mine` is to `theirs`. Not symmetric: the cut report is the one that lacks something.
[[nodiscard]] Relation relation_of(const Fingerprint& mine, const Fingerprint& theirs, const Overlap& overlap);

/// Does `mine` begin with a passage that the other lacks, with a figure that stands nowhere in it, before the other's
/// text? So do follow-ups.
[[nodiscard]] bool has_new_lead(const Fingerprint& mine, const Fingerprint& theirs, const Overlap& overlap);

/// What became of words of mine, [first, last).
enum class Standing {
  own,       // not in the other report
  repeated,  // there, with the same figures
  changed,   // there, with other figures: new information
};

inline constexpr std::array<std::string_view, 3> kStandingNames = {"own", "repeated", "changed"};
[[nodiscard]] constexpr std::string_view name_of(Standing standing) {
  return kStandingNames[static_cast<std::size_t>(standing)];
}

[[nodiscard]] Standing standing_of(const Overlap& overlap, std::uint32_t first, std::uint32_t last);

/// The passage of `theirs` in which most of my words [first, last) stand, if any do.
[[nodiscard]] std::optional<std::size_t> passage_of(const Overlap& overlap, const Fingerprint& theirs,
                                                    std::uint32_t first, std::uint32_t last);

}  // namespace attest
