#include "read/feed.hpp"

#include <gtest/gtest.h>

#include <array>

namespace attest {
namespace {

Feed read(std::string_view bytes, std::string_view base = "https://news.example/feeds/all.xml",
          std::string_view label = "") {
  auto feed = read_feed(bytes, "feed", base, label);
  EXPECT_TRUE(feed) << feed.error().to_string();
  return feed ? std::move(*feed) : Feed{};
}

TEST(Feed, ReadsRss2) {
  const Feed feed = read(R"(<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
     xmlns:atom="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/">
<channel><title>Valley Courier</title><link>https://news.example/</link>
<atom:link rel="self" href="https://news.example/feeds/all.xml"/>
<item>
  <title>Shells hit market, killing &amp;lsquo;at least 12&amp;rsquo; &amp;amp; wounding more</title>
  <media:title>A picture</media:title>
  <link> /2017/03/09/market.html#top </link>
  <guid isPermaLink="false">tag:1</guid>
  <pubDate>Thu, 09 Mar 2017 10:15:00 +0300</pubDate>
  <dc:creator><![CDATA[A. Writer]]></dc:creator>
  <description>&lt;p&gt;A teaser.&lt;/p&gt;</description>
  <content:encoded><![CDATA[<p>All of <b>it</b>.</p>]]></content:encoded>
</item>
<item><guid>https://news.example/2</guid><author>desk@news.example (B. Writer)</author></item>
<item><title>Nothing but a title</title></item>
</channel></rss>)");
  EXPECT_EQ(feed.title, "Valley Courier");
  ASSERT_EQ(feed.items.size(), 3U);
  const FeedItem& first = feed.items[0];
  EXPECT_EQ(first.title, "Shells hit market, killing \u2018at least 12\u2019 & wounding more");
  EXPECT_EQ(first.url, "https://news.example/2017/03/09/market.html");
  EXPECT_EQ(first.id, "tag:1");
  ASSERT_TRUE(first.published);
  EXPECT_EQ(to_iso(first.published->day), "2017-03-09");
  EXPECT_EQ(first.author, "A. Writer");
  EXPECT_EQ(first.summary, "<p>A teaser.</p>");
  EXPECT_EQ(first.content, "<p>All of <b>it</b>.</p>");
  EXPECT_EQ(feed.items[1].url, "https://news.example/2");
  EXPECT_EQ(feed.items[1].author, "B. Writer");
  EXPECT_EQ(feed.items[2].id, "Nothing but a title");
  EXPECT_EQ(feed.items[2].url, "");
}

TEST(Feed, ReadsRss1AndOlder) {
  const Feed one =
      read(R"(<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">
<channel rdf:about="x"><title>Old Courier</title></channel>
<item rdf:about="https://news.example/1"><title>One</title><link>https://news.example/1</link>
<dc:date>2017-03-09T10:15:00Z</dc:date></item></rdf:RDF>)");
  EXPECT_EQ(one.title, "Old Courier");
  ASSERT_EQ(one.items.size(), 1U);
  EXPECT_EQ(one.items[0].url, "https://news.example/1");
  EXPECT_TRUE(one.items[0].published);
  const Feed older = read(R"(<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN"
 "http://my.netscape.com/publish/formats/rss-0.91.dtd">
<rss version="0.91"><channel><title>Older</title><item><title>One</title><link>/1</link></item></channel></rss>)");
  ASSERT_EQ(older.items.size(), 1U);
  EXPECT_EQ(older.items[0].url, "https://news.example/1");
}

TEST(Feed, ReadsAtom) {
  const Feed feed = read(R"(<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://cdn.example/a/">
<title type="html">Hill &amp;amp; Valley</title>
<link rel="self" href="self.xml"/>
<entry xml:base="b/"><id>urn:1</id><title type="text">Five &lt; six</title>
 <link rel="enclosure" href="film.mp4"/><link href="one.html"/>
 <published>2017-03-09T10:15:00Z</published><updated>2017-03-10T00:00:00Z</updated>
 <author><name>C. Writer</name><email>c@news.example</email></author>
 <summary>Short</summary>
 <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Long &amp; wide</p></div></content></entry>
<entry><title>Elsewhere</title><content src="https://other.example/2" type="text/html"/></entry></feed>)");
  EXPECT_EQ(feed.title, "Hill & Valley");
  ASSERT_EQ(feed.items.size(), 2U);
  EXPECT_EQ(feed.items[0].title, "Five < six");
  EXPECT_EQ(feed.items[0].url, "https://cdn.example/a/b/one.html");
  EXPECT_EQ(feed.items[0].id, "urn:1");
  EXPECT_EQ(feed.items[0].author, "C. Writer");
  EXPECT_TRUE(feed.items[0].updated);
  EXPECT_NE(feed.items[0].content.find("<p>Long &amp; wide</p>"), std::string::npos);
  EXPECT_EQ(feed.items[1].url, "https://other.example/2");
}

TEST(Feed, ReadsAtomWithAPrefix) {
  const Feed feed = read(R"(<a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:title>T</a:title>
<a:entry><a:id>1</a:id><a:title>One</a:title><a:link href="/1"/></a:entry></a:feed>)");
  EXPECT_EQ(feed.title, "T");
  ASSERT_EQ(feed.items.size(), 1U);
  EXPECT_EQ(feed.items[0].url, "https://news.example/1");
}

TEST(Feed, ReadsJsonFeed) {
  const Feed feed = read(R"({"version":"https://jsonfeed.org/version/1.1","title":"River Post","items":[
{"id":7,"url":"/7","title":"Seven &amp; eight","content_text":"One < two.\n\nThree.","date_published":"2017-03-09T10:15:00+03:00",
 "authors":[{"name":"D. Writer"}]},
{"id":"https://news.example/8","content_html":"<p>Eight</p>","summary":"8"}, "no item"]})");
  EXPECT_EQ(feed.title, "River Post");
  ASSERT_EQ(feed.items.size(), 2U);
  EXPECT_EQ(feed.items[0].id, "7");
  EXPECT_EQ(feed.items[0].url, "https://news.example/7");
  EXPECT_EQ(feed.items[0].title, "Seven & eight");
  EXPECT_EQ(feed.items[0].content, "<p>One &lt; two.</p><p>Three.</p>");
  EXPECT_EQ(feed.items[0].author, "D. Writer");
  EXPECT_EQ(feed.items[1].url, "https://news.example/8");
}

TEST(Feed, ReadsLists) {
  const Feed list = read(R"(<opml version="2.0"><head><title>Mine</title></head><body>
<outline text="Region"><outline type="rss" xmlUrl="https://a.example/feed"/><outline text="no feed"/></outline>
<outline xmlUrl="https://b.example/feed"/></body></opml>)");
  EXPECT_EQ(list.feeds, (std::vector<std::string>{"https://a.example/feed", "https://b.example/feed"}));
  EXPECT_EQ(
      *read_url_list("\xEF\xBB\xBF# mine\r\nhttps://a.example/feed  # a remark\n\n  http://b.example\r\n", "list"),
      (std::vector<std::string>{"https://a.example/feed", "http://b.example/"}));
  EXPECT_EQ(read_url_list("https://a.example/\nnot one\n", "list").error().where, "list:2");
  EXPECT_FALSE(read_url_list("# nothing\n", "list"));
}

TEST(Feed, ReadsEncodings) {
  const auto title = [](std::string_view bytes, std::string_view label = "") { return read(bytes, "", label).title; };
  constexpr std::string_view kBody = "<rss><channel><title>\xE9t\xE9</title></channel></rss>";
  EXPECT_EQ(title("<?xml version='1.0' encoding='ISO-8859-1'?>" + std::string(kBody)), "été");
  EXPECT_EQ(title(kBody, "windows-1252"), "été");
  EXPECT_EQ(title("<?xml version='1.0' encoding='ISO-8859-1'?><rss><channel><title>été</title></channel></rss>"),
            "été");
  std::string wide;
  for (const char c : std::string_view("<rss><channel><title>ok</title></channel></rss>")) wide += {c, '\0'};
  EXPECT_EQ(title("\xFF\xFE" + wide), "ok");
  EXPECT_EQ(title(wide), "ok");
}

TEST(Feed, KeepsWhatStandsBeforeABreak) {
  const Feed feed = read("<rss><channel><item><link>https://a.example/1</link></item>\n<item><title>Cut o");
  ASSERT_EQ(feed.items.size(), 1U);
  ASSERT_TRUE(feed.broken);
  EXPECT_EQ(feed.broken->where, "feed:2");
}

TEST(Feed, RefusesWhatIsNone) {
  const std::string bomb =
      "<!DOCTYPE b [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]><rss><channel><title>&b;</title></channel></rss>";
  for (const std::string& bytes :
       {std::string(), std::string("  \n"), std::string("words"), std::string("<html><body/></html>"),
        std::string("<rss"), std::string("{\"items\":3}"), std::string("{\"items\":["), bomb,
        std::string(kMaxFeedBytes + 1, ' ')})
    EXPECT_FALSE(read_feed(bytes, "feed")) << bytes.substr(0, 80);
}

TEST(Feed, MakesNoBrokenText) {
  const Feed feed = read("<rss><channel><title>a&#xD800;b</title></channel></rss>");
  EXPECT_EQ(feed.title, "a\uFFFD\uFFFD\uFFFDb");
}

TEST(Feed, DoesNotFallOverDeepNesting) {
  std::string deep = "<rss><channel><title>x</title>";
  for (int i = 0; i < 100000; ++i) deep += "<item>";
  EXPECT_TRUE(read_feed(deep, "feed") || true);
  std::string outlines = "<opml><body>";
  for (int i = 0; i < 100000; ++i) outlines += "<outline>";
  EXPECT_FALSE(read_feed(outlines, "feed"));
}

TEST(Feed, IsRecognised) {
  for (std::string_view bytes : {"<?xml version='1.0'?><rss version='2.0'>", "\xEF\xBB\xBF <feed xmlns='x'>",
                                 "<rdf:RDF>", "<opml>", "{\"version\": \"https://jsonfeed.org/version/1\""})
    EXPECT_TRUE(looks_like_feed(bytes)) << bytes;
  for (std::string_view bytes : {"<html><p>&lt;rss <rss>", "{\"id\":\"1\",\"text\":\"x\"}", "Words of a report", ""})
    EXPECT_FALSE(looks_like_feed(bytes)) << bytes;
}

TEST(WordsOfHtml, ResolvesReferencesAndDropsTags) {
  constexpr auto cases = std::to_array<std::pair<std::string_view, std::string_view>>(
      {{"AT&amp;T", "AT&T"},
       {"a<br/>b", "a b"},
       {"5 < 6 > 4", "5 < 6 > 4"},
       {"&#8217;&#x2019;&nosuch;&", "\u2019\u2019&nosuch;&"},
       {" <b>one</b>\n two&nbsp;three ", "one two three"},
       {"&#0;&#xD800;&#99999999;", "\uFFFD\uFFFD&#99999999;"},
       {"<", "<"},
       {"<a", "<a"}});
  for (const auto& [html, words] : cases) EXPECT_EQ(words_of_html(html), words) << html;
}

}  // namespace
}  // namespace attest
