#include "annotate/mentions.hpp"

#include <algorithm>
#include <map>

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
        if (match.form == Form::plural || is_one_of_country(match.tokens)) people_of_country(match.tokens);
        break;
      case List::actor:
        actor(match);
        break;
      case List::organisation:
        found_.speakers.push_back({match.tokens, resources_.organisations[match.entry].name,
                                   resources_.organisations[match.entry].kind, RoleType::body, false});
        break;
      case List::person:
        person(match);
        break;
      case List::role:
        found_.speakers.push_back({match.tokens, "", resources_.roles[match.entry].kind,
                                   resources_.roles[match.entry].type, match.form == Form::plural});
        break;
      case List::object:
        object(match);
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

  static bool is_possessive(std::string_view w) {
    return w == "their" || w == "his" || w == "her" || w == "its" || w == "our" || w == "my";
  }

  /// The quantity that counts the noun at `noun`: at most four plain words between.
  [[nodiscard]] std::optional<Quantity> quantity_before(std::uint32_t noun, std::uint32_t& first) const {
    const auto after =
        std::ranges::upper_bound(found_.quantities, noun, {}, [](const Quantity& q) { return q.tokens.last; });
    if (after == found_.quantities.begin()) return std::nullopt;
    const Quantity& quantity = *(after - 1);
    if (noun - quantity.tokens.last > 5) return std::nullopt;
    for (std::uint32_t i = quantity.tokens.last; i < noun; ++i) {
      const std::string_view w = word(i);
      const bool link = w == "-" || (w == "of" && i == quantity.tokens.last);
      if (!link &&
          (w == "," || w == "." || w == "and" || w == "in" || w == "by" || w == "from" || w == "at" || w == "on" ||
           w == "to" || w == "were" || w == "was" || w == "killed" || w == "that" || w == "who" || w == "others" ||
           w == "a" || w == "an" || w == "shot" || w == "after" || w == "when" || w == "while" || w == "before" ||
           w == "of" || w == "including" || w == "with" || w == "for" || w == "(" || w == "\"" || w == ";"))
        return std::nullopt;
      if (is_possessive(w) && word(i - 1) != "of") return std::nullopt;  // "thousands fled their homes"
      const Token& token = analysis_.tokens[i];
      if (analysis_.parsed && token.xpos == Xpos::vbd && token.deprel != Deprel::amod) return std::nullopt;
    }
    first = quantity.tokens.first;
    return quantity;
  }

  /// "a man", "one child": counts one.
  [[nodiscard]] std::optional<Quantity> article_before(std::uint32_t noun, std::uint32_t last) const {
    for (std::uint32_t back = 1; back <= 4 && back <= noun; ++back) {
      const std::string_view w = word(noun - back);
      if (w == "a" || w == "an") return Quantity{{noun - back, last}, 1, 1, false};
      if (w == "," || w == "." || w == "the" || w == "and" || w == "of" || w == "in" || w == "to" || w == "by")
        return std::nullopt;
    }
    return std::nullopt;
  }

  /// The noun with the modifiers before it: back to a determiner, a preposition or a mark.
  [[nodiscard]] std::uint32_t modifiers_before(std::uint32_t noun) const {
    std::uint32_t first = noun;
    while (first > 0 && noun - first < 3) {
      const std::string_view w = word(first - 1);
      const bool plain = w.size() > 2 && w[0] >= 'a' && w[0] <= 'z' &&
                         (w.ends_with("ian") || w.ends_with("ish") || w.ends_with("i") || w.ends_with("ese") ||
                          w == "young" || w == "innocent" || w == "displaced" || w == "local" || w == "elderly" ||
                          w == "unarmed" || w == "suspected" || w == "foreign");
      if (!plain) break;
      --first;
    }
    return first;
  }

  /// "26-year-old" before the noun at `noun`: where it begins, else `noun`.
  [[nodiscard]] std::uint32_t before_age(std::uint32_t noun) const {
    const bool age = noun >= 5 && word(noun - 1) == "old" && word(noun - 2) == "-" && word(noun - 4) == "-" &&
                     (word(noun - 3) == "year" || word(noun - 3) == "month");
    return age ? noun - 5 : noun;
  }

  /// "Border Guard (BG) personnel", "BG men": where the name of those whose men they are begins.
  [[nodiscard]] std::optional<std::uint32_t> force_before(std::uint32_t noun) const {
    const std::string_view w = word(noun);
    if (noun == 0 || (w != "men" && w != "man" && w != "personnel")) return std::nullopt;
    const std::uint32_t end = noun >= 4 && word(noun - 1) == ")" && word(noun - 3) == "(" ? noun - 3 : noun;
    for (const PartyMention& party : found_.parties)
      if (party.tokens.last == end && !party.nationality && party.sort != SideSort::government)
        return party.tokens.first;
    return std::nullopt;
  }

  /// "held hostage", "took six villagers captive", "held as hostages": what became of people, not people.
  [[nodiscard]] bool is_made_of_people(const Match& match) const {
    const std::uint32_t at = match.tokens.first;
    const std::string_view w = word(at), before = at > 0 ? word(at - 1) : std::string_view();
    if (match.tokens.last != at + 1 || at == 0) return false;
    if (w == "hostages" || w == "captives" || w == "prisoners") return before == "as";
    if (w != "hostage" && w != "captive" && w != "prisoner") return false;
    const Upos upos = analysis_.tokens[at - 1].upos;
    return before == "held" || before == "taken" || before == "hold" || before == "take" || before == "took" ||
           before == "as" || upos == Upos::noun || upos == Upos::propn || upos == Upos::pron;
  }

  /// "rebel-held", "child-friendly": the word before a hyphen is nobody.
  [[nodiscard]] bool begins_compound(std::uint32_t hyphen) const {
    return word(hyphen) == "-" && hyphen + 1 < analysis_.tokens.size() && analysis_.tokens[hyphen].joined &&
           analysis_.tokens[hyphen + 1].joined;
  }

  /// "Cook said", "Mr. Hunter": the noun is somebody's name. Headlines may write every word with a capital.
  [[nodiscard]] bool is_surname(const Match& match) const {
    const Token& noun = analysis_.tokens[match.tokens.first];
    const char c = document_.text[noun.span.begin];
    if (match.form != Form::noun || c < 'A' || c > 'Z' || match.tokens.last != match.tokens.first + 1) return false;
    const auto sentence = std::ranges::upper_bound(analysis_.sentences, match.tokens.first, {}, &Sentence::first) - 1;
    if (document_.blocks[sentence->block].kind != BlockKind::paragraph) return false;
    return analysis_.parsed ? noun.upos == Upos::propn : match.tokens.first > sentence->first;
  }

  void person(Match match) {
    if (inside_longer_name(match) || is_made_of_people(match) || begins_compound(match.tokens.last)) return;
    if (word(match.tokens.first) == "couple" && word(match.tokens.last) == "of") return;  // "a couple of men": a figure
    if (is_surname(match)) return;
    PersonRecord record = resources_.people[match.entry];
    if (word(match.tokens.first) == "old" && before_age(match.tokens.first + 1) != match.tokens.first + 1) {
      ++match.tokens.first;  // "a 26-year-old man" is no old man
      const bool man = word(match.tokens.first) == "man" || word(match.tokens.first) == "men";
      record.group = man ? VictimGroup::men : VictimGroup::women;
    }
    PeopleMention mention{{modifiers_before(match.tokens.first), match.tokens.last},
                          record.status,
                          record.group,
                          record.type,
                          match.form == Form::noun,
                          {}};
    std::uint32_t noun = before_age(mention.tokens.first);
    if (const auto force = force_before(mention.tokens.first)) {
      mention.status = VictimStatus::combatant;
      mention.group = VictimGroup::any;
      mention.type = PersonClass::fighter;
      noun = *force;
    }
    std::uint32_t first = noun;
    if (const auto quantity = quantity_before(noun, first); quantity && !quantity->bare_year)
      mention.quantity = quantity;
    else if (mention.singular && record.type == PersonClass::person && first > 0 &&
             (word(first - 1) == "his" || word(first - 1) == "her" || word(first - 1) == "my"))
      mention.quantity = Quantity{{first - 1, match.tokens.last}, 1, 1, false};  // "her husband"
    else if (mention.singular && record.type != PersonClass::collective)
      mention.quantity = article_before(noun, match.tokens.last);
    if (mention.quantity && word(match.tokens.first) == "couple") mention.quantity->min = mention.quantity->max = 2;
    if (word(match.tokens.last) == "of" && record.type == PersonClass::household) {  // "a family of five"
      for (const Quantity& quantity : found_.quantities)
        if (quantity.tokens.first == match.tokens.last + 1) {
          mention.type = PersonClass::person;
          mention.quantity = Quantity{{mention.tokens.first, quantity.tokens.last}, quantity.min, quantity.max, false};
        }
    }
    if (word(match.tokens.first) == "women" && word(match.tokens.last) == "and" &&
        word(match.tokens.last + 1) == "children") {
      mention.group = VictimGroup::women_and_children;
      mention.tokens.last += 2;
    }
    if (!found_.people.empty() && found_.people.back().tokens.last >= mention.tokens.last)
      return;  // "women and children"
    found_.people.push_back(std::move(mention));
  }

  /// "Palestinian killed in", "17-year-old Palestinian killed in": a headline leaves the article out.
  [[nodiscard]] bool is_one_without_article(TokenRange tokens) const {
    if (!analysis_.parsed || tokens.last + 1 >= analysis_.tokens.size()) return false;
    const Xpos next = analysis_.tokens[tokens.last].xpos;
    if (next != Xpos::vbn && next != Xpos::vbd) return false;
    const std::uint32_t first = before_age(tokens.first);
    const bool opens = std::ranges::any_of(analysis_.sentences, [&](const Sentence& s) { return s.first == first; });
    return opens && (first != tokens.first || analysis_.tokens[tokens.last + 1].upos == Upos::adp);
  }

  /// "a Palestinian was", "1,000 Burkinabe fled": no noun behind it, and a verb or a preposition.
  [[nodiscard]] bool is_one_of_country(TokenRange tokens) const {
    if (is_one_without_article(tokens)) return true;
    if (!analysis_.parsed || tokens.first == 0 || tokens.last >= analysis_.tokens.size()) return false;
    const Upos next = analysis_.tokens[tokens.last].upos;
    if (next != Upos::verb && next != Upos::aux && next != Upos::adp) return false;
    const std::string_view before = word(tokens.first - 1);
    if (before == "a" || before == "an" || before == "another") return true;
    return !found_.quantities.empty() && std::ranges::any_of(found_.quantities, [&](const Quantity& quantity) {
      return quantity.tokens.last == tokens.first && !quantity.bare_year;
    });
  }

  /// "67,000 Somalis": whoever they are, they are people.
  void people_of_country(TokenRange tokens) {
    PeopleMention mention{tokens, VictimStatus::unknown, VictimGroup::any, PersonClass::person, false, {}};
    std::uint32_t first = tokens.first;
    if (const auto quantity = quantity_before(tokens.first, first); quantity && !quantity->bare_year)
      mention.quantity = quantity;
    else if (const auto one = article_before(tokens.first, tokens.last))
      mention.quantity = one, mention.singular = true;
    else if (is_one_without_article(tokens))
      mention.quantity = Quantity{tokens, 1, 1, false}, mention.singular = true;
    found_.people.push_back(std::move(mention));
  }

  void object(const Match& match) {
    if (word(match.tokens.last - 1) == "port" &&
        (word(match.tokens.last) == "city" || word(match.tokens.last) == "town"))
      return;  // "the port city"
    const Upos tag = analysis_.tokens[match.tokens.first].upos;
    if (word(match.tokens.first) == "well" && (tag == Upos::adv || tag == Upos::intj || tag == Upos::adj)) return;
    ObjectMention mention{match.tokens, resources_.objects[match.entry], {}};
    std::uint32_t first = match.tokens.first;
    if (const auto quantity = quantity_before(match.tokens.first, first); quantity && !quantity->bare_year)
      mention.quantity = quantity;
    else if (match.form == Form::noun)
      mention.quantity = article_before(match.tokens.first, match.tokens.last);
    found_.objects.push_back(std::move(mention));
  }

  const Document& document_;
  const Analysis& analysis_;
  const Resources& resources_;
  std::vector<Match> matches_;
  NameSurvey survey_;
  std::vector<std::pair<TokenRange, std::string>> governments_;
  std::map<std::uint32_t, std::uint32_t> forces_;  // force words: first token to the token after
  Mentions found_;
};

}  // namespace

Mentions find_mentions(const Document& document, const Analysis& analysis, const Resources& resources) {
  return Collector(document, analysis, resources).run();
}

}  // namespace attest
