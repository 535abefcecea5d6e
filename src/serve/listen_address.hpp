// Where a server listens, as people write it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "attest/error.hpp"

namespace attest {

struct ListenAddress {
  std::string host = "127.0.0.1";  // a number or a name of this computer, without brackets
  std::uint16_t port = 8080;       // 0: the system chooses

  /// "127.0.0.1:8080", "[::1]:8080", "localhost:8080"; "8080" is on loopback. @errors usage
  [[nodiscard]] static Result<ListenAddress> read(std::string_view text);
  /// Whether only this computer can reach it.
  [[nodiscard]] bool is_loopback() const { return host == "localhost" || host == "::1" || host.starts_with("127."); }
  bool operator==(const ListenAddress&) const = default;
};

/// "http://[::1]:8080/"
[[nodiscard]] std::string url_of(const ListenAddress& address);

}  // namespace attest
