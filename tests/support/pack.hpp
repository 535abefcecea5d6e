// Archives of a few words, made in memory: what the tests of src/read open.
#pragma once

#include <archive.h>
#include <archive_entry.h>
#include <zlib.h>
#include <zstd.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace attest::test {

using Files = std::vector<std::pair<std::string, std::string>>;  // name and bytes

inline std::string gzip(std::string_view bytes) {
  z_stream state = {};
  (void)deflateInit2(&state, 6, Z_DEFLATED, 16 + MAX_WBITS, 8, Z_DEFAULT_STRATEGY);
  std::string out(deflateBound(&state, bytes.size()) + 32, '\0');
  state.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  state.avail_in = static_cast<unsigned>(bytes.size());
  state.next_out = reinterpret_cast<Bytef*>(out.data());
  state.avail_out = static_cast<unsigned>(out.size());
  (void)deflate(&state, Z_FINISH);
  out.resize(state.total_out);
  (void)deflateEnd(&state);
  return out;
}

inline std::string zstd(std::string_view bytes) {
  ZSTD_CCtx* state = ZSTD_createCCtx();
  (void)ZSTD_CCtx_setParameter(state, ZSTD_c_checksumFlag, 1);
  std::string out(ZSTD_compressBound(bytes.size()), '\0');
  out.resize(ZSTD_compress2(state, out.data(), out.size(), bytes.data(), bytes.size()));
  (void)ZSTD_freeCCtx(state);
  return out;
}

/// A file by libarchive: "zip" or "ustar" of many members, "raw" with a filter "bzip2" or "xz" of one.
inline std::string archive(const Files& files, const char* format, const char* filter = nullptr) {
  ::archive* writer = archive_write_new();
  (void)archive_write_set_format_by_name(writer, format);
  if (filter != nullptr) (void)archive_write_add_filter_by_name(writer, filter);
  std::size_t size = 4096;
  for (const auto& [name, bytes] : files) size += 4096 + bytes.size();
  std::string out(size + 16384, '\0');
  std::size_t used = 0;
  (void)archive_write_open_memory(writer, out.data(), out.size(), &used);
  for (const auto& [name, bytes] : files) {
    archive_entry* entry = archive_entry_new();
    archive_entry_set_pathname(entry, name.c_str());
    archive_entry_set_size(entry, static_cast<la_int64_t>(bytes.size()));
    archive_entry_set_filetype(entry, AE_IFREG);
    archive_entry_set_perm(entry, 0644);
    (void)archive_write_header(writer, entry);
    (void)archive_write_data(writer, bytes.data(), bytes.size());
    archive_entry_free(entry);
  }
  (void)archive_write_close(writer);
  (void)archive_write_free(writer);
  out.resize(used);
  return out;
}

inline std::string zip(const Files& files) { return archive(files, "zip"); }
inline std::string tar(const Files& files) { return archive(files, "ustar"); }

}  // namespace attest::test
