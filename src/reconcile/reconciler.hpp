// Claims of many reports in, incidents out. A report more changes only what is linked with it; the result never depends
// on the order in which reports arrive.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "attest/incident.hpp"
#include "reconcile/evidence.hpp"

namespace attest {

/// What a report changed: incidents that are no more, by their ids, and those that came instead.
struct Change {
  std::vector<std::string> gone;
  std::vector<Incident> come;
};

/// One thread at a time.
class Reconciler {
 public:
  /// Takes in a report without working out what it changes. Parameters as of Evidence::add.
  std::uint32_t add(const ReportFacts& report, std::span<const Claim> claims,
                    std::span<const std::optional<ReportFacts>> copied_from = {});
  /// Works out all incidents of what was added so far, from scratch, in the order of their first day and id.
  [[nodiscard]] std::vector<Incident> incidents() const;
  /// The same one by one in no order, without keeping them: millions need not fit into memory.
  void each_incident(const std::function<void(Incident)>& take) const;

  /// Takes in a report and says what it changed. incidents() before, without those gone and with those come, equals
  /// incidents() after.
  [[nodiscard]] Change update(const ReportFacts& report, std::span<const Claim> claims,
                              std::span<const std::optional<ReportFacts>> copied_from = {});

  [[nodiscard]] const Evidence& evidence() const { return evidence_; }

 private:
  class Links;
  using Block = std::pair<std::uint64_t, std::uint32_t>;  // key, account

  void settle() const;
  [[nodiscard]] std::span<const Block> settled(std::uint64_t key) const;
  [[nodiscard]] std::vector<std::uint32_t> members(std::uint64_t key) const;

  Evidence evidence_;
  mutable std::vector<Block> blocks_;  // sorted, of the first settled_ accounts
  mutable std::uint32_t settled_ = 0;
  std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> recent_;  // of accounts that update() added
};

}  // namespace attest
