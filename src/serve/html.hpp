// The pages that the API shows to people, made on the server without scripts: the frame around them and the escaping of
// everything that goes into them.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "serve/http.hpp"
#include "serve/links.hpp"

namespace attest {

/// Appends text such that it is only text, between tags or inside a quoted attribute.
void append_escaped(std::string& out, std::string_view utf8);
[[nodiscard]] std::string escaped(std::string_view utf8);
/// `<a href="…">text</a>`, both escaped.
[[nodiscard]] std::string anchor(std::string_view href, std::string_view text);

struct PageFrame {
  std::string title;         // "Incidents"
  std::vector<Link> path;    // what lies above this page, the API's beginning first: href and title
  std::vector<Link> others;  // the same in other formats: href, type and title
  std::string content;       // HTML
};

/// text/html, whole. @param frame  its titles are escaped here, its content is taken as it is
[[nodiscard]] Response html_page(const Request& request, const PageFrame& frame);

/// The style of these pages: the colours and faces of the web page, light and dark, wide, narrow and in print.
extern const std::string_view kPageStyle;

}  // namespace attest
