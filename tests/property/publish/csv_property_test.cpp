#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "property/publish/arbitrary.hpp"
#include "publish/csv.hpp"

namespace attest {
namespace {

/// A plain RFC 4180 reader: rows of values.
std::vector<std::vector<std::string>> parse_csv(const std::string& csv) {
  std::vector<std::vector<std::string>> rows(1);
  std::string value;
  bool quoted = false;
  for (std::size_t i = 0; i < csv.size(); ++i) {
    const char c = csv[i];
    if (quoted) {
      if (c != '"')
        value += c;
      else if (i + 1 < csv.size() && csv[i + 1] == '"')
        value += csv[++i];
      else
        quoted = false;
    } else if (c == '"') {
      quoted = true;
    } else if (c == ',' || c == '\r') {
      rows.back().push_back(std::exchange(value, {}));
      if (c == '\r') rows.emplace_back(), ++i;
    } else {
      value += c;
    }
  }
  rows.pop_back();
  return rows;
}

/// The rule that docs/output.md gives for taking the guard off again.
std::string unguarded(const std::string& value) {
  const std::size_t first = value.find_first_not_of('\'');
  if (first == 0 || first == std::string::npos) return value;
  for (const std::string formula : {"=", "+", "-", "@", "\t", "\r", "\n", "\uFF1D", "\uFF0B", "\uFF0D", "\uFF20"})
    if (value.compare(first, formula.size(), formula) == 0) return value.substr(1);
  return value;
}

RC_GTEST_PROP(Csv, any_value_reads_back_and_none_is_a_formula, ()) {
  const std::string text = *arbitrary::utf8();
  std::string out;
  append_csv_value(out, text);
  const auto rows = parse_csv(out + "\r\n");
  RC_ASSERT(rows.size() == 1U);
  RC_ASSERT(unguarded(rows[0][0]) == text);
  RC_ASSERT(rows[0][0].empty() || std::string("=+-@\t\r\n").find(rows[0][0].front()) == std::string::npos);
}

RC_GTEST_PROP(Csv, a_row_has_the_headers_columns_and_the_claims_words, ()) {
  const Document document = arbitrary::document();
  const Claim claim = arbitrary::claim_about(document.text);
  std::string out;
  append_csv_header(out);
  append_csv_row(out, claim, document, CodePointIndex(document.text), "coder");
  const auto rows = parse_csv(out);
  RC_ASSERT(rows.size() == 2U);
  RC_ASSERT(rows[0].size() == rows[1].size());
  const auto at = [&](const std::string& column) {
    return unguarded(rows[1].at(static_cast<std::size_t>(std::ranges::find(rows[0], column) - rows[0].begin())));
  };
  const auto words = [&](Span span) { return std::string(slice(document.text, span)); };
  RC_ASSERT(at("doc") == document.name);
  RC_ASSERT(at("kind") == name_of(claim.kind));
  RC_ASSERT(at("sentence") == words(claim.sentence));
  RC_ASSERT(at("count") == (claim.count ? words(claim.count->text) : ""));
  RC_ASSERT(at("count_max") == (claim.count && claim.count->max ? std::to_string(*claim.count->max) : ""));
  RC_ASSERT(at("opponent_name") == (claim.opponent ? claim.opponent->name : ""));
  RC_ASSERT(at("place_country") == (claim.place ? claim.place->country.value_or("") : ""));
  RC_ASSERT(at("time") == (claim.time && claim.time->text ? words(*claim.time->text) : ""));
  RC_ASSERT(at("time_to") == (claim.time && claim.time->to ? to_iso(*claim.time->to) : ""));
  RC_ASSERT(at("time_value") == (claim.time ? claim.time->value.value_or("") : ""));
  RC_ASSERT(at("id") == claim.id);
  RC_ASSERT(at("subset_of") == claim.subset_of.value_or(""));
  RC_ASSERT(at("place_latitude").empty() == !(claim.place && claim.place->position));
  if (claim.place && claim.place->position)
    RC_ASSERT(std::stod(at("place_longitude")) == claim.place->position->longitude);
  RC_ASSERT(at("source_party") == (claim.source ? claim.source->party ? "true" : "false" : ""));
  RC_ASSERT(at("via").empty() == claim.via.empty());
  RC_ASSERT(at("unverified") == (claim.unverified ? "true" : "false"));
  RC_ASSERT(at("source_kind") == (claim.source ? name_of(claim.source->kind) : ""));
  RC_ASSERT(at("rule") == claim.rule);
  RC_ASSERT(at("coder") == "coder");
}

}  // namespace
}  // namespace attest
