#include "publish/explained.hpp"

#include <fmt/format.h>

#include "publish/describe.hpp"

namespace attest {

namespace {

constexpr int kIndent = 13;  // of values, behind the names of fields

/// The value of a field, in words.
std::string value_of(const Claim& claim, std::string_view field) {
  if (field == "kind") return std::string(name_of(claim.kind));
  if (field == "count" && claim.count) return describe(*claim.count);
  if (field == "subset_of" && claim.subset_of) return *claim.subset_of;
  if (field == "victims" && claim.victims) return describe(*claim.victims);
  if (field == "actor" && claim.actor) return claim.actor->name;
  if (field == "opponent" && claim.opponent) return claim.opponent->name;
  if (field == "means" && claim.means) return std::string(name_of(*claim.means));
  if (field == "object" && claim.object) return std::string(name_of(*claim.object));
  if (field == "place" && claim.place) return describe(*claim.place);
  if (field == "time" && claim.time) return describe(*claim.time);
  if (field == "source" && claim.source) return describe(*claim.source);
  if (field == "certainty") return std::string(name_of(claim.certainty));
  if (field == "scope") return std::string(name_of(claim.scope));
  return "nothing";
}

std::string quoted(std::string_view words) { return "\u201C" + printable(words) + "\u201D"; }

/// Appends `text` in as many lines as it needs, the first behind `lead`.
void append_wrapped(std::string& out, std::string lead, std::string_view text, const View& view) {
  const int indent = display_width(lead);
  for (const Span line : wrap(text, view.width - indent)) {
    out += lead;
    out += slice(text, line);
    out += '\n';
    lead = spaces(indent);
  }
}

void append_field(std::string& out, const Claim& claim, const FieldReason& reason, std::string_view text,
                  const View& view) {
  std::string value = printable(value_of(claim, reason.field));
  if (reason.text) value += ": " + quoted(slice(text, *reason.text));
  append_wrapped(out, fmt::format("  {:<{}}", reason.field, kIndent - 2), value, view);
  if (!reason.rule.empty()) {
    std::string by = "by " + reason.rule;
    if (!reason.path.empty()) by += "  " + reason.path;
    append_wrapped(out, spaces(kIndent), printable(by), view);
  }
  for (const Namesake& other : reason.namesakes) {
    const std::string line = fmt::format("{} {}: {} = {}", other.meant ? "of that name" : "not", printable(other.place),
                                         other.points, other.why);
    append_wrapped(out, spaces(kIndent), line, view);
  }
  for (const Considered& other : reason.considered) {
    std::string line = fmt::format("not {}, by {}", quoted(slice(text, other.text)), other.rule);
    if (!other.path.empty()) line += "  " + printable(other.path);
    append_wrapped(out, spaces(kIndent), line, view);
  }
}

}  // namespace

void append_explained(std::string& out, std::span<const Claim> claims, std::span<const Explanation> why,
                      const Document& document, const View& view) {
  const std::string name = printable(document.name);
  out += styled(view, "1", claims.empty() ? name + ": no claims" : name) + '\n';
  for (std::size_t i = 0; i < claims.size(); ++i) {
    const Claim& claim = claims[i];
    out += '\n' + styled(view, "1", fmt::format("{} {}", claim.id, name_of(claim.kind))) + '\n';
    append_wrapped(out, "  ", quoted(slice(document.text, claim.sentence)), view);
    for (const FieldReason& reason : why[i].fields) append_field(out, claim, reason, document.text, view);
  }
  out += '\n';
}

}  // namespace attest
