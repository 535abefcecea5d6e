// Who saw what is masked for readers goes into the chain of acts, before it is shown.
#pragma once

#include <filesystem>
#include <string>

#include "attest/error.hpp"
#include "reconcile/act.hpp"

namespace attest {

struct ViewOfNames {
  ActKind what = ActKind::unmasked_view;  // names, or the saved page: original_view
  std::string by, role, at;               // "2026-11-26T09:30:00Z"
  std::string report;                     // a document's id; or empty and
  std::string incident;                   // an incident's id
};

/// Appends the view to the chain of the ledger. Whoever cannot be noted must not be shown it. @errors bad_ledger, io
[[nodiscard]] Result<void> note_view(const std::filesystem::path& ledger, ViewOfNames view);

}  // namespace attest
