#include <gtest/gtest.h>

#include "support/pack.hpp"
#include "unit/read/walk.hpp"

namespace attest::test {
namespace {

std::string record(const std::string& type, const std::string& content, const std::string& more = {}) {
  return "WARC/1.0\r\nWARC-Type: " + type + "\r\nWARC-Target-URI: http://news.example/story\r\n" +
         "WARC-Date: 2021-03-09T11:20:05Z\r\n" + more + "Content-Length: " + std::to_string(content.size()) +
         "\r\n\r\n" + content + "\r\n\r\n";
}

std::string response(const std::string& body, const std::string& headers = "Content-Type: text/plain\r\n",
                     const std::string& status = "200 OK") {
  return record("response", "HTTP/1.1 " + status + "\r\n" + headers + "\r\n" + body);
}

TEST(Warc, ResponsesAreReportsAndTheRestIsCounted) {
  const std::string bytes = record("warcinfo", "software: none\r\n") +
                            record("request", "GET /story HTTP/1.1\r\n\r\n") + response("One.") +
                            response("Gone.", "Content-Type: text/plain\r\n", "404 Not Found") +
                            response("a{}", "Content-Type: text/css\r\n") + record("revisit", "") + response("Two.");
  PassedOver passed_over;
  EXPECT_EQ(walk("a.warc", bytes, {}, &passed_over), (Lines{"a.warc:3 | One.", "a.warc:7 | Two."}));
  EXPECT_EQ(passed_over, (PassedOver{{"responses of HTTP status 404", 1},
                                     {"responses that are no pages", 1},
                                     {"web archive records of type request", 1},
                                     {"web archive records of type revisit", 1},
                                     {"web archive records of type warcinfo", 1}}));
}

TEST(Warc, TheHeadersSayWhereAndWhen) {
  const auto reports = reports_of("a.warc", response("One.", "content-type: text/plain; charset=\"KOI8-R\"\r\n"));
  ASSERT_EQ(reports.size(), 1U);
  const Hints& hints = reports[0].hints;
  EXPECT_EQ(hints.url, (Sourced<std::string>{"http://news.example/story", "web archive", {}}));
  EXPECT_EQ(hints.retrieved_at, "2021-03-09T11:20:05Z");
  EXPECT_EQ(hints.charset, "koi8-r");
  EXPECT_EQ(reports[0].format, Format::text);
}

TEST(Warc, BodiesAreDecoded) {
  const std::string chunked = "Content-Type: text/plain\r\nTransfer-Encoding: chunked\r\n";
  EXPECT_EQ(walk("a.warc", response("4;x=y\r\nOne \r\n6\r\nkilled\r\n0\r\n\r\n", chunked)),
            (Lines{"a.warc:1 | One killed"}));
  EXPECT_EQ(walk("a.warc", response("Decoded already.", chunked)), (Lines{"a.warc:1 | Decoded already."}));
  EXPECT_EQ(walk("a.warc", response("ff\r\nOne", chunked)), (Lines{"! a.warc:1: damaged: the HTTP body breaks off"}));
  const std::string packed = "Content-Type: text/plain\r\nContent-Encoding: gzip\r\n";
  EXPECT_EQ(walk("a.warc", response(gzip("One killed"), packed)), (Lines{"a.warc:1 | One killed"}));
  EXPECT_EQ(walk("a.warc", response("Decoded already.", packed)), (Lines{"a.warc:1 | Decoded already."}));
  EXPECT_EQ(walk("a.warc", response("\x0b\x02\x80", "Content-Encoding: br\r\n")),
            (Lines{"! a.warc:1: HTTP body in the encoding \"br\""}));
}

TEST(Warc, ABrokenRecordDoesNotStopTheFile) {
  const std::string one = response("One."), two = response("Two."), three = response("Three.");
  struct Case {
    const char* what;
    std::string broken, error;
  };
  const Case cases[] = {
      {"no header", "some bytes\r\nof nothing\r\n", "no WARC header"},
      {"no length", "WARC/1.0\r\nWARC-Type: response\r\n\r\nwords\r\n\r\n", "no Content-Length"},
      {"length too small", "WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 3\r\n\r\nsome words\r\n\r\n",
       "its Content-Length is wrong"},
      {"length too large", "WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 90\r\n\r\nwords\r\n\r\n",
       "its Content-Length is wrong"},
  };
  for (const Case& each : cases)
    EXPECT_EQ(
        walk("a.warc", one + each.broken + three),
        (Lines{"a.warc:1 | One.", "! a.warc:2: broken record at byte " + std::to_string(one.size()) + ": " + each.error,
               "a.warc:3 | Three."}))
        << each.what;
}

TEST(Warc, BehindABrokenPackedRecordTheNextOneIsRead) {
  const std::string text(400, 'x');
  for (const auto pack : {gzip, zstd}) {
    const std::string one = pack(response("One.")), three = pack(response("Three."));
    std::string two = pack(response("Two is longer than the others, so that it can be broken in its middle."));
    two[two.size() / 2] = static_cast<char>(two[two.size() / 2] ^ 0x55);
    two[two.size() / 2 + 1] = static_cast<char>(two[two.size() / 2 + 1] ^ 0x55);
    const Lines lines = walk("a.warc.gz", one + two + three);
    ASSERT_GE(lines.size(), 3U) << ::testing::PrintToString(lines);
    EXPECT_EQ(lines.front(), "a.warc.gz:1 | One.");
    EXPECT_TRUE(lines[1].starts_with("! a.warc.gz:2: ")) << lines[1];
    EXPECT_NE(lines[1].find(std::to_string(one.size())), std::string::npos) << lines[1];
    EXPECT_TRUE(lines.back().ends_with(" | Three.")) << lines.back();
  }
}

TEST(Warc, WhatStandsBeforeTheBreakIsKept) {
  const std::string one = gzip(response("One.")), two = gzip(response("Two."));
  EXPECT_EQ(
      walk("a.warc.gz", one + two.substr(0, two.size() - 12)),
      (Lines{"a.warc.gz:1 | One.", "! a.warc.gz:2: broken record at byte " + std::to_string(one.size()) +
                                       ": it breaks off in the packed part at byte " + std::to_string(one.size())}));
  const std::string plain = response("One.");
  EXPECT_EQ(walk("a.warc", plain + plain.substr(0, plain.size() - 6)),
            (Lines{"a.warc:1 | One.",
                   "! a.warc:2: broken record at byte " + std::to_string(plain.size()) + ": it breaks off"}));
}

TEST(Warc, LargeRecordsAreRefused) {
  StreamOptions options;
  options.limits.report_bytes = 200;
  EXPECT_EQ(walk("a.warc", response(std::string(300, 'x')) + response("Two."), options),
            (Lines{"! a.warc:1: larger than 200 bytes", "a.warc:2 | Two."}));
}

}  // namespace
}  // namespace attest::test
