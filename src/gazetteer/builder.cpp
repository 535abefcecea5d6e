#include "gazetteer/builder.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <thread>
#include <unordered_map>

#include "base/files.hpp"
#include "gazetteer/spelling.hpp"

namespace attest {

namespace {

constexpr std::size_t kLongestText = 255;

std::uint64_t place_key(std::string_view source, std::string_view id) {
  std::uint64_t hash = 14695981039346656037U;
  const auto mix = [&](std::string_view part) {
    for (const char c : part) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211U;
    hash = (hash ^ 0xFFU) * 1099511628211U;
  };
  mix(source);
  mix(id);
  return hash;
}

template <std::size_t N>
std::array<char, N> cell_of(std::string_view text) {
  std::array<char, N> cell{};
  std::ranges::copy(text.substr(0, N), cell.begin());
  return cell;
}

template <class T>
std::string_view bytes_of(const std::vector<T>& numbers) {
  return {reinterpret_cast<const char*>(numbers.data()), numbers.size() * sizeof(T)};
}

/// A text cut where a code point ends.
std::string_view shortened(std::string_view text) {
  if (text.size() <= kLongestText) return text;
  std::size_t end = kLongestText;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return text.substr(0, end);
}

}  // namespace

GazetteerBuilder::GazetteerBuilder() : texts_(1, '\0') {}

TextAt GazetteerBuilder::keep(std::string_view text) {
  if (text.empty()) return 0;
  const auto at = static_cast<TextAt>(texts_.size());
  const std::string_view kept = shortened(text);
  texts_ += static_cast<char>(kept.size());
  texts_ += kept;
  return at;
}

TextAt GazetteerBuilder::keep_once(std::string_view text) {
  if (text.empty()) return 0;
  const auto found = shared_.find(text);
  return found != shared_.end() ? found->second : shared_.emplace(std::string(text), keep(text)).first->second;
}

std::string_view GazetteerBuilder::text(TextAt at) const {
  return at == 0 ? std::string_view() : std::string_view(texts_).substr(at + 1, static_cast<unsigned char>(texts_[at]));
}

std::uint8_t GazetteerBuilder::source(std::string_view name) {
  const TextAt at = keep_once(name);
  auto found = std::ranges::find(sources_, at);
  if (found == sources_.end()) found = sources_.insert(found, at);
  return static_cast<std::uint8_t>(found - sources_.begin());
}

void GazetteerBuilder::add(const GazetteerPlace& place) {
  Place entry;
  entry.key = place_key(place.source, place.id);
  PlaceRow& row = entry.row;
  row.first_name = static_cast<std::uint32_t>(names_.size());
  for (std::size_t i = 0; i < place.names.size(); ++i) {
    const std::string& name = place.names[i];
    const bool before = std::find(place.names.begin(), place.names.begin() + static_cast<std::ptrdiff_t>(i), name) !=
                        place.names.begin() + static_cast<std::ptrdiff_t>(i);
    if (name.empty() || name.size() > kLongestText || before) continue;
    names_.push_back(keep(name));
  }
  entry.names = static_cast<std::uint32_t>(names_.size()) - row.first_name;
  if (entry.names == 0) return;
  if (place.point) {
    row.latitude = static_cast<std::int32_t>(std::lround(place.point->latitude * kPointsPerDegree));
    row.longitude = static_cast<std::int32_t>(std::lround(place.point->longitude * kPointsPerDegree));
  }
  row.population = static_cast<std::uint32_t>(
      std::clamp<std::int64_t>(place.population, 0, std::numeric_limits<std::uint32_t>::max()));
  row.id = keep(place.id);
  row.adm1 = keep_once(place.adm1);
  row.adm2 = keep_once(place.adm2);
  row.parent = keep_once(place.parent);
  row.country = cell_of<2>(place.country);
  row.kind = static_cast<std::uint8_t>(place.kind);
  row.source = source(place.source);
  row.feature = cell_of<8>(place.feature);
  places_.push_back(entry);
}

void GazetteerBuilder::add_name(std::string_view source, std::string_view id, std::string_view name) {
  if (!name.empty() && name.size() <= kLongestText) more_names_.push_back({place_key(source, id), keep(name)});
}

void GazetteerBuilder::add(const Gazetteer& gazetteer) {
  for (std::uint32_t row = 0; row < gazetteer.size(); ++row) add(gazetteer.place(row));
}

/// Puts the places into order, the last of each source and id alone, and their names behind one another.
void GazetteerBuilder::settle() {
  std::ranges::stable_sort(places_, {}, &Place::key);
  std::ranges::stable_sort(more_names_, {}, &Name::place);
  rows_.clear();
  row_names_.clear();
  rows_.reserve(places_.size());
  row_names_.reserve(names_.size() + more_names_.size());
  auto more = more_names_.begin();
  for (std::size_t i = 0; i < places_.size(); ++i) {
    if (i + 1 < places_.size() && places_[i + 1].key == places_[i].key) continue;
    const Place& place = places_[i];
    PlaceRow row = place.row;
    row.first_name = static_cast<std::uint32_t>(row_names_.size());
    row_names_.insert(row_names_.end(), names_.begin() + place.row.first_name,
                      names_.begin() + place.row.first_name + place.names);
    while (more != more_names_.end() && more->place < place.key) ++more;
    for (; more != more_names_.end() && more->place == place.key; ++more) {
      const bool known = std::any_of(row_names_.begin() + row.first_name, row_names_.end(),
                                     [&](TextAt name) { return text(name) == text(more->text); });
      if (!known) row_names_.push_back(more->text);
    }
    rows_.push_back(row);
  }
}

/// GeoNames says in which region a place lies by a code; the regions themselves say what it means.
void GazetteerBuilder::name_regions() {
  std::unordered_map<std::string, TextAt> names;
  const auto country = [](const PlaceRow& row) { return std::string(row.country.data(), row.country.size()); };
  const auto first = [&](const PlaceRow& row) { return country(row) + '.' + std::string(text(row.adm1)); };
  const auto second = [&](const PlaceRow& row) { return first(row) + '.' + std::string(text(row.adm2)); };
  for (const PlaceRow& row : rows_) {
    const std::string_view feature(row.feature.data(), 4);
    if (feature == "ADM1") names.emplace(first(row), row_names_[row.first_name]);
    if (feature == "ADM2") names.emplace(second(row), row_names_[row.first_name]);
  }
  for (PlaceRow& row : rows_) {
    const auto two = row.adm2 == 0 ? names.end() : names.find(second(row));
    const auto one = row.adm1 == 0 ? names.end() : names.find(first(row));
    if (two != names.end()) row.adm2 = two->second;
    if (one != names.end()) row.adm1 = one->second;
  }
}

/// P-codes have no coordinates: a region lies where another source puts the region of its name.
void GazetteerBuilder::borrow_points() {
  const auto is_region = [](const PlaceRow& row) {
    return row.kind == static_cast<std::uint8_t>(PlaceKind::adm1) ||
           row.kind == static_cast<std::uint8_t>(PlaceKind::adm2);
  };
  const auto key = [&](const PlaceRow& row, TextAt name) {
    return std::string(row.country.data(), row.country.size()) + static_cast<char>('0' + row.kind) +
           consonant_key(sound_key(text(name)));
  };
  std::unordered_map<std::string, std::vector<PlaceRow*>> wanting;
  for (PlaceRow& row : rows_)
    if (is_region(row) && row.latitude == kNoPoint) wanting[key(row, row_names_[row.first_name])].push_back(&row);
  if (wanting.empty()) return;
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    if (!is_region(rows_[i]) || rows_[i].latitude == kNoPoint) continue;
    const std::size_t end = i + 1 < rows_.size() ? rows_[i + 1].first_name : row_names_.size();
    for (std::size_t name = rows_[i].first_name; name < end; ++name) {
      const auto found = wanting.find(key(rows_[i], row_names_[name]));
      if (found == wanting.end()) continue;
      for (PlaceRow* row : found->second) {
        row->latitude = rows_[i].latitude;
        row->longitude = rows_[i].longitude;
      }
      wanting.erase(found);
    }
  }
}

void GazetteerBuilder::index() {
  const std::size_t parts = std::max(1U, std::thread::hardware_concurrency());
  std::vector<std::vector<NameEntry>> by_name(parts), by_key(parts);
  const auto index_part = [&](std::size_t part) {
    const std::size_t begin = row_names_.size() * part / parts;
    const std::size_t end = row_names_.size() * (part + 1) / parts;
    by_name[part].reserve(end - begin);
    by_key[part].reserve(end - begin);
    for (std::size_t i = begin; i < end; ++i) {
      const std::string_view name = text(row_names_[i]);
      const auto number = static_cast<std::uint32_t>(i);
      by_name[part].push_back({name_hash(fold_name(name)), number});
      const std::string key = consonant_key(sound_key(name));
      if (!key.empty()) by_key[part].push_back({name_hash(key), number});
      const std::string rest = without_qualifier(name);
      const std::string bare = rest.empty() ? std::string() : consonant_key(sound_key(rest));
      if (!bare.empty() && bare != key) by_key[part].push_back({name_hash(bare), number});
    }
  };
  std::vector<std::thread> workers;
  for (std::size_t part = 1; part < parts; ++part) workers.emplace_back(index_part, part);
  index_part(0);
  for (std::thread& worker : workers) worker.join();
  const auto joined = [](std::vector<std::vector<NameEntry>>& of, std::vector<NameEntry>& all) {
    all.clear();
    for (std::vector<NameEntry>& part : of) {
      all.insert(all.end(), part.begin(), part.end());
      part = {};
    }
    std::ranges::sort(all);
  };
  joined(by_name, by_name_);
  joined(by_key, by_key_);
}

SectionWriter GazetteerBuilder::sections() const {
  SectionWriter writer(kGazetteerFormat);
  writer.add_view("sources", bytes_of(sources_));
  writer.add_view("places", bytes_of(rows_));
  writer.add_view("names", bytes_of(row_names_));
  writer.add_view("by_name", bytes_of(by_name_));
  writer.add_view("by_key", bytes_of(by_key_));
  writer.add_view("texts", texts_);
  return writer;
}

Result<void> GazetteerBuilder::write(const std::filesystem::path& path) {
  if (texts_.size() > std::numeric_limits<TextAt>::max())
    return fail(ErrorCode::bad_resource, "more names than a gazetteer file can hold", path.string());
  settle();
  places_ = {};
  names_ = {};
  more_names_ = {};
  name_regions();
  borrow_points();
  index();
  ATTEST_TRY(AsideFile file, AsideFile::create(path));
  ATTEST_CHECK(sections().write([&](std::string_view part) { return file.write(part); }));
  return file.commit();
}

std::string GazetteerBuilder::bytes() {
  settle();
  name_regions();
  borrow_points();
  index();
  return sections().bytes();
}

}  // namespace attest
