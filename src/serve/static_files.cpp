#include "serve/static_files.hpp"

#include <array>
#include <utility>

#include "serve/gzip.hpp"

namespace attest {

namespace {

constexpr std::string_view kNotBuilt =
    "<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n<title>attest</title>\n"
    "<h1>The web page was not built</h1>\n"
    "<p>This attest was built without Node.js, so it has no web page. Its API answers at <a href=\"/api\">/api</a>.</p>\n"
    "<p>To have the page, install Node.js 18 or newer with npm and build attest again.</p>\n</html>\n";

std::string_view type_of(std::string_view path) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 11> kTypes = {{
      {".html", "text/html; charset=utf-8"},
      {".js", "text/javascript; charset=utf-8"},
      {".css", "text/css; charset=utf-8"},
      {".json", "application/json"},
      {".svg", "image/svg+xml"},
      {".png", "image/png"},
      {".ico", "image/x-icon"},
      {".woff2", "font/woff2"},
      {".pbf", "application/x-protobuf"},
      {".txt", "text/plain; charset=utf-8"},
      {".webmanifest", "application/manifest+json"},
  }};
  for (const auto& [ending, type] : kTypes)
    if (path.ends_with(ending)) return type;
  return "application/octet-stream";
}

}  // namespace

StaticFiles::StaticFiles(std::span<const WebFile> files) {
  for (const WebFile& file : files) {
    auto bytes = gunzipped(file.gzipped);
    if (!bytes) continue;
    Response response{.type = std::string(type_of(file.path)), .body = std::move(*bytes)};
    // The names of assets hold a hash of their bytes, so they never change.
    const bool is_hashed = file.path.starts_with("/assets/");
    response.headers.emplace_back("Cache-Control", is_hashed ? "public, max-age=31536000, immutable" : "no-cache");
    responses_.emplace(file.path == "/index.html" ? "/" : file.path, std::move(response));
  }
  if (responses_.empty())
    responses_.emplace("/", Response{.type = "text/html; charset=utf-8", .body = std::string(kNotBuilt)});
}

std::optional<Response> StaticFiles::find(std::string_view path) const {
  const auto found = responses_.find(path);
  if (found == responses_.end()) return std::nullopt;
  return found->second;
}

}  // namespace attest
