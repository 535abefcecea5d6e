#include "golden/agreement.hpp"

#include <fmt/format.h>
#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <limits>
#include <optional>

namespace attest::golden {

namespace {

constexpr std::string_view kFieldNames[] = {"trigger", "count",      "subset_of", "victims",   "actor",   "opponent",
                                            "means",   "object",     "place",     "time",      "source",  "party",
                                            "via",     "unverified", "scope",     "certainty", "incident"};

/// The claims of a case and the text that their spans point into.
struct Coded {
  const std::vector<Claim>& claims;
  const std::string& text;
};

std::string in_quotes(std::string_view words) { return '"' + std::string(words) + '"'; }

std::string bound(const std::optional<std::int64_t>& value) { return value ? std::to_string(*value) : ""; }

template <class E>
std::string choice(const std::optional<E>& value) {
  return value ? std::string(name_of(*value)) : "none";
}

std::string source_form(const Source& source) { return fmt::format("\"{}\"/{}", source.name, name_of(source.kind)); }

/// The words that count the whole, or its trigger.
std::string whole_of(const Claim& part, const Coded& coded) {
  for (const Claim& whole : coded.claims)
    if (whole.id == part.subset_of)
      return in_quotes(slice(coded.text, whole.count ? whole.count->text : whole.trigger));
  return part.subset_of ? "no claim" : "none";
}

/// A field of a claim in the form of the case files.
std::string form_of(std::string_view field, const Claim& claim, const Coded& coded) {
  const auto party = [](const std::optional<Party>& side) { return side ? in_quotes(side->name) : "none"; };
  if (field == "trigger") return in_quotes(slice(coded.text, claim.trigger));
  if (field == "actor") return party(claim.actor);
  if (field == "opponent") return party(claim.opponent);
  if (field == "means") return choice(claim.means);
  if (field == "object") return choice(claim.object);
  if (field == "scope") return std::string(name_of(claim.scope));
  if (field == "certainty") return std::string(name_of(claim.certainty));
  if (field == "incident") return in_quotes(claim.incident);
  if (field == "count" && claim.count) {
    const std::string unit = claim.count->unit == Unit::persons ? "" : '/' + std::string(name_of(claim.count->unit));
    return bound(claim.count->min) + ".." + bound(claim.count->max) + unit;
  }
  if (field == "victims" && claim.victims)
    return fmt::format("{}/{}", name_of(claim.victims->status), name_of(claim.victims->group));
  if (field == "place" && claim.place)
    return in_quotes(claim.place->name + (claim.place->country ? ',' + *claim.place->country : ""));
  if (field == "time" && claim.time && claim.time->from)
    return to_iso(*claim.time->from) + ".." + to_iso(*claim.time->to);
  if (field == "source" && claim.source) return source_form(*claim.source);
  if (field == "subset_of") return whole_of(claim, coded);
  if (field == "party" && claim.source && claim.source->party) return "yes";
  if (field == "unverified" && claim.unverified) return "yes";
  if (field == "via" && !claim.via.empty()) {
    std::string out;
    for (const Source& source : claim.via) out += (out.empty() ? "" : ";") + source_form(source);
    return out;
  }
  return "none";
}

/// Case, accents, articles and punctuation do not tell names apart.
std::string folded(const std::string& name) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* decompose = icu::Normalizer2::getNFKDInstance(status);
  const icu::UnicodeString letters = decompose->normalize(icu::UnicodeString::fromUTF8(name).toLower(), status);
  std::string plain;
  letters.toUTF8String(plain);
  std::string out;
  for (const char c : plain) {
    const bool is_letter_or_digit = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (is_letter_or_digit)
      out += c;
    else if ((c == ' ' || c == '-' || c == '/' || c == ',') && !out.ends_with(' '))
      out += c == ',' ? ',' : ' ';
  }
  for (const std::string_view article : {"the ", "al ", "ar ", "as ", "at ", "el "})
    if (out.starts_with(article)) return out.substr(article.size());
  return out;
}

std::string lower(std::string words) {
  for (char& c : words)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return words;
}

std::string unquoted(const std::string& form) {
  return form.size() >= 2 && form.front() == '"' ? form.substr(1, form.rfind('"') - 1) : form;
}

bool agrees(std::string_view field, const std::string& expected, const std::string& found) {
  if (expected == "none" || found == "none") return expected == found;
  if (field == "trigger" || field == "subset_of") {
    const std::string want = lower(unquoted(expected)), have = lower(unquoted(found));
    return want.find(have) != std::string::npos || have.find(want) != std::string::npos;
  }
  if (field == "victims" && expected.find('/') == std::string::npos) return found.starts_with(expected + '/');
  if (field == "via") return folded(expected) == folded(found);
  if (field == "source") {
    const bool kind_matters = expected.back() != '"';
    return folded(unquoted(expected)) == folded(unquoted(found)) &&
           (!kind_matters || expected.substr(expected.rfind('/')) == found.substr(found.rfind('/')));
  }
  return expected.front() == '"' ? folded(unquoted(expected)) == folded(unquoted(found)) : expected == found;
}

std::vector<std::string> differences(const ExpectedClaim& expected, const Claim& claim, const Coded& coded) {
  std::vector<std::string> out;
  for (const auto& [field, form] : expected.fields)
    if (const std::string found = form_of(field, claim, coded); !agrees(field, form, found))
      out.push_back(fmt::format("{}: expected {}, found {}", field, form, found));
  return out;
}

/// Pairs expected claims with found ones of their kind so that the fewest fields disagree.
class Pairing {
 public:
  Pairing(const std::vector<ExpectedClaim>& expected, const Coded& coded)
      : expected_(expected), coded_(coded), claims_(coded.claims), used_(claims_.size()), current_(expected.size()) {
    search(0, 0);
  }
  /// For each expected claim the index of a found one, or nothing.
  [[nodiscard]] const std::vector<std::optional<std::size_t>>& best() const { return best_; }

 private:
  void search(std::size_t next, std::size_t cost) {
    if (cost >= best_cost_) return;
    if (next == expected_.size()) {
      best_cost_ = cost;
      best_ = current_;
      return;
    }
    for (std::size_t i = 0; i < claims_.size(); ++i) {
      if (used_[i] || claims_[i].kind != expected_[next].kind) continue;
      used_[i] = true;
      current_[next] = i;
      search(next + 1, cost + differences(expected_[next], claims_[i], coded_).size());
      used_[i] = false;
    }
    current_[next].reset();
    search(next + 1, cost + kMissing);
  }

  static constexpr std::size_t kMissing = 100;  // worse than any disagreement
  const std::vector<ExpectedClaim>& expected_;
  const Coded& coded_;
  const std::vector<Claim>& claims_;
  std::vector<bool> used_;
  std::vector<std::optional<std::size_t>> current_, best_;
  std::size_t best_cost_ = std::numeric_limits<std::size_t>::max();
};

}  // namespace

namespace {

std::string written(const Claim& claim, const Coded& coded) {
  std::string out(name_of(claim.kind));
  for (const std::string_view field : kFieldNames)
    if (const std::string form = form_of(field, claim, coded); form != "none")
      out += fmt::format(" {}={}", field, form);
  return out;
}

}  // namespace

std::string disagreements(const std::vector<ExpectedClaim>& expected, const std::vector<Claim>& claims,
                          const std::string& text) {
  std::string out;
  std::vector<bool> wanted(claims.size());
  const Coded coded{claims, text};
  const Pairing pairing(expected, coded);
  for (std::size_t i = 0; i < expected.size(); ++i) {
    const auto found = pairing.best()[i];
    if (!found) {
      out += fmt::format("line {}: missing: {}\n", expected[i].line, expected[i].written);
      continue;
    }
    wanted[*found] = true;
    const auto different = differences(expected[i], claims[*found], coded);
    if (different.empty()) continue;
    out += fmt::format("line {}: found {}\n", expected[i].line, written(claims[*found], coded));
    for (const std::string& line : different) out += "    " + line + '\n';
  }
  for (std::size_t i = 0; i < claims.size(); ++i)
    if (!wanted[i]) out += "not expected: " + written(claims[i], coded) + '\n';
  return out;
}

}  // namespace attest::golden
