#include "ledger/claim_rows.hpp"

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
    const auto name = row_.read_text();
    if (!name) return std::nullopt;
    const auto value = from_name<E>(*name);
    ok_ = ok_ && value.has_value();
    return value;
  }
  std::optional<Date> date() {
    const auto iso = row_.read_text();
    if (!iso) return std::nullopt;
    const auto value = parse_iso_date(*iso);
    ok_ = ok_ && value.has_value();
    return value;
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

void bind_claim(Statement& row, const Claim& claim) {
  row.text(name_of(claim.kind)).span(claim.sentence).span(claim.trigger);
  if (const auto& count = claim.count)
    row.span(count->text).integer(count->min).integer(count->max).text(name_of(count->unit));
  else
    row.span({}).null().null().null();
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
  } else {
    row.span({}).null().null();
  }
  if (const auto& time = claim.time)
    row.span(time->text).text(to_iso(time->from)).text(to_iso(time->to));
  else
    row.span({}).null().null();
  if (const auto& source = claim.source)
    row.span(source->text).text(source->name).text(name_of(source->kind));
  else
    row.span({}).null().null();
  row.text(name_of(claim.certainty)).text(name_of(claim.scope)).text(claim.incident).text(claim.rule);
}

std::optional<Claim> read_claim(Statement& row) {
  ClaimReader read(row);
  Claim claim;
  claim.kind = read.required(read.choice<ClaimKind>());
  claim.sentence = read.required(row.read_span());
  claim.trigger = read.required(row.read_span());
  {
    const auto span = row.read_span();
    const auto min = row.read_integer(), max = row.read_integer();
    const auto unit = read.choice<Unit>();
    if (span) claim.count = Count{*span, min, max, read.required(unit)};
  }
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
    if (span) claim.place = Place{*span, read.required(std::move(name)), std::move(country)};
  }
  {
    const auto span = row.read_span();
    const auto from = read.date(), to = read.date();
    if (from || to) claim.time = Time{span, read.required(from), read.required(to)};
  }
  {
    const auto span = row.read_span();
    auto name = row.read_text();
    const auto kind = read.choice<SourceKind>();
    if (span) claim.source = Source{*span, read.required(std::move(name)), read.required(kind)};
  }
  claim.certainty = read.required(read.choice<Certainty>());
  claim.scope = read.required(read.choice<Scope>());
  claim.incident = read.required(row.read_text());
  claim.rule = read.required(row.read_text());
  return read.ok() ? std::optional(std::move(claim)) : std::nullopt;
}

}  // namespace attest
