// Whom or what it happens to: the populations and the objects of a predicate, one for each claim.
#pragma once

#include <vector>

#include "claims/frame.hpp"

namespace attest {

/// One population, or one kind of object, that a predicate concerns.
struct Affected {
  std::optional<Count> count;
  std::optional<Victims> victims;
  std::optional<ObjectKind> object;
};

/// The populations that play Role::victims, nearest words first. Empty when the sentence names none.
[[nodiscard]] std::vector<Affected> find_populations(const Frame& frame);

/// The populations of a stretch. Counted ones each for itself; else the one that stands next to the predicate.
[[nodiscard]] std::vector<Affected> people_in(const Frame& frame, TokenRange zone, bool nearest_last);

/// The armed side in a stretch as the people who are hit.
[[nodiscard]] std::optional<Affected> combatants_in(const Frame& frame, TokenRange zone);

/// The protected objects of a stretch, each kind and figure for itself.
[[nodiscard]] std::vector<Affected> find_objects(const Frame& frame, TokenRange zone);
/// "Schools damaged", "7": the object of a form's label, with the figure of its line.
[[nodiscard]] std::vector<Affected> objects_of_label(const Frame& frame);

/// Does the sentence play where civilians are: homes, a market, a wedding, a bus?
[[nodiscard]] bool civilian_scene(const SentenceView& sentence);

}  // namespace attest
