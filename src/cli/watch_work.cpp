#include "cli/watch_work.hpp"

#include <fmt/format.h>

#include <utility>

#include "cli/fetching.hpp"
#include "language/analysis.hpp"
#include "read/format.hpp"
#include "read/read_as.hpp"

namespace attest::cli {

namespace {

constexpr const char* kFeedTypes =
    "application/rss+xml,application/atom+xml,application/feed+json,application/xml;q=0.9,text/xml;q=0.9,"
    "application/json;q=0.8,text/html;q=0.5,*/*;q=0.1";
constexpr const char* kFromFeed = "feed";

/// What the feed says counts where the report is silent; of dates the feed's own is the better one.
Result<Coded> code(const Task& task, std::string bytes, Format format, Hints hints, const Workplace& workplace) {
  const FetchRow& told = task.fetch;
  if (told.published)
    if (const auto date = parse_iso_date(*told.published)) hints.published = Sourced<Date>{*date, kFromFeed, {}};
  ATTEST_TRY(Document document, read_as(format, task.url(), std::move(bytes), hints));
  const auto fill = [](std::optional<Sourced<std::string>>& value, const std::optional<std::string>& from_feed) {
    if (!value && from_feed && !from_feed->empty()) value = Sourced<std::string>{*from_feed, kFromFeed, {}};
  };
  fill(document.title, told.title);
  fill(document.author, told.author);
  fill(document.outlet, task.outlet);
  auto claims = workplace.knowledge.code(document, workplace.trees);
  PrivateNames names = workplace.knowledge.private_names(document);
  return Coded{std::move(document), std::move(claims), std::move(names)};
}

Result<Coded> code_page(const Task& task, Fetched& fetched, const std::string& at, const Workplace& workplace) {
  if (!fetched.response.complete)
    return fail(ErrorCode::too_large, larger_than(fetched.response.body.size()), task.url());
  std::string bytes = std::move(fetched.response.body);
  const std::string type = header_value(fetched.response.headers, "content-type");
  const Format format = sniff(fetched.url, std::string_view(bytes).substr(0, kSniffBytes), type);
  return code(task, std::move(bytes), format, hints_of_answer(fetched, at), workplace);
}

/// A feed; or a page, where an address on the command line is that of a report.
void read_poll(Done& done, const Workplace& workplace) {
  const std::string& body = done.fetched.response.body;
  const Hints hints = hints_of_answer(done.fetched, done.at);
  auto feed = read_feed(body, done.task.url(), done.fetched.url, hints.charset);
  const bool is_page = !feed && done.task.is_given && !looks_like_feed(body) && feed.error().code != ErrorCode::empty &&
                       sniff("", std::string_view(body).substr(0, kSniffBytes)) != Format::json_lines;
  if (is_page)
    done.coded = code_page(done.task, done.fetched, done.at, workplace);
  else
    done.feed = std::move(feed);
}

}  // namespace

Done work_on(Task task, Fetcher& fetcher, const Workplace& workplace) {
  Done done{std::move(task), {}, {}, {}, {}};
  const Task& todo = done.task;
  if (!todo.page.empty()) {
    done.at = utc_now();
    done.fetched.outcome = Outcome::fetched;
    done.fetched.url = todo.url();
    Hints hints;
    hints.retrieved_at = done.at;
    done.coded = code(todo, todo.page, Format::html, std::move(hints), workplace);
    return done;
  }
  Wanted wanted{todo.url(), todo.feed ? kFeedTypes : kReportTypes, {}, {}};
  if (todo.feed) {
    wanted.etag = todo.feed->etag.value_or("");
    wanted.last_modified = todo.feed->last_modified.value_or("");
  }
  done.fetched = fetcher.get(wanted);
  done.at = utc_now();
  if (done.fetched.outcome != Outcome::fetched) return done;
  if (todo.feed)
    read_poll(done, workplace);
  else
    done.coded = code_page(todo, done.fetched, done.at, workplace);
  return done;
}

}  // namespace attest::cli
