#include "cli/download.hpp"

#include <fmt/format.h>
#include <zip.h>

#include <chrono>
#include <cstdio>
#include <memory>

#include "base/files.hpp"
#include "cli/output.hpp"
#include "fetch/curl_handle.hpp"
#include "fetch/http.hpp"

namespace attest::cli {

namespace fs = std::filesystem;

namespace {

constexpr std::chrono::seconds kWithoutBytes{60};

struct Transfer {
  std::FILE* out = nullptr;
  std::string etag;
  curl_off_t before = 0;  // bytes that an earlier attempt has left
  CURL* curl = nullptr;
  bool show_progress = false;
};

/// The first bytes tell whether the server continues (206) or begins anew (200).
std::size_t on_bytes(char* bytes, std::size_t, std::size_t size, void* data) {
  auto& transfer = *static_cast<Transfer*>(data);
  if (transfer.before > 0) {
    long status = 0;
    curl_easy_getinfo(transfer.curl, CURLINFO_RESPONSE_CODE, &status);
    if (status == 200) {
      transfer.out = std::freopen(nullptr, "wb", transfer.out);
      transfer.before = 0;
      if (transfer.out == nullptr) return 0;
    }
  }
  return std::fwrite(bytes, 1, size, transfer.out);
}

std::size_t on_header(char* bytes, std::size_t, std::size_t size, void* data) {
  const std::string etag = header_value({bytes, size}, "etag");
  if (!etag.empty()) static_cast<Transfer*>(data)->etag = etag;
  return size;
}

int on_progress(void* data, curl_off_t total, curl_off_t now, curl_off_t, curl_off_t) {
  const auto& transfer = *static_cast<Transfer*>(data);
  if (transfer.show_progress && total > 0)
    tell(fmt::format("\r{:3}% of {} KB", 100 * (transfer.before + now) / (transfer.before + total),
                     (transfer.before + total) >> 10));
  return 0;
}

std::string text_of(const fs::path& file) {
  auto text = read_file(file);
  return text ? *text : std::string();
}

}  // namespace

Result<void> download(const std::string& address, const fs::path& file, bool show_progress) {
  const fs::path part = file.string() + ".part";
  const fs::path mark = file.string() + ".etag";  // which version of the server's file the part is of
  std::error_code ignored;
  const std::string known = text_of(mark);
  const auto left = known.empty() ? std::uintmax_t{0} : fs::file_size(part, ignored);
  Transfer transfer;
  transfer.before = ignored ? 0 : static_cast<curl_off_t>(left);
  transfer.show_progress = show_progress;
  transfer.out = std::fopen(part.c_str(), transfer.before > 0 ? "ab" : "wb");
  if (transfer.out == nullptr) return fail(ErrorCode::io, "cannot write", part.string());
  const CurlHandle curl = curl_for(address, kWithoutBytes);
  transfer.curl = curl.get();
  CurlHeaders headers(nullptr, curl_slist_free_all);
  if (transfer.before > 0) {
    // As headers of our own: told of the range, curl would take a whole answer, of a changed file, for an error.
    headers.reset(curl_slist_append(nullptr, ("If-Range: " + known).c_str()));
    (void)curl_slist_append(headers.get(), fmt::format("Range: bytes={}-", transfer.before).c_str());
  }
  curl_easy_setopt(curl.get(), CURLOPT_HTTPHEADER, headers.get());
  curl_easy_setopt(curl.get(), CURLOPT_FOLLOWLOCATION, 1L);
  curl_easy_setopt(curl.get(), CURLOPT_FAILONERROR, 1L);
  curl_easy_setopt(curl.get(), CURLOPT_WRITEFUNCTION, on_bytes);
  curl_easy_setopt(curl.get(), CURLOPT_WRITEDATA, &transfer);
  curl_easy_setopt(curl.get(), CURLOPT_HEADERFUNCTION, on_header);
  curl_easy_setopt(curl.get(), CURLOPT_HEADERDATA, &transfer);
  curl_easy_setopt(curl.get(), CURLOPT_NOPROGRESS, 0L);
  curl_easy_setopt(curl.get(), CURLOPT_XFERINFOFUNCTION, on_progress);
  curl_easy_setopt(curl.get(), CURLOPT_XFERINFODATA, &transfer);
  const CURLcode status = curl_easy_perform(curl.get());
  if (show_progress) tell("\r");
  const bool written = transfer.out != nullptr && std::fclose(transfer.out) == 0;
  if (!transfer.etag.empty()) (void)write_file(mark, transfer.etag);
  if (status != CURLE_OK) {
    long answer = 0;
    curl_easy_getinfo(curl.get(), CURLINFO_RESPONSE_CODE, &answer);
    if (answer == 416) fs::remove(part, ignored);  // the part is longer than the file: begin anew next time
    const auto kept = fs::file_size(part, ignored);
    std::string message = answer >= 400 ? fmt::format("the server answers {}", answer) : curl_easy_strerror(status);
    if (!ignored && kept > 0 && !transfer.etag.empty())
      message += fmt::format("; the same command goes on after {} bytes", kept);
    return fail(ErrorCode::unreadable, std::move(message), address);
  }
  if (!written) return fail(ErrorCode::io, "cannot write", part.string());
  fs::rename(part, file, ignored);
  if (ignored) return fail(ErrorCode::io, "cannot rename: " + ignored.message(), part.string());
  fs::remove(mark, ignored);
  return {};
}

Result<void> unpack(const fs::path& archive, const std::string& entry, const fs::path& file) {
  int code = 0;
  const std::unique_ptr<zip_t, decltype(&zip_discard)> zip(zip_open(archive.c_str(), ZIP_RDONLY | ZIP_CHECKCONS, &code),
                                                           zip_discard);
  if (!zip) return fail(ErrorCode::unreadable, "not a zip archive, or damaged", archive.string());
  const std::unique_ptr<zip_file_t, decltype(&zip_fclose)> packed(zip_fopen(zip.get(), entry.c_str(), 0), zip_fclose);
  if (!packed) return fail(ErrorCode::unreadable, "no " + entry + " in this archive", archive.string());
  ATTEST_TRY(AsideFile out, AsideFile::create(file));
  std::string buffer(std::size_t{1} << 16U, '\0');
  zip_int64_t read = 0;
  while ((read = zip_fread(packed.get(), buffer.data(), buffer.size())) > 0)
    ATTEST_CHECK(out.write(std::string_view(buffer).substr(0, static_cast<std::size_t>(read))));
  if (read < 0)  // the checksum of the entry is compared at its end
    return fail(ErrorCode::unreadable, fmt::format("damaged: {}", zip_file_strerror(packed.get())), archive.string());
  return out.commit();
}

}  // namespace attest::cli
