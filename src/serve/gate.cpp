#include "serve/gate.hpp"

#include <algorithm>

#include "serve/negotiation.hpp"
#include "serve/problem.hpp"

namespace attest {

namespace {

constexpr std::string_view kScheme = "bearer ";

char lower(char letter) { return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter; }

std::string lowered(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(), lower);
  return out;
}

/// A Host without its port: "[::1]:8080" gives "[::1]".
std::string name_of(std::string_view host) {
  const std::size_t colon = host.rfind(':'), bracket = host.rfind(']');
  const bool has_port = colon != std::string_view::npos && (bracket == std::string_view::npos || colon > bracket);
  std::string name = lowered(host.substr(0, has_port ? colon : host.size()));
  if (name.ends_with('.')) name.pop_back();
  return name;
}

bool is_this_computer(std::string_view name) {
  const bool is_number = name.find_first_not_of("0123456789.") == std::string_view::npos;
  return name == "localhost" || name == "[::1]" || (is_number && name.starts_with("127."));
}

/// "https://attest.example.org:8080" without its scheme: a proxy in front may speak another one.
std::string_view host_of(std::string_view origin) {
  const std::size_t colon = origin.find("://");
  return colon == std::string_view::npos ? origin : origin.substr(colon + 3);
}

Response unauthorized(std::string_view detail) {
  Response response = problem(401, detail);
  response.headers.emplace_back("WWW-Authenticate", "Bearer realm=\"attest\"");
  return response;
}

}  // namespace

std::optional<Response> Gate::refuse_host(const NameValues& headers) const {
  const auto host = header_of(headers, "host");
  if (!host || host->empty()) return problem(400, "a request names the host that it is for");
  if (settings_.any_host) return std::nullopt;
  const std::string name = name_of(*host);
  if (is_this_computer(name)) return std::nullopt;
  for (const std::string& known : settings_.hosts)
    if (lowered(known) == name) return std::nullopt;
  return problem(421, "this server does not answer to that name (attest serve --host)");
}

tl::expected<Visitor, Response> Gate::admit(const NameValues& headers, const std::string& peer) {
  const auto authorization = header_of(headers, "authorization");
  if (!authorization) {
    if (settings_.public_read) return Visitor{.role = Role::read};
    return Visitor{};
  }
  const bool is_bearer = lowered(authorization->substr(0, kScheme.size())) == kScheme;
  if (is_bearer) {
    const auto holder = tokens_.holder_of(authorization->substr(kScheme.size()));
    if (!holder) return tl::unexpected(problem_of(holder.error()));
    if (*holder) return Visitor{.role = (*holder)->role, .name = (*holder)->name};
  }
  const int wait = failed_.add(peer, std::chrono::steady_clock::now());
  if (wait == 0) return tl::unexpected(unauthorized("the token is not valid"));
  Response response = problem(429, "too many tokens that are not valid");
  response.headers.emplace_back("Retry-After", std::to_string(wait));
  return tl::unexpected(std::move(response));
}

std::optional<Response> Gate::refuse_role(const Visitor& visitor, Role least) {
  if (!visitor.role) return unauthorized("this needs a token");
  if (*visitor.role >= least) return std::nullopt;
  if (visitor.name.empty()) return unauthorized("this needs a token");
  return problem(403, "the token does not allow this");
}

std::optional<Response> Gate::refuse_origin(const Request& request) {
  const auto site = request.header("sec-fetch-site");
  const auto origin = request.header("origin"), host = request.header("host");
  const bool is_ours = (!site || *site == "same-origin" || *site == "none") &&
                       (!origin || lowered(host_of(*origin)) == lowered(host.value_or("")));
  if (is_ours) return std::nullopt;
  return problem(403, "a page of another site may change nothing here");
}

}  // namespace attest
