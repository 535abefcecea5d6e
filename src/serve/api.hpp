// The addresses by which the API describes itself, each as JSON and as a page for people.
#pragma once

#include "serve/collections.hpp"
#include "serve/http.hpp"
#include "serve/service.hpp"

namespace attest {

[[nodiscard]] Result<Response> get_landing(const Service& service, const Request& request);
[[nodiscard]] Result<Response> get_conformance(const Service& service, const Request& request);
[[nodiscard]] Result<Response> get_openapi(const Service& service, const Request& request);
[[nodiscard]] Result<Response> get_docs(const Service& service, const Request& request);
[[nodiscard]] Result<Response> get_style(const Service& service, const Request& request);
[[nodiscard]] Result<Response> get_collections(const Service& service, const Request& request);
[[nodiscard]] Result<Response> get_collection(const Service& service, const Request& request);
[[nodiscard]] Result<Response> get_queryables(const Service& service, const Request& request);
[[nodiscard]] Result<Response> get_schema(const Service& service, const Request& request);

/// The collection that the path names. @errors not_found, listing those that there are
[[nodiscard]] Result<const Collection*> asked_collection(const Request& request);

}  // namespace attest
