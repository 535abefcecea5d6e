// Whom a predicate tells of: the rules that find the people in its arguments and in the constructions around it.
#pragma once

#include "claims/counted_people.hpp"

namespace attest {

class Populations {
 public:
  explicit Populations(const Frame& frame) : f_(frame), s_(frame.s), m_(frame.s.mentions()), counted_(frame) {}
  [[nodiscard]] std::vector<Affected> of_predicate() const;
  [[nodiscard]] std::vector<Affected> in_zone(TokenRange zone, bool nearest_last) const;

 private:
  [[nodiscard]] std::vector<Affected> after_the_verb() const;
  struct Candidate {
    const PeopleMention* person;
    bool head;                        // not inside a prepositional phrase of the stretch
    bool part;                        // "including two children"
    const Quantity* share = nullptr;  // "half of" these
  };
  [[nodiscard]] std::vector<Candidate> candidates(TokenRange zone) const;

  /// The rule that says why these cannot be the victims; empty if they can.
  [[nodiscard]] std::string_view no_victim(const PeopleMention& person) const;

  /// "relatives of the dead and wounded": those, not their relatives.
  [[nodiscard]] bool is_of_the_bereaved() const;
  /// Before a name: whose title the words are.
  [[nodiscard]] bool is_title(const PeopleMention& person) const;
  /// "police" in "police station", "refugee" in the agency's name: not people here.
  [[nodiscard]] bool inside_other_mention(const PeopleMention& person) const;
  [[nodiscard]] Affected affected_of(const PeopleMention& person) const;

  /// "Bomber strikes hotel, 15 dead": one by a headline's missing article, not joined to the figure.
  [[nodiscard]] bool is_lone_word(const Affected& one) const;

  /// "a father and son": the second of two, who shares the article.
  [[nodiscard]] bool joined_to_one(const PeopleMention& person) const;

  /// "30 families", not "50 family and community members"
  [[nodiscard]] bool of_households(const PeopleMention& person) const;

  /// "Civilian deaths", "the loss of civilian lives": the words of the trigger itself say whom.
  [[nodiscard]] std::vector<Affected> civilians_of_trigger() const;

  /// "12 deaths", "civilian casualties", "his death"
  [[nodiscard]] std::vector<Affected> before_noun(TokenRange subject) const;

  /// "two AU peacekeepers and two contractors": a counted side beside the counted people.
  void counted_side_beside(TokenRange zone, std::vector<Affected>& out) const;

  /// "40 people were wounded in the shelling, among them 12 children"
  void parts_after(TokenRange zone, std::vector<Affected>& out) const;

  /// "She was killed alongside her husband and two brothers": they, too.
  void add_those_alongside(std::vector<Affected>& out) const;

  /// "The fatalities included a journalist", "the 18 wounded included two children", "those killed include two nurses".
  [[nodiscard]] std::vector<Affected> included() const;

  /// "leaving others injured", "left a nurse dead and a driver wounded": whoever stands between.
  [[nodiscard]] std::vector<Affected> left_so() const;

  /// "Civilians reported killed: 10 – 16": a form's label and its figure.
  [[nodiscard]] std::vector<Affected> of_label() const;

  /// "forced aid workers to withdraw and thousands of people to flee": those right before "to".
  [[nodiscard]] std::vector<Affected> before_infinitive() const;

  /// "dead", "injured", "homeless"
  [[nodiscard]] bool is_state(std::uint32_t i) const;

  /// Whoever the words between name; `second`: whom else they name was left in another state.
  [[nodiscard]] std::vector<Affected> so_left(TokenRange words, bool second) const;

  /// A pronoun as the victim: one person, unless it is plural.
  [[nodiscard]] std::vector<Affected> pronoun_in(TokenRange zone, bool nearest_last) const;

  /// "troops saw the rebels as they fled": fighters, where no others are named before the pronoun.
  [[nodiscard]] VictimStatus status_before(std::uint32_t pronoun) const;

  /// One person by name is killed or taken; what befalls crowds is not told of a name.
  static bool happens_to_persons(ClaimKind kind);

  const Frame& f_;
  const SentenceView& s_;
  const Mentions& m_;
  CountedPeople counted_;
};

}  // namespace attest
