#include "serve/listen_socket.hpp"

#include <fmt/format.h>
#include <netdb.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include <cerrno>
#include <cstring>
#include <memory>

namespace attest {

namespace {

constexpr int kBacklog = 1024;  // connections that wait to be accepted

}  // namespace

Result<Descriptor> listen_on(const ListenAddress& address) {
  const std::string where = fmt::format("{}:{}", address.host, address.port);
  addrinfo hints{};
  hints.ai_flags = AI_PASSIVE | AI_NUMERICSERV;
  hints.ai_socktype = SOCK_STREAM;
  addrinfo* found = nullptr;
  if (const int code = getaddrinfo(address.host.c_str(), std::to_string(address.port).c_str(), &hints, &found))
    return fail(ErrorCode::io, fmt::format("cannot listen there: {}", gai_strerror(code)), where);
  const std::unique_ptr<addrinfo, decltype(&freeaddrinfo)> owner(found, freeaddrinfo);
  Descriptor socket(::socket(found->ai_family, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
  const int on = 1;
  const bool listens =
      socket.number() >= 0 && setsockopt(socket.number(), SOL_SOCKET, SO_REUSEADDR, &on, sizeof on) == 0 &&
      bind(socket.number(), found->ai_addr, found->ai_addrlen) == 0 && listen(socket.number(), kBacklog) == 0;
  if (listens) return socket;
  const int code = errno;
  return fail(ErrorCode::io,
              code == EADDRINUSE ? "cannot listen there: another program does already (choose a port with --listen)"
                                 : fmt::format("cannot listen there: {}", std::strerror(code)),
              where);
}

Result<std::uint16_t> port_of(const Descriptor& socket) {
  sockaddr_storage name{};
  socklen_t size = sizeof name;
  if (getsockname(socket.number(), reinterpret_cast<sockaddr*>(&name), &size) != 0)
    return fail(ErrorCode::io, fmt::format("the socket has no address: {}", std::strerror(errno)));
  if (name.ss_family == AF_INET6) return ntohs(reinterpret_cast<const sockaddr_in6&>(name).sin6_port);
  return ntohs(reinterpret_cast<const sockaddr_in&>(name).sin_port);
}

}  // namespace attest
