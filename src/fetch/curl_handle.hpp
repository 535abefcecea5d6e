// What every use of libcurl here begins with: a handle that is released, speaks only HTTP and says who is asking.
#pragma once

#include <curl/curl.h>

#include <chrono>
#include <memory>
#include <string>

namespace attest {

using CurlHandle = std::unique_ptr<CURL, decltype(&curl_easy_cleanup)>;
using CurlHeaders = std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)>;

/// "attest/0.1.0", with whom to ask about it if that is known: "attest/0.1.0 (+desk@example.org)".
[[nodiscard]] std::string user_agent(const std::string& contact = {});

/// A handle for one address: http and https only, no signals, a limit on the time to connect and on that without a byte.
[[nodiscard]] CurlHandle curl_for(const std::string& url, std::chrono::seconds without_bytes);

}  // namespace attest
