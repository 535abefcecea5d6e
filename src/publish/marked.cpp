#include "publish/marked.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "publish/describe.hpp"

namespace attest {

namespace {

constexpr int kIndent = 3;

/// One field as it is shown: its letter under the words, its name and value beside them.
struct Field {
  char letter = ' ';
  std::string name, value;
  std::optional<Span> words;
};

std::vector<Field> fields_of(const Claim& claim) {
  std::vector<Field> fields;
  fields.push_back({'K', "kind", std::string(name_of(claim.kind)), claim.trigger});
  if (claim.count) fields.push_back({'C', "count", describe(*claim.count), claim.count->text});
  if (claim.subset_of) fields.push_back({' ', "subset of", *claim.subset_of, {}});
  if (claim.victims) fields.push_back({'V', "victims", describe(*claim.victims), claim.victims->text});
  if (claim.actor) fields.push_back({'A', "actor", claim.actor->name, claim.actor->text});
  if (claim.opponent) fields.push_back({'O', "opponent", claim.opponent->name, claim.opponent->text});
  if (claim.means) fields.push_back({' ', "means", std::string(name_of(*claim.means)), {}});
  if (claim.object) fields.push_back({' ', "object", std::string(name_of(*claim.object)), {}});
  if (claim.place) fields.push_back({'P', "place", describe(*claim.place), claim.place->text});
  if (claim.time) fields.push_back({'T', "time", describe(*claim.time), claim.time->text});
  if (claim.source) fields.push_back({'S', "source", describe(*claim.source), claim.source->text});
  for (const Source& source : claim.via) fields.push_back({'S', "via", describe(source), source.text});
  if (claim.unverified) fields.push_back({' ', "unverified", "said to be so by the report", {}});
  fields.push_back({' ', "certainty", std::string(name_of(claim.certainty)), {}});
  fields.push_back({' ', "scope", std::string(name_of(claim.scope)), {}});
  if (!claim.incident.empty()) fields.push_back({' ', "incident", claim.incident, {}});
  return fields;
}

std::string rule_of(const Claim& claim, std::string_view field) {
  for (const Derivation& derivation : claim.derived)
    if (derivation.field == field || derivation.field.starts_with(std::string(field) + ".")) return derivation.rule;
  return {};
}

/// The letters under one line of the sentence; where two fields share words, the one listed first stands there.
std::string markers(std::string_view text, Span line, const std::vector<Field>& fields) {
  std::string out;
  int pending = 0;
  std::uint32_t at = line.begin;
  while (at < line.end) {
    std::uint32_t next = at + 1;
    while (next < line.end && (static_cast<unsigned char>(text[next]) & 0xC0U) == 0x80U) ++next;
    const auto field = std::ranges::find_if(fields, [&](const Field& f) {
      return f.words && f.words->contains({at, next});
    });
    const int width = display_width(printable(slice(text, {at, next})));
    if (field == fields.end()) {
      pending += width;
    } else {
      out += spaces(std::exchange(pending, 0));
      out.append(static_cast<std::size_t>(width), field->letter);
    }
    at = next;
  }
  return out;
}

void append_sentence(std::string& out, std::string_view text, Span sentence, const std::vector<Field>& fields,
                     const View& view) {
  for (Span line : wrap(slice(text, sentence), view.width - kIndent)) {
    line = {line.begin + sentence.begin, line.end + sentence.begin};
    out += spaces(kIndent) + printable(slice(text, line)) + '\n';
    if (const std::string letters = markers(text, line, fields); !letters.empty())
      out += spaces(kIndent) + styled(view, "36", letters) + '\n';
  }
}

/// "V victims    people (civilian)", with the quoted words or where they stand.
void append_field(std::string& out, const Field& field, const Claim& claim, std::string_view text,
                  const CodePointIndex& index, const View& view) {
  const std::string head = fmt::format("   {} {:<10}", field.letter, field.name);
  std::string value = field.value;
  if (field.words) {
    const std::string quoted = "\u201C" + std::string(slice(text, *field.words)) + "\u201D";
    if (claim.sentence.contains(*field.words))
      value += ": " + quoted;
    else
      value += fmt::format(": {} at {}-{}", quoted, index.at(field.words->begin), index.at(field.words->end));
  }
  if (const std::string rule = rule_of(claim, field.name); !rule.empty()) value += ", by rule " + rule;
  value = printable(value);
  std::string_view lead = head;
  const std::string hang = spaces(display_width(head));
  for (const Span line : wrap(value, view.width - static_cast<int>(head.size()))) {
    out += styled(view, "36", lead);
    out += slice(value, line);
    out += '\n';
    lead = hang;
  }
}

}  // namespace

void append_marked(std::string& out, std::span<const Claim> claims, std::string_view text, const CodePointIndex& index,
                   const View& view) {
  for (const Claim& claim : claims) {
    const std::vector<Field> fields = fields_of(claim);
    out += styled(view, "1", fmt::format("{} {}", claim.id, name_of(claim.kind)));
    out += '\n';
    append_sentence(out, text, claim.sentence, fields, view);
    for (const Field& field : fields) append_field(out, field, claim, text, index, view);
    out += '\n';
  }
}

}  // namespace attest
