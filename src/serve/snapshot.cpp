#include "serve/snapshot.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "base/fold_word.hpp"
#include "ledger/open.hpp"
#include "publish/coarsen.hpp"
#include "publish/mask.hpp"
#include "reconcile/incident.hpp"
#include "reconcile/interned.hpp"

namespace attest {

namespace {

std::string series_id(const Series& series) {
  std::uint64_t hash = 0;
  for (const std::string_view part :
       {std::string_view(series.source), name_of(series.kind), name_of(series.unit),
        series.status ? name_of(*series.status) : std::string_view(), name_of(series.group),
        std::string_view(series.place), std::string_view(series.country), std::string_view(series.actor),
        name_of(series.scope)})
    hash = mixed(hash, content_hash(part));
  return incident_id(hash);
}

void cover(Coverage& all, const std::optional<Date>& from, const std::optional<Date>& to) {
  if (!from || !to) return;
  if (!all.days) all.days = Days{from, to};
  all.days->from = std::min(*all.days->from, *from);
  all.days->to = std::max(*all.days->to, *to);
}

void cover(Coverage& all, const std::optional<LatLon>& at) {
  if (!at) return;
  const Box cell{std::floor(at->longitude), std::floor(at->latitude), std::ceil(at->longitude),
                 std::ceil(at->latitude)};
  if (!all.box) all.box = cell;
  *all.box = {std::min(all.box->west, cell.west), std::min(all.box->south, cell.south),
              std::max(all.box->east, cell.east), std::max(all.box->north, cell.north)};
}

}  // namespace

std::optional<std::uint32_t> Corpus::report_of(DocumentKey key) const {
  const auto found = std::ranges::lower_bound(reconciled.keys, key);
  if (found == reconciled.keys.end() || *found != key) return std::nullopt;
  return static_cast<std::uint32_t>(found - reconciled.keys.begin());
}

Result<std::shared_ptr<const Corpus>> build_corpus(
    const std::filesystem::path& ledger, std::string state,
    const std::function<void(std::int64_t done, std::int64_t total)>& progress) {
  auto corpus = std::make_shared<Corpus>();
  corpus->state = std::move(state);
  ATTEST_TRY(corpus->reconciled, reconcile_ledger(ledger, progress));
  for (Incident& incident : corpus->reconciled.incidents) mask_names(incident, corpus->reconciled.masked);
  corpus->machine = std::make_unique<const MachineRecord>(corpus->evidence(), corpus->reconciled.incidents);
  corpus->series = series_of(corpus->evidence(), corpus->reconciled.incidents);
  for (std::uint32_t i = 0; i < corpus->series.size(); ++i) {
    corpus->series_ids.push_back(series_id(corpus->series[i]));
    for (std::uint32_t point = 0; point < corpus->series[i].points.size(); ++point)
      corpus->aggregates.push_back({i, point});
  }
  const auto shown = [&](std::string name) {
    const auto found = corpus->reconciled.masked.find(name);
    return found == corpus->reconciled.masked.end() ? std::move(name) : found->second;
  };
  for (Series& one : corpus->series)
    for (std::string* name : {&one.source, &one.actor}) *name = shown(*name);
  for (Interned::Name name = 0; name < corpus->evidence().names.size(); ++name)
    corpus->folded.push_back(fold_word(shown(std::string(corpus->evidence().names.text(name)))));
  ATTEST_TRY(const Database database, open_ledger(ledger, Database::Mode::read));
  ATTEST_TRY(corpus->private_words, PrivateWords::load(database));
  ATTEST_TRY(corpus->directory, list_documents(database));
  for (const Testimony& told : corpus->evidence().testimonies) {
    cover(corpus->of_claims, told.position);
    cover(corpus->of_claims, told.from, told.to);
  }
  for (const Listed& document : corpus->directory.documents)
    cover(corpus->of_reports, document.published, document.published);
  return corpus;
}

Snapshot::Snapshot(std::string id, std::shared_ptr<const Corpus> corpus, std::vector<Act> acts)
    : id_(std::move(id)),
      corpus_(std::move(corpus)),
      acts_(std::move(acts)),
      reviewed_(apply_decisions(*corpus_->machine, acts_)) {
  for (ReviewedIncident& one : reviewed_.incidents) mask_names(one.incident, corpus_->reconciled.masked);
  std::vector<Seen> seen;
  const std::vector<Incident>& machine = corpus_->reconciled.incidents;
  seen.reserve(machine.size() + reviewed_.incidents.size());
  auto decided = reviewed_.incidents.begin();
  auto replaced = reviewed_.replaced.begin();
  for (std::uint32_t i = 0; i < machine.size(); ++i) {
    for (; decided != reviewed_.incidents.end() && is_sooner(decided->incident, machine[i]); ++decided)
      seen.push_back({&decided->incident, decided->note});
    if (replaced != reviewed_.replaced.end() && *replaced == i)
      ++replaced;
    else
      seen.push_back({&machine[i], {}});
  }
  for (; decided != reviewed_.incidents.end(); ++decided) seen.push_back({&decided->incident, decided->note});
  const auto sensitive = std::ranges::count_if(seen, [](const Seen& one) { return one.review.sensitive; });
  if (sensitive > 0) {
    std::vector<Seen> coarse = seen;
    coarsened_.reserve(static_cast<std::size_t>(sensitive));
    for (Seen& one : coarse)
      if (one.review.sensitive) one.incident = &coarsened_.emplace_back(coarsened(*one.incident));
    std::ranges::sort(coarse, [](const Seen& a, const Seen& b) { return is_sooner(*a.incident, *b.incident); });
    readers_ = std::make_unique<const IncidentTable>(corpus_->evidence(), std::move(coarse));
  }
  reviewers_ = std::make_unique<const IncidentTable>(corpus_->evidence(), std::move(seen));
}

Result<std::uint32_t> Snapshot::find(Role role, std::string_view id) const {
  const IncidentTable& table = seen_by(role);
  auto row = table.find(id);
  if (!row)
    if (const auto now = reviewed_.shown_as(id, *corpus_->machine)) row = table.find(*now);
  if (!row) return fail(ErrorCode::not_found, "no incident of this id", std::string(id));
  return *row;
}

}  // namespace attest
