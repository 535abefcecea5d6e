// The options of commands that ask the network, and what they lead to.
#pragma once

#include <CLI/CLI.hpp>
#include <chrono>
#include <functional>
#include <string>

#include "fetch/fetcher.hpp"
#include "read/container.hpp"

namespace attest::cli {

struct FetchingOptions {
  std::string contact;
  std::chrono::milliseconds per_host_wait{5000}, timeout{60'000};
  bool allow_private = false;
};

/// Adds the options to a command; `options` must live as long as the command.
void add_fetching_options(CLI::App& command, FetchingOptions& options);

/// An option that takes a time: "250ms", "5s", "15m", "6h", "1d", or 0.
CLI::Option* add_time_option(CLI::App& command, const std::string& name, std::chrono::milliseconds& time,
                             const std::string& description);

[[nodiscard]] FetchOptions fetch_options(const FetchingOptions& options);

/// The content types that a report may have.
inline constexpr const char* kReportTypes =
    "text/html,application/xhtml+xml,application/pdf;q=0.9,text/plain;q=0.8,*/*;q=0.1";

/// What the answer of a server says about the report in it.
[[nodiscard]] Hints hints_of_answer(const Fetched& fetched, const std::string& retrieved_at);

/// Fetches what the addresses among the inputs name; many threads may, one after the other.
[[nodiscard]] std::function<Result<Member>(const std::string&)> fetching(const FetchingOptions& options);

}  // namespace attest::cli
