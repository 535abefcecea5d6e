// A report's lineage for people: what it repeats, who repeats it, and its passages one by one.
#pragma once

#include <string>
#include <vector>

#include "publish/layout.hpp"
#include "reconcile/lineage.hpp"

namespace attest::cli {

/// @param root  the report at the beginning of the chain of copies; the report itself if it is nobody's copy
[[nodiscard]] std::string lineage_text(const Lineage& lineage, const Shelved& root, const View& view);

/// The relative in which an origin lies, or null.
[[nodiscard]] const Relative* source_of(const Lineage& lineage, const Origin& origin);

/// The changed figures of a passage, or of the whole report.
[[nodiscard]] std::vector<ChangedFigure> changed_in(const Relative& relative, const Passage* inside);
[[nodiscard]] std::string figure_now(const Lineage& lineage, const ChangedFigure& figure);
[[nodiscard]] std::string figure_before(const Relative& relative, const ChangedFigure& figure);

}  // namespace attest::cli
