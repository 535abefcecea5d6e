// The writing end of attest read: keeps what was coded, in batches, and says so only when it is on the disk.
#pragma once

#include <atomic>
#include <chrono>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "attest/claim.hpp"
#include "attest/document.hpp"
#include "base/utc.hpp"
#include "cli/commands.hpp"
#include "cli/other_languages.hpp"
#include "cli/progress.hpp"
#include "ledger/run.hpp"

namespace attest::cli {

/// A report that was read, its claims unless the ledger has them already, and the private names in it.
struct Coded {
  Document document;
  std::optional<std::vector<Claim>> claims;
  PrivateNames names;
};

/// One thread at a time, but for stopped().
class Keeping {
 public:
  /// @param share  how much of the inputs is done, 0 to 1; 0: not known
  Keeping(LedgerRun run, Progress::Mode mode, std::function<double()> share = {})
      : run_(std::move(run)), mode_(mode), share_(std::move(share)) {}

  /// Before the first report: adds what an older attest kept to the full-text index.
  void make_searchable();

  /// Keeps a report or notes its failure, in the order of the inputs. A ledger that fails ends everything.
  void take(const Result<Coded>& coded);
  /// The last batch, the run's end and the summary.
  void finish();

  [[nodiscard]] bool stopped() const { return stopped_; }
  [[nodiscard]] Exit status() const { return status_; }

 private:
  void keep(const Coded& coded);
  void commit();
  void say(const Error& error);
  void stop(const Error& error, Exit status);

  LedgerRun run_;
  Progress::Mode mode_;
  std::function<double()> share_;
  Progress progress_{"read", mode_};
  RunCounts committed_;
  std::string waiting_;  // lines about documents that are not on the disk yet
  OtherLanguages others_;
  int in_batch_ = 0;
  std::chrono::steady_clock::time_point batch_began_ = std::chrono::steady_clock::now();
  std::atomic<bool> stopped_ = false;
  Exit status_ = Exit::done;
};

}  // namespace attest::cli
