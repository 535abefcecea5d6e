#include <fmt/format.h>
#include <fmt/ranges.h>

#include <CLI/CLI.hpp>
#include <memory>

#include "base/utf8.hpp"
#include "cli/add_places.hpp"
#include "cli/commands.hpp"
#include "cli/fetch.hpp"
#include "cli/gazetteers.hpp"
#include "cli/output.hpp"
#include "gazetteer/builder.hpp"
#include "gazetteer/resolve.hpp"
#include "gazetteer/sources.hpp"

namespace attest::cli {

namespace {

namespace fs = std::filesystem;

struct FindOptions {
  GazetteerOptions gazetteers;
  std::string name, country, near;
  std::size_t limit = 5;
};

/// "36.34,43.13", or the name of a place.
Result<LatLon> point_near(const Gazetteers& gazetteers, const std::string& words, const std::string& country) {
  double latitude = 0;
  double longitude = 0;
  char end = 0;
  if (std::sscanf(words.c_str(), "%lf,%lf%c", &latitude, &longitude, &end) == 2) {
    if (const auto point = LatLon::from_degrees(latitude, longitude)) return *point;
    return fail(ErrorCode::usage, "not on the Earth: " + as_utf8(words), "--near");
  }
  PlaceQuestion question = read_question(words);
  question.country = country;
  for (const RankedPlace& found : resolve(gazetteers, question))
    if (found.place.point) return *found.place.point;
  return fail(ErrorCode::usage, "no such place: " + as_utf8(words), "--near");
}

std::string described(const RankedPlace& found, std::size_t number) {
  const PlaceCandidate& place = found.place;
  std::string out = fmt::format("{}. {}", number, place.name);
  if (place.matched != place.name) out += fmt::format(" (as {})", place.matched);
  std::vector<std::string_view> around;
  for (const std::string_view name : {place.parent, place.adm2, place.adm1})
    if (!is_region_code(name)) around.push_back(name);
  if (!place.country.empty()) around.push_back(place.country);
  out += fmt::format(", {}: {}", name_of(place.kind), fmt::join(around, ", "));
  out +=
      place.point ? fmt::format("  {:.4f} {:.4f}", place.point->latitude, place.point->longitude) : "  no coordinates";
  out += fmt::format("\n   {:.2f} = {}\n", found.score, fmt::join(found.reasons, ", "));
  out += fmt::format("   {} {}{}{}\n", place.source, place.id, place.feature.empty() ? "" : ", ", place.feature);
  return out;
}

Exit find(const FindOptions& options) {
  const auto gazetteers = open_gazetteers(options.gazetteers);
  if (!gazetteers) return complain(gazetteers.error()), Exit::unusable;
  PlaceQuestion question = read_question(options.name);
  question.country = options.country;
  if (!options.near.empty()) {
    const auto near = point_near(*gazetteers, options.near, options.country);
    if (!near) return complain(near.error()), Exit::usage;
    question.near = *near;
  }
  const std::vector<RankedPlace> found = resolve(*gazetteers, question);
  std::string out;
  for (std::size_t i = 0; i < std::min(options.limit, found.size()); ++i) out += described(found[i], i + 1);
  if (found.size() > options.limit) out += fmt::format("and {} more: --limit\n", found.size() - options.limit);
  if (const auto printed = print(out); !printed) return complain(printed.error()), Exit::some_failed;
  if (!found.empty()) return Exit::done;
  complain({ErrorCode::not_found, "no place of this name", as_utf8(options.name)});
  return Exit::some_failed;
}

struct AddOptions {
  std::vector<std::string> files;
  std::string gazetteer;
  bool strict = false;
};

Exit add(const AddOptions& options) {
  const fs::path target = options.gazetteer.empty() ? user_gazetteer() : fs::path(options.gazetteer);
  if (target.empty()) {
    complain({ErrorCode::usage, "no home folder to keep places in: name a file with --gazetteer", {}});
    return Exit::usage;
  }
  const auto added = add_tables(options.files, target, options.strict);
  if (!added) return complain(added.error()), Exit::some_failed;
  tell(*added);
  return Exit::done;
}

Exit check(const std::string& named) {
  const fs::path path = named.empty() ? user_gazetteer() : fs::path(named);
  const auto gazetteer = Gazetteer::open(path);
  if (!gazetteer) return complain(gazetteer.error()), Exit::unusable;
  if (const auto verified = gazetteer->file().verify(); !verified) return complain(verified.error()), Exit::unusable;
  const auto printed = print(fmt::format("{}: version {}, {} places with {} names\n", path.string(),
                                         gazetteer->file().version(), gazetteer->size(), gazetteer->names()));
  if (!printed) return complain(printed.error()), Exit::some_failed;
  return Exit::done;
}

}  // namespace

Run add_gazetteer(CLI::App& program) {
  auto chosen = std::make_shared<Run>();
  CLI::App* command = program.add_subcommand("gazetteer", "Ask and extend the places that are known");
  command->require_subcommand(1);

  auto finding = std::make_shared<FindOptions>();
  CLI::App* find_command = command->add_subcommand("find", "Show the places of a name, and why they rank as they do");
  find_command->add_option("NAME", finding->name, "As a report writes it: \"Al Dana town (Idlib)\"")->required();
  find_command->add_option("--country", finding->country, "Only in this country: its two-letter code")
      ->type_name("CODE")
      ->transform(is_country_code());
  find_command->add_option("--near", finding->near, "Prefer what is near: a place, or latitude,longitude")
      ->type_name("PLACE");
  find_command->add_option("--limit", finding->limit, "Show so many")->type_name("N")->check(CLI::Range(1, 1000));
  add_gazetteer_options(*find_command, finding->gazetteers);
  find_command->callback([=] { *chosen = [=] { return find(*finding); }; });

  auto adding = std::make_shared<AddOptions>();
  CLI::App* add_command = command->add_subcommand("add", "Add places from tables to your own gazetteer");
  add_command
      ->add_option("FILE", adding->files,
                   "GeoNames dumps and alternate names, Who's On First, OCHA p-codes, or like gazetteer.tsv")
      ->required();
  add_command->add_option("--gazetteer", adding->gazetteer, "Add to this file; made where there is none")
      ->type_name("FILE");
  add_command->add_flag("--strict", adding->strict, "Refuse a table with a broken line");
  add_command->callback([=] { *chosen = [=] { return add(*adding); }; });

  auto checking = std::make_shared<std::string>();
  CLI::App* check_command = command->add_subcommand("check", "Check a gazetteer file");
  check_command->add_option("FILE", *checking, "The file; without one, your own");
  check_command->callback([=] { *chosen = [=] { return check(*checking); }; });

  add_fetch(*command, *chosen);
  command->footer(
      "Examples:\n"
      "  attest gazetteer find 'Hammam al-Alil'\n"
      "  attest gazetteer fetch IQ SY\n"
      "  attest gazetteer add IQ.txt\n"
      "See man attest-gazetteer.");
  return [chosen] { return (*chosen)(); };
}

}  // namespace attest::cli
