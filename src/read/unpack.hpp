// Packed bytes to plain ones: gzip, zstd, bzip2 and xz, all parts of a file one after the other, with an end to what
// few bytes can grow to. After a broken part of gzip or zstd the next one can be read: web archives pack each record
// by itself.
#pragma once

#include <deque>
#include <memory>
#include <string>
#include <utility>

#include "read/byte_stream.hpp"
#include "read/format.hpp"
#include "read/limits.hpp"

namespace attest {

/// One kind of packing. One thread at a time.
class Codec {
 public:
  Codec() = default;
  Codec(const Codec&) = delete;
  Codec& operator=(const Codec&) = delete;
  virtual ~Codec() = default;

  struct Step {
    std::size_t taken = 0, given = 0;
    bool ended = false;       // a part ended; start() begins the next one
    std::string_view broken;  // why it cannot go on
  };
  [[nodiscard]] virtual Step step(std::string_view packed, char* to, std::size_t size) = 0;
  /// Begins a part.
  virtual void start() = 0;
  /// How a part begins, if the next one can be found behind a broken one.
  [[nodiscard]] virtual std::string_view magic() const { return {}; }
  /// Takes what stands before the first part (a dictionary). @errors damaged
  [[nodiscard]] virtual Result<void> open(ByteStream&, const std::string&) { return {}; }
};

/// @param packing  gzip, zstd, bzip2 or xz
[[nodiscard]] std::unique_ptr<Codec> make_codec(Format packing);

/// Whether an input has grown to more than the limits allow.
[[nodiscard]] bool is_beyond(const Growth& growth, const Limits& limits);

/// "unpacks to more than 250 times its size"
[[nodiscard]] tl::unexpected<Error> grows_too_much(const Limits& limits, std::string where);

/// What a packed stream unpacks to.
class Unpacked : public ByteSource {
 public:
  /// @errors of read(): damaged (with the offset), too_large for what grows beyond the limits
  Unpacked(Format packing, std::unique_ptr<ByteStream> packed, std::string where, const Limits& limits,
           std::shared_ptr<Growth> growth);
  [[nodiscard]] Result<std::size_t> read(char* to, std::size_t size) override;
  [[nodiscard]] bool resume() override;
  [[nodiscard]] std::uint64_t place_of(std::uint64_t position) override;

 private:
  [[nodiscard]] Result<void> begin_part();
  [[nodiscard]] tl::unexpected<Error> damaged(std::string_view what) const;
  [[nodiscard]] tl::unexpected<Error> give_up(Error error);
  [[nodiscard]] Result<void> check_growth() const;

  std::unique_ptr<ByteStream> packed_;
  std::string where_;
  Limits limits_;
  std::shared_ptr<Growth> growth_;
  std::unique_ptr<Codec> codec_;
  bool can_resume_;
  bool opened_ = false, in_part_ = false;
  bool hopeless_ = false;         // nothing can be read behind the last error
  std::optional<Error> pending_;  // comes after the bytes that were still whole
  std::uint64_t given_ = 0;
  std::uint64_t part_place_ = 0, part_begin_ = 0;  // in the file, and in packed_
  std::string part_;                               // its packed bytes so far, to look through them for the next one
  std::size_t looked_through_ = 0;
  std::deque<std::pair<std::uint64_t, std::uint64_t>> parts_;  // where a part's bytes begin here, and in the file
};

}  // namespace attest
