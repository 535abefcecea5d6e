#include "serve/report_text.hpp"

#include <array>

#include "base/utf8.hpp"
#include "publish/json_object.hpp"
#include "read/format.hpp"
#include "serve/problem.hpp"
#include "serve/report_items.hpp"
#include "serve/shown.hpp"

namespace attest {

namespace {

constexpr std::string_view kSandbox = "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:";

/// The media type of kept bytes, by what they are. What a browser would run, it is not told to be.
std::string_view media_type(const Document& document) {
  switch (sniff(document.name, std::string_view(document.original).substr(0, kSniffBytes))) {
    case Format::html:
      return "text/html";
    case Format::pdf:
      return "application/pdf";
    case Format::text:
      return "text/plain";
    default:
      return "application/octet-stream";
  }
}

void append_spans(std::string& out, const std::vector<Span>& spans, const CodePointIndex& index) {
  out += '[';
  for (const Span span : spans) {
    if (out.back() != '[') out += ',';
    fmt::format_to(std::back_inserter(out), R"({{"start":{},"end":{}}})", index.at(span.begin), index.at(span.end));
  }
  out += ']';
}

/// Facts about a report, each with where it was read. Its author is left out: names of private persons are masked.
void append_metadata(std::string& out, const Document& document) {
  const auto fact = [&](std::string_view field, std::string_view value, std::string_view origin) {
    if (out.back() != '[') out += ',';
    JsonObject json(out);
    json.text("field", field);
    json.text("value", value);
    json.text("from", origin);
    json.close();
  };
  const auto text = [&](std::string_view field, const std::optional<Sourced<std::string>>& read) {
    if (read) fact(field, read->value, read->origin);
  };
  const auto day = [&](std::string_view field, const std::optional<Sourced<Date>>& read) {
    if (read) fact(field, to_iso(read->value), read->origin);
  };
  out += '[';
  text("outlet", document.outlet);
  text("agency", document.agency);
  day("published", document.published);
  day("updated", document.updated);
  text("dateline_place", document.dateline_place);
  text("language", document.language);
  text("url", document.url);
  if (document.retrieved_at) fact("retrieved_at", *document.retrieved_at, {});
  out += ']';
}

std::string text_json(const Snapshot& snapshot, const Request& request, const Listed& listed, const Shown& shown,
                      std::string_view type, bool unmasked) {
  const Document& document = shown.document();
  const IncidentTable& table = snapshot.seen_by(request.role);
  const Evidence& evidence = snapshot.corpus().evidence();
  const auto text = [](const std::optional<Sourced<std::string>>& value) {
    return value ? std::string_view(value->value) : std::string_view();
  };
  const CodePointIndex index(document.text);
  std::string out;
  JsonObject json(out);
  json.text("id", document.id);
  json.text("name", document.name);
  json.text("title", text(document.title));
  json.text("outlet", text(document.outlet));
  json.day("published", document.published ? std::optional(document.published->value) : std::nullopt);
  json.text("url", text(document.url));
  json.text("language", text(document.language));
  json.key("metadata");
  append_metadata(out, document);
  json.key("text");
  append_json_string(out, document.text);
  json.key("blocks");
  out += '[';
  for (const Block& block : document.blocks) {
    if (out.back() != '[') out += ',';
    fmt::format_to(std::back_inserter(out), R"({{"kind":"{}","start":{},"end":{}}})", name_of(block.kind),
                   index.at(block.span.begin), index.at(block.span.end));
  }
  out += ']';
  json.key("claims");
  out += '[';
  const auto report = snapshot.corpus().report_of(listed.key);
  const std::string coder = shown.article.coder.to_string();
  for (std::uint32_t i = 0; i < shown.claims().size(); ++i) {
    // A report coded since the snapshot was made may have more claims than it knows.
    const bool known = report && i < evidence.reports[*report].claims;
    const std::uint32_t testimony = known ? evidence.reports[*report].first + i : 0;
    if (known && snapshot.hides(request.role, testimony)) continue;
    if (out.back() != '[') out += ",\n";
    // The label that the report's claims share gives way to the incident of the record.
    Claim claim = shown.claims()[i];
    const std::uint32_t row = known ? table.links[testimony].row : kNoRow;
    claim.incident = row == kNoRow ? std::string() : table.seen[row].incident->id;
    begin_claim_json(out, claim, document, index, coder);
    out += '}';
  }
  out += ']';
  json.value("masked", !unmasked);
  json.key("names");
  append_spans(out, shown.masked, index);
  json.key("original");
  fmt::format_to(std::back_inserter(out), R"({{"type":"{}","bytes":{},"url":"/api/reports/{}/original","allowed":{}}})",
                 type, shown.article.original_bytes, document.id, request.role != Role::read);
  json.close();
  return out;
}

}  // namespace

Result<Response> get_report_text(const Service& service, const Request& request) {
  constexpr std::array<std::string_view, 1> kParameters = {"names"};
  ATTEST_CHECK(check_parameters(request, kParameters));
  ATTEST_TRY(const bool unmasked, wants_names(request));
  if (unmasked && request.role == Role::read) return problem(403, "names are shown to reviewers only");
  const auto snapshot = service.snapshot();
  ATTEST_TRY(const Listed* listed, find_report(snapshot->corpus(), request.part("id")));
  ATTEST_TRY(const auto ledger, service.reader());
  ATTEST_TRY(const auto shown, show_report(*ledger, listed->key, unmasked));
  if (!shown) return fail(ErrorCode::not_found, "no report of this id", std::string(request.part("id")));
  ATTEST_TRY(const Record record, ledger->load(listed->id_text()));
  Response response{.body = text_json(*snapshot, request, *listed, *shown, media_type(record.document), unmasked)};
  if (unmasked) {
    ATTEST_CHECK(note_view(service, request, ActKind::unmasked_view, listed->id_text(), {}));
  }
  if (unmasked) response.headers.emplace_back("Cache-Control", "no-store");
  return response;
}

Result<Response> get_original(const Service& service, const Request& request) {
  ATTEST_CHECK(check_parameters(request, {}));
  const auto snapshot = service.snapshot();
  ATTEST_TRY(const Listed* listed, find_report(snapshot->corpus(), request.part("id")));
  ATTEST_TRY(const auto ledger, service.reader());
  ATTEST_TRY(Record record, ledger->load(listed->id_text()));
  ATTEST_CHECK(note_view(service, request, ActKind::original_view, listed->id_text(), {}));
  Response response{.type = std::string(media_type(record.document)), .body = std::move(record.document.original)};
  response.headers.emplace_back("Content-Security-Policy", kSandbox);
  response.headers.emplace_back("X-Content-Type-Options", "nosniff");
  response.headers.emplace_back("Cache-Control", "no-store");
  return response;
}

}  // namespace attest
