#include "read/format.hpp"

#include <gtest/gtest.h>

namespace attest {
namespace {

using namespace std::string_view_literals;

TEST(Format, ContentDecidesOverTheName) {
  struct Case {
    std::string_view name, head, content_type;
    Format format;
  };
  const Case cases[] = {
      {"a.txt", "Two people were killed.", "", Format::text},
      {"a", "", "", Format::text},
      {"a.txt", "%PDF-1.7\n", "", Format::pdf},
      {"a.txt", "\x1f\x8b\x08", "", Format::gzip},
      {"a.pdf", "<!DOCTYPE html><title>Not found</title>", "application/pdf", Format::html},
      {"a.txt", "\n <HTML><body>", "text/plain", Format::html},
      {"page.php", "plain words", "text/html; charset=utf-8", Format::html},
      {"a.html", "words without tags", "", Format::html},
      {"a.xml", "<?xml version='1.0'?><rss version='2.0'>", "", Format::feed},
      {"a.bin", "PK\3\4....folder/page.html", "", Format::zip},
      {"a.docx", "PK\3\4....[Content_Types].xml", "", Format::docx},
      {"a.xlsx", "PK\3\4....[Content_Types].xml", "", Format::other},
      {"a.odt", "PK\3\4....mimetypeapplication/vnd.oasis.opendocument.text", "", Format::other},
      {"a.zip", "not a zip file", "", Format::text},
      {"a.warc", "WARC/1.0\r\n", "", Format::warc},
      {"stdin", "{\"text\":", "", Format::json_lines},
      {"a.txt", "{\"text\":", "", Format::text},
      {"a.jsonl", "", "", Format::json_lines},
      {"a.csv", "text,date\n", "", Format::table},
      {"a.eml", "Subject: x\n", "", Format::mail},
      {"a.txt", "a\0b"sv, "", Format::other},
      {"a.zst", "\x28\xb5\x2f\xfd", "", Format::zstd},
      {"a.zst", "\x5d\x2a\x4d\x18\0\0\0\0"sv, "", Format::zstd},
      {"a.jpg", "\xff\xd8\xff\xe0", "", Format::other},
  };
  for (const Case& each : cases)
    EXPECT_EQ(describe(sniff(each.name, each.head, each.content_type)), describe(each.format))
        << each.name << ": " << each.head;
}

TEST(Format, NamesInFolders) {
  for (std::string_view name : {"a.txt", "A.TXT", "b.jsonl", "c.jsonl.gz", "d.zip", "e.csv", "f.eml", "g.warc.gz"})
    EXPECT_TRUE(is_report_name(name)) << name;
  for (std::string_view name : {"a.png", "txt", ".txt", "style.css", "a.json"})
    EXPECT_FALSE(is_report_name(name)) << name;
}

}  // namespace
}  // namespace attest
