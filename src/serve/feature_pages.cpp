#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <nlohmann/json.hpp>

#include "serve/feature_formats.hpp"
#include "serve/html.hpp"
#include "serve/links.hpp"
#include "serve/pages.hpp"
#include "serve/schemas.hpp"

namespace attest {

using nlohmann::ordered_json;

namespace {

constexpr std::string_view kNothing = R"(<span class="none">–</span>)";

/// "12 345": thin spaces between thousands, none in four digits.
std::string grouped(std::int64_t number) {
  std::string digits = std::to_string(number);
  if (digits.size() < 5) return digits;
  for (std::size_t at = digits.size(); at > 3 && digits[at - 4] != '-';) digits.insert(at -= 3, "\u202F");
  return digits;
}

std::string shown(const ordered_json& value, std::string_view of);

/// Objects of one kind as a table of their own.
std::string table_of(const ordered_json& objects, std::string_view of) {
  std::string out = "<table><thead><tr>";
  for (const Property& member : members_of(of))
    fmt::format_to(std::back_inserter(out), R"(<th scope="col"{}>{}</th>)",
                   member.type == JsonType::integer ? R"( class="number")" : "", member.name);
  out += "</tr></thead><tbody>";
  for (const ordered_json& object : objects) {
    out += "<tr>";
    for (const Property& member : members_of(of))
      fmt::format_to(std::back_inserter(out), "<td{}>{}</td>",
                     member.type == JsonType::integer ? R"( class="number")" : "",
                     shown(object.value(std::string(member.name), ordered_json()), {}));
    out += "</tr>";
  }
  return out + "</tbody></table>";
}

/// A value for people. @param of  what its objects are
std::string shown(const ordered_json& value, std::string_view of) {
  if (value.is_null() || (value.is_array() && value.empty())) return std::string(kNothing);
  if (value.is_string()) return escaped(value.get_ref<const std::string&>());
  if (value.is_boolean()) return value.get<bool>() ? "yes" : "no";
  if (value.is_number_integer()) return grouped(value.get<std::int64_t>());
  if (value.is_object()) return table_of(ordered_json::array({value}), of);
  if (!value.is_array()) return escaped(value.dump());
  if (!of.empty()) return table_of(value, of);
  std::string out;
  for (const ordered_json& element : value) {
    if (!out.empty()) out += ", ";
    out += element.is_string() ? escaped(element.get_ref<const std::string&>()) : escaped(element.dump());
  }
  return out;
}

std::string_view cell_class(const Property& property) {
  if (property.type == JsonType::integer) return R"( class="number")";
  return property.format == "date" ? R"( class="day")" : "";
}

std::string feature_address(const Request& request, const Collection& collection, const ordered_json& feature) {
  return fmt::format("{}/api/collections/{}/items/{}?f=html", origin_of(request), collection.id,
                     percent_encoded(feature.at("id").get_ref<const std::string&>()));
}

/// Where the web page shows it; empty if it does not show such things.
std::string web_address(const Request& request, const Collection& collection, const ordered_json& feature) {
  const auto property = [&](const char* name) {
    const ordered_json value = feature.at("properties").value(name, ordered_json());
    return value.is_string() ? value.get<std::string>() : std::string();
  };
  NameValues query;
  const std::string id = feature.at("id").get<std::string>();
  if (collection.id == "incidents") query = {{"incident", id}};
  if (collection.id == "reports") query = {{"report", id}};
  if (collection.id == "claims") query = {{"report", property("report")}, {"claim", id.substr(id.rfind('-') + 1)}};
  if (collection.id == "aggregates") query = {{"report", property("report")}, {"claim", property("claim")}};
  return fmt::format("{}/{}", origin_of(request), query_string(query));
}

std::string text_field(const Request& request, std::string_view name, std::string_view title, std::string_view hint) {
  return fmt::format("<label>{}<input name=\"{}\" value=\"{}\" placeholder=\"{}\"></label>\n", escaped(title), name,
                     escaped(request.parameter(name).value_or("")), escaped(hint));
}

std::string choice_field(const Request& request, std::string_view name, std::span<const std::string_view> values) {
  const std::string_view now = request.parameter(name).value_or("");
  std::string out = fmt::format("<label>{}<select name=\"{}\"><option value=\"\">any</option>", name, name);
  const auto option = [&](std::string_view value) {
    fmt::format_to(std::back_inserter(out), "<option{}>{}</option>", value == now ? " selected" : "", escaped(value));
  };
  if (!now.empty() && std::ranges::find(values, now) == values.end()) option(now);
  for (const std::string_view value : values) option(value);
  return out + "</select></label>\n";
}

std::string form(const Request& request, const Collection& collection) {
  const bool asked =
      std::ranges::any_of(request.query, [](const auto& pair) { return pair.first != "f" && pair.first != "offset"; });
  std::string out = fmt::format("<details{}><summary>Filter</summary>\n<form method=\"get\" action=\"{}\">\n",
                                asked ? " open" : "", escaped(address_of(request, {})));
  out += "<input type=\"hidden\" name=\"f\" value=\"html\">\n";
  for (const Filter& filter : collection.filters)
    out += filter.values.empty() ? text_field(request, filter.name, filter.name, filter.example)
                                 : choice_field(request, filter.name, filter.values);
  if (collection.points) out += text_field(request, "bbox", "bbox", "west,south,east,north");
  out += text_field(request, "datetime", "datetime", "2017-01-01/2017-12-31");
  std::vector<std::string> orders;
  for (const Property& property : collection.properties)
    if (property.sortable)
      for (const std::string_view sign : {"", "-"}) orders.push_back(fmt::format("{}{}", sign, property.name));
  const std::vector<std::string_view> names(orders.begin(), orders.end());
  out += choice_field(request, "sortby", names);
  out += text_field(request, "limit", "limit", std::to_string(kDefaultLimit));
  return out + "<button>Show</button>\n</form></details>\n";
}

std::vector<Link> others_of(std::span<const Link> links) {
  std::vector<Link> others;
  for (const Link& link : links)
    if (link.rel == "alternate" || link.rel == "next" || link.rel == "prev") others.push_back(link);
  for (Link& link : others)
    if (link.rel == "alternate") link.title = link.type.starts_with("text/csv") ? "CSV" : "GeoJSON";
  return others;
}

}  // namespace

Response items_page(const Request& request, const Collection& collection, const Question& question,
                    const Features& page) {
  const auto links =
      page_links(request, media_type(AnswerFormat::html, true), question.limit, question.offset, page.matched);
  std::string content = fmt::format("<h1>{}</h1>\n<p>{}</p>\n{}", collection.title, escaped(collection.meaning),
                                    form(request, collection));
  std::string counted = page.matched == 0
                            ? fmt::format("No {} match.", collection.id)
                            : fmt::format("{} to {} of {}", grouped(static_cast<std::int64_t>(question.offset + 1)),
                                          grouped(static_cast<std::int64_t>(question.offset + page.returned)),
                                          grouped(static_cast<std::int64_t>(page.matched)));
  if (page.matched > 0 && page.returned == 0)
    counted = fmt::format("None behind the last of {}.", grouped(static_cast<std::int64_t>(page.matched)));
  std::string turning = fmt::format("<nav class=\"pages\" aria-label=\"Pages\"><span>{}</span>", counted);
  for (const Link& link : links)
    if (link.rel == "next" || link.rel == "prev") turning += anchor(link.href, link.title);
  turning += "</nav>\n";
  content += turning;
  if (page.returned > 0) {
    content += "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Features\"><table>\n<thead><tr>";
    for (const std::string_view column : collection.columns)
      content += fmt::format(R"(<th scope="col"{}>{}</th>)", cell_class(*collection.property(column)), column);
    content += "</tr></thead>\n<tbody>\n";
    for (const ordered_json& feature : ordered_json::parse(fmt::format("[{}]", page.json))) {
      content += "<tr>";
      for (const std::string_view column : collection.columns) {
        const Property& property = *collection.property(column);
        const std::string text =
            shown(feature.at("properties").value(std::string(column), ordered_json()), property.of);
        if (column == collection.columns.front())
          content += fmt::format(R"(<td><a href="{}">{}</a></td>)",
                                 escaped(feature_address(request, collection, feature)), text);
        else
          content += fmt::format("<td{}>{}</td>", cell_class(property), text);
      }
      content += "</tr>\n";
    }
    content += "</tbody></table></div>\n" + turning;
  }
  Response response = html_page(request, {.title = "Items",
                                          .path = path_to(request, &collection),
                                          .others = others_of(links),
                                          .content = std::move(content)});
  response.headers.emplace_back("Link", link_header(links));
  return response;
}

Response item_page(const Request& request, const Collection& collection, std::string_view json) {
  const ordered_json feature = ordered_json::parse(json);
  const std::string id = feature.at("id").get<std::string>();
  const ordered_json& properties = feature.at("properties");
  const ordered_json title = properties.value("title", ordered_json());
  std::string content =
      fmt::format("<h1>{}</h1>\n<p>{}</p>\n", escaped(title.is_string() ? title.get<std::string>() : id),
                  anchor(web_address(request, collection, feature), "Show in the map and its reports"));
  content += "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Properties\"><table>\n<tbody>\n";
  for (const Property& property : collection.properties)
    content +=
        fmt::format("<tr><th scope=\"row\" title=\"{}\">{}</th><td>{}</td></tr>\n", escaped(property.meaning),
                    property.name, shown(properties.value(std::string(property.name), ordered_json()), property.of));
  content += "</tbody></table></div>\n";
  auto path = path_to(request, &collection);
  path.push_back({.href = fmt::format("{}/api/collections/{}/items?f=html", origin_of(request), collection.id),
                  .rel = "up",
                  .title = "Items"});
  auto links = page_links(request, media_type(AnswerFormat::html, true), 1, 0, 0);
  return html_page(
      request,
      {.title = id.substr(0, 24), .path = std::move(path), .others = others_of(links), .content = std::move(content)});
}

}  // namespace attest
