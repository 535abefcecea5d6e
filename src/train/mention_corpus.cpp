#include "train/mention_corpus.hpp"

#include <algorithm>
#include <map>
#include <string_view>

#include "language/conllu.hpp"

namespace attest::train {

namespace {

std::uint32_t kind_named(std::string_view name) {
  static const std::map<std::string_view, std::uint32_t> kinds = {
      {"person", 1}, {"place", 2}, {"organization", 3}, {"object", 4}, {"substance", 4},
      {"event", 5},  {"time", 6},  {"animal", 7},       {"plant", 7},  {"abstract", 8}};
  const auto at = kinds.find(name);
  return at == kinds.end() ? 0 : at->second;
}

struct Phrase {
  std::string_view id;
  std::uint32_t kind = 0, first = 0;  // word
};

/// The value of "Entity=" in MISC.
std::string_view entity_of(const ConlluWord& word) {
  constexpr std::string_view kKey = "Entity=";
  const std::string_view misc = word.misc;
  std::size_t at = misc.find(kKey);
  if (at == std::string_view::npos) return {};
  at += kKey.size();
  return misc.substr(at, misc.find('|', at) - at);
}

/// Reads the phrases of a sentence and calls `take` for the head and kind of each.
template <class Take>
void each_phrase(const ConlluSentence& sentence, const Take& take) {
  std::vector<Phrase> open;
  const auto close = [&](const Phrase& phrase, std::uint32_t last) {
    for (std::uint32_t i = phrase.first; i <= last; ++i)
      if (const std::uint32_t head = sentence.words[i].head; head == 0 || head - 1 < phrase.first || head - 1 > last)
        return take(i, phrase.kind);
  };
  for (std::uint32_t i = 0; i < sentence.words.size(); ++i) {
    std::string_view rest = entity_of(sentence.words[i]);
    while (!rest.empty()) {
      const bool opens = rest.starts_with('(');
      if (opens) rest.remove_prefix(1);
      const std::size_t end = std::min(rest.find_first_of("()"), rest.size());
      const std::string_view own = rest.substr(0, end);
      const bool closes = end < rest.size() && rest[end] == ')';
      rest.remove_prefix(closes ? end + 1 : end);
      const std::string_view id = own.substr(0, own.find('-'));
      if (opens) {
        const std::string_view type = id.size() < own.size() ? own.substr(id.size() + 1) : std::string_view();
        open.push_back({id, kind_named(type.substr(0, type.find('-'))), i});
      }
      if (!closes) {
        if (!opens) break;
        continue;
      }
      const auto at = std::find_if(open.rbegin(), open.rend(), [&](const Phrase& phrase) { return phrase.id == id; });
      if (at == open.rend()) continue;
      close(*at, i);
      open.erase(std::next(at).base());
    }
  }
}

}  // namespace

Result<std::vector<MarkedThings>> read_things(const std::filesystem::path& path) {
  ATTEST_TRY(const auto sentences, read_conllu(path));
  std::vector<MarkedThings> out;
  bool any = false;
  for (const ConlluSentence& sentence : sentences) {
    if (out.empty() || sentence.new_document) {
      out.emplace_back();
      out.back().document.name = sentence.document;
    }
    MarkedThings& made = out.back();
    std::string& text = made.document.text;
    const auto begin = static_cast<std::uint32_t>(text.size());
    text += sentence.text;
    made.document.blocks.push_back({BlockKind::paragraph, {begin, static_cast<std::uint32_t>(text.size())}});
    std::vector<std::uint32_t> begins;
    std::size_t at = begin;
    for (const ConlluWord& word : sentence.words) {
      const std::size_t found = text.find(word.form, at);
      if (found != std::string::npos) at = found;
      begins.push_back(static_cast<std::uint32_t>(at));
      if (found != std::string::npos) at += word.form.size();
    }
    text += '\n';
    std::map<std::uint32_t, std::uint32_t> kinds;
    each_phrase(sentence, [&](std::uint32_t word, std::uint32_t kind) { kinds[begins[word]] = kind; });
    for (const auto& [byte, kind] : kinds) made.heads.push_back({byte, kind});
    any = any || !kinds.empty();
  }
  if (!any) return fail(ErrorCode::bad_resource, "no phrase is marked (Entity= in MISC)", path.string());
  return out;
}

}  // namespace attest::train
