#include "serve/feature_formats.hpp"

#include <fmt/format.h>

#include <chrono>
#include <nlohmann/json.hpp>

#include "publish/csv.hpp"
#include "serve/links.hpp"
#include "serve/schemas.hpp"

namespace attest {

using nlohmann::ordered_json;

namespace {

/// "2026-01-31T12:00:00Z".
std::string now() {
  const auto instant = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
  const auto day = std::chrono::floor<std::chrono::days>(instant);
  const std::chrono::hh_mm_ss time{instant - day};
  return fmt::format("{}T{:02}:{:02}:{:02}Z", to_iso(day), time.hours().count(), time.minutes().count(),
                     time.seconds().count());
}

std::string cell(const ordered_json& value) {
  if (value.is_null()) return {};
  if (value.is_string()) return value.get<std::string>();
  if (!value.is_array()) return value.dump();
  std::string joined;
  for (const ordered_json& element : value) {
    if (!element.is_string()) return value.dump();
    if (!joined.empty()) joined += "; ";
    joined += element.get_ref<const std::string&>();
  }
  return joined;
}

bool has_point_columns(const Collection& collection) {
  return collection.points && collection.property("longitude") == nullptr;
}

/// Calls write(name, value) for each column; the value is null where there is no feature.
template <class Write>
void for_each_column(const Collection& collection, const ordered_json& feature, Write write) {
  const ordered_json none;
  const auto member = [&](const ordered_json& object, std::string_view name) -> const ordered_json& {
    const auto place = object.is_object() ? object.find(std::string(name)) : object.end();
    return object.is_object() && place != object.end() ? *place : none;
  };
  write("id", member(feature, "id"));
  const ordered_json& properties = member(feature, "properties");
  for (const Property& property : collection.properties) {
    if (property.name == "id") continue;
    const ordered_json& value = member(properties, property.name);
    if (property.type != JsonType::object) {
      write(std::string(property.name), value);
      continue;
    }
    for (const Property& part : members_of(property.of))
      write(fmt::format("{}_{}", property.name, part.name), member(value, part.name));
  }
  if (!has_point_columns(collection)) return;
  const ordered_json& point = member(member(feature, "geometry"), "coordinates");
  write("longitude", point.is_array() ? point.at(0) : none);
  write("latitude", point.is_array() ? point.at(1) : none);
}

void append_csv_line(std::string& out, const Collection& collection, const ordered_json* feature) {
  bool first = true;
  for_each_column(collection, feature != nullptr ? *feature : ordered_json(),
                  [&](const std::string& name, const ordered_json& value) {
                    if (!first) out += ',';
                    first = false;
                    if (value.is_number())
                      out += value.dump();  // a minus sign makes no formula of it
                    else
                      append_csv_value(out, feature != nullptr ? cell(value) : name);
                  });
  out += "\r\n";
}

Response response_of(const Collection& collection, AnswerFormat format, std::string body,
                     const std::vector<Link>& links) {
  Response response{.type = std::string(media_type(format, true)), .body = std::move(body)};
  response.headers.emplace_back("Link", link_header(links));
  if (format == AnswerFormat::csv)
    response.headers.emplace_back("Content-Disposition", fmt::format(R"(inline; filename="{}.csv")", collection.id));
  return response;
}

std::vector<Link> item_links(const Request& request, AnswerFormat format) {
  std::vector<Link> links = page_links(request, media_type(format, true), 1, 0, 0);
  links.pop_back();
  std::string collection = request.path.substr(0, request.path.rfind("/items/"));
  links.push_back({origin_of(request) + percent_encoded(collection), "collection",
                   std::string(media_type(AnswerFormat::json, false)), "the collection"});
  return links;
}

}  // namespace

std::string features_csv(const Collection& collection, std::string_view json) {
  std::string out;
  append_csv_line(out, collection, nullptr);
  for (const ordered_json& feature : ordered_json::parse(fmt::format("[{}]", json)))
    append_csv_line(out, collection, &feature);
  return out;
}

Response page_response(const Request& request, const Collection& collection, const Question& question,
                       const Features& page, AnswerFormat format) {
  if (format == AnswerFormat::html) return items_page(request, collection, question, page);
  const auto links = page_links(request, media_type(format, true), question.limit, question.offset, page.matched);
  if (format == AnswerFormat::csv) return response_of(collection, format, features_csv(collection, page.json), links);
  std::string body;
  body.reserve(page.json.size() + 2048);
  body += R"({"type":"FeatureCollection","features":[)";
  body += page.json;
  fmt::format_to(std::back_inserter(body), R"(],"numberMatched":{},"numberReturned":{},"timeStamp":"{}","links":)",
                 page.matched, page.returned, now());
  append_links(body, links);
  body += "}\n";
  return response_of(collection, format, std::move(body), links);
}

Response feature_response(const Request& request, const Collection& collection, std::string_view json,
                          AnswerFormat format) {
  if (format == AnswerFormat::html) return item_page(request, collection, json);
  const auto links = item_links(request, format);
  if (format == AnswerFormat::csv) return response_of(collection, format, features_csv(collection, json), links);
  std::string body(json.substr(0, json.rfind('}')));
  body += R"(,"links":)";
  append_links(body, links);
  body += "}\n";
  return response_of(collection, format, std::move(body), links);
}

}  // namespace attest
