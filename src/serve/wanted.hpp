// What a question's filters want, made ready to be held against values: lists of written names as bits, names folded.
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "attest/vocabulary.hpp"
#include "base/fold_word.hpp"
#include "serve/question.hpp"

namespace attest {

/// A filter by a closed list. Without values it takes everything.
template <class E>
class WantedValues {
 public:
  WantedValues(const Question& question, std::string_view filter) {
    for (const std::string& name : question.wanted(filter))
      if (const auto value = from_name<E>(name)) bits_ |= 1U << static_cast<unsigned>(*value);
    asked_ = !question.wanted(filter).empty();
  }
  [[nodiscard]] bool takes(E value) const { return !asked_ || (bits_ >> static_cast<unsigned>(value) & 1U) != 0; }
  [[nodiscard]] bool takes(const std::optional<E>& value) const { return !asked_ || (value && takes(*value)); }
  [[nodiscard]] bool asked() const { return asked_; }
  [[nodiscard]] std::uint32_t bits() const { return bits_; }

 private:
  std::uint32_t bits_ = 0;
  bool asked_ = false;
};

/// A filter by names that are kept once and stand in rows as numbers. Without values it takes everything.
class WantedNames {
 public:
  enum class By { whole, part };
  /// @param folded  all names, folded, by their numbers; 0 is none
  WantedNames(const Question& question, std::string_view filter, By by, std::span<const std::string> folded);
  [[nodiscard]] bool takes(std::uint32_t name) const { return !asked_ || hits_[name]; }
  [[nodiscard]] bool asked() const { return asked_; }

 private:
  std::vector<bool> hits_;
  bool asked_ = false;
};

/// A filter by countries' two letters.
class WantedCountries {
 public:
  explicit WantedCountries(const Question& question);
  /// @param country  as in Testimony
  [[nodiscard]] bool takes(std::uint16_t country) const {
    return !asked_ || std::ranges::find(countries_, country) != countries_.end();
  }
  [[nodiscard]] bool asked() const { return asked_; }

 private:
  std::vector<std::uint16_t> countries_;
  bool asked_ = false;
};

/// Two letters as a number, 0 for anything else; and back, empty for 0.
[[nodiscard]] std::uint16_t country_number(std::string_view code);
[[nodiscard]] std::string country_code(std::uint16_t number);

}  // namespace attest
