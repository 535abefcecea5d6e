#include "claims/explain.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <utility>

#include "claims/sentence_view.hpp"
#include "claims/tree_path.hpp"

namespace attest {

namespace {

/// A field as the explanation needs it: what it was read from, and its rule where the rules took no note.
struct Field {
  std::string_view name;
  bool filled = false;
  std::optional<Span> text;
  std::string_view rule;
};

template <class T>
std::optional<Span> words_of(const std::optional<T>& value) {
  return value ? std::optional<Span>(value->text) : std::nullopt;
}

std::vector<Field> fields_of(const Claim& claim) {
  return {
      {"kind", true, claim.trigger, claim.rule},
      {"count", claim.count.has_value(), words_of(claim.count), "count.of-victims"},
      {"subset_of", claim.subset_of.has_value(), {}, "subset.words-of-a-part"},
      {"victims", claim.victims.has_value(), words_of(claim.victims), "victims.argument"},
      {"actor", claim.actor.has_value(), words_of(claim.actor), "side.argument"},
      {"opponent", claim.opponent.has_value(), words_of(claim.opponent), "side.argument"},
      {"means", claim.means.has_value(), {}, "means.of-predicate"},
      {"object", claim.object.has_value(), {}, "object.of-predicate"},
      {"place", claim.place.has_value(), words_of(claim.place), "place.in-sentence"},
      {"time", claim.time.has_value(), claim.time ? claim.time->text : std::nullopt, "time.date-in-sentence"},
      {"source", claim.source.has_value(), words_of(claim.source), "source.cue"},
      {"certainty", true, {}, "certainty.said-as-fact"},
      {"scope", true, {}, "scope.one-event"},
  };
}

class Explainer {
 public:
  Explainer(const Document& document, const Analysis& analysis, const Mentions& mentions, const Claim& claim,
            const Weighing& weighing)
      : document_(document), analysis_(analysis), mentions_(mentions), claim_(claim), weighing_(weighing) {}

  [[nodiscard]] Explanation run() const {
    Explanation out{claim_.id, {}};
    const bool two_sided = claim_.kind == ClaimKind::control || claim_.kind == ClaimKind::clash;
    for (const Field& field : fields_of(claim_)) {
      if (field.name == "opponent" && !two_sided && !field.filled) continue;
      FieldReason reason{std::string(field.name), {}, field.text, {}, {}};
      if (field.filled) reason.rule = rule_of(field);
      if (reason.text.value_or(Span{}).empty()) reason.text = noted_words(field);
      if (reason.text && *reason.text != claim_.trigger) reason.path = path_to(*reason.text);
      consider(field, reason);
      if (field.name == "place" && field.text) reason.namesakes = namesakes_of(*field.text);
      if (field.filled || !reason.considered.empty()) out.fields.push_back(std::move(reason));
    }
    return out;
  }

 private:
  [[nodiscard]] std::string rule_of(const Field& field) const {
    for (const Derivation& derivation : claim_.derived)
      if (derivation.field == field.name) return derivation.rule;
    const Weighed* noted = nullptr;  // the last note on these words, else the last on the field
    for (const Weighed& note : weighing_)
      if (note.taken && note.field == field.name && (noted == nullptr || !field.text || note.text == *field.text))
        noted = &note;
    return std::string(noted != nullptr && (!field.text || noted->text == *field.text) ? noted->rule : field.rule);
  }

  /// Fields that are a value of a list keep no words: those that their rule noted.
  [[nodiscard]] std::optional<Span> noted_words(const Field& field) const {
    if (!field.filled || field.text) return field.text;
    std::optional<Span> words;
    for (const Weighed& note : weighing_)
      if (note.taken && note.field == field.name && !note.text.empty()) words = note.text;
    return words;
  }

  void consider(const Field& field, FieldReason& reason) const {
    const auto add = [&](Span text, std::string_view rule) {
      const bool known = (reason.text && reason.text->overlaps(text)) ||
                         std::ranges::any_of(reason.considered, [&](const Considered& c) { return c.text == text; });
      if (!text.empty() && !known) reason.considered.push_back({text, std::string(rule), path_to(text)});
    };
    for (const Weighed& note : weighing_)
      if (!note.taken && note.field == field.name) add(note.text, note.rule);
    for (const Weighed& note : weighing_)
      if (note.taken && note.field == field.name) add(note.text, "other.claim-or-better-rule");
    if (field.name == "count") the_rest(mentions_.quantities, "count.counts-others", add);
    if (field.name == "victims") the_rest(mentions_.people, "victims.not-an-argument", add);
    if (field.name == "actor" || field.name == "opponent") the_rest(mentions_.parties, "side.not-an-argument", add);
    if (field.name == "place") the_rest(mentions_.places, "place.farther", add);
    if (field.name == "time") the_rest(mentions_.times, "time.farther", add);
    std::ranges::stable_sort(reason.considered, {}, &Considered::text);
  }

  /// The places that the name in these words could have meant.
  [[nodiscard]] std::vector<Namesake> namesakes_of(Span words) const {
    std::vector<Namesake> out;
    for (const PlaceNamesakes& name : mentions_.namesakes) {
      const Span span{analysis_.tokens[name.tokens.first].span.begin, analysis_.tokens[name.tokens.last - 1].span.end};
      if (!words.contains(span)) continue;
      for (const ScoredPlace& scored : name.places) out.push_back(described(scored));
      break;
    }
    return out;
  }

  static Namesake described(const ScoredPlace& scored) {
    const PlaceRecord& place = *scored.place;
    Namesake out{fmt::format("{}, a {}{}{}{}{}", place.name, name_of(place.kind), place.parent.empty() ? "" : " in ",
                             place.parent, place.country.empty() ? "" : ", ", place.country),
                 scored.points(),
                 {},
                 scored.meant};
    const auto add = [&](int points, std::string_view reason) {
      if (points != 0) out.why += fmt::format("{}{} {:+}", out.why.empty() ? "" : ", ", reason, points);
    };
    add(scored.said_to_lie, scored.said_to_lie > 0 ? "said to lie there" : "said to lie elsewhere");
    add(scored.kind_asked, scored.kind_asked > 0 ? "of the sort asked for" : "not of the sort asked for");
    add(scored.country, "its country is spoken of");
    add(scored.capital, "a capital");
    add(scored.reviewed, "reviewed");
    add(scored.population, fmt::format("{} people", place.population));
    return out;
  }

  /// What the sentence mentions besides.
  template <class M, class Add>
  void the_rest(const std::vector<M>& mentions, std::string_view rule, Add add) const {
    for (const M& mention : mentions) {
      const Span text{analysis_.tokens[mention.tokens.first].span.begin,
                      analysis_.tokens[mention.tokens.last - 1].span.end};
      if (claim_.sentence.contains(text)) add(text, rule);
    }
  }

  [[nodiscard]] std::string path_to(Span text) const {
    if (!claim_.sentence.contains(text)) return {};
    for (const Block& block : document_.blocks)
      if (block.span.contains(claim_.sentence) &&
          (block.kind == BlockKind::headline || block.kind == BlockKind::caption))
        return {};  // their trees are guesses that no rule looks at
    return tree_path(document_, analysis_, claim_.trigger, text);
  }

  const Document& document_;
  const Analysis& analysis_;
  const Mentions& mentions_;
  const Claim& claim_;
  const Weighing& weighing_;
};

}  // namespace

std::vector<Explanation> explain(const Document& document, const Analysis& analysis, const Mentions& mentions,
                                 const std::vector<Claim>& claims, const std::vector<Weighing>& weighings) {
  std::vector<Explanation> out;
  out.reserve(claims.size());
  for (std::size_t i = 0; i < claims.size(); ++i)
    out.push_back(Explainer(document, analysis, mentions, claims[i], weighings[i]).run());
  return out;
}

}  // namespace attest
