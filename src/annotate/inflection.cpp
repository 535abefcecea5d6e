#include "annotate/inflection.hpp"

#include <set>
#include <string_view>

namespace attest {

namespace {

bool is_vowel(char c) { return std::string_view("aeiou").find(c) != std::string_view::npos; }

bool ends_with_any(const std::string& word, std::initializer_list<std::string_view> ends) {
  for (std::string_view end : ends)
    if (word.ends_with(end)) return true;
  return false;
}

std::string plural(const std::string& word) {
  const std::size_t n = word.size();
  if (n > 1 && word.back() == 'y' && !is_vowel(word[n - 2])) return word.substr(0, n - 1) + "ies";
  return ends_with_any(word, {"s", "x", "z", "ch", "sh"}) ? word + "es" : word + "s";
}

/// "trap" doubles its last letter before -ed and -ing; "target" and "shell" do not.
bool doubles(const std::string& word) {
  const std::size_t n = word.size();
  if (n < 3 || is_vowel(word[n - 1]) || !is_vowel(word[n - 2]) || is_vowel(word[n - 3])) return false;
  if (std::string_view("wxy").find(word[n - 1]) != std::string_view::npos) return false;
  std::size_t groups = 0;
  for (std::size_t i = 0; i < n; ++i)
    if (is_vowel(word[i]) && (i == 0 || !is_vowel(word[i - 1]))) ++groups;
  static const std::set<std::string_view> stressed_at_the_end = {
      "kidnap", "repel", "compel", "expel",  "rebel", "patrol", "abet",   "deter",
      "refer",  "admit", "commit", "permit", "occur", "propel", "dispel", "transfer"};
  return groups == 1 || stressed_at_the_end.contains(word);
}

std::string stem_for_suffix(const std::string& word, bool before_ing) {
  const std::size_t n = word.size();
  if (before_ing && word.ends_with("ie")) return word.substr(0, n - 2) + "y";
  if (word.back() == 'e' && !(before_ing && word.ends_with("ee"))) return word.substr(0, n - 1);
  if (doubles(word)) return word + word.back();
  if (!before_ing && word.back() == 'y' && !is_vowel(word[n - 2])) return word.substr(0, n - 1) + "i";
  return word;
}

}  // namespace

std::vector<std::pair<std::string, Form>> verb_forms(const std::string& phrase, const IrregularVerbs& irregular) {
  const std::size_t space = std::min(phrase.find(' '), phrase.size());
  const std::string verb = phrase.substr(0, space), rest = phrase.substr(space);
  if (verb.size() > 4 && verb.ends_with("ly") && !rest.empty()) {  // "forcibly disappear": the adverb stays as it is
    auto forms = verb_forms(rest.substr(1), irregular);
    for (auto& [form, how] : forms) form.insert(0, verb + " ");
    return forms;
  }
  std::vector<std::pair<std::string, Form>> forms = {{verb + rest, Form::base},
                                                     {plural(verb) + rest, Form::third},
                                                     {stem_for_suffix(verb, true) + "ing" + rest, Form::gerund}};
  // "levelled", "shovelled": the British spelling doubles an unstressed l, too.
  const std::size_t n = verb.size();
  if (n > 4 && verb.back() == 'l' && is_vowel(verb[n - 2]) && !is_vowel(verb[n - 3]) && !doubles(verb)) {
    forms.push_back({verb + "ling" + rest, Form::gerund});
    forms.push_back({verb + "led" + rest, Form::past_or_participle});
  }
  const auto found = irregular.find(verb);
  if (found == irregular.end()) {
    forms.push_back({stem_for_suffix(verb, false) + "ed" + rest, Form::past_or_participle});
  } else if (found->second.first == found->second.second) {
    const std::string& used = found->second.first;  // "burned|burnt"
    for (std::size_t begin = 0, end = 0; begin <= used.size(); begin = end + 1) {
      end = std::min(used.find('|', begin), used.size());
      forms.push_back({used.substr(begin, end - begin) + rest, Form::past_or_participle});
    }
  } else {
    forms.push_back({found->second.first + rest, Form::past});
    forms.push_back({found->second.second + rest, Form::participle});
  }
  return forms;
}

std::vector<std::pair<std::string, Form>> noun_forms(const std::string& phrase) {
  const std::size_t space = phrase.rfind(' ');
  const std::string head = space == std::string::npos ? "" : phrase.substr(0, space + 1);
  const std::string noun = space == std::string::npos ? phrase : phrase.substr(space + 1);
  return {{phrase, Form::noun}, {head + plural(noun), Form::plural}};
}

}  // namespace attest
