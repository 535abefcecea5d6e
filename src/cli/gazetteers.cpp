#include "cli/gazetteers.hpp"

#include <cstdlib>

#include "cli/setup.hpp"
#include "gazetteer/builder.hpp"
#include "gazetteer/sources.hpp"

namespace attest::cli {

namespace fs = std::filesystem;

void add_gazetteer_options(CLI::App& command, GazetteerOptions& options) {
  command
      .add_option(
          "--gazetteer", options.files,
          "Places to know beside the built-in ones, as 'attest gazetteer add' makes them; 'none' for no others; "
          "without it, your own")
      ->type_name("FILE")
      ->allow_extra_args(false);
  command.add_option("--resources", options.resources, "Folder of lexicons, place names and rules")->type_name("DIR");
}

fs::path user_gazetteer() {
  const auto folder = [](const char* variable) -> fs::path {
    const char* value = std::getenv(variable);
    return value != nullptr ? fs::path(value) : fs::path();
  };
  fs::path data = folder("XDG_DATA_HOME");
  if (data.empty() && !folder("HOME").empty()) data = folder("HOME") / ".local/share";
  return data.empty() ? data : data / "attest/places.gazetteer";
}

Result<Gazetteers> open_gazetteers(const GazetteerOptions& options) {
  Gazetteers all;
  const fs::path resources = resources_folder(options.resources);
  GazetteerBuilder reviewed;
  for (const char* table : {"gazetteer.tsv", "gazetteer_regions.tsv"})
    ATTEST_CHECK(read_places(resources / table, reviewed, {.strict = true}));
  ATTEST_TRY(Gazetteer first, Gazetteer::from_bytes(reviewed.bytes(), resources.string()));
  all.add(std::move(first));
  std::vector<fs::path> wanted(options.files.begin(), options.files.end());
  std::erase(wanted, "none");
  std::error_code ignored;
  if (options.files.empty() && fs::exists(user_gazetteer(), ignored)) wanted.push_back(user_gazetteer());
  const fs::path world = world_beside(resources);
  if (fs::exists(world, ignored)) wanted.push_back(world);
  for (const fs::path& path : wanted) {
    ATTEST_TRY(Gazetteer one, Gazetteer::open(path));
    all.add(std::move(one));
  }
  return all;
}

}  // namespace attest::cli
