// Tiles are decoded again: whatever the zoom, every incident is in exactly one cluster.
#include "serve/tiles.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <map>
#include <protozero/pbf_reader.hpp>

#include "serve/vector_tile.hpp"
#include "unit/serve/war.hpp"

namespace attest {
namespace {

struct Decoded {
  std::int32_t x = 0, y = 0;
  std::map<std::string, double> numbers;
  std::map<std::string, std::string> texts;
};

std::vector<Decoded> decode(const std::string& bytes) {
  std::vector<Decoded> all;
  std::vector<std::string> keys;
  std::vector<std::pair<double, std::string>> values;
  std::vector<std::vector<std::uint32_t>> tags;
  protozero::pbf_reader tile(bytes);
  while (tile.next(3)) {
    protozero::pbf_reader layer = tile.get_message();
    while (layer.next()) {
      if (layer.tag() == 2) {
        protozero::pbf_reader feature = layer.get_message();
        Decoded one;
        std::vector<std::uint32_t> own;
        while (feature.next()) {
          if (feature.tag() == 2) {
            for (const std::uint32_t tag : feature.get_packed_uint32()) own.push_back(tag);
          } else if (feature.tag() == 4) {
            std::vector<std::uint32_t> geometry;
            for (const std::uint32_t part : feature.get_packed_uint32()) geometry.push_back(part);
            EXPECT_EQ(geometry.size(), 3U);
            EXPECT_EQ(geometry[0], 9U);
            one.x = protozero::decode_zigzag32(geometry[1]);
            one.y = protozero::decode_zigzag32(geometry[2]);
          } else {
            feature.skip();
          }
        }
        all.push_back(std::move(one));
        tags.push_back(std::move(own));
      } else if (layer.tag() == 3) {
        keys.push_back(layer.get_string());
      } else if (layer.tag() == 4) {
        protozero::pbf_reader value = layer.get_message();
        while (value.next()) {
          if (value.tag() == 1)
            values.emplace_back(0, value.get_string());
          else if (value.tag() == 3)
            values.emplace_back(value.get_double(), "");
          else if (value.tag() == 6)
            values.emplace_back(static_cast<double>(value.get_sint64()), "");
          else if (value.tag() == 7)
            values.emplace_back(value.get_bool() ? 1 : 0, "");
          else
            value.skip();
        }
      } else {
        layer.skip();
      }
    }
  }
  for (std::size_t i = 0; i < all.size(); ++i)
    for (std::size_t j = 0; j + 1 < tags[i].size(); j += 2) {
      const auto& [number, text] = values.at(tags[i][j + 1]);
      if (text.empty())
        all[i].numbers[keys.at(tags[i][j])] = number;
      else
        all[i].texts[keys.at(tags[i][j])] = text;
    }
  return all;
}

TEST(VectorTile, KeepsPointsAndValues) {
  PointLayer layer("dots");
  layer.add_point(0, 4095);
  layer.add_value("n", std::int64_t{-3});
  layer.add_value("name", std::string("Tamar"));
  layer.add_point(17, 4);
  layer.add_value("n", std::int64_t{-3});
  layer.add_value("w", 0.5);
  layer.add_value("same", true);
  const auto decoded = decode(layer.tile());
  ASSERT_EQ(decoded.size(), 2U);
  EXPECT_EQ(decoded[0].x, 0);
  EXPECT_EQ(decoded[0].y, 4095);
  EXPECT_EQ(decoded[0].numbers.at("n"), -3);
  EXPECT_EQ(decoded[0].texts.at("name"), "Tamar");
  EXPECT_EQ(decoded[1].numbers, (std::map<std::string, double>{{"n", -3}, {"w", 0.5}, {"same", 1}}));
  EXPECT_EQ(PointLayer("empty").tile(), "");
}

TEST(Tiles, HaveEveryIncidentOnceAtEveryZoom) {
  const Snapshot snapshot("1", simulated_corpus(300), {});
  const IncidentTable& table = snapshot.seen_by(Role::read);
  Selection all{.all = true};
  std::size_t placed = 0;
  std::uint64_t killed = 0;
  for (const Row& row : table.rows) {
    if (!row.placed) continue;
    ++placed;
    if (row.killed.best != kNoFigure) killed += row.killed.best;
  }
  ASSERT_GT(placed, 200U);
  for (const std::uint32_t z : {0U, 1U, 3U, 6U, 8U}) {
    double count = 0, dead = 0;
    // The war is fought between 36 and 42 east and 32 and 37 north.
    const auto tiles = std::uint32_t{1} << z;
    const MapPoint north_west = map_point(35, 38), south_east = map_point(43, 31);
    const auto step = [&](double at) { return static_cast<std::uint32_t>(at * tiles); };
    for (std::uint32_t x = step(north_west.x); x <= step(south_east.x); ++x)
      for (std::uint32_t y = step(north_west.y); y <= step(south_east.y); ++y)
        for (const Decoded& one : decode(incident_tile(table, all, {z, x, y}))) {
          count += one.numbers.at("n");
          dead += one.numbers.at("killed");
          EXPECT_GE(one.x, 0);
          EXPECT_LT(one.x, 4096);
          EXPECT_GE(one.numbers.at("w"), 0);
          EXPECT_LE(one.numbers.at("w"), 1);
          EXPECT_EQ(one.texts.contains("id"), one.numbers.at("n") == 1);
          EXPECT_EQ(one.numbers.contains("radius_km"), one.numbers.at("same") == 1);
          const MapPoint at = map_point(one.numbers.at("lon"), one.numbers.at("lat"));
          EXPECT_NEAR(at.x * tiles - x, one.x / 4096.0, 0.001 * tiles / 64 + 0.001);
        }
    EXPECT_EQ(count, static_cast<double>(placed)) << "zoom " << z;
    EXPECT_EQ(dead, static_cast<double>(killed)) << "zoom " << z;
  }
}

TEST(Tiles, ShowOnlyWhatIsAskedFor) {
  const Snapshot snapshot("1", simulated_corpus(50), {});
  const IncidentTable& table = snapshot.seen_by(Role::read);
  Selection one{.rows = {table.spatial.front().second}, .has = std::vector<bool>(table.size())};
  one.has[one.rows.front()] = true;
  const auto decoded = decode(incident_tile(table, one, {0, 0, 0}));
  ASSERT_EQ(decoded.size(), 1U);
  EXPECT_EQ(decoded[0].texts.at("id"), table.seen[one.rows.front()].incident->id);
  EXPECT_EQ(incident_tile(table, Selection{.has = std::vector<bool>(table.size())}, {0, 0, 0}), "");
}

}  // namespace
}  // namespace attest
