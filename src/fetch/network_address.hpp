// Which addresses are of the public network. A feed must not be able to make the program ask the router at home.
#pragma once

#include <string>

struct sockaddr;

namespace attest {

/// Whether a socket address is of the public internet: not loopback, private, link-local, shared, multicast,
/// documentation or reserved, and no IPv6 form of such an IPv4 address.
[[nodiscard]] bool is_public_address(const sockaddr& address);

/// "192.168.0.1", "fe80::1".
[[nodiscard]] std::string to_text(const sockaddr& address);

}  // namespace attest
