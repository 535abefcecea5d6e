// One incident from the accounts that tell of it: its place and time, its figures, who is blamed and how well it is told.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "attest/incident.hpp"
#include "reconcile/evidence.hpp"

namespace attest {

/// Nothing if no claim says that it occurred. @param accounts  numbers of accounts, in any order
[[nodiscard]] std::optional<Incident> make_incident(const Evidence& evidence, std::span<const std::uint32_t> accounts);

/// The same of testimonies, in the order of publication.
[[nodiscard]] std::optional<Incident> make_incident_of(const Evidence& evidence, std::span<const std::uint32_t> told);
/// Puts testimonies into the order of publication; those without a date last.
void sort_by_publication(const Evidence& evidence, std::vector<std::uint32_t>& told);

/// Does this claim, in a report that was not taken back, say that it happened?
[[nodiscard]] bool says_it_occurred(const Evidence& evidence, const Testimony& told);

/// The order of lists: by first day, those without a day first, then by id.
[[nodiscard]] bool is_sooner(const Incident& a, const Incident& b);

/// The id of an incident whose earliest claim has this identity: 8 characters, no l, o, i or u among them.
[[nodiscard]] std::string incident_id(std::uint64_t identity);

}  // namespace attest
