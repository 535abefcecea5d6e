// Of several places of one name, the one that a report means; and whether a name stands for a place at all.
// Rule: docs/places.md, "Which place of that name".
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "annotate/places.hpp"

namespace attest {

class PlaceChoice {
 public:
  /// All arguments must outlive this.
  PlaceChoice(const Document& document, const Analysis& analysis, const Resources& resources,
              const std::vector<Match>& matches, const NameSurvey& survey);

  /// The places that the match number `at` and those beside it with the same words can mean, best first, and at most one
  /// of them meant; empty: no place here.
  [[nodiscard]] std::vector<ScoredPlace> among(std::size_t at) const;

  /// "Tonga, South Sudan", "Tonga in Upper Nile state": does the place lie in what is named behind it? Nothing if nothing is.
  [[nodiscard]] std::optional<bool> said_to_lie_in(const PlaceRecord& record, TokenRange tokens) const;

 private:
  [[nodiscard]] bool goes_on_as_name(TokenRange tokens) const;
  /// Begins the token with a capital?
  [[nodiscard]] bool is_capital(std::uint32_t token) const;
  [[nodiscard]] bool stands(const PlaceRecord& record, TokenRange tokens) const;
  [[nodiscard]] bool follows_given_name(TokenRange tokens) const;
  [[nodiscard]] bool is_person(TokenRange tokens) const;
  [[nodiscard]] ScoredPlace score_of(const PlaceRecord& record, TokenRange tokens) const;
  [[nodiscard]] bool is_stranger(const PlaceRecord& record, TokenRange tokens) const;
  [[nodiscard]] bool is_capital(const PlaceRecord& record) const;

  const Document& document_;
  const Analysis& analysis_;
  const Resources& resources_;
  const std::vector<Match>& matches_;
  const NameSurvey& survey_;
  std::set<std::string> towns_;                  // names of places that are no quarters
  std::set<std::string, std::less<>> surnames_;  // last words of names that follow a given name
  int spoken_ = 0;                               // how often the report speaks of any country
};

}  // namespace attest
