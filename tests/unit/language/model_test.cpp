#include "language/model.hpp"

#include <gtest/gtest.h>

#include <filesystem>

#include "base/files.hpp"
#include "language/samples.hpp"

namespace attest {

namespace {

namespace fs = std::filesystem;

class ModelFiles : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = fs::temp_directory_path() / ("attest-model-" + std::to_string(::getpid()));
    fs::create_directories(folder_);
  }
  void TearDown() override { fs::remove_all(folder_); }

  /// Opens a file of these bytes and gives the error's text, or "opened".
  std::string verdict(const std::string& bytes) const {
    const fs::path path = folder_ / "test.model";
    EXPECT_TRUE(write_file(path, bytes).has_value());
    const auto model = Model::open(path);
    if (model) return "opened";
    EXPECT_TRUE(model.error().where.ends_with("test.model"));
    return model.error().message;
  }

  fs::path folder_;
};

std::string shipped() { return *read_file(std::string(ATTEST_SOURCE_DIR) + "/models/en.model"); }

}  // namespace

TEST_F(ModelFiles, the_shipped_model_opens) { EXPECT_EQ(verdict(shipped()), "opened"); }

TEST_F(ModelFiles, samples_cover_trees_and_names) {
  const auto model = Model::open(std::string(ATTEST_SOURCE_DIR) + "/models/en.model");
  ASSERT_TRUE(model.has_value());
  EXPECT_NE(model->file().section("names.samples.labels").find("\tB-PER"), std::string::npos);
  const auto checked = check_samples(*model);
  EXPECT_TRUE(checked.has_value()) << checked.error().to_string();
  SectionWriter writer(kModelFormat);
  for (const std::string& section : model->file().sections()) {
    std::string bytes(model->file().section(section));
    if (section == "names.samples.labels") bytes.replace(bytes.find("B-PER"), 5, "B-LOC");
    writer.add(section, bytes);
  }
  auto file = SectionFile::from_bytes(writer.bytes(), "changed", kModelFormat);
  ASSERT_TRUE(file.has_value());
  const auto changed = Model::from(std::move(*file));
  ASSERT_TRUE(changed.has_value());
  const auto differs = check_samples(*changed);
  ASSERT_FALSE(differs.has_value());
  EXPECT_NE(differs.error().message.find("other names than the model expects"), std::string::npos)
      << differs.error().message;
}

TEST_F(ModelFiles, damage_is_found_wherever_it_is) {
  const std::string whole = shipped();
  for (std::size_t at = 100; at < whole.size(); at += whole.size() / 7) {
    std::string bytes = whole;
    bytes[at] = static_cast<char>(bytes[at] ^ 0x10);
    EXPECT_EQ(verdict(bytes), "damaged: the checksum does not agree with the contents") << at;
  }
}

TEST_F(ModelFiles, cut_and_foreign_files_say_what_they_are) {
  const std::string whole = shipped();
  EXPECT_NE(verdict(whole.substr(0, whole.size() / 2)).find("its header says"), std::string::npos);
  EXPECT_EQ(verdict(""), "not a language model (too short)");
  EXPECT_EQ(verdict("PK\x03\x04 something else altogether, long enough"), "not a language model");
  std::string newer = whole;
  newer[8] = 9;
  EXPECT_EQ(verdict(newer), "a language model of format 9; this program reads format 1");
  const auto none = Model::open(folder_ / "none.model");
  ASSERT_FALSE(none.has_value());
  EXPECT_EQ(none.error().code, ErrorCode::not_found);
}

TEST_F(ModelFiles, a_model_without_its_parts_is_refused) {
  SectionWriter writer(kModelFormat);
  writer.add("something", std::string("else"));
  EXPECT_EQ(verdict(writer.bytes()), "section 'shape' is missing or has another size");
}

}  // namespace attest
