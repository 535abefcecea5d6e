#include "serve/http_server.hpp"

#include <fmt/format.h>
#include <microhttpd.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <utility>

#include "fetch/network_address.hpp"
#include "serve/listen_socket.hpp"
#include "serve/log_line.hpp"
#include "serve/negotiation.hpp"

namespace attest {

namespace {

constexpr std::size_t kMaxHeaderBytes = 32 << 10;
constexpr std::size_t kMaxBodyBytes = 1 << 20;
constexpr unsigned kSilenceSeconds = 30;
constexpr std::chrono::seconds kFarewell{5};

using Clock = std::chrono::steady_clock;

/// One request on its way through the library.
struct Exchange {
  Received received;
  Clock::time_point since = Clock::now();
  std::string method, target;  // for the log
  std::size_t body_bytes = 0;
  bool has_begun = false;
};

MHD_Result take_header(void* into, MHD_ValueKind, const char* name, std::size_t name_size, const char* value,
                       std::size_t value_size) {
  std::string lower(name, name_size);
  for (char& letter : lower)
    if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
  static_cast<NameValues*>(into)->emplace_back(std::move(lower),
                                               value != nullptr ? std::string(value, value_size) : std::string());
  return MHD_YES;
}

/// Two that disagree are how one request is hidden in another.
bool is_ambiguous(const NameValues& headers) {
  constexpr std::array<std::string_view, 4> kOnce = {"host", "content-length", "transfer-encoding", "authorization"};
  const auto count = [&](std::string_view name) {
    return std::count_if(headers.begin(), headers.end(), [&](const auto& header) { return header.first == name; });
  };
  const bool repeats = std::any_of(kOnce.begin(), kOnce.end(), [&](std::string_view name) { return count(name) > 1; });
  return repeats || (count("content-length") > 0 && count("transfer-encoding") > 0);
}

bool says_too_large(const NameValues& headers) {
  const auto length = header_of(headers, "content-length");
  if (!length) return false;
  std::size_t bytes = 0;
  const auto [end, error] = std::from_chars(length->data(), length->data() + length->size(), bytes);
  return error != std::errc{} || bytes > kMaxBodyBytes;
}

void release_answer(void* answer) { delete static_cast<std::shared_ptr<const Answer>*>(answer); }

MHD_Result queue(MHD_Connection* connection, const std::shared_ptr<const Answer>& answer) {
  const std::string& bytes = *answer->body;
  auto* owner = new std::shared_ptr<const Answer>(answer);
  MHD_Response* response = MHD_create_response_from_buffer_with_free_callback_cls(
      bytes.size(), const_cast<char*>(bytes.data()), release_answer, owner);
  if (response == nullptr) return release_answer(owner), MHD_NO;
  for (const auto& [name, value] : answer->headers)
    (void)MHD_add_response_header(response, name.c_str(), value.c_str());
  const MHD_Result queued = MHD_queue_response(connection, static_cast<unsigned>(answer->status), response);
  MHD_destroy_response(response);
  return queued;
}

Connections::Mark* mark_of(MHD_Connection* connection) {
  const auto* info = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_SOCKET_CONTEXT);
  return info != nullptr ? static_cast<Connections::Mark*>(info->socket_context) : nullptr;
}

}  // namespace

struct HttpServer::State {
  Responder& responder;
  std::function<void(std::string_view)> log;
  std::uint16_t port = 0;
  Connections connections;
  MHD_Daemon* daemon = nullptr;

  static void on_connection(void* self, MHD_Connection* connection, void** context,
                            MHD_ConnectionNotificationCode code) {
    auto& connections = static_cast<State*>(self)->connections;
    if (code == MHD_CONNECTION_NOTIFY_STARTED)
      *context = connections.open(MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CONNECTION_FD)->connect_fd);
    else
      connections.close(static_cast<Connections::Mark*>(*context));
  }

  static void* on_target(void*, const char* target, MHD_Connection*) {
    auto* exchange = new Exchange;
    exchange->received.target = target;
    return exchange;
  }

  static MHD_Result on_request(void* self, MHD_Connection* connection, const char*, const char* method, const char*,
                               const char* data, std::size_t* size, void** context) {
    auto& exchange = *static_cast<Exchange*>(*context);
    auto& state = *static_cast<State*>(self);
    if (!exchange.has_begun) return state.begin(exchange, connection, method);
    if (*size == 0) return state.answer(exchange, connection);
    exchange.body_bytes += *size;
    if (exchange.body_bytes <= kMaxBodyBytes) exchange.received.body.append(data, *size);
    *size = 0;
    return MHD_YES;
  }

  static void on_end(void*, MHD_Connection* connection, void** context, MHD_RequestTerminationCode) {
    delete static_cast<Exchange*>(*context);
    *context = nullptr;
    if (auto* mark = mark_of(connection)) mark->answering(false);
  }

  /// The library's own reading of the path is not used, so it need not decode it.
  static std::size_t keep_as_it_is(void*, MHD_Connection*, char* text) { return std::char_traits<char>::length(text); }

  MHD_Result begin(Exchange& exchange, MHD_Connection* connection, const char* method) {
    Received& received = exchange.received;
    exchange.has_begun = true;
    received.method = method;
    if (log) {
      exchange.method = method;
      exchange.target = received.target;
    }
    MHD_get_connection_values_n(connection, MHD_HEADER_KIND, take_header, &received.headers);
    const auto* info = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CLIENT_ADDRESS);
    if (info != nullptr && info->client_addr != nullptr) received.peer = to_text(*info->client_addr);
    if (is_ambiguous(received.headers))
      return send(exchange, connection, responder.refuse(400, "headers that contradict each other"));
    if (says_too_large(received.headers)) return send(exchange, connection, too_large());
    return MHD_YES;
  }

  MHD_Result answer(Exchange& exchange, MHD_Connection* connection) {
    if (auto* mark = mark_of(connection)) mark->answering(true);
    return send(exchange, connection,
                exchange.body_bytes > kMaxBodyBytes ? too_large() : responder.answer(std::move(exchange.received)));
  }

  [[nodiscard]] std::shared_ptr<const Answer> too_large() const {
    return responder.refuse(413, fmt::format("a request of more than {} bytes", kMaxBodyBytes));
  }

  MHD_Result send(const Exchange& exchange, MHD_Connection* connection,
                  const std::shared_ptr<const Answer>& answer) const {
    if (log) log(log_line(exchange.method, exchange.target, answer->status, Clock::now() - exchange.since));
    return queue(connection, answer);
  }
};

Result<HttpServer> HttpServer::start(Responder& responder, const HttpSettings& settings) {
  ATTEST_TRY(const Descriptor socket, listen_on(settings.listen));
  ATTEST_TRY(const std::uint16_t port, port_of(socket));
  std::unique_ptr<State> state(new State{responder, settings.log, port, Connections(settings.limits)});
  const int number = dup(socket.number());  // the library closes its own
  state->daemon = MHD_start_daemon(
      MHD_USE_EPOLL_INTERNAL_THREAD | MHD_USE_ITC, 0, nullptr, nullptr, State::on_request, state.get(),
      MHD_OPTION_LISTEN_SOCKET, number, MHD_OPTION_THREAD_POOL_SIZE, settings.threads, MHD_OPTION_CONNECTION_LIMIT,
      settings.max_connections, MHD_OPTION_CONNECTION_MEMORY_LIMIT, kMaxHeaderBytes, MHD_OPTION_CONNECTION_TIMEOUT,
      kSilenceSeconds, MHD_OPTION_STRICT_FOR_CLIENT, 1, MHD_OPTION_NOTIFY_CONNECTION, State::on_connection, state.get(),
      MHD_OPTION_URI_LOG_CALLBACK, State::on_target, state.get(), MHD_OPTION_UNESCAPE_CALLBACK, State::keep_as_it_is,
      nullptr, MHD_OPTION_NOTIFY_COMPLETED, State::on_end, state.get(), MHD_OPTION_END);
  if (state->daemon == nullptr) {
    ::close(number);
    return fail(ErrorCode::io, "the HTTP library does not start");
  }
  return HttpServer(std::move(state));
}

HttpServer::HttpServer(std::unique_ptr<State> state) : state_(std::move(state)) {}
HttpServer::HttpServer(HttpServer&&) noexcept = default;
HttpServer::~HttpServer() {
  if (!state_) return;
  const int listening = MHD_quiesce_daemon(state_->daemon);
  if (listening >= 0) ::close(listening);
  state_->connections.wait_for_answers(kFarewell);
  MHD_stop_daemon(state_->daemon);
}
std::uint16_t HttpServer::port() const { return state_->port; }

}  // namespace attest
