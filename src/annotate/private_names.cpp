#include "annotate/private_names.hpp"

#include <algorithm>
#include <set>
#include <string_view>
#include <unordered_set>
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

  void add(const std::vector<PersonName>& persons) {
    for (const PersonName& person : persons)
      if (is_known(person)) known_.emplace_back(person.words.begin(), person.words.end());
  }
  void add(const std::vector<LooseName>& words) {
    for (const LooseName& loose : words)
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
  const std::vector<Span> none;
  const std::string_view title = document.title ? std::string_view(document.title->value) : std::string_view();
  const PersonNames in_text(document.text, bylines, words, lexicon);
  const PersonNames in_title(title, none, words, lexicon);
  if (in_text.persons().empty() && in_title.persons().empty()) return {};
  std::unordered_set<std::string> parts;
  for (const auto* names : {&in_text, &in_title})
    for (const PersonName& person : names->persons()) parts.insert(person.words.begin(), person.words.end());
  const std::vector<LooseName> loose_in_text = in_text.loose(parts), loose_in_title = in_title.loose(parts);

  Persons persons(words, document);
  persons.add(in_text.persons());
  persons.add(in_title.persons());
  persons.add(loose_in_text);
  persons.add(loose_in_title);

  std::vector<Span> of_text, of_title;
  std::unordered_set<std::string> public_parts;  // words of the names of somebody public
  const auto sort_out = [&](const PersonNames& names, std::vector<Span>& out) {
    for (const PersonName& person : names.persons())
      if (persons.is_public(person))
        public_parts.insert(person.words.begin(), person.words.end());
      else
        out.push_back(person.span);
  };
  sort_out(in_text, of_text);
  sort_out(in_title, of_title);
  const auto add_parts = [&](const std::vector<LooseName>& names, std::vector<Span>& out) {
    for (const LooseName& loose : names) {
      const bool ordinary = is_any(words.of(loose.word), NameWord::ordinary | NameWord::land | NameWord::body);
      const bool is_public = loose.in_office || words.is_public(loose.word) || public_parts.contains(loose.word);
      if (!ordinary && !is_public) out.push_back(loose.span);
    }
  };
  add_parts(loose_in_text, of_text);
  add_parts(loose_in_title, of_title);
  PrivateNames found;
  found.text = listed(std::move(of_text), document.text);
  found.title = listed(std::move(of_title), title);
  return found;
}

}  // namespace attest
