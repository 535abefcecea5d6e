// Members of JSON objects, appended to a string one by one.
#pragma once

#include <fmt/format.h>

#include <cstdint>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>

#include "attest/date.hpp"
#include "attest/vocabulary.hpp"
#include "publish/json.hpp"

namespace attest {

/// An object from `{` to close().
class JsonObject {
 public:
  explicit JsonObject(std::string& out) : out_(out) { out_ += '{'; }
  /// The rest of an object whose beginning stands there.
  enum class Begun { already };
  JsonObject(std::string& out, Begun /*already*/) : out_(out) {}
  void close() { out_ += '}'; }

  void key(std::string_view name) {
    if (out_.back() != '{') out_ += ',';
    append_json_string(out_, name);
    out_ += ':';
  }
  /// Empty is null.
  void text(std::string_view name, std::string_view value) {
    key(name);
    if (value.empty())
      out_ += "null";
    else
      append_json_string(out_, value);
  }
  void day(std::string_view name, const std::optional<Date>& value) { text(name, value ? to_iso(*value) : ""); }
  template <class E>
  void choice(std::string_view name, const std::optional<E>& value) {
    text(name, value ? name_of(*value) : std::string_view());
  }
  /// A number or a truth value.
  template <class T>
  void value(std::string_view name, const T& value) {
    key(name);
    fmt::format_to(std::back_inserter(out_), "{}", value);
  }
  template <class T>
  void value(std::string_view name, const std::optional<T>& maybe) {
    if (maybe)
      value(name, *maybe);
    else
      text(name, {});
  }
  /// @param write  appends an element
  template <class List, class Write>
  void list(std::string_view name, const List& values, Write write) {
    key(name);
    out_ += '[';
    bool first = true;
    for (const auto& one : values) {
      if (!first) out_ += ',';
      first = false;
      write(one);
    }
    out_ += ']';
  }

 private:
  std::string& out_;
};

}  // namespace attest
