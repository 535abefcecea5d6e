#include "claims/tree_path.hpp"

#include <algorithm>
#include <optional>
#include <vector>

namespace attest {

namespace {

/// The first token of `words` that hangs from outside of them.
std::optional<std::uint32_t> head_of(const Analysis& analysis, Span words) {
  const auto at =
      std::ranges::lower_bound(analysis.tokens, words.begin, {}, [](const Token& t) { return t.span.begin; });
  const auto inside = [&](std::uint32_t head) { return head != kRoot && words.contains(analysis.tokens[head].span); };
  for (auto token = at; token != analysis.tokens.end() && words.contains(token->span); ++token)
    if (!inside(token->head)) return static_cast<std::uint32_t>(token - analysis.tokens.begin());
  return std::nullopt;
}

/// A word and those that it hangs from, up to the root.
std::vector<std::uint32_t> chain_from(const Analysis& analysis, std::uint32_t token) {
  std::vector<std::uint32_t> chain{token};
  while (analysis.tokens[token].head != kRoot && chain.size() < analysis.tokens.size())
    chain.push_back(token = analysis.tokens[token].head);
  return chain;
}

bool has_tree(const Analysis& analysis, const std::vector<std::uint32_t>& chain) {
  const Token& last = analysis.tokens[chain.back()];
  return analysis.parsed && (chain.size() > 1 || last.deprel == Deprel::root);
}

}  // namespace

std::string tree_path(const Document& document, const Analysis& analysis, Span from, Span to) {
  const auto first = head_of(analysis, from), last = head_of(analysis, to);
  if (!first || !last || *first == *last) return {};
  const auto up = chain_from(analysis, *first), down = chain_from(analysis, *last);
  if (!has_tree(analysis, up) || !has_tree(analysis, down)) return {};
  std::size_t rises = 0;
  while (rises < up.size() && std::ranges::find(down, up[rises]) == down.end()) ++rises;
  if (rises == up.size()) return {};  // of different sentences
  const auto word = [&](std::uint32_t token) { return slice(document.text, analysis.tokens[token].span); };
  const auto relation = [&](std::uint32_t token) { return name_of(analysis.tokens[token].deprel); };
  std::string out(word(up.front()));
  for (std::size_t i = 0; i < rises; ++i)
    out.append(" <-").append(relation(up[i])).append("- ").append(word(up[i + 1]));
  for (auto i = static_cast<std::size_t>(std::ranges::find(down, up[rises]) - down.begin()); i-- > 0;)
    out.append(" -").append(relation(down[i])).append("-> ").append(word(down[i]));
  return out;
}

}  // namespace attest
