// A report as a role may see it. Every answer with words of reports goes through here: names of private persons are
// masked unless a reviewer asks for them.
#pragma once

#include <optional>
#include <vector>

#include "base/name_mask.hpp"
#include "ledger/ledger.hpp"
#include "reconcile/act.hpp"
#include "reconcile/lineage.hpp"
#include "serve/service.hpp"

namespace attest {

struct Shown {
  ArticleLoader::Article article;
  std::vector<Span> masked;  // ranges of the text whose letters are hidden
  NameMask mask;             // hides the same names elsewhere; empty: nothing is hidden

  [[nodiscard]] const Document& document() const { return article.document; }
  [[nodiscard]] const std::vector<Claim>& claims() const { return article.claims; }
};

/// @param unmasked  names stay as they are
/// @return  nothing if the ledger has no such document any more
[[nodiscard]] Result<std::optional<Shown>> show_report(const Ledger& ledger, DocumentKey key, bool unmasked);

/// Writes into the chain of acts that a reviewer saw what readers do not: names, or a saved page.
/// @param report    the document, or empty  @param incident  the incident, or empty
[[nodiscard]] Result<void> note_view(const Service& service, const Request& request, ActKind view,
                                     std::string_view report, std::string_view incident);

/// `names=true` of the query, for reviewers. @errors usage: neither true nor false
[[nodiscard]] Result<bool> wants_names(const Request& request);

}  // namespace attest
