// A hash table from 64-bit keys to numbers in one block of memory: a look-up that fails, as most do when a text meets
// a lexicon, costs one cache line. Open addressing with linear probing, at most half full.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <utility>
#include <vector>

namespace attest {

/// Spreads the bits of a key (the finaliser of MurmurHash3, public domain).
[[nodiscard]] inline std::uint64_t mix(std::uint64_t key) {
  key = (key ^ (key >> 33U)) * 0xFF51AFD7ED558CCDULL;
  key = (key ^ (key >> 33U)) * 0xC4CEB9FE1A85EC53ULL;
  return key ^ (key >> 33U);
}

/// Words up to so many bytes are their own keys: no two have the same.
inline constexpr std::size_t kExactKey = 7;
/// The bit of the keys of longer words.
inline constexpr std::uint64_t kHashed = std::uint64_t{1} << 63U;

/// A key for a word: its bytes below its length, or of a longer word a hash, eight bytes at a time, with the highest bit
/// set. Never 0. The same within a run of the program; not for files.
[[nodiscard]] inline std::uint64_t key_of(std::string_view word) {
  std::uint64_t rest = 0;
  if (word.size() <= kExactKey) {
    std::memcpy(&rest, word.data(), word.size());
    return rest | (word.size() + 1) << 56U;
  }
  std::uint64_t key = word.size();
  while (word.size() >= 8) {
    std::uint64_t chunk = 0;
    std::memcpy(&chunk, word.data(), 8);
    key = mix(key ^ chunk);
    word.remove_prefix(8);
  }
  std::memcpy(&rest, word.data(), word.size());
  return mix(key ^ rest) | kHashed;
}

class KeyTable {
 public:
  /// The number of the key, or nothing.
  /// @param key  not 0
  [[nodiscard]] const std::uint32_t* find(std::uint64_t key) const {
    if (slots_.empty()) return nullptr;
    for (std::size_t at = mix(key) & mask();; at = (at + 1) & mask()) {
      if (slots_[at].key == key) return &slots_[at].value;
      if (slots_[at].key == 0) return nullptr;
    }
  }

  /// The number of the key: the one it has, or this one from now on.
  std::uint32_t add(std::uint64_t key, std::uint32_t value) {
    if (const std::uint32_t* known = find(key)) return *known;
    if (2 * (size_ + 1) > slots_.size()) grow();
    put({key, value});
    ++size_;
    return value;
  }

 private:
  struct Slot {
    std::uint64_t key = 0;
    std::uint32_t value = 0;
  };
  [[nodiscard]] std::size_t mask() const { return slots_.size() - 1; }
  void put(const Slot& slot) {
    std::size_t at = mix(slot.key) & mask();
    while (slots_[at].key != 0) at = (at + 1) & mask();
    slots_[at] = slot;
  }
  void grow() {
    const std::vector<Slot> old = std::exchange(slots_, std::vector<Slot>(slots_.empty() ? 64 : 2 * slots_.size()));
    for (const Slot& slot : old)
      if (slot.key != 0) put(slot);
  }

  std::vector<Slot> slots_;  // as many as a power of two
  std::size_t size_ = 0;
};

}  // namespace attest
