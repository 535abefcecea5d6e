#include "annotate/side_names.hpp"

#include <algorithm>
#include <array>

namespace attest {

namespace {

bool one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::ranges::find(words, word) != words.end();
}

/// "On 9 September attackers burned …": a date, not their name.
bool names_a_day(std::string_view word) {
  return one_of(word, {"january",   "february",  "march",   "april",    "may",      "june",   "july",
                       "august",    "september", "october", "november", "december", "monday", "tuesday",
                       "wednesday", "thursday",  "friday",  "saturday", "sunday",   "today",  "yesterday"});
}

/// "Al-Qaida-linked militants", "IS-held": the name only describes what follows.
bool describes_what_follows(const Analysis& analysis, const PartyMention& party) {
  return party.tokens.last < analysis.tokens.size() && analysis.word(party.tokens.last) == "-";
}

/// "Islamic separatists": words of the report, no name that the registry knows.
bool named_by_words(const Analysis& analysis, const PartyMention& party) {
  const std::string_view last = analysis.word(party.tokens.last - 1);
  return std::string_view(party.name).ends_with(last);  // a name of its own has a capital there
}

class GenericSides {
 public:
  GenericSides(const Analysis& analysis, const Resources& resources, const std::map<std::string, int>& countries,
               Mentions& mentions)
      : analysis_(analysis), resources_(resources), countries_(countries), mentions_(mentions) {}

  void run() {
    for (PartyMention& party : mentions_.parties)
      if (party.generic)
        party.meant = party.sort == SideSort::group       ? group(party)
                      : party.sort == SideSort::coalition ? coalition(party)
                                                          : state(party);
  }

 private:
  [[nodiscard]] std::string group(const PartyMention& party) const {
    const std::uint32_t first = party.tokens.first;
    const bool definite = first > 0 && one_of(analysis_.word(first - 1), {"the", "these", "those", "its", "their"});
    const std::string_view last = analysis_.word(party.tokens.last - 1);
    const bool nobody = names_nobody(last);
    if (!definite && nobody) return std::string(kUnknownSide);
    if (!definite && one_of(last, {"militia", "militias"})) return "";
    if (one_of(word_at(party.tokens.last), {"of", "from", "with"})) {  // "fighters of the Vardim Front"
      const std::uint32_t name = party.tokens.last + (word_at(party.tokens.last + 1) == "the" ? 2 : 1);
      for (const PartyMention& other : mentions_.parties)
        if (other.tokens.first == name && !other.generic && !other.nationality && other.sort == SideSort::group)
          return other.name;
    }
    const PartyMention *before = nullptr, *after = nullptr;
    bool several = false;
    for (const PartyMention& other : mentions_.parties) {
      if (other.generic || other.nationality || other.sort != SideSort::group ||
          describes_what_follows(analysis_, other))
        continue;
      if (other.tokens.first < first) {
        before = &other;
      } else if (definite || !named_by_words(analysis_, other)) {
        several = several || (after != nullptr && other.name != after->name);
        if (after == nullptr) after = &other;
      }
    }
    if (before != nullptr) return before->name;
    if (after != nullptr && !several) return after->name;
    return nobody ? std::string(kUnknownSide) : "";
  }

  [[nodiscard]] std::string_view word_at(std::uint32_t i) const {
    return i < analysis_.tokens.size() ? analysis_.word(i) : std::string_view();
  }

  [[nodiscard]] std::string coalition(const PartyMention& party) const {
    const PartyMention* named = nullptr;
    for (const PartyMention& other : mentions_.parties) {
      if (other.generic || other.sort != SideSort::coalition) continue;
      if (named != nullptr && other.tokens.first > party.tokens.first) break;
      named = &other;
    }
    if (named != nullptr) return named->name;
    const auto fights = resources_.coalitions.find(country_of(sentence_of(party)));
    return fights == resources_.coalitions.end() ? "" : resources_.actors[fights->second].name;
  }

  /// "Russia said its troops": the country that the sentence named before, or none.
  [[nodiscard]] std::string owner_country(const PartyMention& party, const Sentence& sentence) const {
    if (party.tokens.first == sentence.first || !one_of(analysis_.word(party.tokens.first - 1), {"its", "their"}))
      return "";
    std::string country;
    for (const PartyMention& other : mentions_.parties)
      if (!other.generic && sentence.first <= other.tokens.first && other.tokens.last <= party.tokens.first)
        country = other.country;
    if (!country.empty()) return country;
    for (const SpeakerMention& body : mentions_.speakers)  // "Turkey's defence ministry said its troops"
      if (sentence.first <= body.tokens.first && body.tokens.last <= party.tokens.first && !body.name.empty() &&
          (body.kind == SourceKind::military || body.kind == SourceKind::government))
        for (const Country& land : resources_.countries)
          if (body.name.starts_with(land.adjective + " ")) country = land.code;
    return country;
  }

  [[nodiscard]] std::string state(const PartyMention& party) const {
    const Sentence& sentence = sentence_of(party);
    if (const std::string country = owner_country(party, sentence); !country.empty())
      return state_side(resources_, country, party.sort);
    if (party.sort == SideSort::forces) {  // "the troops": those named in this sentence or just before
      const PartyMention* before = nullptr;
      for (const PartyMention& other : mentions_.parties)
        if (!other.generic && !other.nationality && other.sort != SideSort::group &&
            other.tokens.first < party.tokens.first && other.tokens.first + kNear >= sentence.first)
          before = &other;
      if (before != nullptr) return before->name;
    }
    std::string country = land_of_towns(sentence);
    if (country.empty()) country = country_of(sentence);
    return country.empty() ? "" : state_side(resources_, country, party.sort);
  }

  [[nodiscard]] const Sentence& sentence_of(const PartyMention& party) const {
    const auto after = std::ranges::upper_bound(analysis_.sentences, party.tokens.first, {}, &Sentence::first);
    return *(after == analysis_.sentences.begin() ? after : after - 1);
  }

  /// "government troops swept eastwards from Aleppo": the country of the sentence's towns, if they have one in common.
  [[nodiscard]] std::string land_of_towns(const Sentence& sentence) const {
    std::string land;
    for (const PlaceMention& place : mentions_.places) {
      if (place.tokens.first < sentence.first || place.tokens.first >= sentence.last) continue;
      if (exactness(place) < 3 || !place.country) continue;
      if (!land.empty() && land != *place.country) return "";
      land = *place.country;
    }
    return land;
  }

  /// Of the countries that the sentence names the one the report speaks of most, else the report's own.
  [[nodiscard]] std::string country_of(const Sentence& sentence) const {
    std::string best;
    const auto weigh = [&](const std::string& code) {
      if (!code.empty() && (best.empty() || count(code) > count(best))) best = code;
    };
    for (const std::vector<PlaceMention>* list : {&mentions_.places, &mentions_.lands})
      for (const PlaceMention& place : *list)
        if (place.country && sentence.first <= place.tokens.first && place.tokens.first < sentence.last)
          weigh(*place.country);
    if (!best.empty() && 2 * count(best) >= most_spoken_of_) return best;
    for (const auto& [code, number] : countries_) weigh(code);
    return best;
  }

  [[nodiscard]] int count(const std::string& code) const {
    const auto found = countries_.find(code);
    return found == countries_.end() ? 0 : found->second;
  }

  static constexpr std::uint32_t kNear = 40;  // tokens: about a sentence and a half

  const Analysis& analysis_;
  const Resources& resources_;
  const std::map<std::string, int>& countries_;
  Mentions& mentions_;
  const int most_spoken_of_ =
      countries_.empty() ? 0
                         : std::ranges::max_element(countries_, {}, [](const auto& c) { return c.second; }) -> second;
};

}  // namespace

bool names_nobody(std::string_view word) {
  return one_of(
      word, {"gunman",    "gunmen",     "men",       "man",         "attacker", "attackers", "assailant", "assailants",
             "bandit",    "bandits",    "gang",      "gangs",       "settler",  "settlers",  "herder",    "herders",
             "vigilante", "vigilantes", "mercenary", "mercenaries", "raider",   "raiders",   "bomber",    "bombers",
             "kidnapper", "kidnappers", "abductor",  "abductors",   "captor",   "captors"});
}

SideSort state_sort(const Analysis& analysis, TokenRange force) {
  for (std::uint32_t i = force.first; i < force.last; ++i)
    if (one_of(analysis.word(i), {"police", "policeman", "policemen"})) return SideSort::police;
  const std::string_view first = analysis.word(force.first), last = analysis.word(force.last - 1);
  if (last == "government" || last == "regime") return SideSort::government;
  return one_of(first, {"army", "military", "government", "security", "armed", "regime", "navy", "air"})
             ? SideSort::army
             : SideSort::forces;
}

std::string state_side(const Resources& resources, const std::string& country, SideSort sort) {
  const auto land = resources.country_by_code.find(country);
  if (land == resources.country_by_code.end()) return "";
  const Country& record = resources.countries[land->second];
  const auto known = resources.state_actors.find(country);
  std::string name = known == resources.state_actors.end() ? "" : resources.actors[known->second].name;
  if (name == record.name || name.find("government") != std::string::npos) return name;
  if (sort == SideSort::police) return record.adjective + " police";
  if (sort == SideSort::government) return record.adjective + " government";
  return name.empty() ? record.adjective + " army" : name;
}

bool is_of_parties(const Analysis& analysis, TokenRange coalition) {
  const auto word = [&](std::uint32_t i) { return i < analysis.tokens.size() ? analysis.word(i) : std::string_view(); };
  const std::string_view before = coalition.first == 0 ? std::string_view() : word(coalition.first - 1);
  return one_of(before, {"ruling", "governing", "opposition", "political", "broad", "fragile", "grand", "party",
                         "government", "national", "democratic", "loose", "rainbow", "wing", "left", "right"}) ||
         one_of(word(coalition.last), {"government", "of", "partner", "partners", "party", "parties", "talks",
                                       "cabinet", "agreement", "deal", "lawmakers", "lawmaker", "candidate"});
}

GroupName group_name(const Document& document, const Analysis& analysis, TokenRange force) {
  GroupName name{force.first, false, false};
  const auto back = [&](std::uint32_t steps) {
    return steps <= name.first ? analysis.word(name.first - steps) : std::string_view();
  };
  const auto begins_sentence = [&](std::uint32_t i) {
    return std::ranges::any_of(analysis.sentences, [&](const Sentence& sentence) { return sentence.first == i; });
  };
  while (name.first > 0 && !begins_sentence(name.first)) {
    const Token& token = analysis.tokens[name.first - 1];
    const std::string_view raw = slice(document.text, token.span), w = analysis.word(name.first - 1);
    const bool capital = raw.size() > 2 && raw[0] >= 'A' && raw[0] <= 'Z';
    const bool faith = w.ends_with("ist") || w.ends_with("ic") || w == "muslim";
    const bool word_class = token.upos == Upos::propn || token.upos == Upos::adj;
    if (!capital || one_of(w, {"suspected", "the", "alleged"}) || names_a_day(w)) break;
    const bool first_word = begins_sentence(name.first - 1);
    if (!word_class || (first_word && !faith && token.upos != Upos::propn)) break;
    name.named = true;
    --name.first;
    if (force.first - name.first == 2) break;
  }
  if (name.named) return name;
  if (one_of(back(1), {"suspected", "alleged", "unidentified", "unknown"})) {
    --name.first;
    name.unknown = true;
  } else if (back(1) == "of" && one_of(back(2), {"gang", "band"})) {
    name.first -= 2;
    name.unknown = true;
  }
  return name;
}

void name_generic_sides(const Analysis& analysis, const Resources& resources,
                        const std::map<std::string, int>& countries, Mentions& mentions) {
  GenericSides(analysis, resources, countries, mentions).run();
}

}  // namespace attest
