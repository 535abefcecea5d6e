#include "cli/other_languages.hpp"

#include <fmt/format.h>

#include "claims/languages.hpp"
#include "read/language.hpp"

namespace attest::cli {

std::string not_coded(const Document& document) {
  return is_coded(document) ? std::string() : ", not coded: " + language_name(document.language->value);
}

std::string other_language(const Document& document) {
  return is_coded(document) ? std::string() : document.language->value;
}

void OtherLanguages::note(const std::string& language) {
  if (!language.empty()) ++counts_[language];
}

std::string OtherLanguages::line() const {
  int reports = 0;
  std::string list;
  for (const auto& [language, count] : counts_) {
    reports += count;
    list += fmt::format("{}{} in {}", list.empty() ? "" : ", ", count, language_name(language));
  }
  if (reports == 0) return {};
  return fmt::format("{} not coded, as {} not in English: {}\n",
                     reports == 1 ? "1 report" : fmt::format("{} reports", reports),
                     reports == 1 ? "it is" : "they are", list);
}

}  // namespace attest::cli
