// An incident: the claims of many reports about one thing that happened, what they say together, and what each of them
// counts for. Rules and their names: docs/methodology.md.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "attest/claim.hpp"

namespace attest {

/// The versions of the rules that made an incident; they stand in every export.
inline constexpr std::string_view kMatchingRule = "attest-match-1";
inline constexpr std::string_view kFigureRule = "attest-figures-1";

/// What reconciling needs to know of a report besides its claims.
struct ReportFacts {
  std::string id;  // Document::id, or any name that no other report has
  std::string outlet, agency;
  std::optional<Date> published;
  std::optional<std::uint32_t> origin = {};  // reports with the same number copy one another; none: a text of its own
  bool withdrawn = false;                    // taken back by whoever published it
  bool operator==(const ReportFacts&) const = default;
};

/// A claim by the place of its report in the order in which reports were given, and its own place in the report.
struct ClaimRef {
  std::uint32_t report = 0, claim = 0;
  auto operator<=>(const ClaimRef&) const = default;
};

enum class ClaimRole { recommended, triangulation, superseded, excluded };

/// Why a claim has its role.
enum class RoleReason {
  best_figure,      // recommended: its figure is the best one
  agrees,           // triangulation: gives the same figure or one that contains it
  other_figure,     // triangulation: gives another figure, which low or high takes in
  same_origin,      // triangulation: another claim of its origin speaks already
  vague,            // triangulation: gives words where others give figures
  early,            // triangulation: two origins or more have told later
  outlier,          // triangulation: far from what three origins or more say
  no_figure,        // triangulation: tells of it without a figure
  part,             // triangulation: a part of another figure, never added to it
  later_toll,       // superseded: its source has said another figure since
  denied,           // excluded: says that it did not happen
  not_occurred,     // excluded: may happen, or will
  withdrawn,        // excluded: its report was taken back
  impossible_part,  // triangulation: larger than the whole that it is a part of; flagged, not repaired
  reviewer          // excluded: a reviewer left it out
};

struct LinkedClaim {
  ClaimRef claim;
  ClaimRole role = ClaimRole::triangulation;
  RoleReason reason = RoleReason::no_figure;
  bool operator==(const LinkedClaim&) const = default;
};

/// What the claims together say of one harm and one population. An open side is empty.
struct Figure {
  ClaimKind harm = ClaimKind::killed;
  Unit unit = Unit::persons;
  std::optional<VictimStatus> status;  // none: people of every status
  VictimGroup group = VictimGroup::any;
  std::optional<std::int64_t> low, best, high;
  std::uint32_t origins = 0;  // independent ones that give a figure
  bool impossible = false;    // more than the people of whom they are a part
  bool operator==(const Figure&) const = default;
};

/// Airwars' words, by its definitions.
enum class Grade { confirmed, fair, weak, contested, discounted };
enum class Responsibility { unclaimed, claimed, accused, admitted, denied, contested };
enum class StrikeStatus { declared_strike, likely_strike, contested_strike, single_source_claim };

/// What is said of one side's part in it.
struct Blame {
  std::string actor;
  std::vector<std::string> said_by, denied_by;  // sources, sorted, each once
  bool admitted = false;                        // it says so itself
  bool operator==(const Blame&) const = default;
};

struct Incident {
  std::string id;                   // 8 characters, made from its earliest claim
  std::vector<LinkedClaim> claims;  // in the order of publication
  std::vector<Figure> figures;      // of everyone before parts; killed first
  std::vector<ClaimKind> kinds;     // what is claimed of it, each once
  std::optional<Means> means;       // what most origins say
  std::string place, country;       // empty: not known
  std::optional<LatLon> position;
  std::optional<int> place_precision, time_precision;  // UCDP's where_prec and date_prec
  std::optional<Date> from, to;                        // when it happened
  std::optional<Date> first_published, last_published;
  std::uint32_t reports = 0, origins = 0;
  std::vector<Blame> blame;  // in the order of names
  Grade grade = Grade::weak;
  Responsibility responsibility = Responsibility::unclaimed;
  std::optional<StrikeStatus> strike;  // only of strikes
  bool operator==(const Incident&) const = default;

  /// The figure of everyone whom this harm befell, if any claim gives one.
  [[nodiscard]] const Figure* total(ClaimKind harm) const {
    for (const Figure& figure : figures)
      if (figure.harm == harm && figure.unit == Unit::persons && !figure.status && figure.group == VictimGroup::any)
        return &figure;
    return nullptr;
  }
};

template <>
struct Names<ClaimRole> {
  static constexpr auto values =
      std::to_array<std::string_view>({"recommended", "triangulation", "superseded", "excluded"});
};
template <>
struct Names<RoleReason> {
  static constexpr auto values = std::to_array<std::string_view>(
      {"best-figure", "agrees", "other-figure", "same-origin", "vague", "early", "outlier", "no-figure", "part",
       "later-toll", "denied", "not-occurred", "withdrawn", "impossible-part", "reviewer"});
};
template <>
struct Names<Grade> {
  static constexpr auto values =
      std::to_array<std::string_view>({"confirmed", "fair", "weak", "contested", "discounted"});
};
template <>
struct Names<Responsibility> {
  static constexpr auto values =
      std::to_array<std::string_view>({"unclaimed", "claimed", "accused", "admitted", "denied", "contested"});
};
template <>
struct Names<StrikeStatus> {
  static constexpr auto values =
      std::to_array<std::string_view>({"declared_strike", "likely_strike", "contested_strike", "single_source_claim"});
};

}  // namespace attest
