#include "serve/problem.hpp"

#include "publish/json.hpp"

namespace attest {

namespace {

int status_of(ErrorCode code) {
  switch (code) {
    case ErrorCode::usage:
    case ErrorCode::bad_json:
      return 400;
    case ErrorCode::not_found:
      return 404;
    case ErrorCode::too_large:
      return 413;
    case ErrorCode::empty:
    case ErrorCode::unsupported:
      return 422;
    default:
      return 500;
  }
}

}  // namespace

std::string_view status_title(int status) {
  switch (status) {
    case 400:
      return "Bad Request";
    case 401:
      return "Unauthorized";
    case 403:
      return "Forbidden";
    case 404:
      return "Not Found";
    case 405:
      return "Method Not Allowed";
    case 406:
      return "Not Acceptable";
    case 409:
      return "Conflict";
    case 412:
      return "Precondition Failed";
    case 413:
      return "Content Too Large";
    case 415:
      return "Unsupported Media Type";
    case 421:
      return "Misdirected Request";
    case 422:
      return "Unprocessable Content";
    case 429:
      return "Too Many Requests";
    case 503:
      return "Service Unavailable";
    default:
      return "Internal Server Error";
  }
}

Response problem(int status, std::string_view detail) {
  Response response{.status = status, .type = "application/problem+json"};
  response.body = R"({"type":"about:blank","title":)";
  append_json_string(response.body, status_title(status));
  response.body += R"(,"status":)" + std::to_string(status);
  if (!detail.empty()) {
    response.body += R"(,"detail":)";
    append_json_string(response.body, detail);
  }
  response.body += "}\n";
  return response;
}

Response problem_of(const Error& error) {
  const int status = status_of(error.code);
  const bool is_ours = status >= 500;
  return problem(status, is_ours || error.where.empty() ? error.message : error.to_string());
}

}  // namespace attest
