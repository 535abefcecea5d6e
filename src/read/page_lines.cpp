#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>
#include <map>
#include <string_view>
#include <utility>

#include "read/page_layout.hpp"

namespace attest {

namespace {

constexpr double kWordGap = 1.0;      // of the font size: words further apart are not one line
constexpr double kBulletGap = 4.0;    // a bullet or number and its item
constexpr double kNoSpace = 0.12;     // closer letters are one word
constexpr double kSuperscript = 0.8;  // of the font size

bool is_bullet(std::string_view text) {
  for (std::string_view mark : {"•", "●", "▪", "■", "◦", "○", "–", "-", "*", "·", "\uf0b7", "\uf0a7", "➢", "►"})
    if (text == mark) return true;
  const std::size_t digits = text.find_first_not_of("0123456789");
  if (digits == text.size() - 1 && digits > 0 && digits <= 2 && (text.back() == '.' || text.back() == ')')) return true;
  return text.size() <= 4 && text.starts_with('(') && text.ends_with(')');
}

double overlap(const PageWord& word, const Line& line) {
  return std::min(word.bottom, line.bottom) - std::max(word.top, line.top);
}

/// Lines that are still open, by the stripes of the page they touch.
class OpenLines {
 public:
  explicit OpenLines(std::vector<Line>& lines) : lines_(lines) {}

  /// The line that the word continues, if there is one.
  [[nodiscard]] Line* before(const PageWord& word) const {
    Line* best = nullptr;
    for (int stripe = stripe_of(word.top); stripe <= stripe_of(word.bottom); ++stripe) {
      const auto found = stripes_.find(stripe);
      if (found == stripes_.end()) continue;
      // Words come from left to right: those that ended last are the nearest.
      std::size_t looked = 0;
      for (auto index = found->second.rbegin(); index != found->second.rend() && looked < 32; ++index, ++looked) {
        Line& line = lines_[*index];
        const double height = std::min(word.bottom - word.top, line.bottom - line.top);
        const double size = std::max(word.size, line.size);
        const double reach = is_bullet(line.text) && line.words == 1 ? kBulletGap : kWordGap;
        const double gap = word.left - line.right;
        if (overlap(word, line) < height / 2 || gap > reach * size || gap < -size) continue;
        if (best == nullptr || line.right > best->right) best = &line;
      }
    }
    return best;
  }

  void note(std::size_t index) {
    const Line& line = lines_[index];
    for (int stripe = stripe_of(line.top); stripe <= stripe_of(line.bottom); ++stripe)
      stripes_[stripe].push_back(index);
  }

 private:
  static int stripe_of(double y) { return static_cast<int>(std::clamp(y, -1e6, 1e6) / 6); }

  std::vector<Line>& lines_;
  std::map<int, std::vector<std::size_t>> stripes_;
};

bool is_note_number(const PageWord& word, const Line& line) {
  return word.size < kSuperscript * line.size && word.bottom < line.bottom - 0.1 * line.size && word.text.size() <= 3 &&
         std::ranges::all_of(word.text, [](unsigned char c) { return std::isdigit(c) != 0 || c == '*'; });
}

void join(Line& line, const PageWord& word) {
  if (word.left - line.right > kNoSpace * std::max(word.size, line.size)) {
    line.text += ' ';
    ++line.words;
  }
  line.text += word.text;
  line.right = std::max(line.right, word.right);
  line.size = std::max(line.size, word.size);
  line.bold = line.bold && word.bold;
  // A raised or lowered word does not stretch the line: what stands above it is another line.
  if (word.size >= kSuperscript * line.size) {
    line.top = std::min(line.top, word.top);
    line.bottom = std::max(line.bottom, word.bottom);
  }
}

}  // namespace

std::vector<Line> lines_of(const Page& page, std::uint32_t number) {
  std::vector<const PageWord*> words;
  for (const PageWord& word : page.words)
    if (!word.text.empty() && word.right >= word.left && word.bottom > word.top && word.size > 0)
      words.push_back(&word);
  std::ranges::stable_sort(words, {}, [](const PageWord* word) { return word->left; });
  std::vector<Line> lines;
  OpenLines open(lines);
  std::map<std::pair<std::string_view, int>, double> seen;  // bold letters are drawn twice by some programs
  for (const PageWord* word : words) {
    const auto [at, fresh] = seen.try_emplace({word->text, static_cast<int>(word->bottom)}, word->left);
    if (!fresh && word->left - std::exchange(at->second, word->left) < 0.2 * word->size) continue;
    if (Line* line = open.before(*word)) {
      if (!is_note_number(*word, *line)) join(*line, *word);
      continue;
    }
    lines.push_back({.text = word->text,
                     .page = number,
                     .left = word->left,
                     .top = word->top,
                     .right = word->right,
                     .bottom = word->bottom,
                     .size = word->size,
                     .bold = word->bold,
                     .words = 1});
    open.note(lines.size() - 1);
  }
  return lines;
}

}  // namespace attest
