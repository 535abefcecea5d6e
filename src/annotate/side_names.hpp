// What a side is called that the report names by a word for forces: "Ugandan police", "Tamil rebels", "the army".
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "annotate/mentions.hpp"

namespace attest {

/// The name of an actor whom the report leaves unnamed: "gunmen", "a suicide bomber".
inline constexpr std::string_view kUnknownSide = "unknown";

/// Which arm of a state the words mean, by the last of them: "police", "government", "army", else forces.
[[nodiscard]] SideSort state_sort(const Analysis& analysis, TokenRange force);

/// Words that stand for whoever did it, not for a side of the war: only "the gunmen" can mean a side named before.
[[nodiscard]] bool names_nobody(std::string_view word);

/// The canonical name of an arm of a country: the registry's state actor; "Kenyan police", "Ugandan government" apart from
/// it, unless the registry's name is the country itself or its government's forces.
[[nodiscard]] std::string state_side(const Resources& resources, const std::string& country, SideSort sort);

/// "The ruling coalition", "a coalition of parties", "coalition government": of politics, not of forces.
[[nodiscard]] bool is_of_parties(const Analysis& analysis, TokenRange coalition);

/// The first token of what names a group before its force word: "Tamil" in "Tamil rebels", "suspected" with nothing after
/// it, "gang of" before "gunmen". `force` itself when nothing does.
struct GroupName {
  std::uint32_t first = 0;
  bool named = false;    // has a name of its own: "Tamil rebels"
  bool unknown = false;  // "suspected militants", "a gang of gunmen": nobody that the report has named
};
[[nodiscard]] GroupName group_name(const Document& document, const Analysis& analysis, TokenRange force);

/// Fills PartyMention::meant of generic words: a state's word means the state of the sentence's country, else of the country
/// that the report speaks of most; a group's word means the group named last; "the coalition" the one named last, else
/// the one that fights in the sentence's country. `countries` counts both over the report.
void name_generic_sides(const Analysis& analysis, const Resources& resources,
                        const std::map<std::string, int>& countries, Mentions& mentions);

}  // namespace attest
