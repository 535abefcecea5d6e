#include "ledger/writer_lock.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>
#include <utility>

namespace attest {

namespace {

/// Is the open file still the one of that name? The last to leave removes it, and a newcomer may have opened it before.
bool is_in_place(int number, const std::filesystem::path& file) {
  struct stat open = {}, named = {};
  return ::fstat(number, &open) == 0 && ::stat(file.c_str(), &named) == 0 && open.st_ino == named.st_ino &&
         open.st_dev == named.st_dev;
}

}  // namespace

Result<WriterLock> WriterLock::take(const std::filesystem::path& ledger, Kind kind) {
  const std::filesystem::path file = std::filesystem::path(ledger) += "-lock";
  while (true) {
    Descriptor descriptor(::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644));
    if (descriptor.number() < 0)
      return fail(ErrorCode::io, "cannot be opened or written: " + std::generic_category().message(errno),
                  file.string());
    if (::flock(descriptor.number(), (kind == Kind::run ? LOCK_SH : LOCK_EX) | LOCK_NB) != 0) {
      if (errno == EINTR) continue;
      if (errno != EWOULDBLOCK)
        return fail(ErrorCode::io, "cannot be locked: " + std::generic_category().message(errno), file.string());
      return fail(ErrorCode::io,
                  kind == Kind::run ? "the ledger is being checked or vacuumed: try again when that is done"
                                    : "another attest is writing this ledger: try again when it is done",
                  ledger.string());
    }
    if (is_in_place(descriptor.number(), file)) return WriterLock(file, std::move(descriptor));
  }
}

WriterLock::~WriterLock() {
  if (descriptor_.number() >= 0 && ::flock(descriptor_.number(), LOCK_EX | LOCK_NB) == 0) (void)::unlink(file_.c_str());
}

}  // namespace attest
