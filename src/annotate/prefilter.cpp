#include "annotate/prefilter.hpp"

#include <algorithm>
#include <deque>

namespace attest {

namespace {

constexpr std::uint8_t kOther = 26, kAlways = 27;
constexpr std::uint8_t kSkip = 255;  // hyphens and apostrophes: "re-took" is looked up as "retook"

constexpr std::array<std::uint8_t, 256> kClassOf = [] {
  std::array<std::uint8_t, 256> out{};
  for (std::size_t byte = 0; byte < out.size(); ++byte) {
    out[byte] = kOther;
    if (byte >= 'a' && byte <= 'z') out[byte] = static_cast<std::uint8_t>(byte - 'a');
    if (byte >= 'A' && byte <= 'Z') out[byte] = static_cast<std::uint8_t>(byte - 'A');
    // First bytes of Latin letters with marks, of ligatures and of wide forms, which look-ups fold to plain letters.
    if ((byte >= 0xC2 && byte <= 0xCA) || byte == 0xE1 || byte == 0xEF) out[byte] = kAlways;
  }
  for (const char c : {'-', '\'', '`'}) out[static_cast<unsigned char>(c)] = kSkip;
  return out;
}();

struct Node {
  std::array<std::uint32_t, 26> next{};
  std::uint32_t fallback = 0;
  bool hit = false;
};

/// A trie without words that begin with another one: the shorter one says the same.
std::vector<Node> trie_of(const std::set<std::string>& words) {
  std::vector<Node> nodes(1);
  for (const std::string& word : words) {  // sorted: a prefix comes first; an empty one makes everything a hit
    std::uint32_t at = 0;
    for (const char c : word) {
      if (nodes[at].hit) break;
      const auto letter = static_cast<std::size_t>(c - 'a');
      if (nodes[at].next[letter] == 0) {
        nodes[at].next[letter] = static_cast<std::uint32_t>(nodes.size());
        nodes.emplace_back();
      }
      at = nodes[at].next[letter];
    }
    nodes[at].hit = true;
  }
  return nodes;
}

/// Fills the transitions that the trie leaves out.
void link(std::vector<Node>& nodes) {
  std::deque<std::uint32_t> queue;
  for (const std::uint32_t child : nodes[0].next)
    if (child != 0) queue.push_back(child);
  while (!queue.empty()) {
    const std::uint32_t at = queue.front();
    queue.pop_front();
    const std::uint32_t fallback = nodes[at].fallback;
    nodes[at].hit = nodes[at].hit || nodes[fallback].hit;
    for (std::size_t letter = 0; letter < 26; ++letter) {
      const std::uint32_t child = nodes[at].next[letter];
      if (child == 0) {
        nodes[at].next[letter] = nodes[fallback].next[letter];
      } else {
        nodes[child].fallback = nodes[fallback].next[letter];
        queue.push_back(child);
      }
    }
  }
}

}  // namespace

Prefilter::Prefilter(const std::set<std::string>& words) {
  std::vector<Node> nodes = trie_of(words);
  link(nodes);
  for (const std::string& word : words) longest_ = std::max(longest_, static_cast<std::uint32_t>(word.size()));
  // Hits get the highest numbers, so that one comparison tells them; the last state is that of kAlways.
  std::vector<std::uint16_t> number(nodes.size());
  std::uint16_t given = 0;
  for (const bool hit : {false, true}) {
    if (hit) first_hit_ = given;
    for (std::size_t i = 0; i < nodes.size(); ++i)
      if (nodes[i].hit == hit) number[i] = given++;
  }
  const std::uint16_t always = given;
  next_.assign((nodes.size() + 1) * kClasses, number[0]);
  for (std::size_t i = 0; i < nodes.size(); ++i)
    for (std::size_t letter = 0; letter < 26; ++letter)
      next_[number[i] * kClasses + letter] = number[nodes[i].next[letter]];
  for (std::size_t letter = 0; letter < 26; ++letter) next_[always * kClasses + letter] = number[nodes[0].next[letter]];
  for (std::size_t state = 0; state <= nodes.size(); ++state) next_[state * kClasses + kAlways] = always;
}

std::vector<std::uint32_t> Prefilter::hits(std::string_view text) const {
  constexpr std::size_t kStreams = 4;  // independent chains of look-ups that the processor can overlap
  std::array<std::vector<std::uint32_t>, kStreams> found;
  const std::size_t part = text.size() / kStreams + 1;
  std::array<std::size_t, kStreams> at{};
  std::array<std::size_t, kStreams> end{};
  std::array<std::uint16_t, kStreams> state{};
  std::size_t steps = 0;
  for (std::size_t s = 0; s < kStreams; ++s) {
    // Each stretch begins early enough to be in the right state at its border; a word may hold skipped bytes.
    const std::size_t first = std::min(s * part, text.size());
    const std::size_t lead = std::size_t{3} * longest_;
    at[s] = first > lead ? first - lead : 0;
    end[s] = std::min((s + 1) * part, text.size());
    steps = std::max(steps, end[s] - at[s]);
  }
  for (std::size_t i = 0; i < steps; ++i)
    for (std::size_t s = 0; s < kStreams; ++s) {
      if (at[s] >= end[s]) continue;
      const std::uint8_t type = kClassOf[static_cast<unsigned char>(text[at[s]++])];
      if (type == kSkip) continue;
      state[s] = next_[state[s] * kClasses + type];
      if (state[s] >= first_hit_) found[s].push_back(static_cast<std::uint32_t>(at[s]));
    }
  std::vector<std::uint32_t> out;
  for (const auto& hits : found)
    for (const std::uint32_t hit : hits)
      if (out.empty() || hit > out.back()) out.push_back(hit);
  return out;
}

}  // namespace attest
