#include "language/word_lists.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "language/fold.hpp"

namespace attest {

namespace {

using namespace std::string_view_literals;

template <std::size_t N>
constexpr auto sorted(std::array<std::string_view, N> words) {
  std::ranges::sort(words);
  return words;
}

template <std::size_t N>
bool has(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::ranges::binary_search(words, word);
}

constexpr auto kAbbreviations = sorted(std::to_array<std::string_view>(
    {"adm.",   "al.",     "amb.",   "approx.", "apr.",  "ariz.", "attn.", "aug.", "ave.",  "bldg.",  "blvd.", "brig.",
     "bros.",  "ca.",     "calif.", "capt.",   "cf.",   "cmdr.", "co.",   "col.", "colo.", "conn.",  "corp.", "cpl.",
     "cpt.",   "d.c.",    "dec.",   "dept.",   "dr.",   "drs.",  "e.g.",  "ed.",  "eds.",  "eg.",    "esp.",  "est.",
     "etc.",   "ext.",    "feb.",   "fig.",    "figs.", "fla.",  "fri.",  "ft.",  "gen.",  "gens.",  "gov.",  "govs.",
     "hon.",   "i.e.",    "ie.",    "inc.",    "insp.", "jan.",  "jr.",   "jul.", "jun.",  "lt.",    "ltd.",  "maj.",
     "mar.",   "messrs.", "mich.",  "mil.",    "minn.", "mlle.", "mme.",  "mon.", "mr.",   "mrs.",   "ms.",   "msgr.",
     "mt.",    "no.",     "nos.",   "nov.",    "oct.",  "okla.", "p.",    "pfc.", "ph.d.", "pp.",    "pres.", "prof.",
     "profs.", "pvt.",    "rep.",   "reps.",   "ret.",  "rev.",  "sat.",  "sen.", "sens.", "sep.",   "sept.", "sgt.",
     "spc.",   "sr.",     "st.",    "sts.",    "sun.",  "supt.", "tenn.", "thu.", "thur.", "thurs.", "tue.",  "tues.",
     "va.",    "vol.",    "vols.",  "vs.",     "wed.",  "wis."}));

constexpr auto kNeedCapital = sorted(std::to_array<std::string_view>(
    {"ave.", "co.",   "col.", "dec.", "ed.",  "fig.", "gen.", "mar.", "mil.", "mon.", "no.",
     "nos.", "pres.", "rep.", "ret.", "rev.", "sat.", "sun.", "va.",  "wed.", "wis."}));

// Measured on the train parts of EWT and GUM: whole 9 times of 10 or more. "mid" is left out, though whole there: dates
// read "mid" "-" "March". Of "passers-by", one word or three in treebanks, the "by" would be taken for a preposition.
constexpr auto kPrefixes = sorted(std::to_array<std::string_view>(
    {"anti",   "arch", "co",    "counter", "cross", "e",      "ex",      "inter", "intra", "macro", "mega",
     "micro",  "mini", "multi", "non",     "over",  "passer", "passers", "post",  "pre",   "pro",   "pseudo",
     "psycho", "re",   "semi",  "socio",   "sub",   "super",  "trans",   "ultra", "un"}));

constexpr auto kUnits = sorted(std::to_array<std::string_view>(
    {"am",  "b",   "bn",  "c",   "cc",  "cm",  "f",   "ft",  "g",   "gb", "ghz", "gmt", "ha",  "hh",  "hrs", "hz", "k",
     "kb",  "kg",  "kgs", "kgt", "khz", "km",  "kmh", "kms", "kph", "kt", "kw",  "l",   "lb",  "lbs", "m",   "mb", "mg",
     "mhz", "min", "ml",  "mm",  "mn",  "mph", "mw",  "p",   "pm",  "sq", "tb",  "tn",  "utc", "x",   "yo",  "yrs"}));

constexpr auto kNameEndings = sorted(std::to_array<std::string_view>(
    {"asp", "aspx", "biz",  "co",  "com",  "doc", "docx", "edu", "eu",   "exe", "gif", "gov",
     "htm", "html", "info", "int", "jpeg", "jpg", "mil",  "mov", "mp3",  "mp4", "net", "org",
     "pdf", "php",  "png",  "ppt", "ru",   "txt", "uk",   "xls", "xlsx", "zip"}));

constexpr auto kCuts = std::to_array<std::pair<std::string_view, std::size_t>>({{"cannot", 3},
                                                                                {"gonna", 3},
                                                                                {"gotta", 3},
                                                                                {"wanna", 3},
                                                                                {"outta", 3},
                                                                                {"dont", 2},
                                                                                {"didnt", 3},
                                                                                {"doesnt", 4},
                                                                                {"havent", 4},
                                                                                {"isnt", 2},
                                                                                {"wasnt", 3},
                                                                                {"wouldnt", 5},
                                                                                {"couldnt", 5}});

// Longest first where one begins another.
constexpr auto kEmoticons =
    std::to_array<std::string_view>({":'-(", ":'(", ":-)", ":-(", ";-)", ":-D", ":-P", ":-p", ":-/", ":-|", ":))",
                                     "=))",  ":)",  ":(",  ";)",  ":D",  ":P",  ":p",  "=)",  "=(",  "=D",  "<3"});

}  // namespace

bool is_initials(std::string_view word) {
  if (word.size() < 2 || word.size() > 16 || word.size() % 2 != 0) return false;  // longer rows are damage
  for (std::size_t i = 0; i < word.size(); i += 2) {
    const char c = folded(word[i]);
    if (c < 'a' || c > 'z' || word[i + 1] != '.') return false;
  }
  return true;
}

bool is_abbreviation(std::string_view folded) { return is_initials(folded) || has(kAbbreviations, folded); }
bool needs_capital(std::string_view folded) { return has(kNeedCapital, folded); }
bool is_joining_prefix(std::string_view folded) { return has(kPrefixes, folded); }
bool is_unit(std::string_view folded) { return has(kUnits, folded); }
bool is_name_ending(std::string_view folded) { return has(kNameEndings, folded); }

std::size_t cut_of(std::string_view folded) {
  for (const auto& [word, cut] : kCuts)
    if (word == folded) return cut;
  return 0;
}

std::size_t emoticon_at(std::string_view text) {
  for (std::string_view emoticon : kEmoticons)
    if (text.starts_with(emoticon)) return emoticon.size();
  return 0;
}

}  // namespace attest
