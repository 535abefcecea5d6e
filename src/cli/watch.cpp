#include <fmt/format.h>

#include <atomic>
#include <csignal>
#include <memory>
#include <string>
#include <thread>
#include <utility>

#include "base/files.hpp"
#include "cli/commands.hpp"
#include "cli/fetching.hpp"
#include "cli/output.hpp"
#include "cli/setup.hpp"
#include "cli/watch_record.hpp"
#include "cli/watch_work.hpp"
#include "publish/json.hpp"
#include "read/url.hpp"

namespace attest::cli {

namespace {

struct Options {
  ReadingOptions reading;
  WatchPlan plan;
  std::string ledger;
};

constexpr std::size_t kJobs = 8;  // most of them wait for the network

std::atomic<bool> interrupted = false;
static_assert(std::atomic<bool>::is_always_lock_free);

/// The first signal lets what is under way come to its end, a second one ends the program.
void on_signal(int signal) {
  interrupted = true;
  (void)std::signal(signal, SIG_DFL);
}

/// The feeds that a word of the command line names: an address, an OPML list, or a list of addresses.
Result<std::vector<std::string>> feeds_of(const std::string& word) {
  if (looks_like_url(word)) {
    auto url = resolve_url(word);
    if (!url) return fail(ErrorCode::unreadable, std::string(kNoAddress), "an address");
    return std::vector<std::string>{std::move(*url)};
  }
  ATTEST_TRY(const std::string bytes, read_file(word, kMaxFeedBytes));
  if (!looks_like_feed(bytes)) return read_url_list(bytes, word);
  ATTEST_TRY(Feed feed, read_feed(bytes, word));
  if (feed.feeds.empty())
    return fail(ErrorCode::empty,
                feed.items.empty() ? "lists no feeds" : "a saved feed, no list of feeds: attest read reads it", word);
  return std::move(feed.feeds);
}

Exit run(const Options& options) {
  const auto workplace = prepare(options.reading);
  if (!workplace) return workplace.error();
  auto ledger_run =
      LedgerRun::begin(options.ledger, workplace->coder, as_json_array(options.reading.inputs), utc_now());
  if (!ledger_run) return complain(ledger_run.error()), Exit::unusable;
  (void)std::signal(SIGINT, on_signal);
  (void)std::signal(SIGTERM, on_signal);

  Fetcher fetcher(fetch_options(options.reading.fetching), [] { return interrupted.load(); });
  WatchQueue queue(fetcher);
  WatchRecord record(std::move(*ledger_run), options.plan, queue);
  for (const std::string& word : options.reading.inputs) {
    const auto feeds = feeds_of(word);
    if (!feeds) record.refuse(feeds.error());
    for (const std::string& feed : feeds ? *feeds : std::vector<std::string>()) record.start(feed);
  }
  {
    const struct Close {
      WatchQueue& queue;
      ~Close() { queue.close(); }
    } close{queue};  // before the workers are joined, also after an exception
    std::vector<std::jthread> workers;
    for (std::size_t i = 0; i < options.reading.jobs; ++i)
      workers.emplace_back([&] {
        while (auto task = queue.take()) queue.give(work_on(std::move(*task), fetcher, *workplace));
      });
    while (!interrupted && !record.stopped() && !queue.is_empty()) {
      if (auto done = queue.next_done()) record.take(std::move(*done));
      record.leave_late();
    }
    queue.close();
  }
  while (!queue.is_done())
    if (auto done = queue.next_done()) record.take(std::move(*done));
  record.finish();
  return record.status();
}

}  // namespace

Run add_watch(CLI::App& program) {
  auto options = std::make_shared<Options>();
  CLI::App* command = program.add_subcommand("watch", "Poll feeds, and keep the reports that they tell of in a ledger");
  command->add_option("FEEDS", options->reading.inputs, "Addresses of feeds, or files: OPML, or an address a line")
      ->required();
  command->add_option("--into", options->ledger, "The ledger; made if it is missing")->type_name("FILE")->required();
  CLI::Option* every = add_time_option(*command, "--every", options->plan.every, "Between two polls; 15m if not given");
  command->add_flag("--once", options->plan.once, "Poll each feed once, fetch what is new, and end")->excludes(every);
  command->add_option("--max-items", options->plan.max_items, "New reports of a feed at one poll")
      ->type_name("N")
      ->check(CLI::Range(1, 20000))
      ->capture_default_str();
  add_time_option(*command, "--retry-wait", options->plan.retry_wait,
                  "After a first failure, doubled after each further one; 60s if not given");
  add_fetching_options(*command, options->reading.fetching);
  add_knowledge_options(*command, options->reading);
  options->reading.jobs = kJobs;
  command->get_option("--jobs")->default_str(std::to_string(kJobs));
  command->footer(
      "Examples:\n"
      "  attest watch https://example.org/feed.xml --into ledger.db --contact desk@example.org\n"
      "  attest watch feeds.opml --into ledger.db --once\n"
      "Ended or killed, it goes on where it was. See man attest-watch.");
  return [options] { return run(*options); };
}

}  // namespace attest::cli
