#include "base/section_file.hpp"

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

/// Four interleaved FNV-like lanes over 8-byte words: catches damage at memory speed; not a signature. Takes the bytes
/// in parts, all but the last a multiple of 32 long.
class Checksum {
 public:
  void add(std::string_view bytes) {
    std::size_t at = 0;
    for (; at + 32 <= bytes.size(); at += 32)
      for (std::size_t lane = 0; lane < 4; ++lane) {
        std::uint64_t word = 0;
        std::memcpy(&word, bytes.data() + at + 8 * lane, 8);
        lanes_[lane] = (lanes_[lane] ^ word) * kPrime;
        lanes_[lane] ^= lanes_[lane] >> 29U;
      }
    size_ += bytes.size();
    rest_ = bytes.substr(at);
  }
  [[nodiscard]] std::uint64_t value() const {
    std::uint64_t sum = size_;
    for (const char c : rest_) sum = (sum ^ static_cast<unsigned char>(c)) * kPrime;
    for (const std::uint64_t lane : lanes_) sum = ((sum ^ lane) * kPrime) ^ (sum >> 31U);
    return sum;
  }

 private:
  static constexpr std::uint64_t kPrime = 0x9E3779B97F4A7C15U;
  std::array<std::uint64_t, 4> lanes_ = {1, 2, 3, 4};
  std::size_t size_ = 0;
  std::string_view rest_;
};

std::uint64_t checksum(const std::byte* data, std::size_t size) {
  Checksum sum;
  sum.add({reinterpret_cast<const char*>(data), size});
  return sum.value();
}

std::size_t aligned(std::size_t offset) { return (offset + kAlignment - 1) / kAlignment * kAlignment; }

}  // namespace

Result<SectionFile> SectionFile::open(const std::filesystem::path& path, const SectionFormat& format) {
  SectionFile file(path.string(), format);
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0)
    return fail(errno == ENOENT ? ErrorCode::not_found : ErrorCode::unreadable,
                fmt::format("cannot open the {}: {}", format.noun, std::strerror(errno)), file.where_);
  struct stat status {};
  const bool regular = ::fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode);
  file.size_ = regular ? static_cast<std::size_t>(status.st_size) : 0;
  if (file.size_ >= kHeaderSize) {
    void* const mapped = ::mmap(nullptr, file.size_, PROT_READ, MAP_SHARED, descriptor, 0);
    if (mapped != MAP_FAILED) file.mapped_ = static_cast<const std::byte*>(mapped);
  }
  ::close(descriptor);
  if (file.size_ >= kHeaderSize && file.mapped_ == nullptr)
    return fail(ErrorCode::unreadable, fmt::format("cannot map the {} into memory", format.noun), file.where_);
  ATTEST_CHECK(file.check());
  return file;
}

Result<SectionFile> SectionFile::from_bytes(std::string bytes, std::string where, const SectionFormat& format) {
  SectionFile file(std::move(where), format);
  file.size_ = bytes.size();
  file.owned_ = std::move(bytes);
  ATTEST_CHECK(file.check());
  return file;
}

Result<void> SectionFile::check() const {
  if (size_ < kHeaderSize) return fail(format_->error, fmt::format("not a {} (too short)", format_->noun), where_);
  Header header;
  std::memcpy(&header, data(), kHeaderSize);
  if (std::string_view(header.magic.data(), header.magic.size()) != format_->magic)
    return fail(format_->error, fmt::format("not a {}", format_->noun), where_);
  if (header.format != format_->version)
    return fail(
        format_->error,
        fmt::format("a {} of format {}; this program reads format {}", format_->noun, header.format, format_->version),
        where_);
  if (header.size != size_)
    return fail(format_->error, fmt::format("the file has {} bytes, its header says {}", size_, header.size), where_);
  if (size_ <= format_->checked_up_to) ATTEST_CHECK(verify());
  if (header.sections > (size_ - kHeaderSize) / sizeof(Entry))
    return fail(format_->error, "the list of sections does not fit into the file", where_);
  for (std::uint32_t i = 0; i < header.sections; ++i) {
    Entry entry;
    std::memcpy(&entry, data() + kHeaderSize + i * sizeof(Entry), sizeof entry);
    if (entry.offset % kAlignment != 0 || entry.offset > size_ || entry.size > size_ - entry.offset)
      return fail(format_->error, fmt::format("section {} lies outside the file", i + 1), where_);
  }
  return {};
}

Result<void> SectionFile::verify() const {
  Header header;
  std::memcpy(&header, data(), kHeaderSize);
  if (checksum(data() + kHeaderSize, size_ - kHeaderSize) != header.checksum)
    return fail(format_->error, "damaged: the checksum does not agree with the contents", where_);
  return {};
}

SectionFile::SectionFile(SectionFile&& other) noexcept
    : owned_(std::move(other.owned_)),
      mapped_(std::exchange(other.mapped_, nullptr)),
      size_(other.size_),
      where_(std::move(other.where_)),
      format_(other.format_) {}

SectionFile::~SectionFile() {
  if (mapped_ != nullptr) ::munmap(const_cast<std::byte*>(mapped_), size_);
}

std::string_view SectionFile::section(std::string_view name) const {
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

std::vector<std::string> SectionFile::sections() const {
  Header header;
  std::memcpy(&header, data(), kHeaderSize);
  std::vector<std::string> names;
  for (std::uint32_t i = 0; i < header.sections; ++i) {
    Entry entry;
    std::memcpy(&entry, data() + kHeaderSize + i * sizeof(Entry), sizeof entry);
    names.emplace_back(entry.name.data(), strnlen(entry.name.data(), entry.name.size()));
  }
  return names;
}

std::string SectionFile::version() const {
  Header header;
  std::memcpy(&header, data(), kHeaderSize);
  return fmt::format("{:016x}", header.checksum);
}

Result<void> SectionWriter::write(const Sink& sink) const {
  const std::size_t begin = aligned(kHeaderSize + sections_.size() * sizeof(Entry));
  Header header;
  std::memcpy(header.magic.data(), format_->magic.data(), header.magic.size());
  header.format = format_->version;
  header.sections = static_cast<std::uint32_t>(sections_.size());
  header.size = begin;
  std::string front(begin, '\0');
  for (std::size_t i = 0; i < sections_.size(); ++i) {
    const auto& [name, content] = sections_[i];
    Entry entry;
    std::memcpy(entry.name.data(), name.data(), std::min(name.size(), entry.name.size()));
    entry.offset = header.size;
    entry.size = content.size();
    std::memcpy(front.data() + kHeaderSize + i * sizeof(Entry), &entry, sizeof entry);
    header.size = aligned(header.size + content.size());
  }
  // The checksum stands before what it is of: one pass to count, one to write.
  Checksum sum;
  std::string tail;
  const auto padded = [&](std::string_view content) {  // its last, unfinished block, filled up
    const std::size_t whole = content.size() / kAlignment * kAlignment;
    tail = content.substr(whole);
    tail.resize(aligned(tail.size()));
    return content.substr(0, whole);
  };
  const std::string_view after_header = std::string_view(front).substr(kHeaderSize);
  sum.add(after_header);
  for (const auto& [name, content] : sections_) {
    sum.add(padded(content));
    sum.add(tail);
  }
  header.checksum = sum.value();
  std::memcpy(front.data(), &header, kHeaderSize);
  ATTEST_CHECK(sink(front));
  for (const auto& [name, content] : sections_) {
    ATTEST_CHECK(sink(padded(content)));
    ATTEST_CHECK(sink(tail));
  }
  return {};
}

std::string SectionWriter::bytes() const {
  std::string out;
  (void)write([&](std::string_view part) {
    out += part;
    return Result<void>();
  });
  return out;
}

}  // namespace attest
