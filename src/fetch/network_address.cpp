#include "fetch/network_address.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>

namespace attest {

namespace {

struct Range4 {
  std::uint32_t network;
  unsigned bits;
};

constexpr std::uint32_t ip(unsigned a, unsigned b, unsigned c, unsigned d) {
  return (a << 24U) | (b << 16U) | (c << 8U) | d;
}

/// IANA's registry of special-purpose IPv4 addresses (RFC 6890), and multicast.
constexpr auto kSpecial4 = std::to_array<Range4>({{ip(0, 0, 0, 0), 8},
                                                  {ip(10, 0, 0, 0), 8},
                                                  {ip(100, 64, 0, 0), 10},
                                                  {ip(127, 0, 0, 0), 8},
                                                  {ip(169, 254, 0, 0), 16},
                                                  {ip(172, 16, 0, 0), 12},
                                                  {ip(192, 0, 0, 0), 24},
                                                  {ip(192, 0, 2, 0), 24},
                                                  {ip(192, 88, 99, 0), 24},
                                                  {ip(192, 168, 0, 0), 16},
                                                  {ip(198, 18, 0, 0), 15},
                                                  {ip(198, 51, 100, 0), 24},
                                                  {ip(203, 0, 113, 0), 24},
                                                  {ip(224, 0, 0, 0), 3}});

bool is_public4(std::uint32_t address) {
  return std::ranges::none_of(
      kSpecial4, [&](const Range4& range) { return (address ^ range.network) >> (32U - range.bits) == 0; });
}

std::uint32_t last4(const in6_addr& address, std::size_t at) {
  return ip(address.s6_addr[at], address.s6_addr[at + 1], address.s6_addr[at + 2], address.s6_addr[at + 3]);
}

/// Only 2000::/3 is given out; in it 2001::/23 and 2001:db8::/32 are special, and 2002::/16 carries an IPv4 address.
bool is_public6(const in6_addr& address) {
  const auto& bytes = address.s6_addr;
  const auto all_zero = [&](std::size_t end) { return std::all_of(bytes, bytes + end, [](auto b) { return b == 0; }); };
  if (all_zero(10) && bytes[10] == 0xFF && bytes[11] == 0xFF) return is_public4(last4(address, 12));  // mapped
  constexpr std::array<std::uint8_t, 12> kNat64 = {0, 0x64, 0xFF, 0x9B};                              // RFC 6052
  if (std::equal(kNat64.begin(), kNat64.end(), bytes)) return is_public4(last4(address, 12));
  if ((bytes[0] & 0xE0U) != 0x20) return false;
  if (bytes[0] == 0x20 && bytes[1] == 0x02) return is_public4(last4(address, 2));  // 6to4
  const bool special = bytes[0] == 0x20 && bytes[1] == 0x01 && (bytes[2] < 2 || (bytes[2] == 0x0D && bytes[3] == 0xB8));
  const bool documentation = bytes[0] == 0x3F && bytes[1] == 0xFF && bytes[2] < 0x10;  // 3fff::/20, RFC 9637
  return !special && !documentation;
}

}  // namespace

bool is_public_address(const sockaddr& address) {
  if (address.sa_family == AF_INET) {
    sockaddr_in in = {};
    std::memcpy(&in, &address, sizeof in);
    return is_public4(ntohl(in.sin_addr.s_addr));
  }
  if (address.sa_family == AF_INET6) {
    sockaddr_in6 in = {};
    std::memcpy(&in, &address, sizeof in);
    return is_public6(in.sin6_addr);
  }
  return false;
}

std::string to_text(const sockaddr& address) {
  std::array<char, INET6_ADDRSTRLEN> text{};
  if (address.sa_family == AF_INET) {
    sockaddr_in in = {};
    std::memcpy(&in, &address, sizeof in);
    ::inet_ntop(AF_INET, &in.sin_addr, text.data(), text.size());
  } else if (address.sa_family == AF_INET6) {
    sockaddr_in6 in = {};
    std::memcpy(&in, &address, sizeof in);
    ::inet_ntop(AF_INET6, &in.sin6_addr, text.data(), text.size());
  }
  return text.data();
}

}  // namespace attest
