// Arbitrary documents and claims for properties: any UTF-8 text, any spans on its code points, any values.
#pragma once

#include <rapidcheck.h>

#include <algorithm>
#include <chrono>
#include <string>
#include <utility>
#include <vector>

#include "attest/claim.hpp"
#include "attest/document.hpp"
#include "attest/explanation.hpp"

namespace attest::arbitrary {

inline void append_utf8(std::string& out, char32_t code) {
  const auto byte = [&](char32_t value) { out += static_cast<char>(static_cast<unsigned char>(value)); };
  if (code < 0x80) {
    byte(code);
  } else if (code < 0x800) {
    byte(0xC0 | code >> 6), byte(0x80 | (code & 0x3F));
  } else if (code < 0x10000) {
    byte(0xE0 | code >> 12), byte(0x80 | (code >> 6 & 0x3F)), byte(0x80 | (code & 0x3F));
  } else {
    byte(0xF0 | code >> 18), byte(0x80 | (code >> 12 & 0x3F)), byte(0x80 | (code >> 6 & 0x3F)),
        byte(0x80 | (code & 0x3F));
  }
}

/// Letters, quotes, control characters and everything else that is a Unicode scalar value.
inline rc::Gen<char32_t> code_point() {
  return rc::gen::weightedOneOf<char32_t>({
      {6, rc::gen::inRange<char32_t>(0x20, 0x7F)},
      {2, rc::gen::inRange<char32_t>(0x00, 0x20)},
      {1, rc::gen::elementOf(std::u32string(U"\"\\'=+-@,;\u201C\u2028\uFEFF\u0301"))},
      {2, rc::gen::inRange<char32_t>(0x80, 0x800)},
      {2, rc::gen::inRange<char32_t>(0x800, 0xD800)},
      {1, rc::gen::inRange<char32_t>(0xE000, 0x110000)},
  });
}

inline rc::Gen<std::string> utf8() {
  return rc::gen::map(rc::gen::container<std::u32string>(code_point()), [](const std::u32string& codes) {
    std::string text;
    for (const char32_t code : codes) append_utf8(text, code);
    return text;
  });
}

/// The byte offsets at which a code point begins, and the end.
inline std::vector<std::uint32_t> borders(const std::string& text) {
  std::vector<std::uint32_t> out;
  for (std::uint32_t i = 0; i < text.size(); ++i)
    if ((static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80U) out.push_back(i);
  out.push_back(static_cast<std::uint32_t>(text.size()));
  return out;
}

inline Span span_in(const std::string& text) {
  const auto all = borders(text);
  const auto pair = *rc::gen::pair(rc::gen::elementOf(all), rc::gen::elementOf(all));
  return {std::min(pair.first, pair.second), std::max(pair.first, pair.second)};
}

template <class E>
E choice() {
  return static_cast<E>(*rc::gen::inRange<std::size_t>(0, Names<E>::values.size()));
}

/// A value or nothing, equally often.
template <class Make>
auto maybe(Make make) -> std::optional<decltype(make())> {
  if (*rc::gen::arbitrary<bool>()) return make();
  return std::nullopt;
}

inline Date date() {
  using namespace std::chrono;
  const auto first = sys_days{year{1000} / 1 / 1}.time_since_epoch().count();
  const auto last = sys_days{year{9999} / 12 / 31}.time_since_epoch().count();
  return Date{days{*rc::gen::inRange(first, last + 1)}};
}

inline std::optional<LatLon> point() {
  const auto degrees = [](int bound) { return *rc::gen::inRange(-bound, bound + 1) / 1000.0; };
  const double latitude = degrees(90000), longitude = degrees(180000);
  return *rc::gen::arbitrary<bool>() ? LatLon::from_degrees(latitude, longitude) : std::nullopt;
}

/// With days, or with words that nothing resolves.
inline Time time(std::optional<Span> text, std::optional<std::string> value) {
  Time time{
      text, {}, {}, std::move(value), maybe([] { return *utf8(); }), maybe([] { return *rc::gen::inRange(1, 6); })};
  if (!text || *rc::gen::arbitrary<bool>()) time.from = date(), time.to = date();
  return time;
}

/// A claim about `text` with every combination of filled and empty fields.
inline Claim claim_about(const std::string& text) {
  const auto span = [&] { return span_in(text); };
  const auto number = [] { return *rc::gen::arbitrary<std::int64_t>(); };
  const auto party = [&] { return Party{span(), *utf8()}; };
  Claim claim;
  claim.kind = choice<ClaimKind>();
  claim.sentence = span();
  claim.trigger = span();
  claim.count = maybe([&] { return Count{span(), maybe(number), maybe(number), choice<Unit>()}; });
  claim.victims = maybe([&] { return Victims{span(), choice<VictimStatus>(), choice<VictimGroup>()}; });
  claim.actor = maybe(party);
  claim.opponent = maybe(party);
  claim.means = maybe(choice<Means>);
  claim.object = maybe(choice<ObjectKind>);
  const auto words = [] { return *utf8(); };
  const auto precision = [] { return *rc::gen::inRange(1, 8); };
  const auto source = [&] { return Source{span(), *utf8(), choice<SourceKind>(), *rc::gen::arbitrary<bool>()}; };
  const auto id = [] { return "c" + std::to_string(*rc::gen::inRange(1, 1000)); };
  claim.id = id();
  claim.subset_of = maybe(id);
  claim.place = maybe([&] { return Place{span(), *utf8(), maybe(words), point(), maybe(precision)}; });
  claim.time = maybe([&] { return time(maybe(span), maybe(words)); });
  claim.source = maybe(source);
  for (int count = *rc::gen::inRange(0, 3); count > 0; --count) claim.via.push_back(source());
  claim.unverified = *rc::gen::arbitrary<bool>();
  claim.certainty = choice<Certainty>();
  claim.scope = choice<Scope>();
  claim.incident = *utf8();
  claim.rule = *utf8();
  for (const char* field : {"actor", "count", "place", "place.country", "time", "source"})
    if (*rc::gen::arbitrary<bool>()) claim.derived.push_back({field, *utf8()});
  return claim;
}

/// Reasons for some of a claim's fields, as any rules may give them.
inline Explanation explanation_of(const Claim& claim, const std::string& text) {
  const auto words = [] { return *rc::gen::arbitrary<bool>() ? *utf8() : std::string(); };
  Explanation out{claim.id, {}};
  for (const char* field : {"kind", "count", "actor", "place", "certainty"}) {
    FieldReason reason{field, words(), maybe([&] { return span_in(text); }), words(), {}};
    for (int count = *rc::gen::inRange(0, 3); count > 0; --count)
      reason.considered.push_back({span_in(text), *utf8(), words()});
    for (int count = *rc::gen::inRange(0, 2); count > 0; --count)
      reason.namesakes.push_back({*utf8(), *rc::gen::arbitrary<int>(), words(), *rc::gen::arbitrary<bool>()});
    out.fields.push_back(std::move(reason));
  }
  return out;
}

inline Document document() {
  Document document;
  document.name = *utf8();
  document.text = *utf8();
  return document;
}

}  // namespace attest::arbitrary
