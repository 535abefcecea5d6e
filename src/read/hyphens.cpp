#include "read/hyphens.hpp"

#include <algorithm>
#include <array>
#include <cctype>

namespace attest {

namespace {

/// First parts that keep their hyphen: articles of transcribed names, and prefixes.
constexpr auto kFirstParts = std::to_array<std::string_view>(
    {"al",      "el",     "as",     "ash",   "ar",    "ad",    "az",    "an",      "at",     "ul",    "ud",    "abu",
     "non",     "self",   "ex",     "vice",  "so",    "pro",   "anti",  "counter", "cross",  "half",  "high",  "low",
     "long",    "short",  "mid",    "well",  "ill",   "north", "south", "east",    "west",   "one",   "two",   "three",
     "four",    "five",   "six",    "seven", "eight", "nine",  "ten",   "twenty",  "thirty", "forty", "fifty", "sixty",
     "seventy", "eighty", "ninety", "all",   "air",   "multi", "post",  "pre",     "semi"});

/// Last parts that follow a hyphen.
constexpr auto kLastParts = std::to_array<std::string_view>(
    {"held",   "led",     "based",      "backed",    "controlled", "style",   "made",    "linked",   "run",
     "wide",   "level",   "range",      "scale",     "term",       "profile", "ranking", "affected", "occupied",
     "allied", "aligned", "affiliated", "sponsored", "supported",  "imposed", "enforced"});

bool is_letter(char c) {
  return std::isalpha(static_cast<unsigned char>(c)) != 0 || static_cast<unsigned char>(c) >= 0x80;
}

std::string small(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return out;
}

/// Letters, hyphens and apostrophes from `at` on.
std::size_t word_end(std::string_view text, std::size_t at) {
  while (at < text.size() && (is_letter(text[at]) || text[at] == '-' || text[at] == '\'')) ++at;
  return at;
}

/// The length of a hyphen at the end of a line, 0 if there is none: "-", "‐" or a soft hyphen.
std::size_t hyphen_length(std::string_view line) {
  for (std::string_view hyphen : {"\u00ad", "\u2010", "-"})
    if (line.size() > hyphen.size() && line.ends_with(hyphen)) return hyphen.size();
  return 0;
}

}  // namespace

void Hyphens::learn(std::string_view line) {
  for (std::size_t i = 0; i < line.size();) {
    const std::size_t end = word_end(line, i);
    const bool cut = end == line.size() && hyphen_length(line) > 0;
    if (end > i && !cut) {
      words_.insert(small(line.substr(i, end - i)));
      // The parts of a compound are words, too.
      for (std::size_t part = i; part < end;) {
        const std::size_t stop = std::min(line.find('-', part), end);
        if (stop > part && (part > i || stop < end)) words_.insert(small(line.substr(part, stop - part)));
        part = stop + 1;
      }
    }
    i = std::max(end, i + 1);
  }
}

bool Hyphens::keeps_hyphen(std::string_view before, std::string_view after) const {
  const auto upper = [](char c) { return std::isupper(static_cast<unsigned char>(c)) != 0; };
  if (upper(after.front()) || std::ranges::all_of(before, upper)) return true;
  const std::string first = small(before), last = small(after);
  if (words_.contains(first + last)) return false;
  if (words_.contains(first + '-' + last)) return true;
  if (first.find('-') != std::string::npos || last.find('-') != std::string::npos) return true;
  if (std::ranges::find(kFirstParts, first) != kFirstParts.end()) return true;
  // "government-held", and not "with-held".
  return std::ranges::find(kLastParts, last) != kLastParts.end() && first.size() >= 5;
}

void Hyphens::join(std::string& paragraph, std::string_view line) const {
  const std::size_t length = hyphen_length(paragraph);
  if (paragraph.empty() || length == 0) {
    if (!paragraph.empty()) paragraph += ' ';
    paragraph += line;
    return;
  }
  const std::string_view stem = std::string_view(paragraph).substr(0, paragraph.size() - length);
  std::size_t begin = stem.size();
  while (begin > 0 && (is_letter(stem[begin - 1]) || stem[begin - 1] == '-' || stem[begin - 1] == '\'')) --begin;
  const std::string_view before = stem.substr(begin), after = line.substr(0, word_end(line, 0));
  const bool cut = !before.empty() && !after.empty() && is_letter(before.back()) && is_letter(after.front());
  if (before.empty() && !after.empty() && !stem.empty() && stem.back() == ' ') {
    paragraph += ' ';  // a dash
  } else if (cut && (paragraph.ends_with("\u00ad") || !keeps_hyphen(before, after))) {
    paragraph.resize(paragraph.size() - length);
  }
  paragraph += line;
}

}  // namespace attest
