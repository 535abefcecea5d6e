// Figures of people: the one that a noun has, and those that stand without a noun.
#pragma once

#include <string_view>
#include <vector>

#include "claims/frame.hpp"
#include "claims/whom.hpp"

namespace attest {

/// Takes notes of the people that `rule` found, and of their figures.
[[nodiscard]] std::vector<Affected> noted(const Frame& frame, std::string_view rule, std::vector<Affected> found);

class CountedPeople {
 public:
  /// @param frame  must outlive this
  explicit CountedPeople(const Frame& frame) : f_(frame), s_(frame.s), m_(frame.s.mentions()) {}

  [[nodiscard]] Count count_of(const Quantity& q, Unit unit = Unit::persons) const;
  /// Victims of whom the words say nothing.
  [[nodiscard]] Victims unnamed(TokenRange words) const;

  /// The figure of these people: "three suspected Palestinian militants" has words of its own between.
  [[nodiscard]] const Quantity* quantity_of(const PeopleMention& person) const;
  /// "half" in "half of the 400 residents": the figure is theirs, not that of all.
  [[nodiscard]] const Quantity* share_before(std::uint32_t of, TokenRange zone) const;

  /// "killed 26", "25 wounded": a number without its noun.
  [[nodiscard]] std::vector<Affected> without_noun(TokenRange zone) const;
  /// "1,792 people were killed and 1,358 injured": the figure of the second verb, not of those who are its subject, too.
  [[nodiscard]] std::vector<Affected> at_trigger() const;
  /// "brought to 462 the number of troops killed"
  void number_told_first(std::vector<Affected>& out) const;
  /// "three members of the family": the figure of those who are of it
  void members_of_group(std::vector<Affected>& out) const;
  /// "Ten of the dead were children": the figure before the trigger.
  void before_trigger(std::vector<Affected>& out) const;
  /// "the death toll rose to 31", "put the number of dead at 120"
  void after_trigger(std::vector<Affected>& out) const;
  /// "killed 12 and displaced thousands": a participle before a figure is a verb, whatever the tree says, and its object.
  [[nodiscard]] bool is_of_other_verb(const Quantity& q) const;

 private:
  /// "860 people were killed and 393 injured during": the second verb of two, read as if it described its figure.
  [[nodiscard]] bool hangs_from_figure(std::uint32_t verb) const;
  /// "two wounded" before what tells of the dead: the figure is of those whom the next word tells of.
  [[nodiscard]] bool is_hurt_otherwise(std::uint32_t next) const;
  /// "two more Kurdish rebels": the side follows.
  [[nodiscard]] bool counts_a_side(std::uint32_t first) const;
  [[nodiscard]] bool in_a_date(const Quantity& q) const;
  /// The people whose figure it is; null if it is nobody's.
  [[nodiscard]] const PeopleMention* owner(const Quantity& q) const;
  [[nodiscard]] bool of_things(const Quantity& q) const;
  /// Is it the figure of a noun?
  [[nodiscard]] bool owned(const Quantity& q) const;
  [[nodiscard]] bool follows_person(std::uint32_t token) const;

  const Frame& f_;
  const SentenceView& s_;
  const Mentions& m_;
};

}  // namespace attest
