#include "claims/claims.hpp"

#include <set>
#include <string>

#include "claims/arguments.hpp"
#include "claims/attribution.hpp"
#include "claims/certainty.hpp"
#include "claims/coder.hpp"
#include "claims/explain.hpp"
#include "claims/parts.hpp"
#include "claims/topic.hpp"

namespace attest {

namespace {

/// "The reports could not be independently verified": the claims of that sentence, else those of the paragraph, else
/// those of the last sentence that made any.
void mark_unverified(const Document& document, std::vector<Claim>& claims, std::size_t own) {
  if (claims.empty()) return;
  std::size_t first = own;
  if (first == claims.size()) {
    const Span last = claims.back().sentence;
    Span paragraph = last;
    for (const Block& block : document.blocks)
      if (block.span.contains(last)) paragraph = block.span;
    while (first > 0 && paragraph.contains(claims[first - 1].sentence)) --first;
  }
  for (std::size_t i = first; i < claims.size(); ++i) claims[i].unverified = true;
}

/// A government speaks for a side where its country fights: where a side of the report's claims is of that country.
void mark_parties(const Analysis& analysis, const Mentions& mentions, std::vector<Claim>& claims) {
  std::set<std::string> names, countries;
  for (const Claim& claim : claims)
    for (const auto* side : {&claim.actor, &claim.opponent})
      if (*side) names.insert((*side)->name);
  for (const PartyMention& party : mentions.parties)
    if (!party.country.empty() && (names.contains(party.name) || names.contains(party.meant)))
      countries.insert(party.country);
  const auto mark = [&](Source& source) {
    if (source.kind != SourceKind::government || source.party) return;
    for (const PartyMention& party : mentions.parties)
      if (source.text.contains(
              {analysis.tokens[party.tokens.first].span.begin, analysis.tokens[party.tokens.last - 1].span.end}) &&
          countries.contains(party.country))
        source.party = true;
  };
  for (Claim& claim : claims) {
    if (claim.source) mark(*claim.source);
    for (Source& source : claim.via) mark(source);
  }
}

}  // namespace

std::vector<Claim> find_claims(const Document& document, const Analysis& analysis, const Resources& resources,
                               std::vector<Explanation>* why) {
  const Mentions mentions = find_mentions(document, analysis, resources);
  if (!is_about_conflict(mentions)) return {};
  const std::vector<SentenceVoices> voices = find_voices(document, analysis, mentions);
  std::vector<Claim> claims;
  std::vector<Weighing> weighings;
  for (std::uint32_t i = 0; i < analysis.sentences.size(); ++i) {
    const SentenceView sentence(document, analysis, mentions, i);
    if (is_off_topic(sentence)) continue;
    const std::size_t before = claims.size();
    code_sentence(sentence, voices[i], resources, claims, why != nullptr ? &weighings : nullptr);
    if (is_unverified(sentence)) mark_unverified(document, claims, before);
  }
  for (std::size_t i = 0; i < claims.size(); ++i) claims[i].id = "c" + std::to_string(i + 1);
  link_parts(document, analysis, mentions, claims);
  fill_from_context(document, analysis, mentions, claims);
  mark_parties(analysis, mentions, claims);
  if (why != nullptr) *why = explain(document, analysis, mentions, claims, weighings);
  return claims;
}

}  // namespace attest
