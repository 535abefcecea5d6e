#include "claims/attribution.hpp"

#include "claims/quotes.hpp"
#include "claims/speakers.hpp"
#include "claims/speech.hpp"

namespace attest {

namespace {

bool is_heading(BlockKind kind) {
  return kind == BlockKind::headline || kind == BlockKind::caption || kind == BlockKind::teaser;
}

std::string_view rule_of(SpeechOrder order) {
  switch (order) {
    case SpeechOrder::subject_first:
      return "source.subject-of-cue";
    case SpeechOrder::inverted:
      return "source.after-cue";
    case SpeechOrder::according:
      return "source.according-to";
    case SpeechOrder::quoted:
      return "source.is-quoted";
    case SpeechOrder::agent:
      return "source.agent-of-cue";
  }
  return {};
}

class VoiceFinder {
 public:
  VoiceFinder(const Document& document, const Analysis& analysis, const Mentions& mentions)
      : document_(document),
        analysis_(analysis),
        mentions_(mentions),
        speakers_(document, analysis, mentions),
        quotations_(find_quotations(document, analysis)),
        voices_(analysis.sentences.size()),
        speakers_of_(analysis.sentences.size()) {}

  std::vector<SentenceVoices> run() {
    for (std::uint32_t i = 0; i < analysis_.sentences.size(); ++i) read_sentence(i);
    for (const Quotation& quotation : quotations_) read_quotation(quotation);
    return std::move(voices_);
  }

 private:
  [[nodiscard]] SentenceView view(std::uint32_t sentence) const {
    return SentenceView(document_, analysis_, mentions_, sentence);
  }

  void read_sentence(std::uint32_t index) {
    const SentenceView s = view(index);
    SentenceVoices& voices = voices_[index];
    follow_statement(s, index);
    read_label(s, index);
    for (const Speech& speech : find_speech(s, speakers_, quotations_)) {
      const auto speaker = speakers_.read(s, speech.subject);
      voices.outside.ranges.push_back(speech.cue);
      if (!speaker) continue;
      voices.outside.ranges.push_back(speech.subject);
      voices.layers.push_back(
          {speech.governs, speaker->source, speech.type, false, rule_of(speech.order), speech.passed_on});
      speakers_of_[index].push_back({*speaker, speech});
      speakers_.spoke(*speaker);
    }
    note_statement(s, index);
    go_on(s, index);
  }

  // ---- the same voice in the next sentence

  /// "The blast destroyed a bus", "They were taken away" right after somebody's words: the tale goes on in that voice.
  /// A sentence with a voice of its own, a perfect or present tense (background) or another day is the reporter's.
  void go_on(const SentenceView& s, std::uint32_t index) {
    if (index == 0 || !s.has_tree() || is_heading(s.block()) || !voices_[index].layers.empty()) return;
    const SentenceView before = view(index - 1);
    const bool lead = before.word(before.last() - 1) == ".";  // a whole sentence, though set like a headline
    if ((is_heading(before.block()) && !lead) || (speakers_of_[index - 1].empty() && went_on_ != index - 1)) return;
    if (!narrative_past(s)) return;
    const bool same_paragraph = analysis_.sentences[index - 1].block == analysis_.sentences[index].block;
    if (!(refers_to_event(s) || refers_to_people(s) ||
          (refers_back(s) && (same_paragraph || s.word(s.first()) == "they"))))
      return;
    std::optional<Source> source;
    if (speakers_of_[index - 1].empty()) {
      source = voices_[index - 1].layers.back().source;
    } else {
      const Spoken& last = speakers_of_[index - 1].back();
      if (!last.speech.governs.contains(before.last() - 1) && last.speech.governs.last + 12 < before.last()) return;
      source = last.speaker.source;
    }
    voices_[index].layers.push_back({s.range(), *source, CueClass::neutral, true, "source.voice-goes-on"});
    went_on_ = index;
  }

  /// The main verb tells of something that happened: "destroyed", "were hit", "had been hit".
  [[nodiscard]] bool narrative_past(const SentenceView& s) const {
    for (std::uint32_t i = s.first(); i < s.last(); ++i) {
      const Token& token = s.token(i);
      if (token.head != kRoot && token.head >= s.first() && token.head < s.last()) continue;
      if (!s.within(mentions_.cues, {i, i + 1}).empty()) return false;  // "was described as": by somebody
      if (token.xpos == Xpos::vbd) return true;
      // one form for the present and the past: "They also set houses on fire"
      if (s.is_word(i, {"set", "put", "hit", "shut", "cut", "beat", "burst", "spread", "hurt"})) return true;
      bool past = false;
      for (std::uint32_t k = s.first(); k < i; ++k)
        if (s.token(k).head == i && s.is_word(k, {"was", "were", "had"})) past = true;
      return past;
    }
    return false;
  }

  /// "The blast …", "The fighting …": an event that the sentence before told of.
  [[nodiscard]] bool refers_to_event(const SentenceView& s) const {
    if (!s.is_word(s.first(), {"the", "this"})) return false;
    const auto events = s.within(mentions_.predicates, {s.first() + 1, std::min(s.first() + 4, s.last())});
    const bool event = std::ranges::any_of(
        events, [&](const PredicateMention* p) { return s.token(p->tokens.last - 1).upos == Upos::noun; });
    return event || s.is_word(s.first() + 1, {"violence", "incident", "blast", "explosion", "bombing", "gunbattle"});
  }

  /// "Ten civilians were killed", "The wounded officers died": more of those whom the sentence before told of.
  [[nodiscard]] bool refers_to_people(const SentenceView& s) const {
    const std::uint32_t end = std::min(s.first() + 6, s.last());
    for (const PeopleMention* people : s.within(mentions_.people, {s.first(), end})) {
      const std::uint32_t first = people->quantity ? people->quantity->tokens.first : people->tokens.first;
      const bool subject = s.token(people->tokens.last - 1).deprel == Deprel::nsubj ||
                           s.token(people->tokens.last - 1).deprel == Deprel::nsubj_pass;
      const bool begins =
          first == s.first() || (first == s.first() + 1 && s.is_word(s.first(), {"the", "a", "another"}));
      const bool elsewhere =
          !s.within(mentions_.places, s.range()).empty() || !s.within(mentions_.times, s.range()).empty();
      return subject && begins && ((people->quantity && !elsewhere) || s.word(s.first()) == "the") &&
             s.within(mentions_.parties, {s.first(), people->tokens.last}).empty();
    }
    return false;
  }

  /// "It had been hit …", "Most were …", "Six more people …": part of what the sentence before told of.
  [[nodiscard]] bool refers_back(const SentenceView& s) const {
    if (s.is_word(s.first(), {"it", "they", "most", "some", "others", "another", "both"})) return true;
    for (std::uint32_t i = s.first(); i < std::min(s.first() + 4, s.last()); ++i)
      if (s.is_word(i, {"more", "other", "others", "them"})) return true;
    return false;
  }

  /// "The minister said:" opens a statement that goes on to the next heading; a list after it is its content.
  void note_statement(const SentenceView& s, std::uint32_t index) {
    const bool opens = s.last() > s.first() && s.word(s.last() - 1) == ":";
    if (opens && !speakers_of_[index].empty()) {
      statement_ = speakers_of_[index].back().speaker.source;
      list_only_ = index + 1 < analysis_.sentences.size() && view(index + 1).block() == BlockKind::list_item;
      quoted_only_ = index + 1 < analysis_.sentences.size() && starts_quotation(analysis_.sentences[index + 1].first);
      return;
    }
    if (s.block() == BlockKind::headline || index < 2) note_release(s, index);
  }

  /// "Statement by NAME on …", "NAME statement on …": what follows in the first person is the statement.
  void note_release(const SentenceView& s, std::uint32_t) {
    if (release_) return;
    static constexpr std::uint32_t kReach = 14;
    const std::uint32_t end = std::min(s.first() + kReach, s.last());
    for (std::uint32_t i = s.first(); i < end; ++i) {
      if (!s.is_word(i, {"statement", "remarks", "comments", "speech", "message"})) continue;
      TokenRange phrase{i, i};
      if (s.is_word(i + 1, {"by", "from", "of"}))
        phrase = speakers_.phrase_after(s, i + 2);
      else if (i > s.first())
        phrase = speakers_.phrase_before(s, s.first(), i);
      if (phrase.first >= phrase.last) continue;
      if (const auto speaker = speakers_.read(s, phrase)) {
        release_ = speaker->source;
        speakers_.spoke(*speaker);
        return;
      }
    }
  }

  [[nodiscard]] bool first_person(const SentenceView& s) const {
    for (std::uint32_t i = s.first(); i < s.last(); ++i)
      if (s.is_word(i, {"i", "my"}) && !inside_quotation(i)) return true;
    return false;
  }

  /// The paragraphs of a statement in quotation marks.
  [[nodiscard]] bool opens_in_quotes(const SentenceView& s) const {
    const std::string_view first = s.raw(s.first());
    return (first == "“" || first == "\"" || first == "``");
  }

  [[nodiscard]] bool inside_quotation(std::uint32_t token) const {
    const auto after =
        std::ranges::upper_bound(quotations_, token, {}, [](const Quotation& q) { return q.tokens.first; });
    return after != quotations_.begin() && (after - 1)->tokens.contains(token);
  }

  [[nodiscard]] bool starts_quotation(std::uint32_t token) const {
    return std::ranges::any_of(quotations_, [&](const Quotation& q) { return q.tokens.first == token + 1; });
  }

  void follow_statement(const SentenceView& s, std::uint32_t index) {
    if (is_heading(s.block())) {
      if (s.block() == BlockKind::headline) statement_.reset();
      return;
    }
    if (!statement_ && release_ && (first_person(s) || opens_in_quotes(s))) {
      statement_ = release_;
      list_only_ = quoted_only_ = false;
      // The statement began before its first "I": with the paragraph.
      for (std::uint32_t back = index;
           back-- > 0 && analysis_.sentences[back].block == analysis_.sentences[index].block;)
        voices_[back].layers.push_back({view(back).range(), *statement_, CueClass::neutral, true, "source.statement"});
    }
    if (!statement_) return;
    if ((list_only_ && s.block() != BlockKind::list_item) ||
        (quoted_only_ && !inside_quotation(s.first()) && !starts_quotation(s.first()))) {
      statement_.reset();
      return;
    }
    voices_[index].layers.push_back({s.range(), *statement_, CueClass::neutral, true, "source.statement"});
  }

  /// "DoD Spokesman: strikes weaken …", "Source: Radio NAME" after an item, "… – monitor" at a headline's end.
  void read_label(const SentenceView& s, std::uint32_t index) {
    const std::uint32_t end = std::min(s.first() + 8, s.last());
    for (std::uint32_t i = s.first() + 1; i + 1 < end; ++i) {
      if (s.word(i) != ":") continue;
      if (s.is_word(s.first(), {"source", "sources"}) && i == s.first() + 1) {
        if (const auto speaker = speakers_.read(s, speakers_.phrase_after(s, i + 1))) label_item(index, *speaker);
        return;
      }
      const TokenRange label{s.first(), i};
      if (!(speakers_.phrase_after(s, s.first()) == label) || !names_speaker(s, label)) break;
      if (const auto speaker = speakers_.read(s, label)) add_label(s, index, {i + 1, s.last()}, label, *speaker);
      return;
    }
    if (!is_heading(s.block()) || s.last() < s.first() + 4) return;
    for (std::uint32_t i = s.last() - 1; i > s.first() + 2 && s.last() - i <= 6; --i) {
      if (!s.is_word(i, {"–", "—", ":", "-"}) || (analysis_.tokens[i].joined && s.word(i) != ":")) continue;
      const TokenRange label{i + 1, s.last()};
      if (label.first < label.last && speakers_.phrase_after(s, label.first) == label && names_speaker(s, label))
        if (const auto speaker = speakers_.read(s, label)) add_label(s, index, {s.first(), i}, label, *speaker);
      return;
    }
  }

  [[nodiscard]] bool names_speaker(const SentenceView& s, TokenRange label) const {
    if (s.has_word(label, {"in"}) && s.within(mentions_.speakers, label).empty())
      return false;  // "Terrorism in Pakistan:"
    const auto ends = [&](const auto* mention) { return mention->tokens.contains(label.last - 1); };  // not "X unrest:"
    const auto lies = [&](const PlaceMention* land) { return land->tokens == label; };  // "Mali: executions": where
    if (std::ranges::any_of(s.within(mentions_.lands, label), lies) ||
        std::ranges::any_of(s.within(mentions_.places, label), lies))
      return false;
    return std::ranges::any_of(s.within(mentions_.speakers, label), ends) ||
           std::ranges::any_of(s.within(mentions_.parties, label), ends);
  }

  void add_label(const SentenceView&, std::uint32_t index, TokenRange content, TokenRange label,
                 const Speaker& speaker) {
    voices_[index].layers.push_back({content, speaker.source, CueClass::neutral, false, "source.label"});
    voices_[index].outside.ranges.push_back(label);
    speakers_.spoke(speaker);
  }

  /// A source line speaks for the item before it, back to another source line or a heading.
  void label_item(std::uint32_t index, const Speaker& speaker) {
    for (std::uint32_t back = index; back-- > 0;) {
      const SentenceView s = view(back);
      if (s.is_word(s.first(), {"source", "sources"}) || is_heading(s.block()) || !voices_[back].layers.empty()) return;
      voices_[back].layers.push_back({s.range(), speaker.source, CueClass::neutral, true, "source.line-below"});
      if (s.block() == BlockKind::list_item && analysis_.sentences[back].first != 0 && back > 0 &&
          analysis_.sentences[back - 1].block != analysis_.sentences[back].block)
        return;
    }
  }

  // ---- quotations

  [[nodiscard]] std::uint32_t sentence_of(std::uint32_t token) const {
    const auto after =
        std::ranges::upper_bound(analysis_.sentences, token, {}, [](const Sentence& s) { return s.first; });
    return static_cast<std::uint32_t>(after - analysis_.sentences.begin() - 1);
  }

  struct Spoken {
    Speaker speaker;
    Speech speech;
  };

  /// A cue of `sentence` that stands outside the quotation.
  [[nodiscard]] const Spoken* beside(std::uint32_t sentence, TokenRange quotation) const {
    for (const Spoken& spoken : speakers_of_[sentence])
      if (!quotation.contains(spoken.speech.cue.first)) return &spoken;
    return nullptr;
  }

  void read_quotation(const Quotation& quotation) {
    const TokenRange q = quotation.tokens;
    const std::uint32_t first = sentence_of(q.first), last = sentence_of(q.last - 1);
    const bool whole = first != last || q.first <= analysis_.sentences[first].first + 1;
    std::optional<Source> source;
    // “A. B,” NAME said; NAME said: “A. B.”
    const Spoken* spoken = beside(last, q);
    if (spoken == nullptr) spoken = beside(first, q);
    if (spoken != nullptr) source = spoken->speaker.source;
    if (!whole && q.last - q.first < 6) return;  // scare quotes: the voice around them
    const bool starts_sentence = q.first <= analysis_.sentences[first].first + 1;
    if (!source && !starts_sentence) return;
    if (!source && quotation.goes_on) source = quoted_last_;
    const std::uint32_t block = analysis_.sentences[first].block;
    // The quotation before it in the paragraph, then the cue of the next sentence, then whoever spoke last.
    for (std::uint32_t back = first; !source && back-- > 0 && analysis_.sentences[back].block == block;)
      if (!speakers_of_[back].empty()) source = speakers_of_[back].back().speaker.source;
    if (!source && last + 1 < analysis_.sentences.size() && analysis_.sentences[last + 1].block == block)
      if (!speakers_of_[last + 1].empty()) source = speakers_of_[last + 1].front().speaker.source;
    for (std::uint32_t back = first; !source && back-- > 0;)
      if (!speakers_of_[back].empty()) source = speakers_of_[back].back().speaker.source;
    if (!source) return;
    quoted_last_ = source;
    for (std::uint32_t i = first; i <= last; ++i) {
      const TokenRange part{std::max(q.first, analysis_.sentences[i].first),
                            std::min(q.last, analysis_.sentences[i].last)};
      voices_[i].layers.push_back({part, *source, CueClass::neutral, beside(i, q) == nullptr, "source.quotation"});
    }
  }

  const Document& document_;
  const Analysis& analysis_;
  const Mentions& mentions_;
  Speakers speakers_;
  std::vector<Quotation> quotations_;
  std::vector<SentenceVoices> voices_;
  std::vector<std::vector<Spoken>> speakers_of_;  // one list a sentence
  std::optional<Source> statement_, release_, quoted_last_;
  std::uint32_t went_on_ = UINT32_MAX;  // the last sentence in which a voice went on
  bool list_only_ = false, quoted_only_ = false;
};

}  // namespace

Voice SentenceVoices::at(std::uint32_t token) const {
  std::vector<const Layer*> around;
  for (const Layer& layer : layers)
    if (layer.tokens.contains(token)) around.push_back(&layer);
  std::ranges::stable_sort(around, [](const Layer* a, const Layer* b) {
    const std::uint32_t size_a = a->tokens.last - a->tokens.first, size_b = b->tokens.last - b->tokens.first;
    if (size_a != size_b) return size_a < size_b;
    return a->passed_on != b->passed_on ? a->passed_on : a->carried < b->carried;
  });
  Voice voice;
  voice.outside = outside;
  for (const Layer* layer : around) {
    if (!voice.source) {
      voice.source = layer->source;
      voice.cue = layer->cue;
      voice.rule = layer->rule;
      voice.carried = layer->carried;
    } else if (layer->source.name == voice.source->name) {
      if (voice.cue == CueClass::neutral) voice.cue = layer->cue;
    } else if (voice.via.empty() || voice.via.back().name != layer->source.name) {
      voice.via.push_back(layer->source);
    }
  }
  return voice;
}

std::vector<SentenceVoices> find_voices(const Document& document, const Analysis& analysis, const Mentions& mentions) {
  return VoiceFinder(document, analysis, mentions).run();
}

}  // namespace attest
