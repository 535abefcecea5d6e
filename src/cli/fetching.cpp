#include "cli/fetching.hpp"

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <memory>
#include <utility>

#include "cli/keeping.hpp"

namespace attest::cli {

namespace {

using std::chrono::milliseconds;

std::optional<milliseconds> read_time(std::string_view text) {
  constexpr std::int64_t kLargest = 1'000'000;
  constexpr auto kUnits = std::to_array<std::pair<std::string_view, std::int64_t>>(
      {{"ms", 1}, {"s", 1000}, {"m", 60'000}, {"h", 3'600'000}, {"d", 86'400'000}});
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{} || number < 0 || number > kLargest) return std::nullopt;
  text.remove_prefix(static_cast<std::size_t>(end - text.data()));
  if (text.empty() && number == 0) return milliseconds(0);
  for (const auto& [unit, length] : kUnits)
    if (text == unit) return milliseconds(number * length);
  return std::nullopt;
}

/// The value of charset in "text/html; charset=utf-8".
std::string charset_of(std::string_view content_type) {
  constexpr std::string_view kName = "charset=";
  std::size_t at = content_type.find(kName);
  if (at == std::string_view::npos) at = content_type.find("Charset=");
  if (at == std::string_view::npos) return {};
  std::string_view value = content_type.substr(at + kName.size());
  if (value.starts_with('"')) value.remove_prefix(1);
  return std::string(value.substr(0, value.find_first_of("\"; ")));
}

}  // namespace

CLI::Option* add_time_option(CLI::App& command, const std::string& name, milliseconds& time,
                             const std::string& description) {
  return command
      .add_option_function<std::string>(
          name, [&time](const std::string& text) { time = read_time(text).value_or(milliseconds(0)); }, description)
      ->type_name("TIME")
      ->check(CLI::Validator(
          [](std::string& text) {
            return read_time(text) ? std::string() : fmt::format("not a time like 250ms, 5s, 15m, 6h or 1d: {}", text);
          },
          ""));
}

void add_fetching_options(CLI::App& command, FetchingOptions& options) {
  command.add_option("--contact", options.contact, "Whom sites may ask about these requests: a mail address or a page")
      ->type_name("MAIL")
      ->check(CLI::Validator(
          [](std::string& text) {
            const bool plain = text.find_first_of("\r\n()") == std::string::npos && text.size() < 200;
            return plain ? std::string() : std::string("not a mail address or a page");
          },
          ""));
  add_time_option(command, "--per-host-wait", options.per_host_wait, "Between two requests to a host; 5s if not given");
  add_time_option(command, "--timeout", options.timeout, "The longest that an answer may take; 60s if not given");
  command.add_flag("--allow-private", options.allow_private, "Also fetch from this computer and from private networks");
}

FetchOptions fetch_options(const FetchingOptions& options) {
  FetchOptions fetch;
  fetch.contact = options.contact;
  fetch.per_host_wait = options.per_host_wait;
  fetch.limits.time = options.timeout;
  fetch.limits.allow_private = options.allow_private;
  return fetch;
}

Hints hints_of_answer(const Fetched& fetched, const std::string& retrieved_at) {
  Hints hints;
  hints.url = Sourced<std::string>{fetched.url, "fetched", {}};
  hints.retrieved_at = retrieved_at;
  hints.charset = charset_of(header_value(fetched.response.headers, "content-type"));
  return hints;
}

std::function<Result<Member>(const std::string&)> fetching(const FetchingOptions& options) {
  // Shared, because a function can be copied; it keeps the distance between the requests of one run.
  const auto fetcher = std::make_shared<Fetcher>(fetch_options(options), [] { return false; });
  return [fetcher](const std::string& url) -> Result<Member> {
    Fetched fetched = fetcher->get({url, kReportTypes, {}, {}});
    if (fetched.outcome != Outcome::fetched) return fail(ErrorCode::unreadable, std::move(fetched.message), url);
    if (!fetched.response.complete) return fail(ErrorCode::too_large, larger_than(fetched.response.body.size()), url);
    Member member = member_of({}, std::move(fetched.response.body));
    member.content_type = header_value(fetched.response.headers, "content-type");
    member.hints = hints_of_answer(fetched, utc_now());
    return member;
  };
}

}  // namespace attest::cli
