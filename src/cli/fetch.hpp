// attest gazetteer fetch: GeoNames' files of whole countries, downloaded and added.
#pragma once

#include <CLI/CLI.hpp>
#include <string>

#include "cli/commands.hpp"

namespace attest::cli {

/// Adds the command to `attest gazetteer`; when it is given, `chosen` becomes what it does.
void add_fetch(CLI::App& gazetteer, Run& chosen);

/// Accepts "IQ"; makes "iq" of it.
[[nodiscard]] CLI::Validator is_country_code();

}  // namespace attest::cli
