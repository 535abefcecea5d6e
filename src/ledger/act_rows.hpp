// An act as a row of the ledger and back, without loss, and the hash that chains it to the one before.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "attest/error.hpp"
#include "ledger/sqlite.hpp"
#include "reconcile/act.hpp"

namespace attest {

/// The columns that the hash covers, in its order; `sums` and `hash` follow them in the table.
inline constexpr std::array<std::string_view, 15> kActColumns = {"seq",       "at",     "by",     "role",   "act",
                                                                 "incidents", "claims", "report", "field",  "machine",
                                                                 "before",    "after",  "reason", "undoes", "previous"};
inline constexpr std::string_view kActColumnList =
    "seq, at, by, role, act, incidents, claims, report, field, machine, before, after, reason, undoes, previous";

/// A row as text, column by column; nothing is NULL.
using ActRow = std::array<std::optional<std::string>, kActColumns.size()>;

[[nodiscard]] ActRow row_of(const Act& act);
/// @errors bad_ledger: a column holds what this program does not know
[[nodiscard]] Result<Act> act_of(const ActRow& row, const std::string& file);
/// Reads the columns of kActColumnList.
[[nodiscard]] ActRow read_act_row(Statement& row);

/// SHA-256 over the columns as netstrings ("5:hello,"), NULL as "-".
[[nodiscard]] std::string hash_of(const ActRow& row);
/// Of each column the first 8 digits of its SHA-256.
[[nodiscard]] std::string sums_of(const ActRow& row);

}  // namespace attest
