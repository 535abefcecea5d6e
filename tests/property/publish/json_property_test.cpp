#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <nlohmann/json.hpp>

#include "property/publish/arbitrary.hpp"
#include "publish/json.hpp"

namespace attest {
namespace {

using nlohmann::json;

/// The words that {"text","start","end"} names, sliced by code points as a reader of the output does it.
bool quotes_exactly(const json& words, const std::string& text, Span span) {
  const auto borders = arbitrary::borders(text);
  const auto start = words.at("start").get<std::size_t>(), end = words.at("end").get<std::size_t>();
  if (borders.at(start) != span.begin || borders.at(end) != span.end) return false;
  return words.at("text") == text.substr(span.begin, span.size());
}

template <class T>
bool same(const json& value, const std::optional<T>& expected) {
  return expected ? value == json(*expected) : value.is_null();
}

template <class E>
bool same_name(const json& value, const std::optional<E>& expected) {
  return expected ? value == name_of(*expected) : value.is_null();
}

RC_GTEST_PROP(Json, any_string_reads_back, ()) {
  const std::string text = *arbitrary::utf8();
  std::string out;
  append_json_string(out, text);
  RC_ASSERT(json::parse(out).get<std::string>() == text);
}

RC_GTEST_PROP(Json, any_claim_reads_back_and_every_quote_is_its_slice, ()) {
  const Document document = arbitrary::document();
  const Claim claim = arbitrary::claim_about(document.text);
  std::string line;
  append_json_line(line, claim, document, CodePointIndex(document.text), "coder");
  RC_ASSERT(line.find('\n') == line.size() - 1);
  const json j = json::parse(line);
  const auto quotes = [&](const json& words, Span span) { return quotes_exactly(words, document.text, span); };

  RC_ASSERT(j.at("doc") == document.name);
  RC_ASSERT(j.at("kind") == name_of(claim.kind));
  RC_ASSERT(quotes(j.at("sentence"), claim.sentence));
  RC_ASSERT(quotes(j.at("trigger"), claim.trigger));
  RC_ASSERT(j.at("count").is_null() == !claim.count);
  if (claim.count) {
    RC_ASSERT(quotes(j["count"].at("text"), claim.count->text));
    RC_ASSERT(same(j["count"].at("min"), claim.count->min));
    RC_ASSERT(same(j["count"].at("max"), claim.count->max));
    RC_ASSERT(j["count"].at("unit") == name_of(claim.count->unit));
  }
  RC_ASSERT(j.at("victims").is_null() == !claim.victims);
  if (claim.victims) {
    RC_ASSERT(quotes(j["victims"].at("text"), claim.victims->text));
    RC_ASSERT(j["victims"].at("status") == name_of(claim.victims->status));
    RC_ASSERT(j["victims"].at("group") == name_of(claim.victims->group));
  }
  for (const auto& [name, party] : {std::pair("actor", &claim.actor), std::pair("opponent", &claim.opponent)}) {
    RC_ASSERT(j.at(name).is_null() == !*party);
    if (!*party) continue;
    RC_ASSERT(quotes(j[name].at("text"), (*party)->text));
    RC_ASSERT(j[name].at("name") == (*party)->name);
  }
  RC_ASSERT(same_name(j.at("means"), claim.means));
  RC_ASSERT(same_name(j.at("object"), claim.object));
  RC_ASSERT(j.at("place").is_null() == !claim.place);
  if (claim.place) {
    RC_ASSERT(quotes(j["place"].at("text"), claim.place->text));
    RC_ASSERT(j["place"].at("name") == claim.place->name);
    RC_ASSERT(same(j["place"].at("country"), claim.place->country));
    RC_ASSERT(same(j["place"].at("precision"), claim.place->precision));
    RC_ASSERT(j["place"].at("latitude").is_null() == !claim.place->position);
    RC_ASSERT(j["place"].at("longitude").is_null() == !claim.place->position);
    if (claim.place->position) {
      RC_ASSERT(j["place"]["latitude"] == claim.place->position->latitude);
      RC_ASSERT(j["place"]["longitude"] == claim.place->position->longitude);
    }
  }
  RC_ASSERT(j.at("time").is_null() == !claim.time);
  if (claim.time) {
    RC_ASSERT(j["time"].at("text").is_null() == !claim.time->text);
    if (claim.time->text) RC_ASSERT(quotes(j["time"]["text"], *claim.time->text));
    RC_ASSERT(j["time"].at("from").is_null() == !claim.time->from);
    RC_ASSERT(j["time"].at("to").is_null() == !claim.time->to);
    if (claim.time->from) {
      RC_ASSERT((parse_iso_date(j["time"]["from"].get<std::string>()) == claim.time->from));
      RC_ASSERT((parse_iso_date(j["time"]["to"].get<std::string>()) == claim.time->to));
    }
    RC_ASSERT(same(j["time"].at("value"), claim.time->value));
    RC_ASSERT(same(j["time"].at("mod"), claim.time->mod));
    RC_ASSERT(same(j["time"].at("precision"), claim.time->precision));
  }
  RC_ASSERT(j.at("source").is_null() == !claim.source);
  const auto is_source = [&](const json& value, const Source& source) {
    return quotes(value.at("text"), source.text) && value.at("name") == source.name &&
           value.at("kind") == name_of(source.kind) && value.at("party") == source.party;
  };
  if (claim.source) RC_ASSERT(is_source(j["source"], *claim.source));
  RC_ASSERT(j.at("via").size() == claim.via.size());
  for (std::size_t i = 0; i < claim.via.size(); ++i) RC_ASSERT(is_source(j["via"][i], claim.via[i]));
  RC_ASSERT(j.at("unverified") == claim.unverified);
  RC_ASSERT(j.at("id") == claim.id);
  RC_ASSERT(same(j.at("subset_of"), claim.subset_of));
  RC_ASSERT(j.at("certainty") == name_of(claim.certainty));
  RC_ASSERT(j.at("scope") == name_of(claim.scope));
  RC_ASSERT((claim.incident.empty() ? j.at("incident").is_null() : j.at("incident") == json(claim.incident)));
  RC_ASSERT(j.at("derived").size() == claim.derived.size());
  for (const Derivation& derivation : claim.derived) RC_ASSERT(j["derived"].at(derivation.field) == derivation.rule);
  RC_ASSERT(j.at("rule") == claim.rule);
  RC_ASSERT(j.at("coder") == "coder");
}

RC_GTEST_PROP(Json, reasons_read_back, ()) {
  const Document document = arbitrary::document();
  const Claim claim = arbitrary::claim_about(document.text);
  const Explanation why = arbitrary::explanation_of(claim, document.text);
  std::string line;
  append_json_line(line, claim, document, CodePointIndex(document.text), "coder", &why);
  const json j = json::parse(line).at("explain");
  const auto filled = [](const json& value, const std::string& expected) {
    return expected.empty() ? value.is_null() : value == expected;
  };
  RC_ASSERT(j.size() == why.fields.size());
  for (const FieldReason& reason : why.fields) {
    const json& field = j.at(reason.field);
    RC_ASSERT(filled(field.at("rule"), reason.rule));
    RC_ASSERT(filled(field.at("path"), reason.path));
    RC_ASSERT(field.at("words").is_null() == !reason.text);
    if (reason.text) RC_ASSERT(quotes_exactly(field["words"], document.text, *reason.text));
    RC_ASSERT(field.at("considered").size() == reason.considered.size());
    for (std::size_t i = 0; i < reason.considered.size(); ++i) {
      const json& other = field["considered"][i];
      RC_ASSERT(quotes_exactly(other.at("words"), document.text, reason.considered[i].text));
      RC_ASSERT(other.at("rule") == reason.considered[i].rule);
      RC_ASSERT(filled(other.at("path"), reason.considered[i].path));
    }
    RC_ASSERT(field.at("namesakes").size() == reason.namesakes.size());
    for (std::size_t i = 0; i < reason.namesakes.size(); ++i) {
      RC_ASSERT(field["namesakes"][i].at("place") == reason.namesakes[i].place);
      RC_ASSERT(field["namesakes"][i].at("points") == reason.namesakes[i].points);
      RC_ASSERT(field["namesakes"][i].at("meant") == reason.namesakes[i].meant);
    }
  }
}

}  // namespace
}  // namespace attest
