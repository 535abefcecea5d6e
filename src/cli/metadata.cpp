#include "cli/metadata.hpp"

#include <fstream>
#include <nlohmann/json.hpp>

namespace attest::cli {

namespace {

constexpr std::string_view kOrigin = "metadata file";

Result<Hints> hints_from(const nlohmann::json& entry, const std::string& where) {
  if (!entry.is_object())
    return fail(ErrorCode::bad_json, "an object with published, outlet, url or title expected", where);
  Hints hints;
  const auto text = [&](const char* member) -> std::optional<std::string> {
    const auto found = entry.find(member);
    if (found == entry.end() || !found->is_string()) return std::nullopt;
    return found->get<std::string>();
  };
  const auto sourced = [&](const char* member) -> std::optional<Sourced<std::string>> {
    if (auto value = text(member)) return Sourced<std::string>{std::move(*value), std::string(kOrigin), {}};
    return std::nullopt;
  };
  hints.title = sourced("title");
  hints.outlet = sourced("outlet");
  hints.url = sourced("url");
  if (const auto published = text("published")) {
    const auto date = parse_iso_date(*published);
    if (!date) return fail(ErrorCode::bad_json, "published is not a date like 2017-03-09: " + *published, where);
    hints.published = Sourced<Date>{*date, std::string(kOrigin), {}};
  }
  return hints;
}

}  // namespace

Result<Metadata> Metadata::load(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  if (!stream) return fail(ErrorCode::not_found, "cannot open the metadata file", file.string());
  const auto json = nlohmann::json::parse(stream, nullptr, false);
  if (!json.is_object()) return fail(ErrorCode::bad_json, "not a JSON object of report names", file.string());
  Metadata metadata;
  for (const auto& [name, entry] : json.items()) {
    ATTEST_TRY(Hints hints, hints_from(entry, file.string() + ": " + name));
    metadata.entries_.emplace(name, std::move(hints));
  }
  return metadata;
}

const Hints* Metadata::find(std::string_view name) const {
  const auto look_up = [this](std::string_view key) -> const Hints* {
    const auto found = entries_.find(key);
    return found == entries_.end() ? nullptr : &found->second;
  };
  if (const Hints* hints = look_up(name)) return hints;
  name.remove_prefix(name.find_last_of('/') + 1);
  if (const Hints* hints = look_up(name)) return hints;
  return look_up(name.substr(0, name.find_last_of('.')));
}

Hints merged(const Hints& known, const Hints& otherwise) {
  return {.title = known.title ? known.title : otherwise.title,
          .outlet = known.outlet ? known.outlet : otherwise.outlet,
          .url = known.url ? known.url : otherwise.url,
          .published = known.published ? known.published : otherwise.published};
}

}  // namespace attest::cli
