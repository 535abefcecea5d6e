#include "reconcile/copies.hpp"

#include <algorithm>
#include <bit>

namespace attest {

namespace {

constexpr std::size_t kMaxPlaces = 8;        // of a shingle that a report repeats, the first so many are looked at
constexpr std::uint32_t kMaxAhead = 64;      // words by which one place is told to be a better match than another
constexpr std::uint32_t kSameStatement = 4;  // words of a sentence in a row in which another figure is a changed one

// Shares of words, in hundredths.
constexpr std::uint32_t kPassage = 70;  // of a passage, to call it repeated
constexpr std::uint32_t kNearlyAll = 80;
constexpr std::uint32_t kMost = 50;  // of the shorter report, to call the pair copies
constexpr std::uint32_t kMostOfShort = 65;
constexpr std::uint32_t kMerged = 30;       // of a report that other stories were added to, in whole passages
constexpr std::uint32_t kMergedAlone = 40;  // of one to which a single passage was taken over
constexpr std::uint32_t kMergedWords = 60;
constexpr std::size_t kMergedPassages = 2;
constexpr std::uint32_t kNew = 30;       // of a passage that says something else
constexpr std::uint32_t kFollowUp = 60;  // of a follow-up under a new lead

constexpr bool is_share(std::uint32_t part, std::size_t whole, std::uint32_t hundredths) {
  return std::uint64_t{100} * part >= std::uint64_t{hundredths} * whole;
}

std::uint32_t words_there(const Overlap& overlap, std::uint32_t first, std::uint32_t last) {
  std::uint32_t there = 0;
  for (std::uint32_t i = first; i < last; ++i) there += overlap.where[i] != kNowhere ? 1 : 0;
  return there;
}

/// Where the shingles of a report stand: an open hash table of chains of places, in the order of the text.
class Places {
 public:
  explicit Places(const std::vector<std::uint64_t>& shingles)
      : shingles_(shingles),
        next_(shingles.size(), kNowhere),
        first_(std::bit_ceil(2 * shingles.size() + 1), kNowhere) {
    for (auto i = static_cast<std::uint32_t>(shingles.size()); i-- > 0;) {
      std::uint32_t& slot = slot_of(shingles[i]);
      next_[i] = slot;  // the same shingle, later in the text
      slot = i;
    }
  }
  [[nodiscard]] std::uint32_t first(std::uint64_t shingle) { return slot_of(shingle); }
  [[nodiscard]] std::uint32_t next(std::uint32_t place) const { return next_[place]; }

 private:
  std::uint32_t& slot_of(std::uint64_t shingle) {
    const std::size_t mask = first_.size() - 1;
    std::size_t at = shingle & mask;
    while (first_[at] != kNowhere && shingles_[first_[at]] != shingle) at = (at + 1) & mask;
    return first_[at];
  }
  const std::vector<std::uint64_t>& shingles_;
  std::vector<std::uint32_t> next_, first_;
};

class Comparison {
 public:
  Comparison(const Fingerprint& mine, const Fingerprint& theirs) : mine_(mine), theirs_(theirs) {}

  Overlap run() {
    overlap_.where.assign(mine_.words.size(), kNowhere);
    const auto my_shingles = shingles_of(mine_), their_shingles = shingles_of(theirs_);
    Places my_places(my_shingles), their_places(their_shingles);
    align(my_shingles, their_places);
    for (const std::uint32_t place : overlap_.where) overlap_.mine += place != kNowhere ? 1 : 0;
    count_theirs(their_shingles, my_places);
    find_changed();
    keep_in_common_passages();
    return std::move(overlap_);
  }

 private:
  void align(const std::vector<std::uint64_t>& shingles, Places& places) {
    for (std::uint32_t i = 0; i < shingles.size(); ++i) {
      const std::uint32_t place = best_place(i, places.first(shingles[i]), places);
      if (place == kNowhere) continue;
      for (std::uint32_t k = 0; k < kShingleWords; ++k)
        if (overlap_.where[i + k] == kNowhere) overlap_.where[i + k] = place + k;
    }
  }

  /// Goes on where the words before stand, else begins the longest common run; of equals the one with the same figures.
  std::uint32_t best_place(std::uint32_t i, std::uint32_t place, const Places& places) const {
    std::uint32_t best = kNowhere, best_score = 0;
    for (std::size_t tried = 0; place != kNowhere && tried < kMaxPlaces; ++tried, place = places.next(place)) {
      if (i > 0 && place > 0 && overlap_.where[i - 1] == place - 1) return place;
      const std::uint32_t score = run_length(i, place);
      if (score <= best_score) continue;
      best_score = score;
      best = place;
    }
    return best;
  }

  /// Twice the words that run on alike, and one more for each figure of the same value.
  std::uint32_t run_length(std::uint32_t i, std::uint32_t j) const {
    std::uint32_t score = 0;
    for (std::uint32_t k = 0; k < kMaxAhead && i + k < mine_.words.size() && j + k < theirs_.words.size(); ++k) {
      const PrintWord &a = mine_.words[i + k], &b = theirs_.words[j + k];
      if (a.key != b.key) break;
      score += a.figure != 0 && a.figure == b.figure ? 3 : 2;
    }
    return score;
  }

  void count_theirs(const std::vector<std::uint64_t>& shingles, Places& places) {
    std::size_t counted = 0;
    for (std::size_t i = 0; i < shingles.size(); ++i) {
      if (places.first(shingles[i]) == kNowhere) continue;
      const std::size_t end = i + kShingleWords;
      overlap_.theirs += static_cast<std::uint32_t>(end - std::max(counted, i));
      counted = end;
    }
  }

  /// Within a sentence, where enough words run on alike, a figure that differs is a changed one.
  void find_changed() {
    const auto& where = overlap_.where;
    const auto runs_on = [&](std::uint32_t i) {
      return where[i] != kNowhere && where[i] == where[i - 1] + 1 && !mine_.words[i].starts &&
             !theirs_.words[where[i]].starts;
    };
    for (std::uint32_t begin = 0; begin < where.size();) {
      std::uint32_t end = begin + 1;
      if (where[begin] != kNowhere)
        while (end < where.size() && runs_on(end)) ++end;
      if (where[begin] != kNowhere && end - begin >= kSameStatement)
        for (std::uint32_t i = begin; i < end; ++i)
          if (mine_.words[i].figure != theirs_.words[where[i]].figure) overlap_.changed.push_back({i, where[i]});
      begin = end;
    }
  }

  /// Elsewhere a figure in a stock phrase says nothing about the other report.
  void keep_in_common_passages() {
    std::erase_if(overlap_.changed, [&](const ChangedFigure& figure) {
      const auto after = std::ranges::upper_bound(mine_.passages, figure.mine, {}, &Passage::first);
      const Passage& passage = *(after - 1);
      return !is_share(words_there(overlap_, passage.first, passage.last), passage.last - passage.first, kMost);
    });
  }

  const Fingerprint& mine_;
  const Fingerprint& theirs_;
  Overlap overlap_;
};

bool are_identical(const Fingerprint& mine, const Fingerprint& theirs) {
  return std::ranges::equal(mine.words, theirs.words, [](const PrintWord& a, const PrintWord& b) {
    return a.key == b.key && a.figure == b.figure;
  });
}

/// A copy takes over most of a report, and of a short one nearly all: a stock passage may be half of it.
bool is_much(std::uint32_t part, std::size_t whole) {
  return is_share(part, whole, part >= kMergedWords ? kMost : kMostOfShort);
}

/// Does `mine` hold whole passages of the other, enough of them, beside text that is not the other's at all?
bool takes_passages(const Fingerprint& mine, const Overlap& overlap) {
  std::uint32_t words = 0;
  std::size_t passages = 0;
  for (const Passage& passage : mine.passages) {
    if (standing_of(overlap, passage.first, passage.last) != Standing::repeated) continue;
    words += passage.last - passage.first;
    ++passages;
  }
  return words >= kMergedWords &&
         is_share(words, mine.words.size(), passages >= kMergedPassages ? kMerged : kMergedAlone);
}

}  // namespace

Overlap compare(const Fingerprint& mine, const Fingerprint& theirs) { return Comparison(mine, theirs).run(); }

bool has_new_lead(const Fingerprint& mine, const Fingerprint& theirs, const Overlap& overlap) {
  const auto first = std::ranges::find(mine.passages, BlockKind::paragraph, &Passage::kind);
  if (first == mine.passages.end() || !is_share(overlap.mine, mine.words.size(), kFollowUp)) return false;
  const Passage& lead = *first;
  if (is_share(words_there(overlap, lead.first, lead.last), lead.last - lead.first, kNew)) return false;
  for (std::uint32_t i = lead.first; i < lead.last; ++i) {
    const std::uint32_t figure = mine.words[i].figure;
    if (figure != 0 && std::ranges::find(theirs.words, figure, &PrintWord::figure) == theirs.words.end()) return true;
  }
  return false;
}

Relation relation_of(const Fingerprint& mine, const Fingerprint& theirs, const Overlap& overlap) {
  const std::size_t my_size = mine.words.size(), their_size = theirs.words.size();
  if (my_size == 0 || their_size == 0) return Relation::independent;
  if (are_identical(mine, theirs)) return Relation::identical;
  const bool most = is_much(overlap.mine, my_size) || is_much(overlap.theirs, their_size);
  const bool merged = takes_passages(mine, overlap);
  if (!most && !merged) return Relation::independent;
  if (!overlap.changed.empty() || (most && has_new_lead(mine, theirs, overlap))) return Relation::update;
  const bool all_mine = is_share(overlap.mine, my_size, kNearlyAll);
  const bool all_theirs = is_share(overlap.theirs, their_size, kNearlyAll);
  if (all_mine) return all_theirs ? Relation::copy : Relation::cut;
  return merged ? Relation::merged : Relation::rewritten;
}

Standing standing_of(const Overlap& overlap, std::uint32_t first, std::uint32_t last) {
  const std::uint32_t there = words_there(overlap, first, last);
  if (there == 0 || !is_share(there, last - first, kPassage)) return Standing::own;
  const auto changed = std::ranges::lower_bound(overlap.changed, first, {}, &ChangedFigure::mine);
  return changed != overlap.changed.end() && changed->mine < last ? Standing::changed : Standing::repeated;
}

std::optional<std::size_t> passage_of(const Overlap& overlap, const Fingerprint& theirs, std::uint32_t first,
                                      std::uint32_t last) {
  std::vector<std::uint32_t> votes(theirs.passages.size(), 0);
  for (std::uint32_t i = first; i < last; ++i) {
    if (overlap.where[i] == kNowhere) continue;
    const auto passage = std::ranges::upper_bound(theirs.passages, overlap.where[i], {}, &Passage::first);
    ++votes[static_cast<std::size_t>(passage - theirs.passages.begin()) - 1];
  }
  const auto most = std::ranges::max_element(votes);
  if (most == votes.end() || *most == 0) return std::nullopt;
  return static_cast<std::size_t>(most - votes.begin());
}

}  // namespace attest
