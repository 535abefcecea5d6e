#include <fmt/format.h>
#include <signal.h>
#include <sys/resource.h>

#include <algorithm>
#include <cstdlib>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "cli/commands.hpp"
#include "cli/output.hpp"
#include "cli/reconciled.hpp"
#include "serve/http_server.hpp"
#include "serve/responder.hpp"
#include "serve/safety_headers.hpp"
#include "serve/service.hpp"

namespace attest::cli {

namespace {

constexpr rlim_t kMaxConnections = 4096;
constexpr rlim_t kOtherFiles = 128;  // ledgers, their logs, the library's own

struct Options {
  std::string ledger, listen = "127.0.0.1:8080", tiles;
  std::vector<std::string> hosts;
  unsigned threads = 0;
  bool public_read = false, log = false;
};

/// Ctrl-C and kill wait to be asked for, in every thread that is started after this.
sigset_t hold_back_ending() {
  sigset_t ending;
  sigemptyset(&ending);
  sigaddset(&ending, SIGINT);
  sigaddset(&ending, SIGTERM);
  (void)pthread_sigmask(SIG_BLOCK, &ending, nullptr);
  return ending;
}

bool is_asked_to_end(const sigset_t& ending) {
  const timespec at_once{};
  return sigtimedwait(&ending, nullptr, &at_once) > 0;
}

/// As many as the system lets this process have open, up to what is sensible.
unsigned connections_possible() {
  rlimit files{};
  if (getrlimit(RLIMIT_NOFILE, &files) != 0) return 512;
  const rlim_t wanted = kMaxConnections + kOtherFiles;
  if (files.rlim_cur < wanted) {
    files.rlim_cur = std::min(files.rlim_max, wanted);
    (void)setrlimit(RLIMIT_NOFILE, &files);
    (void)getrlimit(RLIMIT_NOFILE, &files);
  }
  return static_cast<unsigned>(std::clamp<rlim_t>(files.rlim_cur, 2 * kOtherFiles, wanted) - kOtherFiles);
}

/// On this computer alone anybody reads; a name for others, or an address that they reach, needs tokens.
GateSettings gate_of(const Options& options, const ListenAddress& listen) {
  const bool is_private = listen.is_loopback() && options.hosts.empty();
  return {.hosts = options.hosts,
          .any_host = !listen.is_loopback() && options.hosts.empty(),
          .public_read = options.public_read || is_private};
}

Exit unusable(const Error& error) { return complain(error), Exit::unusable; }

Exit run(const Options& options) {
  const auto listen = ListenAddress::read(options.listen);
  if (!listen) return failed(listen.error());
  if (!options.tiles.empty() && tiles_origin(options.tiles).empty())
    return failed({ErrorCode::usage, "not an address of map tiles, such as https://tiles.example.org/{z}/{x}/{y}.png",
                   options.tiles});
  const sigset_t ending = hold_back_ending();
  ServiceSettings settings{.ledger = options.ledger, .tiles = options.tiles};
  const bool live = is_terminal(2);
  settings.progress = [&](std::int64_t done, std::int64_t total) {
    if (is_asked_to_end(ending)) std::_Exit(0);  // nothing is open that must be closed
    if (live) tell(fmt::format("\r{} of {} claims read", done, total));
  };
  const auto service = Service::open(std::move(settings));
  if (live) tell("\r\x1b[K");
  if (!service) return unusable(service.error());
  auto tokens = TokenBook::open(options.ledger);
  if (!tokens) return unusable(tokens.error());
  Responder responder(**service, gate_of(options, *listen), std::move(*tokens));
  const unsigned cores = std::thread::hardware_concurrency();
  HttpSettings http{.listen = *listen,
                    .threads = options.threads > 0 ? options.threads : std::max(4U, 2 * cores),
                    .max_connections = connections_possible()};
  if (options.log) http.log = [](std::string_view line) { tell(fmt::format("{}\n", line)); };
  const auto server = HttpServer::start(responder, http);
  if (!server) return unusable(server.error());
  const auto told = print(url_of({.host = listen->host, .port = server->port()}) + "\n");
  if (!told) return complain(told.error()), Exit::some_failed;
  int signal = 0;
  (void)sigwait(&ending, &signal);
  return Exit::done;
}

}  // namespace

Run add_serve(CLI::App& program) {
  auto options = std::make_shared<Options>();
  CLI::App* command = program.add_subcommand("serve", "Open a ledger to people and to GIS: the web page and the API");
  command->add_option("--ledger", options->ledger, "The ledger")->type_name("FILE")->required();
  command
      ->add_option("--listen", options->listen, "Where to listen; 127.0.0.1:8080, for this computer alone, if not said")
      ->type_name("ADDRESS:PORT");
  command
      ->add_option("--host", options->hosts,
                   "A name under which others reach the server, as behind a proxy; may be repeated")
      ->type_name("NAME")
      ->take_all();
  command->add_flag("--public-read", options->public_read, "Let others than this computer read without a token");
  command->add_option("--tiles", options->tiles, "Map tiles to lay under the built-in map, by their address")
      ->type_name("URL");
  command
      ->add_option("--threads", options->threads,
                   "Requests answered at a time; twice the cores, at least 4, if not said")
      ->type_name("N")
      ->check(CLI::Range(1, 256));
  command->add_flag("--log", options->log, "Write a line a request to standard error");
  command->footer(
      "Examples:\n"
      "  attest serve --ledger ledger.db\n"
      "  attest serve --ledger ledger.db --listen 0.0.0.0:8080 --log\n"
      "  attest token add --ledger ledger.db --name amina --role review\n"
      "See man attest-serve.");
  return [options] { return run(*options); };
}

}  // namespace attest::cli
