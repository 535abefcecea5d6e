// What readers see of a report and of an incident: nobody's private name. docs/safety.md, "People".
#pragma once

#include <map>
#include <string>
#include <vector>

#include "attest/claim.hpp"
#include "attest/document.hpp"
#include "attest/incident.hpp"
#include "attest/private_names.hpp"
#include "base/name_mask.hpp"
#include "ledger/ledger.hpp"

namespace attest {

/// Hides private persons' names in what a claim calls its speakers and sides. Its spans still fit the masked text.
void mask_names(Claim& claim, const NameMask& mask);

/// Hides them in a document's text, title, name and address, and in its claims. The author's name stays. No offset moves,
/// neither of bytes nor of code points, so all spans quote as before. The unaltered bytes are taken out.
void mask_names(Document& document, std::vector<Claim>& claims, const PrivateNames& names);

/// The same of a record, and in the other names of its file.
void mask_names(Record& record);

/// Hides them in who is blamed for an incident, and in who says or denies it. @param masked  Reconciled::masked
void mask_names(Incident& incident, const std::map<std::string, std::string>& masked);

}  // namespace attest
