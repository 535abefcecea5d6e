#include "cli/simulated_text.hpp"

#include <fmt/format.h>

#include <array>
#include <string>
#include <string_view>
#include <utility>

#include "base/hash.hpp"
#include "publish/incidents.hpp"
#include "reconcile/interned.hpp"
#include "reconcile/random.hpp"

namespace attest::cli {

namespace {

using Words = std::array<std::string_view, 16>;

constexpr Words kWhat = {"road",  "river", "bridge", "mill",   "orchard", "station", "square", "harbour",
                         "ridge", "dam",   "wall",   "garden", "depot",   "canal",   "tower",  "quarry"};
constexpr Words kHow = {"old",    "northern", "quiet", "burnt",  "crowded", "narrow", "western", "new",
                        "broken", "upper",    "dusty", "closed", "eastern", "long",   "empty",   "lower"};
constexpr Words kWho = {"shopkeepers", "teachers", "drivers",   "neighbours", "traders", "nurses",
                        "elders",      "students", "farmers",   "bakers",     "guards",  "mechanics",
                        "families",    "porters",  "fishermen", "clerks"};
constexpr Words kDid = {"waited",  "gathered", "argued",  "returned", "queued",   "prayed", "worked",   "slept",
                        "watched", "rested",   "counted", "repaired", "listened", "cooked", "searched", "wrote"};
constexpr std::array<std::string_view, 12> kMonths = {"January",   "February", "March",    "April",
                                                      "May",       "June",     "July",     "August",
                                                      "September", "October",  "November", "December"};

std::string day_in_words(Date day) {
  const std::chrono::year_month_day date{day};
  return fmt::format("{} {} {}", unsigned{date.day()}, kMonths.at(unsigned{date.month()} - 1), int{date.year()});
}

std::string_view noun_of(Means means) {
  switch (means) {
    case Means::airstrike:
      return "an air strike";
    case Means::artillery:
      return "shelling";
    case Means::gunfire:
      return "gunfire";
    case Means::ied_or_mine:
      return "a roadside bomb";
    case Means::car_bomb:
      return "a car bomb";
    case Means::drone:
      return "a drone strike";
    case Means::missile:
      return "a missile";
    case Means::execution:
      return "executions";
    case Means::suicide_bombing:
      return "a suicide bombing";
    default:
      return "an attack";
  }
}

/// The figure as words, and nothing for a claim without one.
std::string figure_in_words(const Count& count) {
  if (!count.max) return fmt::format("at least {}", count.min.value_or(0));
  if (!count.min) return fmt::format("up to {}", *count.max);
  if (*count.min == *count.max) return std::to_string(*count.min);
  if (*count.max <= 9) return "several";
  return *count.max <= 99 ? "dozens of" : "hundreds of";
}

std::string_view people_of(const Victims& victims) {
  if (victims.group == VictimGroup::children) return "children";
  if (victims.status == VictimStatus::combatant) return "fighters";
  return victims.status == VictimStatus::civilian ? "civilians" : "people";
}

class Writer {
 public:
  explicit Writer(const SimulatedReport& report)
      : report_(report),
        claims_(report.claims),
        text_seed_(report.facts.origin ? mixed(1, *report.facts.origin) : content_hash(report.facts.id)),
        random_(text_seed_) {}

  WrittenReport write() {
    block(BlockKind::headline, [&] { headline_block(); });
    block(BlockKind::byline, [&] { text_ += fmt::format("{}, {}", report_.facts.outlet, report_.facts.id); });
    block(BlockKind::paragraph, [&] { colour(); });
    for (std::size_t i = 1; i < claims_.size(); ++i)
      block(BlockKind::paragraph, [&] {
        sentence(claims_[i]);
        if (random_.happens(0.4)) text_ += ' ', colour();
      });
    text_ += '\n';
    return {finished(), std::move(claims_)};
  }

 private:
  template <class Write>
  void block(BlockKind kind, Write write) {
    if (!text_.empty()) text_ += "\n\n";
    const std::uint32_t begin = here();
    write();
    blocks_.push_back({kind, {begin, here()}});
  }

  [[nodiscard]] std::uint32_t here() const { return static_cast<std::uint32_t>(text_.size()); }
  Span quoted(std::string_view words) {
    const std::uint32_t begin = here();
    text_ += words;
    return {begin, here()};
  }

  /// The first claim makes the headline.
  void headline_block() { sentence(claims_.front()); }

  /// A sentence of no report but this one and its copies.
  void colour() {
    text_ += fmt::format("The {} {} who {} by the {} {} {} until the {} {} {} the {} {}.", random_.one_of(kHow),
                         random_.one_of(kWho), random_.one_of(kDid), random_.one_of(kHow), random_.one_of(kWhat),
                         random_.one_of(kDid), random_.one_of(kHow), random_.one_of(kWho), random_.one_of(kDid),
                         random_.one_of(kHow), random_.one_of(kWhat));
  }

  void sentence(Claim& claim) {
    // The same claim reads the same in a copy, whatever other claims say.
    Random choice(mixed(text_seed_, content_hash(claim.id)));
    const std::uint32_t begin = here();
    const std::size_t way = choice.below(3);
    if (claim.certainty == Certainty::denied) {
      denial(claim);
    } else {
      if (claim.time && way == 0) when(claim, true);
      if (claim.source && way != 2) {
        claim.source->text = quoted(claim.source->name);
        text_ += way == 0 ? " said that " : " reported that ";
      }
      what_happened(claim, choice);
      if (claim.place) {
        text_ += choice.happens(0.5) ? " in " : " near ";
        claim.place->text = quoted(claim.place->name);
      }
      if (claim.time && way != 0) when(claim, false);
      if (claim.source && way == 2) {
        text_ += ", according to ";
        claim.source->text = quoted(claim.source->name);
      }
    }
    text_ += '.';
    if (text_[begin] >= 'a' && text_[begin] <= 'z') text_[begin] = static_cast<char>(text_[begin] - 'a' + 'A');
    claim.sentence = {begin, here()};
    claim.rule = "simulated";
  }

  void when(Claim& claim, bool first) {
    text_ += first ? "" : " ";
    const Time& time = *claim.time;
    if (claim.scope == Scope::cumulative)
      claim.time->text = quoted(fmt::format("since {}", day_in_words(*time.from)));
    else if (*time.from == *time.to)
      claim.time->text = quoted(fmt::format("on {}", day_in_words(*time.from)));
    else
      claim.time->text = quoted(fmt::format("between {} and {}", day_in_words(*time.from), day_in_words(*time.to)));
    if (first) text_ += ", ";
  }

  void denial(Claim& claim) {
    claim.source->text = quoted(claim.source->name);
    text_ += " denied that ";
    claim.actor->text = quoted(claim.actor->name);
    text_ += " had ";
    claim.trigger = quoted("attacked");
    if (claim.place) {
      text_ += " people in ";
      claim.place->text = quoted(claim.place->name);
    }
    if (claim.time) when(claim, false);
  }

  void who_was_hit(Claim& claim) {
    if (claim.count) {
      claim.count->text = quoted(figure_in_words(*claim.count));
      text_ += ' ';
    }
    if (claim.victims)
      claim.victims->text = quoted(people_of(*claim.victims));
    else
      text_ += "people";
  }

  void what_happened(Claim& claim, Random& choice) {
    switch (claim.kind) {
      case ClaimKind::attack:
        if (claim.actor) {
          claim.actor->text = quoted(claim.actor->name);
          text_ += ' ';
          claim.trigger = quoted(choice.happens(0.5) ? "attacked" : "struck");
          text_ += choice.happens(0.5) ? " again" : "";
          by_means(claim, " with ");
        } else {
          const std::string_view noun = claim.means ? noun_of(*claim.means) : "an attack";
          claim.trigger = quoted(noun);
          text_ += choice.happens(0.5) ? " was reported" : " was heard";
        }
        return;
      case ClaimKind::damaged:
        text_ += fmt::format("a {} was ", in_words(name_of(claim.object.value_or(ObjectKind::home))));
        claim.trigger = quoted(choice.happens(0.5) ? "damaged" : "destroyed");
        by_side(claim);
        return;
      default:
        break;
    }
    const std::string_view verb = claim.kind == ClaimKind::killed ? "killed" : "wounded";
    if (claim.scope == Scope::cumulative) {
      who_was_hit(claim);
      text_ += " have been ";
      claim.trigger = quoted(verb);
    } else if (claim.actor && choice.happens(0.4)) {
      claim.actor->text = quoted(claim.actor->name);
      text_ += ' ';
      claim.trigger = quoted(verb);
      text_ += ' ';
      who_was_hit(claim);
      by_means(claim, " with ");
    } else {
      who_was_hit(claim);
      text_ += choice.happens(0.5) ? " were " : " had been ";
      claim.trigger = quoted(verb);
      by_side(claim);
      by_means(claim, " in ");
    }
  }

  void by_side(Claim& claim) {
    if (!claim.actor) return;
    text_ += " by ";
    claim.actor->text = quoted(claim.actor->name);
  }
  void by_means(const Claim& claim, std::string_view joint) {
    if (claim.means) text_ += fmt::format("{}{}", joint, noun_of(*claim.means));
  }

  Document finished() {
    Document document;
    document.name = report_.facts.id;
    document.original = document.text = text_;
    document.id = document.text_hash = sha256_hex(text_);
    document.encoding = "UTF-8";
    document.blocks = std::move(blocks_);
    document.title = {std::string(slice(text_, document.blocks.front().span)), "headline",
                      document.blocks.front().span};
    document.outlet = {report_.facts.outlet, "simulation", {}};
    document.published = {*report_.facts.published, "simulation", {}};
    document.language = {"en", "simulation", {}};
    return document;
  }

  const SimulatedReport& report_;
  std::vector<Claim> claims_;
  std::uint64_t text_seed_;
  Random random_;
  std::string text_;
  std::vector<Block> blocks_;
};

}  // namespace

WrittenReport write_report(const SimulatedReport& report) { return Writer(report).write(); }

}  // namespace attest::cli
