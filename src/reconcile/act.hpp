// What reviewers do to the record, entry by entry. An act never changes the machine's output: it says what people decided
// of it, is never altered, and is taken back only by another act (docs/review.md).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "attest/span.hpp"
#include "attest/vocabulary.hpp"

namespace attest {

/// The last two are no decisions: somebody saw names, or a saved page, that are masked for readers.
enum class ActKind {
  accept,
  reject,
  correct,
  merge,
  split,
  exclude,
  note,
  sensitive,
  undo,
  unmasked_view,
  original_view
};
template <>
struct Names<ActKind> {
  static constexpr auto values =
      std::to_array<std::string_view>({"accept", "reject", "correct", "merge", "split", "exclude", "note", "sensitive",
                                       "undo", "unmasked-view", "original-view"});
};

/// What of a claim a reviewer can correct.
enum class ClaimField {
  count,
  victims_status,
  victims_group,
  kind,
  actor,
  opponent,
  means,
  object,
  place,
  time,
  certainty,
  scope
};
template <>
struct Names<ClaimField> {
  static constexpr auto values =
      std::to_array<std::string_view>({"count", "victims.status", "victims.group", "kind", "actor", "opponent", "means",
                                       "object", "place", "time", "certainty", "scope"});
};

/// A claim by what stays when its report is coded again: the document, what it claims and the words.
struct ClaimAnchor {
  std::string document;  // its id
  std::string claim;     // "c3": its number when the act was made, for people
  ClaimKind kind = ClaimKind::killed;
  Span trigger, words;           // of the kind; of the count or else the victims, empty if it has none
  std::uint32_t nth = 0;         // among claims of the document that are alike in all this
  std::uint32_t of_trigger = 1;  // claims of the document with this kind and trigger
  bool operator==(const ClaimAnchor&) const = default;
};

/// An incident by its claims.
struct IncidentAnchor {
  std::string id;  // when the act was made
  std::vector<ClaimAnchor> claims;
  bool operator==(const IncidentAnchor&) const = default;
};

struct Act {
  std::int64_t seq = 0;  // 1, 2, 3 …
  std::string at;        // "2026-11-26T09:30:00Z"
  std::string by, role;  // of whoever did it
  ActKind act = ActKind::note;
  std::vector<IncidentAnchor> incidents;     // two or more of a merge, else at most one
  std::vector<ClaimAnchor> claims;           // that are corrected, split off or excluded
  std::string report;                        // of views: the document's id
  std::optional<ClaimField> field;           // of corrections
  std::optional<std::string> machine;        // of corrections: the machine's value then, as JSON
  std::optional<std::string> before, after;  // what was shown, and what is from now on, as JSON
  std::string reason;                        // of a note, the note
  std::optional<std::int64_t> undoes;
  std::string previous, hash;  // SHA-256, 64 hex digits; docs/review.md says of what
  bool operator==(const Act&) const = default;
};

/// What is known of an act besides itself.
struct ActStanding {
  std::optional<std::int64_t> undone_by;
  std::string conflict;  // why it no longer fits; empty: it does
};

}  // namespace attest
