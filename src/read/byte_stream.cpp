#include "read/byte_stream.hpp"

#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <system_error>
#include <utility>

namespace attest {

namespace {

constexpr std::size_t kChunk = std::size_t{64} << 10U;

}  // namespace

FileSource::FileSource(Descriptor file, std::string where, std::shared_ptr<Growth> growth)
    : file_(std::move(file)), where_(std::move(where)), growth_(std::move(growth)) {
  struct stat about = {};
  if (::fstat(file_.number(), &about) == 0 && S_ISREG(about.st_mode))
    size_ = static_cast<std::uint64_t>(std::max<off_t>(about.st_size, 0));
}

Result<std::size_t> FileSource::read(char* to, std::size_t size) {
  ssize_t count = 0;
  do count = ::read(file_.number(), to, size);
  while (count < 0 && errno == EINTR);
  if (count < 0 && errno == EISDIR) return fail(ErrorCode::unreadable, "is a folder, not a file", where_);
  if (count < 0)
    return fail(ErrorCode::unreadable, fmt::format("cannot be read: {}", std::generic_category().message(errno)),
                where_);
  growth_->taken += static_cast<std::uint64_t>(count);
  return static_cast<std::size_t>(count);
}

bool FileSource::seek(std::uint64_t position) {
  return ::lseek(file_.number(), static_cast<off_t>(position), SEEK_SET) >= 0;
}

Result<std::size_t> MemorySource::read(char* to, std::size_t size) {
  const std::size_t count = std::min(size, bytes_.size() - used_);
  std::memcpy(to, bytes_.data() + used_, count);
  used_ += count;
  return count;
}

bool MemorySource::seek(std::uint64_t position) {
  used_ = static_cast<std::size_t>(std::min<std::uint64_t>(position, bytes_.size()));
  return used_ == position;
}

bool ByteStream::refill() {
  if (ended_ || failure_) return false;
  buffer_.erase(0, std::exchange(used_, 0));
  const std::size_t before = buffer_.size();
  buffer_.resize(before + kChunk);
  auto count = source_->read(buffer_.data() + before, kChunk);
  buffer_.resize(before + (count ? *count : 0));
  if (!count) {
    failure_ = std::move(count).error();
    return false;
  }
  ended_ = *count == 0;
  return !ended_;
}

void ByteStream::use(std::size_t size) {
  used_ += size;
  position_ += size;
}

std::string_view ByteStream::peek(std::size_t size) {
  while (ahead().size() < size && refill()) {
  }
  return ahead().substr(0, size);
}

std::string_view ByteStream::peek_some() {
  if (ahead().empty()) (void)refill();
  return ahead();
}

std::uint64_t ByteStream::skip(std::uint64_t size) {
  std::uint64_t left = size;
  while (left > 0 && (!ahead().empty() || refill())) {
    const auto step = static_cast<std::size_t>(std::min<std::uint64_t>(left, ahead().size()));
    use(step);
    left -= step;
  }
  return size - left;
}

std::string ByteStream::take(std::size_t size) {
  std::string bytes;
  while (bytes.size() < size && (!ahead().empty() || refill())) {
    const std::string_view next = ahead().substr(0, size - bytes.size());
    bytes += next;
    use(next.size());
  }
  return bytes;
}

std::size_t ByteStream::read(char* to, std::size_t size) {
  if (ahead().empty() && !refill()) return 0;
  const std::string_view next = ahead().substr(0, size);
  std::memcpy(to, next.data(), next.size());
  use(next.size());
  return next.size();
}

void ByteStream::put_back(std::string_view bytes) {
  buffer_.replace(0, used_, bytes);
  used_ = 0;
  position_ -= bytes.size();
}

ByteStream::Line ByteStream::next_line(std::string& line, std::size_t limit) {
  line.clear();
  bool too_long = false, started = false;
  while (!ahead().empty() || refill()) {
    started = true;
    const std::string_view next = ahead();
    const std::size_t end = next.find('\n');
    const std::string_view piece = next.substr(0, end);
    too_long = too_long || line.size() + piece.size() > limit;
    if (!too_long) line += piece;
    use(piece.size());
    if (end == std::string_view::npos) continue;
    use(1);
    return too_long ? Line::too_long : Line::complete;
  }
  if (!started) return Line::none;
  return too_long ? Line::too_long : Line::last;
}

Result<std::string> ByteStream::rest(std::size_t limit, const std::string& where) {
  std::string bytes = take(limit + 1);
  if (bytes.size() > limit) return fail(ErrorCode::too_large, larger_than(limit), where);
  if (failure_) return tl::unexpected<Error>(Error{failure_->code, failure_->message, where});
  return bytes;
}

bool ByteStream::resume() {
  if (!failure_) return true;
  failure_.reset();
  ended_ = !source_->resume();
  return !ended_;
}

bool ByteStream::seek(std::uint64_t position) {
  if (!source_->seek(position)) return false;
  buffer_.clear();
  used_ = 0;
  position_ = position;
  ended_ = false;
  return true;
}

std::string larger_than(std::uint64_t limit) {
  constexpr std::uint64_t kMiB = std::uint64_t{1} << 20U;
  return limit % kMiB == 0 ? fmt::format("larger than {} MiB", limit / kMiB)
                           : fmt::format("larger than {} bytes", limit);
}

}  // namespace attest
