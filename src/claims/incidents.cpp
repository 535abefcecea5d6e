#include <cctype>

#include "claims/story.hpp"

namespace attest {

namespace {

std::string slug(std::string_view name) {
  std::string out;
  for (char c : name) {
    if (std::isalnum(static_cast<unsigned char>(c)) != 0)
      out += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    else if (!out.empty() && out.back() != '-')
      out += '-';
  }
  while (out.ends_with('-')) out.pop_back();
  return out;
}

std::string label(const Claim& claim) {
  std::string out(family_of(claim.kind));
  if (claim.place) out = slug(claim.place->name) + "-" + out;
  if (claim.time && claim.time->text && claim.time->from) out += "-" + to_iso(*claim.time->from);
  return out;
}

}  // namespace

void label_incidents(const Story&, std::vector<Claim>& claims) {
  for (Claim& claim : claims) claim.incident = label(claim);
}

}  // namespace attest
