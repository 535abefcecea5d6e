#include "annotate/named_groups.hpp"

#include <algorithm>
#include <cctype>
#include <string>

namespace attest {

namespace {

bool one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::ranges::find(words, word) != words.end();
}

class NamedGroups {
 public:
  NamedGroups(const Document& document, const Analysis& analysis, Mentions& found)
      : document_(document), analysis_(analysis), found_(found) {}

  void run() {
    for (const Sentence& sentence : analysis_.sentences) {
      if (!something_happens(sentence)) continue;
      for (std::uint32_t i = sentence.first; i < sentence.last; ++i)
        if (const auto name = name_around(i, sentence)) i = std::max(i, take(*name, sentence) - 1);
    }
    std::ranges::stable_sort(found_.parties, {}, [](const PartyMention& party) { return party.tokens.first; });
  }

 private:
  [[nodiscard]] std::string_view raw(std::uint32_t i) const { return slice(document_.text, analysis_.tokens[i].span); }
  [[nodiscard]] bool is_capital(std::uint32_t i) const {
    return std::isupper(static_cast<unsigned char>(raw(i)[0])) != 0;
  }
  [[nodiscard]] bool something_happens(const Sentence& sentence) const {
    return std::ranges::any_of(found_.predicates, [&](const PredicateMention& predicate) {
      return sentence.first <= predicate.tokens.first && predicate.tokens.first < sentence.last;
    });
  }

  /// The name that ends in the noun at `i`, or goes on behind it.
  [[nodiscard]] std::optional<TokenRange> name_around(std::uint32_t i, const Sentence& sentence) const {
    const std::string_view noun = analysis_.word(i);
    if (!is_capital(i) || !one_of(noun, {"front", "movement", "brigade", "brigades", "battalion", "battalions",
                                         "militia", "army", "forces", "resistance", "guerrillas", "vanguard"}))
      return std::nullopt;
    TokenRange name{i, i + 1};
    bool fights = false;  // what kind of an army
    while (name.first > sentence.first && i - name.first < 5) {
      const std::uint32_t before = name.first - 1;
      const std::string_view w = analysis_.word(before);
      if (w == "'s" || w == "’s" || w == "-") {
        if (before == sentence.first || !is_capital(before - 1)) break;
      } else if (!is_capital(before) || one_of(w, {"the", "a", "in", "on", "when", "after", "as", "but"})) {
        break;
      }
      fights = fights || one_of(w, {"liberation", "resistance", "revolutionary", "people", "peoples", "freedom",
                                    "independence", "defence", "defense", "democratic", "patriotic", "islamic"});
      name.first = before;
    }
    if (name.first < i &&
        one_of(analysis_.word(name.first), {"western", "eastern", "northern", "southern", "home", "labour", "labor",
                                            "green", "civil", "salvation", "women"}))
      return std::nullopt;
    if (one_of(noun, {"army", "forces"})) return fights ? std::optional(name) : std::nullopt;
    if (one_of(noun, {"front", "movement"})) name.last = end_of_cause(i + 1, sentence);
    return name.last - name.first > 1 ? std::optional(name) : std::nullopt;
  }

  /// "Front for the Freedom of Lopi": where what it stands for ends, else `from`.
  [[nodiscard]] std::uint32_t end_of_cause(std::uint32_t from, const Sentence& sentence) const {
    std::uint32_t end = from;
    for (std::uint32_t i = from; i < sentence.last && i < from + 8; ++i) {
      if (is_capital(i))
        end = i + 1;
      else if (!one_of(analysis_.word(i), {"for", "of", "the", "and"}))
        break;
    }
    return end;
  }

  /// Adds the name, and its short form wherever it stands. @return  the token after what was read
  std::uint32_t take(TokenRange name, const Sentence& sentence) {
    const auto known = [&](const PartyMention& party) {
      return party.tokens.overlaps(name) && !party.generic && !party.nationality;
    };
    const auto of_body = [&](const SpeakerMention& speaker) {
      return speaker.tokens.overlaps(name) && !speaker.name.empty();
    };
    if (std::ranges::any_of(found_.parties, known) || std::ranges::any_of(found_.speakers, of_body)) return name.last;
    const std::string words(
        slice(document_.text, {analysis_.tokens[name.first].span.begin, analysis_.tokens[name.last - 1].span.end}));
    add(name, words);
    const std::uint32_t bracket = name.last;
    if (bracket + 2 >= sentence.last || raw(bracket) != "(" || raw(bracket + 2) != ")") return name.last;
    const std::string_view abbreviation = raw(bracket + 1);
    const auto capital = [](char c) { return std::isupper(static_cast<unsigned char>(c)) != 0; };
    if (abbreviation.size() < 2 || !std::ranges::all_of(abbreviation, capital)) return name.last;
    for (std::uint32_t i = 0; i < analysis_.tokens.size(); ++i)
      if (raw(i) == abbreviation) add({i, i + 1}, words);
    return bracket + 3;
  }

  void add(TokenRange tokens, const std::string& name) {
    std::erase_if(found_.parties, [&](const PartyMention& party) { return party.tokens.overlaps(tokens); });
    found_.parties.push_back({tokens, name, "", SourceKind::armed_group, false, false, SideSort::group, {}});
  }

  const Document& document_;
  const Analysis& analysis_;
  Mentions& found_;
};

}  // namespace

void find_named_groups(const Document& document, const Analysis& analysis, Mentions& found) {
  NamedGroups(document, analysis, found).run();
}

}  // namespace attest
