#include "language/lemma.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "language/characters.hpp"
#include "language/fold.hpp"

namespace attest {

namespace {

constexpr std::string_view kExceptions =
#include "lemma_exceptions.inc"
    ;

struct Exception {
  std::string_view key;  // form in lower case, tab, XPOS
  std::string_view lemma;
};

/// Lines of "form, tab, XPOS, tab, lemma", sorted by their bytes.
std::vector<Exception> read_exceptions() {
  std::vector<Exception> exceptions;
  for (std::string_view rest = kExceptions; !rest.empty();) {
    const std::string_view line = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(std::min(line.size() + 1, rest.size()));
    const std::size_t tab = line.rfind('\t');
    if (tab != std::string_view::npos) exceptions.push_back({line.substr(0, tab), line.substr(tab + 1)});
  }
  std::ranges::sort(exceptions, {}, &Exception::key);
  return exceptions;
}

bool is_vowel(char c) { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u'; }

bool has_vowel(std::string_view stem) {
  return std::ranges::any_of(stem, [](char c) { return is_vowel(c) || c == 'y'; });
}

/// "friend" of "friends", "carry" of "carries": plurals of nouns and the third person of verbs.
std::string without_s(std::string word) {
  const auto drop = [&](std::size_t letters) { word.resize(word.size() - letters); };
  if (word.size() < 3 || !word.ends_with('s') || word.ends_with("ss") || word.ends_with("us")) return word;
  if (word.ends_with("ies") && word.size() > 4) {
    drop(3);
    word += 'y';
  } else if (word.ends_with("ches") || word.ends_with("shes") || word.ends_with("sses") || word.ends_with("xes") ||
             word.ends_with("zzes") || word.ends_with("oes")) {
    drop(2);
  } else {
    drop(word.ends_with("'s") ? 2 : 1);
  }
  return word;
}

/// The verb of a stem whose ending ("ed", "ing") took away an e or doubled a letter: "mak" is make, "runn" run.
std::string restored(std::string stem) {
  const std::size_t n = stem.size();
  if (n < 2) return stem;
  const char last = stem[n - 1];
  const char before = stem[n - 2];
  if (last == before && !is_vowel(last)) {
    if (last != 'l' && last != 's' && last != 'z' && last != 'f') stem.pop_back();
    return stem;
  }
  const auto ends = [&](std::string_view letters) { return stem.ends_with(letters); };
  const bool one_vowel = n >= 3 && is_vowel(before) && !is_vowel(stem[n - 3]);  // "mak", not "look"
  const auto vowels = std::ranges::count_if(stem, is_vowel);
  bool silent = last == 'v' || last == 'u' || last == 'c' || ends("dg") || ends("rg") || ends("lg");
  silent = silent || (last == 's' && (is_vowel(before) || before == 'n' || before == 'r' || before == 'p')) ||
           (last == 'z' && before != 't');
  silent = silent || (last == 'l' && (before == 'b' || before == 'd' || before == 'p' || before == 't' ||
                                      before == 'g' || before == 'k' || before == 'f' || before == 'z'));
  silent = silent || ends("ang") || (last == 'g' && is_vowel(before));
  if (!silent && one_vowel) {
    if (vowels == 1) {
      silent = last != 'w' && last != 'x' && last != 'y' && last != 'h';  // "hop" was doubled: "hopp"
    } else {
      silent = ends("at") || ends("ut") || ends("ur") || ends("ir") || ends("id") || ends("ud") || ends("in") ||
               ends("ak") || ends("ok") || ends("os") || ends("ut") || ends("ot") || ends("ad") || ends("od") ||
               ends("um") || ends("im") || ends("am") || ends("il") || ends("ul") || ends("ap") || ends("ik") ||
               ends("ib") || ends("yp") || ends("uc") || ends("ar") || ends("or");
    }
  }
  if (!silent && n >= 4 && (ends("iat") || ends("uat") || ends("eat")) && vowels > 2) silent = true;
  if (!silent && (ends("quir") || ends("pir") || ends("uad") || ends("uid"))) silent = true;
  if (silent) stem += 'e';
  return stem;
}

std::string verb_stem(std::string word, std::string_view ending) {
  if (!word.ends_with(ending) || word.size() < ending.size() + 2) return word;
  std::string stem = word.substr(0, word.size() - ending.size());
  if (!has_vowel(stem)) return word;
  if (ending == "ed" && stem.ends_with('i')) {
    stem.back() = 'y';
    return stem;
  }
  if (ending == "ed" && stem.ends_with('e')) return stem + "e";  // "agreed"
  return restored(std::move(stem));
}

std::string without_degree(std::string word, std::string_view ending) {
  if (!word.ends_with(ending) || word.size() < ending.size() + 3) return word;
  word.resize(word.size() - ending.size());
  if (word.ends_with('i'))
    word.back() = 'y';
  else if (word.ends_with('g') || word.ends_with('c') || word.ends_with('v') || word.ends_with("id") ||
           word.ends_with("at") || word.ends_with("bl") || word.ends_with("pl") || word.ends_with("tl") ||
           word.ends_with("ur") || word.ends_with("os") || word.ends_with("rs"))
    word += word.ends_with("ng") ? "" : "e";
  else if (word.size() > 3 && word[word.size() - 1] == word[word.size() - 2] && !word.ends_with("ll") &&
           !word.ends_with("ss"))
    word.pop_back();
  return word;
}

/// "American", "TV": capitals that the lemma keeps.
bool keeps_capitals(std::string_view word, Upos upos) {
  if (!is_upper(word[0])) return false;
  if (upos == Upos::propn || upos == Upos::x || upos == Upos::sym) return true;
  if (upos != Upos::noun && upos != Upos::adj) return false;
  if (word.size() <= 5 && word.size() > 1 && std::ranges::all_of(word.substr(0, word.size() - 1), is_upper))
    return is_upper(word.back()) || word.back() == 's';
  return word.size() > 5 && (word.ends_with("ian") || word.ends_with("ians") || word.ends_with("ean") ||
                             word.ends_with("ese") || word.ends_with("ish") || word.ends_with("ist"));
}

std::string straight(std::string_view word) {
  std::string out;
  for (std::size_t i = 0; i < word.size();) {
    const std::string_view mark = word.substr(i, 3);
    if (mark == "’" || mark == "‘") {
      out += '\'';
      i += 3;
    } else {
      out += word[i++];
    }
  }
  return out;
}

}  // namespace

std::string lemma_of(std::string_view word, Upos upos, Xpos xpos) {
  if (word.empty()) return {};
  static const std::vector<Exception> exceptions = read_exceptions();
  std::string plain = straight(word);
  std::string lower = folded(std::string_view(plain));
  const std::string key = lower + '\t' + std::string(name_of(xpos));
  const auto found = std::ranges::lower_bound(exceptions, std::string_view(key), {}, &Exception::key);
  if (found != exceptions.end() && found->key == key) return std::string(found->lemma);
  if (upos == Upos::punct) return word == "“" || word == "”" ? "\"" : word == "–" ? "-" : plain;
  std::string base = keeps_capitals(word, upos) ? std::move(plain) : std::move(lower);
  switch (xpos) {
    case Xpos::nns:
      if (base.ends_with("men")) return base.substr(0, base.size() - 2) + "an";
      return without_s(std::move(base));
    case Xpos::nnps:
    case Xpos::vbz:
      return without_s(std::move(base));
    case Xpos::vbd:
    case Xpos::vbn:
      return verb_stem(std::move(base), "ed");
    case Xpos::vbg:
      return verb_stem(std::move(base), "ing");
    case Xpos::jjr:
    case Xpos::rbr:
      return without_degree(std::move(base), "er");
    case Xpos::jjs:
    case Xpos::rbs:
      return without_degree(std::move(base), "est");
    default:
      return base;
  }
}

}  // namespace attest
