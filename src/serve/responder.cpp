#include "serve/responder.hpp"

#include <exception>

#include "serve/problem.hpp"
#include "serve/routes.hpp"
#include "serve/target.hpp"

namespace attest {

namespace {

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

/// What links start with. A proxy in front says whether it speaks TLS.
std::string origin_of(const Request& request) {
  std::string origin = request.header("x-forwarded-proto") == "https" ? "https://" : "http://";
  return origin += request.header("host").value_or("localhost");
}

}  // namespace

Response Responder::respond(Received& received) const {
  auto target = read_target(received.target);
  if (!target) return problem_of(target.error());
  Match match = match_route(all_routes(), received.method, target->path);
  if (!match.route && !match.allowed.empty()) return not_allowed(match.allowed);
  if (!match.route) {
    if (target->path == "/api" || target->path.starts_with("/api/")) return problem(404, "no such address");
    if (received.method != "GET" && received.method != "HEAD") return not_allowed({"GET"});
    return files_.find(target->path).value_or(problem(404, "no such page"));
  }
  Request request{.method = std::move(received.method),
                  .path = std::move(target->path),
                  .query = std::move(target->query),
                  .headers = std::move(received.headers),
                  .parts = std::move(match.parts),
                  .body = std::move(received.body)};
  request.origin = origin_of(request);
  auto response = match.route->handler(service_, request);
  return response ? std::move(*response) : problem_of(response.error());
}

Answer Responder::answer(Received received) const {
  Response response;
  try {
    response = respond(received);
  } catch (const std::exception&) {
    response = problem(500, "a defect of the server");
  }
  Answer answer{.status = response.status, .headers = std::move(response.headers)};
  answer.headers.emplace_back("Content-Type", std::move(response.type));
  answer.body = std::make_shared<const std::string>(std::move(response.body));
  return answer;
}

}  // namespace attest
