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
constexpr int kMaxBatch = 64;
constexpr std::chrono::milliseconds kMaxWait{200};

constexpr std::array<std::string_view, 3> kWords = {"kept", "known", "recoded"};  // by Kept

/// Progress is for a person, and not for a terminal that is busy with results.
bool wants_progress() {
  static const bool wanted = is_terminal(2) && !is_terminal(1);
  return wanted;
}

}  // namespace

std::string utc_now() { return utc_text(std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now())); }

std::string utc_text(std::chrono::sys_seconds instant) {
  const auto day = std::chrono::floor<std::chrono::days>(instant);
  const std::chrono::hh_mm_ss time{instant - day};
  return fmt::format("{}T{:02}:{:02}:{:02}Z", to_iso(day), time.hours().count(), time.minutes().count(),
                     time.seconds().count());
}

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
  const auto kept = coded.claims ? run_.keep(coded.document, *coded.claims)
                                 : run_.meet(coded.document).map([] { return Kept::known; });
  if (!kept) return stop(kept.error(), Exit::unusable);
  waiting_ += fmt::format("{:<7} {} {}\n", kWords[static_cast<std::size_t>(*kept)], short_id(coded.document.id),
                          printable(coded.document.name));
}

void Keeping::commit() {
  if (stopped_) return;
  if (const auto done = run_.commit(); !done) return stop(done.error(), Exit::unusable);
  committed_ = run_.counts();
  in_batch_ = 0;
  batch_began_ = std::chrono::steady_clock::now();
  if (const auto printed = print(std::exchange(waiting_, {})); !printed)
    return stop(printed.error(), Exit::some_failed);
  show_progress();
}

void Keeping::finish() {
  commit();
  if (!stopped_)
    if (const auto ended = run_.end(utc_now()); !ended) stop(ended.error(), Exit::unusable);
  clear_progress();
  tell(fmt::format("{} read, {} already known, {}{} failed\n", committed_.added, committed_.known,
                   committed_.recoded > 0 ? fmt::format("{} coded again, ", committed_.recoded) : "",
                   committed_.failed));
}

void Keeping::say(const Error& error) {
  clear_progress();
  complain(error);
}

void Keeping::stop(const Error& error, Exit status) {
  say(error);
  status_ = status;
  stopped_ = true;
}

void Keeping::show_progress() const {
  if (wants_progress())
    tell(fmt::format("\r{} read, {} already known, {} failed\x1b[K", committed_.added + committed_.recoded,
                     committed_.known, committed_.failed));
}

void Keeping::clear_progress() const {
  if (wants_progress()) tell("\r\x1b[K");
}

}  // namespace attest::cli
