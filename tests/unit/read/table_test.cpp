#include <gtest/gtest.h>

#include "support/pack.hpp"
#include "unit/read/walk.hpp"

namespace attest::test {
namespace {

TEST(Table, RowsAreReports) {
  const auto reports = reports_of("a.csv",
                                  "\xEF\xBB\xBFTitle,Published,Outlet,URL,Author,Text\r\n"
                                  "A strike,2021-03-09,Daily,http://a.example/1,\"Doe, J.\",\"Two \"\"fighters\"\"\r\n"
                                  "were killed.\"\r\n");
  ASSERT_EQ(reports.size(), 1U);
  EXPECT_EQ(reports[0].name, "a.csv:2");
  EXPECT_EQ(reports[0].bytes, "Two \"fighters\"\r\nwere killed.");
  EXPECT_EQ(reports[0].hints.title->value, "A strike");
  EXPECT_EQ(reports[0].hints.outlet->value, "Daily");
  EXPECT_EQ(reports[0].hints.author->value, "Doe, J.");
  EXPECT_EQ(reports[0].hints.url->value, "http://a.example/1");
  EXPECT_EQ(to_iso(reports[0].hints.published->value), "2021-03-09");
  EXPECT_EQ(reports[0].hints.title->origin, "table");
}

TEST(Table, SeparatorsAndNames) {
  EXPECT_EQ(walk("a.tsv", "id\ttext\nx1\tHe said \"no\".\nx2\t\"Quoted \"\"all\"\".\"\n"),
            (Lines{"x1 | He said \"no\".", "x2 | Quoted \"all\"."}));
  EXPECT_EQ(walk("a.csv", "id;text\nx1;Two, no three.\n"), (Lines{"x1 | Two, no three."}));
  StreamOptions options;
  options.columns = *read_columns("text=The Words,title=head");
  EXPECT_EQ(walk("a.csv", "head,text,the words\nA,B,C\n", options), (Lines{"a.csv:2 | C"}));
  EXPECT_EQ(walk("a.csv", "text\nA\n", options), (Lines{"! a.csv:1: has no column \"The Words\""}));
  EXPECT_FALSE(read_columns("words=text"));
  EXPECT_FALSE(read_columns("text"));
}

TEST(Table, WhatIsWrongIsToldAndTheRestRead) {
  EXPECT_EQ(walk("a.csv", "a,b\n1,2\n"),
            (Lines{"! a.csv:1: no column of texts (--columns text=NAME) among \"a\", \"b\""}));
  EXPECT_EQ(walk("a.csv", "id,text\n1,One.\n2,Two,and\n3,Three.\n"),
            (Lines{"1 | One.", "! a.csv:3: 3 values, but 2 columns", "3 | Three."}));
  EXPECT_EQ(walk("a.csv", "id,text,published\n1,One.,yesterday\n2,Two.,\n"),
            (Lines{"! a.csv:2: not a date like 2017-03-09: yesterday", "2 | Two."}));
  EXPECT_EQ(walk("a.csv", "id,text\n1,\"One.\n2,Two.\n3,Three.\n"),
            (Lines{"! a.csv:2: damaged: a quote is opened and never closed", "2 | Two.", "3 | Three."}));
  EXPECT_EQ(walk("a.csv", "id,text\n1,\"One.\n2,\"Two.\"\n3,Three.\n"),
            (Lines{"! a.csv:2: damaged: words after a closing quote", "2 | Two.", "3 | Three."}));
  EXPECT_EQ(walk("a.csv", ""), (Lines{"! a.csv: empty"}));
  EXPECT_EQ(walk("a.csv", "\xff\xfei"), (Lines{"! a.csv: a table in UTF-16: save it as UTF-8"}));
}

TEST(Table, AQuoteThatNeverClosesEndsAtTheLimit) {
  StreamOptions options;
  options.limits.report_bytes = 100;
  std::string bytes = "id,text\n1,\"One.\n";
  for (int i = 2; i < 30; ++i) bytes += std::to_string(i) + ",More.\n";
  const Lines lines = walk("a.csv", bytes, options);
  ASSERT_EQ(lines.size(), 29U);
  EXPECT_EQ(lines.front(), "! a.csv:2: a quote is opened, and what follows is larger than 100 bytes");
  EXPECT_EQ(lines.back(), "29 | More.");
}

TEST(Table, RowsWithoutATextAndTablesOfOtherThingsArePassedOver) {
  PassedOver passed_over;
  EXPECT_EQ(walk("a.zip", zip({{"dates.csv", "id,published\nx,2020-01-01\n"}, {"b.csv", "id,text\nx,\ny,Two.\n"}}), {},
                 &passed_over),
            (Lines{"y | Two."}));
  EXPECT_EQ(passed_over, (PassedOver{{"rows without a text", 1}, {"tables without a column of texts", 1}}));
}

TEST(Table, LegacyEncodings) {
  const auto reports = reports_of("a.csv", "text,title\nWords.,M\xe9naka\n");
  ASSERT_EQ(reports.size(), 1U);
  EXPECT_EQ(reports[0].hints.title->value, "Ménaka");
}

}  // namespace
}  // namespace attest::test
