// The knowledge the stages share: reviewed text files under resources/, validated on load, then immutable.
// Each record keeps what its file says; all phrases of all files meet in one Lexicon.
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "annotate/lexicon.hpp"
#include "annotate/name_words.hpp"
#include "attest/error.hpp"
#include "attest/lat_lon.hpp"
#include "attest/vocabulary.hpp"
#include "gazetteer/gazetteers.hpp"

namespace attest {

struct Country {
  std::string code, name;
  std::string adjective;  // "Kenyan"; the name where the list has none
  std::string capital;
  std::optional<LatLon> point;  // in its middle
};

struct PlaceRecord {
  std::string name, country, parent;
  PlaceKind kind = PlaceKind::city;
  std::optional<double> latitude, longitude;  // decimal degrees; both or neither
  std::int64_t population = 0;                // 0 = not recorded
  bool reviewed = true;                       // false: a generated row of gazetteer_cities.tsv
  bool needs_context = false;  // the name is also a word or a person's name: the words around must say "place"
};

[[nodiscard]] inline std::optional<LatLon> point_of(const PlaceRecord& record) {
  if (!record.latitude || !record.longitude) return std::nullopt;
  return LatLon::from_degrees(*record.latitude, *record.longitude);
}

struct ActorRecord {
  std::string name, country;
  SourceKind speaks_as = SourceKind::armed_group;
  bool coalition = false;
  std::optional<int> from, to;          // years in which it existed under this name
  std::optional<std::uint32_t> parent;  // index into Resources::actors: whose branch, member or offshoot it is
  std::string wikidata;                 // "Q2429253", or empty
};

struct OrganisationRecord {
  std::string name;
  SourceKind kind = SourceKind::other;
};

/// A word for who speaks: a person, a body, or a document that speaks for its issuer.
enum class RoleType : std::uint8_t { person, body, document };

struct RoleRecord {
  SourceKind kind = SourceKind::other;
  RoleType type = RoleType::person;
};

enum class PersonClass : std::uint8_t { person, household, collective, fighter, speaker };

struct PersonRecord {
  VictimStatus status = VictimStatus::unknown;
  VictimGroup group = VictimGroup::any;
  PersonClass type = PersonClass::person;
  bool plural_only = false;
};

struct MeansRecord {
  Means means = Means::other;
  bool event = false;  // the word names an attack, not a weapon
};

/// "forces", "police" are the state's, "warplanes" only with a nationality; "rebels", "gunmen" are a group of their own;
/// "the coalition" is the one that fights in the country.
enum class ForceKind : std::uint8_t { state, group, weapon, coalition };

/// What a word says of a report's subject: armed conflict, or another one, of which `elsewhere` hardly ever, `weak`
/// sometimes stands in reports on armed conflict.
enum class Topic : std::uint8_t { elsewhere, weak, conflict };

enum class CueClass : std::uint8_t { neutral, doubtful, factive, denial, belief, expect, appeal };

struct CueRecord {
  CueClass type = CueClass::neutral;
  bool needs_clause = false;  // "found that", not "found mines"
};

/// What an argument of a predicate means: "gunmen (actor) killed five people (victims)".
enum class Role : std::uint8_t { none, actor, victims, opponent, target, object, place };

struct Predicate {
  std::string id;
  ClaimKind kind = ClaimKind::killed;
  Role subject = Role::none, object = Role::none, of = Role::none, from = Role::none;
  std::optional<Means> means;
  std::optional<ObjectKind> fixed_object;
  std::optional<Scope> scope;
  std::optional<Certainty> certainty;
  bool needs_people = false, needs_place = false, needs_object = false, needs_actor = false;
  bool needs_target = false, needs_weapon = false, needs_of_place = false;
  bool needs_named_place = false;      // the object itself is a town or smaller, by the tree
  bool count_after = false;            // a figure after the words counts the victims: "the death toll rose to 31"
  bool object_before = false;          // the object stands before the words: "used civilians as human shields"
  std::vector<std::string> particles;  // one of them must follow within a few words: "drive ... out"
  std::vector<std::string> near;       // one of them must stand in the sentence
  std::vector<std::string> before;     // one of them must stand just before: "trying to" seize
  std::vector<std::string> not_before, not_after;  // near misses: the word just before or after forbids
  std::vector<std::string> examples;
};

/// All lexicons, loaded once. Const is shareable between threads.
class Resources {
 public:
  /// @errors not_found; bad_resource with file, line and reason
  [[nodiscard]] static Result<Resources> load(const std::filesystem::path& folder);

  /// First 12 hex digits of the SHA-256 over all resource files in name order.
  [[nodiscard]] const std::string& version() const { return version_; }

  Lexicon lexicon;
  std::vector<Country> countries;  // List::country and List::demonym point here
  std::vector<PlaceRecord> places;
  std::vector<ActorRecord> actors;
  std::vector<OrganisationRecord> organisations;
  std::vector<PersonRecord> people;
  std::vector<RoleRecord> roles;
  std::vector<ObjectKind> objects;
  std::vector<MeansRecord> means;
  std::vector<ForceKind> forces;
  std::vector<CueRecord> cues;
  std::vector<Topic> topics;
  std::vector<Predicate> predicates;
  NameWords name_words;
  std::map<std::string, std::uint32_t> state_actors;  // country code to index into actors
  std::map<std::string, std::uint32_t> coalitions;    // country code to index: who "the coalition" is there
  std::map<std::string, std::uint32_t> country_by_code;
  /// The world's towns (models/world.gazetteer), to give points to names that the lists lack; null where that file is not
  /// installed. Shared, since a mapped file cannot be copied.
  std::shared_ptr<const Gazetteers> world;

 private:
  std::string version_;
};

}  // namespace attest
