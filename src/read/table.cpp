#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "base/utf8.hpp"
#include "read/container.hpp"
#include "read/encoding.hpp"
#include "read/table_rows.hpp"

namespace attest {

namespace {

constexpr std::string_view kOrigin = "table";
constexpr std::size_t kToldInARow = 10;  // broken rows; behind a quote that never closes there may be millions

struct KnownColumn {
  std::string_view meaning;
  std::array<std::string_view, 5> names;  // the first one that the table has
};

constexpr auto kKnownColumns =
    std::to_array<KnownColumn>({{"text", {"text", "body", "content", "article", "article_text"}},
                                {"html", {"html", "page", "raw_html", "", ""}},
                                {"title", {"title", "headline", "subject", "", ""}},
                                {"published", {"published", "published_at", "published_on", "date", "pubdate"}},
                                {"outlet", {"outlet", "publisher", "source", "site", ""}},
                                {"author", {"author", "byline", "authors", "", ""}},
                                {"url", {"url", "link", "address", "", ""}},
                                {"id", {"id", "", "", "", ""}}});

/// Legacy bytes of a short value, in the encoding that fits best.
std::string readable(std::string value) {
  if (!first_invalid_utf8(value)) return value;
  auto decoded = decode_text(value, {});
  return decoded ? std::move(decoded->text) : as_utf8(std::move(value));
}

/// As column names are compared: "Published At " and "published_at" are one.
std::string folded(std::string_view name) {
  std::string out;
  for (char c : name) out += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c == ' ' ? '_' : c;
  while (out.ends_with('_') || out.ends_with('\r')) out.pop_back();
  return out.substr(std::min(out.find_first_not_of('_'), out.size()));
}

class Table : public Container {
 public:
  Table(std::unique_ptr<ByteStream> bytes, Opening opening)
      : bytes_(std::move(bytes)), opening_(std::move(opening)), rows_(*bytes_, opening_.limits.report_bytes) {}

  std::optional<Result<Member>> next() override {
    if (!std::exchange(opened_, true))
      if (auto error = read_header()) return tl::unexpected<Error>(std::move(*error));
    while (!ended_) {
      auto row = rows_.next();
      if (!row) break;
      auto member = member_of_row(*row);
      if (!member) {
        opening_.pass_over("rows without a text");
      } else if (*member) {
        broken_in_a_row_ = 0;
        return std::move(*member);
      } else if (++broken_in_a_row_ <= kToldInARow) {
        return tl::unexpected<Error>(std::move(*member).error());
      } else {
        opening_.pass_over("broken rows behind ten others");
      }
    }
    ended_ = true;
    if (!bytes_->failure() || std::exchange(told_, true)) return std::nullopt;
    return tl::unexpected<Error>(*bytes_->failure());
  }

 private:
  /// Finds the columns. What is wrong with them ends the table.
  std::optional<Error> read_header() {
    ended_ = true;
    const std::string_view head = bytes_->peek(3);
    if (head.starts_with("\xff\xfe") || head.starts_with("\xfe\xff"))
      return Error{ErrorCode::unsupported, "a table in UTF-16: save it as UTF-8", opening_.where};
    if (head.starts_with("\xEF\xBB\xBF")) (void)bytes_->skip(3);
    const auto header = rows_.next();
    if (!header) return bytes_->failure() ? bytes_->failure() : Error{ErrorCode::empty, "empty", opening_.where};
    const std::string at = opening_.at(std::to_string(rows_.line()));
    if (!*header) return Error{header->error().code, header->error().message, at};
    std::vector<std::string> names;
    for (const std::string& name : **header) names.push_back(folded(readable(name)));
    for (const auto& [meaning, given] : opening_.columns)
      if (std::ranges::find(names, folded(given)) == names.end())
        return Error{ErrorCode::usage, fmt::format("has no column \"{}\"", given), at};
    columns_ = names.size();
    for (std::size_t i = 0; i < kKnownColumns.size(); ++i) places_[i] = place_of(kKnownColumns[i], names);
    ended_ = !places_[kText] && !places_[kHtml];
    if (!ended_) return std::nullopt;
    told_ = true;
    if (!opening_.named) {
      opening_.pass_over("tables without a column of texts");
      return std::nullopt;
    }
    std::string list;
    for (const std::string& name : names) list += fmt::format("{}\"{}\"", list.empty() ? "" : ", ", name);
    return Error{ErrorCode::unsupported,
                 fmt::format("no column of texts (--columns text=NAME) among {}", list.substr(0, 200)), at};
  }

  std::optional<std::size_t> place_of(const KnownColumn& known, const std::vector<std::string>& names) const {
    const auto given = opening_.columns.find(known.meaning);
    const auto place = [&](std::string_view name) -> std::optional<std::size_t> {
      const auto found = std::ranges::find(names, name);
      return found == names.end() ? std::nullopt : std::optional(static_cast<std::size_t>(found - names.begin()));
    };
    if (given != opening_.columns.end()) return place(folded(given->second));
    for (std::string_view name : known.names)
      if (const auto found = name.empty() ? std::nullopt : place(name)) return found;
    return std::nullopt;
  }

  std::string value(TableRows::Row& row, std::size_t meaning) const {
    return places_[meaning] ? readable(row[*places_[meaning]]) : std::string();
  }

  /// The row's report; nothing if it has no text.
  std::optional<Result<Member>> member_of_row(Result<TableRows::Row>& read) {
    const std::string name = std::to_string(rows_.line());
    if (!read) return fail(read.error().code, read.error().message, opening_.at(name));
    TableRows::Row& row = *read;
    if (row.size() != columns_)
      return fail(ErrorCode::damaged, fmt::format("{} values, but {} columns", row.size(), columns_),
                  opening_.at(name));
    const auto has_words = [&](std::size_t meaning) {
      return places_[meaning] && row[*places_[meaning]].find_first_not_of(" \t\r\n") != std::string::npos;
    };
    if (!has_words(kText) && !has_words(kHtml)) return std::nullopt;
    const std::size_t body = has_words(kText) ? kText : kHtml;
    Member member = member_of(name, std::move(row[*places_[body]]));
    member.format = body == kText ? Format::text : Format::html;
    member.id = value(row, kId);
    const auto hint = [&](std::size_t meaning) -> std::optional<Sourced<std::string>> {
      std::string found = value(row, meaning);
      if (found.empty()) return std::nullopt;
      return Sourced<std::string>{std::move(found), std::string(kOrigin), {}};
    };
    member.hints.title = hint(kTitle);
    member.hints.outlet = hint(kOutlet);
    member.hints.author = hint(kAuthor);
    member.hints.url = hint(kUrl);
    if (const std::string published = value(row, kPublished); !published.empty()) {
      const auto date = parse_iso_date(std::string_view(published).substr(0, 10));
      if (!date)
        return fail(ErrorCode::damaged, fmt::format("not a date like 2017-03-09: {}", published), opening_.at(name));
      member.hints.published = Sourced<Date>{*date, std::string(kOrigin), {}};
    }
    return member;
  }

  enum Meaning : std::size_t { kText, kHtml, kTitle, kPublished, kOutlet, kAuthor, kUrl, kId };

  std::unique_ptr<ByteStream> bytes_;
  Opening opening_;
  TableRows rows_;
  std::array<std::optional<std::size_t>, kKnownColumns.size()> places_;  // by Meaning
  std::size_t columns_ = 0, broken_in_a_row_ = 0;
  bool opened_ = false, ended_ = false, told_ = false;
};

}  // namespace

Result<Columns> read_columns(std::string_view words) {
  Columns columns;
  while (!words.empty()) {
    const std::string_view pair = words.substr(0, words.find(','));
    words.remove_prefix(std::min(pair.size() + 1, words.size()));
    const std::size_t equals = std::min(pair.find('='), pair.size());
    const std::string_view meaning = pair.substr(0, equals), name = pair.substr(std::min(equals + 1, pair.size()));
    if (std::ranges::find(kKnownColumns, meaning, &KnownColumn::meaning) == kKnownColumns.end() || name.empty())
      return fail(
          ErrorCode::usage,
          fmt::format("not MEANING=NAME, with a meaning of text, html, title, published, outlet, author, url, id: "
                      "{}",
                      pair));
    columns.emplace(meaning, name);
  }
  return columns;
}

std::unique_ptr<Container> open_table(std::unique_ptr<ByteStream> bytes, Opening opening) {
  return std::make_unique<Table>(std::move(bytes), std::move(opening));
}

}  // namespace attest
