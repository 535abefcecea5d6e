// What a program outside this repository does with the installed library: open, code, read the fields.
#include <attest/engine.hpp>
#include <cstdio>
#include <string>

int main() {
  const auto engine = attest::Engine::open(RESOURCES);
  if (!engine) return std::fprintf(stderr, "%s\n", engine.error().to_string().c_str()), 1;

  const auto coded = engine->code("note", "MOSUL - Gunmen killed five villagers on Tuesday, police said.\n",
                                  attest::parse_iso_date("2017-03-09"));
  if (!coded) return std::fprintf(stderr, "%s\n", coded.error().to_string().c_str()), 1;

  for (const attest::Claim& claim : coded->claims) {
    const std::string trigger(attest::slice(coded->document.text, claim.trigger));
    std::printf("%s: %s\n", std::string(attest::name_of(claim.kind)).c_str(), trigger.c_str());
    if (claim.kind == attest::ClaimKind::killed && claim.count && claim.count->min == 5 && claim.time &&
        attest::to_iso(*claim.time->from) == "2017-03-07")
      return 0;
  }
  return std::fprintf(stderr, "the five deaths of 2017-03-07 are not among the claims\n"), 1;
}
