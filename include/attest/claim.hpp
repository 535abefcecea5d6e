// A claim: one thing that a report says happened, with who says it, and the words of every field.
// Defined field by field in docs/output.md. All spans are byte ranges into Document::text.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "attest/date.hpp"
#include "attest/lat_lon.hpp"
#include "attest/span.hpp"
#include "attest/vocabulary.hpp"

namespace attest {

struct Count {
  Span text;
  std::optional<std::int64_t> min, max;  // an open side is empty: "at least 26" is 26 to nothing
  Unit unit = Unit::persons;
  bool operator==(const Count&) const = default;
};

struct Victims {
  Span text;
  VictimStatus status = VictimStatus::unknown;
  VictimGroup group = VictimGroup::any;
  bool operator==(const Victims&) const = default;
};

/// The side that acts, or the other side.
struct Party {
  Span text;
  std::string name;  // canonical name from the registry, or the words of the report
  bool operator==(const Party&) const = default;
};

struct Place {
  Span text;
  std::string name;                    // the common English name
  std::optional<std::string> country;  // ISO 3166-1 alpha-2
  std::optional<LatLon> position = {};
  std::optional<int> precision = {};  // UCDP's where_prec: 1 an exact place … 7 outside any country
  bool operator==(const Place&) const = default;
};

/// The first and last day on which it can have happened, as far as the report dates it.
struct Time {
  std::optional<Span> text;               // empty when only the publication date determines it
  std::optional<Date> from, to;           // both, or neither for words that nothing resolves
  std::optional<std::string> value = {};  // TIMEX3: "2017-03-08", "2017-W10", "P3D"
  std::optional<std::string> mod = {};    // TIMEX3: "START", "MID", "END", "APPROX" …
  std::optional<int> precision = {};      // UCDP's date_prec: 1 a day … 5 more than a month
  bool operator==(const Time&) const = default;
};

/// Do both have days, and none in common?
[[nodiscard]] constexpr bool are_apart(const Time& a, const Time& b) {
  return a.from && b.from && (*a.from > *b.to || *a.to < *b.from);
}

struct Source {
  Span text;
  std::string name;
  SourceKind kind = SourceKind::other;
  bool party = false;  // speaks for a side of the conflict
  bool operator==(const Source&) const = default;
};

/// A field whose value does not stand in the claim's own sentence, and the rule that gave it.
struct Derivation {
  std::string field, rule;
  bool operator==(const Derivation&) const = default;
};

struct Claim {
  std::string id;  // "c1", "c2" … in the order of the report
  ClaimKind kind = ClaimKind::killed;
  Span sentence, trigger;
  std::optional<Count> count;
  std::optional<std::string> subset_of;  // the id of the claim of whose people these are a part
  std::optional<Victims> victims;
  std::optional<Party> actor, opponent;
  std::optional<Means> means;
  std::optional<ObjectKind> object;
  std::optional<Place> place;
  std::optional<Time> time;
  std::optional<Source> source;  // the innermost speaker; nothing: the reporter
  std::vector<Source> via;       // who passed it on, outwards: "the agency quoted the minister"
  bool unverified = false;       // the report says that it could not be verified
  Certainty certainty = Certainty::asserted;
  Scope scope = Scope::incident;
  std::string incident;             // claims of one report with the same label are about the same thing
  std::string rule;                 // id of the predicate entry that recognised it
  std::vector<Derivation> derived;  // in the order of the fields above
  bool operator==(const Claim&) const = default;
};

}  // namespace attest
