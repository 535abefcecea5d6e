#include "ledger/entry.hpp"

#include <fmt/format.h>

#include <map>

#include "ledger/metadata_rows.hpp"

namespace attest {

Result<std::optional<Entry>> find_entry(const Database& database, std::string_view id) {
  ATTEST_TRY(Statement document, database.prepare("SELECT document, name, encoding, text_hash, program, resources,"
                                                  " (SELECT count(*) FROM claims c WHERE c.document = d.document)"
                                                  " FROM documents d JOIN runs ON run = coded_by WHERE id = ?"));
  ATTEST_TRY(const bool found, document.start().text(id).next());
  if (!found) return std::nullopt;
  Entry entry;
  entry.key = document.read_integer().value_or(0);
  entry.about.id = id;
  entry.about.name = document.read_blob();
  entry.about.encoding = document.read_blob();
  entry.about.text_hash = document.read_blob();
  entry.coder.program = document.read_blob();
  entry.coder.resources = document.read_blob();
  entry.claims = document.read_integer().value_or(0);

  ATTEST_TRY(Statement metadata, database.prepare("SELECT field, value, origin, text_begin, text_end"
                                                  " FROM metadata WHERE document = ?"));
  ATTEST_CHECK(metadata.start().integer(entry.key).each([&](Statement& row) -> Result<void> {
    const std::string field = row.read_blob();
    std::string value = row.read_blob(), origin = row.read_blob();
    if (set_metadatum(entry.about, field, {std::move(value), std::move(origin), row.read_span()})) return {};
    return unknown_value(database, "metadata");
  }));

  ATTEST_TRY(Statement names, database.prepare("SELECT name FROM sightings WHERE document = ? ORDER BY name"));
  ATTEST_CHECK(names.start().integer(entry.key).each([&](Statement& row) -> Result<void> {
    if (std::string name = row.read_blob(); name != entry.about.name) entry.other_names.push_back(std::move(name));
    return {};
  }));
  return entry;
}

bool is_up_to_date(const Entry& entry, const Document& document, const Coder& coder) {
  if (entry.coder != coder) return false;
  std::map<std::string, std::string, std::less<>> known;
  for_each_metadatum(entry.about, [&](std::string_view field, const Sourced<std::string>& value) {
    known.emplace(field, value.value);
  });
  bool same = true;
  for_each_metadatum(document, [&](std::string_view field, const Sourced<std::string>& value) {
    if (field == "retrieved_at") return;  // fetched again, the same bytes are no news
    const auto found = known.find(field);
    same = same && found != known.end() && found->second == value.value;
  });
  return same;
}

tl::unexpected<Error> unknown_value(const Database& database, std::string_view what) {
  return fail(ErrorCode::bad_ledger, fmt::format("{} holds a value that this program does not know", what),
              database.file());
}

}  // namespace attest
