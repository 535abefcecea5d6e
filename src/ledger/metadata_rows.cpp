#include "ledger/metadata_rows.hpp"

#include <array>
#include <utility>

namespace attest {

namespace {

using TextField = std::optional<Sourced<std::string>> Document::*;

constexpr std::array<std::pair<std::string_view, TextField>, 8> kTextFields = {{
    {"title", &Document::title},
    {"outlet", &Document::outlet},
    {"agency", &Document::agency},
    {"author", &Document::author},
    {"url", &Document::url},
    {"dateline_place", &Document::dateline_place},
    {"published_at", &Document::published_at},
    {"language", &Document::language},
}};

using DateField = std::optional<Sourced<Date>> Document::*;

constexpr std::array<std::pair<std::string_view, DateField>, 2> kDateFields = {{
    {"published", &Document::published},
    {"updated", &Document::updated},
}};

}  // namespace

void for_each_metadatum(const Document& document,
                        const std::function<void(std::string_view field, const Sourced<std::string>&)>& row) {
  for (const auto& [field, member] : kTextFields)
    if (const auto& value = document.*member) row(field, *value);
  for (const auto& [field, member] : kDateFields)
    if (const auto& date = document.*member) row(field, {to_iso(date->value), date->origin, date->span});
  if (document.retrieved_at) row("retrieved_at", {*document.retrieved_at, "retrieval", {}});
}

bool set_metadatum(Document& document, std::string_view field, Sourced<std::string> value) {
  for (const auto& [name, member] : kDateFields)
    if (name == field) {
      const auto date = parse_iso_date(value.value);
      if (date) document.*member = Sourced<Date>{*date, std::move(value.origin), value.span};
      return date.has_value();
    }
  if (field == "retrieved_at") {
    document.retrieved_at = std::move(value.value);
    return true;
  }
  for (const auto& [name, member] : kTextFields)
    if (name == field) {
      document.*member = std::move(value);
      return true;
    }
  return false;
}

}  // namespace attest
