#include "read/page_data.hpp"

#include <array>
#include <nlohmann/json.hpp>

#include "read/ascii.hpp"

namespace attest {

namespace {

using Json = nlohmann::json;

/// Line ends inside strings, CDATA marks around everything and commas before a closing bracket are common and harmless.
std::string repaired(std::string_view script) {
  std::string out;
  bool in_string = false, escaped = false;
  for (const char c : script) {
    if (in_string) {
      out += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
      if (!escaped && c == '"') in_string = false;
      escaped = !escaped && c == '\\';
      continue;
    }
    if (c == '"') in_string = true;
    if (c == '}' || c == ']') {
      std::size_t last = out.find_last_not_of(" \t\r\n");
      if (last != std::string::npos && out[last] == ',') out.erase(last, 1);
    }
    out += c;
  }
  const std::size_t begin = out.find_first_of("{["), end = out.find_last_of("}]");
  return begin == std::string::npos || end == std::string::npos || end < begin ? std::string()
                                                                               : out.substr(begin, end - begin + 1);
}

/// Text of a value that may be a string, an object with a name, or an array of those.
std::string name_in(const Json& value, std::size_t depth = 0) {
  if (value.is_string()) return value.get<std::string>();
  if (value.is_object()) {
    const auto name = value.find("name");
    return name != value.end() && name->is_string() ? name->get<std::string>() : std::string();
  }
  std::string all;
  if (value.is_array() && depth == 0)
    for (const Json& item : value) {
      const std::string name = name_in(item, 1);
      if (name.empty()) continue;
      if (!all.empty()) all += ", ";
      all += name;
    }
  return all;
}

bool is_article(const Json& object) {
  const auto type = object.find("@type");
  if (type == object.end()) return false;
  const auto is_name = [](const Json& value) {
    if (!value.is_string()) return false;
    const auto& name = value.get_ref<const std::string&>();
    return name.find("Article") != std::string::npos || name.find("Posting") != std::string::npos || name == "Report";
  };
  if (!type->is_array()) return is_name(*type);
  for (const Json& value : *type)
    if (is_name(value)) return true;
  return false;
}

void take(std::string& field, const Json& object, const char* key) {
  const auto found = object.find(key);
  if (field.empty() && found != object.end()) field = name_in(*found);
}

void read_object(const Json& object, LinkedData& data) {
  take(data.published, object, "datePublished");
  if (data.published.empty()) take(data.published, object, "dateCreated");
  take(data.updated, object, "dateModified");
  take(data.publisher, object, "publisher");
  if (!is_article(object)) return;
  take(data.headline, object, "headline");
  take(data.author, object, "author");
  if (data.author.empty()) take(data.author, object, "creator");
  take(data.agency, object, "sourceOrganization");
  take(data.body, object, "articleBody");
}

/// Articles first: the page around one has dates of its own.
void read_document(const Json& root, LinkedData& data) {
  for (const bool articles : {true, false}) {
    std::vector<const Json*> open = {&root};
    while (!open.empty()) {
      const Json& value = *open.back();
      open.pop_back();
      if (value.is_object() && value.contains("@type") && is_article(value) == articles) {
        const bool about_page =
            articles || (value["@type"].is_string() && value["@type"].get_ref<const std::string&>().ends_with("Page"));
        if (about_page) read_object(value, data);
      }
      // Members in order, so the first article comes first.
      std::vector<const Json*> inside;
      for (const Json& member : value)
        if (member.is_structured()) inside.push_back(&member);
      open.insert(open.end(), inside.rbegin(), inside.rend());
    }
  }
}

/// The first value of a key in JSON that nothing can parse.
std::string value_after(std::string_view script, std::string_view key) {
  std::size_t at = script.find(key);
  if (at == std::string_view::npos) return {};
  at = script.find_first_not_of(" \t\r\n:", at + key.size());
  if (at == std::string_view::npos || script[at] != '"') return {};
  const std::size_t end = script.find('"', at + 1);
  return end == std::string_view::npos ? std::string() : std::string(script.substr(at + 1, end - at - 1));
}

}  // namespace

LinkedData read_linked_data(const std::vector<std::string_view>& scripts) {
  LinkedData data;
  for (const std::string_view script : scripts) {
    Json json = Json::parse(script, nullptr, false);
    if (json.is_discarded()) json = Json::parse(repaired(script), nullptr, false);
    if (!json.is_discarded()) {
      if (json.is_structured()) read_document(json, data);
      continue;
    }
    if (data.published.empty()) data.published = value_after(script, "\"datePublished\"");
    if (data.updated.empty()) data.updated = value_after(script, "\"dateModified\"");
    if (data.headline.empty()) data.headline = value_after(script, "\"headline\"");
  }
  return data;
}

std::string published_in_scripts(const std::vector<std::string_view>& scripts) {
  for (const std::string_view key : {"\"datePublished\"", "\"publishedAt\"", "\"published_at\"", "\"publishDate\"",
                                     "\"publicationDate\"", "\"createdAt\""})
    for (const std::string_view script : scripts)
      if (std::string value = value_after(script, key); !value.empty()) return value;
  return {};
}

MetaValues read_meta(const HtmlTree& tree) {
  MetaValues values;
  for (std::uint32_t i = 0; i < tree.size(); ++i) {
    if (tree[i].is_text || tree[i].tag != GUMBO_TAG_META) continue;
    const std::string_view content = trim_ascii(tree.attribute(i, "content"));
    if (content.empty()) continue;
    for (const char* const attribute : {"property", "name", "itemprop"})
      if (const std::string_view name = tree.attribute(i, attribute); !name.empty())
        values.emplace_back(lower_ascii(trim_ascii(name)), content);
  }
  return values;
}

}  // namespace attest
