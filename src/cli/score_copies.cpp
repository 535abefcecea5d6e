#include "cli/score_copies.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <numeric>
#include <utility>

#include "base/files.hpp"
#include "read/read.hpp"
#include "reconcile/lineage_memory.hpp"

namespace attest::cli {

namespace {

using Pair = std::pair<std::size_t, std::size_t>;  // two reports, the smaller number first

Pair pair_of(std::size_t a, std::size_t b) { return {std::min(a, b), std::max(a, b)}; }

/// What is known about a pair: how the later one was made, and whether it is a copy or an update.
struct Link {
  std::string edit;
  bool is_update = false;
};

struct Tally {
  std::size_t gold = 0, copies = 0, updates = 0, none = 0;  // gold pairs, and what they were found to be
};

double share(std::size_t part, std::size_t whole) {
  return whole == 0 ? 0 : 100.0 * static_cast<double>(part) / static_cast<double>(whole);
}

class Scorer {
 public:
  explicit Scorer(std::size_t errors) : errors_(errors) {}

  Result<void> add(const std::string& path) {
    ATTEST_TRY(const std::string bytes, read_file(path, std::size_t{1} << 32U));
    std::size_t number = 0;
    for (std::size_t at = 0; at < bytes.size();) {
      const std::size_t end = std::min(bytes.find('\n', at), bytes.size());
      ATTEST_CHECK(add_line(fmt::format("{}:{}", path, ++number), bytes.substr(at, end - at)));
      at = end + 1;
    }
    return {};
  }

  Result<std::string> result() {
    ATTEST_CHECK(link_all());
    Lineages lineages(shelf_);
    for (std::size_t i = 0; i < shelf_.size(); ++i) {
      ATTEST_TRY(const Lineage* lineage, lineages.of(static_cast<DocumentKey>(i)));
      for (const Relative& relative : lineage->relatives)
        if (relative.relation != Relation::independent)
          found_.emplace(pair_of(i, static_cast<std::size_t>(relative.document)), relative.relation);
    }
    return table();
  }

 private:
  Result<void> add_line(const std::string& where, const std::string& line) {
    const auto record = nlohmann::json::parse(line, nullptr, false);
    if (!record.is_object()) return fail(ErrorCode::bad_json, "not a JSON object", where);
    ATTEST_TRY(const Document document, read_json_line(where, line, {}));
    const auto key = static_cast<std::size_t>(shelf_.add(document));
    numbers_.emplace(document.name, key);
    names_.push_back(document.name);
    for (const char* kind : {"copy_of", "update_of"}) {
      if (!record.contains(kind)) continue;
      for (const auto& other : record[kind]) {
        if (!other.is_string()) return fail(ErrorCode::bad_json, fmt::format("{} holds no names", kind), where);
        open_.push_back({key, other.get<std::string>(), where, {record.value("edit", ""), kind[0] == 'u'}});
      }
    }
    return {};
  }

  Result<void> link_all() {
    families_.resize(shelf_.size());
    std::iota(families_.begin(), families_.end(), 0);
    for (const Open& open : open_) {
      const auto other = numbers_.find(open.name);
      if (other == numbers_.end()) return fail(ErrorCode::bad_json, "no report has the id " + open.name, open.where);
      links_.emplace(pair_of(open.report, other->second), open.link);
      families_[family_of(open.report)] = family_of(other->second);
    }
    return {};
  }

  std::size_t family_of(std::size_t report) {
    while (families_[report] != report) report = families_[report] = families_[families_[report]];
    return report;
  }

  void tell(std::string_view what, Pair pair, std::string_view edit) {
    if (told_++ < errors_)
      details_ += fmt::format("{}\t{}\t{}\t{}\n", what, names_[pair.first], names_[pair.second], edit);
  }

  std::string table() {
    std::map<std::string, Tally> edits;
    Tally copies, updates;
    for (const auto& [pair, link] : links_) {
      const auto found = found_.find(pair);
      Tally& total = link.is_update ? updates : copies;
      for (Tally* tally : {&total, &edits[link.edit]}) {
        ++tally->gold;
        ++(found == found_.end() ? tally->none : is_copy(found->second) ? tally->copies : tally->updates);
      }
      const bool right = found != found_.end() && is_copy(found->second) != link.is_update;
      if (!right) tell(found == found_.end() ? "missed" : name_of(found->second), pair, link.edit);
    }
    std::size_t wrong = updates.copies, strangers = 0;
    for (const auto& [pair, relation] : found_) {
      if (family_of(pair.first) == family_of(pair.second)) continue;  // two versions of one report: not judged
      ++strangers;
      if (is_copy(relation)) ++wrong;
      tell(name_of(relation), pair, "strangers");
    }
    std::string out =
        details_ + fmt::format("{:<24}{:>8}{:>10}{:>10}{:>10}\n", "", "pairs", "copies", "updates", "none");
    const auto row = [&](const std::string& name, const Tally& tally) {
      out += fmt::format("{:<24}{:>8}{:>10}{:>10}{:>10}\n", name, tally.gold, tally.copies, tally.updates, tally.none);
    };
    for (const auto& [name, tally] : edits) row(name, tally);
    row("all copies", copies);
    row("all updates", updates);
    out += fmt::format("\nreports {}, pairs of strangers related {}\n", shelf_.size(), strangers);
    out += fmt::format("copies   precision {:.2f}  recall {:.2f}\n", share(copies.copies, copies.copies + wrong),
                       share(copies.copies, copies.gold));
    return out + fmt::format("updates  found {:.2f}  taken for copies {:.2f}\n", share(updates.updates, updates.gold),
                             share(updates.copies, updates.gold));
  }

  struct Open {
    std::size_t report;
    std::string name, where;
    Link link;
  };
  std::size_t errors_, told_ = 0;
  std::string details_;
  MemoryShelf shelf_;
  std::vector<std::string> names_;
  std::map<std::string, std::size_t> numbers_;
  std::vector<Open> open_;
  std::vector<std::size_t> families_;
  std::map<Pair, Link> links_;
  std::map<Pair, Relation> found_;
};

}  // namespace

Result<std::string> score_copies(const std::vector<std::string>& files, std::size_t errors) {
  Scorer scorer(errors);
  for (const std::string& file : files) ATTEST_CHECK(scorer.add(file));
  return scorer.result();
}

}  // namespace attest::cli
