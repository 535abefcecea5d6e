// The web page: the files of web/dist as they were when the program was built (cmake/web_page.cmake).
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "serve/http.hpp"

namespace attest {

struct WebFile {
  std::string_view path;     // "/assets/index-4f1c.js"
  std::string_view gzipped;  // its bytes
};

/// None if the program was built without the web page. The build writes this function.
[[nodiscard]] std::span<const WebFile> web_files();

/// Const is shareable.
class StaticFiles {
 public:
  explicit StaticFiles(std::span<const WebFile> files);
  /// "/" is the page itself; without a web page, one that says so.
  [[nodiscard]] std::optional<Response> find(std::string_view path) const;

 private:
  std::map<std::string_view, Response> responses_;
};

}  // namespace attest
