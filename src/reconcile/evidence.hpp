// All claims that are reconciled, in a form small enough for millions: what decides which claims belong together and
// what they count for, without the words. An account is what one report tells of one thing.
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "attest/incident.hpp"
#include "reconcile/interned.hpp"

namespace attest {

inline constexpr std::uint32_t kNoClaim = std::numeric_limits<std::uint32_t>::max();

/// Kinds that are told of one event. Claims of two families are never one incident.
enum class Family : std::uint8_t { attack, captivity, abuse, movement, conditions, control };
[[nodiscard]] Family reconcile_family(ClaimKind kind);

/// A claim without its words, but for where they stand.
struct Testimony {
  std::uint64_t identity = 0;  // the same whenever the report is added
  std::uint64_t voice = 0;     // who speaks: a named source, else the outlet; later words replace earlier ones
  std::uint64_t origin = 0;    // independent of testimonies with another one
  std::uint32_t report = 0, claim = 0;
  std::uint32_t whole = kNoClaim;  // the testimony of which it is a part
  Interned::Name actor = 0, opponent = 0, source = 0, label = 0, place = 0;
  Interned::Name stem = 0;  // the place's name without the words for what it is: a district is often called by its town
  std::optional<std::int64_t> min, max;
  std::optional<Date> from, to;
  std::optional<LatLon> position;
  std::uint16_t country = 0;                             // two letters, 0: not known
  std::uint8_t place_precision = 0, time_precision = 0;  // 0: not known
  ClaimKind kind = ClaimKind::killed;
  Unit unit = Unit::persons;
  VictimStatus status = VictimStatus::unknown;
  VictimGroup group = VictimGroup::any;
  std::optional<Means> means;
  std::optional<ObjectKind> object;
  SourceKind source_kind = SourceKind::other;
  Certainty certainty = Certainty::asserted;
  Scope scope = Scope::incident;
  Span trigger, words;  // of the kind; of the count or else the victims, empty if it has none
  bool party = false, unverified = false;
  bool has_victims = false;  // it says to whom; else status and group say nothing
  bool set_aside = false;    // by a reviewer

  [[nodiscard]] bool counted() const { return min || max; }
};

/// Sides that are words for "nobody knows" say nothing.
[[nodiscard]] inline std::string_view known_side(std::string_view name) {
  return name == "unknown" ? std::string_view() : name;
}

/// The two capital letters of a country as one number; 0 for anything else.
[[nodiscard]] inline std::uint16_t country_code(std::string_view letters) {
  const auto is_letter = [](char c) { return c >= 'A' && c <= 'Z'; };
  if (letters.size() != 2 || !is_letter(letters[0]) || !is_letter(letters[1])) return 0;
  return static_cast<std::uint16_t>(static_cast<unsigned char>(letters[0]) << 8U |
                                    static_cast<unsigned char>(letters[1]));
}

struct ReportRow {
  std::string id;
  std::optional<Date> published;
  std::uint32_t first = 0, claims = 0;  // its testimonies
  Interned::Name outlet = 0;
  bool withdrawn = false;
};

/// Lowest and highest number told of a harm; an open side is empty.
struct Bounds {
  std::optional<std::int64_t> min, max;
  bool operator==(const Bounds&) const = default;
};

/// What one report tells of one thing that happened.
struct Account {
  std::uint64_t identity = 0;                     // the smallest of its testimonies'
  std::uint32_t report = 0, first = 0, size = 0;  // its testimonies: Evidence::members
  Interned::Name place = 0, stem = 0, actor = 0, opponent = 0, outlet = 0;
  std::uint16_t country = 0, kinds = 0;            // a bit a ClaimKind
  std::uint8_t place_precision = 0, statuses = 0;  // a bit a VictimStatus
  Family family = Family::attack;
  std::optional<Means> means;
  std::optional<ObjectKind> object;
  std::optional<Date> from, to, published;
  bool dated = false;  // else from and to are what the day of publication allows
  std::optional<LatLon> position;
  Bounds killed, injured, other;
};

class Evidence {
 public:
  /// Takes in a report. `copied_from`: for a claim whose words stood in another report before, that report, which is then
  /// its origin; may be empty.
  /// @return  the number of the report
  std::uint32_t add(const ReportFacts& report, std::span<const Claim> claims,
                    std::span<const std::optional<ReportFacts>> copied_from = {});

  Interned names;
  std::vector<ReportRow> reports;
  std::vector<Testimony> testimonies;
  std::vector<Account> accounts;
  std::vector<std::uint32_t> members;  // testimonies, account by account

  [[nodiscard]] std::span<const std::uint32_t> of(const Account& account) const {
    return std::span(members).subspan(account.first, account.size);
  }
  [[nodiscard]] const std::optional<Date>& published(const Testimony& told) const {
    return reports[told.report].published;
  }

 private:
  void add_account(std::span<const std::uint32_t> told);
};

}  // namespace attest
