#include "reconcile/claim_values.hpp"

#include <fmt/format.h>

#include <cmath>
#include <nlohmann/json.hpp>

#include "base/date_precision.hpp"
#include "base/utf8.hpp"

namespace attest {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::int64_t kMaxCount = 1'000'000'000;

tl::unexpected<Error> refuse(std::string message) { return fail(ErrorCode::usage, std::move(message), "value"); }

std::string dumped(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

/// Whether a text is one that can be sent on: JSON with a broken string in it is refused on parsing.
Result<Json> parsed(std::string_view json) {
  Json value = Json::parse(json, nullptr, false);
  if (value.is_discarded()) return fail(ErrorCode::bad_json, "is not JSON", "value");
  return value;
}

template <class List>
std::string listed(const List& values) {
  return fmt::format("{}", fmt::join(values, ", "));
}

/// One of a list of names. @param none  what null stands for, if it may be given
template <class E>
Result<std::optional<E>> one_of(const Json& json, bool may_be_null) {
  if (json.is_null() && may_be_null) return std::optional<E>();
  const auto value = json.is_string() ? from_name<E>(json.get_ref<const std::string&>()) : std::nullopt;
  if (!value)
    return refuse(fmt::format("must be one of {}{}", listed(Names<E>::values), may_be_null ? ", or null" : ""));
  return value;
}

template <class E>
Json json_of(const std::optional<E>& value) {
  return value ? Json(name_of(*value)) : Json();
}

Result<std::string> name_in(const Json& json, std::string_view member) {
  if (!json.is_string()) return refuse(fmt::format("{} must be words", member));
  const auto& name = json.get_ref<const std::string&>();
  if (name.empty()) return refuse(fmt::format("{} is empty", member));
  if (auto checked = check_text(name, kMaxName, member); !checked) return tl::unexpected(checked.error());
  if (name.find('\n') != std::string::npos) return refuse(fmt::format("{} must be one line", member));
  return name;
}

/// The object has these members, some may be missing, and no others.
Result<void> check_members(const Json& json, std::initializer_list<std::string_view> known) {
  if (!json.is_object()) return refuse(fmt::format("must be an object of {}, or null", listed(known)));
  for (const auto& [name, value] : json.items())
    if (std::find(known.begin(), known.end(), name) == known.end())
      return refuse(fmt::format("has no member {}: it is made of {}", name, listed(known)));
  return {};
}

Json member(const Json& json, std::string_view name) {
  const auto found = json.find(name);
  return found == json.end() ? Json() : *found;
}

Result<std::optional<std::int64_t>> whole_number(const Json& json, std::string_view name, std::int64_t most) {
  if (json.is_null()) return std::optional<std::int64_t>();
  if (!json.is_number_integer() || json.get<double>() < 0 || json.get<double>() > static_cast<double>(most))
    return refuse(fmt::format("{} must be a whole number from 0 to {}, or null", name, most));
  return std::optional(json.get<std::int64_t>());
}

Result<void> set_count(Testimony& told, const Json& json) {
  std::optional<std::int64_t> min, max;
  if (!json.is_null()) {
    ATTEST_CHECK(check_members(json, {"min", "max"}));
    ATTEST_TRY(min, whole_number(member(json, "min"), "min", kMaxCount));
    ATTEST_TRY(max, whole_number(member(json, "max"), "max", kMaxCount));
    if (min && max && *min > *max) return refuse("min is more than max");
  }
  told.min = min;
  told.max = max;
  return {};
}

Result<std::optional<LatLon>> point_in(const Json& json) {
  const Json latitude = member(json, "latitude"), longitude = member(json, "longitude");
  if (latitude.is_null() && longitude.is_null()) return std::optional<LatLon>();
  if (!latitude.is_number() || !longitude.is_number())
    return refuse("latitude and longitude must both be numbers, or both null");
  const auto point = LatLon::from_degrees(latitude.get<double>(), longitude.get<double>());
  if (!point) return refuse("latitude must be from -90 to 90, longitude from -180 to 180");
  return point;
}

Result<void> set_place(Testimony& told, Interned& names, const Json& json) {
  std::string name;
  std::uint16_t country = 0;
  std::optional<LatLon> position;
  std::optional<std::int64_t> precision;
  if (!json.is_null()) {
    ATTEST_CHECK(check_members(json, {"name", "country", "latitude", "longitude", "precision"}));
    ATTEST_TRY(name, name_in(member(json, "name"), "name"));
    if (const Json code = member(json, "country"); !code.is_null()) {
      const std::string letters = code.is_string() ? code.get<std::string>() : std::string();
      country = country_code(letters);
      if (country == 0) return refuse("country must be two capital letters (ISO 3166-1), or null");
    }
    ATTEST_TRY(position, point_in(json));
    ATTEST_TRY(precision, whole_number(member(json, "precision"), "precision", 7));
    if (precision == 0) return refuse("precision must be from 1 (an exact place) to 7, or null");
  }
  told.place = names.of(name);
  told.stem = told.place;
  told.country = country;
  told.position = position;
  told.place_precision = static_cast<std::uint8_t>(precision.value_or(0));
  return {};
}

Result<Date> day_in(const Json& json, std::string_view name) {
  const auto day = json.is_string() ? parse_iso_date(json.get_ref<const std::string&>()) : std::nullopt;
  if (!day) return refuse(fmt::format("{} must be a day like 2017-03-09", name));
  return *day;
}

Result<void> set_time(Testimony& told, const Json& json) {
  std::optional<Date> from, to;
  if (!json.is_null()) {
    ATTEST_CHECK(check_members(json, {"from", "to"}));
    ATTEST_TRY(from, day_in(member(json, "from"), "from"));
    ATTEST_TRY(to, day_in(member(json, "to"), "to"));
    if (*from > *to) return refuse("from lies after to");
  }
  told.from = from;
  told.to = to;
  told.time_precision = static_cast<std::uint8_t>(from ? date_precision(*from, *to) : 0);
  return {};
}

Result<void> set_side(Interned::Name& side, Interned& names, const Json& json) {
  std::string name;
  if (!json.is_null()) {
    ATTEST_TRY(name, name_in(json, "the name"));
  }
  side = names.of(known_side(name));
  return {};
}

Result<void> set(Testimony& told, Interned& names, ClaimField field, const Json& json) {
  switch (field) {
    case ClaimField::count:
      return set_count(told, json);
    case ClaimField::victims_status: {
      ATTEST_TRY(const auto status, one_of<VictimStatus>(json, true));
      told.status = status.value_or(VictimStatus::unknown);
      told.has_victims = told.has_victims || status.has_value();
      return {};
    }
    case ClaimField::victims_group: {
      ATTEST_TRY(const auto group, one_of<VictimGroup>(json, true));
      told.group = group.value_or(VictimGroup::any);
      told.has_victims = told.has_victims || group.has_value();
      return {};
    }
    case ClaimField::kind: {
      ATTEST_TRY(const auto kind, one_of<ClaimKind>(json, false));
      told.kind = *kind;
      return {};
    }
    case ClaimField::actor:
      return set_side(told.actor, names, json);
    case ClaimField::opponent:
      return set_side(told.opponent, names, json);
    case ClaimField::means: {
      ATTEST_TRY(told.means, one_of<Means>(json, true));
      return {};
    }
    case ClaimField::object: {
      ATTEST_TRY(told.object, one_of<ObjectKind>(json, true));
      return {};
    }
    case ClaimField::place:
      return set_place(told, names, json);
    case ClaimField::time:
      return set_time(told, json);
    case ClaimField::certainty: {
      ATTEST_TRY(const auto certainty, one_of<Certainty>(json, false));
      told.certainty = *certainty;
      return {};
    }
    case ClaimField::scope: {
      ATTEST_TRY(const auto scope, one_of<Scope>(json, false));
      told.scope = *scope;
      return {};
    }
  }
  return refuse("no such field");
}

Json number(const std::optional<std::int64_t>& value) { return value ? Json(*value) : Json(); }

Json side(const Interned& names, Interned::Name name) { return name == 0 ? Json() : Json(names.text(name)); }

Json place_json(const Testimony& told, const Interned& names) {
  if (told.place == 0 && !told.position) return {};
  std::string country;
  if (told.country != 0) country = {static_cast<char>(told.country >> 8U), static_cast<char>(told.country & 0xFFU)};
  return {{"name", names.text(told.place)},
          {"country", country.empty() ? Json() : Json(country)},
          {"latitude", told.position ? Json(told.position->latitude) : Json()},
          {"longitude", told.position ? Json(told.position->longitude) : Json()},
          {"precision", told.place_precision == 0 ? Json() : Json(told.place_precision)}};
}

Json json_of(const Testimony& told, const Interned& names, ClaimField field) {
  switch (field) {
    case ClaimField::count:
      if (!told.counted()) return {};
      return {{"min", number(told.min)}, {"max", number(told.max)}};
    case ClaimField::victims_status:
      return name_of(told.status);
    case ClaimField::victims_group:
      return name_of(told.group);
    case ClaimField::kind:
      return name_of(told.kind);
    case ClaimField::actor:
      return side(names, told.actor);
    case ClaimField::opponent:
      return side(names, told.opponent);
    case ClaimField::means:
      return json_of(told.means);
    case ClaimField::object:
      return json_of(told.object);
    case ClaimField::place:
      return place_json(told, names);
    case ClaimField::time:
      if (!told.from) return {};
      return {{"from", to_iso(*told.from)}, {"to", to_iso(*told.to)}};
    case ClaimField::certainty:
      return name_of(told.certainty);
    case ClaimField::scope:
      return name_of(told.scope);
  }
  return {};
}

}  // namespace

std::string value_of(const Testimony& told, const Interned& names, ClaimField field) {
  return dumped(json_of(told, names, field));
}

Result<std::string> checked_value(ClaimField field, std::string_view json) {
  Testimony told;
  Interned names;
  ATTEST_CHECK(amend(told, names, field, json));
  return value_of(told, names, field);
}

Result<void> amend(Testimony& told, Interned& names, ClaimField field, std::string_view json) {
  ATTEST_TRY(const Json value, parsed(json));
  return set(told, names, field, value);
}

Result<void> check_text(std::string_view text, std::size_t limit, std::string_view what) {
  if (first_invalid_utf8(text)) return fail(ErrorCode::usage, "is not well-formed UTF-8", std::string(what));
  std::size_t letters = 0;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if ((byte & 0xC0U) != 0x80U) ++letters;
    if ((byte < 0x20 && c != '\n' && c != '\t') || byte == 0x7F)
      return fail(ErrorCode::usage, "has control characters", std::string(what));
  }
  if (letters > limit)
    return fail(ErrorCode::usage, fmt::format("is {} characters long; {} are allowed", letters, limit),
                std::string(what));
  return {};
}

}  // namespace attest
