// The words of a text as the finder of names walks over them: neighbours, lines that are headlines, and steps from one
// word of a name to the next.
#pragma once

#include <cstddef>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "annotate/name_tokens.hpp"
#include "annotate/name_words.hpp"

namespace attest {

inline constexpr std::size_t kNoToken = std::numeric_limits<std::size_t>::max();

class NameLines {
 public:
  NameLines(std::string_view text, const NameWords& words);

  [[nodiscard]] std::size_t size() const { return tokens_.size(); }
  [[nodiscard]] const NameToken& token(std::size_t i) const { return tokens_[i]; }
  [[nodiscard]] std::string_view raw(std::size_t i) const {
    return i < tokens_.size() ? slice(text_, tokens_[i].span) : std::string_view();
  }
  [[nodiscard]] bool is_word(std::size_t i) const { return i < size() && tokens_[i].kind == NameTokenKind::word; }
  [[nodiscard]] bool is_number(std::size_t i) const { return i < size() && tokens_[i].kind == NameTokenKind::number; }
  [[nodiscard]] bool is_mark(std::size_t i, std::string_view one_of) const {
    return i < size() && tokens_[i].kind == NameTokenKind::mark && one_of.find(raw(i)) != std::string_view::npos;
  }
  /// A capital that tells something: not of an acronym, unless the whole line is in capitals.
  [[nodiscard]] bool is_capital(std::size_t i) const {
    return is_word(i) && tokens_[i].capital && (!tokens_[i].all_capital || in_capitals_[i]);
  }
  /// Does the line write nearly every word with a capital?
  [[nodiscard]] bool in_headline(std::size_t i) const { return in_headline_[i]; }
  [[nodiscard]] const std::string& folded(std::size_t i) const;
  [[nodiscard]] NameWord classes(std::size_t i) const;
  [[nodiscard]] bool is_any(std::size_t i, NameWord of) const { return is_word(i) && attest::is_any(classes(i), of); }

  /// "al", "bin", "van": small words within names.
  [[nodiscard]] bool is_particle(std::size_t i) const;
  [[nodiscard]] bool is_initial(std::size_t i) const;
  /// The word that goes on with a name after its word `i`: with a capital, over particles, hyphens and initials' dots.
  [[nodiscard]] std::size_t next_in_name(std::size_t i) const;
  /// The word before `i` in its line, over the dots of titles; kNoToken where another mark stands between.
  [[nodiscard]] std::size_t word_before(std::size_t i) const;

 private:
  void look_at_line(std::size_t first, std::size_t last);
  struct Known {
    std::string folded;
    NameWord classes = NameWord::none;
  };
  const Known& known(std::size_t i) const;

  std::string_view text_;
  const NameWords& words_;
  std::vector<NameToken> tokens_;
  std::vector<bool> in_headline_, in_capitals_;
  mutable std::vector<std::optional<Known>> known_;  // by token
};

}  // namespace attest
