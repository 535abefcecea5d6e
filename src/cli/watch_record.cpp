#include "cli/watch_record.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "base/hash.hpp"
#include "cli/find_document.hpp"
#include "cli/output.hpp"
#include "publish/layout.hpp"
#include "read/feed_time.hpp"
#include "read/url.hpp"

namespace attest::cli {

namespace {

using std::chrono::milliseconds;

constexpr std::array<std::string_view, 3> kWords = {"kept", "known", "recoded"};  // by Kept
constexpr std::int64_t kMaxTries = 5;
constexpr milliseconds kLongestWait = std::chrono::hours(24);
constexpr milliseconds kPatience = std::chrono::minutes(1);  // of a run that is to end

std::optional<std::string> known(std::string value) {
  if (value.empty()) return std::nullopt;
  return value;
}

/// "2026-11-24T09:30:00Z", never before the time it stands for.
std::string utc_after(milliseconds wait) {
  return utc_text(std::chrono::ceil<std::chrono::seconds>(std::chrono::system_clock::now() + wait));
}

/// How long until a time in the ledger; nothing if it has passed.
milliseconds until(const std::optional<std::string>& time) {
  const auto instant = time ? read_feed_time(*time) : std::nullopt;
  if (!instant) return milliseconds(0);
  const auto left = std::chrono::duration_cast<milliseconds>(instant->instant - std::chrono::system_clock::now());
  return std::max(left, milliseconds(0));
}

Task poll_of(FeedRow feed, milliseconds wait, bool is_given) {
  Task task;
  task.feed = std::move(feed);
  task.is_given = is_given;
  task.due = HostGate::Clock::now() + wait;
  return task;
}

Task fetch_of(FetchRow fetch, std::string outlet, milliseconds wait) {
  Task task;
  task.fetch = std::move(fetch);
  task.outlet = std::move(outlet);
  task.due = HostGate::Clock::now() + wait;
  return task;
}

/// The answer's part of a row.
void describe_answer(FetchRow& row, const Done& done) {
  row.retrieved_at = done.at;
  row.final_url = done.fetched.url;
  row.headers = known(done.fetched.response.headers);
  if (done.fetched.response.status > 0) row.status = done.fetched.response.status;
}

}  // namespace

bool WatchRecord::waits_for(milliseconds time) const { return !plan_.once || time <= kPatience; }

milliseconds WatchRecord::wait_after(const std::string& url, std::int64_t failures, const Fetched& fetched) const {
  const auto doublings = static_cast<unsigned>(std::clamp<std::int64_t>(failures - 1, 0, 20));
  const milliseconds wait = std::min(plan_.retry_wait * (std::int64_t{1} << doublings), kLongestWait);
  // A quarter more or less, so that many do not come back at the same moment; the same for the same address and try.
  const std::string hash = sha256_hex(fmt::format("{} {}", url, failures)).substr(0, 4);
  const auto share = std::stol(hash, nullptr, 16);  // of 65536
  const milliseconds spread = wait * 3 / 4 + milliseconds(wait.count() / 2 * share / 65536);
  return std::max(spread, fetched.retry_after.value_or(milliseconds(0)));
}

void WatchRecord::fail_run(const Error& error) {
  complain(error);
  status_ = error.where == "standard output" ? Exit::some_failed : Exit::unusable;
  stopped_ = true;
}

void WatchRecord::start(const std::string& feed_url) {
  if (stopped_ || !feeds_.insert(feed_url).second) return;
  if (const auto started = start_feed(feed_url); !started) return fail_run(started.error());
  for (Task& task : std::exchange(follow_up_, {})) queue_.add(std::move(task));
}

Result<void> WatchRecord::start_feed(const std::string& url) {
  const auto take_up = [&](const Database& database) -> Result<void> {
    ATTEST_TRY(const auto as_report, find_fetch(database, url));
    if (as_report && as_report->state == FetchState::kept) return {};  // it was no feed, and is here
    ATTEST_TRY(auto row, find_feed(database, url));
    if (!row) row = FeedRow{url, {}, {}, {}, {}, {}, 0, {}, {}};
    ATTEST_CHECK(put_feed(database, *row));
    ATTEST_TRY(auto waiting, waiting_fetches(database, url));
    for (FetchRow& fetch : waiting) {
      if (fetch.url.find('#') != std::string::npos) continue;  // the feed holds it, and will give it again
      const milliseconds wait = until(fetch.not_before);
      if (waits_for(wait)) follow_up_.push_back(fetch_of(std::move(fetch), row->title.value_or(""), wait));
    }
    milliseconds wait = until(row->not_before);
    if (!plan_.once && row->polled_at && row->failures == 0)
      if (const auto polled = read_feed_time(*row->polled_at))
        wait = std::max(wait, std::chrono::duration_cast<milliseconds>(polled->instant + plan_.every -
                                                                       std::chrono::system_clock::now()));
    if (!waits_for(wait)) {
      complaints_.push_back({ErrorCode::unreadable, fmt::format("not asked before {}", *row->not_before), url});
      ++left_;
      return {};
    }
    follow_up_.push_back(poll_of(std::move(*row), wait, true));
    return {};
  };
  ATTEST_CHECK(run_.also(take_up));
  for (const Error& error : std::exchange(complaints_, {})) complain(error);
  return run_.commit();
}

void WatchRecord::refuse(const Error& error) {
  complain(error);
  ++refused_;
  if (const auto noted = run_.note(error); !noted) fail_run(noted.error());
}

void WatchRecord::take(Done done) {
  if (stopped_ || done.fetched.outcome == Outcome::stopped) return;
  if (const auto recorded = record(done); !recorded) return fail_run(recorded.error());
  if (const auto committed = run_.commit(); !committed) return fail_run(committed.error());
  for (const Error& error : std::exchange(complaints_, {})) complain(error);
  if (const auto printed = print(std::exchange(lines_, {})); !printed) return fail_run(printed.error());
  for (Task& task : std::exchange(follow_up_, {})) queue_.add(std::move(task));
}

void WatchRecord::leave_late() {
  if (!plan_.once) return;
  for (const Task& task : queue_.take_away(kPatience)) {
    complain({ErrorCode::unreadable, "its host wants to be left alone: left for the next run", task.url()});
    ++left_;
  }
}

Result<void> WatchRecord::record(Done& done) {
  if (done.task.feed && !done.coded) return record_poll(done);
  FetchRow row = done.task.fetch;
  if (done.task.feed) row.url = done.task.feed->url;  // an address on the command line that is no feed
  describe_answer(row, done);
  return done.fetched.outcome == Outcome::fetched ? record_report(done, std::move(row))
                                                  : record_failed_report(done, std::move(row));
}

Result<void> WatchRecord::record_poll(Done& done) {
  const bool failed = done.fetched.outcome != Outcome::fetched && done.fetched.outcome != Outcome::not_modified;
  if (failed || (done.feed && !*done.feed)) return record_failed_poll(done);
  FeedRow row = *done.task.feed;
  row.polled_at = done.at;
  row.not_before.reset();
  row.failures = 0;
  row.status = done.fetched.response.status;
  row.message.reset();
  if (done.feed)
    ATTEST_CHECK(record_feed(row, done));
  else
    lines_ += fmt::format("polled  {}  as before\n", printable(row.url));
  ATTEST_CHECK(run_.also([&](const Database& database) { return put_feed(database, row); }));
  if (!plan_.once) follow_up_.push_back(poll_of(std::move(row), plan_.every, done.task.is_given));
  return {};
}

Result<void> WatchRecord::record_failed_poll(Done& done) {
  FeedRow row = *done.task.feed;
  row.polled_at = done.at;
  row.failures += 1;
  if (done.fetched.response.status > 0) row.status = done.fetched.response.status;
  Error error = done.feed ? done.feed->error() : Error{ErrorCode::unreadable, done.fetched.message, row.url};
  row.message = error.message;
  const milliseconds wait = wait_after(row.url, row.failures, done.fetched);
  row.not_before = utc_after(wait);
  ATTEST_CHECK(run_.also([&](const Database& database) { return put_feed(database, row); }));
  ATTEST_CHECK(run_.note(error));
  const bool again =
      !plan_.once || (wait <= kPatience && row.failures < kMaxTries && done.fetched.outcome == Outcome::later);
  error.message += again ? fmt::format("; again in {} s", static_cast<double>(wait.count()) / 1000) : "";
  complaints_.push_back(std::move(error));
  if (again)
    follow_up_.push_back(poll_of(std::move(row), wait, done.task.is_given));
  else
    ++left_;
  return {};
}

Result<void> WatchRecord::record_feed(FeedRow& row, Done& done) {
  Feed& feed = **done.feed;
  if (!feed.title.empty()) row.title = feed.title;
  std::size_t added = 0;
  bool all = !feed.broken && done.fetched.response.complete;
  for (const FeedItem& item : feed.items) {
    if (added == plan_.max_items) {
      all = false;
      break;
    }
    ATTEST_TRY(const bool is_new, add_item(row, item));
    added += is_new ? 1U : 0U;
    if (is_new && item.url.empty()) all = false;  // if it is lost on the way, the feed must give it again
  }
  if (done.task.is_given)
    for (const std::string& url : feed.feeds)
      if (feeds_.insert(url).second) ATTEST_CHECK(start_feed(url));
  // With these the server says next time that nothing has changed: only if everything was taken.
  row.etag = all ? known(header_value(done.fetched.response.headers, "etag")) : std::nullopt;
  row.last_modified = all ? known(header_value(done.fetched.response.headers, "last-modified")) : std::nullopt;
  if (!done.fetched.response.complete)
    feed.broken = Error{ErrorCode::too_large, "longer than a feed may be: only its beginning was read", row.url};
  if (feed.broken) {
    row.message = feed.broken->message;
    complaints_.push_back(*feed.broken);
    ATTEST_CHECK(run_.note(*feed.broken));
    status_ = Exit::some_failed;
  }
  lines_ += feed.feeds.empty()
                ? fmt::format("polled  {}  {} items, {} new\n", printable(row.url), feed.items.size(), added)
                : fmt::format("polled  {}  a list of {} feeds\n", printable(row.url), feed.feeds.size());
  return {};
}

Result<bool> WatchRecord::add_item(const FeedRow& row, const FeedItem& item) {
  const bool is_here = item.url.empty();  // then the feed must hold the report itself
  if (item.id.empty() || (is_here && item.content.empty() && item.summary.empty())) return false;
  FetchRow fetch;
  fetch.url = is_here ? fmt::format("{}#{}", row.url, item.id) : item.url;
  fetch.feed = row.url;
  fetch.title = known(item.title);
  fetch.author = known(item.author);
  if (item.published) fetch.published = to_iso(item.published->day);
  bool is_new = false;
  const auto remember = [&](const Database& database) -> Result<void> {
    ATTEST_TRY(const bool told, knows_item(database, row.url, item.id));
    if (told) return {};
    ATTEST_TRY(const auto there, find_fetch(database, fetch.url));
    is_new = !there || (is_here && there->state == FetchState::waiting);
    if (!there) ATTEST_CHECK(put_fetch(database, fetch));
    if (is_here) return {};  // it counts as told of once it is kept
    return attest::add_item(database, row.url, item.id, fetch.url);
  };
  ATTEST_CHECK(run_.also(remember));
  if (!is_new) return false;
  Task task = fetch_of(std::move(fetch), row.title.value_or(""), milliseconds(0));
  if (is_here) task.page = page_of(item);
  follow_up_.push_back(std::move(task));
  return true;
}

Result<void> WatchRecord::put(const FetchRow& row) {
  return run_.also([&](const Database& database) { return put_fetch(database, row); });
}

Result<void> WatchRecord::record_report(Done& done, FetchRow row) {
  const Result<Coded>& coded = *done.coded;
  if (!coded) {
    if (coded.error().code == ErrorCode::bad_ledger || coded.error().code == ErrorCode::io)
      return tl::unexpected<Error>(coded.error());
    return refuse_report(std::move(row), coded.error().message);
  }
  ATTEST_TRY(const Kept kept, run_.keep(coded->document, *coded->claims, coded->names));
  row.state = FetchState::kept;
  row.document = coded->document.id;
  row.tries += 1;
  row.not_before.reset();
  row.message.reset();
  lines_ += fmt::format("{:<7} {} {}\n", kWords[static_cast<std::size_t>(kept)], short_id(coded->document.id),
                        printable(row.url));
  return put(row);
}

Result<void> WatchRecord::record_failed_report(Done& done, FetchRow row) {
  row.tries += 1;
  std::string message = done.fetched.message;
  if (done.fetched.outcome != Outcome::later) return refuse_report(std::move(row), std::move(message));
  if (row.tries >= kMaxTries)
    return refuse_report(std::move(row), fmt::format("given up after {} tries: {}", kMaxTries, message));
  const milliseconds wait = wait_after(row.url, row.tries, done.fetched);
  row.not_before = utc_after(wait);
  row.message = message;
  ATTEST_CHECK(put(row));
  const bool again = waits_for(wait);
  complaints_.push_back({ErrorCode::unreadable,
                         fmt::format("{}; again {}", message,
                                     again ? fmt::format("in {} s", static_cast<double>(wait.count()) / 1000)
                                           : fmt::format("after {}", *row.not_before)),
                         row.url});
  if (again)
    follow_up_.push_back(fetch_of(std::move(row), done.task.outlet, wait));
  else
    ++left_;
  return {};
}

Result<void> WatchRecord::refuse_report(FetchRow row, std::string message) {
  row.state = FetchState::refused;
  row.not_before.reset();
  row.message = message;
  ++refused_;
  Error error{ErrorCode::unreadable, std::move(message), row.url};
  ATTEST_CHECK(run_.note(error));
  complaints_.push_back(std::move(error));
  return put(row);
}

void WatchRecord::finish() {
  if (!stopped_)
    if (const auto ended = run_.end(utc_now()); !ended) fail_run(ended.error());
  if (status_ == Exit::done && (refused_ > 0 || left_ > 0)) status_ = Exit::some_failed;
  const RunCounts& counts = run_.counts();
  tell(fmt::format("{} kept, {} already known, {} refused{}\n", counts.added + counts.recoded, counts.known, refused_,
                   left_ > 0 ? fmt::format(", {} left for the next run", left_) : ""));
}

}  // namespace attest::cli
