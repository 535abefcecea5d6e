#include "serve/openapi.hpp"

namespace attest {

const std::string_view kOpenApiPaths = R"json({
  "/session": {"get": {
    "operationId": "getSession", "tags": ["session"],
    "summary": "Who is asking, and what there is to be asked of",
    "responses": {"200": {"description": "The session", "content": {"application/json": {
      "schema": {"$ref": "#/components/schemas/Session"}}}}}}},

  "/incidents/summary": {"get": {
    "operationId": "getIncidentSummary", "tags": ["incidents"],
    "summary": "What the incidents that match come to: sums, extent, a histogram over time, and counts by value",
    "description": "The counts by value of a filter leave that filter out, so that they say what another choice would give.",
    "parameters": ["incidents"], "problems": [400],
    "responses": {"200": {"description": "The summary", "content": {"application/json": {
      "schema": {"$ref": "#/components/schemas/Summary"}}}}}}},

  "/incidents/{id}/evidence": {"get": {
    "operationId": "getEvidence", "tags": ["incidents"],
    "summary": "All that an incident rests on: claims with their words, reports, roles and corrections",
    "parameters": ["incidentId", "names"], "problems": [400, 403, 404],
    "responses": {"200": {"description": "The evidence", "content": {"application/json": {
      "schema": {"$ref": "#/components/schemas/Evidence"}}}}}}},

  "/tiles/incidents/{z}/{x}/{y}.mvt": {"get": {
    "operationId": "getIncidentTile", "tags": ["incidents"],
    "summary": "A vector tile of incidents, clustered by the server",
    "description": "Mapbox Vector Tile 2.1 with the layer `incidents`; web mercator, extent 4096. A feature is a cluster: n incidents, killed, w (a weight from 0 to 1), lon and lat of the mean, same (all at one point), radius_km. A cluster of one has id, grade, kind, precision and title as well.",
    "parameters": ["z", "x", "y", "incidents"], "problems": [400, 404],
    "responses": {"200": {"description": "The tile; empty where there is nothing", "content": {
      "application/vnd.mapbox-vector-tile": {"schema": {"type": "string", "format": "binary"}}}}}}},

  "/export/incidents.csv": {"get": {
    "operationId": "exportCsv", "tags": ["export"],
    "summary": "All incidents that match, a row an incident",
    "parameters": ["incidents"], "problems": [400],
    "responses": {"200": {"description": "A file", "content": {"text/csv": {"schema": {"type": "string"}}}}}}},

  "/export/incidents.geojson": {"get": {
    "operationId": "exportGeoJson", "tags": ["export"],
    "summary": "All incidents that match, as features",
    "parameters": ["incidents"], "problems": [400],
    "responses": {"200": {"description": "A file", "content": {"application/geo+json": {"schema": {
      "type": "object", "required": ["type", "features"], "properties": {
        "type": {"type": "string", "enum": ["FeatureCollection"]},
        "features": {"type": "array", "items": {"$ref": "#/components/schemas/Incident"}}}}}}}}}},

  "/export/incidents.jsonl": {"get": {
    "operationId": "exportJsonLines", "tags": ["export"],
    "summary": "All incidents that match, an object a line",
    "parameters": ["incidents"], "problems": [400],
    "responses": {"200": {"description": "A file", "content": {"application/jsonl": {"schema": {"type": "string"}}}}}}},

  "/reports/{id}/text": {"get": {
    "operationId": "getReportText", "tags": ["reports"],
    "summary": "A report's text with its blocks and the claims read from it",
    "parameters": ["reportId", "names"], "problems": [400, 403, 404],
    "responses": {"200": {"description": "The text", "content": {"application/json": {
      "schema": {"$ref": "#/components/schemas/ReportText"}}}}}}},

  "/reports/{id}/original": {"get": {
    "operationId": "getReportOriginal", "tags": ["reports"], "role": "review",
    "summary": "The unaltered bytes that were read, sandboxed; each view is an entry in the audit log",
    "parameters": ["reportId"], "problems": [400, 404],
    "responses": {"200": {"description": "The bytes", "content": {"*/*": {"schema": {"type": "string", "format": "binary"}}}}}}},

  "/series": {"get": {
    "operationId": "getSeries", "tags": ["series"],
    "summary": "Totals and stocks, one series per source and subject",
    "parameters": [
      "aggregates-place", "aggregates-kind", "aggregates-source",
      {"name": "q", "in": "query", "description": "Whose source, place or side contains these words", "schema": {"type": "string", "minLength": 1}},
      "limit", "offset"], "problems": [400],
    "responses": {"200": {"description": "The series", "content": {"application/json": {"schema": {
      "type": "object", "required": ["total", "series"], "properties": {
        "total": {"type": "integer"},
        "series": {"type": "array", "items": {"$ref": "#/components/schemas/Series"}}}}}}}}}},

  "/review/acts": {
    "get": {
      "operationId": "getActs", "tags": ["review"], "role": "review",
      "summary": "What reviewers did, in its order",
      "parameters": [
        {"name": "incident", "in": "query", "description": "Concerning this incident", "schema": {"type": "string", "minLength": 1}},
        {"name": "by", "in": "query", "description": "By the reviewer of this name", "schema": {"type": "string", "minLength": 1}},
        {"name": "after", "in": "query", "description": "After the act of this number", "schema": {"type": "integer", "minimum": 0}},
        {"name": "limit", "in": "query", "description": "How many at most", "schema": {"type": "integer", "minimum": 1, "maximum": 10000, "default": 100}}], "problems": [400],
      "responses": {"200": {"description": "The acts", "content": {"application/json": {"schema": {
        "type": "object", "required": ["acts", "next"], "properties": {
          "acts": {"type": "array", "items": {"$ref": "#/components/schemas/Act"}},
          "next": {"type": "integer", "nullable": true, "description": "the value of `after` for what follows"}}}}}}}},
    "post": {
      "operationId": "postAct", "tags": ["review"], "role": "review",
      "summary": "Decide on an incident or its claims",
      "description": "An entry is added to the chain of acts; nothing is ever changed in it. With `expects`, the number of the last act that you saw on the incident, the answer is 409 where there has been another since.",
      "requestBody": {"required": true, "content": {"application/json": {
        "schema": {"$ref": "#/components/schemas/NewAct"},
        "example": {"act": "correct", "claims": ["0123456789abcdef/c3"], "field": "count", "value": {"min": 12, "max": 12}, "reason": "The figure of the headline is the other village's."}}}},
      "problems": [400, 404, 409, 413, 415, 422],
      "responses": {"201": {"$ref": "#/components/responses/ActDone"}}}},

  "/review/acts/{seq}/undo": {"post": {
    "operationId": "undoAct", "tags": ["review"], "role": "review",
    "summary": "Take an act back, by a new entry",
    "parameters": [{"name": "seq", "in": "path", "required": true, "description": "The act's number", "schema": {"type": "integer", "minimum": 1}}],
    "requestBody": {"required": true, "content": {"application/json": {"schema": {
      "type": "object", "required": ["reason"], "properties": {"reason": {"type": "string", "minLength": 1}}}}}},
    "problems": [400, 404, 409, 413, 415, 422],
    "responses": {"201": {"$ref": "#/components/responses/ActDone"}}}}
})json";

}  // namespace attest
