#include "read/report_stream.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <numeric>
#include <system_error>
#include <utility>

#include "base/files.hpp"
#include "read/unpack.hpp"
#include "read/url.hpp"

namespace attest {

namespace {

bool is_packing(Format format) { return format >= Format::gzip && format <= Format::xz; }

bool is_container(Format format) { return format >= Format::json_lines && format < Format::other; }

/// "a.jsonl" of "a.jsonl.gz", "a.tar" of "a.tgz".
std::string unpacked_name(const std::string& name) {
  const std::size_t dot = name.find_last_of('.');
  if (dot == std::string::npos || !format_of_name(name)) return name;
  return name.substr(0, dot) + (name.substr(dot) == ".tgz" ? ".tar" : "");
}

/// The part of a member's name that says what it is: of "http://a.org/list?x=1" the path.
std::string_view without_query(std::string_view name) { return name.substr(0, name.find_first_of("?#")); }

/// Of what nobody named, only what looks like a report is read: a saved page comes with pictures and scripts.
bool is_wanted(bool named, std::string_view path, Format format) {
  if (named) return true;
  if (format == Format::json_lines) return format_of_name(path) == format;
  if (format != Format::text) return format != Format::other;
  const std::string_view name = path.substr(path.find_last_of('/') + 1);
  return name.find('.') == std::string_view::npos || format_of_name(name) == format;
}

}  // namespace

ReportStream::ReportStream(std::vector<Result<Input>> inputs, StreamOptions options)
    : inputs_(std::move(inputs)), options_(std::move(options)) {
  for (const auto& input : inputs_) {
    if (!input) continue;
    std::error_code unknown;
    const std::uintmax_t size = std::filesystem::file_size(input->path, unknown);
    all_bytes_ = unknown ? 0 : all_bytes_ + size;
    if (unknown) break;  // standard input, a pipe
  }
}

double ReportStream::share_done() const {
  return all_bytes_ == 0 ? 0.0 : static_cast<double>(bytes_done_) / static_cast<double>(all_bytes_);
}

/// Some thread asks while another reads.
void ReportStream::count_bytes() { bytes_done_ = bytes_before_ + std::min(growth_->taken, bytes_); }

ReportStream::ReportStream(std::string name, std::string bytes, StreamOptions options)
    : options_(std::move(options)), given_(std::in_place, std::move(name), std::move(bytes)) {}

std::optional<Result<Report>> ReportStream::next() {
  while (true) {
    Found found;
    if (!open_.empty()) {
      found = next_member();
      count_bytes();
    } else if (given_) {
      auto [name, bytes] = std::move(*given_);
      given_.reset();
      growth_ = std::make_shared<Growth>(Growth{bytes.size(), 0});
      found = take({name, name, 0, true}, member_of({}, std::move(bytes)));
    } else {
      if (next_input_ == inputs_.size()) return std::nullopt;
      const Result<Input> input = std::move(inputs_[next_input_++]);
      if (!input) return tl::unexpected<Error>(input.error());
      found = open(*input);
    }
    if (!found) {
      while (!open_.empty() && is_beyond(*growth_, options_.limits)) open_.pop_back();  // the rest would grow no less
      return tl::unexpected<Error>(std::move(found).error());
    }
    if (*found) return std::move(**found);
  }
}

ReportStream::Found ReportStream::open(const Input& input) {
  if (looks_like_url(input.path)) return fetch(input);
  const bool piped = input.path == "-";
  const std::string where = piped ? "standard input" : input.path;
  growth_ = std::make_shared<Growth>();
  std::error_code unknown;
  const std::uintmax_t size = std::filesystem::file_size(input.path, unknown);
  bytes_before_ += std::exchange(bytes_, unknown ? 0 : size);
  count_bytes();
  ATTEST_TRY(Descriptor file, open_to_read(input.path));
  Member member;
  member.bytes = std::make_unique<ByteStream>(std::make_unique<FileSource>(std::move(file), where, growth_));
  return take({input.name, where, 0, input.named}, std::move(member), piped ? "" : input.path);
}

ReportStream::Found ReportStream::fetch(const Input& input) {
  if (!options_.fetch) return fail(ErrorCode::unsupported, "addresses are not fetched by this command", input.path);
  growth_ = std::make_shared<Growth>();
  ATTEST_TRY(Member member, options_.fetch(input.path));
  return take({input.name, input.path, 0, true}, std::move(member));
}

ReportStream::Found ReportStream::next_member() {
  Open& innermost = open_.back();
  auto member = innermost.container->next();
  if (!member) {
    const Open done = std::move(open_.back());
    open_.pop_back();
    if (done.gave_anything || count_passed_over() > done.passed_over_before) return std::nullopt;
    return fail(ErrorCode::empty, "holds no reports", done.place.where);
  }
  innermost.gave_anything = true;
  if (!*member) return tl::unexpected<Error>(std::move(*member).error());
  Place place = innermost.place;
  place.depth += 1;
  if (!(*member)->name.empty()) {
    place.name += ":" + (*member)->name;
    place.where += ":" + (*member)->name;
    place.named = false;
  }
  if (!(*member)->id.empty()) place.name = (*member)->id;
  (*member)->hints = merged((*member)->hints, innermost.hints);
  return take(std::move(place), std::move(**member));
}

ReportStream::Found ReportStream::take(Place place, Member member, const std::string& path) {
  std::string kind_name = member.name.empty() ? place.name : member.name;
  const bool known = member.format.has_value();
  bool unpacked = false;
  while (!member.format || is_container(*member.format)) {
    const std::string_view head = member.bytes->peek(kSniffBytes);
    if (head.empty() && member.bytes->failure()) return tl::unexpected<Error>(*member.bytes->failure());
    if (!member.format) member.format = sniff(without_query(kind_name), head, member.content_type);
    const Format format = *member.format;
    if (!is_container(format) || !is_readable(format) || !is_wanted(place.named, kind_name, format)) break;
    if (place.depth >= options_.limits.depth)
      return fail(ErrorCode::too_large,
                  fmt::format("{} inside {} others: not opened", describe(format), options_.limits.depth), place.where);
    if (!is_packing(format)) {
      auto container = open_container(format, std::move(member.bytes), opening(place));
      open_.push_back({place, std::move(member.hints), std::move(container), false, count_passed_over()});
      return std::nullopt;
    }
    member.bytes = std::make_unique<ByteStream>(
        std::make_unique<Unpacked>(format, std::move(member.bytes), place.where, options_.limits, growth_));
    member.format.reset();
    member.content_type.clear();
    kind_name = unpacked_name(kind_name);
    unpacked = true;
    ++place.depth;
  }
  const Format format = *member.format;
  if (!known && !is_wanted(place.named, kind_name, format)) {
    ++passed_over_["files of other kinds"];
    return std::nullopt;
  }
  Report report{place.name, place.where, path, {}, format, std::move(member.hints)};
  // Read where reports are worked on, many at a time; a pipe can be read only once.
  if (!path.empty() && !unpacked && member.bytes->seekable_size()) return report;
  report.path.clear();
  ATTEST_TRY(report.bytes, member.bytes->rest(options_.limits.report_bytes, place.where));
  return report;
}

Opening ReportStream::opening(const Place& place) {
  return {place.where, place.named, options_.limits, options_.columns, &passed_over_, growth_};
}

std::uint64_t ReportStream::count_passed_over() const {
  return std::accumulate(passed_over_.begin(), passed_over_.end(), std::uint64_t{0},
                         [](std::uint64_t sum, const auto& counted) { return sum + counted.second; });
}

Result<std::string> bytes_of(const Report& report) {
  if (report.bytes) return *report.bytes;
  return read_file(report.path);
}

}  // namespace attest
