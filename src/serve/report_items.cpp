#include "serve/report_items.hpp"

#include "publish/json_object.hpp"
#include "serve/incident_test.hpp"
#include "serve/order.hpp"
#include "serve/shown.hpp"
#include "serve/wanted.hpp"

namespace attest {

namespace {

SortKey key_of(const Directory& directory, std::uint32_t row, std::string_view property) {
  const Listed& one = directory.documents[row];
  if (property == "id") return sort_key(one.id_text());
  if (property == "title") return sort_key(directory.names.text(one.title));
  if (property == "outlet") return sort_key(directory.names.text(one.outlet));
  if (property == "agency") return sort_key(directory.names.text(one.agency));
  if (property == "language") return sort_key(directory.names.text(one.language));
  if (property == "published") return sort_key(one.published);
  if (property == "claims") return sort_key(std::optional<std::int64_t>(one.claims));
  return {};
}

Result<void> append_report(std::string& out, const Listed& listed, const Ledger& ledger) {
  ATTEST_TRY(const auto shown, show_report(ledger, listed.key, false));
  const Document nothing;
  const Document& document = shown ? shown->document() : nothing;
  const auto text = [](const std::optional<Sourced<std::string>>& value) {
    return value ? std::string_view(value->value) : std::string_view();
  };
  out += R"({"type":"Feature","id":)";
  append_json_string(out, listed.id_text());
  out += R"(,"geometry":null,"properties":)";
  JsonObject json(out);
  json.text("id", listed.id_text());
  json.text("name", document.name);
  json.text("title", text(document.title));
  json.text("outlet", text(document.outlet));
  json.text("agency", text(document.agency));
  json.text("author", text(document.author));
  json.text("url", text(document.url));
  json.day("published", listed.published);
  json.text("language", text(document.language));
  json.value("claims", listed.claims);
  json.close();
  out += '}';
  return {};
}

}  // namespace

Result<const Listed*> find_report(const Corpus& corpus, std::string_view id) {
  constexpr std::size_t kMinDigits = 4;
  const auto found = id.size() < kMinDigits ? std::vector<const Listed*>() : corpus.directory.beginning(id);
  if (found.empty()) return fail(ErrorCode::not_found, "no report of this id", std::string(id));
  if (found.size() > 1)
    return fail(ErrorCode::usage, "several reports' ids begin so: write more of it", std::string(id));
  return found.front();
}

Result<Features> report_features(const Service& service, const Request& request, const Question& question) {
  const auto snapshot = service.snapshot();
  const Directory& directory = snapshot->corpus().directory;
  ATTEST_TRY(const auto ledger, service.reader());
  std::optional<std::vector<bool>> found;
  if (const auto words = question.wanted("q"); !words.empty()) {
    ATTEST_TRY(const auto keys, documents_with(*snapshot, *ledger, request.role, words.front()));
    found.emplace(directory.documents.size());
    for (const DocumentKey key : keys)
      if (const Listed* one = directory.of(key))
        (*found)[static_cast<std::size_t>(one - directory.documents.data())] = true;
  }
  const WantedNames outlets(question, "outlet", WantedNames::By::whole, directory.folded);
  const WantedNames agencies(question, "agency", WantedNames::By::whole, directory.folded);
  const WantedNames languages(question, "language", WantedNames::By::whole, directory.folded);
  std::vector<std::uint32_t> rows;
  for (std::uint32_t i = 0; i < directory.documents.size(); ++i) {
    const Listed& one = directory.documents[i];
    if (found && !(*found)[i]) continue;
    if (!outlets.takes(one.outlet) || !agencies.takes(one.agency) || !languages.takes(one.language)) continue;
    if (question.datetime && !question.datetime->meets(one.published, one.published)) continue;
    rows.push_back(i);
  }
  Features page{.matched = rows.size()};
  for (const std::uint32_t row : page_rows(rows, question, [&](std::uint32_t one, std::string_view property) {
         return key_of(directory, one, property);
       })) {
    if (page.returned++ > 0) page.json += ",\n";
    ATTEST_CHECK(append_report(page.json, directory.documents[row], *ledger));
  }
  return page;
}

Result<std::string> report_feature(const Service& service, const Request& /*request*/, std::string_view id) {
  const auto snapshot = service.snapshot();
  ATTEST_TRY(const Listed* listed, find_report(snapshot->corpus(), id));
  ATTEST_TRY(const auto ledger, service.reader());
  std::string json;
  ATTEST_CHECK(append_report(json, *listed, *ledger));
  return json;
}

}  // namespace attest
