#include "claims/parts.hpp"

#include <array>
#include <optional>
#include <string_view>

#include "claims/sentence_view.hpp"

namespace attest {

namespace {

constexpr std::uint32_t kReach = 3;  // sentences back to the whole

struct Share {
  std::string_view words;
  std::int64_t part, of;
};
constexpr auto kShares = std::to_array<Share>({{"half", 1, 2},
                                               {"two thirds", 2, 3},
                                               {"two-thirds", 2, 3},
                                               {"a third", 1, 3},
                                               {"one third", 1, 3},
                                               {"one-third", 1, 3},
                                               {"three quarters", 3, 4},
                                               {"three-quarters", 3, 4},
                                               {"a quarter", 1, 4},
                                               {"a fifth", 1, 5}});

class Parts {
 public:
  Parts(const Document& document, const Analysis& analysis, const Mentions& mentions, std::vector<Claim>& claims)
      : document_(document), analysis_(analysis), mentions_(mentions), claims_(claims) {}

  void link() {
    for (std::size_t i = 0; i < claims_.size(); ++i) {
      const auto words = words_of(claims_[i]);
      if (!words || claims_[i].certainty == Certainty::denied) continue;
      const SentenceView s = view(claims_[i]);
      if (is_called_a_part(s, *words))
        join(claims_[i], whole_of(i, *words));
      else if (i > 0 && claims_[i - 1].subset_of && is_listed_after(s, i - 1, i))
        claims_[i].subset_of = claims_[i - 1].subset_of;
    }
    for (std::size_t i = claims_.size(); i-- > 1;)  // "eight children and six women were among them"
      if (claims_[i].subset_of && !claims_[i - 1].subset_of && *claims_[i].subset_of != claims_[i - 1].id &&
          is_listed_after(view(claims_[i]), i - 1, i))
        claims_[i - 1].subset_of = claims_[i].subset_of;
  }

 private:
  // ---- where the people of a claim stand

  [[nodiscard]] std::uint32_t token_at(std::uint32_t byte) const {
    const auto at = std::ranges::lower_bound(analysis_.tokens, byte, {}, [](const Token& t) { return t.span.begin; });
    return static_cast<std::uint32_t>(at - analysis_.tokens.begin());
  }

  [[nodiscard]] std::uint32_t sentence_of(const Claim& claim) const {
    const auto after = std::ranges::upper_bound(analysis_.sentences, claim.sentence.begin, {},
                                                [](const Sentence& s) { return s.span.begin; });
    return static_cast<std::uint32_t>(after - analysis_.sentences.begin() - 1);
  }

  [[nodiscard]] SentenceView view(const Claim& claim) const {
    return {document_, analysis_, mentions_, sentence_of(claim)};
  }

  /// The words of the figure and of those it counts, as far as the claim's own sentence has them.
  [[nodiscard]] std::optional<TokenRange> words_of(const Claim& claim) const {
    std::optional<Span> words;
    const auto add = [&](Span span) {
      if (claim.sentence.contains(span))
        words = words ? Span{std::min(words->begin, span.begin), std::max(words->end, span.end)} : span;
    };
    if (claim.count) add(claim.count->text);
    if (claim.victims) add(claim.victims->text);
    if (!words) return std::nullopt;
    return TokenRange{token_at(words->begin), token_at(words->end)};
  }

  // ---- do the words say that it is a part?

  /// "the dead", "those killed": a population that has been told of.
  [[nodiscard]] static bool names_those_told_of(const SentenceView& s, std::uint32_t i) {
    if (s.is_word(i, {"them", "whom", "these", "which"})) return true;
    if (s.is_word(i, {"the", "those", "all"})) ++i;
    return s.is_word(i, {"dead",     "killed",    "wounded",   "injured",  "victims",   "casualties", "fatalities",
                         "slain",    "displaced", "detainees", "detained", "arrested",  "missing",    "hostages",
                         "abducted", "kidnapped", "captives",  "captured", "prisoners", "deaths",     "returnees",
                         "arrivals", "evacuees",  "evacuated", "refugees", "trapped",   "bodies"});
  }

  [[nodiscard]] static bool is_called_a_part(const SentenceView& s, TokenRange words) {
    return marked_before(s, words.first) || marked_inside(s, words) || marked_after(s, words.last);
  }

  /// "including eight children", "among them", "of whom 12 were", "among the dead were", "the victims included"
  [[nodiscard]] static bool marked_before(const SentenceView& s, std::uint32_t first) {
    std::uint32_t at = first;
    while (at > s.first() && s.is_word(at - 1, {"were", "was", "are", "is", "a", "an", "the", "also", "mostly", ":",
                                                "—", "–", "-", ",", "many", "notably"}))
      --at;
    if (at == s.first()) return false;
    if (s.is_word(at - 1, {"including"})) return true;
    if (s.is_word(at - 1, {"include", "included", "includes"})) return at < first + 1 && at > s.first() + 1;
    for (std::uint32_t i = at > s.first() + 5 ? at - 5 : s.first(); i < at; ++i)
      if (s.is_word(i, {"among", "amongst", "of"}) && names_those_told_of(s, i + 1) && ends_at(s, i + 1, at))
        return true;
    return false;
  }

  /// Does the phrase "the 23 dead", "those killed in the raid" that begins at `i` go up to `end`?
  [[nodiscard]] static bool ends_at(const SentenceView& s, std::uint32_t i, std::uint32_t end) {
    for (; i < end; ++i)
      if (s.is_word(i, {",", ";", ".", "and", "but", "were", "was"})) return false;
    return true;
  }

  /// "two thirds of them children", "four of the dead were women"
  [[nodiscard]] static bool marked_inside(const SentenceView& s, TokenRange words) {
    for (std::uint32_t i = words.first; i < words.last; ++i)
      if (s.word(i) == "of" && i > words.first && names_those_told_of(s, i + 1)) return true;
    return s.word(words.last) == "of" && names_those_told_of(s, words.last + 1);
  }

  /// "eight children among them", "were among the dead"
  [[nodiscard]] static bool marked_after(const SentenceView& s, std::uint32_t last) {
    std::uint32_t i = last;
    while (s.is_word(i, {"were", "was", "are", "is", "also"})) ++i;
    return s.is_word(i, {"among", "amongst"}) && names_those_told_of(s, i + 1);
  }

  /// "[including eight children] and six women", "…, six women": nothing but the joint between them.
  [[nodiscard]] bool is_listed_after(const SentenceView& s, std::size_t before, std::size_t after) const {
    if (claims_[before].kind != claims_[after].kind || claims_[before].sentence != claims_[after].sentence)
      return false;
    const auto a = words_of(claims_[before]), b = words_of(claims_[after]);
    if (!a || !b || a->last >= b->first || b->first - a->last > 3) return false;
    for (std::uint32_t i = a->last; i < b->first; ++i)
      if (!s.is_word(i, {",", "and", "or", "a", "an", "the", "as", "well"})) return false;
    return true;
  }

  // ---- of what

  void join(Claim& part, const Claim* whole) {
    if (whole == nullptr) return;
    part.subset_of = whole->id;
    work_out_share(part, *whole);
  }

  /// The claim of the same kind that was told last before these words: in the sentence, else in those before it.
  [[nodiscard]] const Claim* whole_of(std::size_t part, TokenRange words) const {
    const std::uint32_t sentence = sentence_of(claims_[part]);
    const Claim* best = nullptr;
    std::uint32_t best_gap = kReach + 1;
    for (std::size_t i = claims_.size(); i-- > 0;) {
      const Claim& whole = claims_[i];
      if (i == part || sentence_of(whole) > sentence) continue;
      const std::uint32_t gap = sentence - sentence_of(whole);
      if (gap > kReach || (best != nullptr && gap > best_gap)) break;
      if (whole.kind != claims_[part].kind || whole.subset_of || whole.certainty == Certainty::denied ||
          whole.certainty == Certainty::future || (!whole.count && !whole.victims))
        continue;
      const auto told = words_of(whole);
      if (gap == 0 && (!told || told->last > words.first)) continue;
      if (best == nullptr || fits(whole, claims_[part]) > fits(*best, claims_[part])) best = &whole, best_gap = gap;
      if (gap == 0) break;
    }
    return best;
  }

  /// Of several wholes in one sentence: counted before uncounted, as large as the part before smaller.
  [[nodiscard]] static int fits(const Claim& whole, const Claim& part) {
    if (!whole.count) return 0;
    const auto most = whole.count->max ? whole.count->max : whole.count->min;
    const auto least = part.count ? part.count->min : std::nullopt;
    return !most || !least || *most >= *least ? 2 : 1;
  }

  // ---- how many a share is

  void work_out_share(Claim& part, const Claim& whole) const {
    if (!part.count || part.count->min || part.count->max || !whole.count || !whole.count->min ||
        whole.count->min != whole.count->max || is_approximate(whole.count->text.begin, whole.count->text) ||
        is_approximate(part.count->text.begin, {}))
      return;
    const std::string_view words = slice(analysis_.folded, part.count->text);
    for (const Share& share : kShares) {
      if (!words.starts_with(share.words) || *whole.count->min % share.of != 0) continue;
      part.count->min = part.count->max = *whole.count->min / share.of * share.part;
      part.derived.insert(part.derived.begin(), {"count", "count.share-of-whole"});
      return;
    }
  }

  /// "about 90", "nearly half": an approximator in `words` or right before `byte`.
  [[nodiscard]] bool is_approximate(std::uint32_t byte, Span words) const {
    const std::uint32_t at = token_at(byte);
    const TokenRange range{at > 0 ? at - 1 : 0, words.empty() ? at : token_at(words.end)};
    for (std::uint32_t i = range.first; i < range.last; ++i)
      for (const std::string_view word : {"about", "around", "nearly", "almost", "some", "estimated", "approximately",
                                          "roughly", "close", "than", "over", "least", "to", "or", "so", "reported"})
        if (analysis_.word(i) == word) return true;
    return false;
  }

  const Document& document_;
  const Analysis& analysis_;
  const Mentions& mentions_;
  std::vector<Claim>& claims_;
};

}  // namespace

void link_parts(const Document& document, const Analysis& analysis, const Mentions& mentions,
                std::vector<Claim>& claims) {
  Parts(document, analysis, mentions, claims).link();
}

}  // namespace attest
