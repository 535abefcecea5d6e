#include "claims/attribution.hpp"

#include <cctype>
#include <string>

namespace attest {

namespace {

bool capitalised(std::string_view word) {
  return !word.empty() && std::isupper(static_cast<unsigned char>(word[0])) != 0;
}

bool opens_quote(std::string_view w) { return w == "“" || w == "\"" || w == "‘"; }
bool closes_quote(std::string_view w) { return w == "”" || w == "\"" || w == "’"; }

bool is_reporting(const CueMention& cue) {
  return cue.form == Form::past || cue.form == Form::past_or_participle || cue.form == Form::third ||
         cue.form == Form::base || cue.form == Form::participle;
}

class Voices {
 public:
  Voices(const Document& document, const Analysis& analysis, const Mentions& mentions)
      : document_(document), analysis_(analysis), mentions_(mentions) {}

  std::vector<Voice> run() {
    std::vector<Voice> voices;
    for (std::uint32_t i = 0; i < analysis_.sentences.size(); ++i) {
      const SentenceView s(document_, analysis_, mentions_, i);
      voices.push_back(voice_of(s));
      follow_quotes(s);
    }
    return voices;
  }

 private:
  struct Speaker {
    Source source;
    TokenRange tokens;
  };

  Voice voice_of(const SentenceView& s) {
    if (auto voice = spoken(s)) {
      last_ = voice->source;
      // "The minister said:" opens a statement that goes on; so does a quotation that is not closed.
      statement_ = s.word(s.last() - 1) == ":";
      return *voice;
    }
    const bool heading =
        s.block() == BlockKind::headline || s.block() == BlockKind::caption || s.block() == BlockKind::teaser;
    const bool goes_on = statement_ || in_quote_ || opens_quote(s.raw(s.first()));
    if (goes_on && last_ && !heading) return {last_, CueClass::neutral, true, {s.first(), s.first()}};
    if (!heading) statement_ = false;
    return {std::nullopt, CueClass::neutral, false, {s.first(), s.first()}};
  }

  void follow_quotes(const SentenceView& s) {
    for (std::uint32_t i = s.first(); i < s.last(); ++i) {
      const std::string_view w = s.raw(i);
      if (w == "“")
        in_quote_ = true;
      else if (w == "”")
        in_quote_ = false;
      else if (w == "\"")
        in_quote_ = !in_quote_;
    }
  }

  /// A cue with its speaker in this sentence.
  std::optional<Voice> spoken(const SentenceView& s) {
    for (std::uint32_t i = s.first(); i + 2 < s.last(); ++i) {
      if (s.word(i) != "according" || s.word(i + 1) != "to") continue;
      if (const auto speaker = speaker_in(s, {i + 2, segment_end(s, i + 2)}))
        return Voice{speaker->source, CueClass::neutral, false, {i, speaker->tokens.last}};
    }
    for (const CueMention* cue : s.within(mentions_.cues, s.range())) {
      if (!is_reporting(*cue) || (capitalised(s.raw(cue->tokens.first)) && cue->tokens.first != s.first())) continue;
      const std::uint32_t first = cue->tokens.first;
      const std::string_view before = first > s.first() ? s.raw(first - 1) : std::string_view();
      const bool passive =
          first > s.first() && s.is_word(first - 1, {"is", "are", "was", "were", "been", "be", "to", "not"});
      if (passive || s.word(cue->tokens.last) == "to") continue;  // "is said to", "thought to"
      if (s.word(first).starts_with("quot")) {                    // "the agency quoted X as saying": X speaks
        if (const auto speaker = speaker_in(s, {cue->tokens.last, segment_end(s, cue->tokens.last)}))
          return Voice{speaker->source, cue->type, false, {first, speaker->tokens.last}};
      }
      const bool inverted =
          before == "," || closes_quote(before) || before.ends_with(',') || before == "—" || first == s.first();
      if (inverted) {
        if (const auto speaker = speaker_in(s, {cue->tokens.last, segment_end(s, cue->tokens.last)}))
          return Voice{speaker->source, cue->type, false, {first, speaker->tokens.last}};
      }
      if (const auto speaker = speaker_before(s, first))
        return Voice{speaker->source, cue->type, false, {speaker->tokens.first, cue->tokens.last}};
    }
    return std::nullopt;
  }

  /// The subject of the cue at `first`: after the last comma, or with its apposition before it.
  std::optional<Speaker> speaker_before(const SentenceView& s, std::uint32_t first) {
    const std::uint32_t begin = segment_begin(s, first);
    std::uint32_t comma = first;
    while (comma > begin && s.word(comma - 1) != ",") --comma;
    if (comma > begin && comma < first) {
      if (auto speaker = speaker_in(s, {comma, first}, true)) return speaker;
      // "NAME, who was not there, said": somebody whom the report has named before.
      const auto name = person_name(s, {begin, comma}, true);
      if (const auto known = name ? named_before(std::string(slice(s.text(), s.bytes(*name)))) : std::nullopt) {
        Source source = *known;
        source.text = s.bytes(*name);
        return Speaker{source, *name};
      }
      return std::nullopt;
    }
    return speaker_in(s, {begin, first}, true);
  }

  static std::uint32_t segment_end(const SentenceView& s, std::uint32_t i) {
    std::uint32_t end = i;
    while (end < s.last() && !s.is_word(end, {";", ".", "“", "”", "\"", "that", "who", "which", "after", "as", "in",
                                              "during", "on", "when"}))
      ++end;
    return end;
  }

  /// Back over the speaker's noun phrase and its apposition to a quotation mark or the sentence's start.
  static std::uint32_t segment_begin(const SentenceView& s, std::uint32_t i) {
    std::uint32_t begin = i;
    while (begin > s.first() && i - begin < 30 && !closes_quote(s.raw(begin - 1)) &&
           !s.is_word(begin - 1, {";", ":", "but", "and", "while", "after", "as", "when", "that"}))
      --begin;
    return begin;
  }

  /// The speaker that a stretch of words names. Organisations and roles say the kind, a person's name the name.
  std::optional<Speaker> speaker_in(const SentenceView& s, TokenRange range, bool before_cue = false) {
    if (range.first >= range.last) return std::nullopt;
    if (before_cue) {  // the subject stands right before its verb, or before a comma that closes an apposition
      std::uint32_t near = range.last;
      while (near > range.first &&
             (s.word(near - 1) == "also" || s.word(near - 1) == "has" || s.word(near - 1) == "have" ||
              s.word(near - 1) == "had" || s.word(near - 1).ends_with("ly")))
        --near;
      range.last = near;
      if (range.first >= range.last) return std::nullopt;
    }
    const std::uint32_t edge = before_cue ? range.last - 1 : range.first;
    if (s.is_word(edge, {"he", "she", "they", "it", "who"})) {
      if (s.word(edge) == "it" || s.word(edge) == "who" || !last_)
        return s.word(edge) == "who" ? speaker_before_who(s, range) : std::nullopt;
      Source source = *last_;
      source.text = s.bytes({edge, edge + 1});
      return Speaker{source, {edge, edge + 1}};
    }
    std::vector<const SpeakerMention*> speakers = s.within(mentions_.speakers, range);
    const std::vector<const PartyMention*> parties = s.within(mentions_.parties, range);
    const std::optional<TokenRange> name = person_name(s, range, before_cue);
    TokenRange tokens{range.last, range.first};
    const auto cover = [&](TokenRange r) {
      tokens.first = std::min(tokens.first, r.first);
      tokens.last = std::max(tokens.last, r.last);
    };
    Source source;
    bool known = false;
    const SpeakerMention* organisation = nullptr;
    const SpeakerMention* role = nullptr;
    for (const SpeakerMention* speaker : speakers) {
      if (!speaker->name.empty() && speaker->kind != SourceKind::media && organisation == nullptr)
        organisation = speaker;
      if (speaker->name.empty()) role = speaker;
    }
    for (const SpeakerMention* speaker : speakers)
      if (!speaker->name.empty() && organisation == nullptr) organisation = speaker;
    if (organisation != nullptr) {
      source.name = organisation->name;
      source.kind = organisation->kind;
      cover(organisation->tokens);
      known = true;
    } else if (!parties.empty() && (!parties.back()->nationality || role == nullptr)) {
      const PartyMention& party = *parties.front();
      source.name = party.name;
      source.kind = party.speaks_as;
      cover(party.tokens);
      known = true;
      if (role != nullptr && (party.nationality || party.speaks_as == SourceKind::government)) source.kind = role->kind;
    } else if (role != nullptr) {
      source.kind = role->kind;
      TokenRange phrase = role->tokens;
      while (phrase.first > range.first &&
             !s.is_word(phrase.first - 1, {"the", "a", "an", ",", "\"", "”", "’", "one", "and"}) &&
             role->tokens.first - phrase.first < 4)
        --phrase.first;
      cover(phrase);
      source.name = std::string(slice(s.text(), s.bytes(phrase)));
      known = true;
    }
    if (name) {
      cover(*name);
      const std::string full(slice(s.text(), s.bytes(*name)));
      if (const auto earlier = named_before(full)) {
        source = *earlier;
      } else if (!known || organisation == nullptr) {
        if (known && !parties.empty() && role == nullptr) {
          // "SDF commander NAME": the side speaks.
        } else {
          source.name = full;
          if (!known) source.kind = SourceKind::other;
        }
      }
      known = true;
      source.text = s.bytes(*name);
      people_.push_back({full, source});
    }
    if (!known) return std::nullopt;
    if (!name) {
      if (tokens.first > range.first && s.is_word(tokens.first - 1, {"the", "a", "an"})) --tokens.first;
      source.text = s.bytes(tokens);
    }
    return Speaker{source, tokens};
  }

  std::optional<Speaker> speaker_before_who(const SentenceView& s, TokenRange range) {
    if (range.last < range.first + 3) return std::nullopt;
    return speaker_in(s, {range.first, range.last - 2}, true);
  }

  /// A run of two or more capitalised words that no lexicon knows, or one that was a speaker's last name.
  std::optional<TokenRange> person_name(const SentenceView& s, TokenRange range, bool nearest_last) {
    std::optional<TokenRange> best;
    for (std::uint32_t i = range.first; i < range.last; ++i) {
      if (!capitalised(s.raw(i)) || known_word(s, i)) continue;
      std::uint32_t end = i + 1;
      while (end < range.last && ((capitalised(s.raw(end)) && !known_word(s, end)) ||
                                  (s.raw(end) == "-" && end + 1 < range.last) || s.is_word(end, {"al", "el", "bin"})))
        ++end;
      const TokenRange run{i, end};
      const std::string text(slice(s.text(), s.bytes(run)));
      if ((end - i >= 2 && i != s.first()) || (end - i >= 2 && end - i <= 4) || named_before(text)) {
        best = run;
        if (!nearest_last) return best;
      }
      i = end;
    }
    return best;
  }

  [[nodiscard]] bool known_word(const SentenceView& s, std::uint32_t i) const {
    const TokenRange one{i, i + 1};
    const auto covers = [&](const auto& list) {
      for (const auto* mention : s.within(list, {i > s.first() + 6 ? i - 6 : s.first(), std::min(i + 6, s.last())}))
        if (mention->tokens.overlaps(one)) return true;
      return false;
    };
    return covers(mentions_.speakers) || covers(mentions_.parties) || covers(mentions_.places) ||
           covers(mentions_.times) || s.is_word(i, {"the", "a", "in", "on", "mr.", "mrs.", "ms.", "but", "and"});
  }

  [[nodiscard]] std::optional<Source> named_before(const std::string& name) const {
    for (auto at = people_.rbegin(); at != people_.rend(); ++at)
      if (at->first == name || at->first.ends_with(" " + name) || name.ends_with(" " + at->first)) return at->second;
    return std::nullopt;
  }

  const Document& document_;
  const Analysis& analysis_;
  const Mentions& mentions_;
  std::optional<Source> last_;
  bool statement_ = false, in_quote_ = false;
  std::vector<std::pair<std::string, Source>> people_;  // speakers named so far
};

}  // namespace

std::vector<Voice> find_voices(const Document& document, const Analysis& analysis, const Mentions& mentions) {
  return Voices(document, analysis, mentions).run();
}

}  // namespace attest
