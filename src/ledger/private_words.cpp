#include "ledger/private_words.hpp"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <iterator>
#include <optional>

#include "base/fold_word.hpp"
#include "base/name_mask.hpp"
#include "ledger/search_query.hpp"

namespace attest {

namespace {

constexpr std::size_t kShortest = 3;  // "al", "el", "de" say nothing of anybody
/// More than so many are not looked into; they count as found by nothing. A given name that thousands bear tells little.
constexpr std::size_t kMostLookedInto = 2000;

constexpr std::string_view kIndex =
    "CREATE VIRTUAL TABLE masked USING fts5(title, body, content = '', tokenize = 'unicode61 remove_diacritics 2')";

/// Calls `visit` with each run of letters and digits, folded.
template <class Visit>
void for_each_word(std::string_view text, const Visit& visit) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  const auto size = static_cast<std::int32_t>(text.size());
  std::int32_t begin = -1;
  for (std::int32_t at = 0; at <= size;) {
    const std::int32_t here = at;
    UChar32 code = -1;
    if (at < size)
      U8_NEXT(bytes, at, size, code);
    else
      ++at;
    const bool part = code >= 0 && (u_isalnum(code) || u_charType(code) == U_NON_SPACING_MARK);
    if (part && begin < 0) begin = here;
    if (part || begin < 0) continue;
    const auto first = static_cast<std::size_t>(begin);
    visit(fold_word(text.substr(first, static_cast<std::size_t>(here) - first)));
    begin = -1;
  }
}

}  // namespace

Result<PrivateWords> PrivateWords::load(const Database& database) {
  PrivateWords words;
  ATTEST_TRY(Statement names, database.prepare("SELECT document, name FROM private_names ORDER BY document"));
  ATTEST_CHECK(names.start().each([&](Statement& row) -> Result<void> {
    const DocumentKey key = row.read_integer().value_or(0);
    for_each_word(row.read_view().value_or(""), [&](const std::string& word) {
      if (word.size() < kShortest) return;
      std::vector<DocumentKey>& documents = words.documents_[word];
      if (documents.empty() || documents.back() != key) documents.push_back(key);
    });
    return {};
  }));
  return words;
}

std::vector<DocumentKey> PrivateWords::touched_by(std::string_view query) const {
  std::vector<DocumentKey> touched;
  const bool beginnings = query.find('*') != std::string_view::npos;
  for_each_word(query, [&](const std::string& word) {
    for (auto at = documents_.lower_bound(word); at != documents_.end() && at->first.starts_with(word); ++at) {
      if (!beginnings && at->first != word) break;
      std::ranges::copy(at->second, std::back_inserter(touched));
    }
  });
  std::ranges::sort(touched);
  touched.erase(std::unique(touched.begin(), touched.end()), touched.end());
  return touched;
}

Result<std::vector<DocumentKey>> matching_masked(const Ledger& ledger, const PrivateWords& words,
                                                 std::string_view query) {
  ATTEST_TRY(std::vector<DocumentKey> found, ledger.matching(query));
  const std::vector<DocumentKey> touched = words.touched_by(query);
  if (touched.empty()) return found;
  std::vector<DocumentKey> kept;
  std::ranges::set_difference(found, touched, std::back_inserter(kept));
  if (touched.size() > kMostLookedInto) return kept;

  // The same question of the same documents, without the names.
  ATTEST_TRY(const Database index, Database::temporary());
  ATTEST_CHECK(index.run(kIndex));
  ATTEST_TRY(Statement add, index.prepare("INSERT INTO masked(rowid, title, body) VALUES (?, ?, ?)"));
  for (const DocumentKey key : touched) {
    ATTEST_TRY(auto article, ledger.article(key));
    if (!article) continue;
    Document& document = article->document;
    for (const PrivateName& name : article->names.text) mask_letters(document.text, name.span);
    if (document.title)
      for (const PrivateName& name : article->names.title) mask_letters(document.title->value, name.span);
    ATTEST_CHECK(add.start().integer(key).text(document.title ? document.title->value : "").text(document.text).run());
  }
  ATTEST_TRY(const std::string asked, search_query(query));
  ATTEST_TRY(Statement still, index.prepare("SELECT rowid FROM masked WHERE masked MATCH ? ORDER BY rowid"));
  ATTEST_CHECK(still.start().text(asked).each([&](Statement& row) -> Result<void> {
    kept.push_back(row.read_integer().value_or(0));
    return {};
  }));
  std::ranges::sort(kept);
  return kept;
}

}  // namespace attest
