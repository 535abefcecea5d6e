// A claim as a row of the ledger and back, without loss. The columns stand here once, in the order of the schema.
#pragma once

#include <string_view>

#include "attest/claim.hpp"
#include "ledger/sqlite.hpp"

namespace attest {

/// The columns that bind_claim fills and read_claim reads: "id, kind, …".
inline constexpr std::string_view kClaimColumns =
    "id, kind, sentence_begin, sentence_end, trigger_begin, trigger_end, "
    "count_begin, count_end, count_min, count_max, count_unit, subset_of, "
    "victims_begin, victims_end, victims_status, victims_group, "
    "actor_begin, actor_end, actor_name, opponent_begin, opponent_end, opponent_name, means, object, "
    "place_begin, place_end, place_name, place_country, place_latitude, place_longitude, place_precision, "
    "time_begin, time_end, time_value, time_mod, time_from, time_to, time_precision, "
    "source_begin, source_end, source_name, source_kind, source_party, unverified, certainty, scope, incident, rule";
inline constexpr int kClaimColumnCount = 48;

inline constexpr std::string_view kSourceColumns = "source_begin, source_end, source_name, source_kind, source_party";

void bind_claim(Statement& row, const Claim& claim);
void bind_source(Statement& row, const Source& source);

/// Nothing for a value that is on no list, or no span.
[[nodiscard]] std::optional<Source> read_source(Statement& row);

/// Everything but the derivations and those who passed it on, which have their own tables. Nothing for a value that is on no list, or half a span.
[[nodiscard]] std::optional<Claim> read_claim(Statement& row);

}  // namespace attest
