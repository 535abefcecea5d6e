// The fields of a claim that reviewers can correct, as values in JSON: what the machine read, whether a new value may stand
// there, and a claim with it. docs/review.md lists their forms.
#pragma once

#include <string>
#include <string_view>

#include "attest/error.hpp"
#include "reconcile/act.hpp"
#include "reconcile/evidence.hpp"

namespace attest {

/// What the claim has in this field, in the one form in which values are compared: "null", "\"airstrike\"",
/// "{\"min\":14,\"max\":14}".
[[nodiscard]] std::string value_of(const Testimony& told, const Interned& names, ClaimField field);

/// The value in that form. @param json  as a person gives it  @errors bad_json; usage: what may stand there instead
[[nodiscard]] Result<std::string> checked_value(ClaimField field, std::string_view json);

/// Gives the claim the value. @errors of checked_value; the claim is then as it was
[[nodiscard]] Result<void> amend(Testimony& told, Interned& names, ClaimField field, std::string_view json);

/// Limits of names and words that people give, in code points.
inline constexpr std::size_t kMaxName = 200, kMaxReason = 2000;
/// Nothing if the text is well-formed, within the limit, and without control characters (line ends are allowed).
/// @errors usage
[[nodiscard]] Result<void> check_text(std::string_view text, std::size_t limit, std::string_view what);

}  // namespace attest
