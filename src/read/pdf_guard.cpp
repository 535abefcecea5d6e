#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <optional>
#include <system_error>
#include <type_traits>
#include <utility>

#include "base/files.hpp"
#include "read/pdf_words.hpp"

namespace attest {

namespace {

/// What the process sends: numbers as they lie in memory, strings behind their length.
class Message {
 public:
  template <class T>
  void number(T value) {
    static_assert(std::is_trivially_copyable_v<T>);
    bytes_.append(reinterpret_cast<const char*>(&value), sizeof value);
  }
  void words(std::string_view text) {
    number(text.size());
    bytes_ += text;
  }
  [[nodiscard]] const std::string& bytes() const { return bytes_; }

 private:
  std::string bytes_;
};

/// Reads a Message back. One that ends early gives zeros and `ok() == false`.
class Received {
 public:
  explicit Received(std::string_view bytes) : bytes_(bytes) {}
  template <class T>
  T number() {
    T value{};
    ok_ = ok_ && bytes_.size() >= sizeof value;
    if (!ok_) return value;
    std::memcpy(&value, bytes_.data(), sizeof value);
    bytes_.remove_prefix(sizeof value);
    return value;
  }
  std::string words() {
    const auto size = number<std::size_t>();
    ok_ = ok_ && size <= bytes_.size();
    if (!ok_) return {};
    std::string out(bytes_.substr(0, size));
    bytes_.remove_prefix(size);
    return out;
  }
  [[nodiscard]] bool ok() const { return ok_; }

 private:
  std::string_view bytes_;
  bool ok_ = true;
};

std::string written(const Result<PdfWords>& result) {
  Message out;
  out.number(result.has_value());
  if (!result) {
    out.number(result.error().code);
    out.words(result.error().message);
    return out.bytes();
  }
  out.words(result->title);
  out.words(result->author);
  out.number(result->created.has_value());
  out.number(result->created.value_or(Date{}).time_since_epoch().count());
  out.number(result->pages.size());
  for (const Page& page : result->pages) {
    out.number(page.width);
    out.number(page.height);
    out.number(page.words.size());
    for (const PageWord& word : page.words) {
      out.words(word.text);
      out.number(std::array{word.left, word.top, word.right, word.bottom, word.size});
      out.number(word.bold);
    }
  }
  return out.bytes();
}

Result<PdfWords> understood(std::string_view bytes, const std::string& where) {
  const auto broken = [&] { return fail(ErrorCode::damaged, "damaged: reading this PDF broke off", where); };
  Received in(bytes);
  if (!in.number<bool>()) {
    const auto code = in.number<ErrorCode>();
    const std::string message = in.words();
    if (in.ok()) return fail(code, message, where);
    return broken();
  }
  PdfWords out{{}, in.words(), in.words(), {}};
  const bool dated = in.number<bool>();
  const Date created{std::chrono::days(in.number<Date::rep>())};
  if (dated) out.created = created;
  const auto pages = in.number<std::size_t>();
  for (std::size_t i = 0; i < pages && in.ok(); ++i) {
    Page page;
    page.width = in.number<double>();
    page.height = in.number<double>();
    const auto words = in.number<std::size_t>();
    for (std::size_t j = 0; j < words && in.ok(); ++j) {
      PageWord word;
      word.text = in.words();
      const auto box = in.number<std::array<double, 5>>();
      word.left = box[0], word.top = box[1], word.right = box[2], word.bottom = box[3], word.size = box[4];
      word.bold = in.number<bool>();
      page.words.push_back(std::move(word));
    }
    out.pages.push_back(std::move(page));
  }
  if (!in.ok()) return broken();
  return out;
}

/// Memory that this process has mapped already, so that a limit counts what is asked for from now on.
std::size_t mapped_bytes() {
  std::size_t pages = 0;
  std::ifstream("/proc/self/statm") >> pages;
  return pages * static_cast<std::size_t>(::sysconf(_SC_PAGESIZE));
}

struct Reader {
  Descriptor from;
  pid_t child;
};

/// The program of the other process: beside this one, above it (tests), or where it is installed.
std::string worker() {
  namespace fs = std::filesystem;
  std::error_code ignored;
  const fs::path here = fs::read_symlink("/proc/self/exe", ignored).parent_path();
  for (const fs::path& folder : {here, here / "..", here / "../..", here / "../libexec/attest"})
    if (fs::exists(folder / kPdfWorker, ignored)) return folder / kPdfWorker;
  return {};
}

/// A new program, not a fork: whatever locks other threads of this one hold, it starts with none.
Result<Reader> start(std::string_view bytes, const std::string& where) {
  const auto refused = [&](int reason) {
    return fail(ErrorCode::unreadable,
                fmt::format("no process to read it in: {}", std::generic_category().message(reason)), where);
  };
  static const std::string program = worker();
  if (program.empty()) return fail(ErrorCode::unreadable, fmt::format("{} is not installed", kPdfWorker), where);
  const Descriptor pdf(::memfd_create("pdf", MFD_CLOEXEC));
  if (pdf.number() < 0) return refused(errno);
  for (std::string_view rest = bytes; !rest.empty();) {
    const ssize_t count = ::write(pdf.number(), rest.data(), rest.size());
    if (count < 0 && errno != EINTR) return refused(errno);
    if (count > 0) rest.remove_prefix(static_cast<std::size_t>(count));
  }
  ::lseek(pdf.number(), 0, SEEK_SET);
  std::array<int, 2> ends{};
  if (::pipe2(ends.data(), O_CLOEXEC) != 0) return refused(errno);
  Descriptor from(ends[0]);
  const Descriptor to(ends[1]);
  posix_spawn_file_actions_t actions;
  ::posix_spawn_file_actions_init(&actions);
  ::posix_spawn_file_actions_adddup2(&actions, pdf.number(), 0);
  ::posix_spawn_file_actions_adddup2(&actions, to.number(), 1);
  ::posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0);
  std::string name(kPdfWorker);
  std::array<char*, 2> arguments{name.data(), nullptr};
  pid_t child = 0;
  const int failed = ::posix_spawn(&child, program.c_str(), &actions, nullptr, arguments.data(), environ);
  ::posix_spawn_file_actions_destroy(&actions);
  if (failed != 0) return refused(failed);
  return Reader{std::move(from), child};
}

/// All that comes until the other end closes; nothing if it takes too long.
std::optional<std::string> receive(int from) {
  using Clock = std::chrono::steady_clock;
  const auto end = Clock::now() + std::chrono::seconds(2 * kMaxPdfSeconds);
  std::string out;
  std::array<char, 65536> part;
  while (true) {
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(end - Clock::now()).count();
    if (left <= 0) return std::nullopt;
    pollfd ready{from, POLLIN, 0};
    if (::poll(&ready, 1, static_cast<int>(left)) <= 0) continue;
    const ssize_t count = ::read(from, part.data(), part.size());
    if (count == 0) return out;
    if (count > 0) out.append(part.data(), static_cast<std::size_t>(count));
  }
}

}  // namespace

int answer_as_pdf_worker() {
  const std::size_t mapped = mapped_bytes();
  const rlimit memory{mapped + kMaxPdfMemory, mapped + kMaxPdfMemory};
  const rlimit time{kMaxPdfSeconds, kMaxPdfSeconds + 1};
  const rlimit none{0, 0};
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  ::setrlimit(RLIMIT_AS, &memory);
  ::setrlimit(RLIMIT_CPU, &time);
  ::setrlimit(RLIMIT_CORE, &none);
  const auto bytes = read_file("-");
  if (!bytes) return 1;
  const std::string message = written(pdf_words(*bytes, {}));
  for (std::size_t sent = 0; sent < message.size();) {
    const ssize_t count = ::write(1, message.data() + sent, message.size() - sent);
    if (count <= 0 && errno != EINTR) return 1;
    if (count > 0) sent += static_cast<std::size_t>(count);
  }
  return 0;
}

Result<PdfWords> pdf_words_guarded(std::string_view bytes, const std::string& where) {
  ATTEST_TRY(const Reader reader, start(bytes, where));
  const auto message = receive(reader.from.number());
  const pid_t child = reader.child;
  if (!message) ::kill(child, SIGKILL);
  int status = 0;
  while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  const bool out_of_time =
      !message || (WIFSIGNALED(status) && (WTERMSIG(status) == SIGXCPU || WTERMSIG(status) == SIGKILL));
  if (out_of_time)
    return fail(ErrorCode::damaged, fmt::format("damaged: not read within {} seconds", kMaxPdfSeconds), where);
  if (!WIFEXITED(status) || WEXITSTATUS(status) != 0)
    return fail(ErrorCode::damaged,
                fmt::format("damaged: cannot be read with {} MiB of memory, or without a crash", kMaxPdfMemory >> 20U),
                where);
  return understood(*message, where);
}

}  // namespace attest
