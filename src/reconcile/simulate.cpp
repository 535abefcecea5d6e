#include "reconcile/simulate.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <utility>

#include "reconcile/random.hpp"

namespace attest {

namespace {

using std::chrono::days;

/// Shares of accounts or sources at moderate noise. Coarse places and days are as frequent as in UCDP's Syrian events.
struct Rates {
  double partial_toll = 0.35, wrong_figure = 0.2, rounded = 0.14, at_least = 0.12, vague = 0.07, no_figure = 0.05;
  double wrong_place = 0.02, no_place = 0.01, district = 0.06, province = 0.03, country = 0.015, spot = 0.25;
  double wrong_day = 0.04, week = 0.04, no_day = 0.025;
  double no_means = 0.25, other_means = 0.04, no_actor = 0.35, other_actor = 0.05, denial = 0.04;
  double lost_label = 0.03, rewritten = 0.2;

  static Rates of(Noise noise) {
    Rates rates;
    const double factor = noise == Noise::low ? 0.4 : noise == Noise::moderate ? 1 : 1.9;
    for (double* rate :
         {&rates.partial_toll, &rates.wrong_figure, &rates.rounded,     &rates.at_least, &rates.vague,
          &rates.no_figure,    &rates.wrong_place,  &rates.no_place,    &rates.district, &rates.province,
          &rates.country,      &rates.wrong_day,    &rates.week,        &rates.no_day,   &rates.no_means,
          &rates.other_means,  &rates.no_actor,     &rates.other_actor, &rates.denial,   &rates.lost_label,
          &rates.rewritten})
      *rate = std::min(*rate * factor, 0.75);
    return rates;
  }
};

constexpr std::array<std::string_view, 14> kOutlets = {
    "Meridian Wire",  "Harbour Times",  "Northern Post",   "Cedar News",      "The Plain Dealer of Tamar",
    "Blue River TV",  "Orient Monitor", "Southern Herald", "Capital Gazette", "Lantern Radio",
    "Open Sky Daily", "Mountain Press", "Evening Courier", "Valley Voice"};
constexpr std::array<std::string_view, 5> kSides = {"Army of Tamar", "Dawn Front", "Eastern Coalition",
                                                    "River Brigades", "State of the Plain"};
constexpr std::array<std::array<Means, 3>, 5> kWeapons = {
    {{Means::airstrike, Means::artillery, Means::gunfire},
     {Means::gunfire, Means::ied_or_mine, Means::car_bomb},
     {Means::airstrike, Means::drone, Means::missile},
     {Means::artillery, Means::gunfire, Means::execution},
     {Means::suicide_bombing, Means::car_bomb, Means::execution}}};
constexpr std::array<ObjectKind, 5> kObjects = {ObjectKind::market, ObjectKind::hospital, ObjectKind::school,
                                                ObjectKind::home, ObjectKind::place_of_worship};
/// Where figures come from: a monitor and a ministry that many quote, or people whom nobody names.
struct Informant {
  std::string_view name;
  SourceKind kind;
  double share;  // of accounts
};
constexpr std::array<Informant, 6> kInformants = {{{"", SourceKind::media, 0.25},
                                                   {"Tamar Observatory", SourceKind::monitor, 0.25},
                                                   {"Ministry of Health", SourceKind::government, 0.12},
                                                   {"local officials", SourceKind::official_unnamed, 0.16},
                                                   {"residents", SourceKind::witness, 0.12},
                                                   {"Relief Watch", SourceKind::ngo, 0.1}}};

struct Town {
  std::string name, district, province;
  LatLon position, district_position, province_position;
};

LatLon moved(Random& random, LatLon from, double degrees) {
  return {from.latitude + random.between(-degrees, degrees), from.longitude + random.between(-degrees, degrees)};
}

std::string invented_name(Random& random) {
  constexpr std::array<std::string_view, 12> kFirst = {"Bar", "Tel", "Kaf", "Deir", "Sar", "Om",
                                                       "Had", "Jis", "Mar", "Qal",  "Zer", "Nab"};
  constexpr std::array<std::string_view, 12> kSecond = {"ama",  "ira",  "oun",  "ada", "eth",  "ini",
                                                        "asha", "oura", "alin", "epo", "issa", "ora"};
  constexpr std::array<std::string_view, 6> kThird = {"", "b", "t", "n", "ya", "da"};
  return fmt::format("{}{}{}", random.one_of(kFirst), random.one_of(kSecond), random.one_of(kThird));
}

/// What one source knows of one incident, and when.
struct Insight {
  double share_early = 1;  // of the toll, on the first two days
  std::int64_t killed = 0, injured = 0;
  std::optional<std::size_t> side;
};

/// A true incident with what only the simulation needs.
struct Happened {
  TrueIncident truth;
  std::size_t town = 0, side = 0;
  Means means = Means::airstrike;
  std::optional<ObjectKind> object;
  bool fighters = false;
  std::map<std::string, Insight> known;  // by source
};

class World {
 public:
  World(const Simulation& options, const std::function<void(SimulatedReport)>& take)
      : options_(options), rates_(Rates::of(options.noise)), random_(options.seed), take_(take) {
    constexpr std::size_t kTowns = 150;
    for (std::size_t i = 0; i < kTowns; ++i) {
      Town town;
      do town.name = invented_name(random_);
      while (std::ranges::any_of(towns_, [&](const Town& other) { return other.name == town.name; }));
      town.position = {random_.between(32.5, 37), random_.between(36, 42)};
      town.district = town.name + " district";
      town.district_position = moved(random_, town.position, 0.1);
      const int row = static_cast<int>((town.position.latitude - 32.5) / 1.5);
      const int column = static_cast<int>((town.position.longitude - 36) / 1.5);
      town.province = fmt::format("Province {}", row * 4 + column + 1);
      town.province_position = {33.25 + 1.5 * row, 36.75 + 1.5 * column};
      towns_.push_back(std::move(town));
      weights_.push_back(1.0 / static_cast<double>(i + 4) + (weights_.empty() ? 0 : weights_.back()));
    }
  }

  std::vector<TrueIncident> run() {
    constexpr std::uint32_t kADay = 12;
    std::vector<TrueIncident> truths;
    for (std::uint32_t number = 0; number < options_.incidents; ++number) {
      Happened incident = make(first_day_ + days(number / kADay));
      tell(incident, number);
      truths.push_back(incident.truth);
    }
    return truths;
  }

 private:
  Happened make(Date day) {
    Happened it;
    const double pick = random_.unit() * weights_.back();
    it.town = static_cast<std::size_t>(std::ranges::lower_bound(weights_, pick) - weights_.begin());
    it.truth.day = day;
    it.truth.position = moved(random_, towns_[it.town].position, 0.015);
    it.side = random_.below(kSides.size());
    it.means = random_.one_of(kWeapons.at(it.side));
    const double size = std::exp(random_.between(0, 1) * random_.between(0, 5.3));  // mostly few, sometimes two hundred
    it.truth.killed = random_.happens(0.08) ? 0 : static_cast<std::int64_t>(size);
    it.truth.injured = static_cast<std::int64_t>(size * random_.between(0, 3));
    it.fighters = random_.happens(0.2);
    it.truth.civilians = it.fighters ? 0 : it.truth.killed;
    it.truth.children =
        it.fighters ? 0 : static_cast<std::int64_t>(static_cast<double>(it.truth.killed) * random_.between(0, 0.5));
    if (random_.happens(0.3)) it.object = random_.one_of(kObjects);
    return it;
  }

  const Insight& known_by(Happened& it, const std::string& source) {
    const auto found = it.known.find(source);
    if (found != it.known.end()) return found->second;
    Insight knowledge;
    const auto seen = [&](std::int64_t truth) {
      if (truth == 0 || !random_.happens(rates_.wrong_figure)) return truth;
      const double error = std::max(1.0, static_cast<double>(truth) * random_.between(0.03, 0.15));
      return std::max<std::int64_t>(truth + static_cast<std::int64_t>(random_.happens(0.5) ? error : -error), 1);
    };
    knowledge.killed = seen(it.truth.killed);
    knowledge.injured = seen(it.truth.injured);
    if (random_.happens(rates_.partial_toll)) knowledge.share_early = random_.between(0.5, 0.95);
    if (!random_.happens(rates_.no_actor))
      knowledge.side = random_.happens(rates_.other_actor) ? random_.below(kSides.size()) : it.side;
    return it.known.emplace(source, knowledge).first->second;
  }

  void tell(Happened& it, std::uint32_t number) {
    const double interest = 1.1 + 0.45 * std::log(static_cast<double>(it.truth.killed + 1));
    const int reports = 1 + random_.poisson(interest);
    std::vector<std::size_t> outlets(kOutlets.size());
    for (std::size_t i = 0; i < outlets.size(); ++i) outlets[i] = i;
    for (int i = 0; i < reports; ++i) {
      const auto left = outlets.size() - static_cast<std::size_t>(i) % outlets.size();
      std::swap(outlets[random_.below(left)], outlets[left - 1]);
      const std::size_t outlet = outlets[left - 1];
      const int delay = random_.happens(0.55) ? 0 : 1 + random_.poisson(0.8);
      const Informant& informant = pick_informant();
      report(it, number, outlet, informant, it.truth.day + days(delay));
      if (random_.happens(0.25))
        report(it, number, outlet, informant, it.truth.day + days(delay + 1 + random_.poisson(1.5)));
    }
    if (random_.happens(rates_.denial)) deny(it, number, random_.below(kOutlets.size()));
  }

  const Informant& pick_informant() {
    double at = random_.unit();
    for (const Informant& informant : kInformants)
      if ((at -= informant.share) < 0) return informant;
    return kInformants[0];
  }

  /// A report with one account, sometimes a total beside it, and its copies.
  void report(Happened& it, std::uint32_t number, std::size_t outlet, const Informant& informant, Date published) {
    SimulatedReport made;
    made.facts = facts(outlet, published);
    tell_account(made, it, number, outlet, informant);
    if (random_.happens(0.04)) tell_total(made, published);
    const int copies = random_.poisson(0.6);
    if (copies > 0) made.facts.origin = next_origin_++;
    for (int i = 0; i < copies; ++i) {
      SimulatedReport copy = made;
      const ReportFacts own = facts(random_.below(kOutlets.size()), published + days(random_.happens(0.3) ? 1 : 0));
      copy.facts.id = own.id;
      copy.facts.outlet = own.outlet;
      copy.facts.published = own.published;
      if (random_.happens(rates_.rewritten)) rewrite(copy);
      take_(std::move(copy));
    }
    take_(std::move(made));
  }

  ReportFacts facts(std::size_t outlet, Date published) {
    return {fmt::format("report-{}", next_report_++), std::string(kOutlets.at(outlet)), "", published, {}, false};
  }

  /// A sub-editor shortens: names of sides go, figures become words.
  void rewrite(SimulatedReport& copy) {
    for (Claim& claim : copy.claims) {
      if (random_.happens(0.5)) claim.actor.reset();
      if (claim.count && random_.happens(0.4)) state(*claim.count, claim.count->min.value_or(1), true);
    }
  }

  void state(Count& count, std::int64_t figure, bool loosely) {
    count.min = count.max = figure;
    if (figure <= 0) return;
    const double at = random_.unit() * (loosely ? 0.33 : 1);
    if (at < rates_.rounded) {
      const std::int64_t unit = figure >= 200 ? 50 : figure >= 20 ? 10 : figure >= 10 ? 5 : 1;
      count.min = count.max = (figure + unit / 2) / unit * unit;
    } else if (at < rates_.rounded + rates_.at_least) {
      count.max.reset();
      if (figure >= 20) count.min = figure / 5 * 5;
    } else if (at < rates_.rounded + rates_.at_least + rates_.vague) {
      if (figure >= 100)
        count.min = 100, count.max = 999;
      else if (figure >= 24)
        count.min = 24, count.max = 99;
      else if (figure >= 3)
        count.min = 3, count.max = 9;
    }
  }

  void set_place(Claim& claim, const Happened& it) {
    const Town* town = &towns_[it.town];
    if (random_.happens(rates_.no_place)) return;
    Place place{{}, town->name, "XT", town->position, 1};
    if (random_.happens(rates_.wrong_place)) {
      town = &towns_[random_.below(towns_.size())];
      place.name = town->name;
      place.position = town->position;
    } else if (const double at = random_.unit(); at < rates_.district) {
      place = {{}, town->district, "XT", town->district_position, 3};
    } else if (at < rates_.district + rates_.province) {
      place = {{}, town->province, "XT", town->province_position, 4};
    } else if (at < rates_.district + rates_.province + rates_.country) {
      place = {{}, "Tamar", "XT", LatLon{34.7, 39}, 6};
    } else if (at > 1 - rates_.spot) {
      const std::size_t quarter = random_.below(3);

      place.name = fmt::format("Quarter {} ({})", quarter + 1, town->name);
      place.position = it.truth.position;
    }
    claim.place = place;
  }

  void set_time(Claim& claim, const Happened& it) {
    if (random_.happens(rates_.no_day)) return;
    Date from = it.truth.day;
    if (random_.happens(rates_.wrong_day)) from += days(random_.happens(0.5) ? 1 : -1);
    if (random_.happens(rates_.week))
      claim.time = Time{{}, from - days(random_.below(6)), from + days(random_.below(3)), {}, {}, 3};
    else
      claim.time = Time{{}, from, from, {}, {}, 1};
  }

  void tell_account(SimulatedReport& made, Happened& it, std::uint32_t number, std::size_t outlet,
                    const Informant& informant) {
    const std::string source = informant.name.empty() || informant.kind == SourceKind::witness ||
                                       informant.kind == SourceKind::official_unnamed
                                   ? fmt::format("{} {}", outlet, informant.name)
                                   : std::string(informant.name);
    const Insight& knowledge = known_by(it, source);
    const bool early = *made.facts.published <= it.truth.day + days(1);
    const auto toll = [&](std::int64_t figure) {
      if (!early || figure == 0) return figure;
      return std::max<std::int64_t>(static_cast<std::int64_t>(static_cast<double>(figure) * knowledge.share_early), 1);
    };
    Claim base;
    base.incident = "a";
    set_place(base, it);
    set_time(base, it);
    if (!random_.happens(rates_.no_means))
      base.means =
          random_.happens(rates_.other_means) ? random_.one_of(kWeapons.at(random_.below(kSides.size()))) : it.means;
    if (knowledge.side) base.actor = Party{{}, std::string(kSides.at(*knowledge.side))};
    if (!informant.name.empty()) base.source = Source{{}, std::string(informant.name), informant.kind, false};
    const auto status = it.fighters            ? VictimStatus::combatant
                        : random_.happens(0.5) ? VictimStatus::civilian
                                               : VictimStatus::unknown;
    const auto add = [&](Claim claim) {
      claim.id = fmt::format("c{}", made.claims.size() + 1);
      if (random_.happens(rates_.lost_label)) claim.incident = claim.id;
      made.claims.push_back(std::move(claim));
      made.truth.emplace_back(number);
      return made.claims.size() - 1;
    };
    const std::int64_t killed = toll(knowledge.killed), injured = toll(knowledge.injured);
    const auto people = [&](ClaimKind kind, std::int64_t figure, bool loosely) {
      Claim claim = base;
      claim.kind = kind;
      claim.victims = Victims{{}, status, VictimGroup::any};
      if (!random_.happens(rates_.no_figure)) {
        claim.count = Count{};
        state(*claim.count, figure, loosely);
      }
      return claim;
    };
    if (killed > 0 && random_.happens(0.5)) add(people(ClaimKind::killed, killed, true));  // the headline
    Claim attack = base;
    attack.kind = ClaimKind::attack;
    if (killed == 0 || random_.happens(0.6)) add(attack);
    if (killed > 0) {
      const std::size_t whole = add(people(ClaimKind::killed, killed, false));
      if (it.truth.children > 0 && random_.happens(0.3)) {
        Claim children = people(ClaimKind::killed, std::min(it.truth.children, killed), false);
        children.victims = Victims{{}, VictimStatus::civilian, VictimGroup::children};
        children.subset_of = made.claims[whole].id;
        children.incident = made.claims[whole].incident;
        add(std::move(children));
      }
    }
    if (injured > 0 && random_.happens(0.7)) add(people(ClaimKind::injured, injured, false));
    if (it.object && random_.happens(0.5)) {
      Claim damaged = base;
      damaged.kind = ClaimKind::damaged;
      damaged.object = it.object;
      add(damaged);
    }
  }

  void deny(Happened& it, std::uint32_t number, std::size_t outlet) {
    SimulatedReport made;
    made.facts = facts(outlet, it.truth.day + days(1));
    Claim claim;
    claim.id = "c1";
    claim.incident = "a";
    claim.kind = ClaimKind::attack;
    claim.certainty = Certainty::denied;
    set_place(claim, it);
    set_time(claim, it);
    claim.means = it.means;
    claim.actor = Party{{}, std::string(kSides.at(it.side))};
    claim.source = Source{{}, std::string(kSides.at(it.side)), SourceKind::military, true};
    made.claims.push_back(std::move(claim));
    made.truth.emplace_back(number);
    take_(std::move(made));
  }

  /// A cumulative total, which belongs to no incident.
  void tell_total(SimulatedReport& made, Date published) {
    Claim claim;
    claim.id = fmt::format("c{}", made.claims.size() + 1);
    claim.incident = "total";
    claim.kind = ClaimKind::killed;
    claim.scope = Scope::cumulative;
    const auto since = (published - first_day_).count() + 1;
    claim.count = Count{{}, since * 90, since * 90, Unit::persons};
    claim.time = Time{{}, first_day_, published, {}, {}, 5};
    claim.place = Place{{}, "Tamar", "XT", LatLon{34.7, 39}, 6};
    claim.source = Source{{}, "Tamar Observatory", SourceKind::monitor, false};
    made.claims.push_back(std::move(claim));
    made.truth.emplace_back(std::nullopt);
  }

  Simulation options_;
  Rates rates_;
  Random random_;
  const std::function<void(SimulatedReport)>& take_;
  std::vector<Town> towns_;
  std::vector<double> weights_;  // running sums
  Date first_day_ = std::chrono::sys_days(std::chrono::year(2015) / 1 / 1);
  std::uint32_t next_report_ = 1, next_origin_ = 1;
};

}  // namespace

std::vector<TrueIncident> simulate(const Simulation& options, const std::function<void(SimulatedReport)>& take) {
  return World(options, take).run();
}

}  // namespace attest
