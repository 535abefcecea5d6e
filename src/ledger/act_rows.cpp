#include "ledger/act_rows.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <nlohmann/json.hpp>

#include "base/hash.hpp"

namespace attest {

namespace {

using Json = nlohmann::ordered_json;

Json json_of(Span span) { return Json::array({span.begin, span.end}); }

Json json_of(const std::vector<ClaimAnchor>& claims) {
  Json list = Json::array();
  for (const ClaimAnchor& claim : claims)
    list.push_back({{"document", claim.document},
                    {"claim", claim.claim},
                    {"kind", name_of(claim.kind)},
                    {"trigger", json_of(claim.trigger)},
                    {"words", json_of(claim.words)},
                    {"nth", claim.nth},
                    {"of", claim.of_trigger}});
  return list;
}

Json json_of(const std::vector<IncidentAnchor>& incidents) {
  Json list = Json::array();
  for (const IncidentAnchor& incident : incidents)
    list.push_back({{"id", incident.id}, {"claims", json_of(incident.claims)}});
  return list;
}

/// Throws nlohmann's exceptions for JSON of another shape, and std::invalid_argument for a kind that is none.
Span span_of(const Json& json) { return {json.at(0).get<std::uint32_t>(), json.at(1).get<std::uint32_t>()}; }

std::vector<ClaimAnchor> claims_of(const Json& list) {
  std::vector<ClaimAnchor> claims;
  for (const Json& json : list) {
    const auto kind = from_name<ClaimKind>(json.at("kind").get<std::string>());
    if (!kind) throw std::invalid_argument("kind");
    claims.push_back({json.at("document").get<std::string>(), json.at("claim").get<std::string>(), *kind,
                      span_of(json.at("trigger")), span_of(json.at("words")), json.at("nth").get<std::uint32_t>(),
                      json.at("of").get<std::uint32_t>()});
  }
  return claims;
}

std::vector<IncidentAnchor> incidents_of(const Json& list) {
  std::vector<IncidentAnchor> incidents;
  for (const Json& json : list) incidents.push_back({json.at("id").get<std::string>(), claims_of(json.at("claims"))});
  return incidents;
}

std::optional<std::int64_t> number_of(const std::optional<std::string>& text) {
  std::int64_t number = 0;
  if (!text) return std::nullopt;
  const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), number);
  return error == std::errc() && end == text->data() + text->size() ? std::optional(number) : std::nullopt;
}

}  // namespace

ActRow row_of(const Act& act) {
  const auto dumped = [](const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); };
  return {std::to_string(act.seq),
          act.at,
          act.by,
          act.role,
          std::string(name_of(act.act)),
          dumped(json_of(act.incidents)),
          dumped(json_of(act.claims)),
          act.report,
          act.field ? std::optional(std::string(name_of(*act.field))) : std::nullopt,
          act.machine,
          act.before,
          act.after,
          act.reason,
          act.undoes ? std::optional(std::to_string(*act.undoes)) : std::nullopt,
          act.previous};
}

Result<Act> act_of(const ActRow& row, const std::string& file) {
  const auto unknown = [&](std::size_t column) {
    return fail(
        ErrorCode::bad_ledger,
        fmt::format("act {}: {} holds what this attest does not know", row[0].value_or("?"), kActColumns.at(column)),
        file);
  };
  Act act;
  for (const std::size_t column : {0U, 1U, 2U, 3U, 4U, 5U, 6U, 7U, 12U, 14U})
    if (!row.at(column)) return unknown(column);
  const auto seq = number_of(row[0]);
  const auto kind = from_name<ActKind>(*row[4]);
  if (!seq) return unknown(0);
  if (!kind) return unknown(4);
  act.seq = *seq;
  act.at = *row[1];
  act.by = *row[2];
  act.role = *row[3];
  act.act = *kind;
  std::size_t column = 5;
  try {
    act.incidents = incidents_of(Json::parse(*row[5]));
    column = 6;
    act.claims = claims_of(Json::parse(*row[6]));
  } catch (const std::exception&) {
    return unknown(column);
  }
  act.report = *row[7];
  if (row[8]) {
    act.field = from_name<ClaimField>(*row[8]);
    if (!act.field) return unknown(8);
  }
  act.machine = row[9];
  act.before = row[10];
  act.after = row[11];
  act.reason = *row[12];
  act.undoes = number_of(row[13]);
  if (row[13] && !act.undoes) return unknown(13);
  act.previous = *row[14];
  return act;
}

ActRow read_act_row(Statement& row) {
  ActRow values;
  for (auto& value : values) value = row.read_text();
  return values;
}

std::string hash_of(const ActRow& row) {
  std::string bytes;
  for (const auto& value : row) bytes += value ? fmt::format("{}:{},", value->size(), *value) : "-";
  return sha256_hex(bytes);
}

std::string sums_of(const ActRow& row) {
  constexpr std::size_t kDigits = 8;
  std::string sums;
  for (const auto& value : row) sums += value ? sha256_hex(*value).substr(0, kDigits) : std::string(kDigits, '-');
  return sums;
}

}  // namespace attest
