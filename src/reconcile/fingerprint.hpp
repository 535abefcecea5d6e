// The fingerprint of a report: the words of its article text, apart from headline and boilerplate, and the few hashes
// under which a ledger finds other reports that share passages with it. docs/copies.md explains the method.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "attest/document.hpp"
#include "reconcile/fingerprint_words.hpp"

namespace attest {

/// Words in a shingle, the unit in which texts are compared.
inline constexpr std::size_t kShingleWords = 4;

/// A block of article text: its words are words[first] to words[last - 1].
struct Passage {
  BlockKind kind = BlockKind::paragraph;
  Span span;
  std::uint32_t first = 0, last = 0;
};

struct Fingerprint {
  std::vector<PrintWord> words;  // of the article text, in its order
  std::vector<Passage> passages;
};

[[nodiscard]] Fingerprint fingerprint(std::string_view text, const std::vector<Block>& blocks);

/// The hashes of all shingles, one per word but for the last three; figures count as figures, whatever their value.
[[nodiscard]] std::vector<std::uint64_t> shingles_of(const Fingerprint& print);

/// The hashes to keep: of each passage the smallest of every window of its shingles (winnowing), and one of the whole
/// text, figures included. Sorted, each once; 47 bits. About one for 24 words.
[[nodiscard]] std::vector<std::uint64_t> hashes_to_keep(const Fingerprint& print);

/// The hashes to ask for: a superset of those to keep, from narrower windows.
[[nodiscard]] std::vector<std::uint64_t> hashes_to_ask(const Fingerprint& print);

/// Says of two reports which one can be the source of the other: the smaller one. By day of publication (none is last);
/// on one day an agency's own report before those that credit an agency before others, then by the time of day (none is
/// last); then the longer text; then the id. 47 bits, a function of the report alone.
[[nodiscard]] std::uint64_t rank_of(const Document& about, std::size_t words);

}  // namespace attest
