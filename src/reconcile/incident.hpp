// One incident from the accounts that tell of it: its place and time, its figures, who is blamed and how well it is told.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>

#include "attest/incident.hpp"
#include "reconcile/evidence.hpp"

namespace attest {

/// Nothing if no claim says that it occurred. @param accounts  numbers of accounts, in any order
[[nodiscard]] std::optional<Incident> make_incident(const Evidence& evidence, std::span<const std::uint32_t> accounts);

/// The id of an incident whose earliest claim has this identity: 8 characters, no l, o, i or u among them.
[[nodiscard]] std::string incident_id(std::uint64_t identity);

}  // namespace attest
