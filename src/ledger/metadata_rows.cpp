#include "ledger/metadata_rows.hpp"

#include <array>
#include <utility>

namespace attest {

namespace {

using TextField = std::optional<Sourced<std::string>> Document::*;

constexpr std::array<std::pair<std::string_view, TextField>, 6> kTextFields = {{
    {"title", &Document::title},
    {"outlet", &Document::outlet},
    {"agency", &Document::agency},
    {"author", &Document::author},
    {"url", &Document::url},
    {"dateline_place", &Document::dateline_place},
}};

}  // namespace

void for_each_metadatum(const Document& document,
                        const std::function<void(std::string_view field, const Sourced<std::string>&)>& row) {
  for (const auto& [field, member] : kTextFields)
    if (const auto& value = document.*member) row(field, *value);
  if (const auto& published = document.published)
    row("published", {to_iso(published->value), published->origin, published->span});
  if (document.retrieved_at) row("retrieved_at", {*document.retrieved_at, "retrieval", {}});
}

bool set_metadatum(Document& document, std::string_view field, Sourced<std::string> value) {
  if (field == "published") {
    const auto date = parse_iso_date(value.value);
    if (date) document.published = Sourced<Date>{*date, std::move(value.origin), value.span};
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
