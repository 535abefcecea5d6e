#include "publish/acts.hpp"

#include <fmt/format.h>

#include "publish/csv.hpp"
#include "publish/json.hpp"

namespace attest {

namespace {

constexpr std::size_t kShownId = 12;

void append_ids(std::string& out, const Act& act) {
  bool first = true;
  for (const IncidentAnchor& incident : act.incidents) {
    if (!first) out += ',';
    first = false;
    append_json_string(out, incident.id);
  }
}

std::string joined(const std::vector<std::string>& words, std::string_view separator) {
  return fmt::format("{}", fmt::join(words, separator));
}

std::vector<std::string> ids_of(const Act& act) {
  std::vector<std::string> ids;
  for (const IncidentAnchor& incident : act.incidents) ids.push_back(incident.id);
  return ids;
}

std::vector<std::string> keys_of(const Act& act, std::size_t digits) {
  std::vector<std::string> keys;
  for (const ClaimAnchor& claim : act.claims)
    keys.push_back(fmt::format("{}/{}", claim.document.substr(0, digits), claim.claim));
  return keys;
}

}  // namespace

void append_act_json(std::string& out, const Act& act, const ActStanding& standing) {
  const auto name = [&](std::string_view member) { out += fmt::format(",\"{}\":", member); };
  const auto text = [&](std::string_view member, std::string_view value) {
    name(member);
    append_json_string(out, value);
  };
  const auto raw = [&](std::string_view member, const std::string& json) {
    name(member);
    out += json;
  };
  out += fmt::format("{{\"seq\":{}", act.seq);
  text("at", act.at);
  text("by", act.by);
  text("role", act.role);
  text("act", name_of(act.act));
  if (act.incidents.size() == 1)
    text("incident", act.incidents.front().id);
  else
    raw("incident", "null");
  name("incidents");
  out += '[';
  append_ids(out, act);
  out += ']';
  name("claims");
  out += '[';
  for (std::size_t i = 0; i < act.claims.size(); ++i) {
    if (i > 0) out += ',';
    append_json_string(out, act.claims[i].document + "/" + act.claims[i].claim);
  }
  out += ']';
  if (act.report.empty())
    raw("report", "null");
  else
    text("report", act.report);
  if (act.field)
    text("field", name_of(*act.field));
  else
    raw("field", "null");
  raw("machine", act.machine.value_or("null"));
  raw("before", act.before.value_or("null"));
  raw("after", act.after.value_or("null"));
  text("reason", act.reason);
  raw("undoes", act.undoes ? std::to_string(*act.undoes) : "null");
  raw("undone_by", standing.undone_by ? std::to_string(*standing.undone_by) : "null");
  if (standing.conflict.empty())
    raw("conflict", "null");
  else
    text("conflict", standing.conflict);
  text("hash", act.hash);
  text("previous", act.previous);
  out += '}';
}

void append_review_json(std::string& out, const ReviewNote& note) {
  out += fmt::format(R"("review":{{"state":"{}","sensitive":{},"edited":{},"conflicts":{}}})", name_of(note.state),
                     note.sensitive, note.edited, note.conflicts);
}

void append_act_csv_header(std::string& out) {
  out +=
      "seq,at,by,role,act,incidents,claims,report,field,machine,before,after,reason,undoes,undone_by,conflict,hash,previous\r\n";
}

void append_act_csv_row(std::string& out, const Act& act, const ActStanding& standing) {
  const auto number = [](const std::optional<std::int64_t>& value) {
    return value ? std::to_string(*value) : std::string();
  };
  const std::string field = act.field ? std::string(name_of(*act.field)) : std::string();
  bool first = true;
  for (const std::string& value :
       {std::to_string(act.seq), act.at, act.by, act.role, std::string(name_of(act.act)), joined(ids_of(act), "; "),
        joined(keys_of(act, std::string::npos), "; "), act.report, field, act.machine.value_or(""),
        act.before.value_or(""), act.after.value_or(""), act.reason, number(act.undoes), number(standing.undone_by),
        standing.conflict, act.hash, act.previous}) {
    if (!first) out += ',';
    first = false;
    append_csv_value(out, value);
  }
  out += "\r\n";
}

std::string describe(const Act& act) {
  const std::string incidents = joined(ids_of(act), ", "), claims = joined(keys_of(act, kShownId), ", ");
  switch (act.act) {
    case ActKind::accept:
      return "accepts " + incidents;
    case ActKind::reject:
      return "rejects " + incidents;
    case ActKind::note:
      return "notes on " + incidents;
    case ActKind::sensitive:
      return fmt::format("marks {} as {}sensitive", incidents, act.after == "false" ? "not " : "");
    case ActKind::merge:
      return "merges " + incidents;
    case ActKind::split:
      return fmt::format("splits {} off {}", claims, incidents);
    case ActKind::exclude:
      return fmt::format("excludes {} from {}", claims, incidents);
    case ActKind::correct:
      return fmt::format("corrects {} of {}: {} → {}", act.field ? name_of(*act.field) : "?", claims,
                         act.before.value_or("null"), act.after.value_or("null"));
    case ActKind::undo:
      return fmt::format("takes back act {}", act.undoes.value_or(0));
    case ActKind::unmasked_view:
      return fmt::format("saw {} with names", act.report.empty() ? incidents : act.report.substr(0, kShownId));
    case ActKind::original_view:
      return fmt::format("saw the saved original of {}", act.report.substr(0, kShownId));
  }
  return "";
}

void append_act_lines(std::string& out, const Act& act, const ActStanding& standing, const View& view) {
  std::string state;
  if (standing.undone_by) state = fmt::format(" (taken back by act {})", *standing.undone_by);
  if (!standing.conflict.empty()) state += fmt::format(" (in conflict: {})", standing.conflict);
  const std::string line = fmt::format("{} {}, {} {}{}", act.seq, act.at, act.by, describe(act), state);
  const auto append = [&](const std::string& text, std::string_view first, std::string_view rest) {
    bool begun = false;
    for (const Span part : wrap(text, view.width - display_width(rest))) {
      out += begun ? rest : first;
      out += slice(text, part);
      out += '\n';
      begun = true;
    }
  };
  append(printable(line), "", "    ");
  if (!act.reason.empty()) append(printable(act.reason), "    ", "    ");
}

}  // namespace attest
