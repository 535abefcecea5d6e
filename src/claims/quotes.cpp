#include "claims/quotes.hpp"

#include <string_view>

namespace attest {

namespace {

class Quotations {
 public:
  Quotations(const Document& document, const Analysis& analysis) : document_(document), analysis_(analysis) {}

  std::vector<Quotation> run() {
    std::uint32_t block = UINT32_MAX;
    for (const Sentence& sentence : analysis_.sentences) {
      if (sentence.block != block) {
        end_block(sentence.first);
        block = sentence.block;
      }
      for (std::uint32_t i = sentence.first; i < sentence.last; ++i) read(i);
    }
    end_block(static_cast<std::uint32_t>(analysis_.tokens.size()));
    return std::move(found_);
  }

 private:
  [[nodiscard]] std::string_view word(std::uint32_t i) const {
    return i < analysis_.tokens.size() ? slice(document_.text, analysis_.tokens[i].span) : std::string_view();
  }
  [[nodiscard]] bool joined(std::uint32_t i) const { return i < analysis_.tokens.size() && analysis_.tokens[i].joined; }

  void end_block(std::uint32_t at) {
    unclosed_ = open_;
    if (open_) close(at);
  }

  void open(std::uint32_t at, std::string_view closer) {
    open_ = true;
    first_ = at + 1;
    closer_ = closer;
    goes_on_ = unclosed_;
    unclosed_ = false;
  }

  void close(std::uint32_t at) {
    if (at > first_) found_.push_back({{first_, at}, goes_on_});
    open_ = false;
  }

  void read(std::uint32_t i) {
    const std::string_view w = word(i);
    if (open_) {
      if (w == closer_ && (closer_ != "’" || closes_single(i))) close(i);
      return;
    }
    if (w == "“" || w == "„")
      open(i, "”");
    else if (w == "\"")
      open(i, "\"");
    else if (w == "``")
      open(i, "''");
    else if (w == "«")
      open(i, "»");
    else if (w == "‘" && joined(i + 1) && !joined(i))
      open(i, "’");
    else if (w == "'" && joined(i + 1) && !joined(i))
      open(i, "'");
    else if (!w.empty())
      unclosed_ = false;  // the paragraph does not open with a mark: the quotation before it just was not closed
  }

  /// The mark is also an apostrophe: "residents’ homes". It closes after a stop or comma, or where none follows.
  [[nodiscard]] bool closes_single(std::uint32_t i) const {
    const std::string_view before = word(i - 1);
    if (before == "." || before == "," || before == "!" || before == "?" || !before.ends_with("s")) return true;
    for (std::uint32_t k = i + 1; k < analysis_.tokens.size() && k < i + 60; ++k) {
      if (word(k) == "‘") return true;
      if (word(k) == "’") return false;
    }
    return true;
  }

  const Document& document_;
  const Analysis& analysis_;
  std::vector<Quotation> found_;
  bool open_ = false, unclosed_ = false, goes_on_ = false;
  std::uint32_t first_ = 0;
  std::string_view closer_;
};

}  // namespace

std::vector<Quotation> find_quotations(const Document& document, const Analysis& analysis) {
  return Quotations(document, analysis).run();
}

}  // namespace attest
