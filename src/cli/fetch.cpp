#include "cli/fetch.hpp"

#include <fmt/format.h>

#include <cstdlib>
#include <filesystem>
#include <memory>
#include <vector>

#include "base/files.hpp"
#include "base/hash.hpp"
#include "cli/add_places.hpp"
#include "cli/download.hpp"
#include "cli/gazetteers.hpp"
#include "cli/output.hpp"

namespace attest::cli {

namespace {

namespace fs = std::filesystem;

constexpr const char* kGeoNames = "https://download.geonames.org/export/dump";
constexpr std::size_t kLargestArchive = std::size_t{2} << 30U;

struct Options {
  std::vector<std::string> countries;
  std::string from, gazetteer;
  bool alternate_names = false;
};

std::string base_address(const std::string& given) {
  std::string address = given;
  const char* named = std::getenv("ATTEST_GEONAMES");
  if (address.empty()) address = named != nullptr && *named != '\0' ? named : kGeoNames;
  while (address.ends_with('/')) address.pop_back();
  return address;
}

/// Where unfinished downloads wait to be continued.
fs::path download_folder() {
  const char* cache = std::getenv("XDG_CACHE_HOME");
  if (cache != nullptr && *cache != '\0') return fs::path(cache) / "attest";
  const char* home = std::getenv("HOME");
  return home != nullptr && *home != '\0' ? fs::path(home) / ".cache/attest" : fs::temp_directory_path() / "attest";
}

/// Fetches and unpacks one archive; returns the table in it.
Result<fs::path> table_of(const std::string& address, const fs::path& archive, const std::string& entry) {
  ATTEST_CHECK(download(address, archive, is_terminal(2)));
  ATTEST_TRY(const std::string bytes, read_file(archive, kLargestArchive));
  tell(fmt::format("{}: {} bytes, SHA-256 {}\n", address, bytes.size(), sha256_hex(bytes)));
  const fs::path table = fs::path(archive).replace_extension(".txt");
  const auto unpacked = unpack(archive, entry, table);
  std::error_code ignored;
  fs::remove(archive, ignored);  // unpacked, or of no use
  if (!unpacked) return tl::unexpected<Error>(unpacked.error());
  return table;
}

Result<std::string> fetched(const Options& options, const fs::path& target) {
  const std::string base = base_address(options.from);
  const fs::path folder = download_folder();
  std::error_code failed;
  fs::create_directories(folder, failed);
  if (failed) return fail(ErrorCode::io, "cannot make the folder: " + failed.message(), folder.string());
  std::vector<std::string> tables;
  for (const std::string& country : options.countries) {
    const std::string file = country + ".zip";
    ATTEST_TRY(const fs::path places, table_of(fmt::format("{}/{}", base, file), folder / file, country + ".txt"));
    tables.push_back(places.string());
    if (!options.alternate_names) continue;
    ATTEST_TRY(const fs::path names,
               table_of(fmt::format("{}/alternatenames/{}", base, file), folder / ("names-" + file), country + ".txt"));
    tables.push_back(names.string());
  }
  auto added = add_tables(tables, target, false);
  for (const std::string& table : tables) fs::remove(table, failed);
  return added;
}

Exit fetch(const Options& options) {
  const fs::path target = options.gazetteer.empty() ? user_gazetteer() : fs::path(options.gazetteer);
  if (target.empty()) {
    complain({ErrorCode::usage, "no home folder to keep places in: name a file with --gazetteer", {}});
    return Exit::usage;
  }
  const auto added = fetched(options, target);
  if (!added) return complain(added.error()), Exit::some_failed;
  tell(*added +
       "Places from GeoNames (https://www.geonames.org), CC BY 4.0: name them where you publish what you find.\n");
  return Exit::done;
}

}  // namespace

CLI::Validator is_country_code() {
  return CLI::Validator(
      [](std::string& code) -> std::string {
        for (char& c : code) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - ('a' - 'A')) : c;
        const bool good = code.size() == 2 && code[0] >= 'A' && code[0] <= 'Z' && code[1] >= 'A' && code[1] <= 'Z';
        return good ? std::string() : "not a two-letter country code: " + code;
      },
      "CODE");
}

void add_fetch(CLI::App& gazetteer, Run& chosen) {
  auto options = std::make_shared<Options>();
  CLI::App* command = gazetteer.add_subcommand("fetch", "Download GeoNames' places of countries and add them");
  command->add_option("COUNTRY", options->countries, "Two-letter codes: IQ SY")
      ->required()
      ->transform(is_country_code());
  command
      ->add_option("--from", options->from,
                   "Address of the folder with IQ.zip; without it $ATTEST_GEONAMES, else GeoNames' own")
      ->type_name("URL");
  command->add_flag("--alternate-names", options->alternate_names, "Also the names in other languages and spellings");
  command->add_option("--gazetteer", options->gazetteer, "Add to this file; made where there is none")
      ->type_name("FILE");
  command->callback([options, &chosen] { chosen = [options] { return fetch(*options); }; });
}

}  // namespace attest::cli
