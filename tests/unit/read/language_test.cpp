#include "read/language.hpp"

#include <gtest/gtest.h>

namespace attest {
namespace {

std::string language_of(std::string_view text) {
  const auto found = detect_language(text);
  return found ? found->value : "";
}

constexpr std::string_view kEnglish =
    "Shells fell on the market of Marwa on Tuesday, and at least four people were killed, a doctor of the hospital said. "
    "The army denied that its guns had been used. It said the rebels had fired from the hills that they hold.";
constexpr std::string_view kFrench =
    "Des obus sont tombés mardi sur le marché de Marwa, et au moins quatre personnes ont été tuées, selon un médecin de "
    "l'hôpital. L'armée a nié que ses canons aient été utilisés. Elle a déclaré que les rebelles avaient tiré.";
constexpr std::string_view kArabic =
    "سقطت قذائف على سوق المدينة يوم الثلاثاء وقتل أربعة أشخاص على الأقل، بحسب طبيب في المستشفى. ونفى الجيش أن تكون "
    "مدافعه قد استخدمت، وقال إن المسلحين أطلقوا النار من التلال.";

TEST(Language, IsFoundInOrdinaryReports) {
  EXPECT_EQ(language_of(kEnglish), "en");
  EXPECT_EQ(language_of(kFrench), "fr");
  EXPECT_EQ(language_of(kArabic), "ar");
  EXPECT_EQ(
      language_of("Снаряды упали на рынок во вторник утром, и по меньшей мере четыре человека погибли, сообщил врач "
                  "местной больницы."),
      "ru");
  EXPECT_EQ(
      language_of("Granadas cayeron el martes sobre el mercado de la ciudad y al menos cuatro personas murieron, dijo "
                  "un médico del hospital."),
      "es");
}

TEST(Language, OfShortReportsFullOfNamesIsEnglishOrUnknown) {
  for (std::string_view text : {"Idlib: 12 killed", "Two dead in Deir ez-Zor", "Shabaab raid on Baidoa kills six",
                                "Al-Hawl, Al-Shaddadi and Tell Tamer: dozens of families fled on Monday", "3 dead",
                                "Goma: M23 rebels take Kibumba and Rugari", "12 March 2019",
                                "Taliban bomb Kabul mosque", "Gunmen kill 5 near Mogadishu", "Ménaka"})
    EXPECT_TRUE(language_of(text).empty() || language_of(text) == "en") << text << ": " << language_of(text);
}

TEST(Language, OfAMixedReportIsThatOfMostOfIt) {
  const std::string english_text(kEnglish), french_text(kFrench);
  const std::string mostly_english = english_text + english_text + english_text + french_text + french_text;
  const std::string mostly_french = french_text + french_text + french_text + english_text + english_text;
  const auto english = detect_language(mostly_english), french = detect_language(mostly_french);
  ASSERT_TRUE(english && french);
  EXPECT_EQ(english->value, "en");
  EXPECT_EQ(english->origin, "words, partly fr");
  EXPECT_EQ(french->value, "fr");
  EXPECT_EQ(french->origin, "words, partly en");
}

TEST(Language, OfALongReportIsFoundInPieces) {
  std::string text;
  while (text.size() < 200'000) text += std::string(kFrench) + "\n\n";
  EXPECT_EQ(language_of(text), "fr");
}

TEST(Language, IsUnknownWhereThereAreNoWords) {
  EXPECT_EQ(language_of("12 45 88\n\n--- 7 ---"), "");
  EXPECT_EQ(language_of(""), "");
}

TEST(Language, HasANameForPeople) {
  EXPECT_EQ(language_name("ar"), "Arabic");
  EXPECT_EQ(language_name("zh-Hant"), "Chinese (Traditional)");
  EXPECT_EQ(language_name("zz-nonsense-tag-that-is-none"), language_name("zz-nonsense-tag-that-is-none"));
}

}  // namespace
}  // namespace attest
