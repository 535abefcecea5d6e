#include "gazetteer/resolve.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "gazetteer/spelling.hpp"

namespace attest {

namespace {

/// Below this, names are alike by chance.
double least_likeness(NameMatch match) { return match == NameMatch::near ? 0.7 : 0.65; }

/// Of two places farther apart than this, the better must be better by the margin.
constexpr double kSamePartKm = 25;
constexpr double kMargin = 0.1;
/// For a place that is only called like the one asked for.
constexpr double kBeside = -1;
constexpr double kInstead = -0.5;
constexpr std::size_t kMostCandidates = 50;

double name_points(const PlaceCandidate& place) {
  switch (place.match) {
    case NameMatch::exact:
    case NameMatch::folded:
      return 3;
    case NameMatch::sound:
      return 2.8;
    case NameMatch::consonants:
    case NameMatch::part:
      return 1.0 + 1.2 * place.likeness;
    case NameMatch::near:
      return 1.6 * place.likeness;
  }
  return 0;
}

bool is_settlement(PlaceKind kind) {
  return kind == PlaceKind::city || kind == PlaceKind::town || kind == PlaceKind::village ||
         kind == PlaceKind::quarter || kind == PlaceKind::camp;
}
bool is_region(PlaceKind kind) { return kind <= PlaceKind::adm2; }
bool is_site(PlaceKind kind) { return kind >= PlaceKind::facility; }

/// How well a kind fits the one asked for.
double kind_points(PlaceKind is, std::optional<PlaceKind> asked) {
  if (!asked) return is_settlement(is) && is != PlaceKind::quarter ? 0.3 : is_region(is) ? 0.2 : 0;
  if (is == *asked) return 0.8;
  if (is_settlement(is) && is_settlement(*asked)) return 0.6;
  if ((is_region(is) && is_region(*asked)) || (is_site(is) && is_site(*asked))) return 0.6;
  if ((is == PlaceKind::region && is_site(*asked)) || (is == PlaceKind::camp && is_site(*asked))) return 0.4;
  return -0.6;
}

/// The seat of a region is the one of its name that is meant, other things equal.
double seat_points(std::string_view feature) {
  if (feature == "PPLC") return 0.6;
  if (feature == "PPLA") return 0.5;
  if (feature == "PPLA2") return 0.35;
  if (feature == "PPLA3") return 0.25;
  if (feature == "PPLQ" || feature == "PPLH" || feature == "PPLW") return -0.5;  // abandoned, or gone
  return 0;
}

/// Regions are few: what is alike is the same.
bool same_name(std::string_view one, std::string_view other) {
  constexpr double kAlike = 0.7;
  return !one.empty() && likeness(sound_key(one), sound_key(other)) >= kAlike;
}

bool lies_in(const PlaceCandidate& place, std::string_view around) {
  return same_name(place.adm1, around) || same_name(place.adm2, around) || same_name(place.parent, around);
}

class Judge {
 public:
  explicit Judge(const PlaceQuestion& question) : question_(question) {}

  /// A name that is only alike, in a region that nobody knows to be the one asked for: mostly chance.
  [[nodiscard]] bool is_doubtful(const PlaceCandidate& place) const {
    return place.match > NameMatch::sound && !question_.within.empty() &&
           std::ranges::none_of(question_.within, [&](const std::string& around) { return lies_in(place, around); });
  }
  [[nodiscard]] RankedPlace judge(const PlaceCandidate& place, double points, std::string_view why) const {
    RankedPlace out{.place = place, .score = 0, .reasons = {}};
    const auto give = [&out](double more, const std::string& reason) {
      if (more == 0) return;
      out.score += more;
      out.reasons.push_back(fmt::format("{} {:+.2f}", reason, more));
    };
    give(points, std::string(why));
    give(name_points(place), fmt::format("name ({})", name_of(place.match)));
    give(kind_points(place.kind, question_.kind), fmt::format("a {}", name_of(place.kind)));
    give(seat_points(place.feature), std::string(place.feature));
    if (place.population > 0)
      give(0.12 * std::log10(static_cast<double>(place.population) + 1), fmt::format("{} people", place.population));
    if (place.source == "reviewed") give(0.3, "reviewed");
    for (const std::string& around : question_.within) {
      const bool inside = lies_in(place, around);
      if (inside || !is_region_code(place.adm1))
        give(inside ? 1.2 : -0.8, fmt::format("{} {}", inside ? "in" : "not in", around));
    }
    if (question_.near && place.point) {
      const double distance = distance_km(*question_.near, *place.point);
      give(-std::log10(1 + distance / 10), fmt::format("{:.0f} km away", distance));
    }
    if (!place.point) give(-0.5, "no coordinates");
    return out;
  }

 private:
  const PlaceQuestion& question_;
};

/// The same place out of two sources, or twice in one.
bool is_same(const PlaceCandidate& one, const PlaceCandidate& other) {
  if (!one.point || !other.point) return false;
  return is_region(one.kind) == is_region(other.kind) && is_site(one.kind) == is_site(other.kind) &&
         distance_km(*one.point, *other.point) < 3;
}

}  // namespace

std::vector<RankedPlace> resolve(const Gazetteers& gazetteers, const PlaceQuestion& question) {
  const Judge judge(question);
  std::vector<RankedPlace> ranked;
  const auto ask = [&](std::string_view name, double points, std::string_view why, Depth depth) {
    for (const PlaceCandidate& place : gazetteers.find(name, question.country, depth))
      if (place.likeness >= least_likeness(place.match) && !judge.is_doubtful(place))
        ranked.push_back(judge.judge(place, points, why));
  };
  const bool several = !question.also.empty() || !question.beside.empty();
  ask(question.name, 0, "", several ? std::min(Depth::sound, question.depth) : question.depth);
  for (const std::string& name : question.also) ask(name, 0, "", Depth::sound);
  if (!question.beside.empty()) ask(question.beside, kBeside, "beside it", Depth::sound);
  if (ranked.empty())
    for (const std::string& name : question.instead) ask(name, kInstead, "the name in brackets", Depth::sound);
  if (ranked.empty() && several) ask(question.name, 0, "", question.depth);
  std::ranges::stable_sort(ranked, [](const RankedPlace& a, const RankedPlace& b) { return a.score > b.score; });
  std::vector<RankedPlace> out;
  for (RankedPlace& place : ranked) {
    if (out.size() == kMostCandidates) break;
    if (std::ranges::none_of(out, [&](const RankedPlace& better) { return is_same(better.place, place.place); }))
      out.push_back(std::move(place));
  }
  return out;
}

const RankedPlace* clear_winner(const std::vector<RankedPlace>& ranked) {
  const auto best = std::ranges::find_if(ranked, [](const RankedPlace& r) { return r.place.point.has_value(); });
  if (best == ranked.end()) return nullptr;
  const bool rivalled = std::any_of(best + 1, ranked.end(), [&](const RankedPlace& other) {
    return other.place.point && best->score - other.score < kMargin &&
           distance_km(*best->place.point, *other.place.point) > kSamePartKm;
  });
  return rivalled ? nullptr : &*best;
}

}  // namespace attest
