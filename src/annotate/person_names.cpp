#include "annotate/person_names.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "annotate/name_context.hpp"
#include "annotate/name_lines.hpp"

namespace attest {

namespace {

constexpr std::size_t kMaxWords = 8;

constexpr NameWord kNoPart = NameWord::office | NameWord::title | NameWord::body | NameWord::lead | NameWord::land |
                             NameWord::ordinary | NameWord::kin;

}  // namespace

class PersonNames::Finder {
 public:
  Finder(std::string_view text, const std::vector<Span>& credits, const NameWords& words, const Lexicon& lexicon)
      : lines_(text, words), credits_(credits), lexicon_(lexicon) {}

  void run() {
    for (std::size_t i = 0; i < lines_.size();) i = lines_.is_capital(i) ? look_at(i) : i + 1;
  }

  [[nodiscard]] const std::vector<PersonName>& persons() const { return persons_; }

  [[nodiscard]] std::vector<LooseName> loose(const std::unordered_set<std::string>& parts) const {
    std::vector<LooseName> out;
    for (const std::size_t i : loose_)
      if (parts.contains(lines_.folded(i)))
        out.push_back({lines_.token(i).span, lines_.folded(i), is_in_office(lines_, {i, i}, lexicon_)});
    return out;
  }

 private:
  /// Finds what begins at the capital word `i`; returns where to go on.
  std::size_t look_at(std::size_t i) {
    if (lines_.is_any(i, NameWord::title) && !lines_.is_any(i, NameWord::land)) {
      if (const auto end = titled(i)) return *end;
    }
    const std::size_t listed = listed_at(i);
    if (listed > 0) {
      std::size_t end = i;
      for (std::size_t k = 1; k < listed && end != kNoToken; ++k) end = lines_.next_in_name(end);
      if (end != kNoToken) {
        const bool person = plainly_given(i) && has_age(lines_, {i, end});
        if (listed > 1 && !person) return pass(i, end);
      }
    }
    if (!may_begin(i, listed)) return lines_.is_any(i, NameWord::lead) ? pass_named_thing(i) : pass(i, i);
    const Name name = name_from(i);
    if (const std::size_t behind = name.run.last + 1; is_thing(behind)) return pass(i, behind);
    if (is_person(name, listed)) return keep(name);
    return pass(i, name.run.last);
  }

  struct Name {
    NameRun run;
    std::vector<std::size_t> parts;  // its words' tokens, without initials
    bool given = false, given_first = false, titled = false;
  };

  /// Is the word on the list of given names and hardly ever anything else?
  [[nodiscard]] bool plainly_given(std::size_t i) const {
    return lines_.is_any(i, NameWord::given) && !lines_.is_any(i, kNoPart);
  }
  [[nodiscard]] bool unknown(std::size_t i) const { return !lines_.is_any(i, kNoPart | NameWord::given); }

  /// How many words at `i` are the name of a place, a body or a side.
  [[nodiscard]] std::size_t listed_at(std::size_t i) const {
    std::vector<std::string> words;
    for (std::size_t j = i; j != kNoToken && words.size() < kMaxWords; j = lines_.next_in_name(j))
      words.push_back(lines_.folded(j));
    return lexicon_.name_at(words);
  }

  [[nodiscard]] bool may_begin(std::size_t i, std::size_t listed) const {
    if (lines_.is_initial(i)) {
      const std::size_t next = lines_.next_in_name(i);
      return next != kNoToken && lines_.is_mark(i + 1, ".") &&
             (unknown(next) || plainly_given(next) || lines_.is_initial(next));
    }
    if (lines_.token(i).span.size() < 2) return false;
    if (lines_.is_any(i, NameWord::office | NameWord::title)) return false;
    if (plainly_given(i)) return true;
    const std::size_t next = lines_.next_in_name(i);
    const bool before_name =
        next != kNoToken && lines_.is_capital(next) && (unknown(next) || plainly_given(next)) && listed_at(next) == 0;
    if (lines_.is_any(i, NameWord::given)) return before_name && !lines_.in_headline(i);  // "Mark", "Jordan"
    if (!unknown(i))
      return before_name && lines_.is_any(i, NameWord::ordinary) && !lines_.in_headline(i) &&
             follows_kin(lines_, {i, i});
    return listed == 0 || before_name;
  }

  [[nodiscard]] Name name_from(std::size_t i) const {
    Name name;
    name.run = {i, i};
    name.given_first = plainly_given(i);
    for (std::size_t j = i, words = 0; j != kNoToken && words < kMaxWords; ++words) {
      const bool initial = lines_.is_initial(j);
      if (j != i && !initial && !continues(name, j)) break;
      name.run.last = j;
      if (initial && lines_.is_mark(j + 1, ".") && lines_.token(j + 1).joined) name.run.last = j;
      if (!initial) {
        name.parts.push_back(j);
        name.given = name.given || lines_.is_any(j, NameWord::given);
      }
      j = lines_.next_in_name(j);
    }
    return name;
  }

  [[nodiscard]] bool continues(const Name& name, std::size_t j) const {
    if (!lines_.is_capital(j)) return lines_.is_word(j) && lines_.token(j).joined;  // "Ki-moon"
    if (unknown(j) || plainly_given(j)) return !(listed_at(j) > 1);
    if (lines_.is_any(j, NameWord::body) || lines_.is_any(j, NameWord::office))
      return lines_.is_any(j, NameWord::given);
    if (lines_.is_any(j, NameWord::given | NameWord::title)) return true;
    if (lines_.is_any(j, NameWord::land)) return false;
    const bool opened = name.given_first || name.titled;
    return opened && !lines_.in_headline(j) && listed_at(j) <= 1;  // "Gordon Brown", "Ali Iraqi"
  }

  /// "Khalid Hospital", "Yarmouk camp".
  [[nodiscard]] bool is_thing(std::size_t behind) const {
    if (lines_.is_mark(behind, "-") && lines_.token(behind).joined) ++behind;
    return lines_.is_any(behind, NameWord::body) && !lines_.is_any(behind, NameWord::kin | NameWord::office);
  }

  [[nodiscard]] bool is_person(const Name& name, std::size_t listed) const {
    const NameRun run = name.run;
    if (name.parts.empty()) return false;
    const bool evidence = has_age(lines_, run) || follows_kin(lines_, run);
    if (name.parts.size() == 1 && run.first == run.last) {
      if (evidence && listed == 0) return true;
      return plainly_given(run.first) && listed == 0 && !follows_place_word(lines_, run) &&
             !lines_.in_headline(run.first);
    }
    if (name.given_first) return true;
    if (lines_.in_headline(run.first)) return false;
    if (name.given || evidence || lines_.is_initial(run.first)) return true;
    if (listed > 0 || listed_at(name.parts.back()) > 0) return false;
    return !follows_place_word(lines_, run);
  }

  /// "Mr Hawkins", "Umm Khalid": from a title on; nothing when no name follows.
  std::optional<std::size_t> titled(std::size_t i) {
    const std::string& word = lines_.folded(i);
    const bool kunya = word == "umm" || word == "um" || word == "om" || word == "abu";
    if (listed_at(i) > 1) return std::nullopt;
    std::size_t next = lines_.next_in_name(i);
    if (next == kNoToken && lines_.is_mark(i + 1, ".") && lines_.is_word(i + 2)) next = i + 2;
    if (next == kNoToken || !lines_.is_capital(next)) return std::nullopt;
    if (lines_.is_any(next, NameWord::office)) return std::nullopt;
    if (lines_.is_any(next, NameWord::title) && !lines_.is_any(next, NameWord::given))
      return std::nullopt;  // at the next
    if (!unknown(next) && !lines_.is_any(next, NameWord::given) && !kunya && word != "mr" && word != "mrs" &&
        word != "ms")
      return std::nullopt;
    if (kunya && follows_place_word(lines_, {i, i})) return std::nullopt;
    Name name = name_from(next);
    if (name.parts.empty()) return std::nullopt;
    name.titled = true;
    if (is_thing(name.run.last + 1)) return pass(i, name.run.last + 1);
    if (kunya || lines_.is_any(i, NameWord::given)) name.run.first = i;  // "Syed Haris"
    return keep(name);
  }

  /// "Camp Speicher", "Operation Name": what follows is no person.
  std::size_t pass_named_thing(std::size_t i) {
    const std::size_t next = lines_.next_in_name(i);
    return next == kNoToken ? i + 1 : name_from(next).run.last + 1;
  }

  std::size_t keep(const Name& name) {
    PersonName person;
    std::size_t first = name.run.first;
    while (first >= 2 && lines_.is_mark(first - 1, "-") && lines_.token(first).joined && lines_.is_particle(first - 2))
      first -= 2;  // "al-Hadi"
    person.span = {lines_.token(first).span.begin, lines_.token(name.run.last).span.end};
    for (const std::size_t part : name.parts) person.words.push_back(lines_.folded(part));
    person.titled = name.titled;
    person.credited =
        is_credit(lines_, name.run) || std::ranges::any_of(credits_, [&](Span by) { return by.contains(person.span); });
    person.in_office = is_in_office(lines_, {first, name.run.last}, lexicon_);
    persons_.push_back(std::move(person));
    return name.run.last + 1;
  }

  /// Words that are nobody's full name here may still be a part of one: "Hawkins said".
  std::size_t pass(std::size_t first, std::size_t last) {
    for (std::size_t i = first; i <= last && i < lines_.size(); ++i)
      if (lines_.is_capital(i) && lines_.token(i).span.size() > 2) loose_.push_back(i);
    return last + 1;
  }

  NameLines lines_;
  const std::vector<Span>& credits_;
  const Lexicon& lexicon_;
  std::vector<PersonName> persons_;
  std::vector<std::size_t> loose_;
};

PersonNames::PersonNames(std::string_view text, const std::vector<Span>& credits, const NameWords& words,
                         const Lexicon& lexicon)
    : finder_(std::make_unique<Finder>(text, credits, words, lexicon)) {
  finder_->run();
}
PersonNames::~PersonNames() = default;
PersonNames::PersonNames(PersonNames&&) noexcept = default;
PersonNames& PersonNames::operator=(PersonNames&&) noexcept = default;

const std::vector<PersonName>& PersonNames::persons() const { return finder_->persons(); }

std::vector<LooseName> PersonNames::loose(const std::unordered_set<std::string>& parts) const {
  return finder_->loose(parts);
}

}  // namespace attest
