// Fetching as a guest: asks robots.txt first, keeps its distance between two requests, checks every redirect, and
// says of every address whether it was fetched, is as before, will not be had, or may be tried again.
#pragma once

#include <chrono>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <string>

#include "fetch/host_gate.hpp"
#include "fetch/http.hpp"
#include "fetch/robots.hpp"

namespace attest {

struct FetchOptions {
  std::string contact;  // whom to ask about this program's requests: a mail address or a page
  std::chrono::milliseconds per_host_wait{5000};
  HttpLimits limits;
};

enum class Outcome {
  fetched,
  not_modified,  // the server has nothing newer
  refused,       // asking again would be no use, or not welcome
  later,         // something that may pass
  stopped,       // the program is to end
};

struct Fetched {
  Outcome outcome = Outcome::refused;
  std::string url;  // where the redirects have led
  HttpResponse response;
  std::string message;                                   // why it was not fetched, for people
  std::optional<std::chrono::milliseconds> retry_after;  // what the server asks for
};

struct Wanted {
  std::string url;
  std::string accept;
  std::string etag, last_modified;  // of what is there already
};

/// Thread-safe.
class Fetcher {
 public:
  /// @param stopped  asked while waiting for a host's turn: true ends the waiting, not an answer under way
  Fetcher(FetchOptions options, std::function<bool()> stopped);

  [[nodiscard]] Fetched get(const Wanted& wanted);
  /// When a host may be asked next.
  [[nodiscard]] HostGate::Clock::time_point free_at(const std::string& host) const;

 private:
  /// What is known about a site's robots.txt.
  struct Site {
    Robots robots;
    std::optional<Fetched> unknown;  // why it could not be asked
    HostGate::Clock::time_point until;
  };
  [[nodiscard]] Site site_of(const std::string& origin, const std::string& host);
  [[nodiscard]] Site ask_robots(const std::string& origin);
  [[nodiscard]] Fetched ask_politely(const HttpRequest& request, const HttpLimits& limits, const std::string& host,
                                     bool is_robots);

  FetchOptions options_;
  std::function<bool()> stopped_;
  HostGate gate_;
  std::mutex mutex_;
  std::map<std::string, Site> sites_;  // by origin
};

/// How long a Retry-After header asks to wait, from now: a number of seconds or a date.
[[nodiscard]] std::optional<std::chrono::milliseconds> read_retry_after(const std::string& value);

}  // namespace attest
