// A ledger's claims put together into incidents, for the commands that show them and for the server.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "attest/error.hpp"
#include "reconcile/lineage.hpp"
#include "reconcile/reconciler.hpp"

namespace attest {

/// Reports with claims, by ClaimRef::report: their rows in the ledger and their names, ascending by row.
struct Reconciled {
  Reconciler all;
  std::vector<Incident> incidents;
  std::vector<DocumentKey> keys;
  std::vector<std::string> names;
  std::map<std::string, std::string>
      masked;  // names that hold a private person's, of speakers, sides and reports, without it
};

/// A claim whose words stood in another report before has its origin there.
/// @param progress  is called now and then with how many claims are taken in, of how many
/// @errors of Ledger::open
[[nodiscard]] Result<Reconciled> reconcile_ledger(
    const std::filesystem::path& file, const std::function<void(std::int64_t done, std::int64_t total)>& progress = {});

}  // namespace attest
