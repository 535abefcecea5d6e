#include "read/docx_parts.hpp"

#include <fmt/format.h>
#include <zip.h>

#include <array>
#include <memory>
#include <utility>

#include "base/files.hpp"
#include "base/utf8.hpp"

namespace attest {

namespace {

using Archive = std::unique_ptr<zip_t, decltype(&zip_discard)>;

Result<Archive> open_zip(std::string_view bytes, const std::string& where) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  zip_t* opened = source == nullptr ? nullptr : zip_open_from_source(source, ZIP_RDONLY, &error);
  const std::string reason = opened == nullptr ? zip_error_strerror(&error) : "";
  if (opened == nullptr && source != nullptr) zip_source_free(source);
  zip_error_fini(&error);
  if (opened == nullptr)
    return fail(ErrorCode::damaged, fmt::format("damaged: not a whole zip file ({})", reason), where);
  return Archive(opened, zip_discard);
}

/// The unpacked member. Its size is counted, not believed.
Result<std::string> unpack(zip_t* archive, zip_uint64_t index, const char* name, const std::string& where) {
  const std::unique_ptr<zip_file_t, decltype(&zip_fclose)> file(zip_fopen_index(archive, index, 0), zip_fclose);
  if (!file) {
    if (zip_error_code_zip(zip_get_error(archive)) == ZIP_ER_NOPASSWD)
      return fail(ErrorCode::encrypted, "encrypted: this Word file asks for a password", where);
    return fail(ErrorCode::damaged, fmt::format("damaged: {} cannot be unpacked", name), where);
  }
  std::string out;
  std::array<char, 65536> part;
  while (true) {
    const zip_int64_t count = zip_fread(file.get(), part.data(), part.size());
    if (count < 0) return fail(ErrorCode::damaged, fmt::format("damaged: {} breaks off", name), where);
    if (count == 0) return out;
    out.append(part.data(), static_cast<std::size_t>(count));
    if (out.size() > kMaxReportBytes)
      return fail(ErrorCode::too_large, fmt::format("{} is larger than {} bytes unpacked", name, kMaxReportBytes),
                  where);
  }
}

/// Parses a member, if there is one. pugixml expands no entities but the five of XML: a document type is skipped.
Result<bool> parse(zip_t* archive, const char* name, const std::string& where, pugi::xml_document& out) {
  const zip_int64_t index = zip_name_locate(archive, name, 0);
  if (index < 0) return false;
  ATTEST_TRY(const std::string xml, unpack(archive, static_cast<zip_uint64_t>(index), name, where));
  const pugi::xml_parse_result parsed =
      out.load_buffer(xml.data(), xml.size(), pugi::parse_default | pugi::parse_ws_pcdata);
  if (!parsed)
    return fail(ErrorCode::damaged,
                fmt::format("damaged: {} is broken XML at byte {} ({})", name, parsed.offset, parsed.description()),
                where);
  if (const auto bad = first_invalid_utf8(xml); bad && parsed.encoding == pugi::encoding_utf8)
    return fail(ErrorCode::bad_encoding, fmt::format("invalid UTF-8 at byte {} of {}", *bad, name), where);
  return true;
}

}  // namespace

Result<void> read_parts(std::string_view bytes, const std::string& where, DocxParts& parts) {
  ATTEST_TRY(const Archive archive, open_zip(bytes, where));
  ATTEST_TRY(const bool found, parse(archive.get(), "word/document.xml", where, parts.body));
  if (!found) return fail(ErrorCode::damaged, "damaged: there is no word/document.xml in it", where);
  for (const auto& [name, part] : {std::pair("word/styles.xml", &parts.styles),
                                   {"word/footnotes.xml", &parts.footnotes},
                                   {"word/endnotes.xml", &parts.endnotes},
                                   {"docProps/core.xml", &parts.properties}})
    if (auto parsed = parse(archive.get(), name, where, *part); !parsed)
      return tl::unexpected<Error>(std::move(parsed).error());
  return {};
}

}  // namespace attest
