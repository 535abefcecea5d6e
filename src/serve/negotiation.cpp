#include "serve/negotiation.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "serve/header_list.hpp"

namespace attest {

namespace {

/// "q=0", "q=0.000": not at all.
bool is_zero(std::string_view weight) {
  return weight.starts_with("q=") && weight.find_first_not_of("0.", 2) == std::string_view::npos;
}

}  // namespace

std::optional<std::string_view> header_of(const NameValues& headers, std::string_view name) {
  for (const auto& [key, value] : headers)
    if (key == name) return value;
  return std::nullopt;
}

bool accepts_gzip(std::string_view accept_encoding) {
  std::optional<bool> any;
  while (!accept_encoding.empty()) {
    std::string_view coding = take_element(accept_encoding, ',');
    const std::string_view name = take_element(coding, ';');
    const bool wanted = !is_zero(trimmed(coding));
    if (name == "gzip" || name == "x-gzip") return wanted;
    if (name == "*") any = wanted;
  }
  return any.value_or(false);
}

bool fits_etag(std::string_view if_none_match, std::string_view etag) {
  if (trimmed(if_none_match) == "*") return true;
  while (!if_none_match.empty()) {
    std::string_view one = take_element(if_none_match, ',');
    if (one.starts_with("W/")) one.remove_prefix(2);
    if (one == etag) return true;
  }
  return false;
}

bool is_text(std::string_view type) {
  constexpr std::array<std::string_view, 5> kParts = {"json", "javascript", "xml", "vector-tile", "protobuf"};
  return type.starts_with("text/") || std::any_of(kParts.begin(), kParts.end(), [&](std::string_view part) {
           return type.find(part) != std::string_view::npos;
         });
}

}  // namespace attest
