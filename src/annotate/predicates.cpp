#include "annotate/predicates.hpp"

#include <fmt/format.h>
#include <toml++/toml.h>

#include <algorithm>
#include <set>

namespace attest {

namespace {

std::string place_of(const std::filesystem::path& file, const toml::node& node) {
  return fmt::format("{}:{}", file.string(), node.source().begin.line);
}

const std::map<std::string, Role>& role_names() {
  static const std::map<std::string, Role> names = {
      {"none", Role::none},     {"actor", Role::actor},   {"victims", Role::victims}, {"opponent", Role::opponent},
      {"target", Role::target}, {"object", Role::object}, {"place", Role::place}};
  return names;
}

/// One [[predicate]] entry while it is read; the first problem is kept.
class EntryReader {
 public:
  EntryReader(const std::filesystem::path& file, const toml::table& entry) : file_(file), entry_(entry) {}

  std::vector<std::string> words(std::string_view key) {
    std::vector<std::string> out;
    const toml::node* node = take(key);
    if (node == nullptr) return out;
    const toml::array* array = node->as_array();
    if (array == nullptr) return complain(*node, fmt::format("'{}' must be a list of strings", key)), out;
    for (const toml::node& item : *array) {
      if (const auto text = item.value<std::string>(); text && !text->empty())
        out.push_back(*text);
      else
        complain(item, fmt::format("'{}' must hold non-empty strings", key));
    }
    return out;
  }

  std::string text(std::string_view key) {
    const toml::node* node = take(key);
    if (node == nullptr) return {};
    if (const auto value = node->value<std::string>()) return *value;
    complain(*node, fmt::format("'{}' must be a string", key));
    return {};
  }

  template <class E>
  std::optional<E> value(std::string_view key) {
    const toml::node* node = take(key);
    if (node == nullptr) return std::nullopt;
    const std::string name = node->value<std::string>().value_or("");
    const auto found = from_name<E>(name);
    if (!found) complain(*node, fmt::format("'{}' is not a value of '{}'", name, key));
    return found;
  }

  Role role(std::string_view key) {
    const toml::node* node = take(key);
    if (node == nullptr) return Role::none;
    const auto found = role_names().find(node->value<std::string>().value_or(""));
    if (found != role_names().end()) return found->second;
    complain(*node, fmt::format("'{}' must be actor, victims, opponent, target, object or place", key));
    return Role::none;
  }

  bool flag(std::string_view key) {
    const toml::node* node = take(key);
    if (node == nullptr) return false;
    if (const auto value = node->value<bool>()) return *value;
    complain(*node, fmt::format("'{}' must be true or false", key));
    return false;
  }

  /// After all keys were read: the first problem, unknown keys included.
  Result<void> finish() {
    for (const auto& [key, node] : entry_)
      if (!known_.contains(std::string(key.str()))) complain(node, fmt::format("unknown key '{}'", key.str()));
    if (problem_) return tl::unexpected<Error>(*problem_);
    return {};
  }

  void complain(const toml::node& node, std::string message) {
    if (!problem_) problem_ = Error{ErrorCode::bad_resource, std::move(message), place_of(file_, node)};
  }

 private:
  const toml::node* take(std::string_view key) {
    known_.insert(std::string(key));
    return entry_.get(key);
  }

  const std::filesystem::path& file_;
  const toml::table& entry_;
  std::set<std::string> known_;
  std::optional<Error> problem_;
};

Result<void> read_entry(const std::filesystem::path& file, const toml::table& entry, const IrregularVerbs& irregular,
                        Resources& resources) {
  EntryReader reader(file, entry);
  Predicate predicate;
  predicate.id = reader.text("id");
  const auto kind = reader.value<ClaimKind>("kind");
  predicate.subject = reader.role("subject");
  predicate.object = reader.role("object");
  predicate.of = reader.role("of");
  predicate.from = reader.role("from");
  predicate.means = reader.value<Means>("means");
  predicate.fixed_object = reader.value<ObjectKind>("object_kind");
  predicate.scope = reader.value<Scope>("scope");
  predicate.certainty = reader.value<Certainty>("certainty");
  const std::map<std::string, bool*> needs = {
      {"people", &predicate.needs_people},     {"place", &predicate.needs_place},
      {"object", &predicate.needs_object},     {"actor", &predicate.needs_actor},
      {"target", &predicate.needs_target},     {"weapon", &predicate.needs_weapon},
      {"of-place", &predicate.needs_of_place}, {"named-place", &predicate.needs_named_place}};
  for (const std::string& need : reader.words("needs")) {
    if (const auto found = needs.find(need); found != needs.end())
      *found->second = true;
    else
      reader.complain(
          entry,
          fmt::format("'needs' knows people, place, object, actor, target, weapon, of-place and named-place, not '{}'",
                      need));
  }
  predicate.count_after = reader.flag("count_after");
  predicate.object_before = reader.flag("object_before");
  predicate.particles = reader.words("particles");
  predicate.near = reader.words("near");
  predicate.before = reader.words("before");
  predicate.not_before = reader.words("not_before");
  predicate.not_after = reader.words("not_after");
  predicate.examples = reader.words("examples");
  const auto verbs = reader.words("verbs"), nouns = reader.words("nouns"), phrases = reader.words("phrases");
  if (predicate.id.empty() || !kind) reader.complain(entry, "an entry needs 'id' and 'kind'");
  if (predicate.examples.empty()) reader.complain(entry, "an entry needs 'examples'");
  if (verbs.empty() && nouns.empty() && phrases.empty())
    reader.complain(entry, "an entry needs verbs, nouns or phrases");
  ATTEST_CHECK(reader.finish());

  predicate.kind = *kind;
  const auto index = static_cast<std::uint32_t>(resources.predicates.size());
  for (const std::string& verb : verbs)
    for (const auto& [form, how] : verb_forms(verb, irregular))
      resources.lexicon.add(form, List::predicate, index, how);
  for (const std::string& noun : nouns)
    for (const auto& [form, how] : noun_forms(noun)) resources.lexicon.add(form, List::predicate, index, how);
  for (const std::string& phrase : phrases) resources.lexicon.add(phrase, List::predicate, index, Form::fixed);
  resources.predicates.push_back(std::move(predicate));
  return {};
}

/// `ids` are those of the files before: an id stands once in all files.
Result<void> read_entries(const std::filesystem::path& file, const IrregularVerbs& irregular,
                          std::set<std::string>& ids, Resources& resources) {
  toml::table root;
  try {
    root = toml::parse_file(file.string());
  } catch (const toml::parse_error& error) {
    return fail(ErrorCode::bad_resource, std::string(error.description()),
                fmt::format("{}:{}", file.string(), error.source().begin.line));
  }
  const toml::array* entries = root["predicate"].as_array();
  if (entries == nullptr) return fail(ErrorCode::bad_resource, "no [[predicate]] entry", file.string());
  for (const toml::node& node : *entries) {
    const toml::table* entry = node.as_table();
    if (entry == nullptr) return fail(ErrorCode::bad_resource, "a predicate must be a table", place_of(file, node));
    ATTEST_CHECK(read_entry(file, *entry, irregular, resources));
    if (!ids.insert(resources.predicates.back().id).second)
      return fail(ErrorCode::bad_resource, fmt::format("the id '{}' stands twice", resources.predicates.back().id),
                  place_of(file, node));
  }
  return {};
}

}  // namespace

Result<void> load_predicates(const std::filesystem::path& folder, const IrregularVerbs& irregular,
                             Resources& resources) {
  if (!std::filesystem::is_directory(folder))
    return fail(ErrorCode::not_found, "no such folder of predicates", folder.string());
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder))
    if (entry.path().extension() == ".toml") files.push_back(entry.path());
  std::ranges::sort(files);
  std::set<std::string> ids;
  for (const auto& file : files) ATTEST_CHECK(read_entries(file, irregular, ids, resources));
  return {};
}

}  // namespace attest
