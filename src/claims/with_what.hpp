// With what: the weapon or the way of violence of a predicate.
#pragma once

#include "claims/frame.hpp"

namespace attest {

/// The first weapon named in a stretch, or null.
[[nodiscard]] const WeaponMention* weapon_in(const SentenceView& sentence, TokenRange zone);

[[nodiscard]] std::optional<Means> find_means(const Frame& frame);

}  // namespace attest
