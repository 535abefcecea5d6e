#include "annotate/lexicon.hpp"

#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>

namespace attest {

namespace {

std::string without_hyphens(std::string word) {
  if (word.size() > 1) std::erase(word, '-');
  return word;
}

bool is_hyphen(std::string_view word) { return word == "-" || word == "‐" || word == "–"; }

/// "prosecutors' office"
bool is_apostrophe(std::string_view word) { return word == "'" || word == "’"; }

/// Words of a phrase as the tokeniser would leave them, hyphens dropped and the "'s" of "People's" apart.
std::vector<std::string> phrase_words(std::string_view phrase) {
  std::vector<std::string> words;
  std::string word;
  const auto flush = [&] {
    if (!word.empty()) words.push_back(fold_word(word));
    word.clear();
  };
  for (std::size_t i = 0; i < phrase.size(); ++i) {
    const char c = phrase[i];
    const bool clitic = c == '\'' && phrase.substr(i + 1, 1) == "s" && !word.empty() &&
                        (i + 2 == phrase.size() || phrase[i + 2] == ' ' || phrase[i + 2] == '-');
    if (c == ' ' || c == '-' || clitic)
      flush();
    else if (c == ',' || c == '/' || c == '(' || c == ')') {
      flush();
      words.emplace_back(1, c);
    } else
      word += c;
  }
  flush();
  std::erase(words, "");
  return words;
}

/// Longest word of letters a to z; empty when there is none.
std::string longest_plain(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words)
    if (word.size() > out.size() && std::ranges::all_of(word, [](char c) { return c >= 'a' && c <= 'z'; })) out = word;
  return out;
}

/// The Arabic article before a name, which newspapers write, drop and assimilate at will.
bool is_article(std::string_view folded) {
  static constexpr auto articles =
      std::to_array<std::string_view>({"al", "el", "ar", "as", "at", "ad", "an", "az", "ash", "ud", "ul"});
  return std::ranges::find(articles, folded) != articles.end();
}

bool is_name_list(List list) {
  return list == List::place || list == List::country || list == List::demonym || list == List::actor ||
         list == List::organisation;
}

bool begins_upper(std::string_view text) {
  if (text.empty()) return false;
  const auto first = static_cast<unsigned char>(text[0]);
  if (first < 0x80) return first >= 'A' && first <= 'Z';
  const UChar32 c =
      icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), std::min<int>(8, static_cast<int>(text.size()))))
          .char32At(0);
  return !u_islower(c);
}

}  // namespace

void Lexicon::add(std::string_view phrase, List list, std::uint32_t entry, Form form, bool exact) {
  std::vector<std::string> words = phrase_words(phrase);
  if (words.empty()) return;
  std::string_view own = phrase;  // without the article
  if (is_name_list(list) && words.size() > 1 && is_article(words[0])) {
    words.erase(words.begin());
    own.remove_prefix(std::min(own.find_first_of(" -") + 1, own.size()));
  }
  if (list == List::predicate) trigger_words_.insert(longest_plain(words));
  std::uint32_t node = 0;
  for (const std::string& word : words) {
    const std::uint32_t id = add_word(word);
    const auto next = static_cast<std::uint32_t>(leaves_.size());
    if (node != 0)
      node = edges_.add(std::uint64_t{node} << 32U | id, next);
    else
      node = words_[id].start = words_[id].start != 0 ? words_[id].start : next;
    if (node == next) leaves_.emplace_back();
  }
  const bool described = (list == List::actor || list == List::organisation) && !begins_upper(own);
  leaves_[node].push_back({list, entry, form, described, exact ? std::string(phrase) : std::string()});
}

namespace {

/// "al-Hol", "Ar Raqqah", "al Hol"; not "as Mexico", nor "At Tikrit" where a sentence begins.
bool is_article_of_name(const Document& document, const Analysis& analysis, std::uint32_t at, std::uint32_t name) {
  const std::string_view word = analysis.word(at);
  if (!is_article(word)) return false;
  if (name - at == 2 || word == "al" || word == "el") return true;
  const bool begins = std::ranges::binary_search(analysis.sentences, at, {}, &Sentence::first);
  return !begins && begins_upper(slice(document.text, analysis.tokens[at].span));
}

}  // namespace

std::uint32_t Lexicon::word_id(std::string_view folded) const {
  for (std::uint64_t key = key_of(folded);; key = mix(key) | kHashed) {
    const std::uint32_t* id = word_ids_.find(key);
    if (id == nullptr) return 0;
    if (folded.size() <= kExactKey || words_[*id].text == folded) return *id;
  }
}

std::uint32_t Lexicon::add_word(const std::string& folded) {
  if (const std::uint32_t known = word_id(folded); known != 0) return known;
  std::uint64_t key = key_of(folded);
  while (word_ids_.find(key) != nullptr) key = mix(key) | kHashed;
  words_.push_back({folded, 0});
  return word_ids_.add(key, static_cast<std::uint32_t>(words_.size() - 1));
}

std::optional<std::uint32_t> Lexicon::next(std::uint32_t node, std::uint32_t word) const {
  if (word == 0) return std::nullopt;
  if (node == 0) return words_[word].start != 0 ? std::optional(words_[word].start) : std::nullopt;
  const std::uint32_t* edge = edges_.find(std::uint64_t{node} << 32U | word);
  return edge == nullptr ? std::nullopt : std::optional(*edge);
}

std::size_t Lexicon::name_at(std::span<const std::string> folded, std::optional<List> only) const {
  std::size_t longest = 0;
  std::uint32_t node = 0;
  for (std::size_t i = 0; i < folded.size(); ++i) {
    const auto reached = next(node, word_id(folded[i]));
    if (!reached) break;
    node = *reached;
    for (const Leaf& leaf : leaves_[node])
      if (only ? leaf.list == *only : leaf.exact.empty() && is_name_list(leaf.list)) longest = i + 1;
  }
  return longest;
}

std::vector<Match> Lexicon::find(const Document& document, const Analysis& analysis) const {
  const auto count = static_cast<std::uint32_t>(analysis.tokens.size());
  std::vector<std::uint32_t> ids(count);
  for (std::uint32_t i = 0; i < count; ++i) {
    const std::string_view word = analysis.word(i);
    const bool plain = std::ranges::none_of(
        word, [](char c) { return static_cast<unsigned char>(c) >= 0x80 || c == '\'' || c == '`' || c == '-'; });
    ids[i] = plain ? word_id(word) : word_id(without_hyphens(fold_word(word)));
  }
  // "cross-border" is one token and two words of a phrase, unless written in one ("re-captured").
  const auto step = [&](std::uint32_t node, std::uint32_t token) -> std::optional<std::uint32_t> {
    if (ids[token] != 0) return next(node, ids[token]);
    std::string_view rest = analysis.word(token);
    if (rest.size() < 2 || rest.find('-') == std::string_view::npos) return std::nullopt;
    std::optional<std::uint32_t> at = node;
    while (at && !rest.empty()) {
      const std::size_t hyphen = std::min(rest.find('-'), rest.size());
      at = next(*at, word_id(fold_word(rest.substr(0, hyphen))));
      rest.remove_prefix(std::min(hyphen + 1, rest.size()));
    }
    return at;
  };
  std::vector<Match> matches;
  std::array<std::uint32_t, 16> taken{};  // a list: tokens before this one are used
  std::vector<Match> best;                // at one token
  for (std::uint32_t start = 0; start < count; ++start) {
    best.clear();
    std::uint32_t node = 0;
    for (std::uint32_t i = start; i < count; ++i) {
      if (i > start && (is_hyphen(analysis.word(i)) || is_apostrophe(analysis.word(i)))) continue;
      const auto reached = step(node, i);
      if (!reached) break;
      node = *reached;
      for (const Leaf& leaf : leaves_[node]) {
        const std::string_view text =
            slice(document.text, {analysis.tokens[start].span.begin, analysis.tokens[i].span.end});
        if (!leaf.exact.empty() && text != leaf.exact) continue;
        if (is_name_list(leaf.list) && !leaf.described && !begins_upper(text)) continue;
        std::uint32_t first = start;
        if (is_name_list(leaf.list) && start >= 1) {  // take the article in: "al" "-" "Hol"
          const std::uint32_t before = start >= 2 && is_hyphen(analysis.word(start - 1)) ? start - 2 : start - 1;
          if (before >= taken[static_cast<std::size_t>(leaf.list)] &&
              is_article_of_name(document, analysis, before, start))
            first = before;
        }
        // A longer phrase of the same list replaces the shorter ones.
        std::erase_if(best, [&](const Match& m) {
          return m.list == leaf.list && m.list != List::predicate && m.tokens.last < i + 1;
        });
        best.push_back({{first, i + 1}, leaf.list, leaf.entry, leaf.form});
      }
    }
    for (const Match& match : best)
      if (match.list == List::predicate || start >= taken[static_cast<std::size_t>(match.list)])
        matches.push_back(match);
    for (const Match& match : best) {
      std::uint32_t& used = taken[static_cast<std::size_t>(match.list)];
      used = std::max(used, match.tokens.last);
    }
  }
  return matches;
}

}  // namespace attest
