// The people and the things that a report counts: a noun, with the figure, the article or the age that stands before it.
#pragma once

#include <optional>
#include <string_view>

#include "annotate/lexicon.hpp"
#include "annotate/mentions.hpp"

namespace attest {

/// Adds to `found` what the lexicon's nouns stand for, in token order. The quantities of `found` are complete by then, and
/// its sides as far as the noun.
class CountedNouns {
 public:
  CountedNouns(const Document& document, const Analysis& analysis, const Resources& resources, Mentions& found)
      : document_(document), analysis_(analysis), resources_(resources), found_(found) {}

  /// A noun for people: "three herders", "a 26-year-old man", "women and children".
  void person(Match match);
  /// The name of a nation where it stands for people: "67,000 Somalis", "a Palestinian was".
  void nation(const Match& match);
  /// A noun for a thing: "12 houses", "a clinic".
  void object(const Match& match);

 private:
  [[nodiscard]] std::string_view word(std::uint32_t i) const {
    return i < analysis_.tokens.size() ? analysis_.word(i) : std::string_view();
  }
  /// The quantity that counts the noun at `noun`: at most four plain words between.
  [[nodiscard]] std::optional<Quantity> quantity_before(std::uint32_t noun, std::uint32_t& first) const;
  /// "a man", "one child": counts one.
  [[nodiscard]] std::optional<Quantity> article_before(std::uint32_t noun, std::uint32_t last) const;
  /// The noun with the modifiers before it: back to a determiner, a preposition or a mark.
  [[nodiscard]] std::uint32_t modifiers_before(std::uint32_t noun) const;
  /// "26-year-old" before the noun at `noun`: where it begins, else `noun`.
  [[nodiscard]] std::uint32_t before_age(std::uint32_t noun) const;
  /// "Border Guard (BG) personnel", "BG men": where the name of those whose men they are begins.
  [[nodiscard]] std::optional<std::uint32_t> force_before(std::uint32_t noun) const;
  /// "held hostage", "took six villagers captive", "held as hostages": what became of people, not people.
  [[nodiscard]] bool is_made_of_people(const Match& match) const;
  /// "rebel-held", "child-friendly": the word before a hyphen is nobody.
  [[nodiscard]] bool begins_compound(std::uint32_t hyphen) const;
  /// "Cook said", "Mr. Hunter": the noun is somebody's name. Headlines may write every word with a capital.
  [[nodiscard]] bool is_surname(const Match& match) const;
  /// "Palestinian killed in", "17-year-old Palestinian killed in": a headline leaves the article out.
  [[nodiscard]] bool is_one_without_article(TokenRange tokens) const;
  /// "a Palestinian was", "1,000 Burkinabe fled": no noun behind it, and a verb or a preposition.
  [[nodiscard]] bool is_one_of_country(TokenRange tokens) const;
  /// "67,000 Somalis": whoever they are, they are people.
  void people_of_country(TokenRange tokens);

  const Document& document_;
  const Analysis& analysis_;
  const Resources& resources_;
  Mentions& found_;
};

}  // namespace attest
