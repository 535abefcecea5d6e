#include "read/docx.hpp"

#include <gtest/gtest.h>
#include <zip.h>

#include <utility>

#include "unit/read/blocks_of.hpp"

namespace attest {
namespace {

using Members = std::vector<std::pair<std::string, std::string>>;

std::string zipped(const Members& members) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source = zip_source_buffer_create(nullptr, 0, 0, &error);
  zip_t* archive = zip_open_from_source(source, ZIP_TRUNCATE, &error);
  zip_source_keep(source);
  for (const auto& [name, bytes] : members)
    zip_file_add(archive, name.c_str(), zip_source_buffer(archive, bytes.data(), bytes.size(), 0), 0);
  zip_close(archive);
  zip_stat_t stat;
  zip_source_stat(source, &stat);
  std::string out(stat.size, '\0');
  zip_source_open(source);
  zip_source_read(source, out.data(), out.size());
  zip_source_close(source);
  zip_source_free(source);
  return out;
}

constexpr const char* kNamespace = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";

std::string body(const std::string& blocks) {
  return "<?xml version=\"1.0\"?><w:document " + std::string(kNamespace) + "><w:body>" + blocks +
         "</w:body></w:document>";
}

std::string p(const std::string& words, const std::string& properties = "") {
  return "<w:p><w:pPr>" + properties + "</w:pPr><w:r><w:t xml:space=\"preserve\">" + words + "</w:t></w:r></w:p>";
}

std::string style(const std::string& id) { return "<w:pStyle w:val=\"" + id + "\"/>"; }

std::string row(const std::vector<std::string>& cells) {
  std::string out = "<w:tr>";
  for (const std::string& cell : cells) out += "<w:tc>" + p(cell) + "</w:tc>";
  return out + "</w:tr>";
}

const std::string kStyles = "<w:styles " + std::string(kNamespace) +
                            "><w:style w:styleId=\"berschrift1\"><w:name w:val=\"heading 1\"/></w:style>"
                            "<w:style w:styleId=\"Titel\"><w:name w:val=\"Title\"/></w:style></w:styles>";

Document read(const std::string& blocks, Members others = {}) {
  others.insert(others.begin(), {"word/document.xml", body(blocks)});
  auto document = read_docx("a.docx", zipped(others), {});
  EXPECT_TRUE(document) << document.error().to_string();
  return document.value_or(Document{});
}

using Blocks = std::vector<std::string>;

TEST(Docx, HasHeadingsListsAndParagraphs) {
  const Document document =
      read(p("Raid on Marwa", style("Titel")) + p("MARWA — Armed men came at dawn and took nine people away.") +
               p("What is needed", style("berschrift1")) + p("Tents", "<w:numPr><w:ilvl w:val=\"0\"/></w:numPr>"),
           {{"word/styles.xml", kStyles}});
  EXPECT_EQ(test::blocks_of(document), (Blocks{"headline: Raid on Marwa", "dateline: MARWA —",
                                               "paragraph: Armed men came at dawn and took nine people away.",
                                               "headline: What is needed", "list_item: Tents"}));
  EXPECT_EQ(document.title->value, "Raid on Marwa");
  EXPECT_EQ(document.dateline_place->value, "MARWA");
}

TEST(Docx, KeepsTablesAsRowsAndReadsLaidOutOnes) {
  const Document document = read(p("Incidents of the week are listed here.") + "<w:tbl>" + row({"Place", "Killed"}) +
                                 row({"Marwa", "14"}) + row({"Sabha", ""}) + "</w:tbl><w:tbl>" +
                                 row({"Letters that fill a page stand in a table of one cell."}) + "</w:tbl>");
  EXPECT_EQ(
      document.text,
      "Incidents of the week are listed here.\n\nPlace\tKilled\nMarwa\t14\nSabha\t\n\nLetters that fill a page stand in "
      "a table of one cell.");
  EXPECT_EQ(test::blocks_of(document).back(), "paragraph: Letters that fill a page stand in a table of one cell.");
}

TEST(Docx, ReadsWhatIsSeen) {
  const Document document = read(
      "<w:p><w:r><w:t>The army</w:t></w:r><w:ins><w:r><w:t xml:space=\"preserve\"> and police</w:t></w:r></w:ins>"
      "<w:del><w:r><w:delText> and nobody</w:delText></w:r></w:del><w:r><w:tab/><w:t>left the co</w:t>"
      "<w:noBreakHyphen/><w:t>op.</w:t><w:instrText>PAGE</w:instrText></w:r></w:p>");
  EXPECT_EQ(document.text, "The army and police left the co-op.");
}

TEST(Docx, HasItsNotesAtTheEndAndItsProperties) {
  const Document document = read(
      p("Nine people were taken away at dawn by armed men."),
      {{"word/footnotes.xml", "<w:footnotes " + std::string(kNamespace) + "><w:footnote w:type=\"separator\">" +
                                  p("rule") + "</w:footnote><w:footnote w:id=\"1\">" + p("Told by their families.") +
                                  "</w:footnote></w:footnotes>"},
       {"docProps/core.xml",
        "<cp:coreProperties xmlns:cp=\"c\" xmlns:dc=\"d\" xmlns:dcterms=\"t\"><dc:title>Raid</dc:title><dc:creator>The "
        "committee</dc:creator><dcterms:created>2019-03-12T08:00:00Z</dcterms:created></cp:coreProperties>"}});
  EXPECT_EQ(test::blocks_of(document), (Blocks{"paragraph: Nine people were taken away at dawn by armed men.",
                                               "paragraph: Told by their families."}));
  EXPECT_EQ(document.title->value, "Raid");
  EXPECT_EQ(document.author->value, "The committee");
  EXPECT_EQ(to_iso(document.published->value), "2019-03-12");
  EXPECT_EQ(document.published->origin, "docx properties");
}

TEST(Docx, ThatIsBrokenIsRefused) {
  const std::string whole = zipped({{"word/document.xml", body(p("Nine people were taken away."))}});
  const auto error = [](const std::string& bytes) {
    const auto document = read_docx("a.docx", bytes, {});
    EXPECT_FALSE(document);
    return document ? Error{} : document.error();
  };
  EXPECT_EQ(error("PK\x03\x04 and nothing more").code, ErrorCode::damaged);
  EXPECT_EQ(error(whole.substr(0, whole.size() / 2)).code, ErrorCode::damaged);
  EXPECT_EQ(error(zipped({{"readme.txt", "no document"}})).message, "damaged: there is no word/document.xml in it");
  EXPECT_EQ(error(zipped({{"word/document.xml", "<w:document><w:body>"}})).code, ErrorCode::damaged);
  EXPECT_EQ(error(zipped({{"word/document.xml", body("")}})).code, ErrorCode::empty);
  EXPECT_EQ(error(zipped({{"word/document.xml", body(p("caf\xe9"))}})).code, ErrorCode::bad_encoding);
}

TEST(Docx, IsNoBomb) {
  const auto bomb =
      read_docx("bomb.docx", zipped({{"word/document.xml", std::string(std::size_t{65} << 20U, ' ')}}), {});
  ASSERT_FALSE(bomb);
  EXPECT_EQ(bomb.error().code, ErrorCode::too_large);
  std::string nested;
  for (int i = 0; i < 20'000; ++i) nested += "<w:sdt><w:sdtContent>";
  const auto deep = read_docx("deep.docx", zipped({{"word/document.xml", body(p("Above all.") + nested)}}), {});
  EXPECT_FALSE(deep);
  const std::string laughs = "<!DOCTYPE d [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>" +
                             body(p("Nine &b; people.")).substr(21);
  const auto entities = read_docx("laughs.docx", zipped({{"word/document.xml", laughs}}), {});
  ASSERT_TRUE(entities);
  EXPECT_EQ(entities->text, "Nine &b; people.");
}

}  // namespace
}  // namespace attest
