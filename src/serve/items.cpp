#include "serve/items.hpp"

#include <algorithm>
#include <array>

#include "serve/aggregates.hpp"
#include "serve/api.hpp"
#include "serve/claim_items.hpp"
#include "serve/feature_formats.hpp"
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

const Giver& giver_of(const Collection& collection) {
  return *std::ranges::find(kGivers, collection.id, &Giver::collection);
}

Result<Response> answer_as(const Service& service, const Request& request, const Collection& collection,
                           Format format) {
  ATTEST_TRY(const Question question, read_question(collection, request));
  ATTEST_TRY(const Features page, giver_of(collection).page(service, request, question));
  return page_response(request, collection, question, page, format);
}

}  // namespace

Result<Response> get_items(const Service& service, const Request& request) {
  ATTEST_TRY(const Collection* collection, asked_collection(request));
  const auto format = choose_format(request, kFeatureFormats);
  if (!format) return format.error();
  if (*format != Format::html) return answer_as(service, request, *collection, *format);
  Request filled = request;  // a form sends its empty fields, too
  std::erase_if(filled.query, [](const auto& field) { return field.second.empty(); });
  return answer_as(service, filled, *collection, *format);
}

Result<Response> get_item(const Service& service, const Request& request) {
  ATTEST_TRY(const Collection* collection, asked_collection(request));
  ATTEST_CHECK(check_parameters(request, {}));
  const auto format = choose_format(request, kFeatureFormats);
  if (!format) return format.error();
  ATTEST_TRY(const std::string json, giver_of(*collection).one(service, request, request.part("id")));
  return feature_response(request, *collection, json, *format);
}

}  // namespace attest
