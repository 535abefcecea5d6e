#include "annotate/place_words.hpp"

#include <algorithm>
#include <array>

namespace attest {

namespace {

struct TypeWord {
  std::string_view word;
  PlaceKind kind;
};
/// Words that say what sort of place a name beside them is.
constexpr auto kTypes = std::to_array<TypeWord>({
    {"village", PlaceKind::village},
    {"hamlet", PlaceKind::village},
    {"settlement", PlaceKind::village},
    {"town", PlaceKind::town},
    {"township", PlaceKind::town},
    {"city", PlaceKind::city},
    {"suburb", PlaceKind::quarter},
    {"locality", PlaceKind::town},
    {"municipality", PlaceKind::town},
    {"commune", PlaceKind::town},
    {"community", PlaceKind::village},
    {"island", PlaceKind::feature},
    {"district", PlaceKind::adm2},
    {"neighbourhood", PlaceKind::quarter},
    {"neighborhood", PlaceKind::quarter},
    {"quarter", PlaceKind::quarter},
    {"area", PlaceKind::adm2},
    {"subdistrict", PlaceKind::adm2},
    {"province", PlaceKind::adm1},
    {"governorate", PlaceKind::adm1},
    {"region", PlaceKind::adm1},
    {"county", PlaceKind::adm2},
    {"oblast", PlaceKind::adm1},
    {"prefecture", PlaceKind::adm1},
    {"department", PlaceKind::adm1},
    {"territory", PlaceKind::adm2},
    {"sector", PlaceKind::adm2},
    {"camp", PlaceKind::camp},
    {"hospital", PlaceKind::facility},
    {"university", PlaceKind::facility},
    {"airport", PlaceKind::facility},
    {"airbase", PlaceKind::facility},
    {"prison", PlaceKind::facility},
    {"dam", PlaceKind::facility},
    {"bridge", PlaceKind::facility},
    {"crossing", PlaceKind::facility},
    {"refinery", PlaceKind::facility},
    {"barracks", PlaceKind::facility},
    {"valley", PlaceKind::feature},
    {"forest", PlaceKind::feature},
    {"mountains", PlaceKind::feature},
    {"desert", PlaceKind::feature},
    {"peninsula", PlaceKind::feature},
    {"port", PlaceKind::facility},
    {"barrage", PlaceKind::facility},
    {"reservoir", PlaceKind::facility},
    {"base", PlaceKind::facility},
    {"checkpoint", PlaceKind::facility},
});

constexpr auto kBefore = std::to_array<std::string_view>(
    {"in",       "at",         "near",    "from",    "to",       "into",     "around",      "outside", "inside",
     "towards",  "toward",     "between", "through", "via",      "across",   "within",      "reached", "entered",
     "captured", "recaptured", "seized",  "retook",  "besieged", "shelled",  "bombed",      "stormed", "overran",
     "attacked", "city",       "town",    "village", "district", "province", "governorate", "region"});

/// What stands before "of" and a place: "the town of", "north of".
constexpr auto kBeforeOf = std::to_array<std::string_view>(
    {"town",    "city",      "village",     "district",  "province",      "area",         "region",
     "camp",    "outskirts", "suburb",      "suburbs",   "neighbourhood", "neighborhood", "settlement",
     "hamlet",  "port",      "governorate", "county",    "state",         "capital",      "north",
     "south",   "east",      "west",        "northeast", "northwest",     "southeast",    "southwest",
     "control", "capture",   "siege",       "centre",    "center",        "kilometres",   "kilometers",
     "km",      "miles",     "residents",   "people",    "battle",        "parts"});

constexpr auto kBeside = std::to_array<std::string_view>(
    {"town",         "city",      "village",  "district",    "province",     "area",         "region",
     "camp",         "county",    "state",    "governorate", "department",   "municipality", "neighbourhood",
     "neighborhood", "airport",   "bridge",   "prison",      "hospital",     "dam",          "crossing",
     "oblast",       "territory", "valley",   "subdistrict", "sub-district", "suburb",       "axis",
     "front",        "road",      "market",   "university",  "river",        "lake",         "island",
     "mountains",    "desert",    "junction", "refugee"});

constexpr auto kCompass = std::to_array<std::string_view>(
    {"north",   "south",        "east",         "west",         "northern",     "southern", "eastern", "western",
     "central", "northeastern", "northwestern", "southeastern", "southwestern", "greater",  "old",     "new",
     "lower",   "upper",        "downtown",     "rural",        "coastal",      "mid",      "inner",   "outer"});

/// Last words of the names of organisations.
constexpr auto kInstitutions = std::to_array<std::string_view>(
    {"party",      "army",         "forces",     "front",        "movement",  "council",    "ministry",    "command",
     "agency",     "union",        "office",     "organization", "committee", "commission", "association", "network",
     "brigade",    "brigades",     "battalion",  "corps",        "court",     "monitor",    "observatory", "authority",
     "media",      "organisation", "times",      "post",         "news",      "herald",     "journal",     "institute",
     "foundation", "society",      "federation", "defence",      "defense",   "police",     "parliament",  "assembly",
     "bank",       "company",      "count",      "government",   "coalition", "fund",       "study",       "watch"});

template <std::size_t N>
bool among(const std::array<std::string_view, N>& list, std::string_view word) {
  return std::ranges::find(list, word) != list.end();
}

class Neighbours {
 public:
  Neighbours(const Document& document, const Analysis& analysis, TokenRange name)
      : document_(document), analysis_(analysis), name_(name) {}

  /// The folded word `back` tokens before the name: 1 is the one beside it. Empty at the document's start.
  [[nodiscard]] std::string_view before(std::uint32_t back) const {
    return name_.first >= back ? analysis_.word(name_.first - back) : std::string_view();
  }
  [[nodiscard]] std::string_view after(std::uint32_t ahead) const {
    const std::uint32_t token = name_.last + ahead - 1;
    return token < analysis_.tokens.size() ? analysis_.word(token) : std::string_view();
  }
  [[nodiscard]] bool capital(std::uint32_t token) const {
    if (token >= analysis_.tokens.size()) return false;
    const char c = document_.text[analysis_.tokens[token].span.begin];
    return c >= 'A' && c <= 'Z';
  }
  [[nodiscard]] bool begins_sentence(std::uint32_t token) const {
    return std::ranges::any_of(analysis_.sentences, [&](const Sentence& s) { return s.first == token; });
  }

 private:
  const Document& document_;
  const Analysis& analysis_;
  TokenRange name_;
};

}  // namespace

bool words_say_place(const Document& document, const Analysis& analysis, TokenRange name) {
  const Neighbours words(document, analysis, name);
  std::uint32_t back = 1;
  if (words.before(back) == "the") ++back;
  if (among(kCompass, words.before(back))) return true;
  if (among(kBefore, words.before(back)) || among(kBeside, words.after(1))) return true;
  if (words.before(back) == "of" && among(kBeforeOf, words.before(back + 1))) return true;
  return words.after(1) == "," && words.capital(name.last + 1) && name.first > 0 && words.before(1) != "," &&
         !words.capital(name.first - 1);
}

std::optional<PlaceKind> kind_of_noun(std::string_view word) {
  for (const TypeWord& type : kTypes)
    if (type.word == word) return type.kind;
  return std::nullopt;
}

std::optional<PlaceKind> kind_asked(const Document& document, const Analysis& analysis, TokenRange name) {
  const Neighbours words(document, analysis, name);
  if (const auto after = kind_of_noun(words.after(1))) return after;
  if (words.before(1) == "of") return kind_of_noun(words.before(2));
  return kind_of_noun(words.before(1));  // "the besieged town Hit"
}

bool begins_institution(const Document& document, const Analysis& analysis, TokenRange name) {
  const Neighbours words(document, analysis, name);
  const auto sentence = std::ranges::upper_bound(analysis.sentences, name.first, {}, &Sentence::first) - 1;
  if (document.blocks[sentence->block].kind == BlockKind::headline) return false;
  constexpr std::uint32_t kLongest = 4;  // "Gaza Civil Defence Authority"
  for (std::uint32_t i = name.last; i < std::min(name.last + kLongest, sentence->last); ++i) {
    const std::string_view w = analysis.word(i);
    if (w == "'s" || w == "’s" || w == "'" || w == "’") {
      if (i == name.last) return false;  // "Syria's Army": the army of that place
      continue;
    }
    if (!words.capital(i)) return false;
    if (among(kInstitutions, w)) return true;
  }
  return false;
}

bool part_of_other_name(const Document& document, const Analysis& analysis, TokenRange name) {
  const Neighbours words(document, analysis, name);
  const bool before = name.first > 0 && words.capital(name.first - 1) && !words.begins_sentence(name.first - 1) &&
                      !words.begins_sentence(name.first) && !among(kCompass, words.before(1)) &&
                      !among(kBeside, words.before(1));
  const bool after = words.capital(name.last) && !words.begins_sentence(name.last) && !among(kBeside, words.after(1));
  return before || after;
}

bool gives_direction(std::string_view word) {
  static constexpr auto kParts = std::to_array<std::string_view>(
      {"north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest", "central"});
  return word.ends_with("ern") || std::ranges::find(kParts, word) != kParts.end();
}

bool is_direction(std::string_view name) {
  static constexpr auto kDirections = std::to_array<std::string_view>(
      {"North",        "South",        "East",         "West",         "Northern",  "Southern",
       "Eastern",      "Western",      "Northeast",    "Northwest",    "Southeast", "Southwest",
       "Northeastern", "Northwestern", "Southeastern", "Southwestern", "Central",   "Centre",
       "Center",       "Capital",      "Upper",        "Lower"});
  while (!name.empty()) {
    const std::size_t end = std::min(name.find_first_of(" -"), name.size());
    if (std::ranges::find(kDirections, name.substr(0, end)) == kDirections.end()) return false;
    name.remove_prefix(std::min(end + 1, name.size()));
  }
  return true;
}

}  // namespace attest
