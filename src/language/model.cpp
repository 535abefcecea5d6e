#include "language/model.hpp"

#include <algorithm>

#include "language/tagset.hpp"

namespace attest {

Result<Model> Model::open(const std::filesystem::path& path) {
  ATTEST_TRY(SectionFile file, SectionFile::open(path, kModelFormat));
  return from(std::move(file));
}

Result<Model> Model::from(SectionFile file) {
  Model model(std::move(file));
  if (auto read = model.read(); !read) return tl::unexpected<Error>(read.error());
  return model;
}

Result<void> Model::read() {
  ATTEST_TRY(const auto numbers, file_.numbers<std::uint32_t>("shape", 6));
  shape = {numbers[0], numbers[1], numbers[2], numbers[3], numbers[4], numbers[5]};
  constexpr std::uint32_t kMost = 4096;  // far above any size that makes sense, far below any overflow
  for (const std::uint32_t size : {shape.input, shape.state, shape.arc, shape.label})
    if (size == 0 || size % 16 != 0 || size > kMost)
      return fail(ErrorCode::bad_model, "a layer of an impossible size", file_.where());
  if (shape.layers == 0 || shape.layers > 8)
    return fail(ErrorCode::bad_model, "an impossible number of layers", file_.where());
  ATTEST_TRY(keys_, file_.numbers<std::uint64_t>("keys", shape.features));
  ATTEST_TRY(rows_, file_.numbers<std::int8_t>("rows", std::size_t{shape.features} * shape.input));
  ATTEST_TRY(row_scales_, file_.numbers<float>("row_scales", shape.features));
  const std::size_t wide = std::size_t{2} * shape.state;
  layers.resize(std::size_t{2} * shape.layers);
  for (std::size_t i = 0; i < layers.size(); ++i) {
    const std::string name = "lstm" + std::to_string(i / 2) + (i % 2 == 0 ? ".on" : ".back");
    const std::size_t in = i < 2 ? shape.input : wide;
    ATTEST_CHECK(read_affine(name + ".input", in, std::size_t{4} * shape.state, layers[i].input));
    ATTEST_CHECK(read_affine(name + ".recurrent", shape.state, std::size_t{4} * shape.state, layers[i].recurrent));
  }
  ATTEST_CHECK(read_affine("tags", wide, kUposCount + kXposCount, tags));
  ATTEST_CHECK(read_affine("arc.word", wide, shape.arc, arc_word));
  ATTEST_CHECK(read_affine("arc.head", wide, shape.arc, arc_head));
  ATTEST_CHECK(read_affine("arc.product", shape.arc, shape.arc, arc_product));
  ATTEST_CHECK(read_affine("label.word", wide, shape.label, label_word));
  ATTEST_CHECK(read_affine("label.head", wide, shape.label, label_head));
  ATTEST_CHECK(read_affine("label.output", shape.label, kDeprelCount, label_output));
  ATTEST_TRY(arc_root, file_.numbers<float>("arc.root", shape.arc));
  ATTEST_TRY(label_root, file_.numbers<float>("label.root", shape.label));
  ATTEST_TRY(const auto scale, file_.numbers<float>("product_scale", 1));
  product_scale = scale[0];
  return {};
}

Result<void> Model::read_affine(const std::string& name, std::size_t inputs, std::size_t outputs, IntAffine& map) {
  map.inputs = inputs;
  map.outputs = padded(outputs);
  ATTEST_TRY(const auto weights, file_.numbers<std::int8_t>(name + ".w", map.inputs * map.outputs));
  ATTEST_TRY(const auto scale, file_.numbers<float>(name + ".scale", map.outputs));
  ATTEST_TRY(const auto bias, file_.numbers<float>(name + ".bias", map.outputs));
  map.weights = weights.data();
  map.scale = scale.data();
  map.bias = bias.data();
  map.runs = AffineRuns::of(weights, inputs);
  return {};
}

void Model::add_feature(std::uint64_t key, float* sum) const {
  const auto at = std::ranges::lower_bound(keys_, key);
  if (at == keys_.end() || *at != key) return;
  const auto row = static_cast<std::size_t>(at - keys_.begin());
  const std::int8_t* from = rows_.data() + row * shape.input;
  const float scale = row_scales_[row];
  for (std::size_t j = 0; j < shape.input; ++j) sum[j] += scale * static_cast<float>(from[j]);
}

}  // namespace attest
