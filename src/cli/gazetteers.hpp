// Which gazetteers a command asks: the reviewed places of the resources, the world beside them, and the user's own.
#pragma once

#include <CLI/CLI.hpp>
#include <filesystem>
#include <string>
#include <vector>

#include "gazetteer/gazetteers.hpp"

namespace attest::cli {

struct GazetteerOptions {
  std::vector<std::string> files;  // of --gazetteer; "none" is no file of the user's
  std::string resources;
};

/// Adds --gazetteer and --resources; `options` must live as long as the command.
void add_gazetteer_options(CLI::App& command, GazetteerOptions& options);

/// The file that `attest gazetteer add` writes: $XDG_DATA_HOME/attest/places.gazetteer, or the same under
/// ~/.local/share; empty where there is no home.
[[nodiscard]] std::filesystem::path user_gazetteer();

/// Opens them all. The world and the user's file may be missing, what --gazetteer names may not.
/// @errors as Gazetteer::open; those of the resources
[[nodiscard]] Result<Gazetteers> open_gazetteers(const GazetteerOptions& options);

}  // namespace attest::cli
