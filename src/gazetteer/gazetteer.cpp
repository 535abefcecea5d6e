#include "gazetteer/gazetteer.hpp"

#include <algorithm>
#include <map>

#include "gazetteer/spelling.hpp"

namespace attest {

namespace {

/// A section as records of one size, as many as there are.
template <class T>
Result<std::span<const T>> records(const SectionFile& file, std::string_view name) {
  return file.numbers<T>(name, file.section(name).size() / sizeof(T));
}

std::optional<LatLon> point_of(const PlaceRow& row) {
  if (row.latitude == kNoPoint) return std::nullopt;
  return LatLon::from_degrees(row.latitude / kPointsPerDegree, row.longitude / kPointsPerDegree);
}

std::string_view trimmed(std::span<const char> cell) {
  const std::string_view text(cell.data(), cell.size());
  return text.substr(0, text.find('\0'));
}

}  // namespace

/// What is looked for, and the best agreement of each place found so far.
struct Gazetteer::Search {
  explicit Search(std::string_view wanted)
      : name(wanted), folded(fold_name(wanted)), sound(sound_key(wanted)), consonants(consonant_key(sound)) {
    const std::string rest = without_qualifier(wanted);
    if (!rest.empty()) core = sound_key(rest);
  }

  std::string_view name, country;
  std::string folded, sound, consonants;
  std::string core;                              // the sound without a qualifier; empty when the name has none
  bool nearby = false;                           // keys may differ
  std::map<std::uint32_t, PlaceCandidate> best;  // by row

  struct Agreement {
    NameMatch match;
    double likeness;
  };
  [[nodiscard]] std::optional<Agreement> agreement(std::string_view other) const {
    if (other == name) return Agreement{NameMatch::exact, 1};
    if (fold_name(other) == folded) return Agreement{NameMatch::folded, 1};
    const std::string heard = sound_key(other);
    if (heard.empty() || sound.empty()) return std::nullopt;
    if (heard == sound) return Agreement{NameMatch::sound, 1};
    const double like = attest::likeness(heard, sound);
    if (consonant_key(heard) == consonants) return Agreement{NameMatch::consonants, like};
    const std::string rest = without_qualifier(other);
    const std::string bare = rest.empty() ? heard : sound_key(rest);
    const std::string& mine = core.empty() ? sound : core;
    if (rest.empty() != core.empty() && consonant_key(bare) == consonant_key(mine))
      return Agreement{NameMatch::part, attest::likeness(bare, mine)};
    if (nearby) return Agreement{NameMatch::near, like};
    return std::nullopt;  // only the hashes agree
  }
};

Result<Gazetteer> Gazetteer::open(const std::filesystem::path& path) {
  ATTEST_TRY(SectionFile file, SectionFile::open(path, kGazetteerFormat));
  return from(std::move(file));
}

Result<Gazetteer> Gazetteer::from_bytes(std::string bytes, std::string where) {
  ATTEST_TRY(SectionFile file, SectionFile::from_bytes(std::move(bytes), std::move(where), kGazetteerFormat));
  return from(std::move(file));
}

Result<Gazetteer> Gazetteer::from(SectionFile file) {
  Gazetteer gazetteer(std::move(file));
  const SectionFile& sections = gazetteer.file_;
  gazetteer.texts_ = sections.section("texts");
  ATTEST_TRY(gazetteer.places_, records<PlaceRow>(sections, "places"));
  ATTEST_TRY(gazetteer.names_, records<TextAt>(sections, "names"));
  ATTEST_TRY(gazetteer.sources_, records<TextAt>(sections, "sources"));
  ATTEST_TRY(gazetteer.by_name_, records<NameEntry>(sections, "by_name"));
  ATTEST_TRY(gazetteer.by_key_, records<NameEntry>(sections, "by_key"));
  return gazetteer;
}

std::string_view Gazetteer::text(TextAt at) const {
  if (at == 0 || at >= texts_.size()) return {};
  return texts_.substr(at + 1, static_cast<unsigned char>(texts_[at]));
}

std::uint32_t Gazetteer::owner(std::uint32_t name) const {
  const auto after = std::ranges::upper_bound(places_, name, {}, &PlaceRow::first_name);
  return static_cast<std::uint32_t>(after - places_.begin()) - (after == places_.begin() ? 0U : 1U);
}

PlaceCandidate Gazetteer::candidate(std::uint32_t row) const {
  const PlaceRow& place = places_[row];
  PlaceCandidate out;
  out.name = place.first_name < names_.size() ? text(names_[place.first_name]) : std::string_view();
  out.kind = static_cast<PlaceKind>(std::min<std::size_t>(place.kind, kPlaceKinds.size() - 1));
  out.feature = trimmed(place.feature);
  out.country = trimmed(place.country);
  out.adm1 = text(place.adm1);
  out.adm2 = text(place.adm2);
  out.parent = text(place.parent);
  out.source = place.source < sources_.size() ? text(sources_[place.source]) : std::string_view();
  out.id = text(place.id);
  out.point = point_of(place);
  out.population = place.population;
  out.row = row;
  return out;
}

GazetteerPlace Gazetteer::place(std::uint32_t row) const {
  const PlaceCandidate found = candidate(row);
  GazetteerPlace out;
  const std::size_t end = row + 1 < places_.size() ? places_[row + 1].first_name : names_.size();
  for (std::size_t name = places_[row].first_name; name < std::min(end, names_.size()); ++name)
    out.names.emplace_back(text(names_[name]));
  out.kind = found.kind;
  out.feature = found.feature;
  out.country = found.country;
  out.adm1 = found.adm1;
  out.adm2 = found.adm2;
  out.parent = found.parent;
  out.point = found.point;
  out.population = found.population;
  out.source = found.source;
  out.id = found.id;
  return out;
}

void Gazetteer::look_up(std::span<const NameEntry> index, std::string_view key, Search& search) const {
  const std::uint32_t hash = name_hash(key);
  for (auto at = std::ranges::lower_bound(index, hash, {}, &NameEntry::hash); at != index.end() && at->hash == hash;
       ++at) {
    const NameEntry& entry = *at;
    if (entry.name >= names_.size() || places_.empty()) continue;
    const std::uint32_t row = owner(entry.name);
    if (!search.country.empty() && trimmed(places_[row].country) != search.country) continue;
    const std::string_view name = text(names_[entry.name]);
    const auto agreement = search.agreement(name);
    if (!agreement) continue;
    auto& best = search.best.try_emplace(row, candidate(row)).first->second;
    const bool better = best.matched.empty() || agreement->match < best.match ||
                        (agreement->match == best.match && agreement->likeness > best.likeness);
    if (!better) continue;
    best.matched = name;
    best.match = agreement->match;
    best.likeness = agreement->likeness;
  }
}

/// Every key that differs from this one by a sound more, less or other.
void Gazetteer::look_nearby(std::string_view key, Search& search) const {
  static constexpr std::string_view kSounds = "abdfhjklmnprstvz";
  search.nearby = true;
  for (std::size_t i = 0; i <= key.size(); ++i) {
    std::string other(key);
    if (i < key.size()) look_up(by_key_, other.erase(i, 1), search);
    for (const char sound : kSounds) {
      other = key;
      look_up(by_key_, other.insert(i, 1, sound), search);
      if (i == key.size() || key[i] == sound) continue;
      other = key;
      other[i] = sound;
      look_up(by_key_, other, search);
    }
  }
}

std::vector<PlaceCandidate> Gazetteer::find(std::string_view name, std::string_view country, Depth depth) const {
  Search search(name);
  search.country = country;
  look_up(by_name_, search.folded, search);
  if (depth != Depth::folded && !search.consonants.empty()) {
    look_up(by_key_, search.consonants, search);
    if (!search.core.empty()) look_up(by_key_, consonant_key(search.core), search);
    constexpr std::size_t kShortest = 3;  // with fewer consonants, everything is near to everything
    if ((depth == Depth::all_near || (depth == Depth::near && search.best.empty())) &&
        search.consonants.size() >= kShortest)
      look_nearby(search.consonants, search);
  }
  std::vector<PlaceCandidate> found;
  found.reserve(search.best.size());
  for (auto& [row, best] : search.best) found.push_back(best);
  std::ranges::stable_sort(found, [](const PlaceCandidate& a, const PlaceCandidate& b) {
    return a.match != b.match         ? a.match < b.match
           : a.likeness != b.likeness ? a.likeness > b.likeness
                                      : a.population > b.population;
  });
  return found;
}

}  // namespace attest
