#include "claims/speech_reach.hpp"

#include <cctype>

namespace attest {

namespace {

class Reach {
 public:
  Reach(const SentenceView& s, std::span<const TokenRange> quotations) : s_(s), quotations_(quotations) {}

  /// The words that somebody says: all before an inverted cue, all after a subject and its cue.
  [[nodiscard]] TokenRange of(const Speech& speech) const {
    const TokenRange whole = inside_quotation(speech.cue.first).value_or(s_.range());
    const std::uint32_t first = std::min(speech.cue.first, speech.subject.first);
    const std::uint32_t last = std::max(speech.cue.last, speech.subject.last);
    switch (speech.order) {
      case SpeechOrder::according:
      case SpeechOrder::inverted:
        if (first <= whole.first + 1) return {last, whole.last};
        if (speech.order == SpeechOrder::according && s_.is_word(first - 1, {"which", "who"})) {
          // "the group, which according to X holds the town, …": the relative clause alone
          std::uint32_t end = last;
          while (end < whole.last && s_.word(end) != ",") ++end;
          return {first, end};
        }
        return {whole.first, whole.last};
      case SpeechOrder::agent:
        return {whole.first, first};
      case SpeechOrder::quoted:
        return whole;
      case SpeechOrder::subject_first:
        break;
    }
    const bool quote_before = first > whole.first && (is_quotation_mark(s_.raw(first - 1)));
    if (quote_before) return whole;  // “A,” NAME said, “B”
    const bool content_before = first > whole.first + 3 && s_.word(first - 1) == ",";
    // "If it falls, X warn, Y could starve": put in between.
    if (content_before && s_.word(last) == "," && last + 3 < whole.last &&
        !s_.is_word(last + 1, {"but", "while", "although", "though", "as", "after", "and", "who", "which"}))
      return whole;
    if (content_before && said_before(speech.cue)) return {whole.first, first};
    // "Thousands fled, the agency said on Monday as rebels …": what follows are circumstances, not what is said.
    if (content_before && only_circumstances(speech.cue.last)) return {whole.first, first};
    if (content_after(speech.cue.last)) {
      if (const auto noun = noun_said_of(speech.cue)) return {*noun, whole.last};
      return {last, whole.last};
    }
    return content_before ? TokenRange{whole.first, first} : whole;
  }

 private:
  [[nodiscard]] std::optional<TokenRange> inside_quotation(std::uint32_t token) const {
    for (TokenRange q : quotations_)
      if (q.contains(token)) return TokenRange{std::max(q.first, s_.first()), std::min(q.last, s_.last())};
    return std::nullopt;
  }

  /// "They shot at boats, survivors told aid workers": the tree has the content before the cue, and none after it.
  [[nodiscard]] bool said_before(TokenRange cue) const {
    if (!s_.has_tree()) return false;
    bool before = false;
    for (std::uint32_t i = s_.first(); i < s_.last(); ++i) {
      const Token& token = s_.token(i);
      if (token.head != cue.first || (token.deprel != Deprel::ccomp && token.deprel != Deprel::parataxis)) continue;
      if (i > cue.first) return false;
      before = true;
    }
    return before;
  }

  /// Do only words of saying stand between the cue and "as", "on condition of", "citing" and the like?
  [[nodiscard]] bool only_circumstances(std::uint32_t i) const {
    while (i < s_.last() && (s_.in_time(i) || is_medium(i) ||
                             s_.is_word(i, {"in", "a", "the", "on", "reporters", "journalists", "statement"}) ||
                             std::isupper(static_cast<unsigned char>(s_.raw(i)[0])) != 0)) {
      if (s_.word(i) == "on" && s_.word(i + 1) == "condition") return true;
      ++i;
    }
    return s_.is_word(i, {"as", "while", "after", "following", "citing", "quoting", "speaking"});
  }

  /// "an ambush the army blamed on rebels": the noun that a relative clause of blame is about.
  [[nodiscard]] std::optional<std::uint32_t> noun_said_of(TokenRange cue) const {
    if (!s_.has_tree() || !s_.word(cue.first).starts_with("blame")) return std::nullopt;
    const Token& token = s_.token(cue.first);
    if (token.deprel != Deprel::acl_relcl || token.head < s_.first() || token.head >= cue.first) return std::nullopt;
    return token.head;
  }

  /// "told the Associated Press", "told Channel 24"
  [[nodiscard]] bool is_medium(std::uint32_t i) const {
    const auto capital = [&](std::uint32_t k) {
      return k < s_.last() && std::isupper(static_cast<unsigned char>(s_.raw(k)[0])) != 0;
    };
    if (s_.word(i) == "the")
      return s_.is_word(i + 1, {"news", "agency", "press", "statement"}) || (capital(i + 1) && capital(i + 2));
    return std::isdigit(static_cast<unsigned char>(s_.raw(i)[0])) != 0 && i > s_.first() && capital(i - 1);
  }

  /// Does more than the circumstances of saying follow the cue ("in a statement on Friday", "told reporters")?
  [[nodiscard]] bool content_after(std::uint32_t i) const {
    bool adjunct = true;
    while (adjunct && i < s_.last()) {
      adjunct =
          s_.in_time(i) ||
          s_.is_word(
              i, {"in",          "on",         "at",       "to",         "via",       "a",         "an",
                  "his",         "its",        "their",    "her",        "statement", "interview", "news",
                  "press",       "conference", "briefing", "email",      "telephone", "phone",     "reporters",
                  "journalists", "post",       "official", "page",       "video",     "report",    "message",
                  "written",     "televised",  "by",       "from",       "after",     "during",    "too",
                  "afterwards",  "earlier",    "later",    "separately", "joint",     "address",   "speech",
                  "state",       "national",   "local",    "television", "tv",        "radio",     "broadcaster"}) ||
          is_medium(i) || std::isupper(static_cast<unsigned char>(s_.raw(i)[0])) != 0;
      if (adjunct) ++i;
    }
    if (i >= s_.last()) return false;
    if (s_.word(i) == "," || s_.word(i) == ";") {
      // ", adding that …" goes on in the same voice, but what stands before the speaker is said, too.
      return false;
    }
    const auto c = static_cast<unsigned char>(s_.word(i)[0]);
    return s_.word(i) == ":" || is_quotation_mark(s_.raw(i)) || std::isalnum(c) != 0 || c >= 0x80;
  }

  const SentenceView& s_;
  std::span<const TokenRange> quotations_;
};

}  // namespace

bool is_quotation_mark(std::string_view w) {
  return w == "“" || w == "”" || w == "\"" || w == "‘" || w == "’" || w == "''" || w == "``" || w == "'";
}

TokenRange reach_of(const SentenceView& s, std::span<const TokenRange> quotations, const Speech& speech) {
  return Reach(s, quotations).of(speech);
}

}  // namespace attest
