#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "annotate/mentions.hpp"
#include "annotate/place_words.hpp"
#include "language/characters.hpp"

namespace attest {

namespace {

/// Capitalised words that begin a sentence or a title, never a place's name.
constexpr auto kNotNames = std::to_array<std::string_view>(
    {"the",        "a",          "an",         "in",        "at",        "on",       "of",        "and",
     "or",         "but",        "this",       "that",      "these",     "those",    "his",       "her",
     "their",      "our",        "its",        "we",        "he",        "she",      "they",      "it",
     "i",          "mr.",        "mrs.",       "dr.",       "gen.",      "col.",     "maj.",      "lt.",
     "operation",  "ministry",   "president",  "general",   "colonel",   "minister", "governor",  "mayor",
     "department", "islam",      "christmas",  "ramadan",   "eid",       "easter",   "english",   "arabic",
     "french",     "parliament", "congress",   "facebook",  "twitter",   "telegram", "january",   "february",
     "march",      "april",      "may",        "june",      "july",      "august",   "september", "october",
     "november",   "december",   "monday",     "tuesday",   "wednesday", "thursday", "friday",    "saturday",
     "sunday",     "several",    "many",       "some",      "two",       "three",    "four",      "five",
     "one",        "another",    "other",      "all",       "both",      "every",    "each",      "most",
     "public",     "general",    "military",   "central",   "main",      "local",    "national",  "international",
     "field",      "old",        "new",        "civil",     "sunni",     "shia",     "alawite",   "druze",
     "yazidi",     "fulani",     "hausa",      "tutsi",     "hutu",      "rohingya", "christian", "muslim",
     "jewish",     "god",        "allah",      "covid",     "when",      "while",    "after",     "before",
     "since",      "during",     "as",         "if",        "for",       "from",     "by",        "with",
     "no",         "any",        "an",         "is",        "was",       "were",     "refugee",   "internally",
     "displaced",  "training",   "army",       "police",    "united",    "security", "council",   "resolution",
     "article",    "chapter",    "commission", "committee", "tv",        "radio",    "agency",    "news",
     "special",    "northern",   "southern",   "eastern",   "western",   "upper",    "lower",     "greater"});

/// Words inside a run of capitals that make it an organisation, a title or an operation.
constexpr auto kNoPlaceInside = std::to_array<std::string_view>(
    {"army",      "forces",       "front",        "party",        "movement",  "council",     "ministry",    "command",
     "operation", "resolve",      "group",        "agency",       "minister",  "president",   "general",     "union",
     "nations",   "office",       "organization", "organisation", "committee", "commission",  "association", "network",
     "brigade",   "battalion",    "division",     "corps",        "court",     "week",        "day",         "war",
     "act",       "agreement",    "conference",   "summit",       "monitor",   "observatory", "authority",   "mission",
     "spokesman", "spokesperson", "director",     "officer",      "sergeant",  "sgt.",        "capt.",       "press",
     "times",     "post"});

/// Words that a place's name follows.
constexpr auto kPlaceWords = std::to_array<std::string_view>(
    {"near",    "outside", "inside",    "around",     "towards", "toward",   "throughout", "across",
     "at",      "fled",    "captured",  "recaptured", "retook",  "entered",  "seized",     "besieged",
     "shelled", "overran", "encircled", "surrounded", "stormed", "liberated"});
constexpr auto kBeforeOf = std::to_array<std::string_view>(
    {"north",     "south",     "east",     "west",        "northeast",   "northwest", "southeast", "southwest",
     "outskirts", "residents", "mayor",    "governor",    "outside",     "parts",     "capture",   "fall",
     "siege",     "control",   "shelling", "bombardment", "liberation",  "centre",    "center",    "inhabitants",
     "recapture", "edge",      "most",     "part",        "surroundings"});
constexpr auto kBeforeToFrom = std::to_array<std::string_view>(
    {"km",        "kilometres", "kilometers", "miles",     "fled",       "flee",      "fleeing",
     "displaced", "evacuated",  "withdrew",   "withdrawn", "withdrawal", "retreated", "returned",
     "road",      "highway",    "close",      "arrived",   "arrivals",   "moved",     "travelled",
     "traveled",  "route",      "way",        "people",    "families",   "civilians", "residents"});

template <class List>
bool contains(const List& list, std::string_view word) {
  return std::ranges::find(list, word) != list.end();
}

class Finder {
 public:
  Finder(const Document& document, const Analysis& analysis, const std::vector<PlaceMention>& listed,
         const std::vector<TokenRange>& taken)
      : document_(document), analysis_(analysis), listed_(listed), taken_(taken.begin(), taken.end()) {
    for (const PlaceMention& place : listed) taken_.push_back(place.tokens);
    std::ranges::sort(taken_, {}, &TokenRange::first);
  }

  std::vector<PlaceMention> run() {
    for (const Sentence& sentence : analysis_.sentences) {
      first_ = sentence.first;
      last_ = sentence.last;
      const bool title = document_.blocks[sentence.block].kind == BlockKind::headline;
      for (std::uint32_t i = first_; i < last_; ++i) {
        typed(i);
        if (!title) after_preposition(i);
      }
    }
    again();
    return std::move(found_);
  }

 private:
  [[nodiscard]] std::string_view word(std::uint32_t i) const {
    return i >= first_ && i < last_ ? analysis_.word(i) : std::string_view();
  }
  [[nodiscard]] std::string_view raw(std::uint32_t i) const { return slice(document_.text, analysis_.tokens[i].span); }
  [[nodiscard]] bool capital(std::uint32_t i) const {
    if (i < first_ || i >= last_) return false;
    return begins_with_capital(raw(i));
  }
  [[nodiscard]] bool is_taken(std::uint32_t i) const {
    const auto after = std::ranges::upper_bound(taken_, i, {}, &TokenRange::first);
    for (auto at = after; at != taken_.begin() && after - at < 4;)
      if ((--at)->contains(i)) return true;
    return false;
  }
  [[nodiscard]] static bool is_article(std::string_view w) {
    return w == "al" || w == "el" || w == "ez" || w == "ad" || w == "as" || w == "ash" || w == "ar" || w == "an" ||
           w == "at" || w == "az" || w == "um" || w == "de" || w == "bin" || w == "du" || w == "es" || w == "eş" ||
           w == "ul";
  }
  [[nodiscard]] bool hyphen(std::uint32_t i) const {
    return word(i) == "-" && i + 1 < last_ && analysis_.tokens[i].joined && analysis_.tokens[i + 1].joined;
  }
  [[nodiscard]] static bool is_initials(std::string_view w) {  // "UNICEF", "U.S."
    return w.size() > 1 && std::ranges::all_of(w, [](char c) { return (c >= 'A' && c <= 'Z') || c == '.'; });
  }

  /// A word that can stand in a name, at `i`.
  [[nodiscard]] bool name_word(std::uint32_t i) const {
    return capital(i) && !is_taken(i) && !contains(kNotNames, word(i)) && !contains(kNoPlaceInside, word(i)) &&
           !is_initials(raw(i)) && word(i).size() > 1;
  }

  /// The end of the name that begins at `i`, or `i`: "El-Baraf", "Ain al-Arab", "Abu Kamal".
  [[nodiscard]] std::uint32_t name_end(std::uint32_t i) const {
    std::uint32_t at = i;
    if (is_article(word(at)) && hyphen(at + 1) && capital(at + 2)) at += 2;
    if (!name_word(at)) return i;
    ++at;
    for (int words = 1; at < last_ && words < 4;) {
      if (hyphen(at) && !is_type(at + 1) && word(at + 1) != "based" && word(at + 1) != "held" &&
          word(at + 1) != "backed" && word(at + 1) != "controlled") {
        at += 2;
        continue;
      }
      if (is_article(word(at)) && hyphen(at + 1) && capital(at + 2)) {
        at += 3;
      } else if (name_word(at) && !is_type(at)) {
        ++at;
      } else {
        break;
      }
      ++words;
    }
    return at;
  }

  [[nodiscard]] bool is_type(std::uint32_t i) const { return kind_of_noun(word(i)).has_value(); }

  /// "the village of El-Baraf"; "Karrada district", "Kalma camp".
  void typed(std::uint32_t i) {
    const std::optional<PlaceKind> type = kind_of_noun(word(i));
    if (!type) return several(i);
    if (word(i + 1) == "of" && word(i) != "department" && word(i) != "community") {
      const std::uint32_t end = numbered(name_end(i + 2));
      if (end > i + 2) return add({i + 2, end}, *type);
    }
    std::uint32_t last = i;
    if (last > first_ &&
        contains(std::array<std::string_view, 6>{"refugee", "displacement", "military", "air", "border", "idp"},
                 word(last - 1)))
      --last;
    for (std::uint32_t start = last > first_ + 6 ? last - 6 : first_; start < last; ++start) {
      if (name_end(start) != last) continue;
      if (start > first_ && (hyphen(start - 1) || hyphen(start))) {
        if (hyphen(start - 1)) continue;
      }
      if (*type == PlaceKind::village && word(i) == "community") return;
      if (start > first_ && !capital(i) &&
          contains(std::array<std::string_view, 3>{"a", "an", "another"}, word(start - 1)))
        return;  // "a Dogon village": whose, not which
      const bool called = capital(i) && (*type == PlaceKind::feature || word(i) == "county");  // "Plum Island"
      const bool site = *type == PlaceKind::facility || called;
      add({start, site ? i + 1 : last}, *type);
      return;
    }
  }

  /// "the villages of Vardim, Kolpa and Tarkuba 2".
  void several(std::uint32_t i) {
    const std::string_view plural = word(i);
    if (!plural.ends_with('s') || word(i + 1) != "of") return;
    const bool city = plural.ends_with("ies");  // "cities", "localities"
    const std::optional<PlaceKind> type = city ? kind_of_noun(std::string(plural.substr(0, plural.size() - 3)) + 'y')
                                               : kind_of_noun(plural.substr(0, plural.size() - 1));
    if (!type) return;
    for (std::uint32_t at = i + 2; at < last_;) {
      std::uint32_t end = name_end(at);
      if (end == at && is_taken(at)) {  // a place that is known
        while (end < last_ && is_taken(end)) ++end;
      } else if (end == at) {
        return;
      } else {
        end = numbered(end);
        add({at, end}, *type);
      }
      if (word(end) == ",") ++end;
      if (word(end) == "and") ++end;
      if (word(end - 1) != "," && word(end - 1) != "and") return;
      at = end;
    }
  }

  /// "Tarkuba 2": the end of a name with its number, if it has one.
  [[nodiscard]] std::uint32_t numbered(std::uint32_t end) const {
    const auto digit = [](char c) { return c >= '0' && c <= '9'; };
    if (word(end).empty() || word(end).size() > 2 || !std::ranges::all_of(word(end), digit)) return end;
    const Upos next = end + 1 < last_ ? analysis_.tokens[end + 1].upos : Upos::punct;
    return next == Upos::noun || next == Upos::adj || next == Upos::num ? end : end + 1;
  }

  /// Words before a name that only places have: "in Bakhmut", "near Deir Hafir", "fled Orikhiv", "the mayor of Pibor".
  [[nodiscard]] bool asks_for_place(std::uint32_t i) const {
    const std::string_view w = word(i);
    if (w == "in")
      return i == first_ ||
             !contains(std::array<std::string_view, 4>{"believe", "interested", "specialising", "believes"},
                       word(i - 1));
    if (contains(kPlaceWords, w)) return true;
    if (w == "of" && i > first_) return contains(kBeforeOf, word(i - 1));
    if ((w == "to" || w == "from") && i > first_) return contains(kBeforeToFrom, word(i - 1));
    if (w == "and" || w == ",")  // "in Bakhmut and Avdiivka"
      return !found_.empty() && found_.back().tokens.last == i && found_.back().kind != PlaceKind::adm2 && w == "and";
    return false;
  }

  void after_preposition(std::uint32_t i) {
    if (!asks_for_place(i)) return;
    std::uint32_t start = i + 1;
    while (contains(
        std::array<std::string_view, 11>{"the", "northern", "southern", "eastern", "western", "central", "nearby",
                                         "neighbouring", "neighboring", "northeastern", "northwestern"},
        word(start)))
      ++start;
    if (start > i + 1 && word(i + 1) == "the" && word(start - 1) == "the") return;  // "in the Hague" is rare
    const std::uint32_t end = name_end(start);
    if (end == start || is_type(end)) return;
    const std::string_view next = word(end);
    if (next == "'s" || next == "’s" || next == "-") return;
    add({start, end}, PlaceKind::town);
  }

  /// "Rebels Capture More Territory": in a headline every word has a capital; a name has no verb in it.
  [[nodiscard]] bool is_wording(TokenRange tokens) const {
    const auto sentence = std::ranges::upper_bound(analysis_.sentences, tokens.first, {}, &Sentence::first) - 1;
    if (!analysis_.parsed || document_.blocks[sentence->block].kind != BlockKind::headline) return false;
    for (std::uint32_t i = tokens.first; i < tokens.last; ++i) {
      const Upos upos = analysis_.tokens[i].upos;
      if (upos == Upos::verb || upos == Upos::adv || upos == Upos::det || word(i) == "more") return true;
    }
    return false;
  }

  void add(TokenRange tokens, PlaceKind kind) {
    if (tokens.last - tokens.first == 1 && is_direction(raw(tokens.first))) return;  // "in Southeastern Niger"
    if (is_wording(tokens)) return;
    if (std::ranges::any_of(found_, [&](const PlaceMention& p) { return p.tokens.overlaps(tokens); })) return;
    PlaceMention place{.tokens = tokens,
                       .name = std::string(slice(document_.text, span(tokens))),
                       .country = {},
                       .broad = false,
                       .kind = kind,
                       .parent = {},
                       .unlisted = true};
    const PlaceMention* around = container(tokens.last);
    if (around == nullptr) around = possessor(tokens.first);
    if (around != nullptr) {
      place.country = around->country;
      place.parent = around->name;
      const bool in_town = around->kind == PlaceKind::city || around->kind == PlaceKind::town;
      if (in_town && (kind == PlaceKind::quarter || kind == PlaceKind::adm2)) {
        place.kind = PlaceKind::quarter;
        place.name += " (" + around->name + ")";
      }
    } else {
      place.country = country_here(tokens.first);
    }
    names_.emplace(name_key(tokens), place);
    found_.push_back(std::move(place));
  }

  [[nodiscard]] Span span(TokenRange tokens) const {
    return {analysis_.tokens[tokens.first].span.begin, analysis_.tokens[tokens.last - 1].span.end};
  }

  [[nodiscard]] std::string name_key(TokenRange tokens) const {
    std::string key;
    for (std::uint32_t i = tokens.first; i < tokens.last; ++i) key += std::string(analysis_.word(i)) + " ";
    return key;
  }

  /// The known place that a name lies in: "… district of Baghdad", "…, Syria", "… in northern Hasaka province".
  [[nodiscard]] const PlaceMention* container(std::uint32_t from) const {
    bool linked = false;
    for (std::uint32_t i = from; i < std::min(from + 7, last_); ++i) {
      for (auto at = std::ranges::lower_bound(listed_, i, {}, [](const PlaceMention& p) { return p.tokens.first; });
           at != listed_.end() && at->tokens.first == i;)
        return linked ? &*at : nullptr;
      const std::string_view w = word(i);
      if (w == "of" || w == "in" || w == "," || w == "(") {
        linked = true;
      } else if (!is_type(i) && w != "the" && !gives_direction(w) && w != "refugee" && w != "'s" && w != "military" &&
                 !is_demonym(i)) {
        return nullptr;
      }
    }
    return nullptr;
  }

  /// "Gaza's Vardim hospital": the known place whose it is.
  [[nodiscard]] const PlaceMention* possessor(std::uint32_t first) const {
    if (first < first_ + 2 || (word(first - 1) != "'s" && word(first - 1) != "’s")) return nullptr;
    for (const PlaceMention& place : listed_)
      if (place.tokens.last == first - 1) return &place;
    return nullptr;
  }

  [[nodiscard]] bool is_demonym(std::uint32_t i) const { return capital(i) && is_taken(i); }

  /// The country of the place named last, or of the report's first.
  [[nodiscard]] std::optional<std::string> country_here(std::uint32_t token) const {
    std::map<std::string, int> counts;
    for (const PlaceMention& place : listed_)
      if (place.country) ++counts[*place.country];
    if (counts.empty()) return std::nullopt;
    int total = 0;
    const auto* most = &*counts.begin();
    for (const auto& one : counts) {
      total += one.second;
      if (one.second > most->second) most = &one;
    }
    if (most->second * 2 > total) return most->first;
    const PlaceMention* last = nullptr;
    for (const PlaceMention& place : listed_)
      if (place.country && (last == nullptr || place.tokens.first < token)) last = &place;
    return last == nullptr ? std::nullopt : last->country;
  }

  /// The same names where nothing beside them says that they are places.
  void again() {
    if (names_.empty()) return;
    for (const Sentence& sentence : analysis_.sentences) {
      first_ = sentence.first;
      last_ = sentence.last;
      for (std::uint32_t i = first_; i < last_; ++i) {
        const std::uint32_t end = name_end(i);
        if (end == i) continue;
        const auto known = names_.find(name_key({i, end}));
        const bool covered = std::ranges::any_of(found_, [&](const PlaceMention& p) {
          return p.tokens.overlaps({i, end});
        });
        if (known != names_.end() && !covered) {
          PlaceMention place = known->second;
          place.tokens = {i, end};
          found_.push_back(std::move(place));
        }
        i = end - 1;
      }
    }
  }

  const Document& document_;
  const Analysis& analysis_;
  const std::vector<PlaceMention>& listed_;
  std::vector<TokenRange> taken_;
  std::uint32_t first_ = 0, last_ = 0;
  std::map<std::string, PlaceMention> names_;
  std::vector<PlaceMention> found_;
};

}  // namespace

int exactness(const PlaceMention& place) {
  switch (place.kind) {
    case PlaceKind::region:
      return 0;
    case PlaceKind::adm1:
    case PlaceKind::water:
      return 1;
    case PlaceKind::adm2:
    case PlaceKind::feature:
      return 2;
    case PlaceKind::city:
    case PlaceKind::town:
    case PlaceKind::village:
      return 3;
    case PlaceKind::quarter:
    case PlaceKind::camp:
    case PlaceKind::facility:
      return 4;
  }
  return 0;
}

std::vector<PlaceMention> find_unlisted_places(const Document& document, const Analysis& analysis,
                                               const std::vector<PlaceMention>& listed,
                                               const std::vector<TokenRange>& taken) {
  return Finder(document, analysis, listed, taken).run();
}

}  // namespace attest
