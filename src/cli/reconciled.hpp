// A ledger's claims put together into incidents, for the commands that show them.
#pragma once

#include <string>
#include <vector>

#include "attest/document.hpp"
#include "attest/error.hpp"
#include "cli/commands.hpp"
#include "reconcile/reconciler.hpp"

namespace attest::cli {

struct Reconciled {
  Reconciler all;
  std::vector<Incident> incidents;
  std::vector<std::string> ids, names;  // of the reports' documents, by ClaimRef::report
};

/// A claim whose words stood in another report before has its origin there.
/// @param file  the ledger  @errors of Ledger::open
[[nodiscard]] Result<Reconciled> reconcile_ledger(const std::string& file);

/// The incident with this id, or the only one whose id begins so (at least 3 characters).
/// @errors not_found; usage: several begin so
[[nodiscard]] Result<const Incident*> find_incident(const Reconciled& reconciled, const std::string& word);

/// Says what is wrong and gives the exit status for it.
[[nodiscard]] Exit failed(const Error& error);
/// Prints the text, or says why not.
[[nodiscard]] Exit printed(const Result<std::string>& text);

}  // namespace attest::cli
