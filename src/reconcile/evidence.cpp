#include "reconcile/evidence.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

#include "base/fold_word.hpp"

namespace attest {

namespace {

/// Words for a speaker whom nobody could find again: "witnesses" of two reports are not one source.
bool is_nameless(const Source& source) {
  switch (source.kind) {
    case SourceKind::witness:
    case SourceKind::official_unnamed:
    case SourceKind::medical:
    case SourceKind::other:
      return true;
    default:
      return source.name.empty() || (source.name.front() >= 'a' && source.name.front() <= 'z');
  }
}

/// Who wrote the report: those it copies, the agency, the outlet, else the report alone.
std::uint64_t writer_of(const ReportFacts& report) {
  if (report.origin) return mixed(1, *report.origin);
  if (!report.agency.empty()) return mixed(2, content_hash(fold_word(report.agency)));
  if (!report.outlet.empty()) return mixed(2, content_hash(fold_word(report.outlet)));
  return mixed(3, content_hash(report.id));
}

/// "Telashat district", "Homs Governorate": without the last word.
std::string_view stem_of(std::string_view place) {
  for (const std::string_view word : {" district", " District", " governorate", " Governorate", " province",
                                      " Province", " region", " Region", " city", " town", " village", " subdistrict"})
    if (place.ends_with(word) && place.size() > word.size()) return place.substr(0, place.size() - word.size());
  return place;
}

std::string_view side_of(const std::optional<Party>& actor) {
  return actor ? known_side(actor->name) : std::string_view();
}

/// The report's own figure for a harm: what it says of people as such, else of civilians and fighters together.
Bounds own_total(const Evidence& evidence, std::span<const std::uint32_t> told, ClaimKind kind) {
  Bounds people, civilians, fighters, groups;
  const auto larger = [](Bounds& bounds, const Testimony& t) {
    if (!bounds.min && !bounds.max) bounds = {t.min, t.max};
    if (t.min.value_or(0) > bounds.min.value_or(0)) bounds = {t.min, t.max};
  };
  for (const std::uint32_t number : told) {
    const Testimony& t = evidence.testimonies[number];
    if (t.kind != kind || t.unit != Unit::persons || !t.counted() || t.whole != kNoClaim) continue;
    if (t.group != VictimGroup::any)
      larger(groups, t);
    else if (t.status == VictimStatus::civilian)
      larger(civilians, t);
    else if (t.status == VictimStatus::combatant)
      larger(fighters, t);
    else
      larger(people, t);
  }
  if (people.min || people.max) return people;
  if (civilians.min && fighters.min)
    return {*civilians.min + *fighters.min,
            civilians.max && fighters.max ? std::optional(*civilians.max + *fighters.max) : std::nullopt};
  if (civilians.min || civilians.max) return civilians;
  return fighters.min || fighters.max ? fighters : groups;
}

bool is_tighter(const Testimony& a, const Testimony& b) {
  const auto days = [](const Testimony& t) { return (*t.to - *t.from).count(); };
  return std::tuple(days(a), *a.from) < std::tuple(days(b), *b.from);
}

}  // namespace

Family reconcile_family(ClaimKind kind) {
  switch (kind) {
    case ClaimKind::killed:
    case ClaimKind::injured:
    case ClaimKind::missing:
    case ClaimKind::attack:
    case ClaimKind::damaged:
    case ClaimKind::clash:
      return Family::attack;
    case ClaimKind::detained:
    case ClaimKind::recruited:
    case ClaimKind::human_shield:
      return Family::captivity;
    case ClaimKind::abused:
      return Family::abuse;
    case ClaimKind::displaced:
    case ClaimKind::returned:
      return Family::movement;
    case ClaimKind::trapped:
    case ClaimKind::sheltered:
    case ClaimKind::deprived:
      return Family::conditions;
    case ClaimKind::control:
      return Family::control;
  }
  return Family::attack;
}

std::uint32_t Evidence::add(const ReportFacts& report, std::span<const Claim> claims,
                            std::span<const std::optional<ReportFacts>> copied_from) {
  const auto number = static_cast<std::uint32_t>(reports.size());
  const auto first = static_cast<std::uint32_t>(testimonies.size());
  const std::uint64_t report_hash = content_hash(report.id);
  const std::uint64_t own_writer = writer_of(report);
  reports.push_back({report.id, report.published, first, static_cast<std::uint32_t>(claims.size()),
                     names.of(report.outlet.empty() ? report.agency : report.outlet), report.withdrawn});
  for (std::size_t i = 0; i < claims.size(); ++i) {
    const Claim& claim = claims[i];
    Testimony told;
    told.identity = mixed(report_hash, content_hash(claim.id));
    told.report = number;
    told.claim = static_cast<std::uint32_t>(i);
    const std::uint64_t writer = i < copied_from.size() && copied_from[i] ? writer_of(*copied_from[i]) : own_writer;
    told.voice = told.origin = writer;
    if (claim.source) {
      told.source = names.of(claim.source->name);
      told.source_kind = claim.source->kind;
      told.party = claim.source->party;
      const std::uint64_t speaker = content_hash(fold_word(claim.source->name));
      if (is_nameless(*claim.source))
        told.voice = mixed(writer, speaker);
      else
        told.voice = told.origin = mixed(4, speaker);
    }
    told.actor = names.of(side_of(claim.actor));
    told.opponent = names.of(side_of(claim.opponent));
    told.label = names.of(claim.incident.empty() ? claim.id : claim.incident);
    if (claim.count) {
      told.min = claim.count->min;
      told.max = claim.count->max;
      told.unit = claim.count->unit;
    }
    if (claim.time && claim.time->from && claim.time->to && *claim.time->from <= *claim.time->to) {
      told.from = claim.time->from;
      told.to = claim.time->to;
      told.time_precision = static_cast<std::uint8_t>(claim.time->precision.value_or(0));
    }
    if (claim.place) {
      told.place = names.of(claim.place->name);
      told.stem = names.of(stem_of(claim.place->name));
      told.position = claim.place->position;
      if (claim.place->country) told.country = country_code(*claim.place->country);
      told.place_precision = static_cast<std::uint8_t>(claim.place->precision.value_or(0));
    }
    told.kind = claim.kind;
    told.trigger = claim.trigger;
    if (claim.count)
      told.words = claim.count->text;
    else if (claim.victims)
      told.words = claim.victims->text;
    if (claim.victims) {
      told.has_victims = true;
      told.status = claim.victims->status;
      told.group = claim.victims->group;
    }
    told.means = claim.means;
    told.object = claim.object;
    told.certainty = claim.certainty;
    told.scope = claim.scope;
    told.unverified = claim.unverified;
    if (claim.subset_of)
      for (std::size_t j = 0; j < claims.size(); ++j)
        if (claims[j].id == *claim.subset_of && j != i) told.whole = first + static_cast<std::uint32_t>(j);
    testimonies.push_back(told);
  }

  // Accounts: what happened once, label by label. Parts stay with their whole.
  std::vector<std::uint32_t> order;
  for (std::uint32_t i = first; i < testimonies.size(); ++i)
    if (testimonies[i].scope == Scope::incident) order.push_back(i);
  const auto account = [&](std::uint32_t i) {
    return std::tuple(reconcile_family(testimonies[i].kind), testimonies[i].label);
  };
  std::ranges::stable_sort(order, [&](std::uint32_t a, std::uint32_t b) { return account(a) < account(b); });
  for (std::size_t begin = 0; begin < order.size();) {
    std::size_t end = begin + 1;
    while (end < order.size() && account(order[end]) == account(order[begin])) ++end;
    add_account(std::span(order).subspan(begin, end - begin));
    begin = end;
  }
  return number;
}

void Evidence::add_account(std::span<const std::uint32_t> told) {
  constexpr std::chrono::days kUndated{2};  // UCDP: an undated report tells of three days, counted back from its own
  Account account;
  account.first = static_cast<std::uint32_t>(members.size());
  account.size = static_cast<std::uint32_t>(told.size());
  account.identity = std::numeric_limits<std::uint64_t>::max();
  const Testimony* where = nullptr;
  const Testimony* when = nullptr;
  for (const std::uint32_t number : told) {
    const Testimony& t = testimonies[number];
    members.push_back(number);
    account.report = t.report;
    account.identity = std::min(account.identity, t.identity);
    account.family = reconcile_family(t.kind);
    account.kinds = static_cast<std::uint16_t>(account.kinds | 1U << static_cast<unsigned>(t.kind));
    if (t.group == VictimGroup::any && t.whole == kNoClaim)
      account.statuses = static_cast<std::uint8_t>(account.statuses | 1U << static_cast<unsigned>(t.status));
    if (account.actor == 0) account.actor = t.actor;
    if (account.opponent == 0) account.opponent = t.opponent;
    if (!account.means) account.means = t.means;
    if (!account.object) account.object = t.object;
    const auto rank = [](const Testimony& of) {
      return std::tuple(!of.position, of.place_precision == 0 ? 9 : of.place_precision);
    };
    if ((t.place != 0 || t.position) && (where == nullptr || rank(t) < rank(*where))) where = &t;
    if (t.from && (when == nullptr || is_tighter(t, *when))) when = &t;
  }
  account.published = reports[account.report].published;
  account.outlet = reports[account.report].outlet;
  if (where != nullptr) {
    account.place = where->place;
    account.stem = where->stem;
    account.position = where->position;
    account.country = where->country;
    account.place_precision = where->place_precision == 0 ? 1 : where->place_precision;
  }
  if (when != nullptr) {
    account.from = when->from;
    account.to = when->to;
    account.dated = true;
  } else if (account.published) {
    account.from = *account.published - kUndated;
    account.to = account.published;
  }
  account.killed = own_total(*this, told, ClaimKind::killed);
  account.injured = own_total(*this, told, ClaimKind::injured);
  for (const ClaimKind kind : {ClaimKind::detained, ClaimKind::displaced, ClaimKind::missing, ClaimKind::returned,
                               ClaimKind::abused, ClaimKind::human_shield, ClaimKind::recruited, ClaimKind::trapped})
    if (!account.other.min && !account.other.max) account.other = own_total(*this, told, kind);
  accounts.push_back(account);
}

}  // namespace attest
