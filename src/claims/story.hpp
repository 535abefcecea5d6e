// What a report has set before a sentence: where and when its story is. Claims that leave place or time open take
// them from here, and say so (Claim::derived).
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "attest/claim.hpp"
#include "claims/attribution.hpp"
#include "claims/sentence_view.hpp"

namespace attest {

/// Claims of one family can be about one event: killed, injured, attack and damaged; the kinds of displacement.
[[nodiscard]] std::string_view family_of(ClaimKind kind);

class Story {
 public:
  /// `claims` as the sentences alone gave them: where they happen tells which countries the report is about.
  Story(const Document& document, const Analysis& analysis, const Mentions& mentions, const std::vector<Claim>& claims);

  /// Fills a missing place: the lead's for a headline, the country's for totals and background, else the running place.
  void carry_place(Claim& claim) const;

  /// A country or province gives way to the more exact place of the same event elsewhere in the report.
  void refine_place(std::vector<Claim>& claims) const;

  /// Is the claim in the headline, or in the first sentence of a report that has none?
  [[nodiscard]] bool is_headline(const Claim& claim) const;
  [[nodiscard]] bool in_list(const Claim& claim) const;
  /// The sentence of a claim, with its mentions.
  [[nodiscard]] SentenceView view_of(const Claim& claim) const {
    return {document_, analysis_, mentions_, sentence_of(claim)};
  }
  /// Does another story begin between two claims, at a dateline or a teaser?
  [[nodiscard]] bool parts(const Claim& earlier, const Claim& later) const;
  /// Is a claim told in a sentence's part of the report, between headings that name places, or before the first of them?
  [[nodiscard]] bool same_section(const Claim& told, std::uint32_t sentence) const {
    const Section& there = sections_[sentence_of(told)];
    return there.place == nullptr || there.heading == sections_[sentence].heading;
  }
  /// The sentence that a token stands in.
  [[nodiscard]] std::uint32_t sentence_at(std::uint32_t token) const;
  [[nodiscard]] bool same_block(const Claim& a, const Claim& b) const;
  /// The sentence that a list hangs from: the one before it, if it ends in a colon.
  [[nodiscard]] std::optional<std::uint32_t> list_heading(const Claim& claim) const;
  [[nodiscard]] std::uint32_t sentences() const { return static_cast<std::uint32_t>(analysis_.sentences.size()); }
  [[nodiscard]] SentenceView view(std::uint32_t sentence) const { return {document_, analysis_, mentions_, sentence}; }
  /// Index of the sentence that a claim stands in.
  [[nodiscard]] std::uint32_t sentence_of(const Claim& claim) const;

 private:
  /// Not the country of a speaker or of a visitor: one in which some claim names its own place.
  [[nodiscard]] bool of_story(const PlaceMention& place, std::uint32_t sentence) const;
  void find_sections();
  [[nodiscard]] const PlaceMention* main_place(std::uint32_t sentence) const;
  [[nodiscard]] const PlaceMention* land_of(const Claim& claim) const;
  [[nodiscard]] const PlaceMention* mention_of(const Place& place) const;
  [[nodiscard]] bool is_background(const Claim& claim) const;
  [[nodiscard]] bool is_of_whole_country(const Claim& claim) const;
  [[nodiscard]] const PlaceMention* place_of_lead() const;
  [[nodiscard]] const PlaceMention* dateline_for(const PlaceMention* told) const;
  [[nodiscard]] const PlaceMention* land_of_story() const;
  /// In one sentence or the next.
  [[nodiscard]] bool beside(const Claim& claim, const Claim& other) const;
  /// In sentences close to each other, or with one figure.
  [[nodiscard]] bool told_together(const Claim& claim, const Claim& other) const;
  [[nodiscard]] bool is_example(const Place& of, const Place& place) const;
  [[nodiscard]] bool spreads(const Claim& claim, const PlaceMention& place) const;
  void set(Claim& claim, const PlaceMention& place, const char* rule) const;

  const Document& document_;
  const Analysis& analysis_;
  const Mentions& mentions_;
  std::set<std::string> countries_;  // where the claims with a place of their own lie; empty: anywhere
  struct Section {
    std::uint32_t heading = 0;            // its sentence
    const PlaceMention* place = nullptr;  // what the heading names; null before the first one
  };
  std::vector<Section> sections_;                 // one a sentence: the part of the report that it stands in
  std::vector<const PlaceMention*> main_places_;  // one a sentence; nothing where the sentence sets none
};

/// Of a form that names the day of its incident: "Incident date", "January 18, 2019".
void date_by_form(const Story& story, std::vector<Claim>& claims);
/// "Since the offensive began in June:" dates the items below it.
void date_by_headings(const Story& story, std::vector<Claim>& claims);
/// Fills missing times: headlines from the lead, the rest from the event told before.
void carry_times(const Story& story, std::vector<Claim>& claims);

/// Labels that group claims about one thing.
void label_incidents(const Story& story, std::vector<Claim>& claims);

}  // namespace attest
