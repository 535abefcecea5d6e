// One sentence with the mentions in it: what the rules of this stage look at.
#pragma once

#include <algorithm>
#include <string_view>
#include <vector>

#include "annotate/mentions.hpp"

namespace attest {

class SentenceView {
 public:
  SentenceView(const Document& document, const Analysis& analysis, const Mentions& mentions, std::uint32_t sentence)
      : document_(document), analysis_(analysis), mentions_(mentions), sentence_(analysis.sentences[sentence]) {}

  [[nodiscard]] std::uint32_t first() const { return sentence_.first; }
  [[nodiscard]] std::uint32_t last() const { return sentence_.last; }
  [[nodiscard]] Span span() const { return sentence_.span; }
  [[nodiscard]] BlockKind block() const { return document_.blocks[sentence_.block].kind; }
  [[nodiscard]] const Mentions& mentions() const { return mentions_; }
  /// Have tags and heads been filled in? Headlines and captions count as not: their trees are guesses.
  [[nodiscard]] bool has_tree() const {
    return analysis_.parsed && block() != BlockKind::headline && block() != BlockKind::caption;
  }
  /// Outside the sentence a token that is nothing: rules may look one word too far.
  [[nodiscard]] const Token& token(std::uint32_t i) const {
    static constexpr Token kNothing{};
    return i >= sentence_.first && i < sentence_.last ? analysis_.tokens[i] : kNothing;
  }
  [[nodiscard]] std::string_view text() const { return document_.text; }
  [[nodiscard]] std::optional<Date> published() const {
    return document_.published ? std::optional(document_.published->value) : std::nullopt;
  }

  /// Does the token stand in an expression of time?
  [[nodiscard]] bool in_time(std::uint32_t token) const {
    const TokenRange near{token > first() + 4 ? token - 4 : first(), std::min(token + 5, last())};
    return std::ranges::any_of(within(mentions().times, near),
                               [&](const TimeMention* time) { return time->tokens.contains(token); });
  }

  /// The folded word, or nothing outside the sentence.
  [[nodiscard]] std::string_view word(std::uint32_t i) const {
    return i >= sentence_.first && i < sentence_.last ? analysis_.word(i) : std::string_view();
  }
  /// The word as written; a blank outside the sentence.
  [[nodiscard]] std::string_view raw(std::uint32_t i) const {
    return i >= sentence_.first && i < sentence_.last ? slice(document_.text, analysis_.tokens[i].span) : " ";
  }
  [[nodiscard]] bool is_word(std::uint32_t i, std::initializer_list<std::string_view> words) const {
    return std::ranges::find(words, word(i)) != words.end();
  }
  [[nodiscard]] Span bytes(TokenRange range) const {
    return {analysis_.tokens[range.first].span.begin, analysis_.tokens[range.last - 1].span.end};
  }
  [[nodiscard]] bool has_word(TokenRange range, std::initializer_list<std::string_view> words) const {
    for (std::uint32_t i = range.first; i < range.last; ++i)
      if (is_word(i, words)) return true;
    return false;
  }
  /// The tokens that lie in a span of the text; an empty range if none does.
  [[nodiscard]] TokenRange tokens_in(Span span) const {
    TokenRange out{sentence_.first, sentence_.first};
    for (std::uint32_t i = sentence_.first; i < sentence_.last; ++i) {
      if (!span.contains(analysis_.tokens[i].span)) continue;
      if (out.first == out.last) out.first = i;
      out.last = i + 1;
    }
    return out;
  }
  [[nodiscard]] TokenRange range() const { return {sentence_.first, sentence_.last}; }

  /// The mentions of one list that lie in a range of tokens.
  template <class M>
  [[nodiscard]] std::vector<const M*> within(const std::vector<M>& list, TokenRange range) const {
    std::vector<const M*> out;
    auto at = std::ranges::lower_bound(list, range.first > 12 ? range.first - 12 : 0, {},
                                       [](const M& m) { return m.tokens.first; });
    for (; at != list.end() && at->tokens.first < range.last; ++at)
      if (range.first <= at->tokens.first && at->tokens.last <= range.last) out.push_back(&*at);
    return out;
  }

  /// "at least 26" begins at this token.
  [[nodiscard]] bool begins_quantity(std::uint32_t i) const {
    const auto quantities = within(mentions_.quantities, {i, std::min(i + 8, last())});
    return !quantities.empty() && quantities.front()->tokens.first == i;
  }

 private:
  const Document& document_;
  const Analysis& analysis_;
  const Mentions& mentions_;
  Sentence sentence_;
};

}  // namespace attest
