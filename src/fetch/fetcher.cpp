#include "fetch/fetcher.hpp"

#include <curl/curl.h>
#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <ctime>
#include <utility>

#include "fetch/curl_handle.hpp"
#include "read/url.hpp"

namespace attest {

namespace {

using std::chrono::milliseconds;

constexpr int kMaxRedirects = 5;
constexpr std::string_view kProduct = "attest";  // the name by which robots.txt may address us
constexpr std::chrono::minutes kLongestInLine{1};
constexpr std::chrono::hours kRobotsFor{24};     // RFC 9309, 2.4
constexpr std::chrono::minutes kNoRobotsFor{5};  // until a site that could not say is asked again
constexpr milliseconds kLongestRetryAfter = std::chrono::hours{24 * 7};

bool may_pass(int status) { return status == 408 || status == 425 || status == 429 || status >= 500; }

bool is_redirect(int status) {
  return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

Outcome outcome_of(HttpFailure failure) {
  switch (failure) {
    case HttpFailure::private_address:
    case HttpFailure::broken:
      return Outcome::refused;
    case HttpFailure::too_slow:
    case HttpFailure::unreachable:
      break;
  }
  return Outcome::later;
}

/// What an answer that is no redirect means.
Fetched judged(HttpResponse response, const HttpRequest& request) {
  Fetched fetched{Outcome::refused, request.url, std::move(response), {}, {}};
  const int status = fetched.response.status;
  const bool conditional = !request.etag.empty() || !request.last_modified.empty();
  if (status == 200) {
    fetched.outcome = Outcome::fetched;
  } else if (status == 304 && conditional) {
    fetched.outcome = Outcome::not_modified;
  } else {
    fetched.message = fmt::format("the server answers {}", status);
    if (may_pass(status)) fetched.outcome = Outcome::later;
    fetched.retry_after = read_retry_after(header_value(fetched.response.headers, "retry-after"));
  }
  return fetched;
}

}  // namespace

std::optional<milliseconds> read_retry_after(const std::string& value) {
  if (value.empty()) return std::nullopt;
  std::int64_t seconds = 0;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), seconds);
  if (error != std::errc{} || end != value.data() + value.size()) {
    const std::time_t date = curl_getdate(value.c_str(), nullptr);
    if (date < 0) return std::nullopt;
    seconds = static_cast<std::int64_t>(date) - static_cast<std::int64_t>(std::time(nullptr));
  }
  const std::int64_t longest = kLongestRetryAfter.count() / 1000;
  return milliseconds(1000 * std::clamp<std::int64_t>(seconds, 0, longest));
}

Fetcher::Fetcher(FetchOptions options, std::function<bool()> stopped)
    : options_(std::move(options)), stopped_(std::move(stopped)), gate_(options_.per_host_wait, stopped_) {}

HostGate::Clock::time_point Fetcher::free_at(const std::string& host) const { return gate_.free_at(host); }

Fetched Fetcher::ask_politely(const HttpRequest& request, const HttpLimits& limits, const std::string& host,
                              bool is_robots) {
  // Nobody stands in line for long: another host may be asked meanwhile.
  const auto wait = std::chrono::ceil<milliseconds>(gate_.free_at(host) - HostGate::Clock::now());
  if (wait > kLongestInLine)
    return {Outcome::later, request.url, {}, "the host wants to be left alone for a while", wait};
  if (!gate_.enter(host)) return {Outcome::stopped, request.url, {}, "stopped", {}};
  auto answer = ask(request, limits);
  gate_.leave(host, is_robots);  // its robots.txt and the first page are one visit
  if (!answer) return {outcome_of(answer.error().kind), request.url, {}, std::move(answer.error().message), {}};
  Fetched fetched = judged(std::move(*answer), request);
  if (fetched.retry_after && fetched.outcome == Outcome::later) gate_.rest(host, *fetched.retry_after);
  return fetched;
}

Fetcher::Site Fetcher::ask_robots(const std::string& origin) {
  HttpRequest request{origin + "/robots.txt", user_agent(options_.contact), "text/plain,*/*;q=0.5", {}, {}};
  HttpLimits limits = options_.limits;
  limits.bytes = kMaxRobotsBytes;
  const auto now = HostGate::Clock::now();
  for (int hops = 0; hops <= kMaxRedirects; ++hops) {
    const Fetched answer = ask_politely(request, limits, parts_of_url(request.url).host, true);
    if (answer.outcome == Outcome::fetched)
      return {Robots::parse(answer.response.body, kProduct), {}, now + kRobotsFor};
    const auto next = is_redirect(answer.response.status)
                          ? resolve_url(header_value(answer.response.headers, "location"), request.url)
                          : std::nullopt;
    if (!next) {
      // "Unavailable" (4xx) means that there are no rules; "unreachable" (5xx, no answer) that nothing is allowed.
      if (answer.response.status >= 300 && answer.outcome == Outcome::refused) return {{}, {}, now + kRobotsFor};
      Site site{Robots::closed(), answer, now + kNoRobotsFor};
      if (answer.outcome == Outcome::refused && answer.response.status == 0)
        return site;  // an address that must not be asked at all
      site.unknown->message = fmt::format("robots.txt cannot be had: {}", answer.message);
      return site;
    }
    request.url = *next;
  }
  return {{}, {}, now + kRobotsFor};
}

Fetcher::Site Fetcher::site_of(const std::string& origin, const std::string& host) {
  {
    const std::lock_guard lock(mutex_);
    const auto known = sites_.find(origin);
    if (known != sites_.end() && known->second.until > HostGate::Clock::now()) return known->second;
  }
  Site site = ask_robots(origin);
  if (const auto delay = site.robots.crawl_delay()) gate_.slow_down(host, *delay);
  if (site.unknown && site.unknown->outcome == Outcome::stopped) return site;
  const std::lock_guard lock(mutex_);
  return sites_.insert_or_assign(origin, std::move(site)).first->second;
}

Fetched Fetcher::get(const Wanted& wanted) {
  HttpRequest request{wanted.url, user_agent(options_.contact), wanted.accept, wanted.etag, wanted.last_modified};
  for (int hops = 0; hops <= kMaxRedirects; ++hops) {
    const UrlParts parts = parts_of_url(request.url);
    if (parts.host.empty()) return {Outcome::refused, request.url, {}, "not an address", {}};
    const Site site = site_of(parts.origin, parts.host);
    if (site.unknown) {
      Fetched unknown = *site.unknown;
      unknown.url = request.url;
      unknown.response = {};
      return unknown;
    }
    if (!site.robots.allows(parts.target))
      return {Outcome::refused, request.url, {}, "robots.txt of this site does not allow it", {}};
    Fetched answer = ask_politely(request, options_.limits, parts.host, false);
    if (!is_redirect(answer.response.status)) return answer;
    const std::string location = header_value(answer.response.headers, "location");
    const auto next = location.empty() ? std::nullopt : resolve_url(location, request.url);
    answer.outcome = Outcome::refused;
    answer.message = fmt::format("the server answers {} and no address that may be followed", answer.response.status);
    if (!next) return answer;
    request.url = *next;
  }
  return {Outcome::refused, request.url, {}, fmt::format("more than {} redirects", kMaxRedirects), {}};
}

}  // namespace attest
