#include "serve/wanted.hpp"

namespace attest {

WantedNames::WantedNames(const Question& question, std::string_view filter, By by,
                         std::span<const std::string> folded) {
  const auto values = question.wanted(filter);
  asked_ = !values.empty();
  if (!asked_) return;
  hits_.resize(folded.size());
  std::vector<std::string> names;
  std::string together;  // names have commas: the whole list may be one
  for (const std::string& value : values) {
    names.push_back(fold_word(value));
    if (!together.empty()) together += ", ";
    together += names.back();
  }
  names.push_back(together);
  for (std::size_t i = 1; i < folded.size(); ++i)
    hits_[i] = std::ranges::any_of(names, [&](const std::string& name) {
      return by == By::whole ? folded[i] == name : folded[i].find(name) != std::string::npos;
    });
}

WantedCountries::WantedCountries(const Question& question) {
  for (const std::string& code : question.wanted("country")) countries_.push_back(country_number(code));
  std::erase(countries_, std::uint16_t{0});
  asked_ = !question.wanted("country").empty();
}

std::uint16_t country_number(std::string_view code) {
  if (code.size() != 2) return 0;
  return static_cast<std::uint16_t>(static_cast<unsigned char>(code[0]) << 8U | static_cast<unsigned char>(code[1]));
}

std::string country_code(std::uint16_t number) {
  if (number == 0) return {};
  return {static_cast<char>(number >> 8U), static_cast<char>(number & 0xFFU)};
}

}  // namespace attest
