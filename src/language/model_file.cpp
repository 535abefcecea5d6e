#include "language/model_file.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>

namespace attest {

namespace {

constexpr std::string_view kMagic = "ATTESTLM";
constexpr std::size_t kAlignment = 64;

struct Header {
  std::array<char, 8> magic{};
  std::uint32_t format = 0, sections = 0;
  std::uint64_t size = 0, checksum = 0;  // of everything after the header
};

struct Entry {
  std::array<char, 32> name{};
  std::uint64_t offset = 0, size = 0;
};

constexpr std::size_t kHeaderSize = sizeof(Header);

/// Four interleaved FNV-like lanes over 8-byte words: catches damage at memory speed; not a signature.
std::uint64_t checksum(const std::byte* data, std::size_t size) {
  constexpr std::uint64_t kPrime = 0x9E3779B97F4A7C15U;
  std::array<std::uint64_t, 4> lanes = {1, 2, 3, 4};
  std::size_t at = 0;
  for (; at + 32 <= size; at += 32)
    for (std::size_t lane = 0; lane < 4; ++lane) {
      std::uint64_t word = 0;
      std::memcpy(&word, data + at + 8 * lane, 8);
      lanes[lane] = (lanes[lane] ^ word) * kPrime;
      lanes[lane] ^= lanes[lane] >> 29U;
    }
  std::uint64_t sum = size;
  for (; at < size; ++at) sum = (sum ^ static_cast<std::uint64_t>(data[at])) * kPrime;
  for (const std::uint64_t lane : lanes) sum = ((sum ^ lane) * kPrime) ^ (sum >> 31U);
  return sum;
}

std::size_t aligned(std::size_t offset) { return (offset + kAlignment - 1) / kAlignment * kAlignment; }

}  // namespace

Result<ModelFile> ModelFile::open(const std::filesystem::path& path) {
  ModelFile file(path.string());
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0)
    return fail(errno == ENOENT ? ErrorCode::not_found : ErrorCode::unreadable,
                "cannot open the language model: " + std::string(std::strerror(errno)), file.where_);
  struct stat status {};
  const bool regular = ::fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode);
  file.size_ = regular ? static_cast<std::size_t>(status.st_size) : 0;
  if (file.size_ >= kHeaderSize) {
    void* const mapped = ::mmap(nullptr, file.size_, PROT_READ, MAP_SHARED, descriptor, 0);
    if (mapped != MAP_FAILED) file.mapped_ = static_cast<const std::byte*>(mapped);
  }
  ::close(descriptor);
  if (file.size_ >= kHeaderSize && file.mapped_ == nullptr)
    return fail(ErrorCode::unreadable, "cannot map the language model into memory", file.where_);
  ATTEST_CHECK(file.check());
  return file;
}

Result<ModelFile> ModelFile::from_bytes(std::string bytes, std::string where) {
  ModelFile file(std::move(where));
  file.size_ = bytes.size();
  file.owned_ = std::move(bytes);
  ATTEST_CHECK(file.check());
  return file;
}

Result<void> ModelFile::check() const {
  if (size_ < kHeaderSize) return fail(ErrorCode::bad_model, "not a language model (too short)", where_);
  Header header;
  std::memcpy(&header, data(), kHeaderSize);
  if (std::string_view(header.magic.data(), header.magic.size()) != kMagic)
    return fail(ErrorCode::bad_model, "not a language model", where_);
  if (header.format != kModelFormat)
    return fail(ErrorCode::bad_model,
                fmt::format("a language model of format {}; this program reads format {}", header.format, kModelFormat),
                where_);
  if (header.size != size_)
    return fail(ErrorCode::bad_model, fmt::format("the file has {} bytes, its header says {}", size_, header.size),
                where_);
  if (checksum(data() + kHeaderSize, size_ - kHeaderSize) != header.checksum)
    return fail(ErrorCode::bad_model, "damaged: the checksum does not agree with the contents", where_);
  if (header.sections > (size_ - kHeaderSize) / sizeof(Entry))
    return fail(ErrorCode::bad_model, "the list of sections does not fit into the file", where_);
  for (std::uint32_t i = 0; i < header.sections; ++i) {
    Entry entry;
    std::memcpy(&entry, data() + kHeaderSize + i * sizeof(Entry), sizeof entry);
    if (entry.offset % kAlignment != 0 || entry.offset > size_ || entry.size > size_ - entry.offset)
      return fail(ErrorCode::bad_model, fmt::format("section {} lies outside the file", i + 1), where_);
  }
  return {};
}

ModelFile::ModelFile(ModelFile&& other) noexcept
    : owned_(std::move(other.owned_)),
      mapped_(std::exchange(other.mapped_, nullptr)),
      size_(other.size_),
      where_(std::move(other.where_)) {}

ModelFile::~ModelFile() {
  if (mapped_ != nullptr) ::munmap(const_cast<std::byte*>(mapped_), size_);
}

std::string_view ModelFile::section(std::string_view name) const {
  Header header;
  std::memcpy(&header, data(), kHeaderSize);
  for (std::uint32_t i = 0; i < header.sections; ++i) {
    Entry entry;
    std::memcpy(&entry, data() + kHeaderSize + i * sizeof(Entry), sizeof entry);
    const std::string_view found(entry.name.data(), strnlen(entry.name.data(), entry.name.size()));
    if (found == name) return {reinterpret_cast<const char*>(data() + entry.offset), entry.size};
  }
  return {};
}

std::string ModelFile::version() const {
  Header header;
  std::memcpy(&header, data(), kHeaderSize);
  return fmt::format("{:016x}", header.checksum);
}

std::string ModelWriter::bytes() const {
  Header header;
  std::memcpy(header.magic.data(), kMagic.data(), kMagic.size());
  header.format = kModelFormat;
  header.sections = static_cast<std::uint32_t>(sections_.size());
  std::vector<Entry> entries(sections_.size());
  std::size_t offset = aligned(kHeaderSize + entries.size() * sizeof(Entry));
  for (std::size_t i = 0; i < sections_.size(); ++i) {
    const auto& [name, content] = sections_[i];
    std::memcpy(entries[i].name.data(), name.data(), std::min(name.size(), entries[i].name.size()));
    entries[i].offset = offset;
    entries[i].size = content.size();
    offset = aligned(offset + content.size());
  }
  std::string out(offset, '\0');
  std::memcpy(out.data() + kHeaderSize, entries.data(), entries.size() * sizeof(Entry));
  for (std::size_t i = 0; i < sections_.size(); ++i)
    std::memcpy(out.data() + entries[i].offset, sections_[i].second.data(), sections_[i].second.size());
  header.size = out.size();
  header.checksum = checksum(reinterpret_cast<const std::byte*>(out.data()) + kHeaderSize, out.size() - kHeaderSize);
  std::memcpy(out.data(), &header, kHeaderSize);
  return out;
}

}  // namespace attest
