#include "publish/coarsen.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace attest {
namespace {

Incident sensitive() {
  Incident incident;
  incident.id = "abcdefgh";
  incident.place = "Barama";
  incident.country = "XT";
  incident.position = LatLon{-33.21, 39.99};
  incident.place_precision = 1;
  incident.from = incident.to = parse_iso_date("2016-02-14");
  incident.time_precision = 1;
  incident.claims = {{{0, 0}, ClaimRole::recommended, RoleReason::best_figure}};
  incident.blame = {{"Dawn Front", {"a resident"}, {"the front"}, false}};
  incident.figures = {{.harm = ClaimKind::killed, .low = 3, .best = 3, .high = 3}};
  return incident;
}

TEST(Coarsened, SaysNeitherWhereNorWhoToldIt) {
  const Incident coarse = coarsened(sensitive());
  EXPECT_EQ(coarse.place, "");
  EXPECT_EQ(coarse.country, "XT");
  EXPECT_EQ(coarse.position, (LatLon{-33.5, 39.5}));
  EXPECT_EQ(coarse.place_precision, 5);
  EXPECT_EQ(to_iso(*coarse.from), "2016-02-01");
  EXPECT_EQ(to_iso(*coarse.to), "2016-02-29");
  EXPECT_EQ(coarse.time_precision, 4);
  EXPECT_TRUE(coarse.claims.empty());
  EXPECT_TRUE(coarse.blame.front().said_by.empty());
  EXPECT_EQ(coarse.figures, sensitive().figures);
}

TEST(Coarsened, GivesAllPlacesOfACellTheSamePoint) {
  Incident incident = sensitive();
  for (const double latitude : {-90.0, -89.5, 89.99, 90.0, 0.0, -0.001}) {
    incident.position = LatLon{latitude, 180};
    const auto at = coarsened(incident).position;
    EXPECT_EQ(at->latitude - std::floor(at->latitude), 0.5) << latitude;
    EXPECT_EQ(at->longitude, 179.5);
    EXPECT_TRUE(LatLon::from_degrees(at->latitude, at->longitude));
  }
  incident.position.reset();
  incident.from.reset();
  incident.to.reset();
  EXPECT_FALSE(coarsened(incident).position);
  EXPECT_FALSE(coarsened(incident).from);
}

TEST(Coarsened, LeavesACoarserRecordAsCoarse) {
  Incident incident = sensitive();
  incident.place_precision = 6;
  incident.time_precision = 5;
  EXPECT_EQ(coarsened(incident).place_precision, 6);
  EXPECT_EQ(coarsened(incident).time_precision, 5);
}

}  // namespace
}  // namespace attest
