#include "serve/session.hpp"

#include <fmt/format.h>

#include "base/utf8.hpp"
#include "publish/json.hpp"

namespace attest {

Result<Response> get_session(const Service& service, const Request& request) {
  const auto snapshot = service.snapshot();
  const auto text_or_null = [](std::string& out, std::string_view text) {
    if (text.empty())
      out += "null";
    else
      append_json_string(out, text);
  };
  Response response;
  std::string& out = response.body;
  out = fmt::format(R"({{"role":"{}","name":)", role_name(request.role));
  text_or_null(out, request.reviewer);
  out += fmt::format(R"(,"masked":{},"version":"{}","ledger":)", request.role == Role::read, ATTEST_VERSION);
  append_json_string(out, as_utf8(service.settings().ledger.filename().string()));
  out += fmt::format(R"(,"counts":{{"incidents":{},"claims":{},"reports":{},"series":{}}},"snapshot":)",
                     snapshot->incidents(), snapshot->claims(), snapshot->reports(), snapshot->series());
  append_json_string(out, snapshot->id());
  out += fmt::format(R"(,"building":{},"tiles":)", service.is_building());
  text_or_null(out, service.settings().tiles);
  out += "}\n";
  response.headers.emplace_back("Cache-Control", "no-store");
  return response;
}

}  // namespace attest
