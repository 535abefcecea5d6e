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

/// Its place, or the list of places that this one is taken from: "shelling in A and B killed three" is one thing.
std::string_view scene_of(const Claim& claim, const std::vector<Claim>& claims) {
  for (const Claim& other : claims)
    if (other.place && other.place->text.contains(claim.place->text) &&
        other.place->text.size() > claim.place->text.size())
      return other.place->name;
  return claim.place->name;
}

std::string label(const Claim& claim, const std::vector<Claim>& claims) {
  std::string out(family_of(claim.kind));
  if (claim.place) out = slug(scene_of(claim, claims)) + "-" + out;
  if (claim.time && claim.time->text && claim.time->from) out += "-" + to_iso(*claim.time->from);
  return out;
}

}  // namespace

void label_incidents(const Story&, std::vector<Claim>& claims) {
  for (Claim& claim : claims) claim.incident = label(claim, claims);
}

}  // namespace attest
