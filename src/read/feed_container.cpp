#include <fmt/format.h>

#include <utility>

#include "read/container.hpp"
#include "read/feed.hpp"

namespace attest {

namespace {

constexpr std::string_view kOrigin = "feed";

/// A saved feed: what its items hold themselves. Their addresses are not followed; attest watch does that.
class FeedItems : public Container {
 public:
  FeedItems(std::unique_ptr<ByteStream> bytes, Opening opening)
      : bytes_(std::move(bytes)), opening_(std::move(opening)) {}

  std::optional<Result<Member>> next() override {
    if (bytes_) {
      auto read = bytes_->rest(kMaxFeedBytes, opening_.where);
      bytes_.reset();
      if (!read) return tl::unexpected<Error>(std::move(read).error());
      auto feed = read_feed(*read, opening_.where);
      if (!feed) return tl::unexpected<Error>(std::move(feed).error());
      if (!feed->feeds.empty())
        return fail(ErrorCode::unsupported, "a list of feeds, with no reports in it: attest watch follows it",
                    opening_.where);
      feed_ = std::move(*feed);
    }
    while (next_ < feed_.items.size()) {
      const FeedItem& item = feed_.items[next_++];
      if (!item.content.empty() || !item.summary.empty()) return member(item);
      opening_.pass_over("items of feeds that hold only a title");
    }
    if (auto broken = std::exchange(feed_.broken, {})) return tl::unexpected<Error>(std::move(*broken));
    return std::nullopt;
  }

 private:
  [[nodiscard]] Member member(const FeedItem& item) const {
    Member member = member_of(std::to_string(next_), page_of(item));
    member.id = item.url.empty() ? item.id : item.url;
    member.format = Format::html;
    const auto take = [](std::optional<Sourced<std::string>>& hint, const std::string& value) {
      if (!value.empty()) hint = Sourced<std::string>{value, std::string(kOrigin), {}};
    };
    take(member.hints.title, item.title);
    take(member.hints.author, item.author);
    take(member.hints.url, item.url);
    take(member.hints.outlet, feed_.title);
    if (item.published) member.hints.published = Sourced<Date>{item.published->day, std::string(kOrigin), {}};
    return member;
  }

  std::unique_ptr<ByteStream> bytes_;
  Opening opening_;
  Feed feed_;
  std::size_t next_ = 0;
};

}  // namespace

std::unique_ptr<Container> open_feed(std::unique_ptr<ByteStream> bytes, Opening opening) {
  return std::make_unique<FeedItems>(std::move(bytes), std::move(opening));
}

}  // namespace attest
