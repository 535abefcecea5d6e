#include <fmt/format.h>
#include <fnmatch.h>

#include <memory>
#include <utility>

#include "cli/commands.hpp"
#include "cli/output.hpp"
#include "language/conllu.hpp"
#include "language/evaluation.hpp"

namespace attest::cli {

namespace {

struct Options {
  std::vector<std::string> files;
  std::string documents;
  std::size_t errors = 0;
  bool parse = false;
  bool gold_tokens = false;
  bool gold_tags = false;
  bool relations = false;
};

bool is_wanted(const std::string& document, const std::string& pattern) {
  return pattern.empty() || fnmatch(pattern.c_str(), document.c_str(), 0) == 0;
}

/// The text between the words, a difference on a line: "words a.conllu:GUM_news_flag: 20 -year - old".
std::string described(const Difference& difference, const GoldDocument& gold, const Analysis& system) {
  const auto cut = [&](const auto& items) {
    std::string out;
    for (const auto& item : items) {
      if (!difference.span.contains(item.span)) continue;
      if (!out.empty()) out += difference.sentences ? " ‖ " : " | ";
      out += slice(gold.document.text, item.span);
    }
    return out;
  };
  if (difference.sentences)
    return fmt::format("sentences {}\n  gold   {}\n  system {}\n", gold.document.name, cut(gold.analysis.sentences),
                       cut(system.sentences));
  return fmt::format("words {}\n  gold   {}\n  system {}\n", gold.document.name, cut(gold.analysis.tokens),
                     cut(system.tokens));
}

std::string row(std::string_view name, const Score& score) {
  return fmt::format("{:<16}{:>8}{:>8}{:>9.2f}{:>9.2f}{:>9.2f}\n", name, score.gold, score.system,
                     100 * score.precision(), 100 * score.recall(), 100 * score.f1());
}

std::string table(const Evaluation& total, const Options& options, bool parsed) {
  std::string out = fmt::format("{:<16}{:>8}{:>8}{:>9}{:>9}{:>9}\n", "", "gold", "system", "prec.", "recall", "F1");
  out += row("words", total.words);
  out += row("sentences", total.sentences);
  if (!options.parse) return out;
  if (parsed && !options.gold_tags) {
    out += row("UPOS", total.upos);
    out += row("XPOS", total.xpos);
  }
  if (parsed) out += row("lemmas", total.lemmas);
  if (parsed && !options.gold_tags) {
    out += row("UAS", total.uas);
    out += row("LAS", total.las);
  }
  if (!options.relations) return out;
  for (std::size_t i = 0; i < kDeprelCount; ++i)
    if (const Score& score = total.relations.at(i); score.gold + score.system > 0)
      out += row(name_of(static_cast<Deprel>(i)), score);
  return out;
}

class Scorer {
 public:
  explicit Scorer(const Options& options) : options_(options) {}

  Result<void> file(const std::string& path) {
    ATTEST_TRY(const auto sentences, read_conllu(path));
    for (std::size_t first = 0; first < sentences.size();) {
      std::size_t last = first + 1;
      while (last < sentences.size() && !sentences[last].new_document) ++last;
      if (is_wanted(sentences[first].document, options_.documents))
        ATTEST_CHECK(document(std::span(sentences).subspan(first, last - first), path));
      first = last;
    }
    return {};
  }

  [[nodiscard]] std::string result() const { return details_ + table(total_, options_, parsed_); }
  [[nodiscard]] bool any() const { return total_.words.gold > 0; }

 private:
  Result<void> document(std::span<const ConlluSentence> sentences, const std::string& path) {
    ATTEST_TRY(const GoldDocument gold, gold_document(sentences, path));
    const Analysis system = analyse(gold.document);
    parsed_ = parsed_ || system.parsed;
    total_ += evaluate(gold, system);
    for (const Difference& difference : differences(gold, system)) {
      if (told_ == options_.errors) break;
      ++told_;
      details_ += described(difference, gold, system);
    }
    return {};
  }

  const Options& options_;
  Evaluation total_;
  std::string details_;
  std::size_t told_ = 0;
  bool parsed_ = false;
};

Exit run(const Options& options) {
  Scorer scorer(options);
  for (const std::string& path : options.files)
    if (const auto scored = scorer.file(path); !scored) return complain(scored.error()), Exit::some_failed;
  if (!scorer.any()) {
    complain({ErrorCode::empty, "no document to score", options.documents});
    return Exit::some_failed;
  }
  if (const auto printed = print(scorer.result()); !printed) return complain(printed.error()), Exit::some_failed;
  return Exit::done;
}

}  // namespace

Run add_score(CLI::App& program) {
  auto options = std::make_shared<Options>();
  CLI::App* command = program.add_subcommand("score", "Measure the analysis against treebanks");
  std::string what;
  command->add_option("FILE", options->files, "CoNLL-U files")->required();
  command->add_option("--documents", options->documents, "only those whose newdoc id matches");
  command->add_option("--errors", options->errors, "list the first N differences")->type_name("N");
  return [options] { return run(*options); };
}

}  // namespace attest::cli
