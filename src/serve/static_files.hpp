// The web page: the files of web/dist as they were when the program was built.
#pragma once

#include <optional>
#include <string_view>

#include "serve/http.hpp"

namespace attest {

/// A file of the web page; the build writes them into web_files().
struct WebFile {
  std::string_view path;     // "/assets/index-4f1c.js"
  std::string_view gzipped;  // its bytes
};

/// Const is shareable.
class StaticFiles {
 public:
  /// "/" is the page itself; without a web page, one that says so.
  [[nodiscard]] std::optional<Response> find(std::string_view path) const;
};

}  // namespace attest
