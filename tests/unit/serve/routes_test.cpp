#include "serve/routes.hpp"

#include <gtest/gtest.h>

#include <array>

namespace attest {
namespace {

Result<Response> nothing(const Service&, const Request&) { return Response{}; }

constexpr std::array kTable = {
    Route{"GET", "/api", Role::read, nothing},
    Route{"GET", "/api/incidents/summary", Role::read, nothing},
    Route{"GET", "/api/incidents/{id}", Role::read, nothing},
    Route{"GET", "/api/tiles/{z}/{y}.mvt", Role::read, nothing},
    Route{"POST", "/api/acts", Role::review, nothing},
    Route{"GET", "/api/acts", Role::read, nothing},
};

const Route* route(std::string_view method, std::string_view path) { return match_route(kTable, method, path).route; }

TEST(MatchRoute, takes_the_first_that_fits) {
  EXPECT_EQ(route("GET", "/api"), &kTable[0]);
  EXPECT_EQ(route("GET", "/api/incidents/summary"), &kTable[1]);
  EXPECT_EQ(route("GET", "/api/incidents/ab12"), &kTable[2]);
  EXPECT_EQ(route("HEAD", "/api/incidents/ab12"), &kTable[2]);
  EXPECT_EQ(route("POST", "/api/acts"), &kTable[4]);
}

TEST(MatchRoute, names_the_parts) {
  const NameValues parts = {{"z", "3"}, {"y", "4"}};
  EXPECT_EQ(match_route(kTable, "GET", "/api/tiles/3/4.mvt").parts, parts);
}

TEST(MatchRoute, matches_whole_addresses_only) {
  for (const char* path : {"/", "/ap", "/api/", "/apis", "/api/incidents", "/api/incidents/", "/api/incidents/a/b",
                           "/api/tiles/3/.mvt", "/api/tiles/3/4", "/api/tiles//4.mvt"}) {
    const Match match = match_route(kTable, "GET", path);
    EXPECT_EQ(match.route, nullptr) << path;
    EXPECT_TRUE(match.allowed.empty()) << path;
  }
}

TEST(MatchRoute, tells_which_methods_there_are) {
  const Match match = match_route(kTable, "DELETE", "/api/acts");
  EXPECT_EQ(match.route, nullptr);
  EXPECT_EQ(match.allowed, (std::vector<std::string_view>{"POST", "GET"}));
}

TEST(AllRoutes, are_well_formed) {
  for (const Route& route : all_routes()) {
    EXPECT_TRUE(route.pattern.starts_with("/api")) << route.pattern;
    EXPECT_NE(route.handler, nullptr) << route.pattern;
    EXPECT_TRUE(route.method == "GET" || route.least >= Role::review) << route.pattern << " changes something";
  }
}

}  // namespace
}  // namespace attest
