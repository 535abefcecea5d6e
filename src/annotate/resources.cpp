#include "annotate/resources.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <unordered_map>
#include <unordered_set>

#include "annotate/predicates.hpp"
#include "base/files.hpp"
#include "base/hash.hpp"
#include "base/table.hpp"

namespace attest {

namespace {

namespace fs = std::filesystem;

std::uint32_t next_index(const auto& records) { return static_cast<std::uint32_t>(records.size()); }

/// Acronyms ("IS", "SDF", "UN", "DoD") would match ordinary words if case were folded.
bool is_acronym(std::string_view alias) {
  const auto capitals = std::ranges::count_if(alias, [](char c) { return c >= 'A' && c <= 'Z'; });
  const bool small = std::ranges::any_of(alias, [](char c) { return c >= 'a' && c <= 'z'; });
  return alias.size() <= 4 && (capitals >= 2 || !small);
}

/// A number that fills its whole cell; empty cells and other text are nothing.
template <class Number>
std::optional<Number> number_in(std::string_view cell) {
  Number value{};
  const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
  if (cell.empty() || error != std::errc{} || end != cell.data() + cell.size()) return std::nullopt;
  return value;
}

void add_names(Lexicon& lexicon, List list, std::uint32_t entry, const std::string& name, std::string_view aliases) {
  lexicon.add(name, list, entry, Form::fixed, is_acronym(name));
  for (const std::string& alias : split_list(aliases)) lexicon.add(alias, list, entry, Form::fixed, is_acronym(alias));
}

/// The value a cell names, or an error with file and line.
template <class E>
Result<E> value_in(const Table& table, const TableRow& row, std::size_t column) {
  if (const auto value = from_name<E>(row.cells[column])) return *value;
  return table.complain(row, fmt::format("'{}' is not a known value", row.cells[column]));
}

/// The index of a cell among `names`, as an enumeration of the same order.
template <class E, std::size_t N>
Result<E> choice_in(const Table& table, const TableRow& row, std::size_t column,
                    const std::array<std::string_view, N>& names) {
  const auto found = std::ranges::find(names, row.cells[column]);
  if (found != names.end()) return static_cast<E>(found - names.begin());
  return table.complain(row, fmt::format("'{}' is not a known value", row.cells[column]));
}

Result<void> load_countries(const fs::path& folder, Resources& resources) {
  ATTEST_TRY(const Table table, read_table(folder / "countries.tsv", {"code", "name", "aliases", "adjectives", "people",
                                                                      "capital", "lat", "lon"}));
  for (const TableRow& row : table.rows) {
    if (row.cells[0].size() != 2 || row.cells[1].empty())
      return table.complain(row, "a country needs a two-letter code and a name");
    const std::uint32_t index = next_index(resources.countries);
    const std::vector<std::string> adjectives = split_list(row.cells[3]);
    resources.countries.push_back(
        {row.cells[0], row.cells[1], adjectives.empty() ? row.cells[1] : adjectives.front(), row.cells[5], {}});
    if (const auto latitude = number_in<double>(row.cells[6]), longitude = number_in<double>(row.cells[7]);
        latitude && longitude)
      resources.countries.back().point = LatLon::from_degrees(*latitude, *longitude);
    if (!resources.countries.back().point) return table.complain(row, "a country needs a point on the globe");
    if (!resources.country_by_code.emplace(row.cells[0], index).second)
      return table.complain(row, "this code stands twice");
    add_names(resources.lexicon, List::country, index, row.cells[1], row.cells[2]);
    for (std::size_t column : {3U, 4U})
      for (const std::string& word : split_list(row.cells[column]))
        resources.lexicon.add(word, List::demonym, index, column == 4 ? Form::plural : Form::fixed, is_acronym(word));
  }
  return {};
}

/// Where a table of places keeps what both tables have: longitude and population follow the latitude.
struct PlaceColumns {
  std::size_t latitude, context;
};

/// What both tables say of a place, or an error with file and line.
Result<PlaceRecord> place_in(const Table& table, const TableRow& row, const PlaceColumns& at,
                             const Resources& resources) {
  PlaceRecord place;
  place.name = row.cells[0];
  place.country = row.cells[1];
  if (place.name.empty()) return table.complain(row, "a place needs a name");
  ATTEST_TRY(place.kind, choice_in<PlaceKind>(table, row, 2, kPlaceKinds));
  if (!place.country.empty() && !resources.country_by_code.contains(place.country))
    return table.complain(row, fmt::format("no country '{}' in countries.tsv", place.country));
  const std::string& lat = row.cells[at.latitude];
  const std::string& lon = row.cells[at.latitude + 1];
  place.latitude = number_in<double>(lat);
  place.longitude = number_in<double>(lon);
  if (place.latitude.has_value() != !lat.empty() || place.longitude.has_value() != !lon.empty() ||
      lat.empty() != lon.empty() || std::abs(place.latitude.value_or(0)) > 90 ||
      std::abs(place.longitude.value_or(0)) > 180)
    return table.complain(row, fmt::format("'{}', '{}' is not a latitude and a longitude", lat, lon));
  const std::string& people = row.cells[at.latitude + 2];
  const auto population = number_in<std::int64_t>(people);
  if (!people.empty() && population.value_or(-1) < 0)
    return table.complain(row, fmt::format("'{}' is not a population", people));
  place.population = population.value_or(0);
  const std::string& context = row.cells[at.context];
  if (!context.empty() && context != "needed") return table.complain(row, "'context' must be empty or 'needed'");
  place.needs_context = context == "needed";
  return place;
}

/// A reviewed row without point or population takes those of the generated row of the same name, country and sort.
void complete(PlaceRecord& reviewed, const PlaceRecord& generated) {
  const auto settlement = [](PlaceKind k) { return k == PlaceKind::city || k == PlaceKind::town; };
  const bool same_sort = reviewed.kind == generated.kind || (settlement(reviewed.kind) && settlement(generated.kind));
  if (!same_sort || reviewed.latitude) return;
  reviewed.latitude = generated.latitude;
  reviewed.longitude = generated.longitude;
  if (reviewed.population == 0) reviewed.population = generated.population;
}

Result<void> load_places(const fs::path& folder, Resources& resources) {
  ATTEST_TRY(const Table table, read_table(folder / "gazetteer.tsv", {"name", "country", "kind", "parent", "lat", "lon",
                                                                      "population", "aliases", "context"}));
  resources.places.reserve(table.rows.size());
  std::unordered_map<std::string, std::uint32_t>
      reviewed;  // country and every name in it: the first place of that name
  for (const TableRow& row : table.rows) {
    ATTEST_TRY(PlaceRecord place, place_in(table, row, {.latitude = 4, .context = 8}, resources));
    place.parent = row.cells[3];
    const std::uint32_t index = next_index(resources.places);
    reviewed.emplace(place.country + fold_word(place.name), index);
    for (const std::string& alias : split_list(row.cells[7])) reviewed.emplace(place.country + fold_word(alias), index);
    resources.places.push_back(std::move(place));
    add_names(resources.lexicon, List::place, index, row.cells[0], row.cells[7]);
  }
  // The generated rows; a row that people have reviewed above stands instead.
  for (const char* file : {"gazetteer_regions.tsv", "gazetteer_cities.tsv"}) {
    ATTEST_TRY(const Table more,
               read_table(folder / file, {"name", "country", "kind", "lat", "lon", "population", "context"}));
    resources.places.reserve(resources.places.size() + more.rows.size());
    for (const TableRow& row : more.rows) {
      ATTEST_TRY(PlaceRecord place, place_in(more, row, {.latitude = 3, .context = 6}, resources));
      if (const auto known = reviewed.find(place.country + fold_word(place.name)); known != reviewed.end()) {
        complete(resources.places[known->second], place);
        continue;
      }
      place.reviewed = false;
      resources.lexicon.add(place.name, List::place, next_index(resources.places), Form::fixed, is_acronym(place.name));
      resources.places.push_back(std::move(place));
    }
  }
  return {};
}

/// A year of an actor's life: empty is not recorded.
Result<std::optional<int>> year_in(const Table& table, const TableRow& row, std::size_t column) {
  if (row.cells[column].empty()) return std::optional<int>();
  const auto year = number_in<int>(row.cells[column]);
  if (!year || *year < 1800 || *year > 2100)
    return table.complain(row, fmt::format("'{}' is not a year", row.cells[column]));
  return year;
}

bool is_wikidata_item(std::string_view id) {
  return id.size() >= 2 && id.size() <= 12 && id[0] == 'Q' && id[1] != '0' &&
         std::ranges::all_of(id.substr(1), [](char c) { return c >= '0' && c <= '9'; });
}

/// The row's own facts; its parent is looked up when all names are known.
Result<ActorRecord> actor_in(const Table& table, const TableRow& row, const Resources& resources) {
  static const std::map<std::string, SourceKind> speaks = {
      {"military", SourceKind::military},     {"coalition", SourceKind::military},
      {"peacekeeping", SourceKind::military}, {"government", SourceKind::government},
      {"police", SourceKind::government},     {"armed_group", SourceKind::armed_group},
      {"militia", SourceKind::armed_group}};
  const auto kind = speaks.find(row.cells[1]);
  if (row.cells[0].empty()) return table.complain(row, "an actor needs a name");
  if (kind == speaks.end()) return table.complain(row, fmt::format("'{}' is not a known kind", row.cells[1]));
  if (!row.cells[2].empty() && !resources.country_by_code.contains(row.cells[2]))
    return table.complain(row, fmt::format("no country '{}' in countries.tsv", row.cells[2]));
  ActorRecord actor;
  actor.name = row.cells[0];
  actor.country = row.cells[2];
  actor.speaks_as = kind->second;
  actor.coalition = row.cells[1] == "coalition";
  ATTEST_TRY(actor.from, year_in(table, row, 4));
  ATTEST_TRY(actor.to, year_in(table, row, 5));
  if (actor.from && actor.to && *actor.from > *actor.to) return table.complain(row, "'from' is after 'to'");
  if (!row.cells[7].empty() && !is_wikidata_item(row.cells[7]))
    return table.complain(row, fmt::format("'{}' is not a Wikidata item", row.cells[7]));
  actor.wikidata = row.cells[7];
  if (!row.cells[8].empty() && !actor.coalition && (row.cells[8] != "yes" || row.cells[2].empty()))
    return table.complain(row, "'state' must be empty, or yes on an actor with a country");
  return actor;
}

Result<void> load_actors(const fs::path& folder, Resources& resources) {
  ATTEST_TRY(const Table table, read_table(folder / "actors.tsv", {"name", "kind", "country", "aliases", "from", "to",
                                                                   "parent", "wikidata", "state"}));
  std::unordered_map<std::string, std::uint32_t> by_name;
  std::unordered_set<std::string> country_names;
  for (const Country& country : resources.countries) country_names.insert(country.name);
  for (const TableRow& row : table.rows) {
    ATTEST_TRY(ActorRecord actor, actor_in(table, row, resources));
    const std::uint32_t index = next_index(resources.actors);
    if (!by_name.emplace(actor.name, index).second)
      return table.complain(row, fmt::format("'{}' stands twice", actor.name));
    const bool state = row.cells[8] == "yes";
    if (state && !resources.state_actors.emplace(actor.country, index).second)
      return table.complain(row, fmt::format("'{}' has its forces already", actor.country));
    if (actor.coalition)
      for (const std::string& country : split_list(row.cells[8]))
        if (!resources.country_by_code.contains(country) || !resources.coalitions.emplace(country, index).second)
          return table.complain(row,
                                fmt::format("'{}' in 'state' is no country, or has its coalition already", country));
    // The bare name of a country is a place; as an actor it is understood from "Russian forces".
    if (!state || !country_names.contains(actor.name))
      resources.lexicon.add(actor.name, List::actor, index, Form::fixed, is_acronym(actor.name));
    for (const std::string& alias : split_list(row.cells[3]))
      resources.lexicon.add(alias, List::actor, index, Form::fixed, is_acronym(alias));
    resources.actors.push_back(std::move(actor));
  }
  for (std::size_t i = 0; i < table.rows.size(); ++i) {
    const TableRow& row = table.rows[i];
    if (row.cells[6].empty()) continue;
    const auto parent = by_name.find(row.cells[6]);
    if (parent == by_name.end() || parent->second == i)
      return table.complain(row, fmt::format("the parent '{}' is no other actor's name", row.cells[6]));
    resources.actors[i].parent = parent->second;
  }
  return {};
}

Result<void> load_organisations(const fs::path& folder, Resources& resources) {
  ATTEST_TRY(const Table table, read_table(folder / "organisations.tsv", {"name", "kind", "country", "aliases"}));
  for (const TableRow& row : table.rows) {
    ATTEST_TRY(const auto kind, value_in<SourceKind>(table, row, 1));
    const std::uint32_t index = next_index(resources.organisations);
    resources.organisations.push_back({row.cells[0], kind});
    add_names(resources.lexicon, List::organisation, index, row.cells[0], row.cells[3]);
  }
  return {};
}

/// Adds the singular (column 0) and plural (column 1) of a row's word.
void add_noun(Lexicon& lexicon, const TableRow& row, List list, std::uint32_t entry) {
  if (!row.cells[0].empty()) lexicon.add(row.cells[0], list, entry, Form::noun);
  if (!row.cells[1].empty() && row.cells[1] != row.cells[0]) lexicon.add(row.cells[1], list, entry, Form::plural);
}

Result<void> load_people(const fs::path& folder, Resources& resources) {
  static constexpr auto classes =
      std::to_array<std::string_view>({"person", "household", "collective", "fighter", "speaker"});
  ATTEST_TRY(const Table table, read_table(folder / "people.tsv", {"singular", "plural", "status", "group", "class"}));
  for (const TableRow& row : table.rows) {
    ATTEST_TRY(const auto status, value_in<VictimStatus>(table, row, 2));
    ATTEST_TRY(const auto group, value_in<VictimGroup>(table, row, 3));
    ATTEST_TRY(const auto type, choice_in<PersonClass>(table, row, 4, classes));
    add_noun(resources.lexicon, row, List::person, next_index(resources.people));
    resources.people.push_back({status, group, type, row.cells[0].empty()});
  }
  return {};
}

Result<void> load_speakers(const fs::path& folder, Resources& resources) {
  const auto add = [&](const Table& table, const TableRow& row, RoleType type) -> Result<void> {
    ATTEST_TRY(const auto kind, value_in<SourceKind>(table, row, 2));
    add_noun(resources.lexicon, row, List::role, next_index(resources.roles));
    resources.roles.push_back({kind, type});
    return {};
  };
  ATTEST_TRY(const Table people, read_table(folder / "roles.tsv", {"singular", "plural", "kind"}));
  for (const TableRow& row : people.rows) ATTEST_CHECK(add(people, row, RoleType::person));
  static constexpr auto types = std::to_array<std::string_view>({"person", "body", "document"});
  ATTEST_TRY(const Table bodies, read_table(folder / "bodies.tsv", {"singular", "plural", "kind", "type"}));
  for (const TableRow& row : bodies.rows) {
    ATTEST_TRY(const auto type, choice_in<RoleType>(bodies, row, 3, types));
    ATTEST_CHECK(add(bodies, row, type));
  }
  return {};
}

Result<void> load_words(const fs::path& folder, Resources& resources) {
  ATTEST_TRY(const Table objects, read_table(folder / "objects.tsv", {"word", "plural", "object"}));
  for (const TableRow& row : objects.rows) {
    ATTEST_TRY(const auto object, value_in<ObjectKind>(objects, row, 2));
    add_noun(resources.lexicon, row, List::object, next_index(resources.objects));
    resources.objects.push_back(object);
  }
  ATTEST_TRY(const Table means, read_table(folder / "means.tsv", {"word", "plural", "means", "event"}));
  for (const TableRow& row : means.rows) {
    ATTEST_TRY(const auto value, value_in<Means>(means, row, 2));
    if (row.cells[3] != "yes" && row.cells[3] != "no") return means.complain(row, "'event' must be yes or no");
    add_noun(resources.lexicon, row, List::means, next_index(resources.means));
    resources.means.push_back({value, row.cells[3] == "yes"});
  }
  static constexpr auto topic_files =
      std::to_array<std::pair<Topic, const char*>>({{Topic::elsewhere, "other_topics.tsv"},
                                                    {Topic::weak, "other_topics_weak.tsv"},
                                                    {Topic::conflict, "conflict_topics.tsv"}});
  for (const auto& [topic, file] : topic_files) {
    ATTEST_TRY(const Table topics, read_table(folder / file, {"word", "plural"}));
    for (const TableRow& row : topics.rows) {
      add_noun(resources.lexicon, row, List::topic, next_index(resources.topics));
      resources.topics.push_back(topic);
    }
  }
  static constexpr auto force_kinds = std::to_array<std::string_view>({"state", "group", "weapon", "coalition"});
  ATTEST_TRY(const Table forces, read_table(folder / "forces.tsv", {"word", "plural", "kind"}));
  for (const TableRow& row : forces.rows) {
    ATTEST_TRY(const auto kind, choice_in<ForceKind>(forces, row, 2, force_kinds));
    add_noun(resources.lexicon, row, List::force, next_index(resources.forces));
    resources.forces.push_back(kind);
  }
  return {};
}

Result<IrregularVerbs> load_irregular(const fs::path& folder) {
  ATTEST_TRY(const Table table, read_table(folder / "irregular_verbs.tsv", {"base", "past", "participle"}));
  IrregularVerbs verbs;
  for (const TableRow& row : table.rows)
    if (!verbs.emplace(row.cells[0], std::pair{row.cells[1], row.cells[2]}).second)
      return table.complain(row, "this verb stands twice");
  return verbs;
}

Result<void> load_cues(const fs::path& folder, const IrregularVerbs& irregular, Resources& resources) {
  static constexpr auto classes =
      std::to_array<std::string_view>({"neutral", "doubtful", "factive", "denial", "belief", "expect", "appeal"});
  ATTEST_TRY(const Table table, read_table(folder / "cues.tsv", {"verb", "class", "needs"}));
  for (const TableRow& row : table.rows) {
    ATTEST_TRY(const auto cue, choice_in<CueClass>(table, row, 1, classes));
    const std::uint32_t index = next_index(resources.cues);
    if (row.cells[2] != "any" && row.cells[2] != "clause") return table.complain(row, "'needs' must be any or clause");
    resources.cues.push_back({cue, row.cells[2] == "clause"});
    for (const auto& [form, how] : verb_forms(row.cells[0], irregular))
      resources.lexicon.add(form, List::cue, index, how);
  }
  return {};
}

/// The version of the world's gazetteer, or nothing where there is none.
Result<std::string> load_world(const fs::path& folder, Resources& resources) {
  const fs::path path = world_beside(folder);
  if (!fs::exists(path)) return std::string();
  ATTEST_TRY(Gazetteer world, Gazetteer::open(path));
  std::string version = world.file().version();
  Gazetteers all;
  all.add(std::move(world));
  resources.world = std::make_shared<const Gazetteers>(std::move(all));
  return version;
}

Result<std::string> hash_files(const fs::path& folder, const std::string& world) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(folder))
    if (entry.is_regular_file() && (entry.path().extension() == ".tsv" || entry.path().extension() == ".toml"))
      files.push_back(entry.path());
  std::ranges::sort(files);
  std::string all;
  for (const fs::path& file : files) {
    ATTEST_TRY(const std::string bytes, read_file(file));
    all += fmt::format("{} {}\n", fs::relative(file, folder).generic_string(), sha256_hex(bytes));
  }
  return sha256_hex(all + world).substr(0, 12);
}

}  // namespace

Result<Resources> Resources::load(const fs::path& folder) {
  if (!fs::is_directory(folder)) return fail(ErrorCode::not_found, "no such resources folder", folder.string());
  Resources resources;
  const fs::path english = folder / "en";
  ATTEST_CHECK(load_countries(folder, resources));
  ATTEST_CHECK(load_places(folder, resources));
  ATTEST_CHECK(load_actors(folder, resources));
  ATTEST_CHECK(load_organisations(folder, resources));
  ATTEST_CHECK(load_people(english, resources));
  ATTEST_CHECK(load_speakers(english, resources));
  ATTEST_CHECK(load_words(english, resources));
  ATTEST_TRY(const IrregularVerbs irregular, load_irregular(english));
  ATTEST_CHECK(load_cues(english, irregular, resources));
  ATTEST_CHECK(load_predicates(english / "predicates", irregular, resources));
  ATTEST_TRY(resources.name_words, NameWords::load(folder));
  ATTEST_TRY(const std::string world, load_world(folder, resources));
  ATTEST_TRY(resources.version_, hash_files(folder, world));
  return resources;
}

}  // namespace attest
