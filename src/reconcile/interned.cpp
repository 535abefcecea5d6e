#include "reconcile/interned.hpp"

namespace attest {

std::uint64_t content_hash(std::string_view bytes) {
  std::uint64_t hash = 0xCBF29CE484222325U;  // FNV-1a, then mixed so that every bit counts
  for (const char c : bytes) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3U;
  return mixed(hash, bytes.size());
}

Interned::Name Interned::of(std::string_view text) {
  if (const auto found = names_.find(text); found != names_.end()) return found->second;
  const auto name = static_cast<Name>(texts_.size());
  const auto [entry, added] = names_.emplace(std::string(text), name);
  texts_.emplace_back(entry->first);
  hashes_.push_back(text.empty() ? 0 : content_hash(text));
  return name;
}

}  // namespace attest
