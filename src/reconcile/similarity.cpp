#include "reconcile/similarity.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>

namespace attest {

namespace {

// The weights of attest-match-1. What most pairs of one block share is worth less than nothing: kPrior.
constexpr float kPrior = -4.3F;
constexpr float kSameDay = 2.0F, kOverlap = 1.0F, kNextDay = -0.8F, kLongWindow = -0.6F;
constexpr float kSameSpot = 2.0F, kWithin = 1.0F, kNear = -1.2F, kElsewhere = -4.0F, kOtherCountry = -8.0F;
constexpr float kSameName = 2.2F, kOtherSpot = -1.0F, kNextTown = -0.6F, kOneSpotKm = 2.5F, kSameStem = 1.6F,
                kInRegion = 0.5F;
constexpr float kSameMeans = 0.9F, kLikeMeans = 0.3F, kOtherMeans = -1.6F;
constexpr float kSameActor = 0.8F, kOtherActor = -0.9F;
constexpr float kSameOpponent = 0.0F, kOtherOpponent = -1.2F;
constexpr float kOneApart = 0.2F, kSameOutletAndDay = -0.9F, kSameReport = 0.8F;
constexpr float kSameStatus = 0.2F, kOtherStatus = -1.2F;
constexpr float kSameObject = 0.8F, kOtherObject = -0.4F;
constexpr float kSharedKind = 0.4F;
constexpr int kLongestWindow = 10;  // days; an account of a longer time is not looked for day by day

int days_apart(const Account& a, const Account& b) {
  if (*a.from > *b.to) return static_cast<int>((*a.from - *b.to).count());
  if (*b.from > *a.to) return static_cast<int>((*b.from - *a.to).count());
  return 0;
}

int length(const Account& a) { return static_cast<int>((*a.to - *a.from).count()) + 1; }

float time_weight(const Account& a, const Account& b) {
  if (!a.from || !b.from) return kLongWindow;
  const int gap = days_apart(a, b);
  const int longest = std::max(length(a), length(b));
  if (gap > 1) return kNever;
  if (gap == 1) return longest == 1 ? kNextDay : kNextDay + kLongWindow;
  if (longest == 1) return kSameDay;
  const float fades = kOverlap - 0.12F * static_cast<float>(longest - 2);
  return std::max(fades, kLongWindow) + (a.dated && b.dated ? 0.0F : kLongWindow);
}

/// Kilometres within which UCDP's precision puts a place.
float radius_km(int precision) {
  constexpr std::array<float, 8> kRadius = {3, 3, 15, 35, 90, 130, 0, 0};
  return kRadius.at(static_cast<std::size_t>(std::clamp(precision, 0, 7)));
}

bool is_vast(const Account& a) { return a.place_precision >= 6; }

float distance_km(LatLon a, LatLon b) {
  constexpr double kDegree = 111.2, kRadians = 0.017453292519943295;
  const double north = (a.latitude - b.latitude) * kDegree;
  double turn = std::abs(a.longitude - b.longitude);
  if (turn > 180) turn = 360 - turn;
  const double east = turn * kDegree * std::cos((a.latitude + b.latitude) * 0.5 * kRadians);
  return static_cast<float>(std::sqrt(north * north + east * east));
}

float place_weight(const Account& a, const Account& b) {
  if (a.country != 0 && b.country != 0 && a.country != b.country) return kOtherCountry;
  if (a.place == 0 && !a.position) return 0;
  if (b.place == 0 && !b.position) return 0;
  if (is_vast(a) || is_vast(b)) return 0;
  const bool same_name = a.place != 0 && a.place == b.place;
  const int coarser = std::max(a.place_precision, b.place_precision);
  if (!a.position || !b.position) return same_name ? (coarser <= 2 ? kSameName : kWithin) : kOtherSpot;
  const float apart = distance_km(*a.position, *b.position);
  const float reach = radius_km(a.place_precision) + radius_km(b.place_precision);
  if (coarser >= 3)
    return apart <= reach ? (a.stem == b.stem ? kSameStem : kInRegion) : apart <= 2 * reach ? kNear : kElsewhere;
  if (same_name && apart <= reach) return kSameName;
  if (apart <= kOneSpotKm) return kSameSpot;
  if (apart <= reach) return coarser == 1 ? kNextTown : kWithin;
  return apart <= 2 * reach ? kNear : kElsewhere - (apart > 10 * reach ? 1.0F : 0.0F);
}

/// Weapons that reports take for each other.
int means_class(Means means) {
  switch (means) {
    case Means::airstrike:
    case Means::drone:
      return 1;
    case Means::missile:
    case Means::artillery:
    case Means::naval:
      return 2;
    case Means::suicide_bombing:
    case Means::car_bomb:
    case Means::ied_or_mine:
      return 3;
    case Means::gunfire:
    case Means::execution:
    case Means::ground_assault:
      return 4;
    default:
      return 10 + static_cast<int>(means);
  }
}

float means_weight(const std::optional<Means>& a, const std::optional<Means>& b) {
  if (!a || !b || *a == Means::other || *b == Means::other) return 0;
  if (*a == *b) return kSameMeans;
  const int one = means_class(*a), other = means_class(*b);
  if (one == other) return kLikeMeans;
  return one + other == 3 ? 0 : kOtherMeans;  // from the air or from guns: often mistaken
}

/// The middle of what is told, and how far it is from an exact figure.
double middle(const Bounds& bounds) {
  if (bounds.min && bounds.max) return 0.5 * static_cast<double>(*bounds.min + *bounds.max);
  return static_cast<double>(bounds.min ? *bounds.min : *bounds.max);
}

float number_weight(const Bounds& a, const Bounds& b, bool later_may_rise) {
  if ((!a.min && !a.max) || (!b.min && !b.max)) return 0;
  const double one = middle(a), other = middle(b);
  const bool exact = a.min && b.min && *a.min == *b.min;
  if (exact && *a.min >= 20) return 3.0F;
  if (exact) return *a.min >= 10 ? 2.5F : *a.min >= 4 ? 1.8F : 0.7F;
  const bool vague = (a.min && a.max && *a.min != *a.max) || (b.min && b.max && *b.min != *b.max);
  const bool overlap = a.min.value_or(0) <= b.max.value_or(INT64_MAX) && b.min.value_or(0) <= a.max.value_or(INT64_MAX);
  if (vague && overlap) return 0.8F;
  const double low = std::max(std::min(one, other), 0.5), high = std::max(std::max(one, other), 0.5);
  if (high - low <= 1) return kOneApart;
  const double ratio = high / low;
  float weight = ratio < 1.16 ? 1.2F : ratio < 1.4 ? 0.7F : ratio < 2 ? -0.2F : ratio < 3.5 ? -1.4F : -2.6F;
  if (weight < 0 && (overlap || later_may_rise)) weight *= 0.6F;
  return weight;
}

/// A report that is younger by a day or more may know of more.
bool may_have_risen(const Account& a, const Account& b) {
  if (!a.published || !b.published || *a.published == *b.published) return false;
  const bool a_later = *a.published > *b.published;
  const Bounds& later = a_later ? a.killed : b.killed;
  const Bounds& sooner = a_later ? b.killed : a.killed;
  return later.min.value_or(0) >= sooner.min.value_or(0);
}

/// Both sides of each are known: the same two, in any order?
float opponents_weight(const Account& a, const Account& b) {
  const bool same =
      (a.actor == b.actor && a.opponent == b.opponent) || (a.actor == b.opponent && a.opponent == b.actor);
  return same ? kSameOpponent : kOtherOpponent;
}

float status_weight(const Account& a, const Account& b) {
  constexpr unsigned kCivilian = 1U << static_cast<unsigned>(VictimStatus::civilian);
  constexpr unsigned kCombatant = 1U << static_cast<unsigned>(VictimStatus::combatant);
  const unsigned one = a.statuses & (kCivilian | kCombatant), other = b.statuses & (kCivilian | kCombatant);
  if (one == 0 || other == 0) return 0;
  return (one & other) != 0 ? kSameStatus : kOtherStatus;
}

float object_weight(const std::optional<ObjectKind>& a, const std::optional<ObjectKind>& b) {
  if (!a || !b) return 0;
  return *a == *b ? kSameObject : kOtherObject;
}

/// Can both be said of the same people: 30 of 27, dozens of 40?
bool are_compatible(const Bounds& a, const Bounds& b) {
  if ((!a.min && !a.max) || (!b.min && !b.max)) return true;
  const auto slack = [](const Bounds& x) { return x.min == x.max && *x.min % 5 == 0 ? *x.min / 8 + 1 : 0; };
  const std::int64_t margin = std::max(slack(a), slack(b));
  return a.min.value_or(0) - margin <= b.max.value_or(INT64_MAX) &&
         b.min.value_or(0) - margin <= a.max.value_or(INT64_MAX);
}

/// Two things that one report keeps apart are two, unless nothing that it says of them differs.
float same_report_weight(const Account& a, const Account& b, float rest) {
  const bool apart = !are_compatible(a.killed, b.killed) || !are_compatible(a.injured, b.injured) ||
                     !are_compatible(a.other, b.other) ||
                     (a.place != b.place && a.place_precision == b.place_precision) ||
                     (a.from && b.from && *a.from != *b.from) || (a.means && b.means && *a.means != *b.means) ||
                     (a.actor != 0 && b.actor != 0 && a.actor != b.actor);
  return apart ? kNever : rest + kSameReport;
}

bool is_told_by_day(const Account& a) { return a.from && length(a) <= kLongestWindow; }

}  // namespace

float similarity(const Account& a, const Account& b) {
  if (a.family != b.family) return kNever;
  const float time = time_weight(a, b);
  if (time <= kNever) return kNever;
  const bool risen = may_have_risen(a, b);
  float sum = kPrior + time + place_weight(a, b) + means_weight(a.means, b.means) +
              number_weight(a.killed, b.killed, risen) + 0.7F * number_weight(a.injured, b.injured, risen) +
              number_weight(a.other, b.other, risen) + status_weight(a, b) + object_weight(a.object, b.object);
  if ((a.kinds & b.kinds) != 0) sum += kSharedKind;
  if (a.actor != 0 && b.actor != 0) sum += a.actor == b.actor ? kSameActor : kOtherActor;
  if (a.actor != 0 && b.actor != 0 && a.opponent != 0 && b.opponent != 0) sum += opponents_weight(a, b);
  // An outlet seldom tells of one thing in two reports of a day with two figures.
  if (a.outlet != 0 && a.outlet == b.outlet && a.published && a.published == b.published && a.killed != b.killed)
    sum += kSameOutletAndDay;
  return a.report == b.report ? same_report_weight(a, b, sum) : sum;
}

std::uint64_t signature(const Account& a, const Interned& names) {
  std::uint64_t h = mixed(static_cast<std::uint64_t>(a.family), names.hash(a.place));
  const auto add = [&](std::uint64_t value) { h = mixed(h, value); };
  const auto add_bounds = [&](const Bounds& bounds) {
    add(bounds.min ? static_cast<std::uint64_t>(*bounds.min) + 1 : 0);
    add(bounds.max ? static_cast<std::uint64_t>(*bounds.max) + 1 : 0);
  };
  const auto add_day = [&](const std::optional<Date>& day) {
    add(day ? static_cast<std::uint64_t>(day->time_since_epoch().count()) : UINT64_MAX);
  };
  add(names.hash(a.actor));
  add(names.hash(a.opponent));
  add(static_cast<std::uint64_t>(a.country) << 32U | static_cast<std::uint64_t>(a.kinds) << 16U |
      static_cast<std::uint64_t>(a.place_precision) << 8U | a.statuses);
  add(a.means ? static_cast<std::uint64_t>(*a.means) + 1 : 0);
  add(a.object ? static_cast<std::uint64_t>(*a.object) + 1 : 0);
  add_day(a.from);
  add_day(a.to);
  add_day(a.published);
  add(a.dated ? 1 : 0);
  add(a.position ? static_cast<std::uint64_t>(std::llround((a.position->latitude + 90) * 1e6)) : 0);
  add(a.position ? static_cast<std::uint64_t>(std::llround((a.position->longitude + 180) * 1e6)) : 0);
  add_bounds(a.killed);
  add_bounds(a.injured);
  add_bounds(a.other);
  return h;
}

void blocks_of(const Account& a, const Interned& names, std::vector<std::uint64_t>& blocks) {
  constexpr double kCell = 0.6, kReach = 0.15;  // degrees: two places within kReach * 2 share a cell
  constexpr std::int64_t kColumns = 4096;
  blocks.clear();
  if (!is_told_by_day(a)) return;
  std::array<std::uint64_t, 8> where{};
  std::size_t count = 0;
  const auto family = static_cast<std::uint64_t>(a.family);
  const auto file_under = [&](std::uint64_t kind, std::uint64_t key) {
    const std::uint64_t block = mixed(kind << 8U | family, key);
    if (std::find(where.begin(), where.begin() + count, block) == where.begin() + count) where.at(count++) = block;
  };
  if (a.position && a.place_precision <= 3) {
    const double stretch = std::max(std::cos(a.position->latitude * 0.017453292519943295), 0.05);
    for (const double north : {-kReach, kReach})
      for (const double east : {-kReach, kReach}) {
        const auto row = static_cast<std::int64_t>(std::floor((a.position->latitude + north + 90) / kCell));
        const auto column =
            static_cast<std::int64_t>(std::floor((a.position->longitude + east / stretch + 180) / kCell));
        file_under(1, static_cast<std::uint64_t>(row * kColumns + column));
      }
  }
  if (a.place != 0 && !is_vast(a)) file_under(2, names.hash(a.stem));
  // A wrong or missing place is only made good by the same figure in the same country.
  if (a.killed.min) file_under(3, mixed(a.country, static_cast<std::uint64_t>(*a.killed.min)));
  if (a.other.min) file_under(4, mixed(a.country, static_cast<std::uint64_t>(*a.other.min)));
  for (std::size_t i = 0; i < count; ++i)
    for (Date day = *a.from; day <= *a.to + std::chrono::days(1); day += std::chrono::days(1))
      blocks.push_back(mixed(where.at(i), static_cast<std::uint64_t>(day.time_since_epoch().count())));
}

}  // namespace attest
