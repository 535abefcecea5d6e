#include "language/approximators.hpp"

#include <algorithm>
#include <array>

namespace attest {

namespace {

struct Part {
  std::string_view word;
  Upos upos;
  Xpos xpos;
  Deprel deprel;
  std::uint32_t head;  // steps to the right, or of `fixed` to the left
};

constexpr std::size_t kMostParts = 3;

struct Approximator {
  std::array<Part, kMostParts> parts;
  std::uint32_t size;
};

/// As EWT and GUM annotate them, by majority.
constexpr auto kApproximators = std::to_array<Approximator>({
    {{{{"at", Upos::adp, Xpos::in, Deprel::case_, 1}, {"least", Upos::adj, Xpos::jjs, Deprel::nmod, 1}}}, 2},
    {{{{"at", Upos::adp, Xpos::in, Deprel::case_, 1}, {"most", Upos::adj, Xpos::jjs, Deprel::nmod, 1}}}, 2},
    {{{{"more", Upos::adj, Xpos::jjr, Deprel::advmod, 2}, {"than", Upos::adp, Xpos::in, Deprel::fixed, 1}}}, 2},
    {{{{"less", Upos::adj, Xpos::jjr, Deprel::advmod, 2}, {"than", Upos::adp, Xpos::in, Deprel::fixed, 1}}}, 2},
    {{{{"fewer", Upos::adj, Xpos::jjr, Deprel::advmod, 2}, {"than", Upos::adp, Xpos::in, Deprel::fixed, 1}}}, 2},
    {{{{"up", Upos::adp, Xpos::in, Deprel::advmod, 2}, {"to", Upos::adp, Xpos::in, Deprel::fixed, 1}}}, 2},
    {{{{"as", Upos::adv, Xpos::rb, Deprel::advmod, 3},
       {"many", Upos::adj, Xpos::jj, Deprel::fixed, 1},
       {"as", Upos::adp, Xpos::in, Deprel::fixed, 2}}},
     3},
});

bool is_number(std::string_view word) {
  static constexpr auto words = std::to_array<std::string_view>(
      {"one",      "two",    "three",  "four",     "five",     "six",     "seven",   "eight",     "nine",
       "ten",      "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
       "nineteen", "twenty", "thirty", "forty",    "fifty",    "sixty",   "seventy", "eighty",    "ninety"});
  return !word.empty() && ((word[0] >= '0' && word[0] <= '9') || std::ranges::find(words, word) != words.end());
}

}  // namespace

std::vector<bool> hang_approximators(Analysis& analysis) {
  std::vector<bool> hung;
  for (const Sentence& sentence : analysis.sentences)
    for (std::uint32_t i = sentence.first; i + 2 < sentence.last; ++i) {
      const char first = analysis.folded[analysis.tokens[i].span.begin];
      if (first != 'a' && first != 'm' && first != 'l' && first != 'f' && first != 'u') continue;
      for (const Approximator& approximator : kApproximators) {
        const std::uint32_t number = i + approximator.size;
        if (number >= sentence.last || !is_number(analysis.word(number))) continue;
        bool same = true;
        for (std::uint32_t k = 0; same && k < approximator.size; ++k)
          same = analysis.word(i + k) == approximator.parts[k].word;
        if (!same) continue;
        hung.resize(analysis.tokens.size());
        for (std::uint32_t k = 0; k < approximator.size; ++k) {
          const Part& part = approximator.parts[k];
          Token& token = analysis.tokens[i + k];
          token.upos = part.upos;
          token.xpos = part.xpos;
          token.deprel = part.deprel;
          token.head = part.deprel == Deprel::fixed ? i + k - part.head : i + k + part.head;
          token.confidence = UINT8_MAX;
          hung[i + k] = true;
        }
        break;
      }
    }
  return hung;
}

}  // namespace attest
