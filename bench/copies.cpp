// What finding copies costs, as a ledger grows: short documents of made-up words, of which one in ten is a cut copy of
// an earlier one. Prints a line of Markdown for every size asked for.
//
//     attest_bench_copies FILE SIZE...     FILE is made anew, and so is FILE-fingerprints
#include <fmt/format.h>
#include <sys/resource.h>

#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <random>
#include <stdexcept>
#include <string>
#include <vector>

#include "base/hash.hpp"
#include "ledger/fingerprint_rows.hpp"
#include "ledger/open.hpp"
#include "ledger/run.hpp"
#include "ledger/shelf.hpp"

namespace attest {
namespace {

constexpr std::size_t kParagraphs = 5, kWords = 32, kVocabulary = 20'000;
constexpr int kBatch = 64, kSample = 2000;
constexpr std::size_t kStride = 7919;  // from one document asked about to the next

template <class T>
T or_stop(Result<T> result) {
  if (!result) throw std::runtime_error(result.error().to_string());
  return std::move(*result);
}
void or_stop(const Result<void>& result) {
  if (!result) throw std::runtime_error(result.error().to_string());
}

double cpu_seconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

double peak_mebibytes() {
  rusage usage = {};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_maxrss) / 1024;
}

/// Document `number`: the same in every run. The frequencies of its words fall off as those of a language do.
Document document(std::size_t number) {
  const bool is_copy = number % 10 == 9;
  std::mt19937_64 draw(is_copy ? number / 20 * 10 : number);
  Document made;
  made.name = fmt::format("bench-{}", number);
  made.id = sha256_hex(made.name);
  for (std::size_t p = 0; p < kParagraphs - (is_copy ? 1 : 0); ++p) {
    const auto begin = static_cast<std::uint32_t>(made.text.size());
    for (std::size_t i = 0; i < kWords; ++i) {
      const double u = static_cast<double>(draw() >> 11U) * 0x1p-53;
      auto word = static_cast<std::size_t>(std::pow(static_cast<double>(kVocabulary), u));
      for (int letters = 0; letters < 3 || word > 0; ++letters, word /= 20)
        made.text += "bdfghjklmnprstvwxcqz"[word % 20] + std::string(letters % 2 == 0 ? "a" : "o");
      made.text += ' ';
    }
    made.blocks.push_back({BlockKind::paragraph, {begin, static_cast<std::uint32_t>(made.text.size() - 1)}});
    made.text += "\n\n";
  }
  made.original = made.text;
  made.encoding = "UTF-8";
  made.text_hash = sha256_hex(made.text);
  made.published = Sourced<Date>{Date(std::chrono::days(15'000 + number / 500)), "bench", {}};
  return made;
}

/// Microseconds of processor time a document, for keeping whole documents, and for their fingerprints alone.
class Growth {
 public:
  explicit Growth(const std::string& file)
      : file_(file),
        run_(or_stop(LedgerRun::begin(file, {"bench", "bench"}, "[]", "2026-01-01T00:00:00Z"))),
        prints_(or_stop(open_ledger(file + "-fingerprints", Database::Mode::write))) {
    or_stop(prints_.run("PRAGMA foreign_keys=OFF"));
    writer_ = or_stop(FingerprintWriter::prepare(prints_));
  }

  void grow_to(std::size_t size) {
    while (size_ < size) {
      std::vector<Document> batch;
      for (int i = 0; i < kBatch && size_ < size; ++i) batch.push_back(document(size_++));
      const double started = cpu_seconds();
      for (const Document& made : batch) (void)or_stop(run_.keep(made, {}));
      or_stop(run_.commit());
      const double kept = cpu_seconds();
      Transaction transaction = or_stop(Transaction::begin(prints_, Transaction::Kind::write));
      for (const Document& made : batch) or_stop(writer_.add(++key_, made));
      or_stop(transaction.commit());
      const double printed = cpu_seconds();
      note(keeping_, (kept - started) / static_cast<double>(batch.size()));
      note(printing_, (printed - kept) / static_cast<double>(batch.size()));
    }
  }

  void report() {
    const auto shelf = or_stop(LedgerShelf::open(file_));
    Lineages lineages(*shelf);
    const double started = cpu_seconds();
    std::size_t copies = 0;
    for (int i = 0; i < kSample; ++i) {
      const auto key = static_cast<DocumentKey>(static_cast<std::size_t>(i) * kStride % size_ + 1);
      copies += or_stop(lineages.of(key))->origin ? 1 : 0;
    }
    const double asked = (cpu_seconds() - started) / kSample;
    const auto bytes = static_cast<double>(std::filesystem::file_size(file_ + "-fingerprints"));
    fmt::print("| {} | {:.0f} | {:.0f} | {:.0f} | {:.0f} | {:.1f} % | {:.0f} |\n", size_, 1e6 * mean(keeping_),
               1e6 * mean(printing_), 1e6 * asked, bytes / static_cast<double>(size_),
               100.0 * static_cast<double>(copies) / kSample, peak_mebibytes());
    std::fflush(stdout);
  }

 private:
  static void note(std::vector<double>& times, double seconds) {
    constexpr std::size_t kLast = 100;  // batches
    if (times.size() == kLast) times.erase(times.begin());
    times.push_back(seconds);
  }
  static double mean(const std::vector<double>& times) {
    double sum = 0;
    for (const double t : times) sum += t;
    return sum / static_cast<double>(times.size());
  }

  std::string file_;
  LedgerRun run_;
  Database prints_;
  FingerprintWriter writer_;
  std::size_t size_ = 0;
  std::int64_t key_ = 0;
  std::vector<double> keeping_, printing_;
};

}  // namespace
}  // namespace attest

int main(int argc, char** argv) {
  if (argc < 3) return std::fputs("usage: attest_bench_copies FILE SIZE...\n", stderr), 2;
  const std::string file = argv[1];
  for (const char* end : {"", "-wal", "-shm", "-fingerprints", "-fingerprints-wal", "-fingerprints-shm"})
    std::filesystem::remove(file + end);
  fmt::print(
      "| documents | µs to keep one | of these fingerprint | µs to ask for a lineage | bytes a fingerprint | copies "
      "| peak MiB |\n|---:|---:|---:|---:|---:|---:|---:|\n");
  attest::Growth growth(file);
  for (int i = 2; i < argc; ++i) {
    growth.grow_to(std::strtoul(argv[i], nullptr, 10));
    growth.report();
  }
  return 0;
}
