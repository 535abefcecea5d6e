// The sockets: libmicrohttpd with a few threads, each waiting on many connections, so that one that says nothing costs
// nothing. What is asked goes to the Responder.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string_view>

#include "attest/error.hpp"
#include "serve/connections.hpp"
#include "serve/listen_address.hpp"
#include "serve/responder.hpp"

namespace attest {

struct HttpSettings {
  ListenAddress listen;
  unsigned threads = 4;
  unsigned max_connections = 4096;
  Connections::Limits limits;
  /// Told of every request once it is answered; many threads at a time. Empty: nobody is.
  std::function<void(std::string_view line)> log;
};

/// Listens from start() until it is dropped, which lets the answers under way end.
class HttpServer {
 public:
  /// @param responder  outlives the server
  /// @errors io: the address cannot be had
  [[nodiscard]] static Result<HttpServer> start(Responder& responder, const HttpSettings& settings);
  HttpServer(HttpServer&&) noexcept;
  HttpServer& operator=(HttpServer&&) = delete;
  ~HttpServer();
  /// The port that it listens on, the system's choice if the settings said 0.
  [[nodiscard]] std::uint16_t port() const;

 private:
  struct State;
  explicit HttpServer(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace attest
