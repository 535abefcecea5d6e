// Who comes in: which names the server answers to, whose token is valid, and which pages may send requests that change
// something. docs/safety.md gives the reasons.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include "serve/failed_logins.hpp"
#include "serve/http.hpp"
#include "serve/token_book.hpp"

namespace attest {

struct GateSettings {
  /// Names that the server answers to besides those of this computer; with any_host to all.
  std::vector<std::string> hosts;
  bool any_host = false;
  /// Whether those without a token may read.
  bool public_read = true;
};

/// Who asks; without a role, nobody who may.
struct Visitor {
  std::optional<Role> role;
  std::string name;  // of the token; empty: anonymous
};

/// Thread-safe.
class Gate {
 public:
  Gate(GateSettings settings, TokenBook tokens) : settings_(std::move(settings)), tokens_(std::move(tokens)) {}

  /// Nothing if the request is for this server, else the answer. Keeps a page of another site, whose name was turned to
  /// this address, from reading (DNS rebinding).
  [[nodiscard]] std::optional<Response> refuse_host(const NameValues& headers) const;
  /// The visitor, or the answer to one whose token is not valid.
  [[nodiscard]] tl::expected<Visitor, Response> admit(const NameValues& headers, const std::string& peer);
  /// Nothing if the visitor may do this, else the answer.
  [[nodiscard]] static std::optional<Response> refuse_role(const Visitor& visitor, Role least);
  /// Nothing unless a browser says that a page of another site sends this.
  [[nodiscard]] static std::optional<Response> refuse_origin(const Request& request);

 private:
  GateSettings settings_;
  TokenBook tokens_;
  FailedLogins failed_;
};

}  // namespace attest
