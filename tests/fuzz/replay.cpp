// Runs a fuzz target over a kept corpus and over damaged copies of it, with any compiler, in seconds: what every change must
// survive. libFuzzer, which looks for new inputs, takes longer and needs clang (CMakeLists.txt beside this file).
//   fuzz_replay_warc MUTATIONS FILE_OR_FOLDER...
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

namespace fs = std::filesystem;

/// The files in the order of their names, so that every run damages them in the same way.
std::vector<std::string> corpus_of(const std::vector<std::string>& paths) {
  std::vector<fs::path> files;
  for (const std::string& path : paths) {
    if (!fs::is_directory(path)) files.emplace_back(path);
    if (fs::is_directory(path))
      for (const auto& entry : fs::recursive_directory_iterator(path))
        if (entry.is_regular_file()) files.push_back(entry.path());
  }
  std::ranges::sort(files);
  std::vector<std::string> corpus;
  for (const fs::path& file : files) {
    std::ifstream in(file, std::ios::binary);
    corpus.emplace_back(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
  }
  return corpus;
}

class Damage {
 public:
  explicit Damage(const std::vector<std::string>& corpus) : corpus_(corpus) {}

  std::string operator()(std::string bytes) {
    for (std::size_t times = 1 + below(4); times > 0 && !bytes.empty(); --times) {
      const std::size_t at = below(bytes.size());
      switch (below(6)) {
        case 0:
          bytes[at] = static_cast<char>(bytes[at] ^ static_cast<char>(1U << below(8)));
          break;
        case 1:
          bytes[at] = static_cast<char>(below(256));
          break;
        case 2:
          bytes.resize(at);
          break;
        case 3:
          bytes.erase(at, below(64));
          break;
        case 4:
          bytes.insert(at, bytes.substr(below(bytes.size()), below(64)));
          break;
        default: {
          const std::string& other = corpus_[below(corpus_.size())];
          const std::size_t from = below(other.size() + 1);
          bytes.insert(at, other, from, below(256));
        }
      }
    }
    return bytes;
  }

 private:
  std::size_t below(std::size_t end) { return static_cast<std::size_t>(random_() % std::max<std::size_t>(end, 1)); }

  const std::vector<std::string>& corpus_;
  std::mt19937_64 random_{20261126};  // NOLINT(cert-msc51-cpp): the same damage in every run
};

void run(const std::string& bytes) {
  LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) return std::cerr << "usage: fuzz_replay MUTATIONS FILE_OR_FOLDER...\n", 2;
  const auto mutations = static_cast<std::size_t>(std::atol(argv[1]));
  const std::vector<std::string> corpus = corpus_of({argv + 2, argv + argc});
  if (corpus.empty()) return std::cerr << "fuzz_replay: no files\n", 2;
  for (const std::string& bytes : corpus) run(bytes);
  Damage damage(corpus);
  for (std::size_t i = 0; i < mutations; ++i) run(damage(corpus[i % corpus.size()]));
  std::cout << corpus.size() << " files and " << mutations << " damaged copies\n";
}
