#include "publish/incidents.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <iterator>

#include "publish/csv.hpp"
#include "publish/json.hpp"
#include "publish/json_object.hpp"

namespace attest {

namespace {

std::string number(const std::optional<std::int64_t>& value) { return value ? std::to_string(*value) : std::string(); }

std::string days(const std::optional<Date>& from, const std::optional<Date>& to) {
  if (!from || !to) return {};
  return *from == *to ? to_iso(*from) : to_iso(*from) + "/" + to_iso(*to);
}

const Figure* find(const Incident& incident, ClaimKind harm, std::optional<VictimStatus> status, VictimGroup group) {
  for (const Figure& figure : incident.figures)
    if (figure.harm == harm && figure.unit == Unit::persons && figure.status == status && figure.group == group)
      return &figure;
  return nullptr;
}

/// What a kind of claim tells of, as a noun.
std::string_view noun_of(ClaimKind kind) {
  switch (kind) {
    case ClaimKind::killed:
      return "deaths";
    case ClaimKind::injured:
      return "injuries";
    case ClaimKind::detained:
      return "detention";
    case ClaimKind::human_shield:
      return "human shields";
    case ClaimKind::recruited:
      return "recruitment";
    case ClaimKind::missing:
      return "disappearance";
    case ClaimKind::trapped:
      return "people trapped";
    case ClaimKind::displaced:
      return "displacement";
    case ClaimKind::returned:
      return "return";
    case ClaimKind::sheltered:
      return "shelter";
    case ClaimKind::deprived:
      return "deprivation";
    case ClaimKind::abused:
      return "abuse";
    case ClaimKind::damaged:
      return "damage";
    case ClaimKind::attack:
      return "attack";
    case ClaimKind::clash:
      return "fighting";
    case ClaimKind::control:
      return "change of control";
  }
  return "incident";
}

/// The event, "air strike", "fighting", if one is told; else what it did, the gravest first: "deaths and damage".
std::string what(const Incident& incident) {
  if (incident.means && *incident.means != Means::other) return in_words(name_of(*incident.means));
  for (const ClaimKind event : {ClaimKind::clash, ClaimKind::attack})
    if (std::ranges::find(incident.kinds, event) != incident.kinds.end()) return std::string(noun_of(event));
  std::vector<ClaimKind> kinds = incident.kinds;
  std::ranges::sort(kinds);
  if (kinds.empty()) return "incident";
  std::string text(noun_of(kinds[0]));
  if (kinds.size() > 1) text += fmt::format(" and {}", noun_of(kinds[1]));
  return text;
}

void append_members(std::string& out, const Incident& incident, const std::vector<std::string>& reports) {
  JsonObject json(out, JsonObject::Begun::already);
  const auto string = [&](std::string_view value) { append_json_string(out, value); };
  json.text("id", incident.id);
  json.list("kinds", incident.kinds, [&](ClaimKind kind) { string(name_of(kind)); });
  json.choice("means", incident.means);
  json.text("place", incident.place);
  json.text("country", incident.country);
  json.value("latitude", incident.position ? std::optional(incident.position->latitude) : std::nullopt);
  json.value("longitude", incident.position ? std::optional(incident.position->longitude) : std::nullopt);
  json.value("place_precision", incident.place_precision);
  json.day("from", incident.from);
  json.day("to", incident.to);
  json.value("time_precision", incident.time_precision);
  json.day("first_published", incident.first_published);
  json.day("last_published", incident.last_published);
  json.value("reports", incident.reports);
  json.value("origins", incident.origins);
  json.text("grade", name_of(incident.grade));
  json.text("responsibility", name_of(incident.responsibility));
  json.choice("strike", incident.strike);
  json.list("blame", incident.blame, [&](const Blame& blame) {
    JsonObject side(out);
    side.text("actor", blame.actor);
    side.list("said_by", blame.said_by, string);
    side.list("denied_by", blame.denied_by, string);
    side.value("admitted", blame.admitted);
    side.close();
  });
  json.list("figures", incident.figures, [&](const Figure& figure) { append_figure_json(out, figure); });
  json.list("claims", incident.claims, [&](const LinkedClaim& link) {
    JsonObject one(out);
    one.text("report", reports.at(link.claim.report));
    one.text("claim", fmt::format("c{}", link.claim.claim + 1));
    one.text("role", name_of(link.role));
    one.text("reason", name_of(link.reason));
    one.close();
  });
  json.text("matching_rule", kMatchingRule);
  json.text("figure_rule", kFigureRule);
}

/// What the server tells besides: for tables, and what people decided.
void append_review(std::string& out, const Incident& incident, const ReviewNote& review) {
  JsonObject json(out, JsonObject::Begun::already);
  const auto best = [&](ClaimKind harm) {
    const Figure* figure = incident.total(harm);
    return figure == nullptr ? std::nullopt : figure->best;
  };
  json.text("title", headline(incident));
  json.value("killed", best(ClaimKind::killed));
  json.value("injured", best(ClaimKind::injured));
  json.key("review");
  fmt::format_to(std::back_inserter(out), R"({{"state":"{}","sensitive":{},"edited":{},"conflicts":{}}})",
                 name_of(review.state), review.sensitive, review.edited, review.conflicts);
}

constexpr std::array<int, 6> kWidths = {8, 10, 24, 13, 13, 10};

/// For a table: "15", "12+", "13–17 (15)" with the best in brackets.
std::string in_short(const Figure& figure) {
  const auto& [low, best, high] = std::tie(figure.low, figure.best, figure.high);
  if (!best) return high ? fmt::format("0–{}", *high) : "";
  if (low == high) return std::to_string(*best);
  const std::string range =
      high ? fmt::format("{}–{}", low.value_or(0), *high) : fmt::format("{}+", low.value_or(*best));
  return low == best && !high ? range : fmt::format("{} ({})", range, *best);
}

void append_cell(std::string& out, std::string_view text, int width) {
  const auto lines = wrap(text, width);
  std::string_view shown = lines.empty() ? std::string_view() : slice(text, lines.front());
  out += shown;
  if (lines.size() > 1 && display_width(shown) < width) out += "…";
  out += spaces(width - display_width(shown) - (lines.size() > 1 && display_width(shown) < width ? 1 : 0) + 1);
}

}  // namespace

std::string in_words(std::string_view name) {
  std::string words(name);
  std::ranges::replace(words, '_', ' ');
  return words;
}

std::string describe(const Figure& figure) {
  const auto& [low, best, high] = std::tie(figure.low, figure.best, figure.high);
  if (!best) return high ? fmt::format("at most {}", *high) : "no figure";
  if (!high)
    return low == best ? fmt::format("{} or more", *best) : fmt::format("{} or more, best {}", number(low), *best);
  if (low == high) return std::to_string(*best);
  return fmt::format("{} to {}, best {}", low.value_or(0), *high, *best);
}

std::string describe_population(const Figure& figure) {
  std::string text = in_words(name_of(figure.harm));
  if (figure.unit != Unit::persons) text += fmt::format(" ({})", name_of(figure.unit));
  if (figure.status) text += fmt::format(", {}s", name_of(*figure.status));
  if (figure.group != VictimGroup::any) text += ", " + in_words(name_of(figure.group));
  return text;
}

std::string describe_days(const Incident& incident) {
  std::string text = days(incident.from, incident.to);
  return text.empty() ? "no date" : text;
}

std::string headline(const Incident& incident) {
  std::string where = incident.place.empty() ? "an unknown place" : incident.place;
  if (!incident.country.empty()) where += ", " + incident.country;
  std::string text = fmt::format("{} in {}, {}", what(incident), where, describe_days(incident));
  text.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(text.front())));
  return text;
}

void append_incident_heading(std::string& out, const View& view) {
  std::string line;
  constexpr std::array<std::string_view, 6> kTitles = {"INCIDENT", "DAY",     "WHERE AND WHAT",
                                                       "KILLED",   "INJURED", "GRADE"};
  for (std::size_t i = 0; i < kTitles.size(); ++i) append_cell(line, kTitles.at(i), kWidths.at(i));
  out += styled(view, "1", fmt::format("{}REPORTS/ORIGINS", line)) + '\n';
}

void append_incident_row(std::string& out, const Incident& incident, const View& view) {
  const auto short_figure = [&](ClaimKind harm) {
    const Figure* figure = incident.total(harm);
    return figure == nullptr ? std::string() : in_short(*figure);
  };
  out += styled(view, "1", incident.id) + ' ';
  append_cell(out, incident.from ? to_iso(*incident.from) : "", kWidths[1]);
  const int extra = std::max(0, view.width - 100);
  append_cell(out, printable(fmt::format("{}: {}", incident.place.empty() ? "?" : incident.place, what(incident))),
              kWidths[2] + extra);
  append_cell(out, short_figure(ClaimKind::killed), kWidths[3]);
  append_cell(out, short_figure(ClaimKind::injured), kWidths[4]);
  append_cell(out, name_of(incident.grade), kWidths[5]);
  out += fmt::format("{}/{}\n", incident.reports, incident.origins);
}

void append_incident_csv_header(std::string& out) {
  out +=
      "incident,from,to,time_precision,place,country,latitude,longitude,place_precision,kinds,means,"
      "killed_low,killed_best,killed_high,injured_low,injured_best,injured_high,"
      "civilians_killed_low,civilians_killed_best,civilians_killed_high,"
      "children_killed_low,children_killed_best,children_killed_high,"
      "reports,origins,grade,responsibility,strike,actors,first_published,last_published,matching_rule,figure_rule\r\n";
}

void append_incident_csv_row(std::string& out, const Incident& incident) {
  const auto value = [&](std::string_view text) {
    append_csv_value(out, text);
    out += ',';
  };
  const auto figures = [&](const Figure* figure) {
    value(figure == nullptr ? "" : number(figure->low));
    value(figure == nullptr ? "" : number(figure->best));
    value(figure == nullptr ? "" : number(figure->high));
  };
  value(incident.id);
  value(incident.from ? to_iso(*incident.from) : "");
  value(incident.to ? to_iso(*incident.to) : "");
  value(incident.time_precision ? std::to_string(*incident.time_precision) : "");
  value(incident.place);
  value(incident.country);
  // A number is no formula, whatever its sign.
  const auto degrees = [&](double LatLon::*side) {
    if (incident.position) out += fmt::format("{}", *incident.position.*side);
    out += ',';
  };
  degrees(&LatLon::latitude);
  degrees(&LatLon::longitude);
  value(incident.place_precision ? std::to_string(*incident.place_precision) : "");
  std::string kinds, actors;
  for (const ClaimKind kind : incident.kinds) (kinds += kinds.empty() ? "" : "; ") += name_of(kind);
  for (const Blame& blame : incident.blame) (actors += actors.empty() ? "" : "; ") += blame.actor;
  value(kinds);
  value(incident.means ? name_of(*incident.means) : "");
  figures(incident.total(ClaimKind::killed));
  figures(incident.total(ClaimKind::injured));
  figures(find(incident, ClaimKind::killed, VictimStatus::civilian, VictimGroup::any));
  figures(find(incident, ClaimKind::killed, std::nullopt, VictimGroup::children));
  value(std::to_string(incident.reports));
  value(std::to_string(incident.origins));
  value(name_of(incident.grade));
  value(name_of(incident.responsibility));
  value(incident.strike ? name_of(*incident.strike) : "");
  value(actors);
  value(incident.first_published ? to_iso(*incident.first_published) : "");
  value(incident.last_published ? to_iso(*incident.last_published) : "");
  value(kMatchingRule);
  append_csv_value(out, kFigureRule);
  out += "\r\n";
}

void append_incident_json(std::string& out, const Incident& incident, const std::vector<std::string>& reports) {
  out += '{';
  append_members(out, incident, reports);
  out += '}';
}

void append_figure_json(std::string& out, const Figure& figure) {
  JsonObject json(out);
  json.text("harm", name_of(figure.harm));
  json.text("unit", name_of(figure.unit));
  json.choice("status", figure.status);
  json.text("group", figure.group == VictimGroup::any ? "" : name_of(figure.group));
  json.value("low", figure.low);
  json.value("best", figure.best);
  json.value("high", figure.high);
  json.value("origins", figure.origins);
  json.value("impossible", figure.impossible);
  json.close();
}

void append_incident_properties(std::string& out, const Incident& incident, const std::vector<std::string>& reports,
                                const ReviewNote& review) {
  out += '{';
  append_members(out, incident, reports);
  append_review(out, incident, review);
  out += '}';
}

void append_incident_feature(std::string& out, const Incident& incident, const std::vector<std::string>& reports,
                             const ReviewNote* review) {
  out += R"({"type":"Feature","id":)";
  append_json_string(out, incident.id);
  if (incident.position)
    fmt::format_to(std::back_inserter(out), R"(,"geometry":{{"type":"Point","coordinates":[{},{}]}})",
                   incident.position->longitude, incident.position->latitude);
  else
    out += R"(,"geometry":null)";
  out += R"(,"properties":)";
  if (review != nullptr)
    append_incident_properties(out, incident, reports, *review);
  else
    append_incident_json(out, incident, reports);
  out += '}';
}

}  // namespace attest
