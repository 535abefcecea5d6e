#include <algorithm>

#include "annotate/mentions.hpp"
#include "support/report.hpp"

namespace attest {
namespace {

Mentions mentions_of(const std::string& text) {
  const Document document = test::report(text);
  return find_mentions(document, analyse(document), test::resources());
}

bool has_actor(const std::string& text, const std::string& name) {
  const Mentions found = mentions_of(text);
  return std::ranges::any_of(found.parties, [&](const PartyMention& p) { return p.name == name; });
}

bool has_place(const std::string& text, const std::string& name, const std::string& country) {
  const Mentions found = mentions_of(text);
  return std::ranges::any_of(found.places,
                             [&](const PlaceMention& p) { return p.name == name && p.country == country; });
}

std::size_t places_in(const std::string& text) { return mentions_of(text).places.size(); }

TEST(Actors, CanonicalNamesAcrossConflicts) {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"Daesh shelled the market.", "ISIS"},
      {"The so-called Islamic State group took the hill.", "ISIS"},
      {"IS-K claimed the blast.", "Islamic State Khorasan"},
      {"Wilayat Sinai fired on the post.", "Islamic State Sinai Province"},
      {"Jaish al-Adl attacked the convoy.", "Jaish al-Adl"},
      {"The RSF shelled the camp.", "Rapid Support Forces"},
      {"Fano took the town.", "Fano"},
      {"OLF-Shene raided the village.", "Oromo Liberation Army"},
      {"The SSPDF bombed the cattle camp.", "South Sudanese army"},
      {"Al-Shebab stormed the hotel.", "Al-Shabaab"},
      {"JNIM ambushed the convoy.", "JNIM"},
      {"VDPs fought back.", "Volunteers for the Defence of the Homeland"},
      {"FARDC fled the hill.", "Congolese army"},
      {"AFC/M23 entered the town.", "M23"},
      {"The Wazalendo set up a barrier.", "Wazalendo"},
      {"Ex-Seleka burned the huts.", "Seleka"},
      {"The Tatmadaw bombed the school.", "Myanmar military"},
      {"The TNLA seized the road.", "TNLA"},
      {"CJNG blocked the road.", "Jalisco New Generation Cartel"},
      {"The Gulf Clan shut the shops.", "Clan del Golfo"},
      {"400 Mawozo took hostages.", "400 Mawozo"},
      {"Naxals blew up the bridge.", "Maoist rebels"},
      {"Hizbollah fired rockets.", "Hezbollah"},
      {"The al-Qassam Brigades fired back.", "Hamas"},
      {"Artsakh Defence Army held the pass.", "Nagorno-Karabakh forces"},
      {"The LNA bombed the airport.", "Libyan National Army"}};
  for (const auto& [text, name] : cases) EXPECT_TRUE(has_actor(text, name)) << text;
}

TEST(Actors, ForceWordsAfterAName) {
  for (const std::string text : {"RSF paramilitaries looted homes.", "RSF fighters looted homes."}) {
    const Mentions found = mentions_of(text);
    ASSERT_EQ(found.parties.size(), 1U) << text;
    EXPECT_EQ(found.parties[0].name, "Rapid Support Forces");
    EXPECT_EQ(found.parties[0].tokens.last, 2U) << text;
  }
}

TEST(Actors, OneAliasTwoCountries) {
  EXPECT_TRUE(has_actor("The SNA attacked villages in Syria.", "Syrian National Army"));
  EXPECT_TRUE(has_actor("The SNA attacked villages in Somalia.", "Somali government forces"));
  EXPECT_FALSE(has_actor("The SNA attacked villages in Somalia.", "Syrian National Army"));
}

TEST(Actors, DescriptionsNeedTheirCountry) {
  EXPECT_TRUE(has_actor("In Myanmar the junta bombed a school.", "Myanmar military"));
  EXPECT_TRUE(has_actor("In Mali the junta said little.", "Malian army"));
  EXPECT_FALSE(has_actor("The film shows a junta in space.", "Myanmar military"));
}

TEST(Places, AcrossConflicts) {
  const std::vector<std::array<std::string, 3>> cases = {{"Shelling hit Kafranbel.", "Kafr Nabl", "SY"},
                                                         {"Fighting reached Tuz Khormato.", "Tuz Khurmatu", "IQ"},
                                                         {"Fighters left Kostiantynivka.", "Kostiantynivka", "UA"},
                                                         {"Shells fell on Khiam.", "Khiam", "LB"},
                                                         {"Drones hit Al-Nahud.", "En Nahud", "SD"},
                                                         {"Gunmen entered Tawila.", "Tawila", "SD"},
                                                         {"They fled Old Fangak.", "Fangak", "SS"},
                                                         {"A raid on Merawi followed.", "Merawi", "ET"},
                                                         {"A blast shook Buulo Mareer.", "Bulo Marer", "SO"},
                                                         {"The attack on Mpeketoni lasted hours.", "Mpeketoni", "KE"},
                                                         {"Bandits came to Kankara.", "Kankara", "NG"},
                                                         {"They buried the dead in Ogossagou.", "Ogossagou", "ML"},
                                                         {"Troops came to Inates.", "Inates", "NE"},
                                                         {"The massacre in Kishishe shocked many.", "Kishishe", "CD"},
                                                         {"Insurgents took Macomia.", "Macomia", "MZ"},
                                                         {"Jets bombed Pazigyi.", "Pazigyi", "MM"},
                                                         {"Clashes spread to Tarhuna.", "Tarhuna", "LY"},
                                                         {"Residents of El Plateado fled.", "El Plateado", "CO"},
                                                         {"Bodies were found near Badiraguato.", "Badiraguato", "MX"},
                                                         {"Gangs burned homes in Kenscoff.", "Kenscoff", "HT"},
                                                         {"Troops entered Patikul.", "Patikul", "PH"},
                                                         {"Fire broke out in Aghdam.", "Aghdam", "AZ"},
                                                         {"Shells fell near Muzaffarabad.", "Muzaffarabad", "PK"},
                                                         {"A bomb went off in Tak Bai.", "Tak Bai", "TH"}};
  for (const auto& [text, name, country] : cases) EXPECT_TRUE(has_place(text, name, country)) << text;
}

TEST(Places, QuartersOfATownThatTheReportNames) {
  EXPECT_TRUE(has_place("Khartoum: shells hit Kalakla.", "Kalakla (Khartoum)", "SD"));
  EXPECT_TRUE(has_place("In Port-au-Prince gunmen burned Solino.", "Solino (Port-au-Prince)", "HT"));
  EXPECT_FALSE(has_place("Solino was on the screen.", "Solino (Port-au-Prince)", "HT"));
}

TEST(Places, OneNameTwoCountries) {
  EXPECT_TRUE(has_place("In Libya, clashes shook Tripoli.", "Tripoli", "LY"));
  EXPECT_TRUE(has_place("In Lebanon, clashes shook Tripoli.", "Tripoli", "LB"));
  EXPECT_TRUE(has_place("Clashes shook Tripoli.", "Tripoli", "LY"));
}

TEST(Places, WordsAndPeopleAreNone) {
  EXPECT_TRUE(has_place("Bombs fell in Hit.", "Hit", "IQ"));
  EXPECT_EQ(places_in("Hit by shrapnel, he survived."), 0U);
  EXPECT_EQ(places_in("Salma Mayer said no."), 0U);
  EXPECT_EQ(places_in("The Bay Street bank lost money."), 0U);
}

TEST(Places, KnowEnough) {
  const auto& places = test::resources().places;
  EXPECT_GE(std::ranges::count_if(places, &PlaceRecord::reviewed), 4000);
  EXPECT_GE(test::resources().actors.size(), 500U);
  EXPECT_GE(test::resources().organisations.size(), 300U);
}

}  // namespace
}  // namespace attest
