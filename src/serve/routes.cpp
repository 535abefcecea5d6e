#include "serve/routes.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "serve/aggregates.hpp"
#include "serve/api.hpp"
#include "serve/evidence.hpp"
#include "serve/exports.hpp"
#include "serve/items.hpp"
#include "serve/report_text.hpp"
#include "serve/review_acts.hpp"
#include "serve/session.hpp"
#include "serve/summary.hpp"
#include "serve/tiles.hpp"

namespace attest {

namespace {

constexpr std::array kRoutes = {
    Route{"GET", "/api", Role::read, get_landing},
    Route{"GET", "/api/", Role::read, get_landing},
    Route{"GET", "/api/conformance", Role::read, get_conformance},
    Route{"GET", "/api/openapi.json", Role::read, get_openapi},
    Route{"GET", "/api/docs", Role::read, get_docs},
    Route{"GET", "/api/style.css", Role::read, get_style},
    Route{"GET", "/api/collections", Role::read, get_collections},
    Route{"GET", "/api/collections/{collection}", Role::read, get_collection},
    Route{"GET", "/api/collections/{collection}/queryables", Role::read, get_queryables},
    Route{"GET", "/api/collections/{collection}/schema", Role::read, get_schema},
    Route{"GET", "/api/session", Role::read, get_session},
    Route{"GET", "/api/collections/{collection}/items", Role::read, get_items},
    Route{"GET", "/api/collections/{collection}/items/{id}", Role::read, get_item},
    Route{"GET", "/api/incidents/summary", Role::read, get_summary},
    Route{"GET", "/api/tiles/incidents/{z}/{x}/{y}.mvt", Role::read, get_tile},
    Route{"GET", "/api/incidents/{id}/evidence", Role::read, get_evidence},
    Route{"GET", "/api/reports/{id}/text", Role::read, get_report_text},
    Route{"GET", "/api/reports/{id}/original", Role::review, get_original},
    Route{"GET", "/api/export/incidents.csv", Role::read, get_export},
    Route{"GET", "/api/export/incidents.geojson", Role::read, get_export},
    Route{"GET", "/api/export/incidents.jsonl", Role::read, get_export},
    Route{"GET", "/api/series", Role::read, get_series},
    Route{"GET", "/api/review/acts", Role::review, get_acts},
    Route{"POST", "/api/review/acts", Role::review, post_act},
    Route{"POST", "/api/review/acts/{seq}/undo", Role::review, post_undo},
};

std::string_view take_segment(std::string_view& path) {
  path.remove_prefix(1);  // the slash
  const std::string_view segment = path.substr(0, path.find('/'));
  path.remove_prefix(segment.size());
  return segment;
}

std::optional<NameValues> parts_of(std::string_view pattern, std::string_view path) {
  NameValues parts;
  while (!pattern.empty() && !path.empty()) {
    const std::string_view wanted = take_segment(pattern), given = take_segment(path);
    if (!wanted.starts_with('{')) {
      if (wanted != given) return std::nullopt;
      continue;
    }
    const std::size_t end = wanted.find('}');
    const std::string_view suffix = wanted.substr(end + 1);
    if (given.size() <= suffix.size() || !given.ends_with(suffix)) return std::nullopt;
    parts.emplace_back(wanted.substr(1, end - 1), given.substr(0, given.size() - suffix.size()));
  }
  if (!pattern.empty() || !path.empty()) return std::nullopt;
  return parts;
}

}  // namespace

std::span<const Route> all_routes() { return kRoutes; }

Match match_route(std::span<const Route> routes, std::string_view method, std::string_view path) {
  if (method == "HEAD") method = "GET";
  Match match;
  for (const Route& route : routes) {
    auto parts = parts_of(route.pattern, path);
    if (!parts) continue;
    if (route.method == method) {
      match.route = &route;
      match.parts = std::move(*parts);
      return match;
    }
    if (std::find(match.allowed.begin(), match.allowed.end(), route.method) == match.allowed.end())
      match.allowed.push_back(route.method);
  }
  return match;
}

}  // namespace attest
