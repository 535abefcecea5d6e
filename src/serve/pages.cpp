#include "serve/pages.hpp"

#include <fmt/format.h>

#include <iterator>
#include <nlohmann/json.hpp>
#include <string>

#include "serve/html.hpp"
#include "serve/media.hpp"
#include "serve/openapi.hpp"

namespace attest {

using nlohmann::ordered_json;

namespace {

/// A page whose JSON has the same address.
Response framed(const Request& request, std::string title, std::vector<Link> path, std::string content) {
  PageFrame frame{.title = std::move(title), .path = std::move(path), .content = std::move(content)};
  frame.others.push_back({address_of(request, with_parameter(request.query, "f", "json")), "alternate",
                          std::string(media_type(AnswerFormat::json, false)), "JSON"});
  return html_page(request, frame);
}

std::string heading(std::string_view title, std::string_view text) {
  return fmt::format("<h1>{}</h1>\n<p>{}</p>\n", escaped(title), escaped(text));
}

std::string list_item(std::string_view href, std::string_view title, std::string_view text) {
  return fmt::format("<li>{}<p>{}</p></li>\n", anchor(href, title), escaped(text));
}

/// Opens a table with these columns.
std::string table_head(std::span<const std::string_view> columns) {
  std::string out = "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Table\"><table>\n<thead><tr>";
  for (const std::string_view column : columns)
    fmt::format_to(std::back_inserter(out), "<th scope=\"col\">{}</th>", escaped(column));
  return out + "</tr></thead>\n<tbody>\n";
}

constexpr std::string_view kTableEnd = "</tbody></table></div>\n";

std::string values_of(std::span<const std::string_view> values) {
  std::string out;
  for (const std::string_view value : values)
    out += fmt::format("{}<code>{}</code>", out.empty() ? "" : ", ", escaped(value));
  return out;
}

std::string_view takes(const Filter& filter) {
  switch (filter.match) {
    case Matching::any_of:
      return "a list, any of";
    case Matching::part:
      return "a part of the name";
    case Matching::at_least:
      return "a whole number";
    case Matching::words:
      return "words";
  }
  return {};
}

std::string days_of(const Days& days) {
  return fmt::format("{} to {}", days.from ? to_iso(*days.from) : "…", days.to ? to_iso(*days.to) : "…");
}

std::string parameter_rows(const ordered_json& definition, const ordered_json& operation) {
  std::string rows;
  for (const ordered_json& listed : operation.value("parameters", ordered_json::array())) {
    const ordered_json& parameter =
        listed.contains("$ref") ? definition.at(ordered_json::json_pointer(listed["$ref"].get<std::string>().substr(1)))
                                : listed;
    const ordered_json& schema = parameter.at("schema");
    const ordered_json& element = schema.contains("items") ? schema["items"] : schema;
    std::string type = element.value("type", "");
    if (schema.contains("items")) type = fmt::format("list of {}s", type);
    if (element.contains("enum")) {
      type.clear();
      for (const ordered_json& value : element["enum"])
        type += fmt::format("{}{}", type.empty() ? "" : ", ", value.get<std::string>());
    }
    rows += fmt::format("<tr><th scope=\"row\"><code>{}</code></th><td>{}</td><td>{}</td></tr>\n",
                        escaped(parameter["name"].get<std::string>()), escaped(parameter.value("description", "")),
                        escaped(type));
  }
  return rows;
}

std::string described_operation(const ordered_json& definition, const std::string& path, const std::string& method,
                                const ordered_json& operation) {
  std::string name = method;
  for (char& c : name) c = static_cast<char>(c - 'a' + 'A');
  std::string out = fmt::format("<h3><span class=\"method\">{}</span> /api{}</h3>\n<p>{}.", name,
                                path == "/" ? "" : escaped(path), escaped(operation.value("summary", "")));
  if (operation.contains("description"))
    out += fmt::format(" {}", escaped(operation["description"].get<std::string>()));
  if (operation.at("security").size() == 1) out += " Needs a reviewer's token.";
  out += "</p>\n";
  if (const std::string rows = parameter_rows(definition, operation); !rows.empty()) {
    static constexpr std::array<std::string_view, 3> kColumns = {"Parameter", "Meaning", "Values"};
    out += fmt::format("<details><summary>Parameters</summary>\n{}{}{}</details>\n", table_head(kColumns), rows,
                       kTableEnd);
  }
  return out;
}

}  // namespace

std::vector<Link> path_to(const Request& request, const Collection* collection) {
  const std::string api = origin_of(request) + "/api";
  std::vector<Link> path;
  path.push_back({.href = api + "?f=html", .rel = "up", .title = "API"});
  if (collection == nullptr) return path;
  path.push_back({.href = api + "/collections?f=html", .rel = "up", .title = "Collections"});
  path.push_back({.href = fmt::format("{}/collections/{}?f=html", api, collection->id),
                  .rel = "up",
                  .title = std::string(collection->title)});
  return path;
}

Response landing_page(const Request& request) {
  const std::string origin = origin_of(request);
  std::string content = heading("What is reported, according to whom", kApiMeaning) + "<ul class=\"plain\">\n";
  content += list_item(origin + "/", "Map, timeline and reports", "The web page");
  content += list_item(origin + "/api/collections?f=html", "Collections",
                       "Incidents, claims, reports and aggregates as features for maps and tables");
  content += list_item(origin + "/api/docs", "All endpoints", "What can be asked, and how");
  content += list_item(origin + "/api/openapi.json", "OpenAPI 3.0", "The same for programs");
  content += list_item(origin + "/api/conformance?f=html", "Conformance", "The standards that this interface keeps to");
  content +=
      "</ul>\n<h2>With QGIS</h2>\n<p>Layer, Add Layer, Add WFS / OGC API - Features Layer, and as the URL of a new connection: ";
  content += fmt::format(
      "<code>{}/api</code></p>\n<h2>With GDAL</h2>\n<p><code>ogr2ogr incidents.gpkg OAPIF:{}/api incidents</code></p>\n",
      escaped(origin), escaped(origin));
  return framed(request, "API", {}, std::move(content));
}

Response conformance_page(const Request& request) {
  std::string content =
      heading("Conformance", "The classes of requirements that this interface meets, of OGC API - Features.") +
      "<ul>\n";
  for (const std::string_view one : conformance_classes()) content += fmt::format("<li><code>{}</code></li>\n", one);
  return framed(request, "Conformance", path_to(request, nullptr), content + "</ul>\n");
}

Response collections_page(const Request& request, std::span<const Extent> extents) {
  std::string content =
      heading("Collections", "Each is a list of features that can be asked by place, time and properties.") +
      "<ul class=\"plain\">\n";
  for (std::size_t i = 0; i < extents.size(); ++i) {
    const Collection& collection = collections()[i];
    std::string text(collection.meaning);
    if (extents[i].days) text += fmt::format(". {}", days_of(*extents[i].days));
    content += list_item(fmt::format("{}/api/collections/{}?f=html", origin_of(request), collection.id),
                         collection.title, text);
  }
  return framed(request, "Collections", path_to(request, nullptr), content + "</ul>\n");
}

Response collection_page(const Request& request, const Collection& collection, const Extent& extent) {
  const std::string base = fmt::format("{}/api/collections/{}", origin_of(request), collection.id);
  std::string content = heading(collection.title, collection.meaning);
  if (extent.days) content += fmt::format("<p>{}</p>\n", days_of(*extent.days));
  content += "<ul class=\"plain\">\n";
  content += list_item(base + "/items?f=html", fmt::format("Browse {}", collection.id), "A table, page by page");
  content += list_item(base + "/items", "GeoJSON", "For programs and maps");
  content += list_item(base + "/items?f=csv", "CSV", "For spreadsheets");
  content += list_item(base + "/queryables?f=html", "Queryables", "What they can be asked by");
  content += list_item(
      base + "/schema?f=html", "Schema",
      fmt::format("What {} {} holds", collection.feature.find_first_of("aeiou") == 0 ? "an" : "a", collection.feature));
  auto path = path_to(request, &collection);
  path.pop_back();
  return framed(request, std::string(collection.title), std::move(path), content + "</ul>\n");
}

Response queryables_page(const Request& request, const Collection& collection) {
  static constexpr std::array<std::string_view, 4> kColumns = {"Parameter", "Only what is", "Takes", "Values"};
  std::string content =
      heading(fmt::format("{}: queryables", collection.title),
              "Parameters of the items. All that are given must hold; a comma between values means any of them.");
  content += table_head(kColumns);
  for (const Filter& filter : collection.filters)
    content += fmt::format("<tr><th scope=\"row\"><code>{}</code></th><td>{}</td><td>{}</td><td>{}</td></tr>\n",
                           filter.name, escaped(filter.meaning), takes(filter), values_of(filter.values));
  content += kTableEnd;
  return framed(request, "Queryables", path_to(request, &collection), std::move(content));
}

Response schema_page(const Request& request, const Collection& collection) {
  static constexpr std::array<std::string_view, 3> kColumns = {"Property", "Meaning", "Values"};
  std::string content =
      heading(fmt::format("{}: schema", collection.title), "What each feature holds. What no report gives is null.");
  content += table_head(kColumns);
  for (const Property& property : collection.properties)
    content += fmt::format("<tr><th scope=\"row\"><code>{}</code></th><td>{}</td><td>{}</td></tr>\n", property.name,
                           escaped(property.meaning), values_of(property.values));
  content += kTableEnd;
  return framed(request, "Schema", path_to(request, &collection), std::move(content));
}

Response docs_page(const Request& request, const ordered_json& definition) {
  std::string content = heading(
      "All endpoints",
      "Answers are JSON unless said otherwise. A refusal is application/problem+json with a status and, in detail, what is wrong.");
  for (const ordered_json& tag : definition.at("tags")) {
    content += fmt::format("<h2>{}</h2>\n", escaped(tag["name"].get<std::string>()));
    for (const auto& [path, methods] : definition.at("paths").items())
      for (const auto& [method, operation] : methods.items())
        if (operation.at("tags").at(0) == tag["name"])
          content += described_operation(definition, path, method, operation);
  }
  PageFrame frame{.title = "All endpoints", .path = path_to(request, nullptr), .content = std::move(content)};
  frame.others.push_back(
      {origin_of(request) + "/api/openapi.json", "alternate", std::string(kOpenApiType), "OpenAPI 3.0"});
  return html_page(request, frame);
}

}  // namespace attest
