// What the lexicons and grammars find in a document, before anything is claimed: numbers, people, sides, places,
// times, objects, weapons, cues and predicates, each as a range of tokens.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "annotate/calendar.hpp"
#include "annotate/resources.hpp"
#include "attest/claim.hpp"
#include "attest/document.hpp"
#include "language/analysis.hpp"

namespace attest {

struct Quantity {
  TokenRange tokens;                     // with approximator: "at least 26"
  std::optional<std::int64_t> min, max;  // both empty: "many", "most of them"
  bool bare_year = false;                // "2014" could be a year
};

struct PeopleMention {
  TokenRange tokens;  // the noun with its modifiers: "young children"
  VictimStatus status = VictimStatus::unknown;
  VictimGroup group = VictimGroup::any;
  PersonClass type = PersonClass::person;
  bool singular = false;
  std::optional<Quantity> quantity;  // "at least eight" children
};

/// Which of a state's arms a word means; `group` is an armed group, `coalition` forces of several states.
enum class SideSort : std::uint8_t { group, forces, army, police, government, coalition };

struct PartyMention {
  TokenRange tokens;
  std::string name, country;
  SourceKind speaks_as = SourceKind::armed_group;
  bool generic = false;      // "the militants": whoever the report means, see `meant`
  bool nationality = false;  // a country or nationality alone: acts only where a side must stand
  SideSort sort = SideSort::group;
  std::string meant;  // of a generic word: the side of the report that it stands for; empty = only its words are known
};

/// How a phrase stands to the place that it names.
enum class PlaceRelation : std::uint8_t {
  at,       // "in Tikrit"
  part,     // "west Mosul", "northern Syria"
  near,     // "near Tikrit", "on the outskirts of Tikrit", "Tikrit area"
  offset,   // "17 km from Tikrit", "north of Tikrit"
  between,  // "between Tikrit and Baiji", "on the road from Tikrit to Baiji"
  border    // "the border with Iraq", "the Iraqi-Syrian border"
};

struct PlaceMention {
  TokenRange tokens;
  std::string name;
  std::optional<std::string> country;
  bool broad = false;  // a country or region: a more exact place of the report is preferred
  PlaceKind kind = PlaceKind::city;
  std::string parent;      // the town of a quarter or facility, the region of a town; empty when nobody says
  bool unlisted = false;   // read from the words around it ("the village of"), not from the gazetteer
  bool reference = false;  // "the city": named earlier, the name and the rest are from there
  PlaceRelation relation = PlaceRelation::at;
  int precision = 0;            // UCDP's where_prec of the phrase, 1 exact to 7; 0 = not settled yet
  std::optional<LatLon> point;  // of the phrase, as far as it has one
};

/// One of the places that share a name, and what speaks for it. docs/places.md, "Which place of that name".
struct ScoredPlace {
  const PlaceRecord* place = nullptr;  // of the resources
  int said_to_lie = 0, kind_asked = 0, country = 0, capital = 0, reviewed = 0, population = 0;
  bool meant = false;  // none of them is where the name is a stranger's
  [[nodiscard]] int points() const { return said_to_lie + kind_asked + country + capital + reviewed + population; }
};

/// A name that several places have, with all of them, best first.
struct PlaceNamesakes {
  TokenRange tokens;
  std::vector<ScoredPlace> places;
};

/// How exact a place is: 0 a country or region, 1 and 2 a province and a district, 3 a town, 4 a place in or by one.
[[nodiscard]] int exactness(const PlaceMention& place);

struct TimeMention {
  TokenRange tokens;
  std::optional<Interval> when;  // empty: nothing in the report says on which days
  std::string value;             // TIMEX3 (annotate/timex.hpp): "2017-03-08", "XXXX-WXX-3", "P2W"
  std::string_view mod;          // of TIMEX3: "START", "MID", "END", "APPROX" …; empty: none
  std::string_view rule;         // what kind of expression it is, and from what it was counted
  bool stated = false;           // the words themselves say the days: "3 March 2017"
};

struct ObjectMention {
  TokenRange tokens;
  ObjectKind kind = ObjectKind::other;
  std::optional<Quantity> quantity;
};

struct WeaponMention {
  TokenRange tokens;
  Means means = Means::other;
  bool event = false;
};

struct SpeakerMention {
  TokenRange tokens;
  std::string name;  // of an organisation in the registry; empty for a word from roles.tsv or bodies.tsv
  SourceKind kind = SourceKind::other;
  RoleType type = RoleType::body;
  bool plural = false;
};

struct CueMention {
  TokenRange tokens;
  CueClass type = CueClass::neutral;
  Form form = Form::base;
  bool needs_clause = false;  // as in resources/en/cues.tsv
};

struct PredicateMention {
  TokenRange tokens;
  std::uint32_t predicate = 0;
  Form form = Form::fixed;

  [[nodiscard]] bool is_noun() const { return form == Form::noun || form == Form::plural; }
};

struct TopicMention {
  TokenRange tokens;
  Topic topic = Topic::elsewhere;
};

/// Each list in token order.
struct Mentions {
  std::vector<Quantity> quantities;
  std::vector<PeopleMention> people;
  std::vector<PartyMention> parties;
  std::vector<PlaceMention> places;
  std::vector<PlaceMention> lands;        // countries and their people in passing: "Sudan's army", "the Syrian people"
  std::vector<PlaceNamesakes> namesakes;  // for the explanation, in token order
  std::vector<TimeMention> times;
  std::vector<ObjectMention> objects;
  std::vector<WeaponMention> weapons;
  std::vector<SpeakerMention> speakers;
  std::vector<CueMention> cues;
  std::vector<PredicateMention> predicates;
  std::vector<TopicMention> topics;  // words that tell what a report is about
};

/// All mentions of a document. Pure.
[[nodiscard]] Mentions find_mentions(const Document& document, const Analysis& analysis, const Resources& resources);

/// Places that no list knows, read from the words around a name: "the village of", "district of", "in … province".
/// `taken` are the tokens of names that are something else. Rule: docs/output.md, "place".
[[nodiscard]] std::vector<PlaceMention> find_unlisted_places(const Document& document, const Analysis& analysis,
                                                             const std::vector<PlaceMention>& listed,
                                                             const std::vector<TokenRange>& taken);

/// Numbers of people or things; ages, dates, distances, money and shares are left out.
/// Rule: docs/output.md, "Counts".
[[nodiscard]] std::vector<Quantity> find_quantities(const Document& document, const Analysis& analysis);

/// Dates, weekdays, months and spans of time, resolved against the publication date.
/// Without one, only dates with a year are resolved. Rule: docs/output.md, "Time".
[[nodiscard]] std::vector<TimeMention> find_times(const Document& document, const Analysis& analysis);

}  // namespace attest
