#include "cli/keeping.hpp"

#include <fmt/format.h>

#include <array>
#include <string_view>
#include <utility>

#include "cli/find_document.hpp"
#include "cli/output.hpp"
#include "publish/layout.hpp"

namespace attest::cli {

namespace {

// Reaching the disk takes milliseconds, so documents share the wait; nobody waits long to see theirs.
constexpr int kMaxBatch = 4096;
constexpr std::chrono::milliseconds kMaxWait{200};
constexpr std::chrono::seconds kLong{10};  // a run whose time and rate are worth a line

constexpr std::array<std::string_view, 3> kWords = {"kept", "known", "recoded"};  // by Kept

/// ", 2 coded again", or nothing.
std::string counted(std::int64_t count, std::string_view what) {
  return count > 0 ? fmt::format(", {} {}", grouped(count), what) : std::string();
}

}  // namespace

void Keeping::take(const Result<Coded>& coded) {
  if (stopped_) return;
  if (coded) {
    keep(*coded);
  } else if (coded.error().code == ErrorCode::bad_ledger || coded.error().code == ErrorCode::io) {
    stop(coded.error(), Exit::unusable);
  } else {
    say(coded.error());
    status_ = Exit::some_failed;
    if (const auto noted = run_.note(coded.error()); !noted) stop(noted.error(), Exit::unusable);
  }
  if (++in_batch_ >= kMaxBatch || std::chrono::steady_clock::now() - batch_began_ >= kMaxWait) commit();
}

void Keeping::keep(const Coded& coded) {
  const auto kept = coded.claims ? run_.keep(coded.document, *coded.claims, coded.names)
                                 : run_.meet(coded.document).map([] { return Kept::known; });
  if (!kept) return stop(kept.error(), Exit::unusable);
  waiting_ += fmt::format("{:<7} {} {}{}\n", kWords[static_cast<std::size_t>(*kept)], short_id(coded.document.id),
                          printable(coded.document.name), not_coded(coded.document));
  others_.note(other_language(coded.document));
}

void Keeping::commit() {
  if (stopped_) return;
  if (const auto done = run_.commit(); !done) return stop(done.error(), Exit::unusable);
  committed_ = run_.counts();
  in_batch_ = 0;
  batch_began_ = std::chrono::steady_clock::now();
  if (const auto printed = print(std::exchange(waiting_, {})); !printed)
    return stop(printed.error(), Exit::some_failed);
  progress_.show(committed_.added + committed_.recoded, share_ ? share_() : 0.0,
                 counted(committed_.known, "known") + counted(committed_.failed, "failed"));
}

void Keeping::make_searchable() {
  Progress adding("older documents made searchable", mode_);
  const auto done = run_.make_searchable([&](std::int64_t count, std::int64_t total) { adding.show(count, total); });
  adding.clear();
  if (!done) stop(done.error(), Exit::unusable);
}

void Keeping::finish() {
  commit();
  if (!stopped_)
    if (const auto ended = run_.end(utc_now()); !ended) stop(ended.error(), Exit::unusable);
  progress_.clear();
  if (mode_ == Progress::Mode::quiet) return;
  tell(fmt::format("{} read, {} already known{}, {} failed\n", committed_.added, committed_.known,
                   counted(committed_.recoded, "coded again"), committed_.failed));
  const auto elapsed = progress_.elapsed();
  const std::int64_t all = committed_.added + committed_.known + committed_.recoded + committed_.failed;
  if (elapsed > kLong)
    tell(fmt::format("{} in {}, {} a second\n", grouped(all), as_duration(elapsed),
                     grouped(static_cast<std::int64_t>(static_cast<double>(all) / elapsed.count()))));
  tell(others_.line());
}

void Keeping::say(const Error& error) {
  progress_.clear();
  complain(error);
}

void Keeping::stop(const Error& error, Exit status) {
  say(error);
  status_ = status;
  stopped_ = true;
}

}  // namespace attest::cli
