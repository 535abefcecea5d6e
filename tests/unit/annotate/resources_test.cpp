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
    folder_ = fs::temp_directory_path() / ("attest-resources-" + std::to_string(::getpid()));
    fs::remove_all(folder_);
    fs::copy(fs::path(ATTEST_SOURCE_DIR) / "resources", folder_, fs::copy_options::recursive);
  }
  void TearDown() override { fs::remove_all(folder_); }
  void append(const std::string& file, const std::string& line) {
    std::ofstream(folder_ / file, std::ios::app) << line << '\n';
  }
  [[nodiscard]] std::string complaint() const {
    const auto loaded = Resources::load(folder_);
    return loaded ? "" : loaded.error().to_string();
  }
  fs::path folder_;
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
  EXPECT_NE(complaint().find("1 cells, but 2 columns"), std::string::npos) << complaint();
}

TEST_F(BrokenResources, UnknownCountry) {
  append("gazetteer.tsv", "Nowhere\tQQ\ttown\t\t\t\t\t\t");
  EXPECT_NE(complaint().find("no country 'QQ'"), std::string::npos) << complaint();
}

TEST_F(BrokenResources, PredicateWithUnknownKey) {
  append("en/predicates/killed.toml",
         "\n[[predicate]]\nid = \"x\"\nkind = \"killed\"\nverbs = [\"x\"]\nexamples = [\"x\"]\ncolour = \"red\"");
  EXPECT_NE(complaint().find("unknown key 'colour'"), std::string::npos) << complaint();
}

TEST_F(BrokenResources, PredicateWithUnknownKind) {
  append("en/predicates/killed.toml", "\n[[predicate]]\nid = \"x\"\nkind = \"sang\"\nverbs = [\"x\"]\nexamples = [\"x\"]");
  EXPECT_NE(complaint().find("'sang' is not a value of 'kind'"), std::string::npos) << complaint();
}

TEST_F(BrokenResources, BrokenToml) {
  append("en/predicates/killed.toml", "[[predicate");
  EXPECT_NE(complaint().find("killed.toml:"), std::string::npos) << complaint();
}

TEST_F(BrokenResources, AnEditChangesTheVersion) {
  append("en/cues.tsv", "mumble\tneutral");
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
