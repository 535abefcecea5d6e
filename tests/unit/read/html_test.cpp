#include <gtest/gtest.h>

#include <string>

#include "attest/origins.hpp"
#include "read/read_as.hpp"
#include "support/html.hpp"

namespace attest {

namespace {

using test::kParagraphLines;
using test::kParagraphs;
using test::lines_of;
using test::read_page;

std::string page(std::string_view body) { return "<!doctype html><html><body>" + std::string(body) + "</body></html>"; }
std::string article(std::string_view inside) {
  return page("<article><h1>Convoy hit at crossing</h1>" + std::string(inside) + "</article>");
}

const std::string kArticleLines = "headline: Convoy hit at crossing\n" + std::string(kParagraphLines);

struct Layout {
  const char* what;
  std::string html;
};

TEST(Html, FindsTheArticleInAnyLayout) {
  const std::string text(kParagraphs);
  const std::string title = "<h1>Convoy hit at crossing</h1>";
  const std::string links =
      "<ul><li><a href=1>World</a><li><a href=2>Business</a><li><a href=3>Weather and roads</a></ul>";
  const Layout layouts[] = {
      {"article element",
       page("<nav>" + links + "</nav><article>" + title + text + "</article><footer>All rights reserved</footer>")},
      {"no semantic elements",
       page("<div id=top>" + links + "</div><div><div>" + title + text + "</div><div>" + links + "</div></div>")},
      {"class names",
       page(
           "<div class='site-sidebar'><p>Our reporters write about roads, rivers and markets every day of the week.</p></div>"
           "<div class='post'>" +
           title + "<div class='entry-content'>" + text + "</div></div>")},
      {"item properties", page(title + "<div itemprop='articleBody'>" + text + "</div><div><p>" +
                               std::string(kParagraphs.substr(3, 60)) + "</p></div>")},
      {"related stories inside",
       article(
           text +
           "<div class='related-stories'><h3>Related</h3><p>Boats were searched at the lower bridge last week, as officials said.</p></div>")},
      {"sharing and sign-up inside",
       article("<div class=share-bar><span>Share on all networks</span></div>" + text +
               "<p class=newsletter>Get the morning letter from our desk in your inbox.</p>")},
      {"comments below",
       article(text) +
           "<div id=comments><p>I have crossed there many times and it was always dangerous, my friends.</p></div>"},
      {"cookie banner first",
       page(
           "<div class='cookie-consent'><p>We and our partners store things on your device to show you what you like.</p></div>" +
           article(text))},
      {"unclosed tags",
       "<div><h1>Convoy hit at crossing</h1>" + text + "<ul><li><a href=1>World<li><a href=2>Business"},
      {"table for layout", page("<table><tr><td>" + links + "<td>" + title + text + "</table>")},
      {"commented scripts",
       article("<script>document.write('<p>Not this at all, my friend.</p>')</script><!-- <p>nor this</p> -->" + text)},
      {"hidden copy",
       article(text +
               "<div style='display: none'><p>This can only be read by those who look at the source of it.</p></div>")},
  };
  for (const Layout& layout : layouts) EXPECT_EQ(lines_of(read_page(layout.html)), kArticleLines) << layout.what;
}

TEST(Html, KeepsWhatKindABlockIs) {
  const Document document = read_page(article(
      "<figure><img src=a.jpg><figcaption>Burned lorries at the river crossing on Wednesday.</figcaption></figure>" +
      std::string(kParagraphs) +
      "<h2>What is known</h2><ul><li>Three lorries burned out.</li><li>The crossing is closed.</li></ul>"
      "<blockquote><p>We only had flour with us, said a driver who survived.</p></blockquote>"
      "<table><tr><th>Day<th>Lorries<tr><td>Monday<td>12</table>"));
  EXPECT_EQ(
      lines_of(document),
      "headline: Convoy hit at crossing\ncaption: Burned lorries at the river crossing on Wednesday.\n" +
          std::string(kParagraphLines) +
          "headline: What is known\nlist_item: Three lorries burned out.\nlist_item: The crossing is closed.\n"
          "quote: We only had flour with us, said a driver who survived.\ncell: Day\tLorries\ncell: Monday\t12\n");
}

TEST(Html, KeepsTheStandfirst) {
  const Document document =
      read_page(page("<div class=head><h1>Convoy hit at crossing</h1><p class=standfirst>Drivers say that they were "
                     "given no warning before the shots</p></div><div class=article-body>" +
                     std::string(kParagraphs) + "</div>"));
  EXPECT_EQ(lines_of(document),
            "headline: Convoy hit at crossing\nparagraph: Drivers say that they were given no "
            "warning before the shots\n" +
                std::string(kParagraphLines));
}

TEST(Html, TakesTheDatelineFromTheFirstParagraph) {
  const Document document =
      read_page(article("<p>MERIDA — Two drivers were killed when lorries came under fire, a council said.</p>" +
                        std::string(kParagraphs)));
  ASSERT_TRUE(document.dateline_place);
  EXPECT_EQ(document.dateline_place->value, "MERIDA");
  EXPECT_EQ(document.blocks.at(1).kind, BlockKind::dateline);
  EXPECT_EQ(slice(document.text, document.blocks.at(2).span),
            "Two drivers were killed when lorries came under fire, a council said.");
}

TEST(Html, ReadsOtherScripts) {
  const std::string paragraph =
      "قال المجلس المحلي إن سائقين قتلا عندما تعرضت قافلة من الشاحنات لإطلاق النار قرب معبر النهر يوم الثلاثاء.";
  const Document document =
      read_page("<html lang=ar dir=rtl><nav><a href=1>الرئيسية</a></nav><main><h1>قصف قافلة</h1><p>" + paragraph +
                "</p><p>" + paragraph + "</p></main><footer>جميع الحقوق محفوظة</footer>");
  EXPECT_EQ(lines_of(document), "headline: قصف قافلة\nparagraph: " + paragraph + "\nparagraph: " + paragraph + "\n");
}

TEST(Html, ReadsALiveBlog) {
  const auto entry = [](const char* time, const char* text) {
    return "<div class=live-blog-post><h3>" + std::string(time) + "</h3><p>" + text + "</p></div>";
  };
  const Document document = read_page(
      page("<main><h1>Crossing under fire</h1>" +
           entry("14:05", "The council says that the second bank of the river has been quiet since noon today.") +
           entry("13:10",
                 "Two drivers were killed when their lorries came under fire near the crossing, the council says.") +
           "</main>"));
  EXPECT_NE(document.text.find("13:10"), std::string::npos);
  EXPECT_NE(document.text.find("Two drivers were killed"), std::string::npos);
  EXPECT_NE(document.text.find("quiet since noon"), std::string::npos);
}

TEST(Html, ReadsTheTeaserOfAPaywall) {
  const Document document = read_page(
      article("<p>Two drivers were killed when lorries came under fire near the crossing, a council said.</p>"
              "<div class=paywall-subscribe><p>To read on, choose one of our three offers and pay by card.</p></div>"));
  EXPECT_EQ(
      lines_of(document),
      "headline: Convoy hit at crossing\nparagraph: Two drivers were killed when lorries came under fire near the crossing, a council said.\n");
}

TEST(Html, CutsLinesAtBreaks) {
  const Document document = read_page(
      "<div>Two drivers were killed on Monday, the council said.<br>Three more were hurt.<br><br>The road is closed for now.</div>");
  EXPECT_EQ(
      lines_of(document),
      "paragraph: Two drivers were killed on Monday, the council said.\nThree more were hurt.\nparagraph: The road is closed for now.\n");
}

TEST(Html, ShowsTheWordsOnTheSavedPage) {
  const Document document = read_page(article(
      "<p>The caf&eacute; owner &amp; <b>two&nbsp;drivers</b> were killed &#8212; near the r\xC3\xADo, a local council said.</p>" +
      std::string(kParagraphs)));
  const auto bytes_for = [&](std::string_view words) {
    const auto at = static_cast<std::uint32_t>(document.text.find(words));
    const auto bytes = original_bytes(document, {at, at + static_cast<std::uint32_t>(words.size())});
    return bytes ? std::string(slice(document.original, *bytes)) : std::string("nowhere");
  };
  EXPECT_EQ(bytes_for("owner"), "owner");
  EXPECT_EQ(bytes_for("café"), "caf&eacute;");
  EXPECT_EQ(bytes_for("& two drivers were"), "&amp; <b>two&nbsp;drivers</b> were");
  EXPECT_EQ(bytes_for("— near"), "&#8212; near");
  EXPECT_EQ(bytes_for("río"), "r\xC3\xADo");
}

TEST(Html, TextIsInNormalForm) {
  const Document document =
      read_page(article("<p>The cafe\xCC\x81 by the river was hit on Monday, the council of the town said.</p>" +
                        std::string(kParagraphs)));
  const auto at = static_cast<std::uint32_t>(document.text.find("caf\xC3\xA9 by"));
  ASSERT_NE(at, static_cast<std::uint32_t>(std::string::npos));
  const auto bytes = original_bytes(document, {at, at + 8});
  ASSERT_TRUE(bytes);
  EXPECT_EQ(slice(document.original, *bytes), "cafe\xCC\x81 by");
}

struct Bad {
  const char* html;
  ErrorCode code;
  const char* message;
};

TEST(Html, SaysWhyThereIsNothingToRead) {
  const Bad table[] = {
      {"", ErrorCode::empty, "page.html: empty: there is no text in this page"},
      {"<html><body></body></html>", ErrorCode::empty, "page.html: empty: there is no text in this page"},
      {"<script>render()</script>", ErrorCode::empty,
       "page.html: empty: no text in this page; its scripts would have fetched it"},
      {"<html><frameset cols=1,2><frame src=a></frameset>", ErrorCode::empty,
       "page.html: empty: a page of frames; its text is in other files"},
  };
  for (const Bad& bad : table) {
    const auto document = read_html("page.html", bad.html, {});
    ASSERT_FALSE(document) << bad.html;
    EXPECT_EQ(document.error().code, bad.code);
    EXPECT_EQ(document.error().to_string(), bad.message);
  }
}

TEST(Html, TenThousandNestedTagsLoseNoText) {
  std::string html = "<article>";
  for (int i = 0; i < 10000; ++i) html += "<div><b id=x" + std::to_string(i) + ">";
  html += kParagraphs;
  EXPECT_EQ(lines_of(read_page(html)), kParagraphLines);
}

TEST(Html, MarkupWithoutEndIsRefusedOrRead) {
  std::string attributes = "<a ", drawings, paragraphs;
  for (int i = 0; i < 5000; ++i) {
    attributes += "b" + std::to_string(i) + "=1 ";
    drawings += "<svg>";
    paragraphs += "<p><i id=" + std::to_string(i) + ">word";
  }
  EXPECT_EQ(read_page(attributes + ">Two drivers were killed.</a>").text, "Two drivers were killed.");
  EXPECT_FALSE(read_html("page.html", drawings, {}));
  EXPECT_TRUE(read_html("page.html", paragraphs, {}));
}

TEST(Html, ZeroBytesArePassedOver) {
  std::string html = article(kParagraphs);
  html.insert(html.find("drivers") + 3, 1, '\0');
  EXPECT_EQ(lines_of(read_page(html)), kArticleLines);
}

TEST(Html, JsonLinesMayHoldPages) {
  const auto document =
      read_as(Format::json_line, "a.jsonl:1",
              R"({"id": "x", "html": "<p>Two drivers were killed &amp; one hurt.</p>", "title": "Crossing"})", {});
  ASSERT_TRUE(document) << document.error().to_string();
  EXPECT_EQ(document->name, "x");
  EXPECT_EQ(document->text, "Two drivers were killed & one hurt.");
  EXPECT_EQ(document->title->value, "Crossing");
  EXPECT_EQ(document->title->origin, "json");
  const auto both = read_as(Format::json_line, "a.jsonl:1", R"({"text": "a", "html": "b"})", {});
  ASSERT_FALSE(both);
  EXPECT_EQ(both.error().code, ErrorCode::bad_json);
}

}  // namespace

}  // namespace attest
