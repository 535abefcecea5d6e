#include "claims/near_misses.hpp"

#include <cctype>
#include <string>

namespace attest {

namespace {

/// The words that tell what a predicate means may stand in the sentence before or after.
constexpr std::size_t kNeighbourhood = 160;  // bytes on either side of a short sentence
constexpr std::uint32_t kShort = 14;         // tokens; a longer sentence says itself what it is about

bool is_letter(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0; }

std::string folded_neighbourhood(const SentenceView& s) {
  const std::size_t more = s.last() - s.first() <= kShort ? kNeighbourhood : 0;
  const std::size_t begin = s.span().begin > more ? s.span().begin - more : 0;
  const std::size_t end = std::min(s.text().size(), s.span().end + more);
  std::string folded(s.text().substr(begin, end - begin));
  for (char& c : folded) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  return folded;
}

bool contains_phrase(const std::string& folded, std::string_view phrase) {
  for (std::size_t at = folded.find(phrase); at != std::string::npos; at = folded.find(phrase, at + 1)) {
    const std::size_t end = at + phrase.size();
    if ((at == 0 || !is_letter(folded[at - 1])) && (end == folded.size() || !is_letter(folded[end]))) return true;
  }
  return false;
}

/// The words of the sentence from token `first` on begin with `phrase`.
bool stands_at(const SentenceView& s, std::uint32_t first, std::string_view phrase) {
  std::uint32_t i = first;
  while (!phrase.empty()) {
    if (i > first && s.word(i) == "-") ++i;
    const std::string_view word = s.word(i);
    if (word.empty() || !phrase.starts_with(word)) return false;
    phrase.remove_prefix(word.size());
    if (!phrase.empty() && phrase[0] != ' ' && phrase[0] != '-') return false;
    if (!phrase.empty()) phrase.remove_prefix(1);
    ++i;
  }
  return true;
}

/// "strike a deal" forbids "strike", "struck" and "striking": only the first word inflects, and the match is it.
bool follows(const SentenceView& s, TokenRange trigger, std::string_view phrase) {
  if (stands_at(s, trigger.first, phrase)) return true;
  return phrase.starts_with("~ ") && stands_at(s, trigger.last, phrase.substr(2));
}

/// The words just before the trigger are `words`.
bool stands_before(const SentenceView& s, TokenRange trigger, const std::string& words) {
  const auto tokens =
      static_cast<std::uint32_t>(1 + std::ranges::count(words, ' ') + std::ranges::count(words, '-') * 2);
  return trigger.first >= s.first() + tokens && stands_at(s, trigger.first - tokens, words);
}

/// "using attack, bomber and fighter aircraft": a sort of aircraft.
bool sort_of_aircraft(const SentenceView& s, const PredicateMention& t) {
  if (t.form == Form::fixed || !s.is_word(t.tokens.last - 1, {"attack", "strike", "assault", "combat"})) return false;
  const std::uint32_t end = std::min(t.tokens.last + 12, s.last());
  for (std::uint32_t i = t.tokens.last; i < end; ++i) {
    if (s.is_word(i, {"aircraft", "helicopter", "helicopters", "jet", "jets", "plane", "planes", "drone", "drones"}))
      return true;
    if (!s.is_word(i,
                   {",", "and", "bomber", "fighter", "ground", "remotely", "piloted", "reconnaissance", "transport"}))
      return false;
  }
  return false;
}

/// "heard one say \"kill the drivers\"": an order, not a report.
bool is_an_order(const SentenceView& s, const PredicateMention& t) {
  return t.form == Form::base && t.tokens.first > s.first() &&
         s.is_word(t.tokens.first - 1, {"\"", "“", "``", "'", "‘"});
}

/// "protect the soldiers from attacks", "bars troops from combat": what is kept from happening.
bool is_warded_off(const SentenceView& s, const PredicateMention& t) {
  if (!t.is_noun()) return false;
  std::uint32_t i = t.tokens.first;
  while (i > s.first() && t.tokens.first - i < 5 && s.word(i) != "from") --i;
  if (s.word(i) != "from") return false;
  for (const std::uint32_t first = i > s.first() + 12 ? i - 12 : s.first(); i > first; --i)
    if (s.is_word(
            i, {"protect",  "protects",   "protected", "protecting", "protection", "shield",    "shielding",  "guard",
                "prevent",  "prevents",   "prevented", "preventing", "prohibit",   "prohibits", "prohibited", "bar",
                "bars",     "barred",     "ban",       "bans",       "banned",     "deter",     "stop",       "refrain",
                "refrains", "refraining", "abstain",   "spare",      "spared"}))
      return true;
  return false;
}

/// "troops backed by air strikes": help for those who fight; the strikes are told of as no event of their own.
bool is_only_support(const SentenceView& s, const PredicateMention& t) {
  if (t.form == Form::past || t.form == Form::past_or_participle) return false;  // "gunmen backed by rebels attacked"
  for (std::uint32_t i = t.tokens.first; i > s.first() && t.tokens.first - i < 6; --i)
    if (s.word(i) == "by" && s.is_word(i - 1, {"backed", "supported", "aided", "accompanied"})) return true;
  return false;
}

/// "fought fierce battles", "clashed in heavy fighting": the noun is the claim.
bool has_noun_of_its_kind(const SentenceView& s, const PredicateMention& t) {
  if (!s.is_word(t.tokens.first, {"fight", "fights", "fought", "fighting", "wage", "waged", "waging"})) return false;
  const std::uint32_t end = std::min(t.tokens.last + 5, s.last());
  for (std::uint32_t i = t.tokens.last; i < end; ++i) {
    if (s.is_word(i, {"battle", "battles", "gunbattle", "gunbattles", "clashes", "skirmishes"})) return true;
    if (s.is_word(i, {"with", "against", "in", "for", "and", ",", "the", "to", "near"})) return false;
  }
  return false;
}

/// "The two wounded officers died": whom the sentence says were hurt have died.
bool died_of_it(const SentenceView& s, const PredicateMention& t) {
  const std::uint32_t at = t.tokens.first;
  if (t.is_noun() && at > s.first() + 2 && s.is_word(at - 1, {"his", "her", "their", "its", "the"}) &&
      s.is_word(at - 2, {"of", "from", "to"}) &&
      s.is_word(at - 3, {"died", "die", "dies", "succumbed", "succumb", "succumbing"}))
    return true;  // "died of his injuries"
  if (t.form != Form::participle && t.form != Form::past_or_participle) return false;
  if (!s.has_tree() || s.token(t.tokens.first).deprel != Deprel::amod) return false;
  const std::uint32_t noun = s.token(t.tokens.first).head;
  if (noun == kRoot || s.token(noun).head == kRoot) return false;
  return s.is_word(s.token(noun).head, {"died", "die", "succumbed"});
}

/// "have died of meningitis", "cholera has killed 20"; not "a bomb at a cholera clinic killed six".
bool died_of_disease(const SentenceView& s, std::uint32_t i) {
  if (!s.is_word(i, {"cholera", "meningitis", "measles", "malaria", "ebola", "influenza", "flu", "dengue", "diarrhoea",
                     "diarrhea", "dysentery", "hepatitis", "fever", "typhoid", "tuberculosis", "pneumonia",
                     "coronavirus", "virus", "epidemic"}))
    return false;
  const std::uint32_t from = i > s.first() + 3 ? i - 3 : s.first();
  return s.has_word({from, i}, {"of", "from"}) || s.is_word(i + 1, {"has", "have", "had", "killed", "kills"});
}

/// "the anniversary of the poet's death", "where Mr. Haddad died in 2004": somebody's death, without a word of violence.
bool is_a_life_ended(const SentenceView& s, const PredicateMention& t) {
  if (!s.is_word(t.tokens.first, {"died", "dies", "death", "dying"}) || t.tokens.last - t.tokens.first > 1 ||
      !s.has_tree())
    return false;
  if (!s.within(s.mentions().weapons, s.range()).empty() || !s.within(s.mentions().quantities, s.range()).empty())
    return false;
  for (const PredicateMention* other : s.within(s.mentions().predicates, s.range()))
    if (!other->tokens.overlaps(t.tokens)) return false;  // "when the house was bombed"
  const std::uint32_t verb = t.tokens.first;
  bool named = false;
  for (std::uint32_t i = s.first(); i < s.last(); ++i) {
    const Token& token = s.token(i);
    if (s.is_word(
            i, {"killed",  "attack",   "attacks", "wounds", "injuries",  "shot",     "custody", "fighting",  "clashes",
                "battle",  "wounded",  "injured", "prison", "detention", "tortured", "blast",   "explosion", "bomb",
                "soldier", "fighters", "siege",   "combat", "raid",      "hunger",   "bodies"}))
      return false;
    if (token.head == verb && token.upos == Upos::propn &&
        (token.deprel == Deprel::nsubj || token.deprel == Deprel::nmod || token.deprel == Deprel::nmod_poss))
      named = true;
  }
  return named;
}

/// "died in a non-combat related incident": the report says that it was not the war.
bool not_of_the_war(const SentenceView& s, const Predicate& p) {
  if (p.kind != ClaimKind::killed && p.kind != ClaimKind::injured) return false;
  for (std::uint32_t i = s.first(); i < s.last(); ++i)
    if (s.is_word(i, {"overturned", "overturning", "non-combat", "noncombat", "accidental", "accidentally"}) ||
        (s.word(i) == "non" && s.is_word(i + 1, {"-", "combat"}) &&
         s.has_word({i, std::min(i + 3, s.last())}, {"combat"})) ||
        (s.word(i) == "natural" && s.word(i + 1) == "causes") || died_of_disease(s, i))
      return true;
  return false;
}

/// "launched a campaign to retake", "aiming to free": what the deed is for; "managed to retake" has done it.
bool is_only_the_purpose(const SentenceView& s, const PredicateMention& t) {
  const std::uint32_t verb = t.tokens.first;
  if (verb == s.first() || s.word(verb - 1) != "to") return false;
  const Deprel relation = s.token(verb).deprel;
  if (s.has_tree() && relation == Deprel::advcl) return true;
  const bool heading = s.block() == BlockKind::headline || s.block() == BlockKind::caption;
  if (!s.has_tree() && !heading) return false;
  TokenRange from{verb > s.first() + 8 ? verb - 8 : s.first(), verb};
  if (s.has_tree()) {
    const std::uint32_t head = s.token(verb).head;
    if (head == kRoot || (relation != Deprel::acl && relation != Deprel::xcomp)) return false;
    if (relation == Deprel::acl)
      return !s.is_word(
          head, {"plan", "plans", "threat", "threats", "vow", "pledge", "order", "orders", "decision", "intention"});
    from = {head, head + 1};
  }
  return s.has_word(
      from, {"operation",  "operations", "offensive", "campaign",   "mission",  "push",     "drive",    "battle",
             "assault",    "effort",     "efforts",   "fight",      "advance",  "aim",      "aims",     "aimed",
             "aiming",     "try",        "tries",     "tried",      "trying",   "attempt",  "attempts", "attempted",
             "attempting", "failed",     "struggle",  "struggling", "fighting", "fought",   "battling", "bid",
             "launch",     "launched",   "launching", "mount",      "mounted",  "advanced", "advancing"});
}

}  // namespace

/// "launched the offensive to retake", "fight to liberate": the effort is told of already.
bool effort_is_told(const SentenceView& s, const Predicate& p, const PredicateMention& t) {
  if (p.kind != ClaimKind::clash || p.before.empty() || t.tokens.first < s.first() + 2) return false;
  const std::uint32_t to = t.tokens.first - 1;
  if (s.is_word(to - 1, {"offensive", "operation", "operations", "campaign", "assault", "push", "drive"}))
    for (std::uint32_t i = to - 1; i > s.first() && to - i < 5; --i)
      if (s.is_word(i - 1, {"launched", "launch", "launches", "began", "begun", "started", "in", "during", "from"}))
        return true;
  return s.is_word(to - 1, {"fight", "fights", "fought", "battle", "battled", "battling", "battles"});
}

/// "police shot him dead": the verb tells of it.
bool told_by_its_verb(const SentenceView& s, const PredicateMention& t) {
  const std::uint32_t at = t.tokens.first;
  return at > s.first() + 1 && s.word(at) == "dead" && s.is_word(at - 1, {"him", "her", "them", "us", "me"}) &&
         s.is_word(at - 2, {"shot", "shoot", "shoots", "shooting", "gunned"});
}

bool words_allow(const SentenceView& s, const Predicate& p, const PredicateMention& t) {
  const auto before = [&](const std::string& words) { return stands_before(s, t.tokens, words); };
  if (std::ranges::any_of(p.not_before, before)) return false;
  if (!p.before.empty() && std::ranges::none_of(p.before, before)) return false;
  if (is_an_order(s, t) || (p.kind == ClaimKind::attack && sort_of_aircraft(s, t))) return false;
  if (s.word(t.tokens.last - 1) == "at" && s.is_word(t.tokens.last, {"least", "most"})) return false;  // "hit at least"
  if (p.kind == ClaimKind::killed && t.form == Form::base && t.tokens.first > s.first() + 1 &&
      s.word(t.tokens.first - 1) == "to" &&
      s.is_word(t.tokens.first - 2,
                {"waiting", "ready", "willing", "prepared", "afraid", "refuse", "refused", "refusing"}))
    return false;  // "we are waiting to die"
  if (p.kind == ClaimKind::killed && (is_a_life_ended(s, t) || told_by_its_verb(s, t))) return false;
  if (effort_is_told(s, p, t)) return false;
  if (is_warded_off(s, t) || not_of_the_war(s, p)) return false;
  if (p.kind == ClaimKind::attack && is_only_support(s, t)) return false;
  if (p.kind == ClaimKind::clash && has_noun_of_its_kind(s, t)) return false;
  if (p.kind == ClaimKind::injured && died_of_it(s, t)) return false;
  if (p.kind == ClaimKind::control && is_only_the_purpose(s, t)) return false;
  for (const std::string& phrase : p.not_after)
    if (follows(s, t.tokens, phrase)) return false;
  if (!p.particles.empty()) {
    bool found = false;
    for (std::uint32_t i = t.tokens.last; i < std::min(t.tokens.last + 8, s.last()); ++i)
      found = found ||
              std::ranges::any_of(p.particles, [&](const std::string& particle) { return stands_at(s, i, particle); });
    if (!found) return false;
  }
  if (p.near.empty()) return true;
  const std::string folded = folded_neighbourhood(s);
  return std::ranges::any_of(p.near, [&](const std::string& w) { return contains_phrase(folded, w); });
}

}  // namespace attest
