// Acts of reviewers as a table for people, and as CSV and JSON for programs: docs/review.md.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "attest/review_note.hpp"
#include "publish/layout.hpp"
#include "reconcile/act.hpp"

namespace attest {

/// Appends the act as an object, without a line end.
void append_act_json(std::string& out, const Act& act, const ActStanding& standing);

/// Appends the member of an incident's object that says what people decided: `"review":{"state":"open",…}`.
void append_review_json(std::string& out, const ReviewNote& note);

void append_act_csv_header(std::string& out);
void append_act_csv_row(std::string& out, const Act& act, const ActStanding& standing);

/// "corrects count of c3: {"min":12,"max":12} → {"min":14,"max":14}".
[[nodiscard]] std::string describe(const Act& act);
/// Two lines: who did what when, and the reason.
void append_act_lines(std::string& out, const Act& act, const ActStanding& standing, const View& view);

}  // namespace attest
