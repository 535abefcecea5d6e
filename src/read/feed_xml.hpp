// The XML kinds of feed, behind read_feed().
#pragma once

#include "read/feed.hpp"

namespace attest {

/// @param text  UTF-8. @errors damaged
[[nodiscard]] Result<Feed> read_xml_feed(std::string text, const std::string& where, std::string_view base);

}  // namespace attest
