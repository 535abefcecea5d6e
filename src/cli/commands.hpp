// The commands of the program, one file each. A command adds its options to the parser and, once they are
// checked, is run; what it returns is the program's exit status.
#pragma once

#include <CLI/CLI.hpp>
#include <functional>
#include <string_view>

namespace attest::cli {

enum class Exit { done = 0, some_failed = 1, usage = 2, unusable = 3 };

using Run = std::function<Exit()>;

/// attest claims: reports in, claims out, nothing kept.
Run add_claims(CLI::App& program);

}  // namespace attest::cli
