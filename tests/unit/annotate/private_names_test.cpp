#include "annotate/private_names.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "support/report.hpp"

namespace attest {
namespace {

using Names = std::vector<std::string>;

Names private_in(const std::string& text) {
  Names names;
  for (const PrivateName& name : test::knowledge().private_names(test::report(text)).text) names.push_back(name.name);
  return names;
}

TEST(PrivateNames, victims_and_witnesses) {
  EXPECT_EQ(private_in("Shells hit the market on Friday. Tariq Ballout, 34, a teacher, was killed.\n"),
            Names{"Tariq Ballout"});
  EXPECT_EQ(private_in("\"We ran,\" said Umm Zeinab, 42, who lost her son Yahya.\n"), (Names{"Umm Zeinab", "Yahya"}));
  EXPECT_EQ(private_in("The dead were identified as Olena Hrytsko (19) and Vasyl Hrytsko (51).\n"),
            (Names{"Olena Hrytsko", "Vasyl Hrytsko"}));
  EXPECT_EQ(private_in("Her neighbour Achol Mayen told reporters that nobody came.\n"), Names{"Achol Mayen"});
  EXPECT_EQ(private_in("A resident of the camp, Hawa Idris, said soldiers took the 12-year-old Ibrahim Idris.\n"),
            (Names{"Hawa Idris", "Ibrahim Idris"}));
}

TEST(PrivateNames, later_by_a_part_of_the_name) {
  EXPECT_EQ(
      private_in("Tariq Ballout, a farmer, saw the plane. Ballout said it came twice, and Tariq's brother fled.\n"),
      (Names{"Tariq Ballout", "Ballout", "Tariq"}));
}

TEST(PrivateNames, titles_that_are_no_office) {
  EXPECT_EQ(private_in("Mr Ballout said the road was closed, and Sheikh Yunis Daoud agreed.\n"),
            (Names{"Ballout", "Yunis Daoud"}));
  EXPECT_EQ(private_in("Dr. Samira Fakhouri, who works in the hospital, counted nine bodies.\n"),
            Names{"Samira Fakhouri"});
}

TEST(PrivateNames, offices_before_and_behind) {
  EXPECT_EQ(private_in("President Adama Tolno condemned the attack. Tolno said it was a crime.\n"), Names{});
  EXPECT_EQ(private_in("Adama Tolno, the governor of the province, said five people were killed.\n"), Names{});
  EXPECT_EQ(private_in("The spokesman for the mission, Karim Belloumi, said shelling went on.\n"), Names{});
  EXPECT_EQ(private_in("Brig. Gen. Osman Kerbaj said the town was quiet.\n"), Names{});
  EXPECT_EQ(private_in("Deputy Foreign Minister Pavlo Zhuk spoke in Geneva.\n"), Names{});
  EXPECT_EQ(private_in("Marta Lindqvist of the International Committee of the Red Cross said aid was blocked.\n"),
            Names{});
}

TEST(PrivateNames, an_office_of_one_is_none_of_a_namesake) {
  EXPECT_EQ(private_in("Governor Adama Tolno visited the village. Mariam Tolno, 9, was buried there.\n"),
            Names{"Mariam Tolno"});
  EXPECT_EQ(private_in("The wife of Mayor Karim Belloumi, Nadia Belloumi, was hurt.\n"), Names{"Nadia Belloumi"});
}

TEST(PrivateNames, who_wrote_it_is_public) {
  EXPECT_EQ(
      private_in(
          "Ten people were killed in the town on Friday.\n(Reporting by Karim Belloumi; Editing by Marta Lindqvist)\n"),
      Names{});
}

TEST(PrivateNames, places_bodies_and_peoples_are_no_persons) {
  EXPECT_EQ(
      private_in(
          "Fighting reached Khan Younis, Deir ez-Zor and Abu Kamal; Kurdish forces of the Free Syrian Army left.\n"),
      Names{});
  EXPECT_EQ(private_in("Shells fell near Yarmouk Camp and Fatima Hospital in southern Damascus on Monday.\n"), Names{});
  EXPECT_EQ(private_in("Heavy Shelling Kills Twelve In Northern Town, Rescuers Say\n\nThe town was hit on Monday.\n"),
            Names{});
}

TEST(PrivateNames, in_the_title) {
  Document document = test::report("A shell killed Tariq Ballout, 34, on Friday.\n");
  document.title = Sourced<std::string>{"Friends mourn Tariq Ballout", "json", {}};
  const PrivateNames names = test::knowledge().private_names(document);
  ASSERT_EQ(names.title.size(), 1U);
  EXPECT_EQ(names.title.front(), (PrivateName{{14, 27}, "Tariq Ballout"}));
}

TEST(PrivateNames, of_a_language_that_is_not_coded_everything) {
  Document document = test::report("Texte.\n");
  document.language = Sourced<std::string>{"fr", "text", {}};
  const PrivateNames names = test::knowledge().private_names(document);
  ASSERT_EQ(names.text.size(), 1U);
  EXPECT_EQ(names.text.front().span, (Span{0, static_cast<std::uint32_t>(document.text.size())}));
}

TEST(PrivateNames, lie_in_the_text_in_order) {
  const Document document = test::report(
      "Mrs. Al-Hadi, 61, and José Ibáñez-Núñez, 7, Umm Ömer (40); \"Tariq\" ‘Ballout’ . J. K. Ballout, 3.\n");
  std::uint32_t last = 0;
  for (const PrivateName& name : test::knowledge().private_names(document).text) {
    EXPECT_LE(last, name.span.begin);
    EXPECT_LT(name.span.begin, name.span.end);
    ASSERT_LE(name.span.end, document.text.size());
    EXPECT_EQ(slice(document.text, name.span), name.name);
    last = name.span.end;
  }
  EXPECT_GT(last, 0U);
}

}  // namespace
}  // namespace attest
