#include "serve/static_files.hpp"

namespace attest {

namespace {

constexpr std::string_view kNotBuilt =
    "<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n<title>attest</title>\n"
    "<h1>The web page was not built</h1>\n"
    "<p>This attest was built without Node.js, so it has no web page. Its API answers at <a href=\"/api\">/api</a>.</p>\n"
    "<p>To have the page, install Node.js 18 or newer with npm and build attest again.</p>\n</html>\n";

}  // namespace

std::optional<Response> StaticFiles::find(std::string_view path) const {
  if (path != "/") return std::nullopt;
  return Response{.type = "text/html; charset=utf-8", .body = std::string(kNotBuilt)};
}

}  // namespace attest
