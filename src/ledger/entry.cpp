#include "ledger/entry.hpp"

#include <fmt/format.h>

#include <map>

#include "ledger/metadata_rows.hpp"

namespace attest {

Entry read_entry(Statement& row) {
  Entry entry;
  entry.key = row.read_integer().value_or(0);
  entry.about.id = row.read_blob();
  entry.about.name = row.read_blob();
  entry.about.encoding = row.read_blob();
  entry.about.text_hash = row.read_blob();
  entry.coder.program = row.read_blob();
  entry.coder.resources = row.read_blob();
  return entry;
}

Result<void> read_metadatum(Statement& row, const Database& database, Document& about) {
  const std::string field = row.read_blob();
  std::string value = row.read_blob(), origin = row.read_blob();
  if (set_metadatum(about, field, {std::move(value), std::move(origin), row.read_span()})) return {};
  return unknown_value(database, "metadata");
}

Result<EntryFinder> EntryFinder::prepare(const Database& database) {
  EntryFinder finder;
  ATTEST_TRY(finder.document_,
             database.prepare(fmt::format("SELECT {}, (SELECT count(*) FROM claims c WHERE c.document = d.document)"
                                          " FROM documents d JOIN runs ON run = coded_by WHERE id = ?",
                                          kEntryColumns)));
  ATTEST_TRY(finder.metadata_,
             database.prepare(fmt::format("SELECT {} FROM metadata WHERE document = ?", kMetadatumColumns)));
  ATTEST_TRY(finder.names_, database.prepare("SELECT name FROM sightings WHERE document = ? ORDER BY name"));
  return finder;
}

Result<std::optional<Entry>> EntryFinder::find(const Database& database, std::string_view id) {
  // A statement that still stands on a row keeps its moment of the ledger, and so SQLite's log, alive.
  const auto rest = [this] {
    document_.start();
    metadata_.start();
    names_.start();
  };
  std::optional<Entry> entry;
  const auto read = [&]() -> Result<void> {
    ATTEST_TRY(const bool found, document_.start().text(id).next());
    if (!found) return {};
    entry = read_entry(document_);
    entry->claims = document_.read_integer().value_or(0);
    ATTEST_CHECK(metadata_.start().integer(entry->key).each([&](Statement& row) {
      return read_metadatum(row, database, entry->about);
    }));
    return names_.start().integer(entry->key).each([&](Statement& row) -> Result<void> {
      if (std::string name = row.read_blob(); name != entry->about.name) entry->other_names.push_back(std::move(name));
      return {};
    });
  };
  const Result<void> done = read();
  rest();
  if (!done) return tl::unexpected<Error>(done.error());
  return entry;
}

namespace {

/// What the user says about a report. What the archive, table or feed says in which it came again is no news: the first
/// that brought it counts, so that reading everything once more changes nothing.
bool is_said_by_the_user(std::string_view origin) { return origin == "command line" || origin == "metadata file"; }

}  // namespace

bool is_up_to_date(const Entry& entry, const Document& document, const Coder& coder) {
  if (entry.coder != coder) return false;
  std::map<std::string, std::string, std::less<>> known;
  for_each_metadatum(entry.about, [&](std::string_view field, const Sourced<std::string>& value) {
    known.emplace(field, value.value);
  });
  bool same = true;
  for_each_metadatum(document, [&](std::string_view field, const Sourced<std::string>& value) {
    if (!is_said_by_the_user(value.origin)) return;
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
