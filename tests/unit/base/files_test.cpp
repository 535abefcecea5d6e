#include "base/files.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

namespace attest {
namespace {

namespace fs = std::filesystem;

class Files : public ::testing::Test {
 protected:
  void SetUp() override {
    std::string name = (fs::temp_directory_path() / "attest-files-XXXXXX").string();
    ASSERT_NE(::mkdtemp(name.data()), nullptr);
    folder_ = name;
  }
  void TearDown() override {
    fs::permissions(folder_, fs::perms::owner_all);
    fs::remove_all(folder_);
  }
  [[nodiscard]] fs::path put(const std::string& name, std::string_view bytes) const {
    std::ofstream(folder_ / name, std::ios::binary) << bytes;
    return folder_ / name;
  }
  [[nodiscard]] LineReader lines_of(std::string_view bytes, std::size_t limit) const {
    auto file = open_to_read(put("lines", bytes));
    return {std::move(file.value()), "lines", limit};
  }
  [[nodiscard]] std::size_t entries() const {
    return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder_), fs::directory_iterator()));
  }

  fs::path folder_;
};

TEST_F(Files, ReadsEveryByte) {
  const std::string bytes = std::string("a\0\r\n\xFF", 5) + std::string(200000, 'x');
  EXPECT_EQ(read_file(put("report", bytes)).value(), bytes);
  EXPECT_EQ(read_file(put("nothing", "")).value(), "");
}

TEST_F(Files, ReadsFilesOfUnknownSize) { EXPECT_FALSE(read_file("/proc/self/status").value().empty()); }

TEST_F(Files, NamesTheMissingFile) {
  const auto error = read_file(folder_ / "none.txt").error();
  EXPECT_EQ(error.code, ErrorCode::not_found);
  EXPECT_EQ(error.to_string(), (folder_ / "none.txt").string() + ": no such file");
  EXPECT_EQ(read_file(put("file", "x") / "inside").error().code, ErrorCode::not_found);
}

TEST_F(Files, RefusesAFolder) {
  const auto error = read_file(folder_).error();
  EXPECT_EQ(error.code, ErrorCode::unreadable);
  EXPECT_EQ(error.message, "is a folder, not a file");
}

TEST_F(Files, SaysThatPermissionIsMissing) {
  if (::geteuid() == 0) GTEST_SKIP() << "root may read everything";
  const fs::path file = put("secret", "x");
  fs::permissions(folder_, fs::perms::none);
  const auto error = read_file(file).error();
  EXPECT_EQ(error.code, ErrorCode::unreadable);
  EXPECT_EQ(error.message, "cannot be read: Permission denied");
}

TEST_F(Files, RefusesWhatIsOverTheLimit) {
  const fs::path file = put("eight", "12345678");
  EXPECT_EQ(read_file(file, 8).value(), "12345678");
  EXPECT_EQ(read_file(file, 7).error().code, ErrorCode::too_large);
  EXPECT_EQ(read_file(file, 7).error().message, "larger than 7 bytes");
  EXPECT_EQ(read_file("/dev/zero", std::size_t{1} << 20U).error().message, "larger than 1 MiB");
}

TEST_F(Files, GivesLinesWithTheirNumbers) {
  auto reader = lines_of("one\n\nthree", 10);
  for (const std::string expected : {"one", "", "three"}) EXPECT_EQ(reader.next()->text.value(), expected);
  EXPECT_FALSE(reader.next());
  EXPECT_FALSE(lines_of("", 10).next());
}

TEST_F(Files, SkipsALineOverTheLimitAndGoesOn) {
  auto reader = lines_of("short\n" + std::string(300000, 'x') + "\nafter\n", 100000);
  EXPECT_EQ(reader.next()->text.value(), "short");
  const auto error = reader.next()->text.error();
  EXPECT_EQ(error.code, ErrorCode::too_large);
  EXPECT_EQ(error.where, "lines:2");
  const auto after = reader.next();
  EXPECT_EQ(after->text.value(), "after");
  EXPECT_EQ(after->number, 3U);
  EXPECT_FALSE(reader.next());
}

TEST_F(Files, TellsOnceThatReadingFailed) {
  LineReader reader(open_to_read(folder_).value(), "folder");
  EXPECT_EQ(reader.next()->text.error().code, ErrorCode::unreadable);
  EXPECT_FALSE(reader.next());
}

TEST_F(Files, WritesAllOrNothing) {
  const fs::path file = put("out", "old");
  {
    auto aside = AsideFile::create(file).value();
    ASSERT_TRUE(aside.write("new"));
    EXPECT_EQ(read_file(file).value(), "old");
  }
  EXPECT_EQ(read_file(file).value(), "old");
  ASSERT_TRUE(write_file(file, "new"));
  EXPECT_EQ(read_file(file).value(), "new");
  EXPECT_EQ(entries(), 1U) << "no aside file stays behind";
}

TEST_F(Files, RefusesToReplaceWhatIsNoFile) {
  EXPECT_EQ(write_file(folder_, "x").error().code, ErrorCode::io);
  EXPECT_EQ(write_file("/dev/null", "x").error().message, "cannot be written: not a regular file");
  EXPECT_EQ(write_file(folder_ / "none" / "out", "x").error().message, "cannot be written: No such file or directory");
}

}  // namespace
}  // namespace attest
