#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <string>

#include "base/utf8.hpp"
#include "cli/commands.hpp"
#include "cli/keeping.hpp"
#include "cli/output.hpp"
#include "cli/reconciled.hpp"
#include "ledger/open.hpp"
#include "ledger/tokens.hpp"

namespace attest::cli {

namespace {

constexpr std::size_t kMaxName = 100;

struct Options {
  std::string ledger, name, role = "read";
};

/// A ledger that is there: a name that was mistyped must not make one.
Result<Database> open_to_change(const std::string& ledger) {
  ATTEST_CHECK(Database::open(ledger, Database::Mode::read).map([](const Database&) {}));
  return open_ledger(ledger, Database::Mode::write);
}

Exit stopped(const Error& error) {
  const bool is_asked_wrongly = error.code == ErrorCode::usage;
  return is_asked_wrongly ? failed(error) : (complain(error), Exit::unusable);
}

bool is_name(const std::string& name) {
  return !name.empty() && name.size() <= kMaxName && !first_invalid_utf8(name) && name.front() != ' ' &&
         name.back() != ' ' &&
         std::none_of(name.begin(), name.end(), [](char letter) { return static_cast<unsigned char>(letter) < ' '; });
}

Exit run_add(const Options& options) {
  if (!is_name(options.name))
    return failed({ErrorCode::usage, fmt::format("a name has 1 to {} bytes of text in one line", kMaxName), "--name"});
  const auto database = open_to_change(options.ledger);
  if (!database) return stopped(database.error());
  const std::string secret = new_token_secret();
  const auto added = add_token(*database, {.name = options.name,
                                           .role = options.role,
                                           .hash = token_hash(secret),
                                           .created_at = utc_now(),
                                           .revoked_at = {}});
  if (!added) return stopped(added.error());
  return printed(secret + "\n");
}

Exit run_list(const Options& options) {
  const auto tokens = open_ledger(options.ledger, Database::Mode::read).and_then(list_tokens);
  if (!tokens) return stopped(tokens.error());
  std::string out;
  for (const Token& token : *tokens)
    out += fmt::format("{:<7} {}  {:<28} {}\n", token.role, token.created_at,
                       token.revoked_at ? "revoked " + *token.revoked_at : "valid", token.name);
  return printed(out);
}

Exit run_revoke(const Options& options) {
  const auto database = open_to_change(options.ledger);
  if (!database) return stopped(database.error());
  const auto revoked = revoke_token(*database, options.name, utc_now());
  if (revoked) return Exit::done;
  const bool is_unknown = revoked.error().where == options.name;
  return is_unknown ? (complain(revoked.error()), Exit::some_failed) : stopped(revoked.error());
}

}  // namespace

Run add_token(CLI::App& program) {
  auto options = std::make_shared<Options>();
  CLI::App* command = program.add_subcommand("token", "Who may review, or read from elsewhere, through attest serve");
  command->require_subcommand(1);
  auto chosen = std::make_shared<Run>();
  const auto add = [&](const char* name, const char* what, Exit (*run)(const Options&)) {
    CLI::App* part = command->add_subcommand(name, what);
    part->add_option("--ledger", options->ledger, "The ledger")->type_name("FILE")->required();
    part->callback([=] { *chosen = [=] { return run(*options); }; });
    return part;
  };
  CLI::App* adding = add("add", "Make a token and print it, once: the ledger keeps only its hash", run_add);
  adding->add_option("--name", options->name, "Whose it is; decisions are signed with it")
      ->type_name("NAME")
      ->required();
  adding
      ->add_option("--role", options->role,
                   "What it allows: read, review (decide, see names) or admin; read if not said")
      ->type_name("read|review|admin")
      ->check(CLI::IsMember({"read", "review", "admin"}));
  add("list", "All tokens that ever were, without their secrets", run_list);
  add("revoke", "Make a token invalid at once", run_revoke)
      ->add_option("NAME", options->name, "Whose token")
      ->required();
  command->footer(
      "Examples:\n"
      "  attest token add --ledger ledger.db --name amina --role review\n"
      "  attest token revoke --ledger ledger.db amina\n"
      "See man attest-token.");
  return [chosen] { return (*chosen)(); };
}

}  // namespace attest::cli
