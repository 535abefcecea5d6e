#include "base/files.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <system_error>
#include <utility>

namespace attest {

namespace {

constexpr std::size_t kChunk = std::size_t{64} << 10U;

std::string reason(int error) { return std::generic_category().message(error); }

tl::unexpected<Error> cannot_read(int error, std::string where) {
  if (error == ENOENT || error == ENOTDIR) return fail(ErrorCode::not_found, "no such file", std::move(where));
  if (error == EISDIR) return fail(ErrorCode::unreadable, "is a folder, not a file", std::move(where));
  return fail(ErrorCode::unreadable, fmt::format("cannot be read: {}", reason(error)), std::move(where));
}

tl::unexpected<Error> cannot_write(int error, std::string where) {
  return fail(ErrorCode::io, fmt::format("cannot be written: {}", reason(error)), std::move(where));
}

std::string name_of_input(const std::filesystem::path& path) { return path == "-" ? "standard input" : path.string(); }

std::string over(std::size_t limit) {
  constexpr std::size_t kMiB = std::size_t{1} << 20U;
  return limit % kMiB == 0 ? fmt::format("larger than {} MiB", limit / kMiB)
                           : fmt::format("larger than {} bytes", limit);
}

/// Appends up to `size` bytes; the number read, 0 at the end, or -1 with errno.
ssize_t read_more(int file, std::string& bytes, std::size_t size) {
  const std::size_t before = bytes.size();
  bytes.resize(before + size);
  ssize_t count = 0;
  do count = ::read(file, bytes.data() + before, size);
  while (count < 0 && errno == EINTR);
  bytes.resize(before + static_cast<std::size_t>(std::max<ssize_t>(count, 0)));
  return count;
}

}  // namespace

Descriptor::Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}

Descriptor& Descriptor::operator=(Descriptor&& other) noexcept {
  std::swap(number_, other.number_);
  return *this;
}

Descriptor::~Descriptor() { (void)close(); }

bool Descriptor::close() {
  const int number = std::exchange(number_, -1);
  return number < 0 || ::close(number) == 0;
}

Result<Descriptor> open_to_read(const std::filesystem::path& path) {
  const int number =
      path == "-" ? ::fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 0) : ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (number < 0) return cannot_read(errno, name_of_input(path));
  return Descriptor(number);
}

Result<std::string> read_file(const std::filesystem::path& path, std::size_t limit) {
  ATTEST_TRY(const Descriptor file, open_to_read(path));
  struct stat about = {};
  if (::fstat(file.number(), &about) != 0) return cannot_read(errno, name_of_input(path));
  const auto announced = static_cast<std::size_t>(std::max<off_t>(about.st_size, 0));
  if (S_ISREG(about.st_mode) && announced > limit) return fail(ErrorCode::too_large, over(limit), name_of_input(path));
  std::string bytes;
  std::size_t step = std::max(kChunk, announced + 1);  // a regular file comes in one read
  while (true) {
    const ssize_t count = read_more(file.number(), bytes, step);
    if (count < 0) return cannot_read(errno, name_of_input(path));
    if (count == 0) return bytes;
    if (bytes.size() > limit) return fail(ErrorCode::too_large, over(limit), name_of_input(path));
    step = kChunk;
  }
}

LineReader::LineReader(Descriptor file, std::string where, std::size_t limit, std::string ahead)
    : file_(std::move(file)), where_(std::move(where)), limit_(limit), buffer_(std::move(ahead)) {}

bool LineReader::refill() {
  buffer_.erase(0, std::exchange(used_, 0));
  const ssize_t count = read_more(file_.number(), buffer_, kChunk);
  if (count < 0) failure_ = errno;
  return count > 0;
}

std::optional<LineReader::Line> LineReader::next() {
  std::string line;
  bool too_long = false, started = false;
  while (failure_ == 0 && (used_ < buffer_.size() || refill())) {
    started = true;
    const std::size_t end = buffer_.find('\n', used_);
    const std::size_t stop = std::min(end, buffer_.size());
    too_long = too_long || line.size() + (stop - used_) > limit_;
    if (!too_long) line.append(buffer_, used_, stop - used_);
    used_ = stop;
    if (end != std::string::npos) {
      ++used_;
      break;
    }
  }
  const std::string where = fmt::format("{}:{}", where_, number_ + 1);
  if (failure_ != 0) {
    if (std::exchange(file_, Descriptor()).number() < 0) return std::nullopt;  // told already
    return Line{++number_, cannot_read(failure_, where)};
  }
  if (!started) return std::nullopt;
  ++number_;
  if (too_long) return Line{number_, fail(ErrorCode::too_large, over(limit_), where)};
  return Line{number_, std::move(line)};
}

AsideFile::AsideFile(std::filesystem::path path, std::string aside, Descriptor file)
    : path_(std::move(path)), aside_(std::move(aside)), file_(std::move(file)) {}

AsideFile::AsideFile(AsideFile&& other) noexcept
    : path_(std::move(other.path_)), aside_(std::exchange(other.aside_, {})), file_(std::move(other.file_)) {}

AsideFile::~AsideFile() {
  if (!aside_.empty()) (void)::unlink(aside_.c_str());
}

Result<AsideFile> AsideFile::create(std::filesystem::path path) {
  std::error_code unknown;
  const auto status = std::filesystem::status(path, unknown);
  if (std::filesystem::is_directory(status)) return cannot_write(EISDIR, path.string());
  if (std::filesystem::exists(status) && !std::filesystem::is_regular_file(status))
    return fail(ErrorCode::io, "cannot be written: not a regular file", path.string());
  for (int attempt = 0;; ++attempt) {
    std::string aside = fmt::format("{}.{}-{}.part", path.string(), ::getpid(), attempt);
    const int number = ::open(aside.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (number >= 0) return AsideFile(std::move(path), std::move(aside), Descriptor(number));
    if (errno != EEXIST) return cannot_write(errno, path.string());
  }
}

Result<void> AsideFile::write(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t count = ::write(file_.number(), bytes.data(), bytes.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return cannot_write(errno, path_.string());
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
  return {};
}

Result<void> AsideFile::commit() {
  if (::fsync(file_.number()) != 0 || !file_.close() || ::rename(aside_.c_str(), path_.c_str()) != 0)
    return cannot_write(errno, path_.string());
  aside_.clear();
  const auto folder = path_.has_parent_path() ? path_.parent_path() : std::filesystem::path(".");
  const Descriptor entry(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (entry.number() >= 0) (void)::fsync(entry.number());  // the new name itself; not every file system can
  return {};
}

Result<void> write_file(const std::filesystem::path& path, std::string_view bytes) {
  ATTEST_TRY(AsideFile file, AsideFile::create(path));
  ATTEST_CHECK(file.write(bytes));
  return file.commit();
}

}  // namespace attest
