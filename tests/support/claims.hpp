// Claims and reports made in a line each, for tests of what is made of them: Told("killed").of(12).in("Tamar").
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "attest/claim.hpp"
#include "attest/incident.hpp"
#include "reconcile/reconciler.hpp"

namespace attest::test {

inline Date day(const char* iso) { return *parse_iso_date(iso); }

/// Town → a point of its own, some 50 km from the next.
inline Place town(const std::string& name) {
  double sum = 0;
  for (const char c : name) sum += c % 17;
  return Place{{}, name, "XT", LatLon{33 + sum * 0.05, 37 + sum * 0.3}, 1};
}

class Told {
 public:
  explicit Told(const char* kind) { claim_.kind = *from_name<ClaimKind>(kind); }
  Told& of(std::int64_t figure) { return of(figure, figure); }
  Told& of(std::optional<std::int64_t> min, std::optional<std::int64_t> max) {
    claim_.count = Count{{}, min, max, Unit::persons};
    return *this;
  }
  Told& in(const std::string& name) {
    claim_.place = town(name);
    return *this;
  }
  Told& on(const char* iso) {
    claim_.time = Time{{}, day(iso), day(iso), {}, {}, 1};
    return *this;
  }
  Told& whom(VictimStatus status, VictimGroup group = VictimGroup::any) {
    claim_.victims = Victims{{}, status, group};
    return *this;
  }
  Told& by(const char* actor) {
    claim_.actor = Party{{}, actor};
    return *this;
  }
  Told& with(Means means) {
    claim_.means = means;
    return *this;
  }
  Told& says(const char* source, SourceKind kind) {
    claim_.source = Source{{}, source, kind, false};
    return *this;
  }
  Told& as(Certainty certainty) {
    claim_.certainty = certainty;
    return *this;
  }
  Told& labelled(const char* label) {
    claim_.incident = label;
    return *this;
  }
  Told& part_of(const char* id) {
    claim_.subset_of = id;
    return *this;
  }
  Claim& claim() { return claim_; }

 private:
  Claim claim_;
};

/// One report: its claims are called c1, c2 … and share a label unless they have one.
inline void add(Reconciler& all, const std::string& id, const char* published, std::vector<Told> told,
                const std::string& outlet = {}) {
  std::vector<Claim> claims;
  for (Told& one : told) {
    claims.push_back(one.claim());
    claims.back().id = "c" + std::to_string(claims.size());
    if (claims.back().incident.empty()) claims.back().incident = "it";
  }
  const auto date = *published == '\0' ? std::nullopt : parse_iso_date(published);
  all.add({id, outlet.empty() ? "outlet of " + id : outlet, "", date, {}, false}, claims);
}

}  // namespace attest::test
