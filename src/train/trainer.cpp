#include "train/trainer.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <unordered_set>

#include "base/files.hpp"
#include "language/conllu.hpp"
#include "language/features.hpp"
#include "language/samples.hpp"
#include "language/tokens.hpp"
#include "train/export.hpp"

namespace attest::train {

namespace {

constexpr std::size_t kLongest = 120;         // words; longer sentences are lists
constexpr std::size_t kBucket = 2000;         // sentences sorted by length together
constexpr std::uint32_t kMeasureEvery = 4;    // epochs
constexpr std::uint32_t kRowsFrom = 2;        // occurrences in treebanks that give a feature a row of its own
constexpr std::uint32_t kSilverRowsFrom = 6;  // occurrences in silver trees
constexpr std::uint32_t kWarmUp = 200;        // steps
constexpr double kMostGradient = 5;

using Sentences = std::vector<TrainingSentence>;
using Refs = std::vector<const TrainingSentence*>;

Result<Sentences> read_trees(const std::vector<std::filesystem::path>& files) {
  Sentences out;
  for (const auto& file : files) {
    ATTEST_TRY(const auto sentences, read_conllu(file));
    for (const ConlluSentence& sentence : sentences) {
      TrainingSentence words;
      for (const ConlluWord& w : sentence.words) words.push_back({w.form, w.upos, w.xpos, w.head, w.deprel});
      if (!words.empty()) out.push_back(std::move(words));
    }
  }
  return out;
}

/// Feature::word keys of running text, a line at a time.
Result<void> read_words(const std::filesystem::path& file, std::vector<std::vector<std::uint64_t>>& out) {
  ATTEST_TRY(Descriptor opened, open_to_read(file));
  LineReader lines(std::move(opened), file.string());
  while (auto line = lines.next()) {
    ATTEST_TRY(const std::string text, std::move(line->text));
    std::vector<Token> tokens;
    append_tokens(text, {0, static_cast<std::uint32_t>(text.size())}, tokens);
    std::vector<std::uint64_t> keys;
    keys.reserve(tokens.size());
    for (const Token& token : tokens) keys.push_back(feature_keys(slice(text, token.span))[0]);
    out.push_back(std::move(keys));
  }
  return {};
}

void count_features(const Sentences& sentences, std::uint32_t from, std::vector<std::uint64_t>& keys,
                    std::unordered_set<std::uint64_t>& known) {
  std::unordered_map<std::uint64_t, std::uint32_t> counts;
  for (const TrainingSentence& sentence : sentences)
    for (const TrainingWord& word : sentence)
      for (const std::uint64_t key : feature_keys(word.form))
        if (key != 0 && ++counts[key] == from && known.insert(key).second) keys.push_back(key);
}

void sort_longest_first(Refs::iterator begin, Refs::iterator end) {
  std::stable_sort(begin, end, [](const auto* a, const auto* b) { return a->size() > b->size(); });
}

/// Batches of sentences of about the same length.
std::vector<Refs> batches_of(Refs all, std::size_t words_a_batch, std::mt19937& random) {
  std::ranges::shuffle(all, random);
  for (std::size_t i = 0; i < all.size(); i += kBucket)
    sort_longest_first(all.begin() + static_cast<std::ptrdiff_t>(i),
                       all.begin() + static_cast<std::ptrdiff_t>(std::min(i + kBucket, all.size())));
  std::vector<Refs> out;
  std::size_t words = words_a_batch;
  for (const TrainingSentence* sentence : all) {
    const bool longer = !out.empty() && out.back().front()->size() < sentence->size();  // a new bucket
    if (words + sentence->size() > words_a_batch || longer) {
      out.emplace_back();
      words = 0;
    }
    out.back().push_back(sentence);
    words += sentence->size();
  }
  std::ranges::shuffle(out, random);
  return out;
}

/// Some sentences lose or gain capitals, as headlines do.
void vary_case(Refs& batch, Sentences& store, std::mt19937& random) {
  store.clear();
  store.reserve(batch.size());
  for (const TrainingSentence*& sentence : batch) {
    const auto draw = static_cast<std::uint32_t>(random() % 100);
    if (draw >= 8) continue;
    store.push_back(*sentence);
    for (TrainingWord& word : store.back())
      for (std::size_t i = 0; i < word.form.size(); ++i) {
        char& c = word.form[i];
        const bool lower = c >= 'a' && c <= 'z';
        const bool upper = c >= 'A' && c <= 'Z';
        if (draw < 4 && upper) c = static_cast<char>(c + 32);
        if (((draw >= 4 && draw < 6) || (draw >= 6 && i == 0)) && lower) c = static_cast<char>(c - 32);
      }
    sentence = &store.back();
  }
}

std::string measure(Network& network, const Sentences& sentences) {
  Refs all;
  for (const TrainingSentence& sentence : sentences) all.push_back(&sentence);
  sort_longest_first(all.begin(), all.end());
  double words = 0;
  double upos = 0;
  double heads = 0;
  double labels = 0;
  constexpr std::size_t kAtOnce = 64;
  for (std::size_t i = 0; i < all.size(); i += kAtOnce) {
    const Refs batch(all.begin() + static_cast<std::ptrdiff_t>(i),
                     all.begin() + static_cast<std::ptrdiff_t>(std::min(i + kAtOnce, all.size())));
    const Sentences said = network.predict(batch);
    for (std::size_t s = 0; s < batch.size(); ++s)
      for (std::size_t t = 0; t < batch[s]->size(); ++t) {
        const TrainingWord& right = (*batch[s])[t];
        const TrainingWord& own = said[s][t];
        words += 1;
        upos += right.upos == own.upos ? 1 : 0;
        heads += right.head == own.head ? 1 : 0;
        labels += right.head == own.head && right.deprel == own.deprel ? 1 : 0;
      }
  }
  return fmt::format("UPOS {:.2f}  UAS {:.2f}  LAS {:.2f}", 100 * upos / words, 100 * heads / words,
                     100 * labels / words);
}

/// Constant for a third of the way, then down along a cosine to 3 %.
float rate_at(double done, std::uint32_t step, float top) {
  const double warm = std::min(1.0, (step + 1.0) / kWarmUp);
  constexpr double kFlat = 0.3;
  const double down = done < kFlat ? 1 : 0.03 + 0.97 * 0.5 * (1 + std::cos(M_PI * (done - kFlat) / (1 - kFlat)));
  return static_cast<float>(top * warm * down);
}

void step(Network& network, const Schedule& schedule) {
  double squares = 0;
  for (const Parameter* parameter : network.parameters()) squares += parameter->squared();
  const double length = std::sqrt(squares);
  const auto scale = static_cast<float>(length > kMostGradient ? kMostGradient / length : 1.0);
  for (Parameter* parameter : network.parameters()) parameter->update(schedule, scale);
}

void swap_averages(Network& network, const Schedule& schedule) {
  for (Parameter* parameter : network.parameters()) parameter->swap_average(schedule);
}

}  // namespace

Result<std::string> train_model(const TrainOptions& options, const std::function<void(const std::string&)>& say) {
  ATTEST_TRY(const Sentences gold, read_trees(options.treebanks));
  if (gold.empty())
    return fail(ErrorCode::bad_resource, "no sentences to learn from",
                options.treebanks.empty() ? "" : options.treebanks.front().string());
  ATTEST_TRY(const Sentences silver, read_trees(options.silver));
  std::vector<Sentences> measured;
  for (const auto& file : options.measure) {
    ATTEST_TRY(Sentences sentences, read_trees({file}));
    measured.push_back(std::move(sentences));
  }
  std::vector<std::vector<std::uint64_t>> text;
  for (const auto& file : options.text) ATTEST_CHECK(read_words(file, text));
  for (const Sentences* trees : {&gold, &silver})
    for (const TrainingSentence& sentence : *trees) {
      text.emplace_back();
      for (const TrainingWord& word : sentence) text.back().push_back(feature_keys(word.form)[0]);
    }
  std::vector<std::uint64_t> keys = {kFirstWordKey};
  std::unordered_set<std::uint64_t> known;
  count_features(gold, kRowsFrom, keys, known);
  count_features(silver, kSilverRowsFrom, keys, known);
  VectorOptions vector_options;
  vector_options.seed = options.seed;
  const WordVectors vectors = learn_vectors(text, vector_options);
  say(fmt::format("{} sentences, {} silver; {} features, {} word vectors", gold.size(), silver.size(), keys.size(),
                  vectors.rows.size()));

  Network network(options.shape, keys, vectors, options.seed);
  std::mt19937 random(options.seed * 7919 + 13);
  Refs own;
  Refs other;
  for (const TrainingSentence& sentence : gold)
    if (sentence.size() <= kLongest) own.push_back(&sentence);
  for (const TrainingSentence& sentence : silver)
    if (sentence.size() <= kLongest) other.push_back(&sentence);
  Schedule schedule;
  schedule.average_decay = options.average_decay;
  Sentences varied;
  for (std::uint32_t epoch = 0; epoch < options.epochs; ++epoch) {
    Refs all = own;
    std::ranges::shuffle(other, random);
    const std::size_t more = std::min(other.size(), own.size() * options.silver_ratio);
    all.insert(all.end(), other.begin(), other.begin() + static_cast<std::ptrdiff_t>(more));
    std::vector<Refs> batches = batches_of(std::move(all), options.batch, random);
    Loss sum;
    for (std::size_t i = 0; i < batches.size(); ++i) {
      const double done = (epoch + static_cast<double>(i) / static_cast<double>(batches.size())) / options.epochs;
      schedule.rate = rate_at(done, schedule.step, options.rate);
      vary_case(batches[i], varied, random);
      const Loss loss = network.train(batches[i], random);
      step(network, schedule);
      ++schedule.step;
      sum.arcs += loss.arcs;
      sum.labels += loss.labels;
      sum.words += loss.words;
      sum.right_heads += loss.right_heads;
    }
    const auto words = static_cast<double>(sum.words);
    say(fmt::format("epoch {} of {}: loss {:.3f} arcs, {:.3f} relations; {:.2f} % of heads right", epoch + 1,
                    options.epochs, sum.arcs / words, sum.labels / words,
                    100 * static_cast<double>(sum.right_heads) / words));
    const bool last = epoch + 1 == options.epochs;
    if (measured.empty() || (!last && epoch % kMeasureEvery != kMeasureEvery - 1)) continue;
    swap_averages(network, schedule);
    for (std::size_t i = 0; i < measured.size(); ++i)
      say(fmt::format("  {}: {}", options.measure[i].filename().string(), measure(network, measured[i])));
    swap_averages(network, schedule);
  }
  swap_averages(network, schedule);
  SectionWriter writer(kModelFormat);
  add_network(network, writer);
  ATTEST_TRY(SectionFile file, SectionFile::from_bytes(writer.bytes(), "the trained model", kModelFormat));
  ATTEST_TRY(const Model model, Model::from(std::move(file)));
  writer.add("samples.text", std::string(sample_text()));
  writer.add("samples.trees", analysed(model, available_kernels().front(), std::string(sample_text())));
  return writer.bytes();
}

}  // namespace attest::train
