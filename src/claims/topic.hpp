// Is a report about armed conflict at all? People die in earthquakes, too, and teams attack.
#pragma once

#include "annotate/mentions.hpp"

namespace attest {

/// False when the words of other subjects (resources/en/other_topics.tsv) outnumber armed sides and weapons.
[[nodiscard]] bool is_about_conflict(const Mentions& mentions);

}  // namespace attest
