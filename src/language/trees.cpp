#include "language/trees.hpp"

#include <limits>

namespace attest {

namespace {

/// Eisner's chart over words 0 to n-1, the root kept out so that it can have one child only.
class Chart {
 public:
  Chart(std::span<const float> scores, std::size_t n) : scores_(scores), n_(n), spans_(n * n) {}

  std::vector<std::uint32_t> heads() {
    for (std::size_t length = 1; length < n_; ++length)
      for (std::size_t s = 0; s + length < n_; ++s) fill(s, s + length);
    std::size_t top = 0;
    float best = -std::numeric_limits<float>::infinity();
    for (std::size_t r = 0; r < n_; ++r) {
      const float score = at(0, r).done_left + at(r, n_ - 1).done_right + scores_[r * (n_ + 1)];
      if (score > best) best = score, top = r;
    }
    heads_.assign(n_, 0);
    walk(0, top, false, true);
    walk(top, n_ - 1, true, true);
    heads_[top] = 0;
    return heads_;
  }

 private:
  /// Best scores of the span from s to t: open ones have an arc between s and t, done ones are complete; "right" is
  /// headed by s, "left" by t. The splits say where they were put together.
  struct Cell {
    float open_left = 0, open_right = 0, done_left = 0, done_right = 0;
    std::uint32_t open_split = 0, left_split = 0, right_split = 0;
  };

  Cell& at(std::size_t s, std::size_t t) { return spans_[s * n_ + t]; }
  [[nodiscard]] float arc(std::size_t head, std::size_t word) const { return scores_[word * (n_ + 1) + head + 1]; }

  void fill(std::size_t s, std::size_t t) {
    Cell& cell = at(s, t);
    constexpr float kNone = -std::numeric_limits<float>::infinity();
    float best = kNone;
    for (std::size_t u = s; u < t; ++u) {
      const float score = at(s, u).done_right + at(u + 1, t).done_left;
      if (score > best) best = score, cell.open_split = static_cast<std::uint32_t>(u);
    }
    cell.open_left = best + arc(t, s);
    cell.open_right = best + arc(s, t);
    best = kNone;
    for (std::size_t u = s; u < t; ++u) {
      const float score = at(s, u).done_left + at(u, t).open_left;
      if (score > best) best = score, cell.left_split = static_cast<std::uint32_t>(u);
    }
    cell.done_left = best;
    best = kNone;
    for (std::size_t u = s + 1; u <= t; ++u) {
      const float score = at(s, u).open_right + at(u, t).done_right;
      if (score > best) best = score, cell.right_split = static_cast<std::uint32_t>(u);
    }
    cell.done_right = best;
  }

  void walk(std::size_t s, std::size_t t, bool right, bool done) {
    if (s == t) return;
    const Cell& cell = at(s, t);
    if (done && right) {
      walk(s, cell.right_split, true, false);
      walk(cell.right_split, t, true, true);
    } else if (done) {
      walk(s, cell.left_split, false, true);
      walk(cell.left_split, t, false, false);
    } else {
      (right ? heads_[t] : heads_[s]) = static_cast<std::uint32_t>((right ? s : t) + 1);
      walk(s, cell.open_split, true, true);
      walk(cell.open_split + 1, t, false, true);
    }
  }

  std::span<const float> scores_;
  std::size_t n_;
  std::vector<Cell> spans_;
  std::vector<std::uint32_t> heads_;
};

}  // namespace

bool is_tree(std::span<const std::uint32_t> heads) {
  std::size_t roots = 0;
  std::vector<std::uint32_t> seen(heads.size(), 0);  // the walk that came by first
  for (std::uint32_t i = 0; i < heads.size(); ++i) {
    if (heads[i] == 0) ++roots;
    std::uint32_t at = i;
    while (seen[at] == 0) {
      seen[at] = i + 1;
      if (heads[at] == 0) break;
      at = heads[at] - 1;
      if (seen[at] == i + 1) return false;
    }
  }
  return roots == 1;
}

std::vector<std::uint32_t> best_tree(std::span<const float> scores, std::size_t n) {
  std::vector<std::uint32_t> heads(n, 0);
  for (std::size_t i = 0; i < n; ++i) {
    const float* row = scores.data() + i * (n + 1);
    for (std::size_t j = 1; j <= n; ++j)
      if (j != i + 1 && row[j] > row[heads[i]]) heads[i] = static_cast<std::uint32_t>(j);
  }
  if (is_tree(heads)) return heads;
  return Chart(scores, n).heads();
}

}  // namespace attest
