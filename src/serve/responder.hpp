// From a request as it came to an answer as it goes: everything that the server does for all addresses alike. It knows
// no sockets, so tests can ask it.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "serve/answer_cache.hpp"
#include "serve/gate.hpp"
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

/// Thread-safe.
class Responder {
 public:
  /// @param service  outlives it
  Responder(const Service& service, GateSettings gate, TokenBook tokens);

  [[nodiscard]] std::shared_ptr<const Answer> answer(Received received);
  /// An answer to what is refused before it was received whole.
  [[nodiscard]] std::shared_ptr<const Answer> refuse(int status, std::string_view detail) const;

 private:
  [[nodiscard]] std::shared_ptr<const Answer> answer_admitted(Received& received);
  [[nodiscard]] Response respond(Received& received, const Visitor& visitor) const;
  [[nodiscard]] std::shared_ptr<Answer> finish(Response response, bool takes_gzip) const;

  const Service& service_;
  const bool behind_proxy_;  // a server that answers to other names is told by its proxy how it was reached
  Gate gate_;
  StaticFiles files_;
  AnswerCache cache_;
  NameValues safety_;  // headers of every answer
};

}  // namespace attest
