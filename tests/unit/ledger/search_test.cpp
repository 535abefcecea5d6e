// Finding documents by their words: what people type is understood or refused with its place, and the index always
// knows what the documents say.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "base/hash.hpp"
#include "ledger/ledger.hpp"
#include "ledger/open.hpp"
#include "ledger/run.hpp"
#include "ledger/search_query.hpp"
#include "property/publish/arbitrary.hpp"
#include "unit/ledger/scratch.hpp"

namespace attest {
namespace {

TEST(SearchQuery, is_understood_as_people_write_it) {
  const std::pair<std::string_view, std::string_view> table[] = {
      {"mosul", R"("mosul")"},
      {"mosul hospital", R"(("mosul" AND "hospital"))"},
      {"mosul AND hospital OR clinic", R"((("mosul" AND "hospital") OR "clinic"))"},
      {"mosul and hospital", R"(("mosul" AND "and" AND "hospital"))"},
      {"\"air strike\" hospit*", R"(("air strike" AND "hospit"*))"},
      {"\"air str\"*", R"("air str"*)"},
      {"mosul NOT drone NOT mine", R"(("mosul" NOT ("drone" OR "mine")))"},
      {"mosul AND NOT drone", R"(("mosul" NOT ("drone")))"},
      {"(mosul OR tikrit) hospital", R"(((("mosul" OR "tikrit")) AND "hospital"))"},
      {"title:mosul body:\"two dead\"", R"(({title} : "mosul" AND {body} : "two dead"))"},
      {"title:(mosul tikrit)", R"({title} : (("mosul" AND "tikrit")))"},
      {"al-Shabaab U.S. don't", R"(("al-Shabaab" AND "U.S." AND "don't"))"},
      {"\"AND\"", R"("AND")"},
      {"AND*", R"("AND"*)"},
      {"12:30", R"("12:30")"},
  };
  for (const auto& [query, meaning] : table) {
    const auto understood = search_query(query);
    ASSERT_TRUE(understood) << query << ": " << understood.error().to_string();
    EXPECT_EQ(*understood, meaning) << query;
  }
}

TEST(SearchQuery, tells_what_is_wrong_and_where) {
  const std::tuple<std::string, int, std::string_view> table[] = {
      {"", 1, "nothing to search for"},
      {"mosul AND", 10, "the query ends where a word should follow"},
      {"mosul OR OR tikrit", 10, "a word should stand before OR; write \"OR\" to search for it"},
      {"NOT drone", 1, "NOT needs something before it from which to take away"},
      {"mosul (NOT drone)", 8, "NOT needs something before it from which to take away"},
      {"(mosul", 1, "this ( is not closed"},
      {"mosul) AND", 6, "this ) closes nothing"},
      {"()", 2, "a word should stand before this )"},
      {"Zaragoz\u00e1 \"air strike", 10, "this quotation mark is not closed"},
      {"mosul \u2014 tikrit", 7, "nothing to search for: neither letters nor digits"},
      {"title: mosul", 1, "a word should follow title:"},
      {std::string(40, '(') + "a", 32, "more than 30 parentheses inside each other"},
  };
  for (const auto& [query, place, reason] : table) {
    const auto understood = search_query(query);
    ASSERT_FALSE(understood) << query;
    EXPECT_EQ(understood.error(),
              (Error{ErrorCode::usage, std::string(reason), "query: character " + std::to_string(place)}));
  }
  EXPECT_FALSE(search_query(std::string(5000, 'a')));
  EXPECT_FALSE(search_query("\xff"));
}

class Search : public testing::Test {
 protected:
  Search() : run_(LedgerRun::begin(file_, {"1", "2"}, "[]", "2024-01-01T00:00:00Z").value()) {}

  static Document report(std::string name, std::string title, std::string text) {
    Document out;
    out.name = std::move(name);
    out.original = text;
    out.id = sha256_hex(text);
    out.text_hash = out.id;
    if (!title.empty()) out.title = Sourced<std::string>{std::move(title), "json", {}};
    out.text = std::move(text);
    return out;
  }
  static Claim claim(ClaimKind kind, const char* country, const char* day) {
    Claim out;
    out.kind = kind;
    out.sentence = out.trigger = {0, 1};
    out.place = Place{{0, 1}, "Somewhere", country};
    out.time = Time{{}, parse_iso_date(day), parse_iso_date(day)};
    return out;
  }
  void keep(const Document& document, const std::vector<Claim>& claims = {}) {
    ASSERT_TRUE(run_.keep(document, claims));
    ASSERT_TRUE(run_.commit());
  }
  /// The names of what is found, in order.
  std::vector<std::string> asked(const SearchQuestion& question) {
    std::vector<std::string> names;
    const SearchAnswer answer = Ledger::open(file_).value().search(question).value();
    for (const Hit& hit : answer.hits) names.push_back(hit.entry.about.name);
    return names;
  }
  std::vector<std::string> found(std::string query) { return asked({.query = std::move(query)}); }

  using Names = std::vector<std::string>;
  Scratch scratch_;
  std::filesystem::path file_ = scratch_ / "l.db";
  LedgerRun run_;
};

TEST_F(Search, finds_words_phrases_and_beginnings_without_their_accents) {
  keep(report("a", "Strike in Mosul", "An air strike hit the main hospital.\n"));
  keep(report("b", "", "The strike by Tikrit\u2019s port workers went on; al-Shaab\u0101b was not named.\n"));
  EXPECT_EQ(found("mosul AND hospital"), Names{"a"});
  EXPECT_EQ(found("title:hospital"), Names{});
  EXPECT_EQ(found("\"air strike\""), Names{"a"});
  EXPECT_EQ(found("\"strike air\""), Names{});
  EXPECT_EQ(found("hospit*"), Names{"a"});
  EXPECT_EQ(found("al-Shabaab"), Names{"b"});
  EXPECT_EQ(found("strike NOT mosul"), Names{"b"});
  EXPECT_EQ(found("strike"), (Names{"a", "b"})) << "in the title weighs more";
}

TEST_F(Search, claims_can_be_asked_for_besides) {
  keep(report("a", "", "Shelling in the north\n"),
       {claim(ClaimKind::killed, "IQ", "2017-03-09"), claim(ClaimKind::injured, "SY", "2018-03-09")});
  keep(report("b", "", "Shelling in the south\n"), {claim(ClaimKind::injured, "IQ", "2017-03-20")});
  const auto day = [](const char* iso) { return parse_iso_date(iso); };
  EXPECT_EQ(asked({.query = "shelling", .kind = ClaimKind::killed}), Names{"a"});
  EXPECT_EQ(asked({.query = "shelling", .kind = ClaimKind::killed, .country = "SY"}), Names{})
      << "one claim is all of it";
  EXPECT_EQ(asked({.query = "shelling", .country = "IQ"}), (Names{"a", "b"}));
  EXPECT_EQ(asked({.query = "shelling", .from = day("2017-03-10"), .to = day("2017-12-31")}), Names{"b"});
  const auto answer = Ledger::open(file_).value().search({.query = "shelling", .limit = 1}).value();
  EXPECT_EQ(answer.found, 2);
  ASSERT_EQ(answer.hits.size(), 1U);
  EXPECT_EQ(answer.hits[0].entry.claims, 2);
}

TEST_F(Search, a_snippet_marks_the_words) {
  keep(report("a", "", "The main hospital of Mosul was hit.\n"));
  const auto answer = Ledger::open(file_).value().search({.query = "MOSUL hospital"}).value();
  ASSERT_EQ(answer.hits.size(), 1U);
  const Hit& hit = answer.hits[0];
  ASSERT_EQ(hit.marks.size(), 2U);
  EXPECT_EQ(slice(hit.snippet, hit.marks[0]), "hospital");
  EXPECT_EQ(slice(hit.snippet, hit.marks[1]), "Mosul");
}

TEST_F(Search, what_is_coded_again_is_found_by_its_new_words_only) {
  Document document = report("a", "Old heading", "Some text\n");
  keep(document);
  document.title = Sourced<std::string>{"New heading", "metadata file", {}};
  keep(document);
  EXPECT_EQ(found("old"), Names{});
  EXPECT_EQ(found("new"), Names{"a"});
  EXPECT_TRUE(Database::open(file_, Database::Mode::write)
                  ->run("INSERT INTO search (search, rank) VALUES ('integrity-check', 1)"));
}

TEST_F(Search, what_an_older_program_kept_is_added_by_the_next_run) {
  Document document = report("a", "Heading", "Some text\n");
  keep(document);
  keep(report("b", "", "Other text\n"));
  {  // as after the step from a version that had no index
    const auto database = Database::open(file_, Database::Mode::write).value();
    ASSERT_TRUE(
        database.run("INSERT INTO search (search) VALUES ('delete-all');"
                     "INSERT INTO unsearchable SELECT document FROM documents"));
  }
  EXPECT_EQ(found("text"), Names{});
  EXPECT_EQ(Ledger::open(file_).value().search({.query = "text"})->not_indexed, 2);
  document.title = Sourced<std::string>{"New heading", "metadata file", {}};
  keep(document);  // one of them changes before its turn
  std::vector<std::int64_t> progress;
  ASSERT_TRUE(run_.make_searchable([&](std::int64_t done, std::int64_t total) {
    progress.push_back(done);
    progress.push_back(total);
  }));
  EXPECT_EQ(progress, (std::vector<std::int64_t>{1, 1}));
  EXPECT_EQ(found("text").size(), 2U);
  EXPECT_EQ(found("new"), Names{"a"});
  EXPECT_TRUE(Database::open(file_, Database::Mode::write)
                  ->run("INSERT INTO search (search, rank) VALUES ('integrity-check', 1)"));
}

RC_GTEST_FIXTURE_PROP(Search, any_query_is_answered_or_refused_with_its_place, ()) {
  const std::vector<std::string> parts = {"mosul", "\"", "(", ")", " ", "AND", "OR",    "NOT", "*",   "title:",  "-",
                                          "^",     "+",  "{", "}", ":", ",",   "NEAR(", "'",   "a b", "\xC3\xA9"};
  std::string query;
  for (int count = *rc::gen::inRange(0, 12); count > 0; --count) query += *rc::gen::elementOf(parts);
  const auto answer = Ledger::open(file_).value().search({.query = query});
  RC_ASSERT(answer.has_value() || answer.error().code == ErrorCode::usage);
  RC_ASSERT(answer.has_value() || answer.error().where.starts_with("query: character "));
}

}  // namespace
}  // namespace attest
