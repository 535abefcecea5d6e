#include "annotate/private_names.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <utility>
#include <vector>

#include "annotate/person_names.hpp"
#include "base/fold_word.hpp"

namespace attest {

namespace {

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) {
    if (!out.empty()) out += ' ';
    out += word;
  }
  return out;
}

/// Who of the persons named in a report is known by an office, by the words of their names.
class Persons {
 public:
  Persons(const NameWords& words, const Document& document) : words_(words) {
    if (document.author) author_ = fold_word(document.author->value);
  }

  void add(const TextNames& names) {
    for (const PersonName& person : names.persons) {
      const std::set<std::string> parts(person.words.begin(), person.words.end());
      if (is_known(person)) known_.push_back(parts);
    }
    for (const LooseName& loose : names.loose)
      if (loose.in_office) known_.push_back({loose.word});
  }
  /// To be asked once all are added.
  [[nodiscard]] bool is_public(const PersonName& person) const {
    if (is_known(person)) return true;
    const std::set<std::string> parts(person.words.begin(), person.words.end());
    return std::ranges::any_of(known_, [&](const std::set<std::string>& other) {
      if (parts.size() == 1 || other.size() > 1)
        return std::ranges::includes(other, parts) || (other.size() > 1 && std::ranges::includes(parts, other));
      return false;  // "President Assad" says nothing of Hassan Assad
    });
  }

 private:
  [[nodiscard]] bool is_known(const PersonName& person) const {
    if (person.in_office || person.credited) return true;
    const std::string name = joined(person.words);
    return words_.is_public(name) || (!author_.empty() && author_.find(name) != std::string::npos);
  }

  const NameWords& words_;
  std::string author_;
  std::vector<std::set<std::string>> known_;
};

/// Sorted, each once, with their words.
std::vector<PrivateName> listed(std::vector<Span> spans, std::string_view text) {
  std::ranges::sort(spans);
  std::vector<PrivateName> out;
  for (const Span span : spans)
    if (out.empty() || span.begin >= out.back().span.end) out.push_back({span, std::string(slice(text, span))});
  return out;
}

}  // namespace

PrivateNames find_private_names(const Document& document, const NameWords& words, const Lexicon& lexicon) {
  std::vector<Span> bylines;
  for (const Block& block : document.blocks)
    if (block.kind == BlockKind::byline) bylines.push_back(block.span);
  const TextNames in_text = find_person_names(document.text, bylines, words, lexicon);
  TextNames in_title;
  if (document.title) in_title = find_person_names(document.title->value, {}, words, lexicon);
  if (in_text.persons.empty() && in_title.persons.empty()) return {};

  Persons persons(words, document);
  persons.add(in_text);
  persons.add(in_title);

  std::vector<Span> of_text, of_title;
  std::map<std::string, bool> parts;  // words of names: of private persons alone, or of one who is public, too
  const auto sort_out = [&](const TextNames& names, std::vector<Span>& out) {
    for (const PersonName& person : names.persons) {
      const bool is_public = persons.is_public(person);
      if (!is_public) out.push_back(person.span);
      for (const std::string& word : person.words) parts[word] = parts[word] || is_public;
    }
  };
  sort_out(in_text, of_text);
  sort_out(in_title, of_title);
  const auto add_parts = [&](const TextNames& names, std::vector<Span>& out) {
    for (const LooseName& loose : names.loose) {
      const auto part = parts.find(loose.word);
      const bool ordinary = is_any(words.of(loose.word), NameWord::ordinary | NameWord::land | NameWord::body);
      const bool is_public = loose.in_office || words.is_public(loose.word);
      if (part != parts.end() && !part->second && !ordinary && !is_public) out.push_back(loose.span);
    }
  };
  add_parts(in_text, of_text);
  add_parts(in_title, of_title);
  PrivateNames found;
  found.text = listed(std::move(of_text), document.text);
  if (document.title) found.title = listed(std::move(of_title), document.title->value);
  return found;
}

}  // namespace attest
