#include "language/evaluation.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "language/fold.hpp"

namespace attest {

namespace {

constexpr std::uint32_t kNothing = UINT32_MAX;

bool is_blank(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

/// Where `form` stands in `text` at or after `at`, white space on either side of its characters aside.
std::optional<Span> find_form(std::string_view text, std::size_t at, std::string_view form) {
  std::optional<std::size_t> begin;
  for (char c : form) {
    if (is_blank(c)) continue;
    while (at < text.size() && is_blank(text[at])) ++at;
    if (at == text.size() || text[at] != c) return std::nullopt;
    if (!begin) begin = at;
    ++at;
  }
  if (!begin) return std::nullopt;
  return Span{static_cast<std::uint32_t>(*begin), static_cast<std::uint32_t>(at)};
}

class GoldBuilder {
 public:
  GoldBuilder(GoldDocument& gold, const std::string& name) : gold_(gold), name_(name) {}

  Result<void> sentence(const ConlluSentence& sentence) {
    std::string& text = gold_.document.text;
    if (gold_.document.blocks.empty() || sentence.new_paragraph) {
      if (!text.empty()) text += "\n\n";
      const auto here = static_cast<std::uint32_t>(text.size());
      gold_.document.blocks.push_back({BlockKind::paragraph, {here, here}});
    } else if (space_before_) {
      text += ' ';
    }
    std::size_t at = text.size();
    text += sentence.text;
    gold_.document.blocks.back().span.end = static_cast<std::uint32_t>(text.size());
    space_before_ = sentence.words.back().space_after;

    Analysis& analysis = gold_.analysis;
    const auto first = static_cast<std::uint32_t>(analysis.tokens.size());
    std::optional<Span> whole;  // the written form of the multiword token that a word belongs to
    std::uint32_t multiword = 0;
    for (const ConlluWord& word : sentence.words) {
      if (word.multiword != multiword) {
        multiword = word.multiword;
        whole.reset();
        if (multiword != 0) whole = find_form(text, at, sentence.multiwords[multiword - 1].form);
      }
      auto span = find_form(text, at, word.form);
      // Words that are not a part of the written form ("wanna": "want" "to") share all of it.
      if (whole && (!span || span->end > whole->end)) span = whole;
      if (!span)
        return fail(ErrorCode::bad_resource, fmt::format("\"{}\" does not stand in \"# text\" there", word.form),
                    fmt::format("{}:{}", name_, sentence.line));
      Token token;
      token.span = *span;
      token.upos = word.upos;
      token.xpos = word.xpos;
      token.deprel = word.deprel;
      token.head = word.head == 0 ? kRoot : first + word.head - 1;
      token.joined = !analysis.tokens.empty() && analysis.tokens.back().span.end == span->begin;
      analysis.tokens.push_back(token);
      gold_.lemmas.push_back(word.lemma);
      at = span->end;
    }
    const auto last = static_cast<std::uint32_t>(analysis.tokens.size());
    const auto block = static_cast<std::uint32_t>(gold_.document.blocks.size() - 1);
    analysis.sentences.push_back(
        {{analysis.tokens[first].span.begin, analysis.tokens[last - 1].span.end}, first, last, block});
    return {};
  }

 private:
  GoldDocument& gold_;
  const std::string& name_;
  bool space_before_ = false;
};

template <class Item>
Score matches(const std::vector<Item>& gold, const std::vector<Item>& system) {
  Score score{gold.size(), system.size(), 0};
  for (std::size_t g = 0, s = 0; g < gold.size() && s < system.size();) {
    if (gold[g].span == system[s].span) {
      ++score.correct;
      ++g, ++s;
    } else if (gold[g].span < system[s].span) {
      ++g;
    } else {
      ++s;
    }
  }
  return score;
}

/// The system's token at the characters of each gold word, or kNothing; and back.
struct Alignment {
  std::vector<std::uint32_t> to_system, to_gold;
};

Alignment align(const std::vector<Token>& gold, const std::vector<Token>& system) {
  Alignment alignment{std::vector(gold.size(), kNothing), std::vector(system.size(), kNothing)};
  for (std::uint32_t g = 0, s = 0; g < gold.size() && s < system.size();) {
    if (gold[g].span == system[s].span) {
      alignment.to_system[g] = s;
      alignment.to_gold[s] = g;
      ++g, ++s;
    } else if (gold[g].span < system[s].span) {
      ++g;
    } else {
      ++s;
    }
  }
  return alignment;
}

template <class Item>
void add_differences(const std::vector<Item>& gold, const std::vector<Item>& system, bool sentences,
                     std::vector<Difference>& out) {
  std::size_t g = 0, s = 0;
  while (g < gold.size() && s < system.size()) {
    if (gold[g].span == system[s].span) {
      ++g, ++s;
      continue;
    }
    Span span{std::min(gold[g].span.begin, system[s].span.begin), std::max(gold[g].span.end, system[s].span.end)};
    while (true) {
      const Span before = span;
      while (g < gold.size() && gold[g].span.begin < span.end) span.end = std::max(span.end, gold[g++].span.end);
      while (s < system.size() && system[s].span.begin < span.end) span.end = std::max(span.end, system[s++].span.end);
      if (before == span) break;
    }
    out.push_back({span, sentences});
  }
}

}  // namespace

Score& Score::operator+=(const Score& other) {
  gold += other.gold;
  system += other.system;
  correct += other.correct;
  return *this;
}

Evaluation& Evaluation::operator+=(const Evaluation& other) {
  words += other.words;
  sentences += other.sentences;
  upos += other.upos;
  xpos += other.xpos;
  lemmas += other.lemmas;
  uas += other.uas;
  las += other.las;
  for (std::size_t i = 0; i < relations.size(); ++i) relations.at(i) += other.relations.at(i);
  return *this;
}

Result<GoldDocument> gold_document(std::span<const ConlluSentence> sentences, const std::string& name) {
  GoldDocument gold;
  GoldBuilder builder(gold, name);
  if (!sentences.empty()) gold.document.name = sentences.front().document;
  for (const ConlluSentence& sentence : sentences) ATTEST_CHECK(builder.sentence(sentence));
  gold.analysis.folded = folded(gold.document.text);
  gold.analysis.parsed = true;
  return gold;
}

Evaluation evaluate(const GoldDocument& gold, const Analysis& system, std::span<const std::string> lemmas) {
  Evaluation result;
  result.words = matches(gold.analysis.tokens, system.tokens);
  result.sentences = matches(gold.analysis.sentences, system.sentences);
  const Score nothing{result.words.gold, result.words.system, 0};
  result.upos = result.xpos = result.lemmas = result.uas = result.las = nothing;
  const Alignment alignment = align(gold.analysis.tokens, system.tokens);
  for (const Token& token : gold.analysis.tokens) ++result.relations.at(static_cast<std::size_t>(token.deprel)).gold;
  if (system.parsed)
    for (const Token& token : system.tokens) ++result.relations.at(static_cast<std::size_t>(token.deprel)).system;
  for (std::size_t g = 0; g < gold.analysis.tokens.size(); ++g) {
    const std::uint32_t s = alignment.to_system[g];
    if (s == kNothing) continue;
    if (s < lemmas.size() && lemmas[s] == gold.lemmas[g]) ++result.lemmas.correct;
    if (!system.parsed) continue;
    const Token& marked = gold.analysis.tokens[g];
    const Token& found = system.tokens[s];
    if (found.upos == marked.upos) ++result.upos.correct;
    if (found.xpos == marked.xpos) ++result.xpos.correct;
    const bool same_head = found.head == kRoot || marked.head == kRoot ? found.head == marked.head
                                                                       : alignment.to_gold[found.head] == marked.head;
    if (!same_head) continue;
    ++result.uas.correct;
    if (found.deprel != marked.deprel) continue;
    ++result.las.correct;
    ++result.relations.at(static_cast<std::size_t>(marked.deprel)).correct;
  }
  return result;
}

std::vector<Difference> differences(const GoldDocument& gold, const Analysis& system) {
  std::vector<Difference> all;
  add_differences(gold.analysis.tokens, system.tokens, false, all);
  add_differences(gold.analysis.sentences, system.sentences, true, all);
  return all;
}

}  // namespace attest
