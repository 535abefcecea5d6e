// From a request as it came to an answer as it goes: everything that the server does for all addresses alike. It knows
// no sockets, so tests can ask it.
#pragma once

#include <memory>
#include <string>

#include "serve/http.hpp"
#include "serve/service.hpp"
#include "serve/static_files.hpp"

namespace attest {

/// As it came: target and headers are bytes of a stranger.
struct Received {
  std::string method, target;
  NameValues headers;  // names in lower case
  std::string body;
  std::string peer;  // the address that asks, without the port
};

struct Answer {
  int status = 200;
  NameValues headers;
  std::shared_ptr<const std::string> body;  // shared with others who asked the same
};

/// Thread-safe.
class Responder {
 public:
  explicit Responder(const Service& service) : service_(service) {}
  [[nodiscard]] Answer answer(Received received) const;

 private:
  [[nodiscard]] Response respond(Received& received) const;

  const Service& service_;
  StaticFiles files_;
};

}  // namespace attest
