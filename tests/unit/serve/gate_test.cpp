#include "serve/gate.hpp"

#include <gtest/gtest.h>

#include "ledger/open.hpp"
#include "unit/ledger/scratch.hpp"

namespace attest {
namespace {

class GateTest : public testing::Test {
 protected:
  GateTest() : ledger_(*open_ledger(scratch_ / "l.db", Database::Mode::write)) {}

  std::string give_token(const std::string& name, const std::string& role) {
    const std::string secret = new_token_secret();
    const auto added = add_token(ledger_, {name, role, token_hash(secret), "2026-11-26T00:00:00Z", {}});
    EXPECT_TRUE(added) << added.error().to_string();
    return secret;
  }
  Gate gate(GateSettings settings) { return {std::move(settings), *TokenBook::open(scratch_ / "l.db")}; }
  static NameValues bearer(const std::string& secret) { return {{"authorization", "Bearer " + secret}}; }

  Scratch scratch_;
  Database ledger_;
};

TEST_F(GateTest, answers_to_names_of_this_computer_only) {
  Gate ours = gate({});
  for (const char* host : {"localhost", "localhost:8080", "LOCALHOST:1", "127.0.0.1:8080", "127.0.0.1", "[::1]:8080",
                           "[::1]", "localhost."})
    EXPECT_FALSE(ours.refuse_host({{"host", host}})) << host;
  for (const char* host : {"evil.example", "evil.example:8080", "localhost.evil.example", "127.0.0.1.evil.example",
                           "127.evil.example", "192.168.0.1", "[::2]", "0x7f.1", "localhost:80:evil.example"})
    EXPECT_EQ(ours.refuse_host({{"host", host}}).value_or(Response{}).status, 421) << host;
  EXPECT_EQ(ours.refuse_host({})->status, 400);
  EXPECT_EQ(ours.refuse_host({{"host", ""}})->status, 400);
}

TEST_F(GateTest, answers_to_names_that_it_was_told) {
  Gate named = gate({.hosts = {"attest.example.org"}});
  EXPECT_FALSE(named.refuse_host({{"host", "Attest.Example.org"}}));
  EXPECT_FALSE(named.refuse_host({{"host", "attest.example.org:443"}}));
  EXPECT_TRUE(named.refuse_host({{"host", "example.org"}}));
  EXPECT_FALSE(gate({.any_host = true}).refuse_host({{"host", "whatever"}}));
}

TEST_F(GateTest, knows_tokens_and_their_roles) {
  const std::string reader = give_token("reader", "read"), reviewer = give_token("amina", "review");
  Gate closed = gate({.public_read = false});
  EXPECT_EQ(closed.admit({}, "1")->role, std::nullopt);
  EXPECT_EQ(gate({}).admit({}, "1")->role, Role::read);
  EXPECT_EQ(closed.admit(bearer(reader), "1")->role, Role::read);
  EXPECT_EQ(closed.admit(bearer(reviewer), "1")->role, Role::review);
  EXPECT_EQ(closed.admit(bearer(reviewer), "1")->name, "amina");
  EXPECT_EQ(closed.admit({{"authorization", "bearer " + reviewer}}, "1")->name, "amina");
  for (const NameValues& wrong :
       {bearer(reviewer + "x"), bearer(""), bearer(token_hash(reviewer)),
        NameValues{{"authorization", "Basic " + reviewer}}, NameValues{{"authorization", ""}}})
    EXPECT_EQ(closed.admit(wrong, "1").error().status, 401);
}

TEST_F(GateTest, refuses_a_token_from_the_moment_it_is_revoked) {
  const std::string secret = give_token("amina", "review");
  Gate open = gate({});
  ASSERT_TRUE(open.admit(bearer(secret), "1"));
  ASSERT_TRUE(revoke_token(ledger_, "amina", "2026-11-26T01:00:00Z"));
  EXPECT_FALSE(open.admit(bearer(secret), "1"));
  const std::string next = give_token("amina", "review");
  EXPECT_EQ(open.admit(bearer(next), "1")->name, "amina") << "the name may have a new token";
  EXPECT_FALSE(add_token(ledger_, {"amina", "admin", token_hash("x"), "2026-11-26T02:00:00Z", {}}));
}

TEST_F(GateTest, lets_who_fails_too_often_wait_but_no_one_else) {
  const std::string secret = give_token("amina", "review");
  Gate open = gate({});
  int refused = 0;
  for (int i = 0; i < 30; ++i)
    if (const auto visitor = open.admit(bearer("no"), "peer"); visitor.error().status == 429) ++refused;
  EXPECT_EQ(refused, 20);
  EXPECT_EQ(open.admit(bearer("no"), "other").error().status, 401);
  EXPECT_TRUE(open.admit(bearer(secret), "peer"));
}

TEST_F(GateTest, asks_for_the_role_that_a_route_needs) {
  const auto status = [](const Visitor& visitor, Role least) {
    const auto refused = Gate::refuse_role(visitor, least);
    return refused ? refused->status : 200;
  };
  EXPECT_EQ(status({}, Role::read), 401);
  EXPECT_EQ(status({.role = Role::read}, Role::read), 200);
  EXPECT_EQ(status({.role = Role::read}, Role::review), 401) << "a token may help";
  EXPECT_EQ(status({.role = Role::read, .name = "r"}, Role::review), 403) << "it did not";
  EXPECT_EQ(status({.role = Role::admin, .name = "a"}, Role::review), 200);
}

TEST_F(GateTest, lets_no_page_of_another_site_change_anything) {
  const auto refused = [](NameValues headers) {
    headers.emplace_back("host", "localhost:8080");
    return Gate::refuse_origin({.headers = std::move(headers)}).has_value();
  };
  EXPECT_FALSE(refused({})) << "no browser";
  EXPECT_FALSE(refused({{"origin", "http://localhost:8080"}, {"sec-fetch-site", "same-origin"}}));
  EXPECT_FALSE(refused({{"origin", "https://localhost:8080"}})) << "a proxy in front speaks TLS";
  EXPECT_TRUE(refused({{"origin", "http://localhost:9090"}}));
  EXPECT_TRUE(refused({{"origin", "http://evil.example"}}));
  EXPECT_TRUE(refused({{"origin", "null"}}));
  for (const char* site : {"cross-site", "same-site", "x"}) EXPECT_TRUE(refused({{"sec-fetch-site", site}})) << site;
}

TEST(TokenSecret, is_long_and_never_the_same) {
  const std::string one = new_token_secret(), other = new_token_secret();
  EXPECT_EQ(one.size(), 7 + 43);
  EXPECT_TRUE(one.starts_with("attest_"));
  EXPECT_NE(one, other);
  EXPECT_EQ(one.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"),
            std::string::npos);
}

}  // namespace
}  // namespace attest
