#include <gtest/gtest.h>

#include <string>

#include "read/page_dates.hpp"
#include "support/html.hpp"

namespace attest {

namespace {

struct Written {
  const char* words;
  bool month_first;
  const char* day;  // "" for none
};

TEST(PageDates, InManyLanguages) {
  const Written table[] = {
      {"12 April 2017", false, "2017-04-12"},
      {"April 12th, 2017 at 8:30", true, "2017-04-12"},
      {"12. März 2017", false, "2017-03-12"},
      {"le 1er août 2017", false, "2017-08-01"},
      {"3 de enero de 2020", false, "2020-01-03"},
      {"5 lutego 2019", false, "2019-02-05"},
      {"7 марта 2018 г.", false, "2018-03-07"},
      {"9 مارس 2017", false, "2017-03-09"},
      {"12.04.2017", true, "2017-04-12"},
      {"4/12/2017", true, "2017-04-12"},
      {"4/12/2017", false, "2017-12-04"},
      {"13/12/2017", true, "2017-12-13"},
      {"2017-04-12", false, "2017-04-12"},
      {"12/04/17", false, "2017-04-12"},
      {"31.02.2017", false, ""},
      {"in 2017, April showers", false, ""},
      {"version 1.2.3", false, ""},
  };
  for (const Written& entry : table) {
    const auto day = find_date(entry.words, entry.month_first);
    EXPECT_EQ(day ? to_iso(*day) : "", entry.day) << entry.words;
  }
}

TEST(PageDates, InAddresses) {
  EXPECT_EQ(to_iso(*date_of_address("https://example.org/2017/04/12/convoy.html")), "2017-04-12");
  EXPECT_EQ(to_iso(*date_of_address("https://example.org/news-20170412-convoy")), "2017-04-12");
  EXPECT_FALSE(date_of_address("https://example.org/12345678/convoy-2017"));
}

std::string article(std::string_view head, std::string_view top = {}) {
  return "<html lang=en><head>" + std::string(head) + "</head><body><article><h1>Convoy hit at crossing</h1>" +
         std::string(top) + std::string(test::kParagraphs) + "</article></body></html>";
}

struct Source {
  const char* head;
  const char* top;
  const char* day;
  const char* origin;
};

TEST(HtmlMetadata, DaysAndWhereTheyWereRead) {
  const Source table[] = {
      {R"(<script type="application/ld+json">{"@graph": [{"@type": "WebSite"}, {"@type": ["NewsArticle"], "datePublished": "2017-04-12T08:30:00+02:00"}]}</script>)",
       "", "2017-04-12", "JSON-LD"},
      {"<script type='application/ld+json'>[{\"@type\": \"NewsArticle\", \"datePublished\": \"2017-04-12\", \"headline\": \"a\nb\",}]</script>",
       "", "2017-04-12", "JSON-LD"},
      {"<meta property='article:published_time' content='2017-04-12T08:30:00Z'>", "", "2017-04-12",
       "meta article:published_time"},
      {"<meta name='DC.date.issued' content='2017-04-12'>", "", "2017-04-12", "meta dc.date.issued"},
      {"", "<time datetime='2017-04-12'>Wednesday</time>", "2017-04-12", "time"},
      {"", "<span itemprop='datePublished'>12 April 2017</span>", "2017-04-12", "itemprop"},
      {"", "<p>Published: 12 April 2017</p>", "2017-04-12", "byline"},
      {"<link rel=canonical href='https://example.org/2017/04/12/convoy'>", "", "2017-04-12", "address"},
  };
  for (const Source& entry : table) {
    const Document document = test::read_page(article(entry.head, entry.top));
    ASSERT_TRUE(document.published) << entry.head << entry.top;
    EXPECT_EQ(to_iso(document.published->value), entry.day) << entry.head << entry.top;
    EXPECT_EQ(document.published->origin, entry.origin) << entry.head << entry.top;
  }
}

TEST(HtmlMetadata, TheInstantStaysAsWritten) {
  const Document document =
      test::read_page(article("<meta property='article:published_time' content='2017-04-12T08:30:00+02:00'>"
                              "<meta property='article:modified_time' content='2017-04-13T10:00:00+02:00'>"));
  EXPECT_EQ(document.published_at->value, "2017-04-12T08:30:00+02:00");
  EXPECT_EQ(to_iso(document.updated->value), "2017-04-13");
}

TEST(HtmlMetadata, HintsWin) {
  Hints hints;
  hints.title = Sourced<std::string>{"Told", "command line", {}};
  hints.published = Sourced<Date>{*parse_iso_date("2020-01-01"), "command line", {}};
  const Document document =
      test::read_page(article("<meta property='article:published_time' content='2017-04-12'>"), hints);
  EXPECT_EQ(document.title->value, "Told");
  EXPECT_EQ(to_iso(document.published->value), "2020-01-01");
}

TEST(HtmlMetadata, TitlesWithoutTheOutlet) {
  const Document named = test::read_page(article(
      "<title>Convoy hit at crossing | Example Courier</title><meta property='og:site_name' content='Example Courier'>"));
  EXPECT_EQ(named.title->value, "Convoy hit at crossing");
  EXPECT_EQ(named.outlet->value, "Example Courier");
  const Document bare = test::read_page(
      "<title>Convoy hit at crossing - Example Courier</title><meta property='og:site_name' content='Example Courier'>"
      "<meta property='og:title' content='Convoy hit at crossing - Example Courier'><div>" +
      std::string(test::kParagraphs) + "</div>");
  EXPECT_EQ(bare.title->value, "Convoy hit at crossing");
}

TEST(HtmlMetadata, AuthorsAndAgencies) {
  const Document data = test::read_page(article(
      R"(<script type="application/ld+json">{"@type": "NewsArticle", "author": [{"name": "Ana Ejemplo"}, {"name": "Bo Muster"}]}</script>)"));
  EXPECT_EQ(data.author->value, "Ana Ejemplo, Bo Muster");
  const Document line = test::read_page(article("", "<div class=byline>By Ana Ejemplo</div>"));
  EXPECT_EQ(line.author->value, "Ana Ejemplo");
  const Document wire = test::read_page(article("<meta name=author content='AFP'>"));
  EXPECT_EQ(wire.agency->value, "AFP");
}

}  // namespace

}  // namespace attest
