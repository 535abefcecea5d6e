#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <memory>

#include "cli/commands.hpp"
#include "cli/marked_names.hpp"
#include "cli/output.hpp"
#include "language/evaluation.hpp"

namespace attest::cli {

namespace {

constexpr std::array<std::string_view, 5> kTypes = {"all", "person", "organisation", "location", "nationality"};

struct Options {
  std::vector<std::string> files;
  std::string model, resources;
  KindCorpora kinds;
  std::size_t folds = 0, errors = 0;
};

using Scores = std::array<Score, kTypes.size()>;  // by type; the first all together

std::vector<train::NameSpan> names_of(const Analysis& analysis) {
  std::vector<train::NameSpan> names;
  for (const Token& token : analysis.tokens) {
    if (token.entity == EntityType::none) continue;
    if (token.entity_begin)
      names.push_back({token.span, token.entity});
    else if (!names.empty())
      names.back().span.end = token.span.end;
  }
  return names;
}

class Scorer {
 public:
  explicit Scorer(std::size_t errors) : errors_(errors) {}

  void add(const NameFinder& finder, ReadNames& read) {
    finder.find(read.marked.document, read.analysis, read.states, read.hints);
    const std::vector<train::NameSpan> found = names_of(read.analysis);
    const std::vector<train::NameSpan>& gold = read.marked.names;
    for (const train::NameSpan& name : gold) {
      count(name, &Score::gold);
      if (!std::ranges::binary_search(found, name)) tell_of("missed", read, name);
    }
    for (const train::NameSpan& name : found) {
      count(name, &Score::system);
      if (std::ranges::binary_search(gold, name))
        count(name, &Score::correct);
      else
        tell_of("wrong ", read, name);
    }
  }

  [[nodiscard]] std::string result() const {
    std::string out = details_;
    out += fmt::format("{:<16}{:>8}{:>8}{:>9}{:>9}{:>9}\n", "", "gold", "system", "prec.", "recall", "F1");
    for (std::size_t type = kTypes.size(); type-- > 0;) {
      const Score& score = scores_.at(type);
      out += fmt::format("{:<16}{:>8}{:>8}{:>9.2f}{:>9.2f}{:>9.2f}\n", kTypes.at(type), score.gold, score.system,
                         100 * score.precision(), 100 * score.recall(), 100 * score.f1());
    }
    return out;
  }

 private:
  void count(const train::NameSpan& name, std::size_t Score::*what) {
    ++(scores_.at(static_cast<std::size_t>(name.type)).*what);
    ++(scores_[0].*what);
  }

  void tell_of(std::string_view what, const ReadNames& read, const train::NameSpan& name) {
    if (told_ == errors_) return;
    ++told_;
    std::string words(slice(read.marked.document.text, name.span));
    std::ranges::replace(words, '\n', ' ');
    details_ += fmt::format("{} {:<14}{}\n", what, kTypes.at(static_cast<std::size_t>(name.type)), words);
  }

  Scores scores_{};
  std::string details_;
  std::size_t errors_, told_ = 0;
};

/// Each document read by a finder that has not seen it: the others are learnt from. Documents fall into folds by
/// their number in the order of their names.
Result<void> cross_validate(const NameReader& reader, std::vector<ReadNames>& documents, std::size_t folds,
                            Scorer& scorer) {
  std::ranges::sort(documents, {}, [](const ReadNames& read) { return read.marked.document.name; });
  for (std::size_t fold = 0; fold < folds; ++fold) {
    std::vector<const ReadNames*> others;
    for (std::size_t i = 0; i < documents.size(); ++i)
      if (i % folds != fold) others.push_back(&documents[i]);
    SectionWriter writer(kModelFormat);
    reader.learn(others, writer);
    ATTEST_TRY(const SectionFile file, SectionFile::from_bytes(writer.bytes(), "names", kModelFormat));
    ATTEST_TRY(const std::optional<NameFinder> finder, NameFinder::from(file));
    for (std::size_t i = fold; i < documents.size(); i += folds) scorer.add(*finder, documents[i]);
  }
  return {};
}

Result<std::string> scored(const Options& options) {
  ATTEST_TRY(NameReader reader, NameReader::open(options.model, options.resources));
  if (options.folds > 0) ATTEST_CHECK(reader.learn_kinds(options.kinds));
  ATTEST_TRY(std::vector<ReadNames> documents, reader.read(options.files));
  const std::size_t lost = reader.lost();
  Scorer scorer(options.errors);
  if (options.folds > 0) {
    ATTEST_CHECK(cross_validate(reader, documents, options.folds, scorer));
  } else {
    ATTEST_TRY(const std::optional<NameFinder> finder, NameFinder::from(reader.model().file()));
    if (!finder)
      return fail(ErrorCode::bad_model, "finds no names; see attest train-names", reader.model().file().where());
    for (ReadNames& document : documents) scorer.add(*finder, document);
  }
  return scorer.result() + fmt::format("{} marked names are not made of whole tokens of a sentence\n", lost);
}

}  // namespace

Run add_score_names(CLI::App& program) {
  auto options = std::make_shared<Options>();
  CLI::App* command = program.add_subcommand("score-names", "Measure the names that are found against marked ones");
  command->add_option("CORPUS", options->files, "Folders of re3d, columns with IOB2 labels")
      ->required()
      ->check(CLI::ExistingPath);
  command
      ->add_option("--folds", options->folds,
                   "Learn from all but every Nth document and measure with that one, for each in turn")
      ->type_name("N")
      ->check(CLI::Range(2, 100));
  options->kinds.add_options(*command);
  command->add_option("--model", options->model, "The model; without it, the one that coding uses")
      ->type_name("FILE")
      ->check(CLI::ExistingFile);
  command->add_option("--resources", options->resources, "Folder of lexicons")->type_name("DIR");
  command->add_option("--errors", options->errors, "List the first N differences")->type_name("N");
  return [options] {
    const auto result = scored(*options);
    if (!result) return complain(result.error()), Exit::some_failed;
    if (const auto printed = print(*result); !printed) return complain(printed.error()), Exit::some_failed;
    return Exit::done;
  };
}

}  // namespace attest::cli
