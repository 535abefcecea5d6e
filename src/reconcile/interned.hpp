// A million claims repeat a few thousand names: each is kept once and stands in a claim as a number.
// The numbers follow the order of arrival; whatever decides uses hash(), which does not.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace attest {

/// 64 bits that depend on the bytes alone, the same on every machine.
[[nodiscard]] std::uint64_t content_hash(std::string_view bytes);
/// Two such numbers as one; the order matters.
[[nodiscard]] constexpr std::uint64_t mixed(std::uint64_t a, std::uint64_t b) {
  std::uint64_t h = (a ^ (b + 0x9E3779B97F4A7C15U + (a << 6U) + (a >> 2U))) * 0xBF58476D1CE4E5B9U;
  h ^= h >> 29U;
  h *= 0x94D049BB133111EBU;
  return h ^ (h >> 32U);
}

class Interned {
 public:
  using Name = std::uint32_t;  // 0: none

  Interned() { (void)of(""); }
  [[nodiscard]] Name of(std::string_view text);
  [[nodiscard]] std::string_view text(Name name) const { return texts_[name]; }
  [[nodiscard]] Name size() const { return static_cast<Name>(texts_.size()); }
  [[nodiscard]] std::uint64_t hash(Name name) const { return hashes_[name]; }

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
  };
  std::unordered_map<std::string, Name, Hash, std::equal_to<>> names_;
  std::vector<std::string_view> texts_;  // into the keys of names_, which do not move
  std::vector<std::uint64_t> hashes_;
};

}  // namespace attest
