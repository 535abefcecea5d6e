#include "support/report.hpp"

#include <unistd.h>

#include <filesystem>
#include <fstream>

namespace attest {
namespace {

namespace fs = std::filesystem;

/// A copy of the project's resources that a test may break.
class BrokenResources : public ::testing::Test {
 protected:
  void SetUp() override {
    root_ = fs::temp_directory_path() / ("attest-resources-" + std::to_string(::getpid()));
    folder_ = root_ / "resources";
    fs::remove_all(root_);
    fs::create_directories(root_);
    fs::copy(fs::path(ATTEST_SOURCE_DIR) / "resources", folder_, fs::copy_options::recursive);
    fs::create_directory_symlink(fs::path(ATTEST_SOURCE_DIR) / "models", root_ / "models");
  }
  void TearDown() override { fs::remove_all(root_); }
  void append(const std::string& file, const std::string& line) {
    std::ofstream(folder_ / file, std::ios::app) << line << '\n';
  }
  [[nodiscard]] std::string complaint() const {
    const auto loaded = Resources::load(folder_);
    return loaded ? "" : loaded.error().to_string();
  }
  fs::path root_, folder_;
};

TEST_F(BrokenResources, UnbrokenLoadsWithTheSameVersion) {
  const auto loaded = Resources::load(folder_);
  ASSERT_TRUE(loaded.has_value()) << loaded.error().to_string();
  EXPECT_EQ(loaded->version(), test::resources().version());
}

TEST_F(BrokenResources, NamesFileLineAndReason) {
  append("gazetteer.tsv", "Nowhere\tIQ\tplanet\t\t\t\t\t\t");
  EXPECT_NE(complaint().find("gazetteer.tsv:"), std::string::npos) << complaint();
  EXPECT_NE(complaint().find("'planet' is not a known value"), std::string::npos) << complaint();
}

TEST_F(BrokenResources, WrongNumberOfCells) {
  append("en/cues.tsv", "mumble");
  EXPECT_NE(complaint().find("1 cells, but 3 columns"), std::string::npos) << complaint();
}

TEST_F(BrokenResources, UnknownCountry) {
  append("gazetteer.tsv", "Nowhere\tQQ\ttown\t\t\t\t\t\t");
  EXPECT_NE(complaint().find("no country 'QQ'"), std::string::npos) << complaint();
}

TEST_F(BrokenResources, PlacesThatCannotBe) {
  const std::vector<std::array<std::string, 3>> rows = {
      {"gazetteer.tsv", "Nowhere\tIQ\ttown\t\t91\t44\t\t\t", "'91', '44' is not a latitude and a longitude"},
      {"gazetteer.tsv", "Nowhere\tIQ\ttown\t\t33\t\t\t\t", "is not a latitude and a longitude"},
      {"gazetteer.tsv", "Nowhere\tIQ\ttown\t\t33\t44\tmany\t\t", "'many' is not a population"},
      {"gazetteer.tsv", "Nowhere\tIQ\ttown\t\t\t\t\t\tmaybe", "'context' must be empty or 'needed'"},
      {"gazetteer_cities.tsv", "Nowhere\tQQ\ttown\t33\t44\t5\t", "no country 'QQ'"}};
  for (const auto& [file, row, reason] : rows) {
    SetUp();
    append(file, row);
    EXPECT_NE(complaint().find(file + ":"), std::string::npos) << row << ": " << complaint();
    EXPECT_NE(complaint().find(reason), std::string::npos) << row << ": " << complaint();
  }
}

TEST_F(BrokenResources, ActorsThatCannotBe) {
  const std::vector<std::pair<std::string, std::string>> rows = {
      {"Nobody\tarmy\t\t\t\t\t\t\t", "'army' is not a known kind"},
      {"Nobody\tmilitary\tQQ\t\t\t\t\t\t", "no country 'QQ'"},
      {"Nobody\tmilitary\tIQ\t\tlong ago\t\t\t\t", "'long ago' is not a year"},
      {"Nobody\tmilitary\tIQ\t\t2010\t2001\t\t\t", "'from' is after 'to'"},
      {"Nobody\tmilitary\tIQ\t\t\t\tNo One\t\t", "the parent 'No One' is no other actor's name"},
      {"Nobody\tmilitary\tIQ\t\t\t\t\tX12\t", "'X12' is not a Wikidata item"},
      {"Nobody\tmilitary\tIQ\t\t\t\t\t\tyes", "'IQ' has its forces already"},
      {"ISIS\tarmed_group\t\t\t\t\t\t\t", "'ISIS' stands twice"}};
  for (const auto& [row, reason] : rows) {
    SetUp();
    append("actors.tsv", row);
    EXPECT_NE(complaint().find("actors.tsv:"), std::string::npos) << row << ": " << complaint();
    EXPECT_NE(complaint().find(reason), std::string::npos) << row << ": " << complaint();
  }
}

TEST_F(BrokenResources, PredicateWithUnknownKey) {
  append("en/predicates/killed.toml",
         "\n[[predicate]]\nid = \"x\"\nkind = \"killed\"\nverbs = [\"x\"]\nexamples = [\"x\"]\ncolour = \"red\"");
  EXPECT_NE(complaint().find("unknown key 'colour'"), std::string::npos) << complaint();
}

TEST_F(BrokenResources, PredicateWithUnknownKind) {
  append("en/predicates/killed.toml",
         "\n[[predicate]]\nid = \"x\"\nkind = \"sang\"\nverbs = [\"x\"]\nexamples = [\"x\"]");
  EXPECT_NE(complaint().find("'sang' is not a value of 'kind'"), std::string::npos) << complaint();
}

TEST_F(BrokenResources, BrokenToml) {
  append("en/predicates/killed.toml", "[[predicate");
  EXPECT_NE(complaint().find("killed.toml:"), std::string::npos) << complaint();
}

TEST_F(BrokenResources, AnEditChangesTheVersion) {
  append("en/cues.tsv", "mumble\tneutral\tany");
  const auto loaded = Resources::load(folder_);
  ASSERT_TRUE(loaded.has_value()) << loaded.error().to_string();
  EXPECT_NE(loaded->version(), test::resources().version());
}

TEST(Resources, MissingFolder) {
  const auto loaded = Resources::load(std::filesystem::temp_directory_path() / "attest-no-such-folder");
  ASSERT_FALSE(loaded.has_value());
  EXPECT_EQ(loaded.error().code, ErrorCode::not_found);
}

}  // namespace
}  // namespace attest
