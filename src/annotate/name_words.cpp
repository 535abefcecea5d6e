#include "annotate/name_words.hpp"

#include <fmt/format.h>

#include <array>
#include <unordered_map>
#include <utility>
#include <vector>

#include "base/fold_word.hpp"
#include "base/table.hpp"

namespace attest {

namespace {

constexpr std::array<std::pair<std::string_view, NameWord>, 6> kClasses = {{{"office", NameWord::office},
                                                                            {"private", NameWord::kin},
                                                                            {"title", NameWord::title},
                                                                            {"body", NameWord::body},
                                                                            {"lead", NameWord::lead},
                                                                            {"thing", NameWord::land}}};

/// Days and months begin with a capital and are no names, whatever else the lists say of them.
constexpr std::array<std::string_view, 19> kDates = {
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday",  "sunday",  "january",  "february", "march",
    "april",  "may",     "june",      "july",     "august", "september", "october", "november", "december"};

/// Words of a name as the finder of names folds them: hyphens divide.
std::string folded_name(std::string_view name) {
  std::string out;
  for (char c : fold_word(name))
    if (c == ' ' || c == '-')
      out += ' ';
    else if (c != '.')
      out += c;
  return out;
}

}  // namespace

Result<NameWords> NameWords::load(const std::filesystem::path& folder) {
  std::unordered_map<std::string, NameWord> words;
  const auto add = [&](const std::string& word, NameWord classes) {
    NameWord& known = words.emplace(word, NameWord::none).first->second;
    known = known | classes;
  };
  ATTEST_TRY(const Table given, read_table(folder / "given_names.tsv", {"name"}));
  for (const TableRow& row : given.rows) add(row.cells[0], NameWord::given);
  ATTEST_TRY(const Table ordinary, read_table(folder / "en" / "ordinary_words.tsv", {"word"}));
  for (const TableRow& row : ordinary.rows) add(row.cells[0], NameWord::ordinary);
  ATTEST_TRY(const Table context, read_table(folder / "en" / "name_context.tsv", {"word", "classes"}));
  for (const TableRow& row : context.rows)
    for (const std::string& name : split_list(row.cells[1])) {
      NameWord found = NameWord::none;
      for (const auto& [word, one] : kClasses)
        if (word == name) found = one;
      if (found == NameWord::none) return context.complain(row, fmt::format("'{}' is not a known class", name));
      add(fold_word(row.cells[0]), found);
    }
  ATTEST_TRY(const Table countries, read_table(folder / "countries.tsv", {"code", "name", "aliases", "adjectives",
                                                                          "people", "capital", "lat", "lon"}));
  for (const TableRow& row : countries.rows)
    for (const std::size_t column : {1U, 2U, 3U, 4U, 5U})
      for (const std::string& name : split_list(row.cells[column]))
        if (name.find(' ') == std::string::npos) add(fold_word(name), NameWord::land);
  for (const std::string_view date : kDates) add(std::string(date), NameWord::land);

  NameWords out;
  for (const auto& [word, classes] : words) out.words_.add(key_of(word), static_cast<std::uint32_t>(classes));
  ATTEST_TRY(const Table persons, read_table(folder / "public_persons.tsv", {"name", "aliases"}));
  for (const TableRow& row : persons.rows) {
    out.persons_.insert(folded_name(row.cells[0]));
    for (const std::string& alias : split_list(row.cells[1])) out.persons_.insert(folded_name(alias));
  }
  return out;
}

}  // namespace attest
