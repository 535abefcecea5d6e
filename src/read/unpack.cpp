#include "read/unpack.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace attest {

namespace {

constexpr std::size_t kInput = std::size_t{64} << 10U;
constexpr std::size_t kRememberedParts = 65536;
// A part that breaks off may have swallowed the next one: it is looked through again, if it is not too long, and not for
// ever.
constexpr std::size_t kLookedThrough = std::size_t{1} << 20U;
constexpr std::size_t kAllLookedThrough = std::size_t{64} << 20U;

}  // namespace

bool is_beyond(const Growth& growth, const Limits& limits) {
  return growth.given > limits.free_total_growth &&
         growth.given - limits.free_total_growth > limits.growth * growth.taken;
}

tl::unexpected<Error> grows_too_much(const Limits& limits, std::string where) {
  return fail(ErrorCode::too_large, fmt::format("unpacks to more than {} times its size", limits.growth),
              std::move(where));
}

Unpacked::Unpacked(Format packing, std::unique_ptr<ByteStream> packed, std::string where, const Limits& limits,
                   std::shared_ptr<Growth> growth)
    : packed_(std::move(packed)),
      where_(std::move(where)),
      limits_(limits),
      growth_(std::move(growth)),
      codec_(make_codec(packing)),
      can_resume_(!codec_->magic().empty()) {}

tl::unexpected<Error> Unpacked::damaged(std::string_view what) const {
  return fail(ErrorCode::damaged, fmt::format("damaged: {} in the packed part at byte {}", what, part_place_), where_);
}

Result<void> Unpacked::check_growth() const {
  const bool one = given_ > limits_.free_growth && given_ - limits_.free_growth > limits_.growth * packed_->position();
  if (one || is_beyond(*growth_, limits_)) return grows_too_much(limits_, where_);
  return {};
}

Result<void> Unpacked::begin_part() {
  part_place_ = packed_->place();
  part_begin_ = packed_->position();
  if (!std::exchange(opened_, true)) ATTEST_CHECK(codec_->open(*packed_, where_));
  codec_->start();
  in_part_ = true;
  part_.clear();
  parts_.emplace_back(given_, part_place_);
  if (parts_.size() > kRememberedParts) parts_.pop_front();
  return {};
}

tl::unexpected<Error> Unpacked::give_up(Error error) {
  hopeless_ = true;
  return tl::unexpected<Error>(std::move(error));
}

Result<std::size_t> Unpacked::read(char* to, std::size_t size) {
  if (pending_) return tl::unexpected<Error>(*std::exchange(pending_, std::nullopt));
  while (!hopeless_) {
    const std::string_view packed = packed_->peek_some();
    if (packed.empty() && packed_->failure()) return give_up(*packed_->failure());
    if (!in_part_) {
      if (packed.empty()) return 0;
      if (packed.front() == '\0') {  // some writers fill their last block with zeros
        (void)packed_->skip(std::min(packed.find_first_not_of('\0'), packed.size()));
        continue;
      }
      if (auto begun = begin_part(); !begun) return give_up(std::move(begun).error());
      continue;
    }
    const Codec::Step step = codec_->step(packed, to, size);
    if (can_resume_ && part_.size() <= kLookedThrough) part_ += packed.substr(0, step.taken);
    (void)packed_->skip(step.taken);
    given_ += step.given;
    growth_->given += step.given;
    if (auto checked = check_growth(); !checked) return give_up(std::move(checked).error());
    std::string_view broken = step.broken;
    if (broken.empty() && step.taken == 0 && step.given == 0 && !step.ended)
      broken = packed.empty() ? "it breaks off" : "broken bytes";
    if (step.ended || !broken.empty()) in_part_ = false;
    if (broken.empty() && step.given == 0) continue;
    if (broken.empty()) return step.given;
    if (step.given == 0) return damaged(broken);
    pending_ = damaged(broken).value();
    return step.given;
  }
  return 0;
}

bool Unpacked::resume() {
  in_part_ = false;
  const std::string_view magic = codec_->magic();
  hopeless_ = hopeless_ || !can_resume_;
  if (part_.size() <= kLookedThrough && looked_through_ + part_.size() <= kAllLookedThrough) {
    looked_through_ += part_.size();
    packed_->put_back(part_);
  }
  part_.clear();
  if (packed_->position() == part_begin_) (void)packed_->skip(1);  // not the same part again
  while (!hopeless_) {
    const std::string_view ahead = packed_->peek(kInput);
    if (ahead.size() < magic.size()) break;
    const std::size_t found = ahead.find(magic);
    (void)packed_->skip(std::min(found, ahead.size() - magic.size() + 1));
    if (found != std::string_view::npos) return true;
  }
  return false;
}

std::uint64_t Unpacked::place_of(std::uint64_t position) {
  const auto after = std::ranges::upper_bound(parts_, position, {}, &std::pair<std::uint64_t, std::uint64_t>::first);
  return after == parts_.begin() ? part_place_ : std::prev(after)->second;
}

}  // namespace attest
