#include "serve/listen_address.hpp"

#include <fmt/format.h>

#include <charconv>

namespace attest {

Result<ListenAddress> ListenAddress::read(std::string_view text) {
  const auto wrong = [&] {
    return fail(ErrorCode::usage, "not an address to listen on, such as 127.0.0.1:8080 or [::1]:8080",
                std::string(text));
  };
  const std::size_t colon = text.rfind(':');
  const bool has_host = colon != std::string_view::npos;
  const std::string_view port = has_host ? text.substr(colon + 1) : text;
  ListenAddress address;
  if (has_host) address.host = text.substr(0, colon);
  const bool is_bracketed = address.host.starts_with('[') && address.host.ends_with(']');
  if (is_bracketed) address.host = address.host.substr(1, address.host.size() - 2);
  if (address.host.empty() || (!is_bracketed && address.host.find(':') != std::string::npos)) return wrong();
  const auto [end, error] = std::from_chars(port.data(), port.data() + port.size(), address.port);
  if (error != std::errc{} || end != port.data() + port.size()) return wrong();
  return address;
}

std::string url_of(const ListenAddress& address) {
  const bool is_ip6 = address.host.find(':') != std::string::npos;
  return fmt::format("http://{}{}{}:{}/", is_ip6 ? "[" : "", address.host, is_ip6 ? "]" : "", address.port);
}

}  // namespace attest
