// Archives and packed files, inside each other, broken, and too large.
#include <gtest/gtest.h>

#include "support/pack.hpp"
#include "unit/read/walk.hpp"

namespace attest::test {
namespace {

const std::string kTwoLines = "{\"text\":\"one\"}\n{\"text\":\"two\"}\n";
const Lines kTwoReports = {"a.jsonl:1 | {\"text\":\"one\"}", "a.jsonl:2 | {\"text\":\"two\"}"};

Lines named(const std::string& name) { return {name + ":1 | {\"text\":\"one\"}", name + ":2 | {\"text\":\"two\"}"}; }

TEST(Containers, PackedLines) {
  EXPECT_EQ(walk("a.jsonl", kTwoLines), kTwoReports);
  EXPECT_EQ(walk("a.jsonl.gz", gzip(kTwoLines)), named("a.jsonl.gz"));
  EXPECT_EQ(walk("a.jsonl.zst", zstd(kTwoLines)), named("a.jsonl.zst"));
  EXPECT_EQ(walk("a.jsonl.bz2", archive({{"", kTwoLines}}, "raw", "bzip2")), named("a.jsonl.bz2"));
  EXPECT_EQ(walk("a.jsonl.xz", archive({{"", kTwoLines}}, "raw", "xz")), named("a.jsonl.xz"));
}

TEST(Containers, PartsOfAPackedFileFollowEachOther) {
  const std::size_t cut = kTwoLines.size() / 3;
  const std::string first = kTwoLines.substr(0, cut), second = kTwoLines.substr(cut);
  EXPECT_EQ(walk("a.jsonl", gzip(first) + gzip(second)), kTwoReports);
  EXPECT_EQ(walk("a.jsonl", zstd(first) + zstd(second) + std::string(512, '\0')), kTwoReports);
  EXPECT_EQ(walk("a.jsonl", archive({{"", first}}, "raw", "bzip2") + archive({{"", second}}, "raw", "bzip2")),
            kTwoReports);
}

TEST(Containers, AFileInsideOfOthersBearsAllTheirNames) {
  const std::string inner = zip({{"folder/page.txt", "Words."}, {"lines.jsonl", kTwoLines}});
  EXPECT_EQ(walk("all.tar.gz", gzip(tar({{"b.zip", inner}, {"note.txt", "Note."}}))),
            (Lines{"all.tar.gz:b.zip:folder/page.txt | Words.", "all.tar.gz:b.zip:lines.jsonl:1 | {\"text\":\"one\"}",
                   "all.tar.gz:b.zip:lines.jsonl:2 | {\"text\":\"two\"}", "all.tar.gz:note.txt | Note."}));
}

TEST(Containers, ThatLieTooDeepAreNamed) {
  std::string bytes = zip({{"0.txt", "Words."}});
  for (int i = 1; i <= 5; ++i) bytes = zip({{std::to_string(i) + ".zip", bytes}, {"beside.txt", "Kept."}});
  const Lines lines = walk("a.zip", bytes);
  ASSERT_EQ(lines.size(), 6U);
  EXPECT_EQ(lines.front(), "! a.zip:5.zip:4.zip:3.zip:2.zip:1.zip: a zip file inside 5 others: not opened");
  EXPECT_EQ(lines.back(), "a.zip:beside.txt | Kept.");
}

TEST(Containers, NamesAreOnlyNames) {
  EXPECT_EQ(walk("a.tar", tar({{"../../etc/a.txt", "One."}, {"/b.txt", "Two."}, {"c\nd.txt", "Three."}})),
            (Lines{"a.tar:../../etc/a.txt | One.", "a.tar:/b.txt | Two.", "a.tar:c\nd.txt | Three."}));
  EXPECT_EQ(walk("a.tar", tar({{"bad\xff.txt", "One."}})), (Lines{"a.tar:bad\uFFFD.txt | One."}));
}

TEST(Containers, WhatComesWithAPageIsPassedOver) {
  PassedOver passed_over;
  EXPECT_EQ(walk("a.zip",
                 zip({{"a.css", "body { }"},
                      {"b.png", "\x89PNG\r\n"},
                      {"README", "Words."},
                      {".hidden.txt", "x"},
                      {"__MACOSX/a.txt", "x"},
                      {"data.json", "{}"}}),
                 {}, &passed_over),
            (Lines{"a.zip:README | Words."}));
  EXPECT_EQ(passed_over, (PassedOver{{"files of other kinds", 3}}));
}

TEST(Containers, WhatStandsBeforeTheBreakIsKept) {
  std::string lines;
  for (int i = 0; i < 20000; ++i) lines += "{\"text\":\"report " + std::to_string(i * 7919 % 20000) + "\"}\n";
  for (const std::string& whole : {gzip(lines), zstd(lines)}) {
    const Lines kept = walk("a.jsonl", whole.substr(0, whole.size() / 2));
    ASSERT_GT(kept.size(), 2000U);
    EXPECT_TRUE(kept[kept.size() - 2].starts_with("a.jsonl:")) << kept[kept.size() - 2];
    EXPECT_EQ(kept.back(), "! a.jsonl: damaged: it breaks off in the packed part at byte 0");
  }
  const std::string files = zip({{"a.txt", "One."}, {"b.txt", "Two."}, {"c.txt", "Three."}});
  const Lines kept = walk("a.zip", files.substr(0, files.find("c.txt")));
  ASSERT_EQ(kept.size(), 3U);
  EXPECT_EQ(kept[1], "a.zip:b.txt | Two.");
  EXPECT_TRUE(kept[2].starts_with("! a.zip: damaged: ")) << kept[2];
}

TEST(Containers, HalfAReportIsNone) {
  const std::string packed = gzip("Two people were killed, the army said. It later took that back.");
  EXPECT_EQ(walk("a.txt.gz", packed.substr(0, packed.size() - 10)),
            (Lines{"! a.txt.gz: damaged: it breaks off in the packed part at byte 0"}));
}

TEST(Containers, BombsAreStoppedAndTheirNeighboursRead) {
  StreamOptions options;
  options.limits.free_growth = 1U << 20U;
  const std::string bomb(64U << 20U, '\0');
  EXPECT_EQ(walk("a.txt.gz", gzip(bomb), options), (Lines{"! a.txt.gz: unpacks to more than 250 times its size"}));
  EXPECT_EQ(walk("a.zip", zip({{"a.txt", bomb}, {"b.txt", "Two."}}), options),
            (Lines{"a.zip:b.txt | Two."}));  // by its first bytes no text
  std::string words;
  while (words.size() < bomb.size()) words += "killed ";
  EXPECT_EQ(walk("a.zip", zip({{"a.txt", words}, {"b.txt", "Two."}}), options),
            (Lines{"! a.zip:a.txt: unpacks to more than 250 times its size", "a.zip:b.txt | Two."}));
}

TEST(Containers, WhatAllLayersGrowToIsLimited) {
  StreamOptions options;
  options.limits.free_total_growth = 1U << 20U;
  std::string words;
  while (words.size() < (4U << 20U)) words += "killed ";
  const Lines lines = walk("a.zip", zip({{"a.txt", words}, {"b.txt", words}, {"c.txt", words}}), options);
  ASSERT_EQ(lines.size(), 2U);
  EXPECT_EQ(lines.back(), "! a.zip:b.txt: unpacks to more than 250 times its size");  // and no c.txt
}

TEST(Containers, LargeMembersAndManyMembersAreRefused) {
  StreamOptions options;
  options.limits.report_bytes = 10;
  options.limits.members = 3;
  EXPECT_EQ(
      walk("a.tar", tar({{"a.txt", "Too many words."}, {"b.txt", "Two."}, {"c.txt", "Three."}, {"d.txt", "Four."}}),
           options),
      (Lines{"! a.tar:a.txt: larger than 10 bytes", "a.tar:b.txt | Two.", "a.tar:c.txt | Three.",
             "! a.tar: more than 3 members: the rest is left out"}));
}

TEST(Containers, EmptyOnesSaySo) {
  EXPECT_EQ(walk("a.zip", zip({})), (Lines{"! a.zip: holds no reports"}));
  EXPECT_EQ(walk("a.tar", tar({})), (Lines{"! a.tar: holds no reports"}));
  EXPECT_EQ(walk("a.jsonl", "\n"), (Lines{"! a.jsonl: holds no reports"}));
  EXPECT_EQ(walk("a.jsonl.gz", gzip("")), (Lines{"! a.jsonl.gz: holds no reports"}));
}

}  // namespace
}  // namespace attest::test
