#include "claims/where_to_parse.hpp"

#include <algorithm>
#include <cstdint>

#include "annotate/lexicon.hpp"
#include "annotate/mentions.hpp"
#include "claims/near_misses.hpp"
#include "claims/sentence_view.hpp"
#include "claims/topic.hpp"

namespace attest {

namespace {

/// What the matches of a sentence say. Tags decide of some whether they count: sides and weapons are taken to be there,
/// words of other subjects to be missing.
struct Words {
  std::size_t conflict = 0;  // at most
  std::size_t other = 0;     // at least
  bool strong = false;       // a word hardly ever said of armed conflict
  bool trigger = false;
};

bool is_name(List list) {
  return list == List::actor || list == List::organisation || list == List::place || list == List::country;
}

/// Tokens within names of several words.
std::vector<bool> named(const Analysis& analysis, const std::vector<Match>& matches) {
  std::vector<bool> out(analysis.tokens.size(), false);
  for (const Match& match : matches)
    if (is_name(match.list) && match.tokens.last - match.tokens.first > 1)
      for (std::uint32_t i = match.tokens.first; i < match.tokens.last; ++i) out[i] = true;
  return out;
}

bool has_capital(const Document& document, const Token& token) {
  const char c = document.text[token.span.begin];
  return c >= 'A' && c <= 'Z';
}

}  // namespace

std::vector<bool> where_to_parse(const Document& document, const Analysis& analysis, const Resources& resources) {
  const std::vector<Match> matches = resources.lexicon.find(document, analysis);
  const std::vector<bool> in_name = named(analysis, matches);
  const auto may_be_a_name = [&](std::uint32_t i) {  // "the Constitutional Court"
    return in_name[i] ||
           (i > 0 && has_capital(document, analysis.tokens[i]) && has_capital(document, analysis.tokens[i - 1]));
  };
  const Mentions none;
  std::vector<Words> words(analysis.sentences.size());
  std::size_t conflict = 0, other = 0;
  std::uint32_t number = 0;
  for (const Match& match : matches) {
    while (number + 1 < words.size() && match.tokens.first >= analysis.sentences[number].last) ++number;
    Words& own = words[number];
    switch (match.list) {
      case List::means:
        ++own.conflict;
        break;
      case List::actor:
      case List::force:
        own.conflict += 2;  // "a gang of gunmen" counts twice
        break;
      case List::topic: {
        const Topic topic = resources.topics[match.entry];
        if (topic == Topic::conflict) own.conflict += 2;
        if (topic == Topic::conflict || may_be_a_name(match.tokens.first)) break;
        own.other += topic == Topic::elsewhere ? 2 : 1;
        own.strong = own.strong || topic == Topic::elsewhere;
        break;
      }
      case List::predicate:
        if (!own.trigger)
          own.trigger = words_allow(SentenceView(document, analysis, none, number), resources.predicates[match.entry],
                                    {match.tokens, match.entry, match.form});
        break;
      default:
        break;
    }
  }
  for (const Words& own : words) {
    conflict += own.conflict;
    other += own.other;
  }
  if (!is_about_conflict(conflict, other)) return {};
  std::vector<bool> out(words.size(), false);
  bool any = false;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (!words[i].trigger || (words[i].strong && words[i].conflict == 0)) continue;
    any = true;
    for (std::size_t near = i > 0 ? i - 1 : 0; near <= i + 1 && near < out.size(); ++near) out[near] = true;
  }
  if (!any) return {};
  bool lead = false;  // the first paragraph has come by
  for (std::size_t i = 0; i < out.size(); ++i) {
    const BlockKind kind = document.blocks[analysis.sentences[i].block].kind;
    if (kind == BlockKind::headline) out[i] = true;
    if (kind == BlockKind::paragraph && !lead) out[i] = lead = true;
  }
  return out;
}

}  // namespace attest
