// The parts of a Word document that matter, unpacked from its zip and parsed.
#pragma once

#include <pugixml.hpp>
#include <string>
#include <string_view>

#include "attest/error.hpp"

namespace attest {

struct DocxParts {
  pugi::xml_document body, styles, footnotes, endnotes, properties;  // empty where there is no such part, but for body
};

/// @errors damaged, encrypted, too_large (a part over kMaxReportBytes, whatever the zip says of its size)
[[nodiscard]] Result<void> read_parts(std::string_view bytes, const std::string& where, DocxParts& parts);

}  // namespace attest
