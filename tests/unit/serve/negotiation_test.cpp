#include "serve/negotiation.hpp"

#include <gtest/gtest.h>

#include "serve/gzip.hpp"
#include "serve/listen_address.hpp"
#include "serve/log_line.hpp"

namespace attest {
namespace {

TEST(AcceptsGzip, reads_lists_with_weights) {
  for (const char* yes : {"gzip", "deflate, gzip;q=1.0", "br, gzip", "*", "gzip;q=0.001", "identity;q=0, *;q=1"})
    EXPECT_TRUE(accepts_gzip(yes)) << yes;
  for (const char* no : {"", "identity", "br", "gzip;q=0", "gzip; q=0.000", "*;q=0", "gzip;q=0, *", "gzipped"})
    EXPECT_FALSE(accepts_gzip(no)) << no;
}

TEST(FitsEtag, reads_lists_weak_ones_and_any) {
  for (const char* yes : {"\"a\"", "W/\"a\"", "\"b\", \"a\"", "*", " \"a\" "})
    EXPECT_TRUE(fits_etag(yes, "\"a\"")) << yes;
  for (const char* no : {"", "a", "\"b\"", "\"ab\""}) EXPECT_FALSE(fits_etag(no, "\"a\"")) << no;
}

TEST(Gzip, comes_back) {
  for (const std::string& bytes :
       {std::string(), std::string("a"), std::string(300'000, 'x'), std::string("\0\1\2", 3)}) {
    const std::string packed = gzipped(bytes, 6);
    EXPECT_EQ(gunzipped(packed), bytes);
    EXPECT_EQ(gunzipped(packed.substr(0, packed.size() - 1)), std::nullopt);
    EXPECT_EQ(gunzipped(packed + "x"), std::nullopt);
  }
}

TEST(ListenAddress, reads_numbers_names_and_ports) {
  const auto reads = [](std::string_view text) { return ListenAddress::read(text).value_or(ListenAddress{"none", 0}); };
  EXPECT_EQ(reads("127.0.0.1:8080"), (ListenAddress{"127.0.0.1", 8080}));
  EXPECT_EQ(reads("[::1]:0"), (ListenAddress{"::1", 0}));
  EXPECT_EQ(reads("localhost:65535"), (ListenAddress{"localhost", 65535}));
  EXPECT_EQ(reads("9000"), (ListenAddress{"127.0.0.1", 9000}));
  for (const char* wrong : {"", ":", ":80", "localhost", "localhost:", "localhost:x", "localhost:65536", "::1:80",
                            "127.0.0.1:-1", "127.0.0.1:80 "})
    EXPECT_FALSE(ListenAddress::read(wrong)) << wrong;
}

TEST(ListenAddress, knows_what_only_this_computer_reaches) {
  for (const char* ours : {"127.0.0.1", "127.1.2.3", "localhost", "::1"})
    EXPECT_TRUE((ListenAddress{ours, 1}.is_loopback())) << ours;
  for (const char* others : {"0.0.0.0", "::", "192.168.0.1", "example.org"})
    EXPECT_FALSE((ListenAddress{others, 1}.is_loopback())) << others;
  EXPECT_EQ(url_of({"::1", 80}), "http://[::1]:80/");
}

TEST(LogLine, tells_no_query_and_no_commands) {
  using std::chrono_literals::operator""us;
  EXPECT_EQ(log_line("GET", "/api/x?q=name%20of%20someone", 200, 1'250us), "GET /api/x 200 1.2 ms");
  EXPECT_EQ(log_line("GET", "/\x1b[2J\n\xc3\xa9", 400, 0us), "GET /?[2J??? 400 0.0 ms");
  EXPECT_LT(log_line("GET", "/" + std::string(100'000, 'x'), 200, 0us).size(), 300);
}

}  // namespace
}  // namespace attest
