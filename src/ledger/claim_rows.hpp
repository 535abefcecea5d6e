// A claim as a row of the ledger and back, without loss. The columns stand here once, in the order of the schema.
#pragma once

#include <string_view>

#include "attest/claim.hpp"
#include "ledger/sqlite.hpp"

namespace attest {

/// The columns that bind_claim fills and read_claim reads: "kind, sentence_begin, …".
inline constexpr std::string_view kClaimColumns =
    "kind, sentence_begin, sentence_end, trigger_begin, trigger_end, "
    "count_begin, count_end, count_min, count_max, count_unit, "
    "victims_begin, victims_end, victims_status, victims_group, "
    "actor_begin, actor_end, actor_name, opponent_begin, opponent_end, opponent_name, means, object, "
    "place_begin, place_end, place_name, place_country, time_begin, time_end, time_from, time_to, "
    "source_begin, source_end, source_name, source_kind, certainty, scope, incident, rule";
inline constexpr int kClaimColumnCount = 38;

void bind_claim(Statement& row, const Claim& claim);

/// Everything but the derivations, which have their own table. Nothing for a value that is on no list, or half a span.
[[nodiscard]] std::optional<Claim> read_claim(Statement& row);

}  // namespace attest
