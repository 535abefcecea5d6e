// Armed groups that the registry does not know, by how such names are made: "Vardim Liberation Front", "Movement for
// the Salvation of Lopi (MSL)". The name is the report's own.
#pragma once

#include "annotate/mentions.hpp"

namespace attest {

/// Adds a party for each such name, and for its short form where the report gives one in brackets. Only names in whose sentence something
/// happens are taken; a party of the registry stays, a word of the name that was taken for one ("Army") goes.
/// `found.parties` must be in text order, and stays so.
void find_named_groups(const Document& document, const Analysis& analysis, Mentions& found);

}  // namespace attest
