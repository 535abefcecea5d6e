#include <fmt/format.h>
#include <pthread.h>
#include <signal.h>

#include <algorithm>
#include <memory>
#include <string>
#include <thread>

#include "cli/commands.hpp"
#include "cli/output.hpp"
#include "cli/reconciled.hpp"
#include "serve/http_server.hpp"
#include "serve/responder.hpp"
#include "serve/service.hpp"

namespace attest::cli {

namespace {

struct Options {
  ServiceSettings service;
  std::string ledger, listen = "127.0.0.1:8080";
  bool log = false;
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

Exit unusable(const Error& error) { return complain(error), Exit::unusable; }

Exit run(const Options& options) {
  const auto listen = read_listen_address(options.listen);
  if (!listen) return failed(listen.error());
  const sigset_t ending = hold_back_ending();
  ServiceSettings settings = options.service;
  settings.ledger = options.ledger;
  const bool live = is_terminal(2);
  if (live)
    settings.progress = [](std::int64_t done, std::int64_t total) {
      tell(fmt::format("\r{} of {} claims read", done, total));
    };
  const auto service = Service::open(std::move(settings));
  if (live) tell("\r\x1b[K");
  if (!service) return unusable(service.error());
  const Responder responder(**service);
  HttpSettings http{.listen = *listen, .threads = std::max(4U, 2 * std::thread::hardware_concurrency())};
  if (options.log) http.log = [](std::string_view line) { tell(fmt::format("{}\n", line)); };
  const auto server = HttpServer::start(responder, http);
  if (!server) return unusable(server.error());
  const std::string host =
      listen->host.find(':') == std::string::npos ? listen->host : fmt::format("[{}]", listen->host);
  const auto told = print(fmt::format("http://{}:{}/\n", host, server->port()));
  if (!told) return unusable(told.error());
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
  command->add_option("--tiles", options->service.tiles, "Map tiles to lay under the built-in map, by their address")
      ->type_name("URL");
  command->add_flag("--log", options->log, "Write a line a request to standard error");
  command->footer(
      "Examples:\n"
      "  attest serve --ledger ledger.db\n"
      "  attest serve --ledger ledger.db --listen 127.0.0.1:9000 --log\n"
      "See man attest-serve.");
  return [options] { return run(*options); };
}

}  // namespace attest::cli
