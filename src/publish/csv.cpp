#include "publish/csv.hpp"

#include <fmt/format.h>

#include <iterator>
#include <optional>

#include "publish/describe.hpp"

namespace attest {

namespace {

constexpr std::string_view kHeader =
    "doc,id,kind,sentence,sentence_start,sentence_end,trigger,trigger_start,trigger_end,"
    "count,count_start,count_end,count_min,count_max,count_unit,subset_of,"
    "victims,victims_start,victims_end,victims_status,victims_group,"
    "actor,actor_start,actor_end,actor_name,opponent,opponent_start,opponent_end,opponent_name,means,object,"
    "place,place_start,place_end,place_name,place_country,place_latitude,place_longitude,place_precision,"
    "time,time_start,time_end,time_value,time_mod,time_from,time_to,time_precision,"
    "source,source_start,source_end,source_name,source_kind,source_party,via,unverified,certainty,scope,incident,derived,rule,coder\r\n";

bool looks_like_formula(std::string_view value) {
  value.remove_prefix(std::min(value.find_first_not_of('\''), value.size()));
  if (value.empty()) return false;
  if (std::string_view("=+-@\t\r\n").find(value.front()) != std::string_view::npos) return true;
  for (const std::string_view full_width : {"\uFF1D", "\uFF0B", "\uFF0D", "\uFF20"})
    if (value.starts_with(full_width)) return true;
  return false;
}

/// Appends the values of one row, each followed by a comma.
class RowWriter {
 public:
  RowWriter(std::string& out, const Document& document, const CodePointIndex& index)
      : out_(out), text_(document.text), index_(index) {}

  void value(std::string_view value) {
    append_csv_value(out_, value);
    out_ += ',';
  }
  void empty(int columns) { out_.append(static_cast<std::size_t>(columns), ','); }
  template <class T>
  void number(const std::optional<T>& number) {
    if (number) fmt::format_to(std::back_inserter(out_), "{}", *number);
    out_ += ',';
  }
  void words(Span span) {
    value(slice(text_, span));
    fmt::format_to(std::back_inserter(out_), "{},{},", index_.at(span.begin), index_.at(span.end));
  }
  /// `write` appends as many values as `columns`, or none of them is known.
  template <class T, class Write>
  void group(int columns, const std::optional<T>& value, Write write) {
    if (value)
      write(*value);
    else
      empty(columns);
  }
  template <class E>
  void choice(const std::optional<E>& choice) {
    value(choice ? name_of(*choice) : std::string_view());
  }

 private:
  std::string& out_;
  std::string_view text_;
  const CodePointIndex& index_;
};

std::string listed(const std::vector<Derivation>& derived) {
  std::string out;
  for (const Derivation& derivation : derived) {
    if (!out.empty()) out += "; ";
    out += derivation.field + ": " + derivation.rule;
  }
  return out;
}

std::string listed(const std::vector<Source>& sources) {
  std::string out;
  for (const Source& source : sources) {
    if (!out.empty()) out += "; ";
    out += describe(source);
  }
  return out;
}

}  // namespace

void append_csv_value(std::string& out, std::string_view value) {
  const bool guarded = looks_like_formula(value);
  if (value.find_first_of(",\"\r\n") == std::string_view::npos) {
    if (guarded) out += '\'';
    out += value;
    return;
  }
  out += guarded ? "\"'" : "\"";
  for (const char c : value) {
    if (c == '"') out += '"';
    out += c;
  }
  out += '"';
}

void append_csv_header(std::string& out) { out += kHeader; }

void append_csv_row(std::string& out, const Claim& claim, const Document& document, const CodePointIndex& index,
                    std::string_view coder) {
  RowWriter row(out, document, index);
  const auto party = [&](const Party& side) {
    row.words(side.text);
    row.value(side.name);
  };
  row.value(document.name);
  row.value(claim.id);
  row.value(name_of(claim.kind));
  row.words(claim.sentence);
  row.words(claim.trigger);
  row.group(6, claim.count, [&](const Count& count) {
    row.words(count.text);
    row.number(count.min);
    row.number(count.max);
    row.value(name_of(count.unit));
  });
  row.value(claim.subset_of.value_or(""));
  row.group(5, claim.victims, [&](const Victims& victims) {
    row.words(victims.text);
    row.value(name_of(victims.status));
    row.value(name_of(victims.group));
  });
  row.group(4, claim.actor, party);
  row.group(4, claim.opponent, party);
  row.choice(claim.means);
  row.choice(claim.object);
  row.group(8, claim.place, [&](const Place& place) {
    row.words(place.text);
    row.value(place.name);
    row.value(place.country.value_or(""));
    row.number(place.position ? std::optional(place.position->latitude) : std::nullopt);
    row.number(place.position ? std::optional(place.position->longitude) : std::nullopt);
    row.number(place.precision);
  });
  row.group(8, claim.time, [&](const Time& time) {
    row.group(3, time.text, [&](Span span) { row.words(span); });
    row.value(time.value.value_or(""));
    row.value(time.mod.value_or(""));
    row.value(time.from ? to_iso(*time.from) : "");
    row.value(time.to ? to_iso(*time.to) : "");
    row.number(time.precision);
  });
  row.group(6, claim.source, [&](const Source& source) {
    row.words(source.text);
    row.value(source.name);
    row.value(name_of(source.kind));
    row.value(source.party ? "true" : "false");
  });
  row.value(listed(claim.via));
  row.value(claim.unverified ? "true" : "false");
  row.value(name_of(claim.certainty));
  row.value(name_of(claim.scope));
  row.value(claim.incident);
  row.value(listed(claim.derived));
  row.value(claim.rule);
  append_csv_value(out, coder);
  out += "\r\n";
}

}  // namespace attest
