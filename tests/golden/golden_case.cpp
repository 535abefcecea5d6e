#include "golden/golden_case.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <sstream>
#include <stdexcept>

#include "base/files.hpp"

namespace attest::golden {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view kPublished = "published: ";
constexpr auto kFields = std::to_array<std::string_view>(
    {"trigger", "count", "subset_of", "victims", "actor", "opponent", "means", "object", "place", "time", "source",
     "party", "via", "unverified", "scope", "certainty", "incident"});

std::vector<fs::path> texts_in(const fs::path& folder) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(folder))
    if (entry.path().extension() == ".txt") files.push_back(entry.path());
  std::ranges::sort(files);
  return files;
}

std::string bytes_of(const fs::path& file) {
  auto bytes = read_file(file);
  if (!bytes) throw std::runtime_error(bytes.error().to_string());
  return std::move(*bytes);
}

/// Where a field's form ends: at the first space outside quotes.
std::size_t end_of_form(std::string_view line, std::size_t at) {
  bool quoted = false;
  for (; at < line.size() && (quoted || line[at] != ' '); ++at)
    if (line[at] == '"') quoted = !quoted;
  return at;
}

ExpectedClaim read_claim(const std::string& line) {
  ExpectedClaim claim;
  claim.written = line;
  std::size_t at = end_of_form(line, 0);
  const auto kind = from_name<ClaimKind>(line.substr(0, at));
  if (!kind) throw std::runtime_error("no kind of claim: " + line.substr(0, at));
  claim.kind = *kind;
  while (at < line.size()) {
    const std::size_t begin = at + 1;
    at = end_of_form(line, begin);
    const std::string field = line.substr(begin, at - begin);
    const std::size_t equals = field.find('=');
    if (equals == std::string::npos || equals + 1 == field.size() ||
        std::ranges::find(kFields, field.substr(0, equals)) == kFields.end())
      throw std::runtime_error("no field: " + field);
    claim.fields.emplace_back(field.substr(0, equals), field.substr(equals + 1));
  }
  return claim;
}

Case read_case(std::string name, const std::string& bytes) {
  Case out{std::move(name), {}, {}, {}};
  std::istringstream lines(bytes);
  std::string line;
  bool in_text = true, none = false;
  for (int number = 1; std::getline(lines, line); ++number) {
    if (number == 1 && line.starts_with(kPublished)) {
      out.published = line.substr(kPublished.size());
    } else if (in_text && line == "---") {
      in_text = false;
    } else if (in_text) {
      out.text += line + '\n';
    } else if (line == "kind none") {
      none = true;
    } else if (!line.empty()) {
      try {
        out.expected.push_back(read_claim(line));
      } catch (const std::runtime_error& error) {
        throw std::runtime_error(fmt::format("{}.txt:{}: {}", out.name, number, error.what()));
      }
      out.expected.back().line = number;
    }
  }
  if (none != out.expected.empty())
    throw std::runtime_error(out.name + ".txt: after --- stand either expected claims or \"kind none\" alone");
  return out;
}

std::string name_of_case(const fs::path& file) {
  return file.parent_path().filename().string() + '/' + file.stem().string();
}

}  // namespace

std::vector<Case> read_cases(const fs::path& folder) {
  std::vector<Case> cases;
  for (const fs::path& file : texts_in(folder)) cases.push_back(read_case(name_of_case(file), bytes_of(file)));
  return cases;
}

std::vector<Case> read_negatives(const fs::path& folder) {
  std::vector<Case> cases;
  for (const fs::path& file : texts_in(folder)) cases.push_back({name_of_case(file), {}, bytes_of(file), {}});
  return cases;
}

std::vector<std::string> read_names(const fs::path& file) {
  std::vector<std::string> names;
  std::istringstream lines(bytes_of(file));
  for (std::string line; std::getline(lines, line);) {
    line.erase(std::min(line.find('#'), line.size()));
    line.erase(line.find_last_not_of(" \t\r") + 1);
    if (!line.empty()) names.push_back(line);
  }
  return names;
}

}  // namespace attest::golden
