#include "gazetteer/spelling.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <vector>

#include "base/fold_word.hpp"
#include "gazetteer/letters.hpp"

namespace attest {

namespace {

template <std::size_t N>
bool among(const std::array<std::string_view, N>& list, std::string_view word) {
  return std::ranges::find(list, word) != list.end();
}

/// The article of Arabic as it is written before any letter, and in Kurdish, Persian and Turkish spellings.
constexpr auto kArticles = std::to_array<std::string_view>(
    {"al", "el", "il", "ul", "ar", "er", "ir", "ur",  "as",  "es",  "us",  "at", "et", "ad",
     "ed", "ud", "an", "en", "az", "ez", "uz", "ash", "esh", "ath", "adh", "i",  "e",  "aal"});

/// Words for what sort of place it is, in the place's own language; a reader may leave them out or translate them.
constexpr auto kSorts = std::to_array<std::string_view>(
    {"nahiyat",  "nahiya",   "nahiyah", "nahya",     "qada",      "qadha",     "kaza",    "mintaqat",
     "mintaqah", "mantiqat", "mantika", "muhafazat", "muhafazah", "mohafazat", "markaz",  "merkez",
     "madinat",  "madinah",  "medinet", "qaryat",    "qaryah",    "qariyat",   "karyat",  "hayy",
     "mahallat", "mahallah", "mahalle", "mukhayyam", "wilayat",   "wilaya",    "shahrak", "woreda",
     "oblast",   "raion",    "rayon",   "misto",     "selo",      "selyshche", "gorod",   "poselok"});

/// Upper and lower, great and small, the four winds, old and new: in Arabic, Kurdish, Persian, Turkish and Slavic.
constexpr auto kQualifiers = std::to_array<std::string_view>(
    {"fawqani",  "fawqaniyah", "foqani",   "fouqani", "fawqa",     "fauqa",      "foqa",       "ulya",
     "tahtani",  "tahtaniyah", "tahta",    "sufla",   "kabir",     "kabira",     "kabirah",    "kubra",
     "saghir",   "saghira",    "saghirah", "sughra",  "sharqi",    "sharqiya",   "sharqiyah",  "gharbi",
     "gharbiya", "gharbiyah",  "shamali",  "shimali", "shamaliya", "shamaliyah", "shimaliyah", "janubi",
     "janubiya", "janubiyah",  "wusta",    "wustani", "wastani",   "qadim",      "qadima",     "qadimah",
     "jadid",    "jadida",     "jadidah",  "jorin",   "jerin",     "olya",       "bala",       "payin",
     "bozorg",   "kuchak",     "buyuk",    "kucuk",   "velyka",    "velyki",     "velykyi",    "mala",
     "mali",     "malyi",      "nova",     "novyi",   "nove",      "stara",      "staryi",     "verkhnya",
     "verkhnie", "nyzhnia",    "upper",    "lower",   "great",     "greater",    "little",     "eastern",
     "western",  "northern",   "southern", "east",    "west",      "north",      "south",      "old",
     "new"});

bool is_vowel(char c) { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' || c == 'w' || c == 'y'; }

/// Words between spaces, hyphens, slashes, dots and brackets; apostrophes stand inside words.
std::vector<std::string_view> words_of(std::string_view name) {
  std::vector<std::string_view> words;
  std::size_t at = 0;
  while (at < name.size()) {
    const std::size_t begin = name.find_first_not_of(" -/.,()\t_", at);
    if (begin == std::string_view::npos) break;
    at = std::min(name.find_first_of(" -/.,()\t_", begin), name.size());
    words.push_back(name.substr(begin, at - begin));
  }
  return words;
}

struct Sound {
  std::string_view letters, sound;
};
/// Longest first: what two letters write together, and letters that one sound is written with.
constexpr auto kSounds = std::to_array<Sound>({{"shch", "S"},
                                               {"tch", "S"},
                                               {"sch", "S"},
                                               {"dzh", "j"},
                                               {"sh", "S"},
                                               {"ch", "S"},
                                               {"kh", "h"},
                                               {"gh", "g"},
                                               {"dh", "d"},
                                               {"th", "t"},
                                               {"zh", "Z"},
                                               {"ph", "f"},
                                               {"dj", "j"},
                                               {"ck", "k"},
                                               {"q", "k"},
                                               {"c", "k"}});

/// Letters of one word into sounds: one sign each, vowels still as written.
std::string sounds_of(std::string_view word) {
  std::string out;
  for (std::size_t at = 0; at < word.size();) {
    if (word[at] == 'x') {  // Kurdish writes kh so where a word begins
      out += at == 0 ? "h" : "ks";
      ++at;
      continue;
    }
    const auto sound =
        std::ranges::find_if(kSounds, [&](const Sound& s) { return word.substr(at).starts_with(s.letters); });
    if (sound == kSounds.end()) {
      out += word[at++];
    } else {
      out += sound->sound;
      at += sound->letters.size();
    }
  }
  return out;
}

/// Doubled sounds are one; of a run of vowels count the colours i and u in their order, and a where there is neither.
std::string smoothed(std::string_view sounds) {
  std::string out;
  for (std::size_t at = 0; at < sounds.size();) {
    if (!is_vowel(sounds[at])) {
      if (out.empty() || out.back() != sounds[at]) out += sounds[at];
      ++at;
      continue;
    }
    std::string colours;
    for (; at < sounds.size() && is_vowel(sounds[at]); ++at) {
      const char c = sounds[at];
      const bool twice_e = c == 'e' && at + 1 < sounds.size() && sounds[at + 1] == 'e';
      const char colour = c == 'o' || c == 'u' || c == 'w' ? 'u' : c == 'i' || c == 'y' || twice_e ? 'i' : 'a';
      if (colour != 'a' && (colours.empty() || colours.back() != colour)) colours += colour;
    }
    out += colours.empty() ? "a" : colours.substr(0, 2);
  }
  return out;
}

/// The feminine ending, silent or not: Raqqah, Raqqat, Raqqa.
void drop_ending(std::string& sounds) {
  for (bool more = true; more;) {
    const std::size_t size = sounds.size();
    const bool silent = size >= 3 && sounds.back() == 'h' && (sounds[size - 2] == 'a' || sounds[size - 2] == 'e');
    const bool joined = size >= 5 && sounds.back() == 't' && (sounds[size - 2] == 'a' || sounds[size - 2] == 'e') &&
                        !is_vowel(sounds[size - 3]);
    more = silent || joined;
    if (more) sounds.pop_back();
  }
}

/// "S" and "Z" as people would write them, so that a key is a word that has itself for a key.
std::string spelt(std::string_view sounds) {
  std::string out;
  for (const char c : sounds) {
    if (c == 'S')
      out += "sh";
    else if (c == 'Z')
      out += "zh";
    else
      out += c;
  }
  return out;
}

}  // namespace

std::string fold_name(std::string_view name) {
  const std::vector<std::string_view> words = words_of(name);
  std::string out;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string word = fold_word(words[i]);
    if (word.empty() || (i == 0 && words.size() > 1 && among(kArticles, word))) continue;
    if (!out.empty()) out += ' ';
    out += word;
  }
  return out;
}

std::string sound_key(std::string_view name) {
  std::vector<std::string> words;
  for (const std::string_view word : words_of(name)) {
    std::string letters = latin_letters(word);
    const bool arabic = !word.empty() && (static_cast<unsigned char>(word[0]) & 0xFCU) == 0xD8U;
    if (arabic && letters.starts_with("al") && letters.size() > 4) letters.erase(0, 2);
    if (!letters.empty()) words.push_back(std::move(letters));
  }
  const auto kept = [&](const auto& list) {
    return std::ranges::any_of(words, [&](const std::string& word) { return !among(list, word); });
  };
  if (words.size() > 1 && kept(kSorts)) std::erase_if(words, [](const std::string& w) { return among(kSorts, w); });
  if (words.size() > 1 && kept(kArticles))
    std::erase_if(words, [](const std::string& w) { return among(kArticles, w); });
  std::string all;
  for (std::size_t i = 0; i < words.size(); ++i) {
    std::string& word = words[i];
    const bool father =
        word == "abu" || word == "abou" || word == "abo" || word == "albu" || word == "aboo" || word == "ebu";
    if (i + 1 < words.size() && father) word = "bu";
    if (i + 1 < words.size() && word == "ibn") word = "bin";
    // "Ezzor": an article written together with its word.
    if (i > 0 && word.size() >= 5 && (word[0] == 'a' || word[0] == 'e') && word[1] == word[2]) word.erase(0, 2);
    std::string sounds = smoothed(sounds_of(word));
    drop_ending(sounds);
    all += spelt(sounds);
  }
  for (std::string before; before != all;) {  // where words meet, letters may come together
    before = all;
    all = smoothed(sounds_of(all));
    drop_ending(all);
    all = spelt(all);
  }
  return all;
}

std::string consonant_key(std::string_view sound) {
  std::string out;
  for (std::size_t at = 0; at < sound.size(); ++at) {
    const char c = sound[at];
    if (is_vowel(c)) {
      if (at == 0) out += 'a';
    } else if (out.empty() || out.back() != (c == 'g' ? 'k' : c)) {
      out += c == 'g' ? 'k' : c;
    }
  }
  return out;
}

std::string without_qualifier(std::string_view name) {
  static const std::set<std::string, std::less<>> qualifiers = [] {
    std::set<std::string, std::less<>> keys;
    for (const std::string_view word : kQualifiers) keys.insert(sound_key(word));
    return keys;
  }();
  const std::vector<std::string_view> words = words_of(name);
  if (words.size() < 2) return {};
  std::string out;
  bool dropped = false;
  for (const std::string_view word : words) {
    if (qualifiers.contains(sound_key(word))) {
      dropped = true;
      continue;
    }
    if (!out.empty()) out += ' ';
    out += word;
  }
  while (dropped && !out.empty()) {  // the article of what has gone
    const std::size_t last = out.find_last_of(' ') + 1;
    if (!among(kArticles, fold_word(std::string_view(out).substr(last)))) break;
    out.erase(last == 0 ? 0 : last - 1);
  }
  return dropped ? out : std::string();
}

double likeness(std::string_view one, std::string_view other) {
  const std::size_t longest = std::max(one.size(), other.size());
  if (longest == 0) return 1;
  std::vector<std::size_t> row(other.size() + 1);
  for (std::size_t j = 0; j < row.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= one.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j < row.size(); ++j) {
      const std::size_t changed = diagonal + (one[i - 1] == other[j - 1] ? 0U : 1U);
      diagonal = row[j];
      row[j] = std::min({changed, row[j] + 1, row[j - 1] + 1});
    }
  }
  return 1 - static_cast<double>(row.back()) / static_cast<double>(longest);
}

}  // namespace attest
