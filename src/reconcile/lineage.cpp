#include "reconcile/lineage.hpp"

#include <algorithm>
#include <set>
#include <tuple>
#include <utility>

namespace attest {

namespace {

constexpr std::size_t kHolders = 64;      // of a hash that many reports keep, the first so many are looked at
constexpr std::size_t kCandidates = 48;   // reports compared with one
constexpr std::size_t kLikely = 32;       // of these, those that share most; the others are the earliest of a passage
constexpr std::uint32_t kMinShared = 12;  // words in common that make a relative worth telling
constexpr std::size_t kMaxSteps = 32;     // in a chain of copies
constexpr std::size_t kRemembered = 256;

using Holder = Shelf::Holder;

/// The reports to be compared: those that share most hashes, then the earliest holders of each hash. None of a rank above
/// `most`.
Result<std::vector<DocumentKey>> candidates(const Shelf& shelf, DocumentKey self, const Fingerprint& print,
                                            std::uint64_t most) {
  std::map<Holder, std::uint32_t> shared;
  std::vector<Holder> earliest;
  for (const std::uint64_t hash : hashes_to_ask(print)) {
    ATTEST_TRY(const auto holders, shelf.holders(hash, kHolders));
    bool first = true;
    for (const Holder& holder : holders) {
      if (holder.rank > most) break;
      if (holder.document == self) continue;
      ++shared[holder];
      if (std::exchange(first, false)) earliest.push_back(holder);
    }
  }
  std::vector<std::pair<std::uint32_t, Holder>> likely;
  likely.reserve(shared.size());
  for (const auto& [holder, count] : shared) likely.emplace_back(UINT32_MAX - count, holder);
  std::ranges::sort(likely);
  std::ranges::sort(earliest);
  std::set<DocumentKey> chosen;
  for (std::size_t i = 0; i < likely.size() && i < kLikely; ++i) chosen.insert(likely[i].second.document);
  for (std::size_t i = 0; i < earliest.size() && chosen.size() < kCandidates; ++i) chosen.insert(earliest[i].document);
  return std::vector<DocumentKey>(chosen.begin(), chosen.end());
}

/// The words of `print` inside a span: [first, last).
std::pair<std::uint32_t, std::uint32_t> words_in(const Fingerprint& print, Span span) {
  const auto first =
      std::ranges::lower_bound(print.words, span.begin, {}, [](const PrintWord& w) { return w.span.begin; });
  const auto last =
      std::ranges::lower_bound(print.words, span.end, {}, [](const PrintWord& w) { return w.span.begin; });
  return {static_cast<std::uint32_t>(first - print.words.begin()),
          static_cast<std::uint32_t>(last - print.words.begin())};
}

std::size_t passage_at(const Fingerprint& print, std::uint32_t word) {
  const auto after = std::ranges::upper_bound(print.passages, word, {}, &Passage::first);
  return after == print.passages.begin() ? 0 : static_cast<std::size_t>(after - print.passages.begin()) - 1;
}

/// Says what the later of the two is to the earlier. On one day the order is a guess: there a new lead of either makes
/// the pair an update.
void settle(const Shelved& self, Relative& relative) {
  const Shelved& other = *relative.report;
  const bool one_day =
      self.about.published && other.about.published && self.about.published->value == other.about.published->value;
  if (relative.earlier && !(one_day && is_copy(relative.relation))) return;
  const Overlap back = compare(other.print, self.print);
  if (!relative.earlier) relative.relation = relation_of(other.print, self.print, back);
  if (!is_copy(relative.relation) || !one_day) return;
  if (has_new_lead(self.print, other.print, relative.overlap) || has_new_lead(other.print, self.print, back))
    relative.relation = Relation::update;
}

auto order_of(const Relative& relative) {
  return std::tuple<std::uint64_t, const std::string&>(relative.report->rank, relative.report->about.id);
}

}  // namespace

Origin Lineage::origin_of_words(std::uint32_t first, std::uint32_t last) const {
  Origin birth;
  for (const Relative& relative : relatives) {
    if (!relative.earlier) break;
    const Standing standing = standing_of(relative.overlap, first, last);
    if (standing == Standing::own || (standing == Standing::changed && birth.from)) continue;
    const auto passage = passage_of(relative.overlap, relative.report->print, first, last);
    if (!passage) continue;
    birth = {standing, PassageRef{relative.document, *passage}};
    if (standing == Standing::repeated) break;
  }
  return birth;
}

Origin Lineage::origin_of(Span span) const {
  const auto [first, last] = words_in(report->print, span);
  if (first < last) return origin_of_words(first, last);
  if (!origin) return {};
  return {Standing::repeated, PassageRef{*origin, 0}};
}

Result<Lineage> Lineages::trace(DocumentKey document, Reach reach) const {
  Lineage lineage;
  lineage.document = document;
  ATTEST_TRY(lineage.report, shelf_->load(document));
  const Shelved& self = *lineage.report;
  ATTEST_TRY(const auto others,
             candidates(*shelf_, document, self.print, reach == Reach::all ? UINT64_MAX : self.rank));
  for (const DocumentKey other : others) {
    Relative relative;
    relative.document = other;
    ATTEST_TRY(relative.report, shelf_->load(other));
    const Shelved& theirs = *relative.report;
    relative.earlier = std::tie(theirs.rank, theirs.about.id) < std::tie(self.rank, self.about.id);
    if (reach == Reach::earlier && !relative.earlier) continue;
    relative.overlap = compare(self.print, theirs.print);
    relative.relation = relation_of(self.print, theirs.print, relative.overlap);
    relative.mine = relative.overlap.mine;
    relative.theirs = relative.overlap.theirs;
    if (relative.relation == Relation::independent && relative.mine < kMinShared) continue;
    settle(self, relative);
    lineage.relatives.push_back(std::move(relative));
  }
  std::ranges::sort(lineage.relatives, {}, order_of);
  for (const Relative& relative : lineage.relatives) {
    const bool half = 2 * std::size_t{relative.mine} >= self.print.words.size();
    if (relative.earlier && is_copy(relative.relation) && half && !lineage.origin) lineage.origin = relative.document;
  }
  for (const Passage& passage : self.print.passages)
    lineage.passages.push_back(lineage.origin_of_words(passage.first, passage.last));
  return lineage;
}

Result<const Lineage*> Lineages::of(DocumentKey document) { return remembered(document, Reach::all); }

Result<const Lineage*> Lineages::remembered(DocumentKey document, Reach reach) {
  const std::pair key(reach, document);
  if (const auto found = known_.find(key); found != known_.end()) return &found->second;
  ATTEST_TRY(Lineage lineage, trace(document, reach));
  if (known_.size() >= kRemembered) known_.clear();
  return &known_.emplace(key, std::move(lineage)).first->second;
}

Result<DocumentKey> Lineages::root_of(DocumentKey document) {
  for (std::size_t step = 0; step < kMaxSteps; ++step) {
    ATTEST_TRY(const Lineage* lineage, of(document));
    if (!lineage->origin) break;
    document = *lineage->origin;
  }
  return document;
}

Result<PassageRef> Lineages::birth_of(DocumentKey document, Span span) {
  ATTEST_TRY(const Lineage* lineage, remembered(document, Reach::earlier));
  Origin origin = lineage->origin_of(span);
  if (origin.standing != Standing::repeated || !origin.from)
    return PassageRef{document, passage_at(lineage->report->print, words_in(lineage->report->print, span).first)};
  PassageRef place = *origin.from;
  for (std::size_t step = 0; step < kMaxSteps; ++step) {
    ATTEST_TRY(lineage, remembered(place.document, Reach::earlier));
    if (place.passage >= lineage->passages.size()) break;
    origin = lineage->passages[place.passage];
    if (origin.standing != Standing::repeated || !origin.from) break;
    place = *origin.from;
  }
  return place;
}

}  // namespace attest
