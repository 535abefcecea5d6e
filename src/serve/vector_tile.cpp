#include "serve/vector_tile.hpp"

#include <protozero/pbf_writer.hpp>

namespace attest {

namespace {

// Field numbers of the specification.
enum class Tile : protozero::pbf_tag_type { layers = 3 };
enum class Layer : protozero::pbf_tag_type { name = 1, features = 2, keys = 3, values = 4, extent = 5, version = 15 };
enum class Point : protozero::pbf_tag_type { tags = 2, type = 3, geometry = 4 };
enum class Of : protozero::pbf_tag_type { text = 1, real = 3, whole = 6, truth = 7 };

constexpr std::int32_t kPointType = 1;
constexpr std::uint32_t kMoveToOne = 1 | 1U << 3U;

protozero::pbf_tag_type tag(auto field) { return static_cast<protozero::pbf_tag_type>(field); }

std::string bytes_of(const PointLayer::Value& value) {
  std::string bytes;
  protozero::pbf_writer out(bytes);
  if (const auto* truth = std::get_if<bool>(&value)) out.add_bool(tag(Of::truth), *truth);
  if (const auto* whole = std::get_if<std::int64_t>(&value)) out.add_sint64(tag(Of::whole), *whole);
  if (const auto* real = std::get_if<double>(&value)) out.add_double(tag(Of::real), *real);
  if (const auto* text = std::get_if<std::string>(&value)) out.add_string(tag(Of::text), *text);
  return bytes;
}

}  // namespace

void PointLayer::add_point(std::int32_t x, std::int32_t y) { features_.push_back({x, y, {}}); }

void PointLayer::add_value(std::string_view key, Value value) {
  auto known = keys_.find(key);
  if (known == keys_.end()) known = keys_.emplace(key, static_cast<std::uint32_t>(keys_.size())).first;
  const auto number = values_.emplace(std::move(value), static_cast<std::uint32_t>(values_.size())).first;
  features_.back().tags.push_back(known->second);
  features_.back().tags.push_back(number->second);
}

std::string PointLayer::tile() const {
  std::string bytes;
  if (features_.empty()) return bytes;
  protozero::pbf_writer tile(bytes);
  protozero::pbf_writer layer(tile, tag(Tile::layers));
  layer.add_uint32(tag(Layer::version), 2);
  layer.add_string(tag(Layer::name), name_);
  layer.add_uint32(tag(Layer::extent), kTileExtent);
  for (const Feature& feature : features_) {
    protozero::pbf_writer point(layer, tag(Layer::features));
    point.add_packed_uint32(tag(Point::tags), feature.tags.begin(), feature.tags.end());
    point.add_enum(tag(Point::type), kPointType);
    const std::uint32_t geometry[] = {kMoveToOne, protozero::encode_zigzag32(feature.x),
                                      protozero::encode_zigzag32(feature.y)};
    point.add_packed_uint32(tag(Point::geometry), std::begin(geometry), std::end(geometry));
  }
  std::vector<const std::string*> keys(keys_.size());
  for (const auto& [key, number] : keys_) keys[number] = &key;
  for (const std::string* key : keys) layer.add_string(tag(Layer::keys), *key);
  std::vector<const Value*> values(values_.size());
  for (const auto& [value, number] : values_) values[number] = &value;
  for (const Value* value : values) layer.add_message(tag(Layer::values), bytes_of(*value));
  return bytes;
}

}  // namespace attest
