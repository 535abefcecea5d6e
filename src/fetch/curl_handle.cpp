#include "fetch/curl_handle.hpp"

#include <stdexcept>

namespace attest {

namespace {

constexpr long kSecondsToConnect = 30;

/// libcurl wants this once, before there are threads that use it.
void set_up() {
  static const CURLcode code = curl_global_init(CURL_GLOBAL_DEFAULT);
  if (code != CURLE_OK) throw std::runtime_error("libcurl cannot be set up");
}

}  // namespace

std::string user_agent(const std::string& contact) {
  const std::string name = "attest/" ATTEST_VERSION;
  return contact.empty() ? name : name + " (+" + contact + ")";
}

CurlHandle curl_for(const std::string& url, std::chrono::seconds without_bytes) {
  set_up();
  CurlHandle curl(curl_easy_init(), curl_easy_cleanup);
  if (!curl) throw std::bad_alloc();
  curl_easy_setopt(curl.get(), CURLOPT_URL, url.c_str());
  curl_easy_setopt(curl.get(), CURLOPT_PROTOCOLS_STR, "http,https");
  curl_easy_setopt(curl.get(), CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(curl.get(), CURLOPT_CONNECTTIMEOUT, kSecondsToConnect);
  curl_easy_setopt(curl.get(), CURLOPT_LOW_SPEED_LIMIT, 1L);
  curl_easy_setopt(curl.get(), CURLOPT_LOW_SPEED_TIME, static_cast<long>(without_bytes.count()));
  curl_easy_setopt(curl.get(), CURLOPT_USERAGENT, user_agent().c_str());
  return curl;
}

}  // namespace attest
