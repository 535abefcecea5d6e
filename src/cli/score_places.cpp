#include "cli/score_places.hpp"

#include <fmt/format.h>
#include <fnmatch.h>

#include <algorithm>
#include <array>
#include <optional>

#include "annotate/mentions.hpp"
#include "cli/analyser.hpp"
#include "cli/geovirus.hpp"
#include "cli/setup.hpp"
#include "gazetteer/place.hpp"
#include "language/evaluation.hpp"

namespace attest::cli {

namespace {

/// A hundred miles: how near studies of place names in news ask an answer to be.
constexpr double kNearKm = 161;

struct FoundPlace {
  Span span;
  const PlaceMention* mention;
};

class PlaceScorer {
 public:
  explicit PlaceScorer(std::size_t errors) : errors_(errors) {}

  void add(const PlaceText& text, const Analysis& analysis, const Mentions& mentions) {
    std::vector<FoundPlace> found;
    for (const auto* list : {&mentions.places, &mentions.lands})
      for (const PlaceMention& mention : *list)
        if (!mention.reference)
          found.push_back(
              {{analysis.tokens[mention.tokens.first].span.begin, analysis.tokens[mention.tokens.last - 1].span.end},
               &mention});
    std::ranges::sort(found, {}, [](const FoundPlace& f) { return f.span.begin; });
    exact_.gold += text.places.size(), touching_.gold += text.places.size();
    exact_.system += found.size(), touching_.system += found.size();
    std::vector<bool> used(found.size());
    for (const MarkedPlace& gold : text.places) {
      const std::optional<std::size_t> match = match_of(gold, found, used);
      if (!match) {
        tell(text, "missed", gold.span, "");
        continue;
      }
      used[*match] = true;
      ++touching_.correct;
      if (found[*match].span == gold.span)
        ++exact_.correct;
      else
        tell(text, "borders", gold.span, slice(text.document.text, found[*match].span));
      place(text, gold, *found[*match].mention);
    }
    for (std::size_t i = 0; i < found.size(); ++i)
      if (!used[i]) tell(text, "no place", found[i].span, found[i].mention->name);
  }

  [[nodiscard]] std::string result() const {
    std::string out = details_;
    const auto row = [&](std::string_view name, const Score& score) {
      out += fmt::format("{:<24}{:>8}{:>8}{:>9.2f}{:>9.2f}{:>9.2f}\n", name, score.gold, score.system,
                         100 * score.precision(), 100 * score.recall(), 100 * score.f1());
    };
    out += fmt::format("{:<24}{:>8}{:>8}{:>9}{:>9}{:>9}\n", "", "gold", "system", "prec.", "recall", "F1");
    row("names, exact words", exact_);
    row("names, words in common", touching_);
    const auto share = [&](std::string_view name, std::size_t part, std::size_t whole) {
      out += fmt::format("{:<24}{:>8}{:>8}{:>9.2f}\n", name, whole, part,
                         whole == 0 ? 0 : 100 * static_cast<double>(part) / static_cast<double>(whole));
    };
    for (const bool area : {false, true}) {
      const Resolved& r = resolved_.at(area ? 1 : 0);
      out += area ? "found areas: districts to continents\n" : "found towns and smaller places\n";
      share("  with a point", r.pointed, r.found);
      share("  within 161 km, of found", r.near, r.found);
      share("  within 161 km, of points", r.near, r.pointed);
    }
    return out;
  }

  [[nodiscard]] bool any() const { return exact_.gold + exact_.system > 0; }

 private:
  /// The found place with the same words, else one with words in common.
  static std::optional<std::size_t> match_of(const MarkedPlace& gold, const std::vector<FoundPlace>& found,
                                             const std::vector<bool>& used) {
    std::optional<std::size_t> match;
    for (std::size_t i = 0; i < found.size(); ++i) {
      if (used[i] || !found[i].span.overlaps(gold.span)) continue;
      if (found[i].span == gold.span) return i;
      if (!match) match = i;
    }
    return match;
  }

  void place(const PlaceText& text, const MarkedPlace& gold, const PlaceMention& mention) {
    Resolved& resolved = resolved_.at(exactness(mention) < 3 ? 1 : 0);
    ++resolved.found;
    if (!mention.point) return tell(text, "no point", gold.span, mention.name);
    ++resolved.pointed;
    const double km = distance_km(gold.point, *mention.point);
    if (km <= kNearKm)
      ++resolved.near;
    else
      tell(text, "far", gold.span, fmt::format("{} ({}), {:.0f} km", mention.name, mention.country.value_or("-"), km));
  }

  void tell(const PlaceText& text, std::string_view what, Span span, std::string_view found) {
    if (told_ == errors_) return;
    ++told_;
    details_ += fmt::format("{} {:<9} {:<28} {}\n", text.document.name, what, slice(text.document.text, span), found);
  }

  struct Resolved {
    std::size_t found = 0, pointed = 0, near = 0;
  };
  Score exact_, touching_;
  std::array<Resolved, 2> resolved_;  // towns and smaller places; areas
  std::size_t errors_, told_ = 0;
  std::string details_;
};

}  // namespace

Result<std::string> score_marked_places(const PlaceScoring& options) {
  ATTEST_TRY(const Analyser analyser, Analyser::open(options.model));
  ATTEST_TRY(const Resources resources, Resources::load(resources_folder("")));
  PlaceScorer scorer(options.errors);
  for (const std::string& path : options.files) {
    ATTEST_TRY(const std::vector<PlaceText> texts, read_geovirus(path));
    for (const PlaceText& text : texts) {
      const std::string& pattern = options.documents;
      if (!pattern.empty() && fnmatch(pattern.c_str(), text.document.name.c_str(), 0) != 0) continue;
      Analysis analysis = analyse(text.document);
      analyser.parse(text.document, analysis);
      scorer.add(text, analysis, find_mentions(text.document, analysis, resources));
    }
  }
  if (!scorer.any()) return fail(ErrorCode::empty, "no text to score", options.documents);
  return scorer.result();
}

}  // namespace attest::cli
