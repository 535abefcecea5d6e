// With what: the weapon or the way of violence of a predicate.
#pragma once

#include "claims/frame.hpp"

namespace attest {

/// The first weapon named in a stretch, or null.
[[nodiscard]] const WeaponMention* weapon_in(const SentenceView& sentence, TokenRange zone);

/// `claim` has its victims already: what an example behind the trigger names is how those of the example were hit.
[[nodiscard]] std::optional<Means> find_means(const Frame& frame, const Claim& claim);

}  // namespace attest
