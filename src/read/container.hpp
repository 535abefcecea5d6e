// What holds reports: an archive, a mailbox, a table. Each kind gives its members one after the other; report_stream
// looks at what they are, and opens them if they are containers themselves.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "attest/error.hpp"
#include "read/byte_stream.hpp"
#include "read/format.hpp"
#include "read/limits.hpp"
#include "read/read.hpp"

namespace attest {

/// What a container holds at one place. Its bytes can be read until the container's next member is asked for.
struct Member {
  std::string name;              // below the container: "folder/page.html", "17"; empty: the container's own report
  std::string id;                // what the report calls itself, if it does
  std::string content_type;      // as HTTP or MIME headers have it
  std::optional<Format> format;  // where the container knows it
  Hints hints;
  std::unique_ptr<ByteStream> bytes;
};

/// What was passed over on purpose, for people: "WARC records of type request", and how many.
using PassedOver = std::map<std::string, std::uint64_t, std::less<>>;

/// Names of a table's columns that users gave: "text" to "body".
using Columns = std::map<std::string, std::string, std::less<>>;

/// Reads "text=body,title=headline". @errors usage
[[nodiscard]] Result<Columns> read_columns(std::string_view words);

/// What every container is opened with.
struct Opening {
  std::string where;  // its place in errors: "reports/a.zip:list.csv"
  bool named = true;  // by the user, and not found in a folder or an archive
  Limits limits;
  Columns columns;
  PassedOver* passed_over = nullptr;
  std::shared_ptr<Growth> growth;

  void pass_over(std::string_view what) const;
  /// The place of a member.
  [[nodiscard]] std::string at(std::string_view member) const;
};

/// One thread at a time.
class Container {
 public:
  Container() = default;
  Container(const Container&) = delete;
  Container& operator=(const Container&) = delete;
  virtual ~Container() = default;
  /// The next member, or what is wrong at its place; nothing at the end.
  [[nodiscard]] virtual std::optional<Result<Member>> next() = 0;
};

/// Opens a container; nothing for a format that is none.
[[nodiscard]] std::unique_ptr<Container> open_container(Format format, std::unique_ptr<ByteStream> bytes,
                                                        Opening opening);

/// JSON lines: a member a line.
[[nodiscard]] std::unique_ptr<Container> open_json_lines(std::unique_ptr<ByteStream> bytes, Opening opening);
/// CSV and TSV: a member a row.
[[nodiscard]] std::unique_ptr<Container> open_table(std::unique_ptr<ByteStream> bytes, Opening opening);
/// zip and tar: their files, by libarchive.
[[nodiscard]] std::unique_ptr<Container> open_archive(Format format, std::unique_ptr<ByteStream> bytes,
                                                      Opening opening);
/// Web archives: the pages that were fetched.
[[nodiscard]] std::unique_ptr<Container> open_warc(std::unique_ptr<ByteStream> bytes, Opening opening);
/// A mailbox: its mails.
[[nodiscard]] std::unique_ptr<Container> open_mbox(std::unique_ptr<ByteStream> bytes, Opening opening);
/// A mail: its text, then what is attached.
[[nodiscard]] std::unique_ptr<Container> open_mail(std::unique_ptr<ByteStream> bytes, Opening opening);

/// A saved feed: the items that hold their report, or a teaser of it.
[[nodiscard]] std::unique_ptr<Container> open_feed(std::unique_ptr<ByteStream> bytes, Opening opening);

/// A member whose bytes are here.
[[nodiscard]] Member member_of(std::string name, std::string bytes);

}  // namespace attest
