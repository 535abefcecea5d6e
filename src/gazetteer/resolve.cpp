#include "gazetteer/resolve.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
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
constexpr double kPart = -0.8;
constexpr std::size_t kMostCandidates = 50;

double name_points(const PlaceCandidate& place) {
  switch (place.match) {
    case NameMatch::exact:
    case NameMatch::folded:
      return 3;
    case NameMatch::sound:
      return 2.7;
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

/// Regions are few: what is alike is the same. "Homs (Hims)" has two names.
bool same_name(std::string_view one, std::string_view other) {
  constexpr double kAlike = 0.7;
  if (one.empty()) return false;
  const std::string wanted = sound_key(other);
  const auto alike = [&](std::string_view name) { return likeness(sound_key(name), wanted) >= kAlike; };
  const std::size_t bracket = one.find(" (");
  return alike(one) || (bracket != std::string_view::npos &&
                        (alike(one.substr(0, bracket)) || alike(one.substr(bracket + 2, one.find(')') - bracket - 2))));
}

/// A name of the question for what lies around the place, and where that is by the gazetteers themselves.
struct Around {
  std::string_view name;
  std::optional<PlaceKind> kind;
  std::vector<PlaceCandidate> places;
};

/// How far from its middle a region or town is still near, and how far nothing of it lies any more.
struct Reach {
  double near_km, far_km;
};
Reach reach_of(PlaceKind kind) {
  if (kind <= PlaceKind::adm1) return {100, 250};
  if (kind == PlaceKind::adm2) return {35, 150};
  return {20, 150};
}

/// What lies in another district is a slip of the coder's or the table's only if it is that close to the one asked for.
constexpr double kNextDistrictKm = 60;

enum class Lies : std::uint8_t {
  inside,   // the gazetteer says so
  near,     // it does not say, but the place is near its middle
  open,     // nothing known
  outside,  // in another one
  far       // so far that it cannot be
};

struct Location {
  Lies lies = Lies::open;
  std::optional<double> km;  // from the middle
};

Location location_of(const PlaceCandidate& place, const Around& around) {
  Location out;
  bool near = false, far = !around.places.empty();
  for (const PlaceCandidate& middle : around.places) {
    const double km = distance_km(*middle.point, place.point.value_or(*middle.point));
    const Reach reach = reach_of(middle.kind);
    near = near || km <= reach.near_km;
    far = far && km > reach.far_km;
    out.km = std::min(out.km.value_or(km), km);
  }
  if (!place.point) out.km.reset(), near = far = false;
  const bool district = around.kind == PlaceKind::adm2 && !around.places.empty();
  const std::string_view own = district ? place.adm2 : place.adm1;
  const auto is_it = [&](std::string_view name) {
    return !name.empty() &&
           (same_name(name, around.name) || std::ranges::any_of(around.places, [&](const PlaceCandidate& region) {
              return is_region(region.kind) && region.name == name;
            }));
  };
  if (is_it(own) || is_it(place.parent) || (around.kind != PlaceKind::adm1 && is_it(place.adm2)))
    out.lies = Lies::inside;
  else if (far)
    out.lies = Lies::far;
  else if (!own.empty() && !is_region_code(own))
    out.lies = district && out.km && *out.km > kNextDistrictKm ? Lies::far : Lies::outside;
  else if (near)
    out.lies = Lies::near;
  return out;
}

class Judge {
 public:
  Judge(const Gazetteers& gazetteers, const PlaceQuestion& question) : question_(question) {
    for (const Surrounding& outer : question.within) {
      Around around{outer.name, outer.kind, gazetteers.find(outer.name, question.country, Depth::sound)};
      std::erase_if(around.places, [](const PlaceCandidate& p) { return !p.point || p.match > NameMatch::sound; });
      const auto keep = [&](auto fits) {  // if there are any
        if (std::ranges::any_of(around.places, fits))
          std::erase_if(around.places, [&](const PlaceCandidate& p) { return !fits(p); });
      };
      keep([](const PlaceCandidate& p) { return is_region(p.kind); });
      if (outer.kind) keep([&](const PlaceCandidate& p) { return p.kind == *outer.kind; });
      around_.push_back(std::move(around));
    }
  }

  /// It lies elsewhere; or it is only alike by name, and nothing says that it lies in the region asked for: mostly chance.
  [[nodiscard]] bool is_doubtful(const PlaceCandidate& place) const {
    bool inside = around_.empty();
    for (const Around& around : around_) {
      const Lies lies = location_of(place, around).lies;
      if (lies == Lies::far) return true;
      inside = inside || lies == Lies::inside || lies == Lies::near;
    }
    return place.match > NameMatch::sound && !inside;
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
    for (const Around& around : around_) {
      const Location at = location_of(place, around);
      if (at.lies == Lies::inside) give(1.2, fmt::format("in {}", around.name));
      if (at.lies == Lies::near) give(1.1, fmt::format("near the middle of {}", around.name));
      if (at.lies == Lies::outside) give(-0.8, fmt::format("not in {}", around.name));
      if (at.km) give(-0.4 * std::log10(1 + *at.km / 20), fmt::format("{:.0f} km from its middle", *at.km));
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
  std::vector<Around> around_;
};

/// "Tabiyah" of "Tabiyah Jazeerah": a part of a place is where the place is. Nothing of names that begin with what many
/// do: "Tell", "Abu", "Kafr".
std::string first_of_two(std::string_view name) {
  static constexpr auto kCommon = std::to_array<std::string_view>(
      {"tal",   "tel",  "til",  "bu",    "um",     "kafr", "kufr", "kafar", "hirb",  "hirba", "bir",
       "jabal", "rasm", "dair", "dir",   "ain",    "in",   "burj", "bait",  "bit",   "haush", "hush",
       "maar",  "mara", "jub",  "jab",   "ras",    "uad",  "sih",  "shaih", "shih",  "nahr",  "jisr",
       "shib",  "hir",  "bani", "mazra", "mazrah", "had",  "rif",  "uadi",  "ard",   "kala",  "san",
       "port",  "old",  "new",  "big",   "kabr",   "nabi", "daur", "ruais", "jadid", "sahl",  "tual"});
  const std::size_t first = name.find(' ');
  if (first == std::string_view::npos) return {};
  std::size_t end = first;
  if (fold_name(name.substr(0, end)).size() < 3) end = name.find(' ', first + 1);  // the article
  if (end == std::string_view::npos) return {};
  const std::string part(name.substr(0, end));
  const std::string key = sound_key(part);
  constexpr std::size_t kTelling = 4;
  return key.size() < kTelling || std::ranges::find(kCommon, key) != kCommon.end() ? std::string() : part;
}

/// The same place out of two sources, or twice in one.
bool is_same(const PlaceCandidate& one, const PlaceCandidate& other) {
  if (!one.point || !other.point) return false;
  return is_region(one.kind) == is_region(other.kind) && is_site(one.kind) == is_site(other.kind) &&
         distance_km(*one.point, *other.point) < 3;
}

}  // namespace

std::vector<RankedPlace> resolve(const Gazetteers& gazetteers, const PlaceQuestion& question) {
  const Judge judge(gazetteers, question);
  std::vector<RankedPlace> ranked;
  const auto ask = [&](std::string_view name, double points, std::string_view why, Depth depth) {
    if (name.empty()) return;
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
  // Of the names that agree, none lies where the words say: one a letter off may.
  if (ranked.empty() && !question.within.empty() && question.depth == Depth::near) {
    ask(question.name, 0, "", Depth::all_near);
    if (ranked.empty()) ask(first_of_two(question.name), kPart, "part of it", Depth::sound);
  }
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
