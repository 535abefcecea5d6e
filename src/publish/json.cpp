#include "publish/json.hpp"

#include <fmt/format.h>

#include <iterator>
#include <optional>
#include <vector>

namespace attest {

namespace {

/// Appends the members of one claim; knows the text that spans point into.
class ClaimWriter {
 public:
  ClaimWriter(std::string& out, const Document& document, const CodePointIndex& index)
      : out_(out), text_(document.text), index_(index) {}

  void key(std::string_view name) {
    out_ += out_.back() == '{' ? "\"" : ",\"";
    out_ += name;
    out_ += "\":";
  }

  void string(std::string_view name, std::string_view value) {
    key(name);
    append_json_string(out_, value);
  }

  void words(std::string_view name, Span span) {
    key(name);
    out_ += "{\"text\":";
    append_json_string(out_, slice(text_, span));
    fmt::format_to(std::back_inserter(out_), ",\"start\":{},\"end\":{}}}", index_.at(span.begin), index_.at(span.end));
  }

  void maybe(std::string_view name, const std::optional<std::string>& value) {
    if (value)
      string(name, *value);
    else
      null(name);
  }

  /// A number or a truth value.
  template <class T>
  void number(std::string_view name, const std::optional<T>& value) {
    key(name);
    if (value)
      fmt::format_to(std::back_inserter(out_), "{}", *value);
    else
      out_ += "null";
  }

  void day(std::string_view name, const std::optional<Date>& value) {
    if (value)
      string(name, to_iso(*value));
    else
      null(name);
  }

  void source(const Source& source) {
    words("text", source.text);
    string("name", source.name);
    string("kind", name_of(source.kind));
    number("party", std::optional(source.party));
  }

  /// The values of a list, each written by `write` as an object.
  template <class T, class Write>
  void list(std::string_view name, const std::vector<T>& values, Write write) {
    key(name);
    out_ += '[';
    for (const T& value : values) {
      out_ += out_.back() == '[' ? "{" : ",{";
      write(value);
      out_ += '}';
    }
    out_ += ']';
  }

  /// `write` appends the members of a value that may be missing.
  template <class T, class Write>
  void object(std::string_view name, const std::optional<T>& value, Write write) {
    key(name);
    if (!value) {
      out_ += "null";
      return;
    }
    out_ += '{';
    write(*value);
    out_ += '}';
  }

  /// "explain": {"actor": {"rule", "words", "path", "considered": [{"words", "rule", "path"}],
  /// "namesakes": [{"place", "points", "why", "meant"}]}}
  void reasons(const Explanation& why) {
    const auto path = [&](const std::string& way) { maybe("path", way.empty() ? std::nullopt : std::optional(way)); };
    key("explain");
    out_ += '{';
    for (const FieldReason& reason : why.fields) {
      key(reason.field);
      out_ += '{';
      maybe("rule", reason.rule.empty() ? std::nullopt : std::optional(reason.rule));
      if (reason.text)
        words("words", *reason.text);
      else
        null("words");
      path(reason.path);
      list("considered", reason.considered, [&](const Considered& other) {
        words("words", other.text);
        string("rule", other.rule);
        path(other.path);
      });
      list("namesakes", reason.namesakes, [&](const Namesake& other) {
        string("place", other.place);
        number("points", std::optional(other.points));
        string("why", other.why);
        number("meant", std::optional(other.meant));
      });
      out_ += '}';
    }
    out_ += '}';
  }

  template <class E>
  void choice(std::string_view name, const std::optional<E>& value) {
    if (value)
      string(name, name_of(*value));
    else
      null(name);
  }

  void null(std::string_view name) {
    key(name);
    out_ += "null";
  }

 private:
  std::string& out_;
  std::string_view text_;
  const CodePointIndex& index_;
};

}  // namespace

void append_json_string(std::string& out, std::string_view utf8) {
  out += '"';
  std::size_t kept = 0;  // everything before it is written
  for (std::size_t i = 0; i < utf8.size(); ++i) {
    const auto byte = static_cast<unsigned char>(utf8[i]);
    if (byte >= 0x20 && byte != '"' && byte != '\\') continue;
    out.append(utf8, kept, i - kept);
    kept = i + 1;
    switch (byte) {
      case '"':
        out += "\\\"";
        break;
      case '\\':
        out += "\\\\";
        break;
      case '\n':
        out += "\\n";
        break;
      case '\t':
        out += "\\t";
        break;
      default:
        fmt::format_to(std::back_inserter(out), "\\u{:04x}", byte);
    }
  }
  out.append(utf8, kept, utf8.size() - kept);
  out += '"';
}

void begin_claim_json(std::string& out, const Claim& claim, const Document& document, const CodePointIndex& index,
                      std::string_view coder) {
  ClaimWriter json(out, document, index);
  const auto party = [&](const Party& side) {
    json.words("text", side.text);
    json.string("name", side.name);
  };
  out += '{';
  json.string("doc", document.name);
  json.string("id", claim.id);
  json.string("kind", name_of(claim.kind));
  json.words("sentence", claim.sentence);
  json.words("trigger", claim.trigger);
  json.object("count", claim.count, [&](const Count& count) {
    json.words("text", count.text);
    json.number("min", count.min);
    json.number("max", count.max);
    json.string("unit", name_of(count.unit));
  });
  json.maybe("subset_of", claim.subset_of);
  json.object("victims", claim.victims, [&](const Victims& victims) {
    json.words("text", victims.text);
    json.string("status", name_of(victims.status));
    json.string("group", name_of(victims.group));
  });
  json.object("actor", claim.actor, party);
  json.object("opponent", claim.opponent, party);
  json.choice("means", claim.means);
  json.choice("object", claim.object);
  json.object("place", claim.place, [&](const Place& place) {
    json.words("text", place.text);
    json.string("name", place.name);
    json.maybe("country", place.country);
    json.number("latitude", place.position ? std::optional(place.position->latitude) : std::nullopt);
    json.number("longitude", place.position ? std::optional(place.position->longitude) : std::nullopt);
    json.number("precision", place.precision);
  });
  json.object("time", claim.time, [&](const Time& time) {
    if (time.text)
      json.words("text", *time.text);
    else
      json.null("text");
    json.maybe("value", time.value);
    json.maybe("mod", time.mod);
    json.day("from", time.from);
    json.day("to", time.to);
    json.number("precision", time.precision);
  });
  json.object("source", claim.source, [&](const Source& source) { json.source(source); });
  json.list("via", claim.via, [&](const Source& source) { json.source(source); });
  json.number("unverified", std::optional(claim.unverified));
  json.string("certainty", name_of(claim.certainty));
  json.string("scope", name_of(claim.scope));
  json.maybe("incident", claim.incident.empty() ? std::nullopt : std::optional(claim.incident));
  json.key("derived");
  out += '{';
  for (const Derivation& derivation : claim.derived) json.string(derivation.field, derivation.rule);
  out += '}';
  json.string("rule", claim.rule);
  json.string("coder", coder);
}

void append_json_line(std::string& out, const Claim& claim, const Document& document, const CodePointIndex& index,
                      std::string_view coder, const Explanation* why) {
  begin_claim_json(out, claim, document, index, coder);
  if (why != nullptr) ClaimWriter(out, document, index).reasons(*why);
  out += "}\n";
}

}  // namespace attest
