// Words around a predicate that make it another thing ("heart attack", "strike a deal"), or that it needs.
#pragma once

#include "claims/sentence_view.hpp"

namespace attest {

/// Do the entry's not_before, not_after, particles and near allow this use?
[[nodiscard]] bool words_allow(const SentenceView& sentence, const Predicate& predicate,
                               const PredicateMention& mention);

}  // namespace attest
