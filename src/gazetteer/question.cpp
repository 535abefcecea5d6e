#include <algorithm>
#include <array>
#include <optional>

#include "base/fold_word.hpp"
#include "gazetteer/resolve.hpp"

namespace attest {

namespace {

struct SortWord {
  std::string_view word;
  std::optional<PlaceKind> kind;
  bool of_name = false;  // the name has no meaning without it: "Tabqa dam" is not Tabqa
};
constexpr auto kSortWords = std::to_array<SortWord>({
    {"village", PlaceKind::village},
    {"hamlet", PlaceKind::village},
    {"settlement", PlaceKind::village},
    {"locality", PlaceKind::village},
    {"farm", PlaceKind::village},
    {"farms", PlaceKind::village},
    {"town", PlaceKind::town},
    {"township", PlaceKind::town},
    {"city", PlaceKind::city},
    {"suburb", PlaceKind::quarter},
    {"neighbourhood", PlaceKind::quarter},
    {"neighborhood", PlaceKind::quarter},
    {"quarter", PlaceKind::quarter},
    {"district", PlaceKind::adm2},
    {"subdistrict", PlaceKind::adm2},
    {"sub-district", PlaceKind::adm2},
    {"county", PlaceKind::adm2},
    {"municipality", PlaceKind::adm2},
    {"commune", PlaceKind::adm2},
    {"woreda", PlaceKind::adm2},
    {"province", PlaceKind::adm1},
    {"governorate", PlaceKind::adm1},
    {"region", PlaceKind::adm1},
    {"state", PlaceKind::adm1},
    {"oblast", PlaceKind::adm1},
    {"department", PlaceKind::adm1},
    {"area", std::nullopt},
    {"countryside", std::nullopt},
    {"plain", std::nullopt},
    {"plains", std::nullopt},
    {"camp", PlaceKind::camp},
    {"airport", PlaceKind::facility, true},
    {"airbase", PlaceKind::facility, true},
    {"airfield", PlaceKind::facility, true},
    {"heliport", PlaceKind::facility, true},
    {"base", PlaceKind::facility, true},
    {"barracks", PlaceKind::facility, true},
    {"checkpoint", PlaceKind::facility, true},
    {"crossing", PlaceKind::facility, true},
    {"crossroad", PlaceKind::facility, true},
    {"junction", PlaceKind::facility, true},
    {"field", PlaceKind::facility, true},
    {"fields", PlaceKind::facility, true},
    {"oilfield", PlaceKind::facility, true},
    {"plant", PlaceKind::facility, true},
    {"station", PlaceKind::facility, true},
    {"complex", PlaceKind::facility, true},
    {"dam", PlaceKind::facility, true},
    {"bridge", PlaceKind::facility, true},
    {"castle", PlaceKind::facility, true},
    {"hospital", PlaceKind::facility, true},
    {"prison", PlaceKind::facility, true},
    {"university", PlaceKind::facility, true},
    {"mountain", PlaceKind::feature, true},
    {"mountains", PlaceKind::feature, true},
    {"hill", PlaceKind::feature, true},
    {"hills", PlaceKind::feature, true},
    {"island", PlaceKind::feature, true},
    {"valley", PlaceKind::feature, true},
    {"desert", PlaceKind::feature, true},
    {"lake", PlaceKind::water, true},
    {"reservoir", PlaceKind::water, true},
});

/// Words between a name and the word for its sort: "Hama military airport", "Yarmouk refugee camp".
constexpr auto kBetween =
    std::to_array<std::string_view>({"military", "international", "air", "army", "gas", "oil", "border", "thermal",
                                     "power", "pumping", "refugee", "idp", "displacement", "research", "training"});

/// The names that an airfield goes by.
constexpr auto kAirfields = std::to_array<std::string_view>({" airport", " air base", " airbase", " military airport"});

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

struct Translation {
  std::string_view english, local;
};
/// What maps leave in Arabic and newspapers translate.
constexpr auto kTranslations = std::to_array<Translation>({{"eastern", "sharqi"},
                                                           {"south", "janubi"},
                                                           {"north", "shamali"},
                                                           {"west", "gharbi"},
                                                           {"east", "sharqi"},
                                                           {"western", "gharbi"},
                                                           {"northern", "shamali"},
                                                           {"southern", "janubi"},
                                                           {"upper", "fawqani"},
                                                           {"lower", "tahtani"},
                                                           {"greater", "kabir"},
                                                           {"big", "kabir"},
                                                           {"lesser", "saghir"},
                                                           {"little", "saghir"},
                                                           {"small", "saghir"},
                                                           {"old", "qadim"},
                                                           {"new", "jadid"}});

/// "Western Ghariyah" is "Ghariyah Gharbi" as well.
void translate(PlaceQuestion& question) {
  const std::string& name = question.name;
  const std::size_t space = name.find(' ');
  if (space == std::string::npos) return;
  const auto* const found = std::ranges::find(kTranslations, fold_word(name.substr(0, space)), &Translation::english);
  if (found != kTranslations.end()) question.also.push_back(name.substr(space + 1) + " " + std::string(found->local));
}

std::string_view without_last_word(std::string_view text) { return trimmed(text.substr(0, text.find_last_of(' '))); }

/// What a name is called after, without the words for its sort.
std::string_view stem_of(std::string_view name) {
  while (name.find(' ') != std::string_view::npos) {
    const std::string last = fold_word(last_word(name));
    if (sort_of(last) == nullptr && std::ranges::find(kBetween, last) == kBetween.end()) break;
    name = without_last_word(name);
  }
  return name;
}

/// A site keeps its whole name; that it lies by the place it is called after is better than nothing.
void keep_site(std::string_view name, PlaceQuestion& question) {
  const std::string sort = fold_word(last_word(name));
  question.beside = stem_of(name);
  const bool flies = sort.starts_with("air") || (sort == "base" && fold_word(name).find(" air ") != std::string::npos);
  if (!flies) return;
  for (const std::string_view ending : kAirfields) question.also.push_back(question.beside + std::string(ending));
}

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
    if (sort->of_name) {
      keep_site(rest, question);
      break;
    }
    rest = without_last_word(rest);
    while (sort->kind == PlaceKind::camp && rest.find(' ') != std::string_view::npos &&
           std::ranges::find(kBetween, fold_word(last_word(rest))) != kBetween.end())
      rest = without_last_word(rest);
  }
  question.name = rest;
}

/// "Tadmur/Palmyra town": two names of one place.
void take_names(std::string_view names, PlaceQuestion& question) {
  const std::size_t slash = names.find('/');
  if (slash == std::string_view::npos || slash == 0 || slash + 1 == names.size()) return take_sort(names, question);
  take_sort(names.substr(slash + 1), question);
  PlaceQuestion first;
  take_sort(names.substr(0, slash), first);
  question.also.insert(question.also.begin(), std::move(question.name));
  question.name = std::move(first.name);
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
  take_names(name, question);
  translate(question);
  const bool in_brackets = bracket != std::string_view::npos;
  while (!around.empty()) {
    const std::size_t comma = std::min(around.find(','), around.size());
    PlaceQuestion outer;
    take_sort(around.substr(0, comma), outer);
    if (!outer.name.empty()) {
      if (in_brackets) question.instead.push_back(outer.name);
      question.within.push_back({std::move(outer.name), outer.kind});
    }
    around.remove_prefix(std::min(comma + 1, around.size()));
  }
  return question;
}

}  // namespace attest
