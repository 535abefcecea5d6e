#include "cli/time_corpus.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <pugixml.hpp>
#include <span>
#include <utility>

#include "annotate/timex.hpp"
#include "base/files.hpp"
#include "language/evaluation.hpp"
#include "read/blocks.hpp"

namespace attest::cli {

namespace {

constexpr std::size_t kMaxCorpusBytes = std::size_t{1} << 30U;
constexpr int kMarkedSentences = 6;  // MEANTIME: the headline, the date and the first four

// ---- MEANTIME

class Meantime {
 public:
  explicit Meantime(pugi::xml_node root) : root_(root) {}

  TimeDocument read() {
    for (const pugi::xml_node& token : root_.children("token")) word(token);
    for (const pugi::xml_node& mark : root_.child("Markables").children("TIMEX3")) time(mark);
    close_block();
    std::ranges::sort(out_.times, {}, [](const MarkedTime& time) { return time.span.begin; });
    return std::move(out_);
  }

 private:
  void word(const pugi::xml_node& token) {
    const int sentence = token.attribute("sentence").as_int();
    if (sentence >= kMarkedSentences) return;
    std::string& text = out_.document.text;
    if (sentence != sentence_) {
      close_block();
      text += text.empty() ? "" : "\n\n";
      block_ = static_cast<std::uint32_t>(text.size());
      sentence_ = sentence;
    } else {
      text += ' ';
    }
    const auto begin = static_cast<std::uint32_t>(text.size());
    text += token.child_value();
    words_[token.attribute("t_id").value()] = Span{begin, static_cast<std::uint32_t>(text.size())};
  }

  void close_block() {
    const auto end = static_cast<std::uint32_t>(out_.document.text.size());
    if (sentence_ >= 0) out_.document.blocks.push_back({BlockKind::paragraph, {block_, end}});
    if (sentence_ == 0) out_.document.blocks.back().kind = BlockKind::headline;
  }

  void time(const pugi::xml_node& mark) {
    const std::string value = mark.attribute("value").value();
    if (mark.attribute("functionInDocument").value() == std::string_view("CREATION_TIME")) {
      if (const auto day = parse_iso_date(value)) out_.document.published = Sourced<Date>{*day, "corpus", {}};
      return;
    }
    std::optional<Span> span;
    for (const pugi::xml_node& anchor : mark.children("token_anchor")) {
      const auto found = words_.find(anchor.attribute("t_id").value());
      if (found == words_.end()) continue;
      const Span word = found->second;
      span = span ? Span{std::min(span->begin, word.begin), std::max(span->end, word.end)} : word;
    }
    if (span) out_.times.push_back({*span, value, timex_interval(value)});
  }

  pugi::xml_node root_;
  TimeDocument out_;
  std::map<std::string, Span> words_;
  int sentence_ = -1;
  std::uint32_t block_ = 0;
};

Result<TimeDocument> meantime_document(const std::string& bytes, const std::string& name) {
  pugi::xml_document file;
  const pugi::xml_parse_result parsed = file.load_buffer(bytes.data(), bytes.size());
  if (!parsed)
    return fail(ErrorCode::bad_resource, fmt::format("not XML at byte {}: {}", parsed.offset, parsed.description()),
                name);
  const pugi::xml_node root = file.child("Document");
  if (!root) return fail(ErrorCode::bad_resource, "not a document of MEANTIME (CAT XML)", name);
  TimeDocument document = Meantime(root).read();
  document.document.name = name;
  if (!document.document.published) read_metadata(document.document);  // its date line, as for any report
  return document;
}

// ---- GUM

/// `name:::"value"` of a tag; empty where it is not there.
std::string_view gum_attribute(std::string_view tag, std::string_view name) {
  const std::string key = fmt::format(" {}:::\"", name);
  const std::size_t at = tag.find(key);
  if (at == std::string_view::npos) return {};
  tag.remove_prefix(at + key.size());
  return tag.substr(0, tag.find('"'));
}

/// TEI writes years with four figures; some of GUM's have three, and are no decades ("500" CE).
std::string four_figures(std::string_view value) {
  return value.size() == 3 && value.front() != '-' ? fmt::format("0{}", value) : std::string(value);
}

/// "2015-05", "2005-04-27T08:30:00": the days of an ISO date. One that is open on a side denotes none.
MarkedTime gum_time(std::string_view tag) {
  MarkedTime time;
  time.value = four_figures(gum_attribute(tag, "when"));
  if (time.value.empty()) {
    const auto end = [&](std::string_view sharp, std::string_view bound) {
      const std::string_view said = gum_attribute(tag, sharp);
      return four_figures(said.empty() ? gum_attribute(tag, bound) : said);
    };
    const std::string first = end("from", "notBefore"), last = end("to", "notAfter");
    if (!first.empty() || !last.empty()) time.value = fmt::format("{}/{}", first, last);
  }
  time.when = timex_interval(time.value);
  return time;
}

Result<TimeDocument> gum_document(std::span<const ConlluSentence> sentences, const std::string& name) {
  ATTEST_TRY(GoldDocument gold, gold_document(sentences, name));
  TimeDocument out;
  out.document = std::move(gold.document);
  if (const auto day = parse_iso_date(sentences.front().created))
    out.document.published = Sourced<Date>{*day, "corpus", {}};
  out.dates_only = true;
  std::optional<MarkedTime> open;
  std::optional<Span> clock;
  std::size_t token = 0;
  for (const ConlluSentence& sentence : sentences) {
    for (std::size_t i = 0; i < sentence.words.size(); ++i, ++token) {
      const Span word = gold.analysis.tokens[token].span;
      std::string_view misc = sentence.words[i].misc;
      const std::uint32_t range = sentence.words[i].multiword;
      if (range != 0 && misc.find("XML=") == std::string_view::npos) misc = sentence.multiwords[range - 1].misc;
      for (std::size_t at = misc.find('<'); at != std::string_view::npos; at = misc.find('<', at + 1)) {
        const std::string_view tag = misc.substr(at, misc.find('>', at) - at);
        if (tag.starts_with("<date ")) {
          open = gum_time(tag);
          open->span.begin = word.begin;
        } else if (tag == "</date" && open) {
          open->span.end = word.end;
          out.times.push_back(*std::exchange(open, {}));
        } else if (tag.starts_with("<time ")) {
          clock = word;
        } else if (tag == "</time" && clock) {
          clock->end = word.end;
          out.clock_times.push_back(*std::exchange(clock, {}));
        }
      }
    }
  }
  return out;
}

}  // namespace

Result<std::vector<TimeDocument>> read_time_corpus(const std::filesystem::path& path) {
  ATTEST_TRY(const std::string bytes, read_file(path, kMaxCorpusBytes));
  std::vector<TimeDocument> out;
  if (bytes.starts_with("<?xml")) {
    ATTEST_TRY(TimeDocument document, meantime_document(bytes, path.string()));
    out.push_back(std::move(document));
    return out;
  }
  ATTEST_TRY(const std::vector<ConlluSentence> sentences, parse_conllu(bytes, path.string()));
  for (std::size_t first = 0; first < sentences.size();) {
    std::size_t last = first + 1;
    while (last < sentences.size() && !sentences[last].new_document) ++last;
    ATTEST_TRY(TimeDocument document, gum_document(std::span(sentences).subspan(first, last - first), path.string()));
    out.push_back(std::move(document));
    first = last;
  }
  return out;
}

}  // namespace attest::cli
