#include "reconcile/machine_record.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace attest {

namespace {

/// The number under this name, if `is_it` agrees.
template <class IsIt>
std::optional<std::uint32_t> look_up(const std::vector<std::pair<std::uint64_t, std::uint32_t>>& sorted,
                                     std::string_view name, IsIt is_it) {
  const std::uint64_t hash = content_hash(name);
  for (auto at = std::ranges::lower_bound(sorted, std::pair(hash, std::uint32_t{0}));
       at != sorted.end() && at->first == hash; ++at)
    if (is_it(at->second)) return at->second;
  return std::nullopt;
}

}  // namespace

MachineRecord::MachineRecord(const Evidence& evidence, std::span<const Incident> incidents)
    : evidence_(&evidence), incidents_(incidents), incident_of_(evidence.testimonies.size(), kNoIncident) {
  for (std::uint32_t i = 0; i < incidents.size(); ++i) {
    ids_.emplace_back(content_hash(incidents[i].id), i);
    for (const LinkedClaim& link : incidents[i].claims) incident_of_[testimony_of(link.claim)] = i;
  }
  for (std::uint32_t i = 0; i < evidence.reports.size(); ++i)
    reports_.emplace_back(content_hash(evidence.reports[i].id), i);
  std::ranges::sort(ids_);
  std::ranges::sort(reports_);
}

std::vector<std::uint32_t> MachineRecord::told(std::uint32_t incident) const {
  std::vector<std::uint32_t> told;
  for (const LinkedClaim& link : incidents_[incident].claims) told.push_back(testimony_of(link.claim));
  return told;
}

std::optional<std::uint32_t> MachineRecord::find_incident(std::string_view id) const {
  return look_up(ids_, id, [&](std::uint32_t i) { return incidents_[i].id == id; });
}

std::optional<std::uint32_t> MachineRecord::report_of(std::string_view document) const {
  return look_up(reports_, document, [&](std::uint32_t i) { return evidence_->reports[i].id == document; });
}

ClaimAnchor MachineRecord::anchor(std::uint32_t testimony) const {
  const Testimony& told = evidence_->testimonies[testimony];
  const ReportRow& report = evidence_->reports[told.report];
  ClaimAnchor anchor{report.id, fmt::format("c{}", told.claim + 1), told.kind, told.trigger, told.words, 0, 0};
  for (std::uint32_t i = report.first; i < report.first + report.claims; ++i) {
    const Testimony& other = evidence_->testimonies[i];
    if (other.kind != told.kind || other.trigger != told.trigger) continue;
    ++anchor.of_trigger;
    if (i < testimony && other.words == told.words) ++anchor.nth;
  }
  return anchor;
}

std::vector<ClaimAnchor> MachineRecord::anchors(std::span<const std::uint32_t> testimonies) const {
  std::vector<ClaimAnchor> anchors;
  for (const std::uint32_t testimony : testimonies) anchors.push_back(anchor(testimony));
  return anchors;
}

std::optional<std::uint32_t> MachineRecord::find(const ClaimAnchor& anchor) const {
  const auto number = report_of(anchor.document);
  if (!number) return std::nullopt;
  const ReportRow& report = evidence_->reports[*number];
  std::uint32_t alike = 0, of_trigger = 0;
  std::optional<std::uint32_t> with_trigger;
  for (std::uint32_t i = report.first; i < report.first + report.claims; ++i) {
    const Testimony& told = evidence_->testimonies[i];
    if (told.kind != anchor.kind || told.trigger != anchor.trigger) continue;
    ++of_trigger;
    with_trigger = i;
    if (told.words == anchor.words && alike++ == anchor.nth) return i;
  }
  return anchor.of_trigger == 1 && of_trigger == 1 ? with_trigger : std::nullopt;
}

std::optional<std::uint32_t> MachineRecord::find_claim(std::string_view key) const {
  const std::size_t slash = key.find("/c");
  if (slash == std::string_view::npos) return std::nullopt;
  const auto number = report_of(key.substr(0, slash));
  std::uint32_t claim = 0;
  const char* const end = key.data() + key.size();
  const auto [stop, error] = std::from_chars(key.data() + slash + 2, end, claim);
  if (!number || error != std::errc() || stop != end || key[slash + 2] == '0') return std::nullopt;
  const ReportRow& report = evidence_->reports[*number];
  return claim >= 1 && claim <= report.claims ? std::optional(report.first + claim - 1) : std::nullopt;
}

std::string claim_key(const ClaimAnchor& claim) { return claim.document + "/" + claim.claim; }

}  // namespace attest
