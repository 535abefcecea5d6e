#include "claims/topic.hpp"

#include <algorithm>

namespace attest {

bool is_about_conflict(const Mentions& mentions) {
  std::size_t conflict = mentions.weapons.size();
  for (const PartyMention& party : mentions.parties)
    if (!party.nationality) conflict += party.name.starts_with("gang of ") ? 2 : 1;  // two words for armed people
  std::size_t other = 0;
  for (const TopicMention& word : mentions.topics)
    (word.topic == Topic::conflict ? conflict : other) += word.topic == Topic::weak ? 1 : 2;
  return is_about_conflict(conflict, other);
}

bool is_about_conflict(std::size_t conflict, std::size_t other) {
  constexpr std::size_t kPassing = 2;  // so much of another subject stands in any report
  return other <= kPassing || other <= conflict;
}

bool is_off_topic(const SentenceView& s) {
  const auto topics = s.within(s.mentions().topics, s.range());
  if (std::ranges::none_of(topics, [](const TopicMention* word) { return word->topic == Topic::elsewhere; }))
    return false;
  if (std::ranges::any_of(topics, [](const TopicMention* word) { return word->topic == Topic::conflict; }))
    return false;
  if (!s.within(s.mentions().weapons, s.range()).empty()) return false;
  return std::ranges::none_of(s.within(s.mentions().parties, s.range()), [](const PartyMention* party) {
    const bool armed = party->speaks_as == SourceKind::armed_group;  // "gunmen"
    return !party->nationality && (!party->generic || armed);
  });
}

}  // namespace attest
