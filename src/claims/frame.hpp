// One predicate in its sentence with its arguments: what the rules about victims, sides and means look at.
#pragma once

#include "attest/claim.hpp"
#include "claims/arguments.hpp"
#include "claims/attribution.hpp"
#include "claims/sentence_view.hpp"
#include "claims/weighing.hpp"

namespace attest {

struct Frame {
  const SentenceView& s;
  const Predicate& predicate;
  const PredicateMention& mention;
  const Arguments& arguments;
  const Voice& voice;
  const Resources& resources;
  Weighing* weighing = nullptr;

  /// Where the argument that plays `role` stands; an empty range when the predicate has no such argument.
  [[nodiscard]] TokenRange zone_of(Role role) const {
    const Predicate& p = predicate;
    const Arguments& a = arguments;
    if (a.noun) return p.of == role ? a.of : p.subject == role ? a.by : TokenRange{0, 0};
    const bool passive = a.passive && p.object != Role::none;  // an intransitive has none
    if (p.object == role) return passive ? a.subject : a.object;
    if (p.subject == role) return passive ? a.by : a.subject;
    return p.of == role ? a.of : p.from == role ? a.from : TokenRange{0, 0};
  }
};

/// Does the clause word `w` open or join clauses or phrases? Shared by the rules that walk over words.
[[nodiscard]] inline bool is_link(std::string_view w) {
  return w == "in" || w == "on" || w == "at" || w == "by" || w == "from" || w == "with" || w == "for" ||
         w == "against" || w == "near" || w == "behind" || w == "to" || w == "between" || w == "under" ||
         w == "toward" || w == "towards" || w == "into" || w == "among" || w == "outside" || w == "inside" ||
         w == "around" || w == "after" || w == "during" || w == "across" || w == "through" || w == "over" ||
         w == "alongside" || w == "without";
}

}  // namespace attest
