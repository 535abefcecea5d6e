// Who does it and to which side: the actor and the opponent of a predicate, from the words of its own sentence.
#pragma once

#include "claims/frame.hpp"

namespace attest {

/// The side in a stretch. Unless `any_position`, not one inside "against X", "from X", "in X".
[[nodiscard]] std::optional<Party> party_in(const Frame& frame, TokenRange zone, bool any_position);

/// Who does it: the subject, the agent after "by", or the words before a noun ("US air strikes").
[[nodiscard]] std::optional<Party> find_actor(const Frame& frame);

/// The side that loses the place or fights back.
[[nodiscard]] std::optional<Party> find_opponent(const Frame& frame);

}  // namespace attest
