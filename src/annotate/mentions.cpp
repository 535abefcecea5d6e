#include "annotate/mentions.hpp"

#include <algorithm>
#include <map>

#include "annotate/counted_nouns.hpp"
#include "annotate/named_groups.hpp"
#include "annotate/places.hpp"
#include "annotate/side_names.hpp"

namespace attest {

namespace {

class Collector {
 public:
  Collector(const Document& document, const Analysis& analysis, const Resources& resources)
      : document_(document), analysis_(analysis), resources_(resources) {}

  Mentions run() {
    found_.quantities = find_quantities(document_, analysis_);
    found_.times = find_times(document_, analysis_);
    for (const TimeMention& time : found_.times)  // the year of another calendar looks like a count
      if (time.rule == "time.hijri")
        std::erase_if(found_.quantities, [&](const Quantity& q) { return q.tokens.overlaps(time.tokens); });
    matches_ = resources_.lexicon.find(document_, analysis_);
    survey_ = survey_names(resources_, matches_);
    for (const Match& match : matches_)
      if (match.list == List::force) forces_.emplace(match.tokens.first, match.tokens.last);
    FoundPlaces places = find_places(document_, analysis_, resources_, matches_, survey_);
    found_.places = std::move(places.places);
    for (const PlaceMention& place : found_.places)  // "the village of Tarkuba 2"
      std::erase_if(found_.quantities, [&](const Quantity& q) { return q.tokens.last == place.tokens.last; });
    found_.lands = std::move(places.lands);
    found_.namesakes = std::move(places.namesakes);
    governments_ = std::move(places.governments);
    for (const Match& match : matches_) collect(match);
    find_named_groups(document_, analysis_, found_);
    name_generic_sides(analysis_, resources_, survey_.countries, found_);
    return std::move(found_);
  }

 private:
  [[nodiscard]] std::string_view word(std::uint32_t i) const {
    return i < analysis_.tokens.size() ? analysis_.word(i) : std::string_view();
  }
  [[nodiscard]] std::string words(TokenRange r) const {
    return std::string(
        slice(document_.text, {analysis_.tokens[r.first].span.begin, analysis_.tokens[r.last - 1].span.end}));
  }

  [[nodiscard]] bool inside_longer_name(const Match& match) const { return survey_.inside_longer_name(match.tokens); }

  /// "European Union", "the Constitutional Court": a word of another subject that is part of a name.
  [[nodiscard]] bool ends_a_name(const Match& match) const {
    const auto capital = [&](std::uint32_t i) {
      const char c = document_.text[analysis_.tokens[i].span.begin];
      return c >= 'A' && c <= 'Z';
    };
    return match.tokens.first > 0 && capital(match.tokens.first) && capital(match.tokens.first - 1) &&
           analysis_.tokens[match.tokens.first].upos == Upos::propn;
  }

  void collect(const Match& match) {
    switch (match.list) {
      case List::place:
        for (const auto& [tokens, country] : governments_)  // find_places reads them all
          if (tokens == match.tokens && (found_.parties.empty() || found_.parties.back().tokens != tokens))
            state(country, tokens);
        break;
      case List::country:
        if (!inside_longer_name(match)) state(resources_.countries[match.entry].code, match.tokens);
        break;
      case List::demonym:
        // With a force word after it, it is read there ("Russian troops").
        if (before_deed(match.tokens)) state(resources_.countries[match.entry].code, match.tokens);
        counted_.nation(match);
        break;
      case List::actor:
        actor(match);
        break;
      case List::organisation:
        found_.speakers.push_back({match.tokens, resources_.organisations[match.entry].name,
                                   resources_.organisations[match.entry].kind, RoleType::body, false});
        break;
      case List::person:
        if (!inside_longer_name(match)) counted_.person(match);
        break;
      case List::role:
        found_.speakers.push_back({match.tokens, "", resources_.roles[match.entry].kind,
                                   resources_.roles[match.entry].type, match.form == Form::plural});
        break;
      case List::object:
        counted_.object(match);
        break;
      case List::means:
        if (!inside_longer_name(match) && !is_verb(match.tokens))
          found_.weapons.push_back(
              {match.tokens, resources_.means[match.entry].means, resources_.means[match.entry].event});
        break;
      case List::force:
        force(match);
        break;
      case List::cue:
        if (!is_noun_of_state(match.tokens))
          found_.cues.push_back(
              {match.tokens, resources_.cues[match.entry].type, match.form, resources_.cues[match.entry].needs_clause});
        break;
      case List::topic:
        if (!inside_longer_name(match) && !ends_a_name(match))
          found_.topics.push_back({match.tokens, resources_.topics[match.entry]});
        break;
      case List::predicate:
        found_.predicates.push_back({match.tokens, match.entry, match.form});
        break;
    }
  }

  /// "aircraft to bomb the camp" says nothing of a bomb that somebody laid.
  [[nodiscard]] bool is_verb(TokenRange tokens) const {
    return tokens.last == tokens.first + 1 && word(tokens.first) == "bomb" &&
           analysis_.tokens[tokens.first].upos == Upos::verb;
  }

  /// "Borno state": no verb of speech. By the sentence's tags, where it was parsed, else by the name before.
  [[nodiscard]] bool is_noun_of_state(TokenRange tokens) const {
    const std::uint32_t i = tokens.first;
    if (i == 0 || tokens.last != i + 1 || (word(i) != "state" && word(i) != "states")) return false;
    const Upos upos = analysis_.tokens[i].upos;
    if (upos == Upos::noun || upos == Upos::propn) return true;
    const char before = document_.text[analysis_.tokens[i - 1].span.begin];
    return upos != Upos::verb && before >= 'A' && before <= 'Z' && word(i + 1) != "that";
  }

  /// The forces of a country that is named alone.
  void state(const std::string& country, TokenRange tokens) {
    const auto found = resources_.state_actors.find(country);
    if (found == resources_.state_actors.end()) return;
    const ActorRecord& actor = resources_.actors[found->second];
    found_.parties.push_back({tokens, actor.name, country, SourceKind::government, false, true, SideSort::forces, {}});
  }

  /// "Russian air strikes", "heavy Turkish shelling": a weapon or an attack follows, one word apart at most.
  [[nodiscard]] bool before_deed(TokenRange tokens) const {
    for (const std::string_view armed :
         {"cartel", "cartels", "gang", "gangs", "mafia", "militant", "rebel", "guerrilla"})
      if (word(tokens.last) == armed) return false;  // "Mexican cartel attack"
    return word(tokens.last) == "fire" || std::ranges::any_of(matches_, [&](const Match& other) {
             if (other.tokens.first < tokens.last || other.tokens.first > tokens.last + 1) return false;
             if (other.list == List::means) return true;
             if (other.list != List::predicate) return false;
             const bool noun = other.form == Form::noun || other.form == Form::plural;
             const ClaimKind kind = resources_.predicates[other.entry].kind;
             return (noun && kind == ClaimKind::attack) ||
                    ((noun || other.form == Form::fixed) && kind == ClaimKind::clash);
           });
  }

  void actor(const Match& match) {
    if (inside_longer_name(match)) return;
    const ActorRecord& record = resources_.actors[match.entry];
    // A description ("the junta") means the actor of a country that the report speaks of.
    if (has_no_capital(match.tokens) && !record.country.empty() && survey_.spoken_of(record.country) == 0) return;
    TokenRange tokens = match.tokens;
    for (auto force = forces_.find(tokens.last); force != forces_.end(); force = forces_.find(tokens.last))
      tokens.last = force->second;  // "Daesh terror group militants"
    if (!found_.parties.empty() && found_.parties.back().tokens == tokens && !found_.parties.back().nationality) {
      // Two actors of one name: the one whose country the report speaks of most.
      if (survey_.spoken_of(record.country) <= survey_.spoken_of(found_.parties.back().country)) return;
      found_.parties.pop_back();
    }
    const SideSort sort = record.speaks_as == SourceKind::armed_group ? SideSort::group
                          : record.coalition                          ? SideSort::coalition
                                                                      : SideSort::forces;
    found_.parties.push_back({tokens, record.name, record.country, record.speaks_as, false, false, sort, {}});
  }

  /// "the junta", but not "al-Shabaab".
  [[nodiscard]] bool has_no_capital(TokenRange tokens) const {
    for (std::uint32_t i = tokens.first; i < tokens.last; ++i) {
      const char c = document_.text[analysis_.tokens[i].span.begin];
      if (c != '-' && (c < 'a' || c > 'z')) return false;
    }
    return true;
  }

  void force(const Match& match) {
    if (!found_.parties.empty() && found_.parties.back().tokens.last >= match.tokens.last &&
        !found_.parties.back().nationality)
      return;
    const ForceKind kind = resources_.forces[match.entry];
    if (is_verb(match.tokens.last - 1)) return;
    if (!found_.parties.empty() && !found_.parties.back().nationality && kind != ForceKind::weapon &&
        match.tokens.first > 0 && word(match.tokens.first - 1) == ")" &&
        found_.parties.back().tokens.last + 1 == match.tokens.first) {  // "Rapid Support Forces (RSF) soldiers"
      found_.parties.back().tokens.last = match.tokens.last;
      return;
    }
    if (match.tokens.first > 0 && word(match.tokens.first - 1) == "jet") return;  // "a jet fighter bombed"
    const Match* nation = nationality_before(match.tokens);
    if (nation != nullptr && kind != ForceKind::coalition) return force_of(match, *nation, kind);
    if (kind == ForceKind::weapon || (kind == ForceKind::coalition && is_of_parties(analysis_, match.tokens))) return;
    if (kind == ForceKind::state || kind == ForceKind::coalition) {
      const SideSort sort = kind == ForceKind::coalition ? SideSort::coalition : state_sort(analysis_, match.tokens);
      const SourceKind speaks_as =
          word(match.tokens.first).starts_with("police") ? SourceKind::government : SourceKind::military;
      found_.parties.push_back({match.tokens, words(match.tokens), "", speaks_as, true, false, sort, {}});
      return;
    }
    const GroupName name = group_name(document_, analysis_, match.tokens);
    const TokenRange tokens{name.first, match.tokens.last};
    while (!found_.parties.empty() && found_.parties.back().tokens.overlaps(tokens)) found_.parties.pop_back();
    const bool generic = !name.named && !name.unknown;
    const bool nobody = name.unknown && word(name.first + 1) != "of" && names_nobody(word(match.tokens.last - 1));
    found_.parties.push_back({tokens,
                              nobody ? std::string(kUnknownSide) : words(tokens),
                              "",
                              SourceKind::armed_group,
                              generic,
                              false,
                              SideSort::group,
                              {}});
  }

  /// A country's forces or a group of its people: "Ugandan troops", "Ugandan rebels".
  void force_of(const Match& match, const Match& nation, ForceKind kind) {
    const Country& country = resources_.countries[nation.entry];
    const TokenRange tokens{nation.tokens.first, match.tokens.last};
    if (!found_.parties.empty() && found_.parties.back().tokens.overlaps(tokens)) found_.parties.pop_back();
    if (kind == ForceKind::group) {
      found_.parties.push_back(
          {tokens, words(tokens), country.code, SourceKind::armed_group, false, false, SideSort::group, {}});
      return;
    }
    const SideSort sort = state_sort(analysis_, match.tokens);
    const SourceKind speaks_as = sort == SideSort::government ? SourceKind::government : SourceKind::military;
    found_.parties.push_back(
        {tokens, state_side(resources_, country.code, sort), country.code, speaks_as, false, false, sort, {}});
  }

  /// A nationality just before, or one word earlier: "Kenyan troops", "Kenyan border troops"; never across a verb.
  /// Where there is a tree also one that hangs from the force, some words before: "the Jordanian 71st Special Battalion".
  [[nodiscard]] const Match* nationality_before(TokenRange force) const {
    const std::uint32_t first = force.first, begin = sentence_begin(first);
    const Match* found = nullptr;
    for (const Match& other : matches_) {
      if (other.tokens.first > first) break;
      if ((other.list != List::demonym && other.list != List::country) || first < other.tokens.last) continue;
      if (other.tokens.first < begin) continue;
      const std::uint32_t gap = first - other.tokens.last;
      const Token& last = analysis_.tokens[other.tokens.last - 1];
      const bool hangs = analysis_.parsed && gap < 6 && last.deprel == Deprel::amod && force.contains(last.head);
      if (hangs && found == nullptr) found = &other;
      if (gap > 1) continue;
      if (gap == 1 && (is_verb(first - 1) || word(first - 1) == "," || word(first - 1) == "and" ||
                       word(first - 1) == "'s" || word(first - 1) == "-"))
        if (word(first - 1) != "'s") continue;
      if (found == nullptr) found = &other;
    }
    return found;
  }

  [[nodiscard]] std::uint32_t sentence_begin(std::uint32_t token) const {
    const auto after = std::ranges::upper_bound(analysis_.sentences, token, {}, &Sentence::first);
    return after == analysis_.sentences.begin() ? 0 : (after - 1)->first;
  }

  /// By the sentence's tags, where it was parsed: "witnesses in Kenya say rebels" has no "Kenya say rebels".
  [[nodiscard]] bool is_verb(std::uint32_t token) const {
    const Upos upos = analysis_.tokens[token].upos;
    return upos == Upos::verb || upos == Upos::aux || upos == Upos::adp || upos == Upos::sconj;
  }

  const Document& document_;
  const Analysis& analysis_;
  const Resources& resources_;
  std::vector<Match> matches_;
  NameSurvey survey_;
  std::vector<std::pair<TokenRange, std::string>> governments_;
  std::map<std::uint32_t, std::uint32_t> forces_;  // force words: first token to the token after
  Mentions found_;
  CountedNouns counted_{document_, analysis_, resources_, found_};
};

}  // namespace

Mentions find_mentions(const Document& document, const Analysis& analysis, const Resources& resources) {
  return Collector(document, analysis, resources).run();
}

}  // namespace attest
