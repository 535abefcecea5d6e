#include "serve/http_server.hpp"

#include <fmt/format.h>
#include <microhttpd.h>

#include <chrono>
#include <utility>

#include "fetch/network_address.hpp"
#include "serve/listen_socket.hpp"
#include "serve/problem.hpp"

namespace attest {

namespace {

constexpr unsigned kMaxConnections = 8192;
constexpr std::size_t kMaxHeaderBytes = 32 << 10;
constexpr std::size_t kMaxBodyBytes = 1 << 20;
constexpr unsigned kSilenceSeconds = 30;

using Clock = std::chrono::steady_clock;

/// One request on its way through microhttpd.
struct Exchange {
  Received received;
  bool has_begun = false, is_too_large = false;
  Clock::time_point since = Clock::now();
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

void release_body(void* body) { delete static_cast<std::shared_ptr<const std::string>*>(body); }

MHD_Result queue(MHD_Connection* connection, Answer answer) {
  const std::string& bytes = *answer.body;
  auto* owner = new std::shared_ptr<const std::string>(answer.body);
  MHD_Response* response = MHD_create_response_from_buffer_with_free_callback_cls(
      bytes.size(), const_cast<char*>(bytes.data()), release_body, owner);
  if (response == nullptr) return release_body(owner), MHD_NO;
  for (const auto& [name, value] : answer.headers) (void)MHD_add_response_header(response, name.c_str(), value.c_str());
  const MHD_Result queued = MHD_queue_response(connection, static_cast<unsigned>(answer.status), response);
  MHD_destroy_response(response);
  return queued;
}

}  // namespace

struct HttpServer::State {
  const Responder& responder;
  std::function<void(std::string_view)> log;
  std::uint16_t port = 0;
  MHD_Daemon* daemon = nullptr;

  static void* on_target(void*, const char* target, MHD_Connection*) {
    auto* exchange = new Exchange;
    exchange->received.target = target;
    return exchange;
  }

  static MHD_Result on_request(void* self, MHD_Connection* connection, const char*, const char* method, const char*,
                               const char* data, std::size_t* size, void** context) {
    auto& exchange = *static_cast<Exchange*>(*context);
    return static_cast<State*>(self)->advance(exchange, connection, method, {data, *size}, *size);
  }

  static void on_end(void*, MHD_Connection*, void** context, MHD_RequestTerminationCode) {
    delete static_cast<Exchange*>(*context);
    *context = nullptr;
  }

  /// microhttpd's own path is not used, so it need not decode it.
  static std::size_t keep_as_it_is(void*, MHD_Connection*, char* text) { return std::char_traits<char>::length(text); }

  MHD_Result advance(Exchange& exchange, MHD_Connection* connection, const char* method, std::string_view data,
                     std::size_t& left) {
    Received& received = exchange.received;
    if (!exchange.has_begun) {
      exchange.has_begun = true;
      received.method = method;
      MHD_get_connection_values_n(connection, MHD_HEADER_KIND, take_header, &received.headers);
      const auto* info = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CLIENT_ADDRESS);
      if (info != nullptr && info->client_addr != nullptr) received.peer = to_text(*info->client_addr);
      return MHD_YES;
    }
    if (!data.empty()) {
      exchange.is_too_large = exchange.is_too_large || received.body.size() + data.size() > kMaxBodyBytes;
      if (!exchange.is_too_large) received.body += data;
      left = 0;
      return MHD_YES;
    }
    const std::string line = log ? fmt::format("{} {}", received.method, received.target) : "";
    Answer answer = responder.answer(std::move(received));
    if (log) {
      const std::chrono::duration<double, std::milli> took = Clock::now() - exchange.since;
      log(fmt::format("{} {} {:.1f} ms", line.substr(0, line.find('?')), answer.status, took.count()));
    }
    return queue(connection, std::move(answer));
  }
};

Result<HttpServer> HttpServer::start(const Responder& responder, const HttpSettings& settings) {
  ATTEST_TRY(Descriptor socket, listen_on(settings.listen));
  ATTEST_TRY(const std::uint16_t port, port_of(socket));
  auto state = std::unique_ptr<State>(new State{.responder = responder, .log = settings.log, .port = port});
  const int number = dup(socket.number());
  state->daemon = MHD_start_daemon(MHD_USE_EPOLL_INTERNAL_THREAD | MHD_USE_ITC, 0, nullptr, nullptr, State::on_request,
                                   state.get(), MHD_OPTION_LISTEN_SOCKET, number, MHD_OPTION_THREAD_POOL_SIZE,
                                   settings.threads, MHD_OPTION_CONNECTION_LIMIT, kMaxConnections,
                                   MHD_OPTION_CONNECTION_MEMORY_LIMIT, kMaxHeaderBytes, MHD_OPTION_CONNECTION_TIMEOUT,
                                   kSilenceSeconds, MHD_OPTION_STRICT_FOR_CLIENT, 1, MHD_OPTION_URI_LOG_CALLBACK,
                                   State::on_target, state.get(), MHD_OPTION_UNESCAPE_CALLBACK, State::keep_as_it_is,
                                   nullptr, MHD_OPTION_NOTIFY_COMPLETED, State::on_end, state.get(), MHD_OPTION_END);
  if (state->daemon == nullptr) return fail(ErrorCode::io, "the HTTP library does not start");
  return HttpServer(std::move(state));
}

HttpServer::HttpServer(std::unique_ptr<State> state) : state_(std::move(state)) {}
HttpServer::HttpServer(HttpServer&&) noexcept = default;
HttpServer::~HttpServer() {
  if (state_) MHD_stop_daemon(state_->daemon);
}
std::uint16_t HttpServer::port() const { return state_->port; }

}  // namespace attest
