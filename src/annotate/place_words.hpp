// Does a name that could be a place stand as one? Many towns are called like a word or a person; the words around
// tell, and for a name that nobody has reviewed so do the capitals beside it.
#pragma once

#include <optional>

#include "annotate/lexicon.hpp"
#include "annotate/resources.hpp"
#include "attest/document.hpp"
#include "language/analysis.hpp"

namespace attest {

/// "in Hit", "the town of Hit", "Hit district", "Hit, Anbar": the words beside the name say that it is a place.
[[nodiscard]] bool words_say_place(const Document& document, const Analysis& analysis, TokenRange name);

/// What sort of place a common noun names: "village", "province", "camp"; nothing for other words.
[[nodiscard]] std::optional<PlaceKind> kind_of_noun(std::string_view word);

/// "the village of Hit", "Hit district": what sort of place the words beside the name ask for.
[[nodiscard]] std::optional<PlaceKind> kind_asked(const Document& document, const Analysis& analysis, TokenRange name);

/// "Kurdistan Workers' Party", "Aleppo Media Center": the first word of an organisation's name.
[[nodiscard]] bool begins_institution(const Document& document, const Analysis& analysis, TokenRange name);

/// "Kiran Bari", "Bari Street Journal": a capitalised neighbour makes the name part of another one. Words that
/// stand with places ("Northern", "City") do not, nor does the first word of a sentence.
[[nodiscard]] bool part_of_other_name(const Document& document, const Analysis& analysis, TokenRange name);

/// "North", "South East", "Central": regions of many countries are called so.
[[nodiscard]] bool is_direction(std::string_view name);

/// "northern", "northwest", "central": says which part of a place. Folded.
[[nodiscard]] bool gives_direction(std::string_view word);

}  // namespace attest
