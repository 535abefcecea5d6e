#include "reconcile/fingerprint.hpp"

#include <algorithm>
#include <bit>
#include <charconv>
#include <span>

namespace attest {

namespace {

constexpr std::uint64_t kMask = (std::uint64_t{1} << 47U) - 1;  // SQLite keeps such a number in six bytes

// Shingles in a window. Narrow ones for short reports, which have few passages to be found by.
constexpr std::size_t kNarrow = 16, kMiddle = 24, kWide = 48, kShortReport = 250;

constexpr std::uint64_t mixed(std::uint64_t value) {
  value *= 0x9e3779b97f4a7c15ULL;
  value ^= value >> 32U;
  value *= 0xd6e8feb86659fd93ULL;
  return value ^ (value >> 32U);
}

/// Captions carry claims, and now and then a paragraph looks like one.
bool is_article(BlockKind kind) {
  return kind == BlockKind::paragraph || kind == BlockKind::quote || kind == BlockKind::list_item ||
         kind == BlockKind::caption;
}

/// Appends the smallest of every window of `size` neighbours; of fewer, the smallest of all. Of equals the last.
void winnow(std::span<const std::uint64_t> hashes, std::size_t size, std::vector<std::uint64_t>& out) {
  if (hashes.empty()) return;
  size = std::min(size, hashes.size());
  std::size_t smallest = hashes.size();  // none yet
  for (std::size_t end = size; end <= hashes.size(); ++end) {
    const std::size_t begin = end - size;
    if (smallest < hashes.size() && smallest >= begin) {
      if (hashes[end - 1] > hashes[smallest]) continue;
      smallest = end - 1;
    } else {
      smallest = begin;
      for (std::size_t i = begin + 1; i < end; ++i)
        if (hashes[i] <= hashes[smallest]) smallest = i;
    }
    out.push_back(hashes[smallest] & kMask);
  }
}

std::uint64_t hash_of_all(const Fingerprint& print) {
  std::uint64_t hash = print.words.size();
  for (const PrintWord& word : print.words) hash = mixed(hash ^ word.key ^ (std::uint64_t{word.figure} << 32U));
  return hash & kMask;
}

std::vector<std::uint64_t> hashes_of(const Fingerprint& print, std::size_t window) {
  const std::vector<std::uint64_t> shingles = shingles_of(print);
  std::vector<std::uint64_t> hashes;
  if (!print.words.empty()) hashes.push_back(hash_of_all(print));
  for (const Passage& passage : print.passages) {
    if (passage.last - passage.first < kShingleWords) continue;
    const std::size_t count = passage.last - passage.first - kShingleWords + 1;
    winnow(std::span(shingles).subspan(passage.first, count), window, hashes);
  }
  std::ranges::sort(hashes);
  hashes.erase(std::unique(hashes.begin(), hashes.end()), hashes.end());
  return hashes;
}

/// Minutes since 1970 in UTC of "2021-03-09T11:20:05+02:00"; without an offset the time is taken as UTC.
std::optional<std::int64_t> minutes_of(std::string_view instant) {
  const auto number = [&](std::size_t at) -> std::optional<int> {
    int value = 0;
    if (at + 2 > instant.size()) return std::nullopt;
    const auto [end, error] = std::from_chars(instant.data() + at, instant.data() + at + 2, value);
    if (error != std::errc{} || end != instant.data() + at + 2) return std::nullopt;
    return value;
  };
  const auto day = parse_iso_date(instant.substr(0, 10));
  const auto hour = number(11), minute = number(14);
  if (!day || !hour || !minute || *hour > 23 || *minute > 59) return std::nullopt;
  std::int64_t minutes = (std::int64_t{day->time_since_epoch().count()} * 24 + *hour) * 60 + *minute;
  const std::size_t sign = instant.find_first_of("+-", 16);
  if (sign == std::string_view::npos) return minutes;
  const auto hours = number(sign + 1);
  const auto rest = number(sign + (instant.size() > sign + 3 && instant[sign + 3] == ':' ? 4 : 3));
  const std::int64_t offset = std::int64_t{hours.value_or(0)} * 60 + rest.value_or(0);
  return instant[sign] == '+' ? minutes - offset : minutes + offset;
}

}  // namespace

Fingerprint fingerprint(std::string_view text, const std::vector<Block>& blocks) {
  Fingerprint print;
  print.words.reserve(text.size() / 5);
  for (const Block& block : blocks) {
    if (!is_article(block.kind)) continue;
    const auto first = static_cast<std::uint32_t>(print.words.size());
    append_words(slice(text, block.span), block.span.begin, print.words);
    const auto last = static_cast<std::uint32_t>(print.words.size());
    if (last > first) print.passages.push_back({block.kind, block.span, first, last});
  }
  return print;
}

std::vector<std::uint64_t> shingles_of(const Fingerprint& print) {
  std::vector<std::uint64_t> hashes;
  if (print.words.size() < kShingleWords) return hashes;
  hashes.reserve(print.words.size() - kShingleWords + 1);
  for (std::size_t i = 0; i + kShingleWords <= print.words.size(); ++i) {
    std::uint64_t hash = 0;
    for (std::size_t j = i; j < i + kShingleWords; ++j) hash = mixed(hash ^ print.words[j].key);
    hashes.push_back(hash);
  }
  return hashes;
}

std::vector<std::uint64_t> hashes_to_keep(const Fingerprint& print) {
  return hashes_of(print, print.words.size() < kShortReport ? kMiddle : kWide);
}

std::vector<std::uint64_t> hashes_to_ask(const Fingerprint& print) { return hashes_of(print, kNarrow); }

std::uint64_t rank_of(const Document& about, std::size_t words) {
  constexpr std::int64_t kNoDay = (1 << 17) - 1, kNoMinute = (1 << 11) - 1;
  constexpr std::int64_t kEpoch = std::int64_t{365} * 200;  // days; before 1770 nothing is told apart
  constexpr std::int64_t kMinutes = std::int64_t{24} * 60;
  std::int64_t day = kNoDay, minute = kNoMinute;
  if (about.published) {
    day = about.published->value.time_since_epoch().count();
    if (const auto at = about.published_at ? minutes_of(about.published_at->value) : std::nullopt) {
      minute = (*at % kMinutes + kMinutes) % kMinutes;
      day = (*at - minute) / kMinutes;
    }
    day = std::clamp<std::int64_t>(day + kEpoch, 0, kNoDay - 1);
  }
  const bool own = about.agency && about.outlet && about.agency->value == about.outlet->value;
  const std::uint64_t standing = own ? 0 : about.agency ? 1 : 2;
  const std::uint64_t shortness = 15 - std::min<std::uint64_t>(std::bit_width(words), 15);
  std::uint32_t id = 0;
  (void)std::from_chars(about.id.data(), about.id.data() + std::min<std::size_t>(about.id.size(), 8), id, 16);
  return static_cast<std::uint64_t>(day) << 30U | standing << 28U | static_cast<std::uint64_t>(minute) << 17U |
         shortness << 13U | id >> 19U;
}

}  // namespace attest
