#include "reconcile/figures.hpp"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

namespace attest {

namespace {

using Number = std::int64_t;

/// Whose figure: a harm, a unit and the people. `everyone` stands before its parts.
struct Population {
  ClaimKind harm = ClaimKind::killed;
  Unit unit = Unit::persons;
  bool everyone = true;
  std::optional<VictimStatus> status;
  VictimGroup group = VictimGroup::any;
  auto key() const { return std::tuple(harm, unit, !everyone, status.has_value(), status, group); }
  bool operator<(const Population& other) const { return key() < other.key(); }
};

/// One figure that one account gives.
struct Figured {
  std::size_t at = 0;  // in `told`
  const Testimony* by = nullptr;
  std::optional<Number> min, max;
  bool stands = true;

  [[nodiscard]] bool exact() const { return min && max && *min == *max; }
  [[nodiscard]] bool vague() const { return !min || (max && *min != *max); }
};

class Reckoner {
 public:
  Reckoner(const Evidence& evidence, std::span<const std::uint32_t> told, std::optional<Date> as_of)
      : evidence_(evidence), told_(told) {
    result_.parts.resize(told.size());
    for (std::size_t i = 0; i < told.size(); ++i) sort_out(i, as_of);
  }

  Reckoning run() {
    for (const auto& [key, figured] : totals_) {
      const auto& [harm, unit, report, label] = key;
      add_total(harm, unit, figured);
    }
    for (auto& [population, figured] : figures_) result_.figures.push_back(settle(population, figured));
    flag_impossible();
    return std::move(result_);
  }

 private:
  void sort_out(std::size_t i, std::optional<Date> as_of) {
    const Testimony& told = evidence_.testimonies[told_[i]];
    const ReportRow& report = evidence_.reports[told.report];
    Part& part = result_.parts[i];
    const auto exclude = [&](RoleReason reason) { part = {ClaimRole::excluded, reason}; };
    if (as_of && (!report.published || *report.published > *as_of)) return exclude(RoleReason::no_figure);
    if (told.set_aside) return exclude(RoleReason::reviewer);
    if (report.withdrawn) return exclude(RoleReason::withdrawn);
    if (told.certainty == Certainty::denied) return exclude(RoleReason::denied);
    if (told.certainty == Certainty::future || told.certainty == Certainty::possible)
      return exclude(RoleReason::not_occurred);
    if (!told.counted()) return;
    Population population{told.kind, told.unit, false, std::nullopt, told.group};
    if (told.group == VictimGroup::any &&
        (told.status == VictimStatus::civilian || told.status == VictimStatus::combatant))
      population.status = told.status;
    const bool is_part = told.whole != kNoClaim;
    if (is_part) part.reason = RoleReason::part;
    const Figured figured{i, &told, told.min, told.max};
    if (population.status || population.group != VictimGroup::any) figures_[population].push_back(figured);
    if (!is_part) totals_[{told.kind, told.unit, told.report, told.label}].push_back(figured);
  }

  /// A report's own total: what it says of people as such, else of civilians and fighters together, else of a group.
  void add_total(ClaimKind harm, Unit unit, const std::vector<Figured>& figured) {
    std::vector<Figured>& everyone = figures_[{harm, unit}];
    const Figured *civilians = nullptr, *fighters = nullptr, *group = nullptr;
    bool stated = false;
    for (const Figured& one : figured) {
      const Testimony& by = *one.by;
      if (by.group != VictimGroup::any) {
        if (group == nullptr || one.min > group->min) group = &one;
      } else if (by.status == VictimStatus::civilian) {
        if (civilians == nullptr || one.min > civilians->min) civilians = &one;
      } else if (by.status == VictimStatus::combatant) {
        if (fighters == nullptr || one.min > fighters->min) fighters = &one;
      } else {
        everyone.push_back(one);
        stated = true;
      }
    }
    if (stated) return;
    if (civilians != nullptr && fighters != nullptr) {
      Figured sum = *civilians;
      sum.min = civilians->min && fighters->min ? std::optional(*civilians->min + *fighters->min) : std::nullopt;
      sum.max = civilians->max && fighters->max ? std::optional(*civilians->max + *fighters->max) : std::nullopt;
      everyone.push_back(sum);
    } else {
      const Figured* whole = civilians != nullptr ? civilians : fighters != nullptr ? fighters : group;
      if (whole != nullptr) everyone.push_back(*whole);
    }
  }

  void set(const Figured& figured, ClaimRole role, RoleReason reason) {
    Part& part = result_.parts[figured.at];
    // A claim that speaks for two populations keeps its weightier role.
    if (part.role == ClaimRole::recommended || (part.role == ClaimRole::superseded && role == ClaimRole::triangulation))
      return;
    if (role == ClaimRole::triangulation && part.reason == RoleReason::part) return;
    part = {role, reason};
  }

  Figure settle(const Population& population, std::vector<Figured>& figured) {
    supersede(figured);
    std::vector<const Figured*> voices = one_an_origin(figured);
    Figure figure{population.harm, population.unit, population.status, population.group};
    figure.origins = static_cast<std::uint32_t>(voices.size());
    leave_out_early(voices);
    leave_out_outliers(voices);
    bound(voices, figure);
    return figure;
  }

  /// Of one voice the latest words stand, unless they are vaguer.
  void supersede(std::vector<Figured>& figured) {
    for (Figured& earlier : figured)
      for (const Figured& later : figured) {
        const auto then = evidence_.published(*earlier.by), now = evidence_.published(*later.by);
        if (earlier.by->voice != later.by->voice || !then || !now || *then >= *now) continue;
        if (later.vague() && !earlier.vague()) continue;
        if (!earlier.stands) continue;
        earlier.stands = false;
        set(earlier, ClaimRole::superseded, RoleReason::later_toll);
      }
  }

  /// The figure with which each origin speaks: its latest, an exact one before vague words. Figures with which a report
  /// contradicts itself all speak.
  std::vector<const Figured*> one_an_origin(const std::vector<Figured>& figured) {
    std::map<std::uint64_t, std::vector<const Figured*>> origins;
    for (const Figured& one : figured)
      if (one.stands) origins[one.by->origin].push_back(&one);
    std::vector<const Figured*> voices;
    for (auto& [origin, all] : origins) {
      const auto rank = [&](const Figured* one) {
        return std::tuple(
            one->vague(), one->by->source != 0 && one->by->unverified,
            evidence_.published(*one->by) ? -evidence_.published(*one->by)->time_since_epoch().count() : 0,
            !one->exact(), one->by->identity);
      };
      std::ranges::sort(all, {}, rank);
      voices.push_back(all.front());
      for (std::size_t i = 1; i < all.size(); ++i) {
        const bool contradicts = all[i]->by->report == all.front()->by->report && !all[i]->vague() &&
                                 !all.front()->vague() && all[i]->min != all.front()->min;
        if (contradicts)
          contradictions_.push_back(all[i]);
        else
          set(*all[i], ClaimRole::triangulation, RoleReason::same_origin);
      }
    }
    return voices;
  }

  /// A toll told in the first day is left out once two origins have told a later one.
  void leave_out_early(std::vector<const Figured*>& voices) {
    std::optional<Date> first, second;  // the latest two days of publication
    for (const Figured* one : voices) {
      const auto day = evidence_.published(*one->by);
      if (!day || one->vague()) continue;
      if (!first || *day > *first)
        second = std::exchange(first, day);
      else if (!second || *day > *second)
        second = day;
    }
    if (!second) return;
    std::erase_if(voices, [&](const Figured* one) {
      const auto day = evidence_.published(*one->by);
      if (!day || one->vague() || *day >= *second) return false;
      set(*one, ClaimRole::triangulation, RoleReason::early);
      return true;
    });
  }

  void leave_out_outliers(std::vector<const Figured*>& voices) {
    constexpr std::size_t kEnough = 4;  // three others
    constexpr Number kFar = 3;
    std::vector<Number> points;
    for (const Figured* one : voices)
      if (!one->vague()) points.push_back(*one->min);
    if (points.size() < kEnough) return;
    std::ranges::sort(points);
    const Number middle = std::max<Number>(points[(points.size() - 1) / 2], 1);
    std::erase_if(voices, [&](const Figured* one) {
      if (one->vague() || (*one->min <= middle * kFar && *one->min * kFar >= middle)) return false;
      set(*one, ClaimRole::triangulation, RoleReason::outlier);
      return true;
    });
  }

  /// What a round number stands for: 30 for 25 to 35, 200 for 150 to 250. Numbers below 20 are counted.
  static Number slack(Number figure) {
    if (figure >= 1000 && figure % 500 == 0) return figure / 5;
    if (figure >= 200 && figure % 100 == 0) return 50;
    if (figure >= 20 && figure % 10 == 0) return 5;
    return figure >= 25 && figure % 5 == 0 ? 2 : 0;
  }

  void bound(std::vector<const Figured*> voices, Figure& figure) {
    const bool some_exact = std::ranges::any_of(voices, [](const Figured* one) { return !one->vague(); });
    for (const Figured* one : contradictions_) voices.push_back(one);
    contradictions_.clear();
    std::vector<const Figured*> speaking;
    for (const Figured* one : voices)
      if (!some_exact || !one->vague()) speaking.push_back(one);
    if (speaking.empty()) return;

    std::vector<const Figured*> ranked;
    for (const Figured* one : speaking)
      if (one->min) ranked.push_back(one);
    std::ranges::sort(ranked, {}, [](const Figured* one) { return std::tuple(*one->min, one->by->identity); });
    std::optional<Number> open;  // the highest "at least"
    for (const Figured* one : speaking) {
      const Number margin = one->exact() ? slack(*one->min) : 0;
      if (one->min) figure.low = figure.low ? std::min(*figure.low, *one->min - margin) : *one->min - margin;
      if (one->max)
        figure.high = figure.high ? std::max(*figure.high, *one->max + margin) : *one->max + margin;
      else
        open = std::max(open.value_or(0), *one->min);
    }
    if (!ranked.empty()) figure.best = *ranked[(ranked.size() - 1) / 2]->min;
    if (open && figure.high && *open > *figure.high) figure.high.reset();
    const bool all_early = std::ranges::all_of(speaking, [&](const Figured* one) { return is_early(*one); });
    const bool agree = figure.origins == 2 && ranked.size() == 2 && ranked[0]->min == ranked[1]->min;
    if (all_early && figure.origins <= 2 && !agree) figure.high.reset();

    const Figured* chosen = ranked.empty() ? nullptr : ranked[(ranked.size() - 1) / 2];
    for (const Figured* one : voices) {
      if (one == chosen)
        set(*one, ClaimRole::recommended, RoleReason::best_figure);
      else if (some_exact && one->vague())
        set(*one, ClaimRole::triangulation, RoleReason::vague);
      else
        set(*one, ClaimRole::triangulation, one->min == figure.best ? RoleReason::agrees : RoleReason::other_figure);
    }
  }

  /// Told within a day of what happened, or without a day, when tolls still rise.
  [[nodiscard]] bool is_early(const Figured& one) const {
    const auto published = evidence_.published(*one.by);
    return !published || !one.by->to || *published <= *one.by->to + std::chrono::days(1);
  }

  void flag_impossible() {
    for (Figure& part : result_.figures) {
      if (!part.status && part.group == VictimGroup::any) continue;
      const auto whole = std::ranges::find_if(result_.figures, [&](const Figure& other) {
        return other.harm == part.harm && other.unit == part.unit && !other.status && other.group == VictimGroup::any;
      });
      if (whole != result_.figures.end() && whole->high && part.low && *part.low > *whole->high) part.impossible = true;
    }
    for (std::size_t i = 0; i < told_.size(); ++i) {
      const Testimony& part = evidence_.testimonies[told_[i]];
      if (part.whole == kNoClaim || !part.min) continue;
      const Testimony& whole = evidence_.testimonies[part.whole];
      if (whole.max && *part.min > *whole.max && result_.parts[i].role != ClaimRole::excluded)
        result_.parts[i] = {ClaimRole::triangulation, RoleReason::impossible_part};
    }
  }

  const Evidence& evidence_;
  std::span<const std::uint32_t> told_;
  std::map<Population, std::vector<Figured>> figures_;
  std::map<std::tuple<ClaimKind, Unit, std::uint32_t, Interned::Name>, std::vector<Figured>> totals_;
  std::vector<const Figured*> contradictions_;
  Reckoning result_;
};

}  // namespace

Reckoning reckon(const Evidence& evidence, std::span<const std::uint32_t> told, std::optional<Date> as_of) {
  return Reckoner(evidence, told, as_of).run();
}

}  // namespace attest
