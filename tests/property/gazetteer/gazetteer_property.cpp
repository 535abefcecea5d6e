// Whatever the names: keys are stable, a file gives back what went in, and damage never crashes a reader.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <set>

#include "gazetteer/builder.hpp"
#include "gazetteer/resolve.hpp"
#include "gazetteer/spelling.hpp"

namespace attest {
namespace {

std::string some_name() {
  static const std::vector<std::string> parts = {
      "al", "ar", "Abu", "deir", "Zawr", "kh", "gh",   "h", "t", "ak", "xa", "sch", "ou", "ee", "iy",   "ah", "at", "-",
      " ",  "'",  "ʿ",   "ش",    "دير",  "ال", "Київ", "ç", "é", "dz", "h",  "z",   "s",  "uu", "qada", "(",  "of"};
  std::string name;
  for (const std::size_t part :
       *rc::gen::container<std::vector<std::size_t>>(rc::gen::inRange<std::size_t>(0, parts.size())))
    name += parts[part];
  return name;
}

GazetteerPlace some_place(int number) {
  GazetteerPlace place;
  std::set<std::string> names;
  for (int i = 0; i < 3; ++i) names.insert(some_name().substr(0, 200));
  names.erase("");
  names.insert("x" + std::to_string(number));
  place.names.assign(names.begin(), names.end());
  place.kind = static_cast<PlaceKind>(*rc::gen::inRange<int>(0, static_cast<int>(kPlaceKinds.size())));
  place.country = *rc::gen::element<std::string>("IQ", "SY", "");
  place.adm1 = *rc::gen::element<std::string>("Idlib", "Anbar", "");
  if (*rc::gen::arbitrary<bool>())
    place.point = LatLon::from_degrees(*rc::gen::inRange(-90, 91), *rc::gen::inRange(-180, 181));
  place.population = *rc::gen::inRange(0, 10000000);
  place.source = *rc::gen::element<std::string>("one", "two");
  place.id = std::to_string(number);
  return place;
}

RC_GTEST_PROP(Spelling, a_sound_key_is_its_own, ()) {
  const std::string name = some_name();
  RC_ASSERT(sound_key(sound_key(name)) == sound_key(name));
}

RC_GTEST_PROP(Spelling, a_folded_name_is_its_own, ()) {
  const std::string name = some_name();
  const std::string folded = fold_name("x " + name);
  RC_ASSERT(fold_name(folded) == folded);
}

RC_GTEST_PROP(Spelling, any_bytes_have_keys, (const std::string& bytes)) {
  RC_ASSERT(consonant_key(sound_key(bytes)).size() <= sound_key(bytes).size());
  (void)without_qualifier(bytes);
  (void)read_question(bytes);
}

RC_GTEST_PROP(Gazetteer, a_file_gives_back_every_place_by_each_of_its_names, ()) {
  GazetteerBuilder builder;
  std::vector<GazetteerPlace> places;
  const int count = *rc::gen::inRange(0, 20);
  for (int i = 0; i < count; ++i) builder.add(places.emplace_back(some_place(i)));
  const auto gazetteer = Gazetteer::from_bytes(builder.bytes(), "test");
  RC_ASSERT(gazetteer.has_value());
  RC_ASSERT(gazetteer->size() == places.size());
  for (const GazetteerPlace& place : places)
    for (const std::string& name : place.names) {
      const auto found = gazetteer->find(name, place.country);
      RC_ASSERT(std::ranges::any_of(found, [&](const PlaceCandidate& candidate) {
        return candidate.match == NameMatch::exact && gazetteer->place(candidate.row) == place;
      }));
    }
}

RC_GTEST_PROP(Gazetteer, damage_is_an_error_or_harmless, ()) {
  GazetteerBuilder builder;
  for (int i = 0; i < 5; ++i) builder.add(some_place(i));
  std::string bytes = builder.bytes();
  const std::size_t at = *rc::gen::inRange<std::size_t>(0, bytes.size());
  bytes[at] = static_cast<char>(bytes[at] ^ *rc::gen::inRange(1, 256));
  RC_ASSERT(!Gazetteer::from_bytes(bytes, "test"));
}

/// The contents of large files are not compared with their checksum on opening: wrong numbers in them must be harmless.
RC_GTEST_PROP(Gazetteer, wrong_numbers_are_harmless, ()) {
  SectionWriter writer(kGazetteerFormat);
  for (const char* section : {"sources", "places", "names", "by_name", "by_key", "texts"}) {
    std::string bytes;
    const auto numbers = *rc::gen::container<std::vector<std::uint32_t>>(
        *rc::gen::element<std::size_t>(22, 44, 66),
        rc::gen::oneOf(rc::gen::inRange<std::uint32_t>(0, 100), rc::gen::arbitrary<std::uint32_t>()));
    for (const std::uint32_t number : numbers) bytes.append(reinterpret_cast<const char*>(&number), sizeof number);
    writer.add(section, bytes);
  }
  auto opened = Gazetteer::from_bytes(writer.bytes(), "test");
  RC_ASSERT(opened.has_value());
  Gazetteers all;
  for (std::uint32_t row = 0; row < opened->size(); ++row) (void)opened->place(row);
  all.add(std::move(*opened));
  for (const char* name : {"", "a", "Mosul"}) (void)resolve(all, read_question(name));
}

}  // namespace
}  // namespace attest
