#include "claims/claims.hpp"

#include <set>
#include <string>

#include "claims/arguments.hpp"
#include "claims/attribution.hpp"
#include "claims/certainty.hpp"
#include "claims/coder.hpp"
#include "claims/topic.hpp"

namespace attest {

std::vector<Claim> find_claims(const Document& document, const Analysis& analysis, const Resources& resources) {
  const Mentions mentions = find_mentions(document, analysis, resources);
  if (!is_about_conflict(mentions)) return {};
  const std::vector<Voice> voices = find_voices(document, analysis, mentions);
  std::vector<Claim> claims;
  for (std::uint32_t i = 0; i < analysis.sentences.size(); ++i) {
    const SentenceView sentence(document, analysis, mentions, i);
    code_sentence(sentence, voices[i], resources, claims);
  }
  fill_from_context(document, analysis, mentions, claims);
  return claims;
}

}  // namespace attest
