// Which handler answers which address, and who may ask it.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "attest/error.hpp"
#include "serve/http.hpp"
#include "serve/service.hpp"

namespace attest {

/// Called by many threads at a time.
using Handler = Result<Response> (*)(const Service& service, const Request& request);

struct Route {
  std::string_view method;   // "GET" answers HEAD as well
  std::string_view pattern;  // "/api/tiles/incidents/{z}/{x}/{y}.mvt": a {name} stands for one segment or its beginning
  Role least = Role::read;
  Handler handler = nullptr;
};

/// All of them; the first that fits an address counts.
[[nodiscard]] std::span<const Route> all_routes();

struct Match {
  const Route* route = nullptr;  // none: another method, or no such address
  NameValues parts;
  std::vector<std::string_view> allowed;  // methods of the address; empty: no such address
};

[[nodiscard]] Match match_route(std::span<const Route> routes, std::string_view method, std::string_view path);

}  // namespace attest
