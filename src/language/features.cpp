#include "language/features.hpp"

#include <vector>

namespace attest {

namespace {

std::uint64_t key_of(Feature kind, std::string_view bytes) {
  std::uint64_t hash = 0xCBF29CE484222325U ^ (static_cast<std::uint64_t>(kind) + 1) * 0x9E3779B97F4A7C15U;
  for (const char c : bytes) {
    hash ^= static_cast<unsigned char>(c);
    hash *= 0x100000001B3U;
  }
  hash ^= hash >> 32U;
  return hash | 2U;  // neither "no feature" nor kFirstWordKey
}

/// Marks that differ only in style, in the style that treebanks mostly have.
std::string_view plain_mark(std::string_view word) {
  if (word == "“" || word == "”" || word == "„" || word == "«" || word == "»" || word == "``" || word == "''")
    return "\"";
  if (word == "‘" || word == "’" || word == "`") return "'";
  if (word == "—" || word == "–" || word == "‐" || word == "‑" || word == "−" || word == "--") return "-";
  if (word == "…") return "...";
  return word;
}

std::string with_plain_apostrophes(std::string_view word) {
  std::string out(plain_mark(word));
  for (std::string_view curly : {"’", "‘"})
    for (std::size_t at = out.find(curly); at != std::string::npos; at = out.find(curly, at)) out.replace(at, 3, "'");
  return out;
}

std::string fold(std::string_view word) {
  std::string out(word);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
    if (c >= '0' && c <= '9') c = '0';
  }
  return out;
}

/// "Mosul" is Xxx, "U.S." X.X., "1,792" 0,00: runs are cut to two.
std::string shape_of(std::string_view word) {
  std::string out;
  for (const char c : word) {
    const auto byte = static_cast<unsigned char>(c);
    char mark = c;
    if (c >= 'A' && c <= 'Z')
      mark = 'X';
    else if ((c >= 'a' && c <= 'z') || byte >= 0x80)
      mark = 'x';
    else if (c >= '0' && c <= '9')
      mark = '0';
    const std::size_t n = out.size();
    if (n >= 2 && out[n - 1] == mark && out[n - 2] == mark) continue;
    out += mark;
  }
  return out;
}

/// Byte offsets of the characters of `word`, and its end.
std::vector<std::size_t> borders_of(std::string_view word) {
  std::vector<std::size_t> out;
  for (std::size_t i = 0; i < word.size(); ++i)
    if ((static_cast<unsigned char>(word[i]) & 0xC0U) != 0x80U) out.push_back(i);
  out.push_back(word.size());
  return out;
}

}  // namespace

std::array<std::uint64_t, kFeatureCount> feature_keys(std::string_view word) {
  constexpr std::size_t kLongestWord = 64;  // bytes looked at: longer runs are addresses or damage
  const std::string plain = with_plain_apostrophes(word.substr(0, kLongestWord));
  const std::string folded = fold(plain);
  const std::vector<std::size_t> borders = borders_of(folded);
  const std::size_t length = borders.size() - 1;
  std::array<std::uint64_t, kFeatureCount> keys{};
  const auto set = [&](Feature kind, std::string_view bytes) {
    keys[static_cast<std::size_t>(kind)] = key_of(kind, bytes);
  };
  const std::string_view view = folded;
  set(Feature::word, view);
  for (std::size_t n = 1; n <= 3; ++n)
    if (n <= length) set(static_cast<Feature>(n), view.substr(0, borders[n]));
  for (std::size_t n = 1; n <= 4; ++n)
    if (n <= length) set(static_cast<Feature>(3 + n), view.substr(borders[length - n]));
  set(Feature::shape, shape_of(plain));
  set(Feature::cased, plain);
  return keys;
}

}  // namespace attest
