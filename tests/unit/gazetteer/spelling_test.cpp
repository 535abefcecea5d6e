#include "gazetteer/spelling.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace attest {
namespace {

/// The consonants of how it sounds: what the gazetteer's index goes by.
std::string key(std::string_view name) { return consonant_key(sound_key(name)); }

TEST(Spelling, one_place_sounds_the_same) {
  const std::vector<std::vector<std::string>> places = {
      {"Raqqa", "Ar Raqqah", "Raqa", "Rakka", "Ar-Raqqa", "Er Rakka", "al-Raqqah"},
      {"Deir ez-Zor", "Dayr az Zawr", "Deir el-Zour", "Deir Ezzor", "Dayr al-Zawr", "Deir al-Zor"},
      {"Baghouz", "Baghuz", "Baghoz", "Al-Baghuz", "Bāghūz"},
      {"Kyiv", "Kiev"},
      {"Al-Hasakah", "Hasaka", "al-Ḥasakah", "Hasakeh"},
      {"Suwayda", "Sweida", "As Suwayda", "Suweida", "Sweyda"},
      {"Hawl", "al-Hol", "Al Hawl", "Al-Houl"},
      {"Qayyarah", "Qayyara", "Gayara", "Al-Qayyara"},
      {"Tall Abyad", "Tal Abyad", "Tall Abyaḍ"},
      {"Abu Kamal", "Albu Kamal", "Al Bukamal", "Abou Kamal"},
      {"Quneitra", "Al Qunaytirah", "Al Qunaytirat"},
      {"Maarat al-Numan", "Ma'arrat an Nu'man", "Maarrat al-Nuumaan"},
      {"Zaporizhzhia", "Zaporizhzhya"},
      {"Grigoriy", "Grigory", "Grigorii", "Grigoryy"},
      {"Mekelle", "Mek'ele", "Makale"},
      {"Şırnak", "Shirnak"},
      {"Xanaqin", "Khanaqin"},
      {"Sheikh Maskin", "Ash Shaykh Miskin", "Cheikh Maskine", "Shekh Meskin"},
      {"Nahiyat Khan Shaykhun", "Khan Sheikhoun", "Khan Shaykhun"},
  };
  for (const auto& spellings : places)
    for (const std::string& spelling : spellings) EXPECT_EQ(key(spelling), key(spellings[0])) << spelling;
}

TEST(Spelling, vowels_tell_what_consonants_do_not) {
  EXPECT_EQ(sound_key("Raqqa"), sound_key("Ar Raqqah"));
  EXPECT_EQ(sound_key("Deir ez-Zor"), sound_key("Dayr az Zawr"));
  EXPECT_EQ(sound_key("Baghouz"), sound_key("al-Baghuz"));
  EXPECT_EQ(sound_key("Kyiv"), sound_key("Kiev"));
  EXPECT_NE(sound_key("Mosul"), sound_key("Masal"));
  EXPECT_NE(sound_key("Dara"), sound_key("Dayr"));
}

TEST(Spelling, other_places_stay_apart) {
  const std::vector<std::pair<std::string, std::string>> pairs = {
      {"Homs", "Hama"},      {"Tartus", "Tadmur"}, {"Aleppo", "Latakia"}, {"Mosul", "Misrata"}, {"Kharkiv", "Kherson"},
      {"Tikrit", "Tabqa"},   {"Baiji", "Balad"},   {"Afrin", "Azaz"},     {"Rutba", "Ramadi"},  {"Gonder", "Gambela"},
      {"Donetsk", "Dnipro"}, {"Sinjar", "Sirte"},  {"Baghuz", "Baghdad"}, {"Hit", "Haditha"}};
  for (const auto& [one, other] : pairs) EXPECT_NE(key(one), key(other)) << one << " " << other;
}

TEST(Spelling, arabic_and_cyrillic_letters_meet_latin_ones) {
  const std::vector<std::pair<std::string, std::string>> pairs = {{"الرقة", "Ar Raqqah"},
                                                                  {"دير الزور", "Deir ez-Zor"},
                                                                  {"الباغوز", "Al Baghuz"},
                                                                  {"عفرين", "Afrin"},
                                                                  {"حلب", "Halab"},
                                                                  {"إدلب", "Idlib"},
                                                                  {"خان شيخون", "Khan Shaykhun"},
                                                                  {"Київ", "Kyiv"},
                                                                  {"Киев", "Kiev"},
                                                                  {"Бахмут", "Bakhmut"},
                                                                  {"Харків", "Kharkiv"}};
  for (const auto& [script, latin] : pairs) EXPECT_EQ(key(script), key(latin)) << latin;
}

TEST(Spelling, words_of_difference_can_be_left_out) {
  EXPECT_EQ(without_qualifier("Al Baghuz Fawqani"), "Al Baghuz");
  EXPECT_EQ(without_qualifier("Baghuz at Tahtani"), "Baghuz");
  EXPECT_EQ(without_qualifier("Ghariyah ash Sharqiyah"), "Ghariyah");
  EXPECT_EQ(without_qualifier("Baghuz"), "");
}

TEST(Spelling, folding_leaves_out_what_newspapers_leave_out) {
  EXPECT_EQ(fold_name("Al-Ḥasakah"), "hasakah");
  EXPECT_EQ(fold_name("Deir ez-Zor"), "deir ez zor");
  EXPECT_EQ(fold_name("Ma'arrat an Nu'mān"), "maarrat an numan");
  EXPECT_EQ(fold_name("Al"), "al");
}

TEST(Spelling, likeness_counts_letters) {
  EXPECT_EQ(likeness("raka", "raka"), 1);
  EXPECT_EQ(likeness("", ""), 1);
  EXPECT_EQ(likeness("abcd", "abce"), 0.75);
  EXPECT_EQ(likeness("ab", "cd"), 0);
}

}  // namespace
}  // namespace attest
