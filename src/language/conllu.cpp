#include "language/conllu.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <utility>

#include "base/files.hpp"

namespace attest {

namespace {

constexpr std::size_t kMaxTreebankBytes = std::size_t{1} << 30U;
constexpr std::size_t kColumns = 10;
enum Column : std::size_t { id, form, lemma, upos, xpos, feats, head, deprel, deps, misc };
using Row = std::array<std::string_view, kColumns>;

std::optional<std::uint32_t> number(std::string_view digits) {
  std::uint32_t value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
  return value;
}

std::string_view unless_blank(std::string_view cell) { return cell == "_" ? std::string_view() : cell; }

/// Whether a "|"-separated list holds `item`.
bool lists(std::string_view list, std::string_view item) {
  while (!list.empty()) {
    const std::size_t bar = list.find('|');
    if (list.substr(0, bar) == item) return true;
    if (bar == std::string_view::npos) return false;
    list.remove_prefix(bar + 1);
  }
  return false;
}

class Reader {
 public:
  explicit Reader(const std::string& name) : name_(name) {}

  Result<std::vector<ConlluSentence>> run(std::string_view text) {
    while (!text.empty()) {
      const std::size_t length = std::min(text.find('\n'), text.size());
      std::string_view line = text.substr(0, length);
      text.remove_prefix(std::min(length + 1, text.size()));
      if (line.ends_with('\r')) line.remove_suffix(1);
      ++line_;
      if (line.empty()) {
        ATTEST_CHECK(finish());
      } else if (line.starts_with('#')) {
        comment(line.substr(1));
      } else {
        ATTEST_CHECK(row(line));
      }
    }
    ATTEST_CHECK(finish());
    return std::move(sentences_);
  }

 private:
  [[nodiscard]] tl::unexpected<Error> complain(std::string message, std::size_t line) const {
    return fail(ErrorCode::bad_resource, std::move(message), fmt::format("{}:{}", name_, line));
  }
  [[nodiscard]] tl::unexpected<Error> complain(std::string message) const {
    return complain(std::move(message), line_);
  }

  void comment(std::string_view text) {
    const auto value_of = [&](std::string_view key) -> std::optional<std::string_view> {
      if (!text.starts_with(key)) return std::nullopt;
      std::string_view rest = text.substr(key.size());
      if (!rest.empty() && rest[0] != ' ' && rest[0] != '=') return std::nullopt;
      const std::size_t equals = rest.find('=');
      if (equals == std::string_view::npos) return std::string_view();
      rest.remove_prefix(equals + 1);
      while (rest.starts_with(' ')) rest.remove_prefix(1);
      return rest;
    };
    while (text.starts_with(' ')) text.remove_prefix(1);
    if (const auto sent_id = value_of("sent_id")) {
      sentence_.id = *sent_id;
    } else if (const auto words = value_of("text")) {
      sentence_.text = *words;
    } else if (const auto document = value_of("newdoc")) {
      sentence_.new_document = sentence_.new_paragraph = true;
      document_ = *document;
      created_.clear();
    } else if (const auto created = value_of("meta::dateCreated")) {
      created_ = *created;
    } else if (value_of("newpar")) {
      sentence_.new_paragraph = true;
    }
  }

  Result<void> row(std::string_view line) {
    Row cells;
    std::size_t count = 0;
    for (std::string_view rest = line; count < kColumns; ++count) {
      const std::size_t tab = rest.find('\t');
      cells.at(count) = rest.substr(0, tab);
      if (tab == std::string_view::npos) {
        ++count;
        break;
      }
      rest.remove_prefix(tab + 1);
      if (count + 1 == kColumns) ++count;  // an eleventh column
    }
    if (count != kColumns) return complain("not ten columns separated by tabs");
    if (cells[form].empty()) return complain("a word without a form");
    if (cells[id].find('.') != std::string_view::npos) return {};
    if (cells[id].find('-') != std::string_view::npos) return range(cells);
    return word(cells);
  }

  Result<void> range(const Row& cells) {
    const std::size_t dash = cells[id].find('-');
    const auto first = number(cells[id].substr(0, dash));
    const auto last = number(cells[id].substr(dash + 1));
    if (!first || !last || *first != sentence_.words.size() + 1 || *last < *first || *first < range_end_)
      return complain(fmt::format("the range {} does not fit", cells[id]));
    range_end_ = *last + 1;
    range_line_ = line_;
    sentence_.multiwords.push_back(
        {*first - 1, *last, std::string(cells[form]), std::string(unless_blank(cells[misc]))});
    return {};
  }

  Result<void> word(const Row& cells) {
    const std::size_t count = sentence_.words.size() + 1;
    if (number(cells[id]) != count) return complain(fmt::format("expected word {}, found {}", count, cells[id]));
    if (count == 1) sentence_.line = line_;
    ConlluWord word;
    word.form = cells[form];
    word.lemma = cells[lemma] == "_" && cells[form] != "_" ? std::string_view() : cells[lemma];
    word.misc = unless_blank(cells[misc]);
    if (cells[upos] != "_") {
      const auto tag = upos_from(cells[upos]);
      if (!tag) return complain(fmt::format("unknown UPOS {}", cells[upos]));
      word.upos = *tag;
    }
    word.xpos = xpos_from(cells[xpos]).value_or(Xpos::xx);
    if (cells[head] != "_") {
      const auto to = number(cells[head]);
      if (!to) return complain(fmt::format("not a head: {}", cells[head]));
      word.head = *to;
    }
    if (cells[deprel] != "_") {
      const auto relation = deprel_from(cells[deprel]);
      if (!relation) return complain(fmt::format("unknown relation {}", cells[deprel]));
      word.deprel = *relation;
    }
    if (count < range_end_) {
      const ConlluMultiword& whole = sentence_.multiwords.back();
      word.multiword = static_cast<std::uint32_t>(sentence_.multiwords.size());
      word.space_after = count + 1 == range_end_ && !lists(whole.misc, "SpaceAfter=No");
    } else {
      word.space_after = !lists(word.misc, "SpaceAfter=No");
    }
    sentence_.words.push_back(std::move(word));
    return {};
  }

  Result<void> finish() {
    if (sentence_.words.empty() && sentence_.multiwords.empty()) return {};
    const std::size_t count = sentence_.words.size();
    if (range_end_ > count + 1) return complain("a range ends outside its sentence", range_line_);
    for (std::size_t i = 0; i < count; ++i)
      if (sentence_.words[i].head > count)
        return complain(fmt::format("word {} has a head outside its sentence", i + 1), sentence_.line);
    if (sentence_.text.empty()) sentence_.text = written();
    sentence_.document = document_;
    sentence_.created = created_;
    sentences_.push_back(std::exchange(sentence_, {}));
    range_end_ = 0;
    return {};
  }

  [[nodiscard]] std::string written() const {
    std::string text;
    std::uint32_t last_range = 0;
    for (const ConlluWord& word : sentence_.words) {
      if (word.multiword == 0)
        text += word.form;
      else if (word.multiword != last_range)
        text += sentence_.multiwords[word.multiword - 1].form;
      last_range = word.multiword;
      if (word.space_after) text += ' ';
    }
    if (text.ends_with(' ')) text.pop_back();
    return text;
  }

  const std::string& name_;
  std::size_t line_ = 0;
  std::string document_, created_;
  ConlluSentence sentence_;
  std::uint32_t range_end_ = 0;  // number of the first word after the last range
  std::size_t range_line_ = 0;
  std::vector<ConlluSentence> sentences_;
};

}  // namespace

Result<std::vector<ConlluSentence>> parse_conllu(std::string_view text, const std::string& name) {
  return Reader(name).run(text);
}

Result<std::vector<ConlluSentence>> read_conllu(const std::filesystem::path& path) {
  ATTEST_TRY(const std::string text, read_file(path, kMaxTreebankBytes));
  return parse_conllu(text, path.string());
}

}  // namespace attest
