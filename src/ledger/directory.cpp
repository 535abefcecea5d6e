#include "ledger/directory.hpp"

#include <algorithm>

#include "base/fold_word.hpp"
#include "ledger/entry.hpp"

namespace attest {

namespace {

/// Calls `take(document, row)` for the rows of a query whose first column is a document, in the order of documents.
template <class Take>
Result<void> each_listed(const Database& database, std::string_view sql, std::vector<Listed>& documents, Take take) {
  ATTEST_TRY(Statement rows, database.prepare(sql));
  auto at = documents.begin();
  return rows.start().each([&](Statement& row) -> Result<void> {
    const DocumentKey key = row.read_integer().value_or(0);
    while (at != documents.end() && at->key < key) ++at;
    if (at == documents.end() || at->key != key) return {};
    return take(*at, row);
  });
}

}  // namespace

const Listed* Directory::of(DocumentKey key) const {
  const auto found = std::ranges::lower_bound(documents, key, {}, &Listed::key);
  return found != documents.end() && found->key == key ? &*found : nullptr;
}

std::vector<const Listed*> Directory::beginning(std::string_view id) const {
  std::vector<const Listed*> found;
  auto at = std::ranges::lower_bound(by_id, id, {}, [&](std::uint32_t i) { return documents[i].id_text(); });
  for (; at != by_id.end() && found.size() < 2 && documents[*at].id_text().starts_with(id); ++at)
    found.push_back(&documents[*at]);
  return found;
}

Result<Directory> list_documents(const Database& database) {
  Directory directory;
  std::vector<Listed>& documents = directory.documents;
  ATTEST_TRY(const Transaction moment, Transaction::begin(database, Transaction::Kind::read));
  // The index of the ids alone: the documents themselves are large.
  ATTEST_TRY(Statement ids, database.prepare("SELECT document, id FROM documents ORDER BY id"));
  ATTEST_CHECK(ids.start().each([&](Statement& row) -> Result<void> {
    Listed one;
    one.key = row.read_integer().value_or(0);
    const std::string_view id = row.read_view().value_or("");
    if (id.size() != one.id.size()) return unknown_value(database, "a document's id");
    std::ranges::copy(id, one.id.begin());
    documents.push_back(one);
    return {};
  }));
  std::ranges::sort(documents, {}, &Listed::key);
  directory.by_id.resize(documents.size());
  for (std::uint32_t i = 0; i < documents.size(); ++i) directory.by_id[i] = i;
  std::ranges::sort(directory.by_id, {}, [&](std::uint32_t i) { return documents[i].id_text(); });
  ATTEST_CHECK(each_listed(database, "SELECT document, field, value FROM metadata ORDER BY document, field", documents,
                           [&](Listed& one, Statement& row) -> Result<void> {
                             const std::string field = row.read_blob();
                             const std::string_view value = row.read_view().value_or("");
                             if (field == "published") one.published = parse_iso_date(value);
                             if (field == "title") one.title = directory.names.of(value);
                             if (field == "outlet") one.outlet = directory.names.of(value);
                             if (field == "agency") one.agency = directory.names.of(value);
                             if (field == "language") one.language = directory.names.of(value);
                             return {};
                           }));
  ATTEST_CHECK(each_listed(database, "SELECT document, count(*) FROM claims GROUP BY document ORDER BY document",
                           documents, [&](Listed& one, Statement& row) -> Result<void> {
                             one.claims = static_cast<std::uint32_t>(row.read_integer().value_or(0));
                             return {};
                           }));
  directory.folded.resize(directory.names.size());
  for (const Listed& one : documents)
    for (const Interned::Name name : {one.outlet, one.agency, one.language})
      if (directory.folded[name].empty()) directory.folded[name] = fold_word(directory.names.text(name));
  return directory;
}

}  // namespace attest
