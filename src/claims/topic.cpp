#include "claims/topic.hpp"

#include <algorithm>

namespace attest {

bool is_about_conflict(const Mentions& mentions) {
  constexpr std::uint32_t kPassing = 2;  // so many words of another subject stand in any report
  const auto sides = std::ranges::count_if(mentions.parties, [](const PartyMention& p) { return !p.nationality; });
  const auto conflict = static_cast<std::uint32_t>(sides) + static_cast<std::uint32_t>(mentions.weapons.size());
  return mentions.other_topics <= kPassing || mentions.other_topics <= conflict;
}

}  // namespace attest
