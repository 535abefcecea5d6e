// Containers whose bytes come a few at a time, and cannot be gone back in, give what they give at once.
#include <gtest/gtest.h>

#include "read/unpack.hpp"
#include "support/pack.hpp"
#include "unit/read/walk.hpp"

namespace attest::test {
namespace {

class Trickle : public ByteSource {
 public:
  explicit Trickle(std::string bytes) : bytes_(std::move(bytes)) {}
  Result<std::size_t> read(char* to, std::size_t size) override {
    step_ = step_ % 7 + 1;
    const std::size_t count = std::min({size, step_, bytes_.size() - used_});
    bytes_.copy(to, count, used_);
    used_ += count;
    return count;
  }

 private:
  std::string bytes_;
  std::size_t used_ = 0, step_ = 0;
};

Lines members_of(Format format, std::unique_ptr<ByteSource> source, bool packed) {
  Opening opening;
  opening.where = "a";
  opening.growth = std::make_shared<Growth>();
  auto bytes = std::make_unique<ByteStream>(std::move(source));
  if (packed)
    bytes = std::make_unique<ByteStream>(
        std::make_unique<Unpacked>(Format::gzip, std::move(bytes), "a", Limits{}, opening.growth));
  const auto container = open_container(format, std::move(bytes), opening);
  Lines lines;
  while (auto member = container->next())
    lines.push_back(*member ? (*member)->name + " | " + (*member)->bytes->rest(1U << 20U, "a").value_or("?")
                            : "! " + member->error().to_string());
  return lines;
}

TEST(Trickle, GivesTheSame) {
  std::string warc, packed, mbox;
  for (std::size_t i = 0; i < 5; ++i) {
    const std::string body = "HTTP/1.1 200 OK\r\n\r\nReport " + std::to_string(i) + std::string(i * 31, '.');
    const std::string record =
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://a.example\r\nContent-Length: " +
        std::to_string(body.size()) + "\r\n\r\n" + body + "\r\n\r\n";
    warc += record + (i == 2 ? "noise\r\n" : "");
    packed += i == 2 ? gzip(record).substr(0, 40) : gzip(record);
    mbox += "From a\nSubject: x\n\nMail " + std::to_string(i) + "\n\n";
  }
  const Files files = {{"a/1.txt", "One."}, {"2.txt", std::string(9000, 'x')}, {"3.txt", ""}, {"4.txt", "Four."}};
  struct Case {
    Format format;
    std::string bytes;
    bool packed = false;
    std::size_t members = 0;
  };
  const Case cases[] = {
      {Format::warc, warc, false, 6},
      {Format::warc, packed, true, 5},
      {Format::mbox, mbox, false, 5},
      {Format::table, "id,text\r\n1,\"One\r\n\"\"two\"\"\"\r\n2,\"broken\" x\r\n3,Three\r\n", false, 3},
      {Format::json_lines, "{\"text\":\"a\"}\n\n{\"text\":\"b\"}", false, 2},
      {Format::tar, tar(files), false, 4},
      {Format::zip, zip(files), false, 4}};
  for (const Case& each : cases) {
    const Lines whole = members_of(each.format, std::make_unique<MemorySource>(each.bytes), each.packed);
    EXPECT_EQ(whole.size(), each.members) << describe(each.format) << ::testing::PrintToString(whole);
    EXPECT_EQ(members_of(each.format, std::make_unique<Trickle>(each.bytes), each.packed), whole);
  }
}

}  // namespace
}  // namespace attest::test
