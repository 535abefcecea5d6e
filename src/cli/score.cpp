#include <fmt/format.h>
#include <fnmatch.h>

#include <algorithm>
#include <memory>
#include <utility>

#include "cli/analyser.hpp"
#include "cli/commands.hpp"
#include "cli/gazetteers.hpp"
#include "cli/output.hpp"
#include "cli/score_articles.hpp"
#include "cli/score_copies.hpp"
#include "cli/score_events.hpp"
#include "cli/score_incidents.hpp"
#include "cli/score_places.hpp"
#include "cli/score_time.hpp"
#include "language/conllu.hpp"
#include "language/evaluation.hpp"
#include "language/lemma.hpp"

namespace attest::cli {

namespace {

struct Options {
  std::vector<std::string> files;
  std::string what, documents, model;
  std::size_t errors = 0;
  std::uint64_t seed = 1;
  std::uint32_t incidents = 3000;
  bool gold_tokens = false;
  bool gold_tags = false;
  bool relations = false;
  GazetteerOptions gazetteers;
};

bool is_wanted(const std::string& document, const std::string& pattern) {
  return pattern.empty() || fnmatch(pattern.c_str(), document.c_str(), 0) == 0;
}

/// Both ways of cutting, one below the other.
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
  if (options.what == "tokens" || !parsed) return out;
  if (!options.gold_tags) {
    out += row("UPOS", total.upos);
    out += row("XPOS", total.xpos);
  }
  out += row("lemmas", total.lemmas);
  if (options.gold_tags) return out;
  out += row("UAS", total.uas);
  out += row("LAS", total.las);
  if (!options.relations) return out;
  for (std::size_t i = 0; i < kDeprelCount; ++i)
    if (const Score& score = total.relations.at(i); score.gold + score.system > 0)
      out += row(name_of(static_cast<Deprel>(i)), score);
  return out;
}

std::vector<std::string> lemmas_of(const Document& document, const Analysis& analysis) {
  std::vector<std::string> lemmas;
  lemmas.reserve(analysis.tokens.size());
  for (const Token& token : analysis.tokens)
    lemmas.push_back(lemma_of(slice(document.text, token.span), token.upos, token.xpos));
  return lemmas;
}

class Scorer {
 public:
  Scorer(const Options& options, const Analyser& analyser) : options_(options), analyser_(analyser) {}

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
    const Analysis system = analysis_of(gold);
    parsed_ = parsed_ || system.parsed;
    const auto lemmas = system.parsed ? lemmas_of(gold.document, system) : std::vector<std::string>();
    total_ += evaluate(gold, system, lemmas);
    for (const Difference& difference : differences(gold, system)) {
      if (told_ == options_.errors) break;
      ++told_;
      details_ += described(difference, gold, system);
    }
    if (options_.gold_tags) tell_lemmas(gold, lemmas);
    return {};
  }

  [[nodiscard]] Analysis analysis_of(const GoldDocument& gold) const {
    if (options_.gold_tags) return gold.analysis;
    if (!options_.gold_tokens) return analyser_(gold.document);
    Analysis words;
    words.folded = gold.analysis.folded;
    words.sentences = gold.analysis.sentences;
    for (const Token& token : gold.analysis.tokens) {
      Token bare;
      bare.span = token.span;
      bare.joined = token.joined;
      words.tokens.push_back(bare);
    }
    analyser_.parse(gold.document, words);
    return words;
  }

  /// A wrong lemma a line, in columns: the form, its tags, the lemma of the treebank and ours.
  void tell_lemmas(const GoldDocument& gold, const std::vector<std::string>& lemmas) {
    for (std::size_t i = 0; i < lemmas.size() && told_ < options_.errors; ++i) {
      if (lemmas[i] == gold.lemmas[i]) continue;
      ++told_;
      const Token& token = gold.analysis.tokens[i];
      details_ += fmt::format("lemma\t{}\t{}\t{}\t{}\t{}\n", slice(gold.document.text, token.span), name_of(token.upos),
                              name_of(token.xpos), gold.lemmas[i], lemmas[i]);
    }
  }

  const Options& options_;
  const Analyser& analyser_;
  Evaluation total_;
  std::string details_;
  std::size_t told_ = 0;
  bool parsed_ = false;
};

Exit run_places(const Options& options) {
  const auto is_table = [](const std::string& file) { return file.ends_with(".csv"); };
  const bool events = std::ranges::any_of(options.files, is_table);
  if (events && !std::ranges::all_of(options.files, is_table)) {
    complain({ErrorCode::usage, "event data (.csv) and marked texts (.xml) are scored apart", {}});
    return Exit::usage;
  }
  const auto result = events ? score_event_places(options.files, options.gazetteers, options.errors)
                             : score_marked_places({.files = options.files,
                                                    .documents = options.documents,
                                                    .model = options.model,
                                                    .errors = options.errors});
  if (!result) return complain(result.error()), Exit::some_failed;
  if (const auto printed = print(*result); !printed) return complain(printed.error()), Exit::some_failed;
  return Exit::done;
}

Exit run_incidents(const Options& options) {
  const auto result = score_incidents({options.files, options.seed, options.incidents});
  if (!result) return complain(result.error()), Exit::some_failed;
  if (const auto printed = print(*result); !printed) return complain(printed.error()), Exit::some_failed;
  return Exit::done;
}

Exit run_copies(const Options& options) {
  const auto result = score_copies(options.files, options.errors);
  if (!result) return complain(result.error()), Exit::some_failed;
  if (const auto printed = print(*result); !printed) return complain(printed.error()), Exit::some_failed;
  return Exit::done;
}

Exit run_articles(const Options& options) {
  if (options.files.size() != 1) {
    complain({ErrorCode::usage, "articles are scored one folder at a time", {}});
    return Exit::usage;
  }
  const auto result =
      score_articles({.folder = options.files[0], .documents = options.documents, .errors = options.errors});
  if (!result) return complain(result.error()), Exit::some_failed;
  if (const auto printed = print(*result); !printed) return complain(printed.error()), Exit::some_failed;
  return Exit::done;
}

Exit run(const Options& options) {
  if (options.what == "incidents") return run_incidents(options);
  if (options.what == "copies") return run_copies(options);
  if (options.files.empty()) {
    complain({ErrorCode::usage, fmt::format("FILE is required to score {}", options.what), {}});
    return Exit::usage;
  }
  if (options.what == "time")
    return score_time(
        options.files, [&](const std::string& name) { return is_wanted(name, options.documents); }, options.errors);
  if (options.what == "place") return run_places(options);
  if (options.what == "articles") return run_articles(options);
  const auto analyser = Analyser::open(options.model);
  if (!analyser) return complain(analyser.error()), Exit::unusable;
  Scorer scorer(options, *analyser);
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
  CLI::App* command = program.add_subcommand(
      "score", "Measure the analysis, or the places and times that are found, against marked texts and event data");
  command
      ->add_option(
          "WHAT", options->what,
          "tokens: words and sentences; parse: tags, lemmas and trees as well; place: names of places; time: "
          "dates and spans of time; articles: what is read of web pages; copies: reports that repeat each other; "
          "incidents: how claims are put together")
      ->required()
      ->type_name("tokens|parse|place|time|articles|copies|incidents")
      ->check(CLI::IsMember({"tokens", "parse", "place", "time", "articles", "copies", "incidents"}));
  command->add_option(
      "FILE", options->files,
      "Treebanks in CoNLL-U; for place, GeoVirus.xml or UCDP's events as CSV; for time also documents of MEANTIME; for "
      "articles, a folder with gold.json and html/; for copies, lines of scripts/make-edits; for incidents UCDP's events "
      "as CSV, none for the simulator");
  command->add_option("--seed", options->seed, "Of the simulator, for incidents")->type_name("N");
  command->add_option("--incidents", options->incidents, "How many the simulator makes up")->type_name("N");
  command->add_option("--documents", options->documents, "Only documents whose newdoc id matches, as in 'GUM_news*'")
      ->type_name("PATTERN");
  command->add_option("--model", options->model, "Model of tags and trees")->type_name("FILE");
  auto* tokens = command->add_flag("--gold-tokens", options->gold_tokens, "Start from the treebank's own words");
  command->add_flag("--gold-tags", options->gold_tags, "Only lemmas, from the treebank's own words and tags")
      ->excludes(tokens);
  command->add_flag("--relations", options->relations, "Also the score of each relation");
  command->add_option("--errors", options->errors, "List the first N differences")->type_name("N");
  add_gazetteer_options(*command, options->gazetteers);
  command->footer(
      "Examples:\n"
      "  attest score tokens gum-dev.conllu --documents 'GUM_news*'\n"
      "  attest score parse ewt-dev.conllu --model en.model --relations\n"
      "  attest score parse ewt-dev.conllu --gold-tags --errors 50\n"
      "  attest score place GeoVirus.xml\n"
      "  attest score place --gazetteer syria.gazetteer ged_syria.csv\n"
      "  attest score articles pages/\n"
      "  attest score time gum-dev.conllu meantime/*/*.xml\n"
      "  attest score incidents --seed 1 --incidents 3000\n"
      "  attest score incidents ged_syria.csv\n"
      "  attest score copies edits.jsonl\n"
      "See man attest-score.");
  return [options] { return run(*options); };
}

}  // namespace attest::cli
