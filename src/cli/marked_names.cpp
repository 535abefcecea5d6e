#include "cli/marked_names.hpp"

#include <algorithm>
#include <iterator>

#include "annotate/name_hints.hpp"
#include "claims/knowledge.hpp"
#include "cli/setup.hpp"
#include "train/mention_corpus.hpp"

namespace attest::cli {

NameReader::NameReader(Model model, Resources resources)
    : model_(std::make_unique<const Model>(std::move(model))),
      resources_(std::make_unique<const Resources>(std::move(resources))),
      parser_(std::make_unique<const Parser>(*model_)) {}

Result<NameReader> NameReader::open(const std::string& model, const std::string& resources) {
  const std::filesystem::path folder = resources_folder(resources);
  ATTEST_TRY(Resources lists, Resources::load(folder));
  ATTEST_TRY(Model opened, Model::open(model.empty() ? model_beside(folder) : std::filesystem::path(model)));
  return NameReader(std::move(opened), std::move(lists));
}

void KindCorpora::add_options(CLI::App& command) {
  command.add_option("--things", things, "Treebanks with marked phrases (GUM), to learn the kinds of words from")
      ->type_name("FILE")
      ->check(CLI::ExistingFile);
  command.add_option("--other-names", names, "Names in texts on other subjects, for the kinds of words as well")
      ->type_name("FILE")
      ->check(CLI::ExistingFile);
}

Result<void> NameReader::learn_kinds(const KindCorpora& corpora) {
  std::vector<train::KindExample> examples;
  const auto take = [&](const Document& text, const Analysis& analysis, const WordStates& states,
                        const std::vector<std::uint32_t>& kinds) {
    const auto hints = name_hints(text, analysis, resources_->lexicon);
    auto more = train::kind_examples(text, analysis, states, hints, kinds);
    std::ranges::move(more, std::back_inserter(examples));
  };
  for (const std::string& path : corpora.things) {
    ATTEST_TRY(const auto marked, train::read_things(path));
    for (const train::MarkedThings& things : marked) {
      Analysis analysis = analyse(things.document);
      WordStates states;
      parser_->parse(things.document, analysis, {}, &states);
      std::vector<std::uint32_t> kinds(analysis.tokens.size());
      auto head = things.heads.begin();
      for (std::uint32_t i = 0; i < kinds.size(); ++i) {
        while (head != things.heads.end() && head->begin < analysis.tokens[i].span.begin) ++head;
        if (head != things.heads.end() && head->begin == analysis.tokens[i].span.begin) kinds[i] = head->kind;
      }
      take(things.document, analysis, states, kinds);
    }
  }
  for (const std::string& path : corpora.names) {
    ATTEST_TRY(const auto marked, train::read_marked(path));
    for (const train::MarkedDocument& document : marked) {
      Analysis analysis = analyse(document.document);
      WordStates states;
      parser_->parse(document.document, analysis, {}, &states);
      std::vector<std::uint32_t> kinds(analysis.tokens.size(), kThingKinds);
      auto name = document.names.begin();
      for (std::uint32_t i = 0; i < kinds.size(); ++i) {
        const Span span = analysis.tokens[i].span;
        while (name != document.names.end() && name->span.end <= span.begin) ++name;
        if (name != document.names.end() && name->span.overlaps(span))
          kinds[i] = kThingKinds + static_cast<std::uint32_t>(name->type);
      }
      take(document.document, analysis, states, kinds);
    }
  }
  if (examples.empty()) return {};
  kinds_.emplace(examples.front().states.size());
  kinds_->learn(examples);
  SectionWriter writer(kModelFormat);
  kinds_->write(writer);
  ATTEST_TRY(SectionFile file, SectionFile::from_bytes(writer.bytes(), "kinds of words", kModelFormat));
  kinds_file_ = std::make_unique<const SectionFile>(std::move(file));
  ATTEST_TRY(guesser_, KindGuesser::from(*kinds_file_));
  return {};
}

Result<std::vector<ReadNames>> NameReader::read(const std::vector<std::string>& paths) {
  std::vector<ReadNames> out;
  for (const std::string& path : paths) {
    ATTEST_TRY(std::vector<train::MarkedDocument> marked, train::read_marked(path));
    for (train::MarkedDocument& document : marked) {
      ReadNames read;
      read.marked = std::move(document);
      const Document& text = read.marked.document;
      read.analysis = analyse(text);
      parser_->parse(text, read.analysis, {}, &read.states);
      read.hints = name_hints(text, read.analysis, resources_->lexicon);
      read.sentences = train::name_sentences(text, read.analysis, read.states, read.hints,
                                             guesser_ ? &*guesser_ : nullptr, read.marked.names, lost_);
      out.push_back(std::move(read));
    }
  }
  return out;
}

void NameReader::learn(const std::vector<const ReadNames*>& documents, SectionWriter& writer) const {
  std::vector<const train::NameSentence*> sentences;
  for (const ReadNames* document : documents)
    for (const train::NameSentence& sentence : document->sentences) sentences.push_back(&sentence);
  const std::size_t inputs = 2 * (std::size_t{2} * model_->shape.state + (guesser_ ? kWordKinds : 0));
  train::NameTrainer trainer(inputs, {});
  trainer.learn(sentences);
  trainer.write(writer);
  if (kinds_) kinds_->write(writer);
}

}  // namespace attest::cli
