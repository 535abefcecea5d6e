#include "serve/responder.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <exception>

#include "base/hash.hpp"
#include "serve/gzip.hpp"
#include "serve/links.hpp"
#include "serve/negotiation.hpp"
#include "serve/problem.hpp"
#include "serve/routes.hpp"
#include "serve/safety_headers.hpp"
#include "serve/target.hpp"

namespace attest {

namespace {

constexpr std::size_t kCacheBytes = std::size_t{128} << 20U;
constexpr std::size_t kWorthZipping = 600;  // less fits into one packet with its headers
constexpr int kZipLevel = 4;

Response not_allowed(const std::vector<std::string_view>& methods) {
  Response response = problem(405, "this address does not know the method");
  std::string allow;
  for (const std::string_view method : methods) {
    if (!allow.empty()) allow += ", ";
    allow += method;
    if (method == "GET") allow += ", HEAD";
  }
  response.headers.emplace_back("Allow", std::move(allow));
  return response;
}

bool has(const NameValues& headers, std::string_view name) {
  return std::any_of(headers.begin(), headers.end(), [&](const auto& header) { return header.first == name; });
}

bool is_reading(std::string_view method) { return method == "GET" || method == "HEAD"; }

/// Everything that an answer may depend on, besides the snapshot.
std::string cache_key(const Received& received, const Visitor& visitor, std::string_view origin, bool takes_gzip) {
  return fmt::format("{}{}\n{}\n{}\n{}", visitor.role ? role_name(*visitor.role) : "nobody", takes_gzip ? "+" : "-",
                     origin, header_of(received.headers, "accept").value_or(""), received.target);
}

}  // namespace

Responder::Responder(const Service& service, GateSettings gate, TokenBook tokens)
    : service_(service),
      behind_proxy_(!gate.hosts.empty()),
      gate_(std::move(gate), std::move(tokens)),
      files_(web_files()),
      cache_(kCacheBytes),
      safety_(safety_headers(service.settings().tiles)) {}

Response Responder::respond(Received& received, const Visitor& visitor) const {
  auto target = read_target(received.target);
  if (!target) return problem_of(target.error());
  Match match = match_route(all_routes(), received.method, target->path);
  if (!match.route && !match.allowed.empty()) return not_allowed(match.allowed);
  if (!match.route) {
    if (target->path == "/api" || target->path.starts_with("/api/")) return problem(404, "no such address");
    auto file = files_.find(target->path);
    if (!file) return problem(404, "no such page");
    return is_reading(received.method) ? std::move(*file) : not_allowed({"GET"});
  }
  Request request{.method = std::move(received.method),
                  .path = std::move(target->path),
                  .query = std::move(target->query),
                  .headers = std::move(received.headers),
                  .parts = std::move(match.parts),
                  .body = std::move(received.body)};
  request.origin = read_origin(request.headers, behind_proxy_);
  if (auto refused = Gate::refuse_role(visitor, match.route->least)) return std::move(*refused);
  if (!is_reading(request.method))
    if (auto refused = Gate::refuse_origin(request)) return std::move(*refused);
  request.role = *visitor.role;
  request.reviewer = visitor.name;
  auto response = match.route->handler(service_, request);
  return response ? std::move(*response) : problem_of(response.error());
}

std::shared_ptr<Answer> Responder::finish(Response response, bool takes_gzip) const {
  auto answer = std::make_shared<Answer>();
  answer->status = response.status;
  answer->headers = std::move(response.headers);
  if (is_text(response.type)) {
    answer->headers.emplace_back("Vary", "Accept, Accept-Encoding, Authorization");
    if (takes_gzip && response.body.size() >= kWorthZipping) {
      response.body = gzipped(response.body, kZipLevel);
      answer->headers.emplace_back("Content-Encoding", "gzip");
    }
  }
  if (response.status == 200) {
    answer->etag = fmt::format("\"{}\"", sha256_hex(response.body).substr(0, 32));
    answer->headers.emplace_back("ETag", answer->etag);
  }
  answer->headers.emplace_back("Content-Type", std::move(response.type));
  if (!has(answer->headers, "Cache-Control"))
    answer->headers.emplace_back("Cache-Control", response.status == 200 ? "private, no-cache" : "no-store");
  for (const auto& [name, value] : safety_)
    if (!has(answer->headers, name)) answer->headers.emplace_back(name, value);
  answer->body = std::make_shared<const std::string>(std::move(response.body));
  return answer;
}

std::shared_ptr<const Answer> Responder::answer_admitted(Received& received) {
  if (auto refused = gate_.refuse_host(received.headers)) return finish(std::move(*refused), false);
  const auto visitor = gate_.admit(received.headers, received.peer);
  if (!visitor) return finish(visitor.error(), false);
  const bool takes_gzip = accepts_gzip(header_of(received.headers, "accept-encoding").value_or(""));
  if (!is_reading(received.method)) return finish(respond(received, *visitor), takes_gzip);

  const std::string condition(header_of(received.headers, "if-none-match").value_or(""));
  const std::string snapshot = service_.snapshot()->id();
  std::string key = cache_key(received, *visitor, read_origin(received.headers, behind_proxy_), takes_gzip);
  std::shared_ptr<const Answer> answer = cache_.find(snapshot, key);
  if (!answer) {
    answer = finish(respond(received, *visitor), takes_gzip);
    const bool may_be_kept = answer->status == 200 && header_of(answer->headers, "Cache-Control") != "no-store" &&
                             received.target.find("names=") == std::string::npos;  // each such view is an act
    if (may_be_kept) cache_.put(snapshot, std::move(key), answer);
  }
  if (answer->etag.empty() || !fits_etag(condition, answer->etag)) return answer;
  auto unchanged = std::make_shared<Answer>(*answer);
  unchanged->status = 304;
  unchanged->body = std::make_shared<const std::string>();
  return unchanged;
}

std::shared_ptr<const Answer> Responder::answer(Received received) {
  try {
    return answer_admitted(received);
  } catch (const std::exception&) {
    return finish(problem(500, "a defect of the server"), false);
  }
}

std::shared_ptr<const Answer> Responder::refuse(int status, std::string_view detail) const {
  auto answer = finish(problem(status, detail), false);
  answer->headers.emplace_back("Connection", "close");
  return answer;
}

}  // namespace attest
