#include "annotate/name_context.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

namespace attest {

namespace {

constexpr std::size_t kFar = 16;  // tokens that an apposition reaches
constexpr std::size_t kMaxOfficeWords = 10;

bool is_one_of(std::string_view word, const auto& list) { return std::ranges::find(list, word) != list.end(); }

bool is_age(const NameLines& lines, std::size_t i) {
  const std::string_view digits = lines.raw(i);
  return lines.is_number(i) && digits.size() <= 2;
}

/// "of the Red Crescent", "from UNICEF": the tokens of an organisation that is listed.
bool is_organisation(const NameLines& lines, std::size_t i, const Lexicon& lexicon) {
  if (lines.is_word(i) && lines.folded(i) == "the") ++i;
  std::vector<std::string> words;
  for (; lines.is_word(i) && words.size() < 8; ++i) words.push_back(lines.folded(i));
  return !words.empty() && lexicon.name_at(words, List::organisation) > 0;
}

/// Back over what may stand within one phrase: "U.N.", "Vietnam's", a quoted name; kNoToken at its beginning.
std::size_t back_in_phrase(const NameLines& lines, std::size_t i) {
  for (int marks = 0; i > 0 && marks < 3; ++marks) {
    --i;
    if (lines.is_word(i)) return i;
    const std::string_view mark = lines.raw(i);
    const bool dot = mark == "." && lines.token(i).joined && i > 0 && lines.is_word(i - 1) &&
                     (lines.is_initial(i - 1) || lines.is_any(i - 1, NameWord::title | NameWord::office));
    const bool inside =
        mark == "'" || mark == "\u2019" || mark == "-" || mark == "\"" || mark == "\u201C" || mark == "\u201D";
    if (!dot && !inside) return kNoToken;
  }
  return kNoToken;
}

/// "the spokesman for the coalition, NAME," and "Foreign Minister NAME", "Commissioner for Human Rights NAME".
bool office_before(const NameLines& lines, NameRun name) {
  static constexpr auto kLinks =
      std::to_array<std::string_view>({"of", "for", "the", "to", "in", "at", "on", "general", "s"});
  static constexpr auto kOtherClause =
      std::to_array<std::string_view>({"said", "says", "told", "that", "who", "when", "while", "after", "before", "and",
                                       "but", "was", "were", "is", "has", "had", "by"});
  static constexpr NameWord kWithin =
      NameWord::ordinary | NameWord::body | NameWord::land | NameWord::title | NameWord::lead;
  std::size_t i = lines.word_before(name.first);
  bool apart = false;  // by a comma or a bracket
  if (i == kNoToken && name.first >= 2 && lines.is_mark(name.first - 1, ",(\"")) {
    apart = true;
    i = back_in_phrase(lines, name.first - 1);
    if (i == kNoToken || has_age(lines, name)) return false;
  }
  for (std::size_t steps = 0; i != kNoToken && steps < kMaxOfficeWords; ++steps, i = back_in_phrase(lines, i)) {
    const NameWord classes = lines.classes(i);
    const std::string& word = lines.folded(i);
    if (is_any(classes, NameWord::office)) {
      if (!apart) return true;
      if (lines.is_capital(i + 1) && !is_any(lines.classes(i + 1), kWithin)) return false;  // "Mayor OTHER, NAME,"
      // In apposition, what stands before the comma is the office and no other clause's: "the governor of X, NAME,"
      const std::size_t behind = name.last + 1;
      return lines.is_mark(behind, ",.)") || lines.is_any(behind, NameWord::ordinary);
    }
    if (is_any(classes, NameWord::kin)) return false;
    const bool capital = lines.token(i).capital && (apart || is_any(classes, kWithin));
    const bool plain = apart ? !is_one_of(word, kOtherClause) : is_any(classes, NameWord::body);
    if (!capital && !lines.token(i).all_capital && !plain && !is_one_of(word, kLinks)) return false;
  }
  return false;
}

/// "NAME, the agency's country director", "NAME, who heads", "NAME of the Red Crescent".
bool office_behind(const NameLines& lines, NameRun name, const Lexicon& lexicon) {
  std::size_t i = name.last + 1;
  if (lines.is_word(i)) {
    static constexpr auto kOf = std::to_array<std::string_view>({"of", "from", "with", "at"});
    if (is_one_of(lines.folded(i), kOf)) return is_organisation(lines, i + 1, lexicon);
    return false;
  }
  if (!lines.is_mark(i, ",") && !lines.is_mark(i, "(")) return false;
  ++i;
  if (is_age(lines, i)) {
    if (!lines.is_mark(i + 1, ",")) return false;
    i += 2;
  }
  static constexpr auto kBegins = std::to_array<std::string_view>(
      {"the", "a", "an", "who", "former", "then", "acting", "senior", "one", "now", "his", "her", "its", "their"});
  if (lines.is_word(i) && !lines.token(i).capital && !is_one_of(lines.folded(i), kBegins) &&
      !is_any(lines.classes(i), NameWord::office | NameWord::body))
    return false;  // "NAME, just before the president"
  const bool who = lines.is_word(i) && lines.folded(i) == "who";
  for (std::size_t end = i + kFar; i < end && i < lines.size(); ++i) {
    if (!lines.is_word(i)) {
      if (lines.is_mark(i, "-'`/()\"") || lines.raw(i) == "\u2019" || lines.is_number(i)) continue;
      if (lines.is_mark(i, ".") && lines.token(i).joined && i + 1 < lines.size() && lines.token(i + 1).joined) continue;
      return false;
    }
    const NameWord classes = lines.classes(i);
    if (is_any(classes, NameWord::kin) && !lines.token(i).capital) return false;
    if (is_any(classes, NameWord::office)) {  // its own, not the next one's: "NAME, spokesman NAME"
      const std::size_t next = i + 1;
      return !lines.is_capital(next) ||
             is_any(lines.classes(next), NameWord::ordinary | NameWord::body | NameWord::land);
    }
    static constexpr auto kHeads =
        std::to_array<std::string_view>({"heads", "leads", "commands", "chairs", "directs", "runs", "headed", "led",
                                         "commanded", "heading", "leading"});
    if (who && is_one_of(lines.folded(i), kHeads)) return true;
    static constexpr auto kVerbs = std::to_array<std::string_view>({"said", "says", "told", "was", "were", "died"});
    if (is_one_of(lines.folded(i), kVerbs)) return false;
  }
  return false;
}

}  // namespace

bool has_age(const NameLines& lines, NameRun name) {
  static constexpr auto kBehind =
      std::to_array<std::string_view>({"and", "who", "was", "is", "from", "told", "said", "of"});
  std::size_t i = name.last + 1;
  if (lines.is_mark(i, ",(")) ++i;
  if (lines.is_word(i) && (lines.folded(i) == "aged" || lines.folded(i) == "age")) return is_age(lines, i + 1);
  if (i > name.last + 1 && is_age(lines, i)) {
    const std::size_t j = i + 1;
    if (j >= lines.size() || lines.token(j).kind == NameTokenKind::line_end || lines.is_mark(j, ",.;)-")) return true;
    if (lines.is_word(j) && is_one_of(lines.folded(j), kBehind)) return true;
  }
  std::size_t before = name.first;  // "34-year-old NAME"
  return before > 1 && lines.is_word(before - 1) &&
         (lines.folded(before - 1) == "old" || lines.folded(before - 1) == "aged");
}

bool follows_kin(const NameLines& lines, NameRun name) {
  std::size_t i = lines.word_before(name.first);
  if (i == kNoToken && name.first >= 2 && lines.is_mark(name.first - 1, ",") && lines.is_word(name.first - 2))
    return is_any(lines.classes(name.first - 2), NameWord::kin) &&
           !is_any(lines.classes(name.first - 2), NameWord::office);
  if (i == kNoToken) return false;
  if (lines.folded(i) == "as" && i > 0 && lines.is_word(i - 1)) {
    static constexpr auto kNamed = std::to_array<std::string_view>({"identified", "named", "known"});
    return is_one_of(lines.folded(i - 1), kNamed);
  }
  return is_any(lines.classes(i), NameWord::kin) && !is_any(lines.classes(i), NameWord::office);
}

bool follows_place_word(const NameLines& lines, NameRun name) {
  static constexpr auto kPlace = std::to_array<std::string_view>(
      {"in",       "at",       "near",    "from",         "to",          "around", "outside", "inside",
       "towards",  "toward",   "into",    "across",       "through",     "via",    "between", "off",
       "of",       "on",       "east",    "west",         "north",       "south",  "eastern", "western",
       "northern", "southern", "central", "neighbouring", "neighboring", "nearby", "the"});
  const std::size_t i = lines.word_before(name.first);
  return i != kNoToken && is_one_of(lines.folded(i), kPlace);
}

bool is_in_office(const NameLines& lines, NameRun name, const Lexicon& lexicon) {
  return office_before(lines, name) || office_behind(lines, name, lexicon);
}

bool is_credit(const NameLines& lines, NameRun name) {
  static constexpr auto kCredit =
      std::to_array<std::string_view>({"reporting", "editing", "written", "edited", "compiled", "photograph", "photo",
                                       "picture", "additional", "writing"});
  static constexpr auto kAgencies =
      std::to_array<std::string_view>({"reuters", "afp", "ap", "getty", "epa", "anadolu", "bbc", "cnn"});
  std::size_t behind = name.last + 1;
  if (lines.is_mark(behind, "/,|(") && lines.is_word(behind + 1) && is_one_of(lines.folded(behind + 1), kAgencies))
    return true;
  if (name.first >= 2 && lines.is_mark(name.first - 1, "/") && lines.is_word(name.first - 2) &&
      is_one_of(lines.folded(name.first - 2), kAgencies))
    return true;
  // Back over other names to "by": "Reporting by NAME in PLACE and NAME"
  std::size_t i = name.first;
  for (int steps = 0; steps < 16 && i > 0; ++steps) {
    --i;
    if (!lines.is_word(i)) {
      if (lines.is_mark(i, ",.-&;")) continue;
      return false;
    }
    if (lines.folded(i) == "by") {
      const bool begins = i == 0 || lines.token(i - 1).kind == NameTokenKind::line_end;
      return begins || (lines.is_word(i - 1) && is_one_of(lines.folded(i - 1), kCredit));
    }
    const std::string& word = lines.folded(i);
    if (!lines.token(i).capital && word != "and" && word != "in" && !lines.is_particle(i)) return false;
  }
  return false;
}

}  // namespace attest
