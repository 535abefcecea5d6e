#include "serve/responder.hpp"

#include <gtest/gtest.h>

#include "ledger/open.hpp"
#include "serve/gzip.hpp"
#include "serve/negotiation.hpp"
#include "serve/safety_headers.hpp"
#include "unit/ledger/scratch.hpp"

namespace attest {
namespace {

class ResponderTest : public testing::Test {
 protected:
  ResponderTest() {
    (void)*open_ledger(scratch_ / "l.db", Database::Mode::write);
    service_ = *Service::open({.ledger = scratch_ / "l.db", .tiles = "https://tiles.example.org/{z}/{x}/{y}.png"});
  }
  std::shared_ptr<const Answer> ask(std::string method, std::string target, NameValues headers = {},
                                    const GateSettings& gate = {}) {
    Responder responder(*service_, gate, *TokenBook::open(scratch_ / "l.db"));
    headers.emplace_back("host", "localhost");
    return responder.answer({.method = std::move(method), .target = std::move(target), .headers = std::move(headers)});
  }
  static std::string header(const std::shared_ptr<const Answer>& answer, std::string_view name) {
    return std::string(header_of(answer->headers, name).value_or("none"));
  }

  Scratch scratch_;
  std::unique_ptr<Service> service_;
};

TEST_F(ResponderTest, answers_with_what_browsers_need_to_be_safe) {
  for (const char* target : {"/", "/api/session", "/no/such/page", "/api/no", "/..", "/%"}) {
    const auto answer = ask("GET", target);
    EXPECT_NE(header(answer, "Content-Security-Policy").find("default-src 'none'; script-src 'self'; style-src 'self'"),
              std::string::npos)
        << target;
    EXPECT_NE(header(answer, "Content-Security-Policy").find("connect-src 'self' https://tiles.example.org;"),
              std::string::npos);
    EXPECT_EQ(header(answer, "X-Content-Type-Options"), "nosniff") << target;
    EXPECT_EQ(header(answer, "Referrer-Policy"), "no-referrer") << target;
    EXPECT_EQ(header(answer, "Cross-Origin-Opener-Policy"), "same-origin") << target;
    EXPECT_EQ(header(answer, "Cross-Origin-Resource-Policy"), "same-origin") << target;
  }
}

TEST_F(ResponderTest, tells_errors_as_problems) {
  const auto expect = [&](const char* method, const char* target, int status, NameValues headers = {},
                          const GateSettings& gate = {}) {
    const auto answer = ask(method, target, std::move(headers), gate);
    EXPECT_EQ(answer->status, status) << method << target;
    EXPECT_EQ(header(answer, "Content-Type"), "application/problem+json") << target;
    EXPECT_EQ(header(answer, "Cache-Control"), "no-store") << target;
    EXPECT_NE(answer->body->find("\"status\":" + std::to_string(status)), std::string::npos) << *answer->body;
  };
  expect("GET", "/api/nothing", 404);
  expect("GET", "/nothing", 404);
  expect("GET", "/api/%2e%2e/x", 400);
  expect("GET", "/api/session", 401, {{"authorization", "Bearer x"}});
  expect("GET", "/api/session", 401, {}, {.public_read = false});
  expect("DELETE", "/api/session", 405);
  expect("POST", "/", 405);
  EXPECT_EQ(header(ask("DELETE", "/api/session"), "Allow"), "GET, HEAD");
  EXPECT_EQ(header(ask("GET", "/api/session", {}, {.public_read = false}), "WWW-Authenticate"),
            "Bearer realm=\"attest\"");
}

TEST_F(ResponderTest, tells_who_is_asking) {
  const auto answer = ask("GET", "/api/session");
  EXPECT_EQ(answer->status, 200);
  EXPECT_TRUE(answer->body->starts_with(R"({"role":"read","name":null,"masked":true,"version":)")) << *answer->body;
  EXPECT_NE(answer->body->find(R"("ledger":"l.db")"), std::string::npos);
  EXPECT_EQ(header(answer, "Cache-Control"), "no-store");
}

TEST_F(ResponderTest, serves_the_page_to_everybody_with_its_etag) {
  const auto page = ask("GET", "/", {}, {.public_read = false});
  EXPECT_EQ(page->status, 200);
  EXPECT_EQ(header(page, "Content-Type"), "text/html; charset=utf-8");
  EXPECT_EQ(header(page, "Cache-Control"), "no-cache");
  const auto again = ask("GET", "/", {{"if-none-match", "W/\"x\", " + page->etag}});
  EXPECT_EQ(again->status, 304);
  EXPECT_TRUE(again->body->empty());
  EXPECT_EQ(header(again, "ETag"), page->etag);
  EXPECT_EQ(ask("GET", "/", {{"if-none-match", "\"x\""}})->status, 200);
}

TEST_F(ResponderTest, packs_what_it_sends_if_asked_to) {
  const char* const kLong = "/api/openapi.json";
  const auto plain = ask("GET", kLong), packed = ask("GET", kLong, {{"accept-encoding", "gzip"}});
  EXPECT_EQ(header(packed, "Content-Encoding"), "gzip");
  EXPECT_LT(packed->body->size(), plain->body->size() / 4);
  EXPECT_EQ(gunzipped(*packed->body), *plain->body);
  EXPECT_NE(packed->etag, plain->etag);
  EXPECT_NE(header(packed, "Vary").find("Accept-Encoding"), std::string::npos);
}

TEST(TilesOrigin, takes_the_host_and_nothing_that_ends_a_policy) {
  EXPECT_EQ(tiles_origin("https://tiles.example.org/{z}/{x}/{y}.png"), "https://tiles.example.org");
  EXPECT_EQ(tiles_origin("http://127.0.0.1:9000/{z}/{x}/{y}.png"), "http://127.0.0.1:9000");
  for (const char* wrong : {"", "tiles.example.org/{z}", "https://", "https:///x", "https://a",
                            "https://a;script-src/x", "https://a b/x", "https://*/x", "javascript:alert(1)/x"})
    EXPECT_EQ(tiles_origin(wrong), "") << wrong;
}

std::shared_ptr<const Answer> answer_of(std::size_t size) {
  return std::make_shared<const Answer>(Answer{.body = std::make_shared<const std::string>(size, 'x')});
}

TEST(AnswerCache, keeps_the_latest_of_one_snapshot) {
  AnswerCache cache(40'200);  // eight of them, with what an entry takes besides
  cache.put("1", "a", answer_of(4'000));
  EXPECT_EQ(cache.find("1", "a")->body->size(), 4'000U);
  EXPECT_EQ(cache.find("1", "b"), nullptr);
  cache.put("1", "big", answer_of(6'000));
  EXPECT_EQ(cache.find("1", "big"), nullptr) << "one answer must not drive out all";
  for (const char* key : {"b", "c", "d", "e", "f", "g", "h"}) cache.put("1", key, answer_of(4'000));
  EXPECT_NE(cache.find("1", "a"), nullptr);
  cache.put("1", "i", answer_of(4'000));
  EXPECT_NE(cache.find("1", "a"), nullptr) << "was asked for just now";
  EXPECT_EQ(cache.find("1", "b"), nullptr) << "was asked for longest ago";
  EXPECT_EQ(cache.find("2", "a"), nullptr) << "another snapshot";
  EXPECT_EQ(cache.find("1", "a"), nullptr) << "and it is forgotten";
}

}  // namespace
}  // namespace attest
