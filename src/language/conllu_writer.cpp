#include <fmt/format.h>

#include <iterator>

#include "language/characters.hpp"
#include "language/conllu.hpp"
#include "language/lemma.hpp"

namespace attest {

namespace {

std::string_view label_of(EntityType type) {
  switch (type) {
    case EntityType::person:
      return "PER";
    case EntityType::organisation:
      return "ORG";
    case EntityType::location:
      return "LOC";
    case EntityType::nationality:
      return "NORP";
    case EntityType::none:
      break;
  }
  return "";
}

/// Text on one line: a tab or a line end would break the format.
std::string on_one_line(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (static_cast<unsigned char>(c) < ' ') c = ' ';
  return out;
}

class Writer {
 public:
  Writer(std::string& out, const Document& document, const Analysis& analysis)
      : out_(out), document_(document), analysis_(analysis) {}

  void run() {
    fmt::format_to(std::back_inserter(out_), "# newdoc id = {}\n", on_one_line(document_.name));
    for (std::size_t i = 0; i < analysis_.sentences.size(); ++i) sentence(i);
  }

 private:
  [[nodiscard]] std::string_view word(std::uint32_t i) const { return slice(document_.text, analysis_.tokens[i].span); }

  void sentence(std::size_t number) {
    const Sentence& sentence = analysis_.sentences[number];
    if (number == 0 || analysis_.sentences[number - 1].block != sentence.block) out_ += "# newpar\n";
    fmt::format_to(std::back_inserter(out_), "# sent_id = {}-{}\n# text = {}\n", on_one_line(document_.name),
                   number + 1, on_one_line(slice(document_.text, sentence.span)));
    for (std::uint32_t i = sentence.first; i < sentence.last;) {
      std::uint32_t end = i + 1;
      while (end < sentence.last && is_clitic(end)) ++end;
      if (end > i + 1) range(i, end, sentence);
      for (const bool single = end == i + 1; i < end; ++i) row(i, sentence, single);
    }
    out_ += '\n';
  }

  /// Words that are written as one: "do" "n't", "Iraq" "'s", "can" "not".
  [[nodiscard]] bool is_clitic(std::uint32_t i) const {
    if (!analysis_.tokens[i].joined) return false;
    const Token& token = analysis_.tokens[i];
    const std::string_view w = analysis_.word(i);
    if (w == "n't" || w == "n’t") return true;
    const std::size_t apostrophe = w.starts_with("'") ? 1 : w.starts_with("’") ? 3 : 0;
    if (apostrophe > 0 && (w.size() > apostrophe ? is_lower(w[apostrophe]) : token.xpos == Xpos::pos)) return true;
    const std::string_view before = analysis_.word(i - 1);
    return (before == "can" && w == "not") || (before == "gon" && w == "na") || (before == "wan" && w == "na") ||
           (before == "got" && w == "ta") || (before == "out" && w == "ta");
  }

  [[nodiscard]] bool space_after(std::uint32_t i) const {
    return i + 1 >= analysis_.tokens.size() || !analysis_.tokens[i + 1].joined;
  }

  void range(std::uint32_t first, std::uint32_t last, const Sentence& sentence) {
    const Span span{analysis_.tokens[first].span.begin, analysis_.tokens[last - 1].span.end};
    fmt::format_to(std::back_inserter(out_), "{}-{}\t{}\t_\t_\t_\t_\t_\t_\t_\t{}\n", first - sentence.first + 1,
                   last - sentence.first, slice(document_.text, span), space_after(last - 1) ? "_" : "SpaceAfter=No");
  }

  void row(std::uint32_t i, const Sentence& sentence, bool single) {
    const Token& token = analysis_.tokens[i];
    std::string misc;
    if (token.entity != EntityType::none)
      misc = fmt::format("NER={}-{}", token.entity_begin ? 'B' : 'I', label_of(token.entity));
    if (single && !space_after(i)) misc += misc.empty() ? "SpaceAfter=No" : "|SpaceAfter=No";
    if (misc.empty()) misc = "_";
    const std::uint32_t number = i - sentence.first + 1;
    if (!analysis_.parsed) {
      fmt::format_to(std::back_inserter(out_), "{}\t{}\t_\t_\t_\t_\t_\t_\t_\t{}\n", number, word(i), misc);
      return;
    }
    const std::uint32_t head = token.head == kRoot ? 0 : token.head - sentence.first + 1;
    fmt::format_to(std::back_inserter(out_), "{}\t{}\t{}\t{}\t{}\t_\t{}\t{}\t_\t{}\n", number, word(i),
                   lemma_of(word(i), token.upos, token.xpos), name_of(token.upos), name_of(token.xpos), head,
                   name_of(token.deprel), misc);
  }

  std::string& out_;
  const Document& document_;
  const Analysis& analysis_;
};

}  // namespace

void append_conllu(std::string& out, const Document& document, const Analysis& analysis) {
  Writer(out, document, analysis).run();
}

}  // namespace attest
