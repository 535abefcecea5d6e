// Addresses that an answer tells: absolute, by the name under which the client reached the server, so that they are right
// behind any host name.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "serve/http.hpp"

namespace attest {

/// "http://127.0.0.1:8080", without a slash at the end: from Request::origin, which the server fills in.
[[nodiscard]] std::string origin_of(const Request& request);

/// The same from headers, which are a stranger's words: nothing but a name and a port gets through.
/// @param behind_proxy  also believe X-Forwarded-Host, -Proto and -Prefix, the last one set by the proxy
[[nodiscard]] std::string read_origin(const NameValues& headers, bool behind_proxy);

/// All but letters, digits and -._~ as %XX; a comma, colon or slash of a query may stand.
[[nodiscard]] std::string percent_encoded(std::string_view utf8);
/// "?limit=10&offset=20", or "" without parameters.
[[nodiscard]] std::string query_string(const NameValues& query);
/// The query with this parameter set or, with an empty value, taken out.
[[nodiscard]] NameValues with_parameter(NameValues query, std::string_view name, std::string_view value);
/// The absolute address of what was asked for, with another query.
[[nodiscard]] std::string address_of(const Request& request, const NameValues& query);

struct Link {
  std::string href, rel;
  std::string type = {}, title = {};
};

/// Appends `[{"href":…,"rel":…,"type":…,"title":…},…]`.
void append_links(std::string& out, std::span<const Link> links);
/// `<http://…>; rel="next"; type="text/csv", …` for a Link header (RFC 8288); titles are left out.
[[nodiscard]] std::string link_header(std::span<const Link> links);

/// The links of a page of items: self, the other formats, next, prev and the collection.
/// @param type    the media type of this answer
/// @param matched  how many features there are in all
[[nodiscard]] std::vector<Link> page_links(const Request& request, std::string_view type, std::uint64_t limit,
                                           std::uint64_t offset, std::uint64_t matched);

}  // namespace attest
