#include "ledger/compress.hpp"

#include <zstd.h>

#include <stdexcept>

namespace attest {

namespace {

constexpr int kLevel = 3;

}  // namespace

std::string compress(std::string_view bytes) {
  std::string packed(ZSTD_compressBound(bytes.size()), '\0');
  const std::size_t size = ZSTD_compress(packed.data(), packed.size(), bytes.data(), bytes.size(), kLevel);
  if (ZSTD_isError(size) != 0) throw std::runtime_error(ZSTD_getErrorName(size));  // out of memory
  packed.resize(size);
  return packed;
}

std::optional<std::string> decompress(std::string_view packed, std::size_t size) {
  if (ZSTD_getFrameContentSize(packed.data(), packed.size()) != size) return std::nullopt;
  std::string bytes(size, '\0');
  if (ZSTD_decompress(bytes.data(), size, packed.data(), packed.size()) != size) return std::nullopt;
  return bytes;
}

}  // namespace attest
