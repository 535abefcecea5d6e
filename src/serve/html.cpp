#include "serve/html.hpp"

#include <fmt/format.h>

#include <iterator>

#include "serve/documents.hpp"
#include "serve/media.hpp"

namespace attest {

void append_escaped(std::string& out, std::string_view utf8) {
  for (const char c : utf8) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&#39;";
        break;
      default:
        out += c;
    }
  }
}

std::string escaped(std::string_view utf8) {
  std::string out;
  append_escaped(out, utf8);
  return out;
}

std::string anchor(std::string_view href, std::string_view text) {
  return fmt::format(R"(<a href="{}">{}</a>)", escaped(href), escaped(text));
}

Response html_page(const Request& request, const PageFrame& frame) {
  const std::string origin = origin_of(request);
  std::string out =
      "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
      "<meta name=\"color-scheme\" content=\"light dark\">\n";
  const auto put = std::back_inserter(out);
  fmt::format_to(put, "<title>{} · {}</title>\n", escaped(frame.title), kApiTitle);
  fmt::format_to(put, "<link rel=\"stylesheet\" href=\"{}/api/style.css\">\n", escaped(origin));
  for (const Link& other : frame.others)
    fmt::format_to(put, "<link rel=\"{}\" type=\"{}\" href=\"{}\">\n", escaped(other.rel), escaped(other.type),
                   escaped(other.href));
  out += "</head>\n<body>\n<a class=\"skip\" href=\"#content\">To the content</a>\n<header>\n";
  fmt::format_to(put, "<a class=\"brand\" href=\"{}/\">{}</a>\n", escaped(origin), kApiTitle);
  out += "<nav aria-label=\"Path\"><ol>\n";
  for (const Link& above : frame.path) fmt::format_to(put, "<li>{}</li>\n", anchor(above.href, above.title));
  fmt::format_to(put, "<li aria-current=\"page\">{}</li>\n</ol></nav>\n</header>\n", escaped(frame.title));
  fmt::format_to(put, "<main id=\"content\">\n{}</main>\n<footer>\n", frame.content);
  bool any = false;
  for (const Link& other : frame.others) {
    if (other.rel != "alternate") continue;
    out += any ? " · " : "<p>This page as ";
    out += anchor(other.href, other.title);
    any = true;
  }
  if (any) out += "</p>\n";
  fmt::format_to(put, "<p>{} · {} · {}</p>\n</footer>\n</body>\n</html>\n", anchor(origin + "/", "Map and timeline"),
                 anchor(origin + "/api?f=html", "API"), anchor(origin + "/api/docs", "All endpoints"));
  return {.status = 200, .type = std::string(media_type(AnswerFormat::html, false)), .body = std::move(out)};
}

}  // namespace attest
