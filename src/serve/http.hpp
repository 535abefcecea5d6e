// A request that has been received whole, and the answer to it: all that handlers know of HTTP. They are plain
// functions of these values; sockets, limits and tokens are the server's.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace attest {

/// What a token allows; each includes those before it.
enum class Role { read, review, admin };

[[nodiscard]] constexpr std::string_view role_name(Role role) {
  return role == Role::admin ? "admin" : role == Role::review ? "review" : "read";
}

using NameValues = std::vector<std::pair<std::string, std::string>>;

struct Request {
  std::string method;  // "GET"
  std::string path;    // "/api/collections/incidents/items", percent-decoded, well-formed UTF-8
  NameValues query;    // in the order of the address, percent-decoded
  NameValues headers;  // names in lower case
  NameValues parts;    // of the path, by the names in the route: {"collection", "incidents"}
  std::string body;
  std::string origin;  // "http://127.0.0.1:8080": under which address the client reached the server
  Role role = Role::read;
  std::string reviewer;  // the token's name; empty: anonymous

  /// The first value of this name, if any.
  [[nodiscard]] std::optional<std::string_view> parameter(std::string_view name) const { return first(query, name); }
  /// The part of the path that the route calls so. The route has it, so it is there.
  [[nodiscard]] std::string_view part(std::string_view name) const { return first(parts, name).value_or(""); }
  [[nodiscard]] std::optional<std::string_view> header(std::string_view name) const { return first(headers, name); }

 private:
  static std::optional<std::string_view> first(const NameValues& values, std::string_view name) {
    for (const auto& [key, value] : values)
      if (key == name) return value;
    return std::nullopt;
  }
};

/// A GET that is answered with 200 is kept for who asks the same of the same snapshot, with the same role, unless it says
/// "Cache-Control: no-store".
struct Response {
  int status = 200;
  std::string type = "application/json";
  std::string body;
  NameValues headers;  // others than Content-Type, Content-Length, ETag and those of safety, which the server adds
};

}  // namespace attest
