#include "cli/lineage_text.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "cli/find_document.hpp"

namespace attest::cli {

namespace {

constexpr std::size_t kMaxListed = 40;  // reports; the rest is counted
constexpr std::size_t kMaxFigures = 4;  // in one line

std::string date_of(const Document& about) {
  return about.published ? to_iso(about.published->value) : std::string("no date");
}

std::string credit_of(const Document& about) {
  std::string out;
  if (about.outlet) out = printable(about.outlet->value);
  if (about.agency) out += fmt::format("{}credits {}", out.empty() ? "" : ", ", printable(about.agency->value));
  return out.empty() ? out : fmt::format(" ({})", out);
}

std::string described(const Document& about) {
  return fmt::format("{} {} of {}{}", short_id(about.id), printable(about.name), date_of(about), credit_of(about));
}

/// As much of `text` as fits into `width` columns.
std::string shortened(std::string_view text, int width) {
  const std::string line = printable(text);
  const auto lines = wrap(line, std::max(width - 1, 2));
  if (lines.empty()) return {};
  return std::string(slice(line, lines.front())) + (lines.size() > 1 ? "…" : "");
}

std::string figures(const Lineage& lineage, const Relative& relative, const Passage* inside) {
  std::string out;
  const auto changed = changed_in(relative, inside);
  for (std::size_t i = 0; i < changed.size() && i < kMaxFigures; ++i)
    out += fmt::format("{}{} → {}", i == 0 ? "" : ", ", figure_before(relative, changed[i]),
                       figure_now(lineage, changed[i]));
  return changed.size() > kMaxFigures ? out + ", …" : out;
}

std::string summary(const Lineage& lineage, const Shelved& root) {
  for (const Relative& relative : lineage.relatives) {
    if (lineage.origin != relative.document) continue;
    std::string out = fmt::format("{} of {}\n", name_of(relative.relation), described(relative.report->about));
    if (root.about.id != relative.report->about.id)
      out += fmt::format("  {:<14} {}\n", "which goes back", "to " + described(root.about));
    return out;
  }
  for (const Relation relation : {Relation::update, Relation::merged})
    for (const Relative& relative : lineage.relatives)
      if (relative.earlier && relative.relation == relation)
        return fmt::format("{} of {}\n", relation == Relation::update ? "update" : "parts",
                           described(relative.report->about));
  return "none: no earlier report of the ledger has its text\n";
}

std::string relatives(const Lineage& lineage, const View& view) {
  std::string out;
  std::size_t listed = 0;
  for (const Relative& relative : lineage.relatives) {
    if (++listed > kMaxListed) continue;
    const Shelved& other = *relative.report;
    const std::string relation = relative.relation == Relation::independent ? std::string("shares words")
                                                                            : std::string(name_of(relative.relation));
    const std::string head =
        fmt::format("  {:<7} {:<12} {:>5} of {:<5} {:>5} of {:<5} {:<10} ", relative.earlier ? "earlier" : "later",
                    relation, relative.mine, lineage.report->print.words.size(), relative.theirs,
                    other.print.words.size(), date_of(other.about));
    out += head + shortened(other.about.name, std::max(view.width - display_width(head), 20)) + '\n';
  }
  if (listed > kMaxListed) out += fmt::format("  … and {} more\n", listed - kMaxListed);
  return out;
}

std::string passages(const Lineage& lineage, const View& view) {
  std::string out;
  for (std::size_t i = 0; i < lineage.passages.size(); ++i) {
    const Passage& passage = lineage.report->print.passages[i];
    const Origin& origin = lineage.passages[i];
    std::string from;
    if (const Relative* source = source_of(lineage, origin)) {
      from = fmt::format("{} {}", printable(source->report->about.name), origin.from->passage + 1);
      if (origin.standing == Standing::changed) from += "  " + figures(lineage, *source, &passage);
    }
    const std::string head = fmt::format("  {:>3} {:<9} ", i + 1, name_of(origin.standing));
    out += head + shortened(slice(lineage.report->about.text, passage.span), view.width - display_width(head)) + '\n';
    if (!from.empty())
      out += spaces(display_width(head)) + shortened("from " + from, view.width - display_width(head)) + '\n';
  }
  return out;
}

}  // namespace

std::string lineage_text(const Lineage& lineage, const Shelved& root, const View& view) {
  const Document& about = lineage.report->about;
  std::string out = styled(view, "1", printable(about.name)) + '\n';
  out += fmt::format("  {:<14} {}\n", "id", about.id);
  out += fmt::format("  {:<14} {}{}\n", "published", date_of(about), credit_of(about));
  out += fmt::format("  {:<14} {}", "origin", summary(lineage, root));
  if (!lineage.relatives.empty()) {
    out += fmt::format("\n{}\n",
                       styled(view, "1", "  WHEN    RELATION     OUR WORDS THERE  ITS WORDS HERE  PUBLISHED  REPORT"));
    out += relatives(lineage, view);
  }
  if (!lineage.passages.empty()) {
    out += fmt::format("\n{}\n", styled(view, "1", "  PASSAGES"));
    out += passages(lineage, view);
  }
  return out;
}

const Relative* source_of(const Lineage& lineage, const Origin& origin) {
  if (!origin.from) return nullptr;
  const auto found = std::ranges::find(lineage.relatives, origin.from->document, &Relative::document);
  return found == lineage.relatives.end() ? nullptr : &*found;
}

std::vector<ChangedFigure> changed_in(const Relative& relative, const Passage* inside) {
  std::vector<ChangedFigure> changed;
  for (const ChangedFigure& figure : relative.overlap.changed)
    if (inside == nullptr || (figure.mine >= inside->first && figure.mine < inside->last)) changed.push_back(figure);
  return changed;
}

std::string figure_now(const Lineage& lineage, const ChangedFigure& figure) {
  return printable(slice(lineage.report->about.text, lineage.report->print.words[figure.mine].span));
}

std::string figure_before(const Relative& relative, const ChangedFigure& figure) {
  return printable(slice(relative.report->about.text, relative.report->print.words[figure.theirs].span));
}

}  // namespace attest::cli
