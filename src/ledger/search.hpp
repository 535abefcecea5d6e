// Asking a ledger for documents by their words, the best first.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "attest/claim.hpp"
#include "attest/date.hpp"
#include "ledger/entry.hpp"

namespace attest {

struct SearchQuestion {
  std::string query;  // search_query.hpp has the language
  // Only documents with a claim that is all of these:
  std::optional<ClaimKind> kind;
  std::optional<std::string> country;  // ISO 3166-1 alpha-2
  std::optional<Date> from, to;        // its days and these have one in common
  std::int64_t limit = 20;
};

struct Hit {
  Entry entry;
  std::string snippet;      // of title or body, around the words
  std::vector<Span> marks;  // the words that were asked for, in the snippet
};

struct SearchAnswer {
  std::vector<Hit> hits;         // by relevance, then in the order in which they were kept
  std::int64_t found = 0;        // documents, shown or not
  std::int64_t not_indexed = 0;  // documents that an older program kept and that nothing has put into the index yet
};

}  // namespace attest
