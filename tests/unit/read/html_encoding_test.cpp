#include <gtest/gtest.h>

#include <string>

#include "attest/origins.hpp"
#include "read/page_encoding.hpp"
#include "support/html.hpp"

namespace attest {

namespace {

struct Case {
  const char* what;
  std::string bytes;
  const char* charset;  // of the HTTP header
  const char* encoding;
  const char* text;
};

TEST(PageEncoding, AsBrowsersDo) {
  using namespace std::string_literals;
  const Case table[] = {
      {"no label, UTF-8", "r\xC3\xADo", "", "UTF-8", "río"},
      {"no label, not UTF-8", "r\xEDo", "", "windows-1252", "río"},
      {"byte order mark over label", "\xEF\xBB\xBFr\xC3\xADo", "iso-8859-2", "UTF-8", "río"},
      {"UTF-16", "\xFF\xFEr\0\xED\0o\0"s, "", "UTF-16LE", "río"},
      {"HTTP over meta", "<meta charset=koi8-r>\xEC\xE8\xF0", "windows-1251", "windows-1251",
       "<meta charset=koi8-r>мир"},
      {"meta", "<meta charset='windows-1251'>\xEC\xE8\xF0", "", "windows-1251", "<meta charset='windows-1251'>мир"},
      {"http-equiv", "<meta http-equiv=Content-Type content='text/html; charset=windows-1251'>\xEC\xE8\xF0", "",
       "windows-1251", "<meta http-equiv=Content-Type content='text/html; charset=windows-1251'>мир"},
      {"Latin 1 is windows-1252", "\x93r\xEDo\x94", "ISO-8859-1", "windows-1252", "“río”"},
      {"UTF-8 under a wrong label", "r\xC3\xADo", "windows-1251", "UTF-8", "río"},
      {"windows-1252 labelled UTF-8", "r\xEDo", "utf-8", "windows-1252", "río"},
      {"unknown label", "r\xC3\xADo", "x-none", "UTF-8", "río"},
      {"one broken character in UTF-8", "r\xC3\xADo, ca\xC3\xB1on, a\xC3\xB1o, ma\xC3\xB1\x61na, ni\xC3\xB1o \xFF", "",
       "UTF-8", "río, cañon, año, mañana, niño \uFFFD"},
  };
  for (const Case& entry : table) {
    const PageText page = PageText::decode(entry.bytes, entry.charset);
    EXPECT_EQ(page.encoding(), entry.encoding) << entry.what;
    EXPECT_EQ(page.text(), entry.text) << entry.what;
  }
}

TEST(PageEncoding, OriginsPointIntoTheUnalteredBytes) {
  // "Мир пришёл в город, сказали в совете во вторник утром." in windows-1251
  const std::string sentence =
      "\xCC\xE8\xF0 \xEF\xF0\xE8\xF8\xB8\xEB \xE2 \xE3\xEE\xF0\xEE\xE4, \xF1\xEA\xE0\xE7\xE0\xEB\xE8 \xE2 "
      "\xF1\xEE\xE2\xE5\xF2\xE5 \xE2\xEE \xE2\xF2\xEE\xF0\xED\xE8\xEA \xF3\xF2\xF0\xEE\xEC.";
  const Document document = test::read_page("<meta charset=windows-1251><body><p>" + sentence + "</p>");
  EXPECT_EQ(document.encoding, "windows-1251");
  const std::string word = "город";
  const auto at = static_cast<std::uint32_t>(document.text.find(word));
  const auto bytes = original_bytes(document, {at, at + static_cast<std::uint32_t>(word.size())});
  ASSERT_TRUE(bytes);
  EXPECT_EQ(slice(document.original, *bytes), "\xE3\xEE\xF0\xEE\xE4");
}

}  // namespace

}  // namespace attest
