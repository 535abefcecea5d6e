#include <archive.h>
#include <archive_entry.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <utility>

#include "base/utf8.hpp"
#include "read/container.hpp"
#include "read/unpack.hpp"

namespace attest {

namespace {

/// zip and tar. Nothing is written to disk, so that a member's name is only a name, whatever it says.
class Archive : public Container {
 public:
  Archive(Format format, std::unique_ptr<ByteStream> bytes, Opening opening)
      : bytes_(std::move(bytes)), opening_(std::move(opening)), archive_(archive_read_new()) {
    (void)(format == Format::zip ? archive_read_support_format_zip(archive_)
                                 : archive_read_support_format_tar(archive_));
    (void)archive_read_set_callback_data(archive_, this);
    (void)archive_read_set_read_callback(archive_, give_bytes);
    (void)archive_read_set_skip_callback(archive_, skip_bytes);
    if (bytes_->seekable_size()) (void)archive_read_set_seek_callback(archive_, seek_bytes);
    opened_ = archive_read_open1(archive_) == ARCHIVE_OK;
  }
  ~Archive() override { (void)archive_read_free(archive_); }

  std::optional<Result<Member>> next() override {
    while (opened_) {
      archive_entry* entry = nullptr;
      const int status = archive_read_next_header(archive_, &entry);
      if (status == ARCHIVE_EOF) break;
      if (status == ARCHIVE_RETRY || status == ARCHIVE_FAILED) return damaged();
      if (status == ARCHIVE_FATAL) {
        opened_ = false;
        return damaged();
      }
      if (++members_ > opening_.limits.members) {
        opened_ = false;
        told_ = true;
        return fail(ErrorCode::too_large, fmt::format("more than {} members: the rest is left out", members_ - 1),
                    opening_.where);
      }
      if (archive_entry_filetype(entry) != AE_IFREG) continue;  // folders, and links, which lead to nothing here
      std::string name = name_of(entry);
      if (is_hidden(name)) continue;
      if (archive_entry_is_encrypted(entry) != 0)
        return fail(ErrorCode::encrypted, "encrypted: needs a password", opening_.at(name));
      return member(std::move(name));
    }
    if (opened_ || std::exchange(told_, true)) return std::nullopt;
    return damaged();
  }

 private:
  /// The bytes of the member that the archive stands at.
  class Data : public ByteSource {
   public:
    Data(Archive& archive, std::string where)
        : archive_(archive), where_(std::move(where)), taken_before_(archive.taken_) {}
    Result<std::size_t> read(char* to, std::size_t size) override {
      const la_ssize_t count = archive_read_data(archive_.archive_, to, size);
      if (count < 0) return archive_.failure(where_);
      const auto given = static_cast<std::uint64_t>(count);
      given_ += given;
      const Limits& limits = archive_.opening_.limits;
      Growth& total = *archive_.opening_.growth;
      total.given += given;
      const std::uint64_t taken = archive_.taken_ - taken_before_;
      if (is_beyond(total, limits) ||
          (given_ > limits.free_growth && given_ - limits.free_growth > limits.growth * taken))
        return grows_too_much(limits, where_);
      return static_cast<std::size_t>(count);
    }

   private:
    Archive& archive_;
    std::string where_;
    std::uint64_t taken_before_, given_ = 0;
  };

  Member member(std::string name) {
    Member found;
    found.bytes = std::make_unique<ByteStream>(std::make_unique<Data>(*this, opening_.at(name)));
    found.name = std::move(name);
    return found;
  }

  static std::string name_of(archive_entry* entry) {
    const char* name = archive_entry_pathname_utf8(entry);
    if (name == nullptr) name = archive_entry_pathname(entry);
    constexpr std::size_t kLongest = 4096;
    return as_utf8(std::string(name == nullptr ? "?" : name).substr(0, kLongest));
  }

  /// What file managers leave behind: ".DS_Store", "__MACOSX/".
  static bool is_hidden(std::string_view name) {
    while (!name.empty()) {
      const std::string_view part = name.substr(0, name.find('/'));
      if (part == "__MACOSX" || (part.starts_with('.') && part != "." && part != "..")) return true;
      name.remove_prefix(std::min(part.size() + 1, name.size()));
    }
    return false;
  }

  /// What libarchive, or the bytes below it, failed with.
  tl::unexpected<Error> failure(std::string where) {
    if (const auto below = bytes_->failure()) return fail(below->code, below->message, std::move(where));
    const char* said = archive_error_string(archive_);
    const std::string_view reason = said == nullptr ? "broken" : said;
    if (reason.find("ncrypt") != std::string_view::npos || reason.find("assphrase") != std::string_view::npos)
      return fail(ErrorCode::encrypted, "encrypted: needs a password", std::move(where));
    return fail(ErrorCode::damaged, fmt::format("damaged: {}", reason), std::move(where));
  }

  Result<Member> damaged() {
    told_ = true;
    return failure(opening_.where);
  }

  static la_ssize_t give_bytes(archive*, void* self, const void** bytes) {
    auto& me = *static_cast<Archive*>(self);
    const std::size_t count = me.bytes_->read(me.buffer_.data(), me.buffer_.size());
    me.taken_ += count;
    *bytes = me.buffer_.data();
    return count == 0 && me.bytes_->failure() ? -1 : static_cast<la_ssize_t>(count);
  }
  static la_int64_t skip_bytes(archive*, void* self, la_int64_t count) {
    auto& me = *static_cast<Archive*>(self);
    const auto wanted = static_cast<std::uint64_t>(std::max<la_int64_t>(count, 0));
    if (const auto size = me.bytes_->seekable_size()) {
      const std::uint64_t to = std::min(*size, me.bytes_->position() + wanted), from = me.bytes_->position();
      return me.bytes_->seek(to) ? static_cast<la_int64_t>(to - from) : 0;
    }
    return static_cast<la_int64_t>(me.bytes_->skip(wanted));
  }
  static la_int64_t seek_bytes(archive* archive, void* self, la_int64_t offset, int whence) {
    auto& me = *static_cast<Archive*>(self);
    la_int64_t to = offset;
    if (whence == SEEK_CUR) to += static_cast<la_int64_t>(me.bytes_->position());
    if (whence == SEEK_END) to += static_cast<la_int64_t>(me.bytes_->seekable_size().value_or(0));
    if (to >= 0 && me.bytes_->seek(static_cast<std::uint64_t>(to))) return to;
    archive_set_error(archive, EINVAL, "it points to outside of itself");
    return ARCHIVE_FATAL;
  }

  std::unique_ptr<ByteStream> bytes_;
  Opening opening_;
  std::array<char, std::size_t{64} << 10U> buffer_;
  std::uint64_t taken_ = 0, members_ = 0;
  archive* archive_;
  bool opened_ = false, told_ = false;
};

}  // namespace

std::unique_ptr<Container> open_archive(Format format, std::unique_ptr<ByteStream> bytes, Opening opening) {
  return std::make_unique<Archive>(format, std::move(bytes), std::move(opening));
}

}  // namespace attest
