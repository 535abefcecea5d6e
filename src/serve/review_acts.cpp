#include "serve/review_acts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <optional>

#include "base/utc.hpp"
#include "ledger/open.hpp"
#include "ledger/review.hpp"
#include "publish/acts.hpp"
#include "publish/json.hpp"
#include "serve/problem.hpp"
#include "serve/review_request.hpp"

namespace attest {

namespace {

constexpr std::int64_t kUsualActs = 100, kMostActs = 10'000;

/// A whole number of the query, at least `least`.
Result<std::int64_t> number_in(const Request& request, std::string_view name, std::int64_t otherwise,
                               std::int64_t least) {
  const auto text = request.parameter(name);
  if (!text) return otherwise;
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), number);
  if (error != std::errc() || end != text->data() + text->size() || number < least)
    return fail(ErrorCode::usage, fmt::format("must be a whole number, {} or more", least), std::string(name));
  return number;
}

/// Is the act about the incident that has this id, or had it when the act was made?
bool is_about(const Act& act, std::string_view id, const ReviewedIncident* now) {
  if (now != nullptr && std::ranges::binary_search(now->acts, act.seq)) return true;
  return std::ranges::any_of(act.incidents, [&](const IncidentAnchor& incident) { return incident.id == id; });
}

Result<Response> decided(const Service& service, const Request& request, const Result<Proposal>& proposal) {
  if (!proposal && proposal.error().code == ErrorCode::usage) return problem(422, proposal.error().to_string());
  if (!proposal) return tl::unexpected(proposal.error());
  const auto snapshot = service.snapshot();
  ATTEST_TRY(const Database database, open_ledger(service.settings().ledger, Database::Mode::write));
  const auto done = decide(database, *snapshot->corpus().machine, *proposal,
                           {request.reviewer, std::string(role_name(request.role)), utc_now()});
  if (!done && (done.error().code == ErrorCode::usage || done.error().code == ErrorCode::bad_json))
    return problem(422, done.error().to_string());
  if (!done) return tl::unexpected(done.error());
  if (done->conflict) return problem(409, *done->conflict);
  ATTEST_CHECK(service.renew());
  Response response{.status = 201};
  std::string& out = response.body;
  out = R"({"act":)";
  append_act_json(out, done->act, {});
  out += R"(,"incidents":[)";
  for (std::size_t i = 0; i < done->incidents.size(); ++i) {
    if (i > 0) out += ',';
    append_json_string(out, done->incidents[i]);
  }
  out += "]}\n";
  return response;
}

}  // namespace

Result<Response> get_acts(const Service& service, const Request& request) {
  ATTEST_TRY(const std::int64_t after, number_in(request, "after", 0, 0));
  ATTEST_TRY(const std::int64_t wanted, number_in(request, "limit", kUsualActs, 1));
  const auto limit = static_cast<std::size_t>(std::min(wanted, kMostActs));
  const auto incident = request.parameter("incident"), by = request.parameter("by");
  const auto snapshot = service.snapshot();
  const Reviewed& reviewed = snapshot->reviewed();
  const ReviewedIncident* now = incident ? reviewed.find(*incident) : nullptr;
  ATTEST_TRY(const Database database, open_ledger(service.settings().ledger, Database::Mode::read));
  ATTEST_TRY(const std::vector<Act> acts, acts_after(database, after));
  Response response;
  std::string& out = response.body;
  out = R"({"acts":[)";
  std::size_t count = 0;
  std::optional<std::int64_t> next;
  std::int64_t last = after;
  for (const Act& act : acts) {
    if (by && act.by != *by) continue;
    if (incident && !is_about(act, *incident, now)) continue;
    if (count == limit) {
      next = last;
      break;
    }
    if (count++ > 0) out += ',';
    append_act_json(out, act, reviewed.standing_of(act));
    last = act.seq;
  }
  out += fmt::format("],\"next\":{}}}\n", next ? std::to_string(*next) : "null");
  response.headers.emplace_back("Cache-Control", "no-store");
  return response;
}

Result<Response> post_act(const Service& service, const Request& request) {
  return decided(service, request, read_proposal(request));
}

Result<Response> post_undo(const Service& service, const Request& request) {
  return decided(service, request, read_undo(request));
}

}  // namespace attest
