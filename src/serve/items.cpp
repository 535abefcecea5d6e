#include "serve/items.hpp"

#include <fmt/format.h>

#include <array>

#include "serve/aggregates.hpp"
#include "serve/claim_items.hpp"
#include "serve/incident_items.hpp"
#include "serve/report_items.hpp"

namespace attest {

namespace {

struct Giver {
  std::string_view collection;
  Result<Features> (*page)(const Service&, const Request&, const Question&);
  Result<std::string> (*one)(const Service&, const Request&, std::string_view id);
};

constexpr std::array kGivers = {
    Giver{"incidents", incident_features, incident_feature},
    Giver{"claims", claim_features, claim_feature},
    Giver{"reports", report_features, report_feature},
    Giver{"aggregates", aggregate_features, aggregate_feature},
};

Result<const Giver*> giver_of(std::string_view collection) {
  for (const Giver& giver : kGivers)
    if (giver.collection == collection) return &giver;
  return fail(ErrorCode::not_found, "no such collection", std::string(collection));
}

}  // namespace

Result<Response> get_items(const Service& service, const Request& request) {
  ATTEST_TRY(const Giver* giver, giver_of(request.part("collection")));
  ATTEST_TRY(const Question question, read_question(*find_collection(giver->collection), request));
  ATTEST_TRY(const Features page, giver->page(service, request, question));
  Response response{.type = "application/geo+json"};
  response.body = fmt::format(
      "{{\"type\":\"FeatureCollection\",\"numberMatched\":{},\"numberReturned\":{},\"links\":[],\"features\":[\n{}\n]}}\n",
      page.matched, page.returned, page.json);
  return response;
}

Result<Response> get_item(const Service& service, const Request& request) {
  ATTEST_TRY(const Giver* giver, giver_of(request.part("collection")));
  ATTEST_TRY(std::string json, giver->one(service, request, request.part("id")));
  return Response{.type = "application/geo+json", .body = std::move(json)};
}

}  // namespace attest
