// What is known of the words that names are made of and that stand around them: which are given to people, which are
// ordinary, which say an office. Reviewed lists: resources/given_names.tsv, public_persons.tsv, en/ordinary_words.tsv,
// en/name_context.tsv.
#pragma once

#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <unordered_set>

#include "attest/error.hpp"
#include "base/key_table.hpp"

namespace attest {

/// A set of classes of one word.
enum class NameWord : std::uint16_t {
  none = 0,
  given = 1,     // "Fatima"
  ordinary = 2,  // "the", "killed"
  office = 4,    // "governor"
  kin = 8,       // says who a private person is: "wife", "resident"
  title = 16,    // "Mr", "Umm": no office
  body = 32,     // "Hospital"
  lead = 64,     // "Camp"
  land = 128     // a country, its people, a faith, a month
};
[[nodiscard]] constexpr NameWord operator|(NameWord a, NameWord b) {
  return static_cast<NameWord>(static_cast<unsigned>(a) | static_cast<unsigned>(b));
}
[[nodiscard]] constexpr bool is_any(NameWord word, NameWord classes) {
  return (static_cast<unsigned>(word) & static_cast<unsigned>(classes)) != 0;
}

/// Const is shareable between threads.
class NameWords {
 public:
  /// @param folder  of the resources
  /// @errors not_found; bad_resource with file, line and reason
  [[nodiscard]] static Result<NameWords> load(const std::filesystem::path& folder);

  /// @param folded  as fold_word gives it
  [[nodiscard]] NameWord of(std::string_view folded) const {
    const std::uint32_t* classes = words_.find(key_of(folded));
    return classes == nullptr ? NameWord::none : static_cast<NameWord>(*classes);
  }
  /// Is this the name of somebody in public life? Words folded, with a space between.
  [[nodiscard]] bool is_public(const std::string& name) const { return persons_.contains(name); }

 private:
  KeyTable words_;
  std::unordered_set<std::string> persons_;
};

}  // namespace attest
