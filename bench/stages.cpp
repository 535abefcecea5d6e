// How long each stage takes on the example reports, one stage after the other, and the whole way from bytes to lines.
// Results are documents and bytes of text per second.
#include <benchmark/benchmark.h>

#include <filesystem>
#include <stdexcept>

#include "annotate/mentions.hpp"
#include "base/files.hpp"
#include "claims/claims.hpp"
#include "claims/knowledge.hpp"
#include "publish/json.hpp"
#include "read/read.hpp"

namespace attest {
namespace {

template <class T>
T or_stop(Result<T> result) {
  if (!result) throw std::runtime_error(result.error().to_string());
  return std::move(*result);
}

/// The example reports as bytes and as what each stage makes of them.
struct Examples {
  Knowledge knowledge = or_stop(Knowledge::load(ATTEST_SOURCE_DIR "/resources"));
  std::vector<std::string> bytes;
  std::vector<Document> documents;
  std::vector<Analysis> analyses;
  std::int64_t size = 0;

  Examples() {
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(ATTEST_SOURCE_DIR "/examples/reports"))
      files.push_back(entry.path());
    std::ranges::sort(files);
    for (const auto& file : files) {
      bytes.push_back(or_stop(read_file(file)));
      documents.push_back(or_stop(read_text(file.filename().string(), bytes.back(), {})));
      analyses.push_back(knowledge.analyse(documents.back()));
      size += static_cast<std::int64_t>(bytes.back().size());
    }
  }
};

const Examples& examples() {
  static const Examples once;
  return once;
}

/// Times `stage(i)` over all example reports.
template <class Stage>
void over_examples(benchmark::State& state, const Stage& stage) {
  const Examples& all = examples();
  for ([[maybe_unused]] auto round : state)
    for (std::size_t i = 0; i < all.bytes.size(); ++i) benchmark::DoNotOptimize(stage(all, i));
  const auto rounds = static_cast<std::int64_t>(state.iterations());
  state.SetItemsProcessed(rounds * static_cast<std::int64_t>(all.bytes.size()));
  state.SetBytesProcessed(rounds * all.size);
}

std::string lines_of(const Document& document, const std::vector<Claim>& claims) {
  const CodePointIndex index(document.text);
  std::string out;
  for (const Claim& claim : claims) append_json_line(out, claim, document, index, "bench");
  return out;
}

void load_resources(benchmark::State& state) {
  for ([[maybe_unused]] auto round : state)
    benchmark::DoNotOptimize(or_stop(Knowledge::load(ATTEST_SOURCE_DIR "/resources")));
}
void read(benchmark::State& state) {
  over_examples(state,
                [](const Examples& all, std::size_t i) { return or_stop(read_text("bench", all.bytes[i], {})); });
}
void analyse(benchmark::State& state) {
  over_examples(state, [](const Examples& all, std::size_t i) { return analyse(all.documents[i]); });
}
void parse(benchmark::State& state) {
  over_examples(state, [](const Examples& all, std::size_t i) {
    Analysis analysis = all.analyses[i];
    all.knowledge.parser().parse(all.documents[i], analysis);
    return analysis;
  });
}
void find_mentions(benchmark::State& state) {
  over_examples(state, [](const Examples& all, std::size_t i) {
    return find_mentions(all.documents[i], all.analyses[i], all.knowledge.resources());
  });
}
void find_claims(benchmark::State& state) {
  over_examples(state, [](const Examples& all, std::size_t i) {
    return find_claims(all.documents[i], all.analyses[i], all.knowledge.resources());
  });
}
void bytes_to_lines(benchmark::State& state) {
  over_examples(state, [](const Examples& all, std::size_t i) {
    const Document document = or_stop(read_text("bench", all.bytes[i], {}));
    return lines_of(document, all.knowledge.code(document));
  });
}

BENCHMARK(load_resources)->Unit(benchmark::kMillisecond);
BENCHMARK(read)->Unit(benchmark::kMillisecond);
BENCHMARK(analyse)->Unit(benchmark::kMillisecond);
BENCHMARK(parse)->Unit(benchmark::kMillisecond);
BENCHMARK(find_mentions)->Unit(benchmark::kMillisecond);
BENCHMARK(find_claims)->Unit(benchmark::kMillisecond);
BENCHMARK(bytes_to_lines)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace attest
