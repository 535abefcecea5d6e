#include "train/name_corpus.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>

#include "base/files.hpp"
#include "language/conllu.hpp"
#include "language/evaluation.hpp"

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

std::vector<Block> line_blocks(std::string_view text) {
  std::vector<Block> blocks;
  for (std::size_t first = 0; first < text.size();) {
    const std::size_t end = std::min(text.find('\n', first), text.size());
    const std::size_t begin = std::min(text.find_first_not_of(" \t\r", first), end);
    const std::size_t last = text.find_last_not_of(" \t\r\n", end == 0 ? 0 : end - 1);
    if (begin < end && last != std::string_view::npos)
      blocks.push_back(
          {BlockKind::paragraph, {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(last + 1)}});
    first = end + 1;
  }
  return blocks;
}

/// Byte offsets of the code points of a text, and of its end.
std::vector<std::uint32_t> code_points(std::string_view text) {
  std::vector<std::uint32_t> out;
  for (std::uint32_t i = 0; i < text.size(); ++i)
    if ((static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80U) out.push_back(i);
  out.push_back(static_cast<std::uint32_t>(text.size()));
  return out;
}

EntityType type_named(std::string_view name) {
  static const std::map<std::string_view, EntityType> types = {
      {"Person", EntityType::person},         {"person", EntityType::person},
      {"PER", EntityType::person},            {"per", EntityType::person},
      {"Organisation", EntityType::organisation}, {"organization", EntityType::organisation},
      {"ORG", EntityType::organisation},      {"org", EntityType::organisation},
      {"Location", EntityType::location},     {"place", EntityType::location},
      {"LOC", EntityType::location},          {"geo", EntityType::location},
      {"Nationality", EntityType::nationality}, {"gpe", EntityType::nationality}};
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
    made.document.blocks = line_blocks(made.document.text);
    borders[made.document.name] = code_points(made.document.text);
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

/// Sentences of words and labels, the words put together with a space between them.
Result<std::vector<MarkedDocument>> read_columns(const std::filesystem::path& path, std::size_t word_column,
                                                 std::size_t label_column) {
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
    if (cells.size() <= std::max(word_column, label_column) || cells[label_column].empty())
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
    text += cells[word_column];
    const auto here = static_cast<std::uint32_t>(text.size());
    const std::string_view label = cells[label_column];
    const EntityType type = label.size() > 2 ? type_named(label.substr(2)) : EntityType::none;
    if (type == EntityType::none) continue;
    if (label[0] == 'I' && !made.names.empty() && made.names.back().span.end + 1 == begin &&
        made.names.back().type == type)
      made.names.back().span.end = here;
    else
      made.names.push_back({{begin, here}, type});
  }
  for (MarkedDocument& made : out) made.document.blocks = line_blocks(made.document.text);
  return out;
}

/// Names of a document of GUM. Mentions are opened by "(12-person-…" and closed by "12)".
std::vector<NameSpan> gum_names(std::span<const ConlluSentence> sentences, const Analysis& analysis) {
  struct Open {
    std::string_view number;
    EntityType type;
    std::uint32_t first;
  };
  std::vector<NameSpan> names;
  std::uint32_t token = 0;
  const auto close = [&](const Open& open, std::uint32_t last) {
    if (open.type == EntityType::none) return;
    for (std::uint32_t i = open.first; i <= last; ++i) {
      const std::uint32_t head = analysis.tokens[i].head;
      if (head != kRoot && head >= open.first && head <= last) continue;
      if (analysis.tokens[i].upos == Upos::propn)
        names.push_back({{analysis.tokens[open.first].span.begin, analysis.tokens[last].span.end}, open.type});
      return;
    }
  };
  for (const ConlluSentence& sentence : sentences) {
    std::vector<Open> open;
    for (const ConlluWord& word : sentence.words) {
      const std::string_view misc = word.misc;
      const std::size_t at = misc.find("Entity=");
      std::string_view rest = at == std::string_view::npos ? std::string_view() : misc.substr(at + 7);
      rest = rest.substr(0, rest.find('|'));
      while (!rest.empty()) {
        if (rest[0] == '(') {
          const std::string_view body = rest.substr(1, rest.find_first_of("()", 1) - 1);
          const std::size_t dash = body.find('-');
          const std::string_view kind = dash == std::string_view::npos ? "" : body.substr(dash + 1);
          open.push_back({body.substr(0, dash), type_named(kind.substr(0, kind.find('-'))), token});
          rest.remove_prefix(1 + body.size());
          if (rest.starts_with(")")) {
            close(open.back(), token);
            open.pop_back();
            rest.remove_prefix(1);
          }
          continue;
        }
        const std::string_view number = rest.substr(0, rest.find(')'));
        const auto found = std::find_if(open.rbegin(), open.rend(), [&](const Open& o) { return o.number == number; });
        if (found != open.rend()) {
          close(*found, token);
          open.erase(std::next(found).base());
        }
        rest.remove_prefix(std::min(number.size() + 1, rest.size()));
      }
      ++token;
    }
  }
  return longest(std::move(names));
}

/// Fiction and how-to guides are left out: their licence does not allow every use.
bool is_open_genre(std::string_view document) {
  return document.find("_fiction_") == std::string_view::npos && document.find("_whow_") == std::string_view::npos;
}

Result<std::vector<MarkedDocument>> read_gum(const std::filesystem::path& path) {
  ATTEST_TRY(const auto sentences, read_conllu(path));
  std::vector<MarkedDocument> out;
  for (std::size_t first = 0; first < sentences.size();) {
    std::size_t last = first + 1;
    while (last < sentences.size() && !sentences[last].new_document) ++last;
    const auto part = std::span(sentences).subspan(first, last - first);
    first = last;
    if (!is_open_genre(part.front().document)) continue;
    ATTEST_TRY(GoldDocument gold, gold_document(part, path.string()));
    std::vector<NameSpan> names = gum_names(part, gold.analysis);
    out.push_back({std::move(gold.document), std::move(names)});
  }
  return out;
}

}  // namespace

Result<std::vector<MarkedDocument>> read_marked(const std::filesystem::path& path) {
  if (std::filesystem::is_directory(path)) return read_re3d(path);
  if (path.extension() == ".conllu") return read_gum(path);
  if (path.extension() == ".iob2") return read_columns(path, 1, 2);
  return read_columns(path, 0, 2);
}

}  // namespace attest::train
