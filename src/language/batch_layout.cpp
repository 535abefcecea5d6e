#include "language/batch_layout.hpp"

namespace attest {

BatchLayout::BatchLayout(std::vector<std::uint32_t> lengths) : lengths_(std::move(lengths)), offsets_{0} {
  if (lengths_.empty()) return;
  std::size_t active = lengths_.size();
  for (std::uint32_t step = 0; step < lengths_.front(); ++step) {
    while (lengths_[active - 1] <= step) --active;
    offsets_.push_back(offsets_.back() + active);
  }
}

}  // namespace attest
