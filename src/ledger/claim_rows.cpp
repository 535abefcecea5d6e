#include "ledger/claim_rows.hpp"

#include <cmath>

namespace attest {

namespace {

template <class E>
void bind_choice(Statement& row, const std::optional<E>& value) {
  if (value)
    row.text(name_of(*value));
  else
    row.null();
}

void bind_text(Statement& row, const std::optional<std::string>& value) {
  if (value)
    row.text(*value);
  else
    row.null();
}

void bind_date(Statement& row, const std::optional<Date>& value) {
  if (value)
    row.text(to_iso(*value));
  else
    row.null();
}

void bind_party(Statement& row, const std::optional<Party>& party) {
  if (party)
    row.span(party->text).text(party->name);
  else
    row.span({}).null();
}

/// Reads columns in turn and remembers whether one of them could not be understood.
class ClaimReader {
 public:
  explicit ClaimReader(Statement& row) : row_(row) {}

  [[nodiscard]] bool ok() const { return ok_; }

  template <class T>
  T required(std::optional<T> value) {
    ok_ = ok_ && value.has_value();
    return value ? std::move(*value) : T();
  }
  template <class E>
  std::optional<E> choice() {
    const auto name = row_.read_view();
    if (!name) return std::nullopt;
    const auto value = from_name<E>(*name);
    ok_ = ok_ && value.has_value();
    return value;
  }
  std::optional<Date> date() {
    const auto iso = row_.read_view();
    if (!iso) return std::nullopt;
    const auto value = parse_iso_date(*iso);
    ok_ = ok_ && value.has_value();
    return value;
  }
  std::optional<LatLon> position() {
    const auto latitude = row_.read_real(), longitude = row_.read_real();
    if (!latitude && !longitude) return std::nullopt;
    const auto point = LatLon::from_degrees(latitude.value_or(NAN), longitude.value_or(NAN));
    ok_ = ok_ && point.has_value();
    return point;
  }
  std::optional<int> precision() {
    const auto value = row_.read_integer();
    return value ? std::optional(static_cast<int>(*value)) : std::nullopt;
  }
  std::optional<Source> source() {
    const auto span = row_.read_span();
    auto name = row_.read_text();
    const auto kind = choice<SourceKind>();
    const auto party = row_.read_integer();
    if (!span) return std::nullopt;
    return Source{*span, required(std::move(name)), required(kind), required(party) != 0};
  }
  std::optional<Party> party() {
    const auto span = row_.read_span();
    auto name = row_.read_text();
    if (!span) return std::nullopt;
    return Party{*span, required(std::move(name))};
  }

 private:
  Statement& row_;
  bool ok_ = true;
};

}  // namespace

void bind_source(Statement& row, const Source& source) {
  row.span(source.text).text(source.name).text(name_of(source.kind)).integer(source.party ? 1 : 0);
}

void bind_claim(Statement& row, const Claim& claim) {
  row.text(claim.id).text(name_of(claim.kind)).span(claim.sentence).span(claim.trigger);
  if (const auto& count = claim.count)
    row.span(count->text).integer(count->min).integer(count->max).text(name_of(count->unit));
  else
    row.span({}).null().null().null();
  bind_text(row, claim.subset_of);
  if (const auto& victims = claim.victims)
    row.span(victims->text).text(name_of(victims->status)).text(name_of(victims->group));
  else
    row.span({}).null().null();
  bind_party(row, claim.actor);
  bind_party(row, claim.opponent);
  bind_choice(row, claim.means);
  bind_choice(row, claim.object);
  if (const auto& place = claim.place) {
    row.span(place->text).text(place->name);
    bind_text(row, place->country);
    const auto& at = place->position;
    row.real(at ? std::optional(at->latitude) : std::nullopt).real(at ? std::optional(at->longitude) : std::nullopt);
    row.integer(place->precision);
  } else {
    row.span({}).null().null().null().null().null();
  }
  if (const auto& time = claim.time) {
    row.span(time->text);
    bind_text(row, time->value);
    bind_text(row, time->mod);
    bind_date(row, time->from);
    bind_date(row, time->to);
    row.integer(time->precision);
  } else {
    row.span({}).null().null().null().null().null();
  }
  if (const auto& source = claim.source)
    bind_source(row, *source);
  else
    row.span({}).null().null().null();
  row.integer(claim.unverified ? 1 : 0);
  row.text(name_of(claim.certainty)).text(name_of(claim.scope)).text(claim.incident).text(claim.rule);
}

std::optional<Source> read_source(Statement& row) {
  ClaimReader read(row);
  auto source = read.source();
  return read.ok() ? std::move(source) : std::nullopt;
}

std::optional<Claim> read_claim(Statement& row) {
  ClaimReader read(row);
  Claim claim;
  claim.id = read.required(row.read_text());
  claim.kind = read.required(read.choice<ClaimKind>());
  claim.sentence = read.required(row.read_span());
  claim.trigger = read.required(row.read_span());
  {
    const auto span = row.read_span();
    const auto min = row.read_integer(), max = row.read_integer();
    const auto unit = read.choice<Unit>();
    if (span) claim.count = Count{*span, min, max, read.required(unit)};
  }
  claim.subset_of = row.read_text();
  {
    const auto span = row.read_span();
    const auto status = read.choice<VictimStatus>();
    const auto group = read.choice<VictimGroup>();
    if (span) claim.victims = Victims{*span, read.required(status), read.required(group)};
  }
  claim.actor = read.party();
  claim.opponent = read.party();
  claim.means = read.choice<Means>();
  claim.object = read.choice<ObjectKind>();
  {
    const auto span = row.read_span();
    auto name = row.read_text(), country = row.read_text();
    const auto position = read.position();
    const auto precision = read.precision();
    if (span) claim.place = Place{*span, read.required(std::move(name)), std::move(country), position, precision};
  }
  {
    const auto span = row.read_span();
    auto value = row.read_text(), mod = row.read_text();
    const auto from = read.date(), to = read.date();
    const auto precision = read.precision();
    if (span || from) claim.time = Time{span, from, to, std::move(value), std::move(mod), precision};
  }
  claim.source = read.source();
  claim.unverified = read.required(row.read_integer()) != 0;
  claim.certainty = read.required(read.choice<Certainty>());
  claim.scope = read.required(read.choice<Scope>());
  claim.incident = read.required(row.read_text());
  claim.rule = read.required(row.read_text());
  return read.ok() ? std::optional(std::move(claim)) : std::nullopt;
}

}  // namespace attest
