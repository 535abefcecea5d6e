// A ledger's incidents with what its reviewers decided, for the commands that show them and that decide.
#pragma once

#include <filesystem>
#include <memory>
#include <string_view>
#include <vector>

#include "attest/error.hpp"
#include "ledger/reconciled.hpp"
#include "reconcile/decisions.hpp"

namespace attest {

struct ReviewedRecord {
  std::unique_ptr<const Reconciled> reconciled;  // in a place of its own: the record points into it
  MachineRecord machine;
  std::vector<Act> acts;
  Reviewed reviewed;

  [[nodiscard]] ReviewNote note_of(std::string_view id) const {
    const ReviewedIncident* one = reviewed.find(id);
    return one == nullptr ? ReviewNote() : one->note;
  }
};

enum class Decisions { apply, ignore };

/// @param decisions  ignore: what the machine makes of the claims alone  @errors of Ledger::open
[[nodiscard]] Result<ReviewedRecord> review_ledger(const std::filesystem::path& file, Decisions decisions);

}  // namespace attest
