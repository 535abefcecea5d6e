#include "serve/review_request.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <initializer_list>
#include <nlohmann/json.hpp>

namespace attest {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t kMaxItems = 1000;

tl::unexpected<Error> refuse(std::string_view member, std::string message) {
  return fail(ErrorCode::usage, std::move(message), std::string(member));
}

std::optional<std::int64_t> number_of(std::string_view text) {
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end == text.data() + text.size() ? std::optional(number) : std::nullopt;
}

/// Nesting is bounded before the parser recurses into it.
bool is_too_deep(std::string_view json) {
  constexpr int kDeepest = 16;
  int depth = 0;
  bool quoted = false;
  for (std::size_t i = 0; i < json.size(); ++i) {
    const char c = json[i];
    if (quoted && c == '\\')
      ++i;
    else if (c == '"')
      quoted = !quoted;
    else if (!quoted && (c == '{' || c == '[') && ++depth > kDeepest)
      return true;
    else if (!quoted && (c == '}' || c == ']'))
      --depth;
  }
  return false;
}

/// The object with these members and no others.
Result<Json> object_of(const Request& request, std::initializer_list<std::string_view> members) {
  if (const auto type = request.header("content-type"); type && !type->starts_with("application/json"))
    return fail(ErrorCode::unsupported, "must be application/json", "Content-Type");
  if (is_too_deep(request.body)) return fail(ErrorCode::bad_json, "the body is nested too deeply");
  Json json = Json::parse(request.body, nullptr, false);
  if (!json.is_object()) return fail(ErrorCode::bad_json, "the body must be a JSON object");
  for (const auto& [name, value] : json.items())
    if (std::find(members.begin(), members.end(), name) == members.end())
      return refuse(name, fmt::format("is not known here: {} are", fmt::join(members, ", ")));
  return json;
}

Result<std::string> text_in(const Json& json, const char* member) {
  const auto found = json.find(member);
  if (found == json.end() || found->is_null()) return std::string();
  if (!found->is_string()) return refuse(member, "must be a string");
  return found->get<std::string>();
}

Result<std::vector<std::string>> list_in(const Json& json, const char* member) {
  std::vector<std::string> list;
  const auto found = json.find(member);
  if (found == json.end() || found->is_null()) return list;
  if (!found->is_array() || found->size() > kMaxItems)
    return refuse(member, fmt::format("must be a list of at most {} strings", kMaxItems));
  for (const Json& item : *found) {
    if (!item.is_string()) return refuse(member, "must be a list of strings");
    list.push_back(item.get<std::string>());
  }
  return list;
}

/// The newest act that the client knew of: the member, else If-Match: "41".
Result<std::optional<std::int64_t>> expectation(const Json& json, const Request& request) {
  if (const auto found = json.find("expects"); found != json.end() && !found->is_null()) {
    if (!found->is_number_integer() || !found->is_number_unsigned() || found->get<std::uint64_t>() > INT64_MAX)
      return refuse("expects", "must be the number of an act, or 0");
    return std::optional(found->get<std::int64_t>());
  }
  const auto header = request.header("if-match");
  if (!header || *header == "*") return std::optional<std::int64_t>();
  std::string_view tag = *header;
  if (tag.size() >= 2 && tag.front() == '"' && tag.back() == '"') tag = tag.substr(1, tag.size() - 2);
  const auto seq = number_of(tag);
  if (!seq || *seq < 0) return refuse("If-Match", "must be the number of an act in quotes");
  return seq;
}

}  // namespace

Result<Proposal> read_proposal(const Request& request) {
  ATTEST_TRY(const Json json,
             object_of(request, {"act", "incident", "incidents", "claims", "field", "value", "reason", "expects"}));
  Proposal proposal;
  ATTEST_TRY(const std::string act, text_in(json, "act"));
  const auto kind = from_name<ActKind>(act);
  if (!kind || *kind >= ActKind::undo)
    return refuse("act", "must be one of accept, reject, correct, merge, split, exclude, note, sensitive");
  proposal.act = *kind;
  ATTEST_TRY(proposal.incident, text_in(json, "incident"));
  ATTEST_TRY(proposal.incidents, list_in(json, "incidents"));
  ATTEST_TRY(proposal.claims, list_in(json, "claims"));
  ATTEST_TRY(proposal.field, text_in(json, "field"));
  if (const auto value = json.find("value"); value != json.end()) proposal.value = value->dump();
  ATTEST_TRY(proposal.reason, text_in(json, "reason"));
  ATTEST_TRY(proposal.expects, expectation(json, request));
  return proposal;
}

Result<Proposal> read_undo(const Request& request) {
  Proposal proposal;
  proposal.act = ActKind::undo;
  proposal.undoes = number_of(request.part("seq"));
  if (!proposal.undoes) return fail(ErrorCode::not_found, fmt::format("no act {}", request.part("seq")));
  if (request.body.empty()) return proposal;
  ATTEST_TRY(const Json json, object_of(request, {"reason", "expects"}));
  ATTEST_TRY(proposal.reason, text_in(json, "reason"));
  ATTEST_TRY(proposal.expects, expectation(json, request));
  return proposal;
}

}  // namespace attest
