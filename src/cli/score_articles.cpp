#include "cli/score_articles.hpp"

#include <fmt/format.h>
#include <fnmatch.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <cstdio>
#include <ctime>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <vector>

#include "base/files.hpp"
#include "read/encoding.hpp"
#include "read/html.hpp"

namespace attest::cli {

namespace {

/// NFC, every stretch of white space one space, no soft hyphens: segments may go over the end of a line.
std::string spaced(std::string_view text) {
  constexpr std::string_view kSoftHyphen = "\u00AD";
  std::string out, normal = normalise(std::string(text));
  for (std::size_t at; (at = normal.find(kSoftHyphen)) != std::string::npos;) normal.erase(at, kSoftHyphen.size());
  bool space = false;
  for (const char c : normal) {
    if (c == ' ' || (c >= '\t' && c <= '\r')) {
      space = !out.empty();
      continue;
    }
    if (space) out += ' ';
    space = false;
    out += c;
  }
  return out;
}

/// Letters and digits, case folded: titles differ in quotation marks and dashes.
std::string letters_of(std::string_view text) {
  icu::UnicodeString all = icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())});
  all.foldCase();
  icu::UnicodeString letters;
  for (std::int32_t i = 0; i < all.length(); i = all.moveIndex32(i, 1))
    if (u_isalnum(all.char32At(i)) != 0) letters.append(all.char32At(i));
  std::string out;
  letters.toUTF8String(out);
  return out;
}

struct Share {
  std::size_t right = 0, all = 0;
  void add(bool is_right) {
    right += is_right ? 1U : 0U;
    ++all;
  }
  [[nodiscard]] double value() const { return all == 0 ? 0 : static_cast<double>(right) / static_cast<double>(all); }
};

class Scorer {
 public:
  explicit Scorer(std::size_t errors) : errors_(errors) {}

  void add(const std::string& file, const nlohmann::json& gold, const Result<Document>& document) {
    const std::string text = document ? spaced(document->text) : std::string();
    if (!document) tell(file, "unread", document.error().to_string());
    for (const auto& segment : gold.at("with")) {
      const auto words = spaced(segment.get<std::string>());
      wanted_.add(text.find(words) != std::string::npos);
      if (text.find(words) == std::string::npos) tell(file, "missed", words);
    }
    for (const auto& segment : gold.at("without")) {
      const auto words = spaced(segment.get<std::string>());
      unwanted_.add(text.find(words) != std::string::npos);
      if (text.find(words) != std::string::npos) tell(file, "unwanted", words);
    }
    const auto field = [&](const char* name) {
      return gold.contains(name) && gold[name].is_string() ? gold[name].get<std::string>() : std::string();
    };
    const auto compare = [&](const char* name, Share& share, const std::string& ours, bool exact) {
      const std::string theirs = field(name);
      if (theirs.empty()) return;
      const bool right = exact ? ours == theirs : letters_of(ours) == letters_of(theirs);
      share.add(right);
      if (!right) tell(file, name, fmt::format("{} | {}", theirs, ours));
    };
    const auto value = [&](const auto& known) { return known ? known->value : std::string(); };
    compare("title", titles_, document ? value(document->title) : "", false);
    compare("author", authors_, document ? value(document->author) : "", false);
    compare("date", dates_, document && document->published ? to_iso(document->published->value) : "", true);
  }

  [[nodiscard]] std::string result() const {
    const std::size_t found = wanted_.right + unwanted_.right;
    const double precision = found == 0 ? 0 : static_cast<double>(wanted_.right) / static_cast<double>(found);
    const double recall = wanted_.value();
    const double f1 = precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
    std::string out = details_;
    out += fmt::format("segments   precision {:.3f}  recall {:.3f}  F1 {:.3f}  ({} wanted, {} unwanted)\n", precision,
                       recall, f1, wanted_.all, unwanted_.all);
    for (const auto& [name, share] : {std::pair("title", titles_), {"date", dates_}, {"author", authors_}})
      out += fmt::format("{:<10} right {:.3f}  ({} of {})\n", name, share.value(), share.right, share.all);
    return out;
  }

 private:
  void tell(const std::string& file, std::string_view what, std::string_view words) {
    if (told_ == errors_) return;
    ++told_;
    details_ += fmt::format("{}\t{}\t{}\n", file, what, words);
  }

  std::size_t errors_, told_ = 0;
  std::string details_;
  Share wanted_, unwanted_, titles_, dates_, authors_;
};

}  // namespace

Result<std::string> score_articles(const ArticleScoring& options) {
  const std::filesystem::path folder = options.folder;
  const std::string gold_file = (folder / "gold.json").string();
  ATTEST_TRY(const std::string gold_text, read_file(gold_file));
  const auto gold = nlohmann::json::parse(gold_text, nullptr, false);
  if (!gold.is_array()) return fail(ErrorCode::bad_json, "not an array of pages", gold_file);
  Scorer scorer(options.errors);
  std::size_t pages = 0, bytes = 0;
  double spent = 0;  // processor time: others may be at work on the machine
  for (const auto& page : gold) {
    if (!page.is_object() || !page.contains("file") || !page.contains("with") || !page.contains("without"))
      return fail(ErrorCode::bad_json, fmt::format("page {} has no file, with or without", pages + 1), gold_file);
    const auto file = page.at("file").get<std::string>();
    if (!options.documents.empty() && fnmatch(options.documents.c_str(), file.c_str(), 0) != 0) continue;
    ATTEST_TRY(std::string html, read_file(folder / "html" / file));
    ++pages;
    bytes += html.size();
    Hints hints;
    if (page.contains("url")) hints.url = Sourced<std::string>{page.at("url").get<std::string>(), "gold", {}};
    const std::clock_t start = std::clock();
    const auto document = read_html(file, std::move(html), hints);
    spent += static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
    scorer.add(file, page, document);
  }
  if (pages == 0) return fail(ErrorCode::empty, "no page to score", options.documents);
  fmt::print(stderr, "{} pages, {:.0f} pages/s, {:.1f} MB/s on one core\n", pages, static_cast<double>(pages) / spent,
             static_cast<double>(bytes) / spent / 1e6);
  return scorer.result();
}

}  // namespace attest::cli
