#include <bzlib.h>
#include <lzma.h>
#include <zlib.h>
#include <zstd.h>

#include <algorithm>
#include <cstring>
#include <limits>

#include "read/unpack.hpp"

namespace attest {

namespace {

using namespace std::string_view_literals;

constexpr std::string_view kBroken = "broken bytes";

/// zlib and bzlib count in 32 bits, and take pointers to bytes that they do not change.
template <class Byte>
Byte* as_input(std::string_view bytes) {
  return reinterpret_cast<Byte*>(const_cast<char*>(bytes.data()));
}

unsigned narrow(std::size_t size) {
  return static_cast<unsigned>(std::min<std::size_t>(size, std::numeric_limits<unsigned>::max() / 2));
}

class Gzip : public Codec {
 public:
  Gzip() { ready_ = inflateInit2(&state_, 16 + MAX_WBITS) == Z_OK; }
  ~Gzip() override { (void)inflateEnd(&state_); }
  void start() override { (void)inflateReset(&state_); }
  [[nodiscard]] std::string_view magic() const override { return "\x1f\x8b\x08"sv; }
  [[nodiscard]] Step step(std::string_view packed, char* to, std::size_t size) override {
    if (!ready_) return {.broken = "no memory to unpack"};
    state_.next_in = as_input<Bytef>(packed);
    state_.avail_in = narrow(packed.size());
    state_.next_out = reinterpret_cast<Bytef*>(to);
    state_.avail_out = narrow(size);
    const unsigned in = state_.avail_in, out = state_.avail_out;
    const int status = inflate(&state_, Z_NO_FLUSH);
    Step step{in - state_.avail_in, out - state_.avail_out, status == Z_STREAM_END, {}};
    if (status != Z_OK && status != Z_STREAM_END && status != Z_BUF_ERROR) step.broken = kBroken;
    return step;
  }

 private:
  z_stream state_ = {};
  bool ready_ = false;
};

class Bzip2 : public Codec {
 public:
  ~Bzip2() override { (void)BZ2_bzDecompressEnd(&state_); }
  void start() override {
    (void)BZ2_bzDecompressEnd(&state_);
    state_ = {};
    ready_ = BZ2_bzDecompressInit(&state_, 0, 0) == BZ_OK;
  }
  [[nodiscard]] Step step(std::string_view packed, char* to, std::size_t size) override {
    if (!ready_) return {.broken = "no memory to unpack"};
    state_.next_in = as_input<char>(packed);
    state_.avail_in = narrow(packed.size());
    state_.next_out = to;
    state_.avail_out = narrow(size);
    const unsigned in = state_.avail_in, out = state_.avail_out;
    const int status = BZ2_bzDecompress(&state_);
    Step step{in - state_.avail_in, out - state_.avail_out, status == BZ_STREAM_END, {}};
    if (status != BZ_OK && status != BZ_STREAM_END) step.broken = kBroken;
    return step;
  }

 private:
  bz_stream state_ = {};
  bool ready_ = false;
};

class Xz : public Codec {
 public:
  ~Xz() override { lzma_end(&state_); }
  void start() override {
    constexpr std::uint64_t kMemory = std::uint64_t{256} << 20U;
    ready_ = lzma_stream_decoder(&state_, kMemory, 0) == LZMA_OK;
  }
  [[nodiscard]] Step step(std::string_view packed, char* to, std::size_t size) override {
    if (!ready_) return {.broken = "no memory to unpack"};
    state_.next_in = as_input<const std::uint8_t>(packed);
    state_.avail_in = packed.size();
    state_.next_out = reinterpret_cast<std::uint8_t*>(to);
    state_.avail_out = size;
    const lzma_ret status = lzma_code(&state_, LZMA_RUN);
    Step step{packed.size() - state_.avail_in, size - state_.avail_out, status == LZMA_STREAM_END, {}};
    if (status == LZMA_MEMLIMIT_ERROR)
      step.broken = "a window of more than 256 MiB";
    else if (status != LZMA_OK && status != LZMA_STREAM_END && status != LZMA_BUF_ERROR)
      step.broken = kBroken;
    return step;
  }

 private:
  lzma_stream state_ = LZMA_STREAM_INIT;
  bool ready_ = false;
};

class Zstd : public Codec {
 public:
  Zstd() : state_(ZSTD_createDCtx()) {}
  ~Zstd() override { (void)ZSTD_freeDCtx(state_); }
  void start() override { (void)ZSTD_DCtx_reset(state_, ZSTD_reset_session_only); }
  [[nodiscard]] std::string_view magic() const override { return "\x28\xb5\x2f\xfd"sv; }
  [[nodiscard]] Step step(std::string_view packed, char* to, std::size_t size) override {
    ZSTD_inBuffer in{packed.data(), packed.size(), 0};
    ZSTD_outBuffer out{to, size, 0};
    const std::size_t status = ZSTD_decompressStream(state_, &out, &in);
    Step step{in.pos, out.pos, status == 0, {}};
    if (ZSTD_isError(status) != 0) step.broken = kBroken;
    return step;
  }

  /// A web archive may begin with a frame that is a dictionary, packed or not, for all others:
  /// https://iipc.github.io/warc-specifications/specifications/warc-zstd/
  [[nodiscard]] Result<void> open(ByteStream& packed, const std::string& where) override {
    constexpr std::size_t kHead = 8, kMaxDictionary = std::size_t{16} << 20U;
    const std::string_view head = packed.peek(kHead);
    if (!head.starts_with("\x5d\x2a\x4d\x18") || head.size() < kHead) return {};
    std::size_t size = 0;
    for (std::size_t i = kHead; i-- > 4;) size = size << 8U | static_cast<unsigned char>(head[i]);
    (void)packed.skip(kHead);
    if (size > kMaxDictionary) return fail(ErrorCode::too_large, "a dictionary larger than 16 MiB", where);
    std::string dictionary = packed.take(size);
    if (dictionary.size() < size) return fail(ErrorCode::damaged, "damaged: breaks off in its dictionary", where);
    if (dictionary.starts_with(magic())) {
      std::string plain(kMaxDictionary, '\0');
      const std::size_t length =
          ZSTD_decompressDCtx(state_, plain.data(), plain.size(), dictionary.data(), dictionary.size());
      if (ZSTD_isError(length) != 0) return fail(ErrorCode::damaged, "damaged: its dictionary is broken", where);
      dictionary = plain.substr(0, length);
    }
    if (ZSTD_isError(ZSTD_DCtx_loadDictionary(state_, dictionary.data(), dictionary.size())) != 0)
      return fail(ErrorCode::damaged, "damaged: its dictionary is broken", where);
    return {};
  }

 private:
  ZSTD_DCtx* state_;
};

}  // namespace

std::unique_ptr<Codec> make_codec(Format packing) {
  switch (packing) {
    case Format::zstd:
      return std::make_unique<Zstd>();
    case Format::bzip2:
      return std::make_unique<Bzip2>();
    case Format::xz:
      return std::make_unique<Xz>();
    default:
      return std::make_unique<Gzip>();
  }
}

}  // namespace attest
