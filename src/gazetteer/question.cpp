#include <algorithm>
#include <array>

#include "base/fold_word.hpp"
#include "gazetteer/resolve.hpp"

namespace attest {

namespace {

struct SortWord {
  std::string_view word;
  PlaceKind kind;
  bool of_name;  // the name has no meaning without it: "Tabqa dam" is not Tabqa
};
constexpr auto kSortWords = std::to_array<SortWord>({
    {"village", PlaceKind::village, false},        {"hamlet", PlaceKind::village, false},
    {"settlement", PlaceKind::village, false},     {"locality", PlaceKind::village, false},
    {"farm", PlaceKind::village, false},           {"farms", PlaceKind::village, false},
    {"town", PlaceKind::town, false},              {"township", PlaceKind::town, false},
    {"city", PlaceKind::city, false},              {"suburb", PlaceKind::quarter, false},
    {"neighbourhood", PlaceKind::quarter, false},  {"neighborhood", PlaceKind::quarter, false},
    {"quarter", PlaceKind::quarter, false},        {"district", PlaceKind::adm2, false},
    {"subdistrict", PlaceKind::adm2, false},       {"sub-district", PlaceKind::adm2, false},
    {"county", PlaceKind::adm2, false},            {"municipality", PlaceKind::adm2, false},
    {"commune", PlaceKind::adm2, false},           {"woreda", PlaceKind::adm2, false},
    {"province", PlaceKind::adm1, false},          {"governorate", PlaceKind::adm1, false},
    {"region", PlaceKind::adm1, false},            {"state", PlaceKind::adm1, false},
    {"oblast", PlaceKind::adm1, false},            {"department", PlaceKind::adm1, false},
    {"camp", PlaceKind::camp, false},              {"airport", PlaceKind::facility, true},
    {"airbase", PlaceKind::facility, true},        {"base", PlaceKind::facility, true},
    {"checkpoint", PlaceKind::facility, true},     {"crossing", PlaceKind::facility, true},
    {"field", PlaceKind::facility, true},          {"fields", PlaceKind::facility, true},
    {"oilfield", PlaceKind::facility, true},       {"plant", PlaceKind::facility, true},
    {"complex", PlaceKind::facility, true},        {"dam", PlaceKind::facility, true},
    {"bridge", PlaceKind::facility, true},         {"hospital", PlaceKind::facility, true},
    {"prison", PlaceKind::facility, true},         {"mountain", PlaceKind::feature, true},
    {"mountains", PlaceKind::feature, true},       {"hill", PlaceKind::feature, true},
    {"island", PlaceKind::feature, true},          {"valley", PlaceKind::feature, true},
    {"lake", PlaceKind::water, true},              {"reservoir", PlaceKind::water, true},
});

const SortWord* sort_of(std::string_view word) {
  const auto* const found = std::ranges::find(kSortWords, word, &SortWord::word);
  return found == kSortWords.end() ? nullptr : found;
}

std::string_view trimmed(std::string_view text) {
  const auto blank = [](char c) { return c == ' ' || c == ',' || c == '\t'; };
  while (!text.empty() && blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && blank(text.back())) text.remove_suffix(1);
  return text;
}

std::string_view last_word(std::string_view text) { return text.substr(text.find_last_of(' ') + 1); }

/// Takes the words for its sort off a name: "X village", "the village of X", "X refugee camp".
void take_sort(std::string_view name, PlaceQuestion& question) {
  std::string_view rest = trimmed(name);
  if (fold_word(rest.substr(0, rest.find(' '))) == "the") rest = trimmed(rest.substr(3));
  const std::size_t of = rest.find(" of ");
  if (of != std::string_view::npos) {
    if (const SortWord* sort = sort_of(fold_word(last_word(rest.substr(0, of)))); sort != nullptr && !sort->of_name) {
      question.kind = sort->kind;
      question.name = trimmed(rest.substr(of + 4));
      return;
    }
  }
  while (rest.find(' ') != std::string_view::npos) {
    const SortWord* sort = sort_of(fold_word(last_word(rest)));
    if (sort == nullptr) break;
    if (!question.kind) question.kind = sort->kind;
    if (sort->of_name) break;
    rest = trimmed(rest.substr(0, rest.find_last_of(' ')));
    if (sort->kind == PlaceKind::camp && fold_word(last_word(rest)) == "refugee")
      rest = trimmed(rest.substr(0, rest.find_last_of(' ')));
  }
  question.name = rest;
}

}  // namespace

PlaceQuestion read_question(std::string_view words) {
  PlaceQuestion question;
  std::string_view name = trimmed(words);
  const std::size_t bracket = name.find('(');
  std::string_view around;
  if (bracket != std::string_view::npos && bracket > 0) {
    const std::size_t end = std::min(name.find(')', bracket), name.size());
    around = name.substr(bracket + 1, end - bracket - 1);
    name = trimmed(name.substr(0, bracket));
  } else if (const std::size_t comma = name.find(','); comma != std::string_view::npos && comma > 0) {
    around = name.substr(comma + 1);
    name = trimmed(name.substr(0, comma));
  }
  take_sort(name, question);
  while (!around.empty()) {
    const std::size_t comma = std::min(around.find(','), around.size());
    PlaceQuestion outer;
    take_sort(around.substr(0, comma), outer);
    if (!outer.name.empty()) question.within.push_back(std::move(outer.name));
    around.remove_prefix(std::min(comma + 1, around.size()));
  }
  return question;
}

}  // namespace attest
