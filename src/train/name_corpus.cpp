#include "train/name_corpus.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>

#include "base/files.hpp"
#include "base/utf8.hpp"
#include "read/blocks.hpp"

namespace attest::train {

namespace {

constexpr std::size_t kMostBytes = std::size_t{1} << 30U;

/// Of names that overlap, the longest; of equally long ones the first.
std::vector<NameSpan> longest(std::vector<NameSpan> names) {
  std::ranges::stable_sort(names, [](const NameSpan& a, const NameSpan& b) { return a.span.size() > b.span.size(); });
  std::vector<NameSpan> kept;
  for (const NameSpan& name : names)
    if (std::ranges::none_of(kept, [&](const NameSpan& other) { return other.span.overlaps(name.span); }))
      kept.push_back(name);
  std::ranges::sort(kept);
  return kept;
}

EntityType type_named(std::string_view name) {
  static const std::map<std::string_view, EntityType> types = {{"Person", EntityType::person},
                                                               {"PER", EntityType::person},
                                                               {"person", EntityType::person},
                                                               {"politician", EntityType::person},
                                                               {"Organisation", EntityType::organisation},
                                                               {"ORG", EntityType::organisation},
                                                               {"organisation", EntityType::organisation},
                                                               {"politicalparty", EntityType::organisation},
                                                               {"Location", EntityType::location},
                                                               {"LOC", EntityType::location},
                                                               {"location", EntityType::location},
                                                               {"country", EntityType::location},
                                                               {"Nationality", EntityType::nationality}};
  const auto at = types.find(name);
  return at == types.end() ? EntityType::none : at->second;
}

/// Calls `take` for the JSON object of each line.
template <class Take>
Result<void> each_object(const std::filesystem::path& path, Take take) {
  ATTEST_TRY(const std::string bytes, read_file(path, kMostBytes));
  std::size_t line = 0;
  for (std::size_t first = 0; first < bytes.size();) {
    const std::size_t end = std::min(bytes.find('\n', first), bytes.size());
    ++line;
    const std::string_view text = std::string_view(bytes).substr(first, end - first);
    first = end + 1;
    if (text.find_first_not_of(" \r") == std::string_view::npos) continue;
    const auto object = nlohmann::json::parse(text, nullptr, false);
    if (!object.is_object() || !take(object))
      return fail(ErrorCode::bad_json, "not an object of re3d", fmt::format("{}:{}", path.string(), line));
  }
  return {};
}

Result<std::vector<MarkedDocument>> read_re3d(const std::filesystem::path& folder) {
  constexpr double kAccepted = 0.5;  // less certain rows are alternatives that were rejected
  std::map<std::string, MarkedDocument> documents;
  std::map<std::string, std::vector<std::uint32_t>> borders;
  ATTEST_CHECK(each_object(folder / "documents.json", [&](const nlohmann::json& object) {
    if (!object.contains("_id") || !object.contains("text") || !object["text"].is_string()) return false;
    MarkedDocument made;
    made.document.name = object["_id"].get<std::string>();
    made.document.text = object["text"].get<std::string>();
    made.document.blocks = blocks_of_lines(made.document.text);
    borders[made.document.name] = code_point_borders(made.document.text);
    documents.emplace(made.document.name, std::move(made));
    return true;
  }));
  ATTEST_CHECK(each_object(folder / "entities.json", [&](const nlohmann::json& object) {
    if (object.value("confidence", 0.0) < kAccepted) return true;
    const EntityType type = type_named(object.value("type", ""));
    const auto at = documents.find(object.value("documentId", ""));
    if (type == EntityType::none || at == documents.end()) return true;
    const auto& offsets = borders[at->first];
    const auto begin = object.value("begin", std::size_t{0});
    const auto end = object.value("end", std::size_t{0});
    if (begin >= end || end >= offsets.size()) return false;
    at->second.names.push_back({{offsets[begin], offsets[end]}, type});
    return true;
  }));
  std::vector<MarkedDocument> out;
  for (auto& [id, document] : documents) {
    document.names = longest(std::move(document.names));
    out.push_back(std::move(document));
  }
  return out;
}

/// Sentences of words and labels, the words put together with a space between them. A row begins with the word, or with
/// its number as in Universal NER; the label stands in the column after the word.
Result<std::vector<MarkedDocument>> read_columns(const std::filesystem::path& path) {
  constexpr std::size_t kSentencesInDocument = 40;
  ATTEST_TRY(const std::string bytes, read_file(path, kMostBytes));
  std::vector<MarkedDocument> out;
  std::size_t sentences = 0, line = 0;
  bool within = false;
  for (std::size_t first = 0; first < bytes.size();) {
    const std::size_t end = std::min(bytes.find('\n', first), bytes.size());
    ++line;
    const std::string_view row = std::string_view(bytes).substr(first, end - first);
    first = end + 1;
    if (row.starts_with("# ")) continue;
    if (row.empty()) {
      if (within && !out.empty()) out.back().document.text += '\n';
      within = false;
      continue;
    }
    std::vector<std::string_view> cells;
    for (std::size_t at = 0; at <= row.size();) {
      const std::size_t tab = std::min(row.find('\t', at), row.size());
      cells.push_back(row.substr(at, tab - at));
      at = tab + 1;
    }
    const bool numbered = cells.size() > 2 && cells[0].find_first_not_of("0123456789") == std::string_view::npos;
    const std::size_t own = numbered ? 1 : 0;
    if (cells.size() < own + 2 || cells[own].empty() || cells[own + 1].empty())
      return fail(ErrorCode::bad_resource, "too few columns", fmt::format("{}:{}", path.string(), line));
    if (!within && (out.empty() || ++sentences % kSentencesInDocument == 0)) {
      out.emplace_back();
      out.back().document.name = fmt::format("{}:{}", path.filename().string(), line);
    }
    MarkedDocument& made = out.back();
    std::string& text = made.document.text;
    if (within) text += ' ';
    within = true;
    const auto begin = static_cast<std::uint32_t>(text.size());
    text += cells[own];
    const auto here = static_cast<std::uint32_t>(text.size());
    const std::string_view label = cells[own + 1];
    const EntityType type = label.size() > 2 ? type_named(label.substr(2)) : EntityType::none;
    if (type == EntityType::none) continue;
    if (label[0] == 'I' && !made.names.empty() && made.names.back().span.end + 1 == begin &&
        made.names.back().type == type)
      made.names.back().span.end = here;
    else
      made.names.push_back({{begin, here}, type});
  }
  for (MarkedDocument& made : out) made.document.blocks = blocks_of_lines(made.document.text);
  return out;
}

}  // namespace

Result<std::vector<MarkedDocument>> read_marked(const std::filesystem::path& path) {
  if (std::filesystem::is_directory(path)) return read_re3d(path);
  return read_columns(path);
}

}  // namespace attest::train
