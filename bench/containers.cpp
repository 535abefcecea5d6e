// How fast reports come out of archives: the example reports as web archives, tables, mails and files, one core.
// Results are reports and packed bytes a second.
#include <benchmark/benchmark.h>

#include <filesystem>
#include <stdexcept>

#include "base/files.hpp"
#include "read/report_stream.hpp"
#include "support/pack.hpp"

namespace attest {
namespace {

constexpr int kCopies = 50;

test::Files example_files() {
  test::Files files;
  for (const auto& entry : std::filesystem::directory_iterator(ATTEST_SOURCE_DIR "/examples/reports"))
    files.emplace_back(entry.path().filename().string(), read_file(entry.path()).value());
  std::ranges::sort(files);
  const test::Files once = files;
  for (int copy = 1; copy < kCopies; ++copy)
    for (const auto& [name, bytes] : once) files.emplace_back(std::to_string(copy) + name, bytes);
  return files;
}

const test::Files& files() {
  static const test::Files all = example_files();
  return all;
}

/// A record as a crawler writes it.
std::string record(const std::string& body) {
  const std::string http = "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n" + body;
  return "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://news.example/\r\nContent-Length: " +
         std::to_string(http.size()) + "\r\n\r\n" + http + "\r\n\r\n";
}

std::string quoted(const std::string& text) {
  std::string out = "\"";
  for (char c : text) out += c == '"' ? "\"\"" : std::string(1, c);
  return out + '"';
}

std::string packed(const std::string& kind) {
  std::string out, table = "text\n";
  if (kind == "zip") return test::zip(files());
  if (kind == "tar.gz") return test::gzip(test::tar(files()));
  for (const auto& [name, bytes] : files()) {
    if (kind == "warc") out += record(bytes);
    if (kind == "warc.gz") out += test::gzip(record(bytes));
    if (kind == "warc.zst") out += test::zstd(record(bytes));
    if (kind == "mbox") out += "From a\nSubject: x\nContent-Type: text/plain\n\n" + bytes + "\n\n";
    table += quoted(bytes) + '\n';
  }
  return kind == "csv" ? table : out;
}

void reports(benchmark::State& state, const std::string& kind) {
  const std::string bytes = packed(kind);
  std::int64_t count = 0;
  for ([[maybe_unused]] auto round : state) {
    ReportStream stream("all." + kind, bytes);
    while (const auto report = stream.next()) {
      if (!*report) throw std::runtime_error(report->error().to_string());
      ++count;
    }
  }
  state.SetItemsProcessed(count);
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(bytes.size()));
}

BENCHMARK_CAPTURE(reports, warc, "warc")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(reports, warc_gz, "warc.gz")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(reports, warc_zst, "warc.zst")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(reports, zip, "zip")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(reports, tar_gz, "tar.gz")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(reports, csv, "csv")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(reports, mbox, "mbox")->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace attest
