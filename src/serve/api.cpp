#include "serve/api.hpp"

#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <vector>

#include "serve/documents.hpp"
#include "serve/extents.hpp"
#include "serve/html.hpp"
#include "serve/links.hpp"
#include "serve/media.hpp"
#include "serve/openapi.hpp"
#include "serve/pages.hpp"
#include "serve/question.hpp"

namespace attest {

using nlohmann::ordered_json;

namespace {

constexpr std::string_view kSchemaType = "application/schema+json";

/// As JSON by write(), or as a page by show(), as the client asks.
template <class Write, class Show>
Result<Response> document(const Request& request, Write write, Show show,
                          std::string_view type = media_type(Format::json, false)) {
  ATTEST_CHECK(check_parameters(request, {}));
  const auto format = choose_format(request, kDocumentFormats);
  if (!format) return format.error();
  if (*format == Format::html) return show();
  const ordered_json json = write();
  Response response{.type = std::string(type),
                    .body = json.dump(1, ' ', false, ordered_json::error_handler_t::replace)};
  response.body += '\n';
  std::vector<Link> links;
  for (const ordered_json& link : json.value("links", ordered_json::array()))
    links.push_back({.href = link.at("href").get<std::string>(),
                     .rel = link.at("rel").get<std::string>(),
                     .type = link.at("type").get<std::string>()});
  if (!links.empty()) response.headers.emplace_back("Link", link_header(links));
  return response;
}

std::vector<Extent> extents_of(const Service& service) {
  const auto snapshot = service.snapshot();
  std::vector<Extent> extents;
  for (const Collection& collection : collections()) {
    const Coverage& coverage =
        collection.id == "reports" ? snapshot->corpus().of_reports : snapshot->corpus().of_claims;
    extents.push_back({collection.points ? coverage.box : std::nullopt, coverage.days});
  }
  return extents;
}

const Extent& extent_of(const std::vector<Extent>& extents, const Collection& collection) {
  return extents[static_cast<std::size_t>(&collection - collections().data())];
}

}  // namespace

Result<const Collection*> asked_collection(const Request& request) {
  const std::string_view id = request.part("collection");
  if (const Collection* collection = find_collection(id)) return collection;
  std::string known;
  for (const Collection& collection : collections())
    known += fmt::format("{}{}", known.empty() ? "" : ", ", collection.id);
  return fail(ErrorCode::not_found, fmt::format("no such collection; there are {}", known), std::string(id));
}

Result<Response> get_landing(const Service&, const Request& request) {
  return document(
      request, [&] { return landing_document(request); }, [&] { return landing_page(request); });
}

Result<Response> get_conformance(const Service&, const Request& request) {
  return document(
      request, [] { return conformance_document(); }, [&] { return conformance_page(request); });
}

Result<Response> get_openapi(const Service&, const Request& request) {
  return Response{.type = std::string(kOpenApiType), .body = openapi_document(request).dump(1) + '\n'};
}

Result<Response> get_docs(const Service&, const Request& request) {
  return docs_page(request, openapi_document(request));
}

Result<Response> get_style(const Service&, const Request&) {
  return Response{.type = "text/css; charset=utf-8", .body = std::string(kPageStyle)};
}

Result<Response> get_collections(const Service& service, const Request& request) {
  const auto extents = extents_of(*service.snapshot(), request.role);
  return document(
      request, [&] { return collections_document(request, extents); },
      [&] { return collections_page(request, extents); });
}

Result<Response> get_collection(const Service& service, const Request& request) {
  ATTEST_TRY(const Collection* collection, asked_collection(request));
  const auto extents = extents_of(*service.snapshot(), request.role);
  const Extent& extent = extent_of(extents, *collection);
  return document(
      request, [&] { return collection_document(request, *collection, extent); },
      [&] { return collection_page(request, *collection, extent); });
}

Result<Response> get_queryables(const Service&, const Request& request) {
  ATTEST_TRY(const Collection* collection, asked_collection(request));
  return document(
      request, [&] { return queryables_document(request, *collection); },
      [&] { return queryables_page(request, *collection); }, kSchemaType);
}

Result<Response> get_schema(const Service&, const Request& request) {
  ATTEST_TRY(const Collection* collection, asked_collection(request));
  return document(
      request, [&] { return schema_document(request, *collection); }, [&] { return schema_page(request, *collection); },
      kSchemaType);
}

}  // namespace attest
