#include <charconv>

#include "serve/http_server.hpp"

namespace attest {

Result<ListenAddress> read_listen_address(std::string_view text) {
  const auto wrong = [&] {
    return fail(ErrorCode::usage, "not an address to listen on, such as 127.0.0.1:8080 or [::1]:8080",
                std::string(text));
  };
  const std::size_t colon = text.rfind(':');
  std::string_view host = colon == std::string_view::npos ? "127.0.0.1" : text.substr(0, colon);
  const std::string_view port = colon == std::string_view::npos ? text : text.substr(colon + 1);
  if (host.starts_with('[') && host.ends_with(']'))
    host = host.substr(1, host.size() - 2);
  else if (host.find(':') != std::string_view::npos)
    return wrong();
  ListenAddress address{.host = std::string(host)};
  const auto [end, error] = std::from_chars(port.data(), port.data() + port.size(), address.port);
  if (host.empty() || error != std::errc{} || end != port.data() + port.size()) return wrong();
  return address;
}

bool is_loopback(std::string_view host) { return host == "localhost" || host == "::1" || host.starts_with("127."); }

}  // namespace attest
