#include "serve/openapi.hpp"

namespace attest {

const std::string_view kOpenApiSchemas = R"json({
  "Problem": {"type": "object", "description": "RFC 9457", "required": ["type", "title", "status", "detail"], "properties": {
    "type": {"type": "string"}, "title": {"type": "string"}, "status": {"type": "integer"},
    "detail": {"type": "string", "description": "what is wrong, for people; begins with the parameter, if it is one's fault"}}},

  "Link": {"type": "object", "required": ["href", "rel"], "properties": {
    "href": {"type": "string", "format": "uri"}, "rel": {"type": "string"}, "type": {"type": "string"}, "title": {"type": "string"}}},
  "Links": {"type": "array", "items": {"$ref": "#/components/schemas/Link"}},
  "Landing": {"type": "object", "required": ["title", "description", "links"], "properties": {
    "title": {"type": "string"}, "description": {"type": "string"}, "links": {"$ref": "#/components/schemas/Links"}}},
  "Conformance": {"type": "object", "required": ["conformsTo"], "properties": {
    "conformsTo": {"type": "array", "items": {"type": "string", "format": "uri"}}}},
  "Collection": {"type": "object", "required": ["id", "title", "description", "itemType", "crs", "links"], "properties": {
    "id": {"type": "string"}, "title": {"type": "string"}, "description": {"type": "string"},
    "extent": {"type": "object", "properties": {
      "spatial": {"type": "object", "required": ["bbox", "crs"], "properties": {
        "bbox": {"type": "array", "minItems": 1, "items": {"type": "array", "minItems": 4, "maxItems": 4, "items": {"type": "number"}}},
        "crs": {"type": "string"}}},
      "temporal": {"type": "object", "required": ["interval", "trs"], "properties": {
        "interval": {"type": "array", "minItems": 1, "items": {"type": "array", "minItems": 2, "maxItems": 2, "items": {"type": "string", "format": "date-time", "nullable": true}}},
        "trs": {"type": "string"}}}}},
    "itemType": {"type": "string"}, "crs": {"type": "array", "items": {"type": "string"}}, "links": {"$ref": "#/components/schemas/Links"}}},
  "Collections": {"type": "object", "required": ["links", "collections"], "properties": {
    "links": {"$ref": "#/components/schemas/Links"},
    "collections": {"type": "array", "items": {"$ref": "#/components/schemas/Collection"}}}},
  "JsonSchema": {"type": "object", "description": "A JSON Schema of draft 2020-12", "required": ["$schema", "$id", "type", "properties"], "properties": {
    "$schema": {"type": "string"}, "$id": {"type": "string", "format": "uri"}, "type": {"type": "string", "enum": ["object"]}, "properties": {"type": "object"}}},
  "Point": {"type": "object", "nullable": true, "description": "WGS 84, longitude first; null where no point is known", "required": ["type", "coordinates"], "properties": {
    "type": {"type": "string", "enum": ["Point"]},
    "coordinates": {"type": "array", "minItems": 2, "maxItems": 2, "items": {"type": "number"}}}},

  "Session": {"type": "object", "required": ["role", "name", "masked", "version", "ledger", "counts", "snapshot", "building", "tiles"], "properties": {
    "role": {"type": "string", "enum": ["read", "review", "admin"]},
    "name": {"type": "string", "nullable": true, "description": "of the token; null: anonymous"},
    "masked": {"type": "boolean", "description": "names of private persons are masked"},
    "version": {"type": "string"}, "ledger": {"type": "string"},
    "counts": {"type": "object", "required": ["incidents", "claims", "reports", "series"], "properties": {
      "incidents": {"type": "integer"}, "claims": {"type": "integer"}, "reports": {"type": "integer"}, "series": {"type": "integer"}}},
    "snapshot": {"type": "string", "description": "another one for another state of the ledger"},
    "building": {"type": "boolean", "description": "a newer one is on its way"},
    "tiles": {"type": "string", "nullable": true, "description": "the address of a base map's tiles"}}},

  "Bounds": {"type": "object", "required": ["low", "best", "high"], "properties": {
    "low": {"type": "integer", "nullable": true}, "best": {"type": "integer", "nullable": true}, "high": {"type": "integer", "nullable": true}}},
  "Facet": {"type": "array", "items": {"type": "object", "required": ["value", "count"], "properties": {
    "value": {"type": "string"}, "count": {"type": "integer"}}}},
  "Summary": {"type": "object", "required": ["total", "killed", "injured", "extent", "histogram", "facets"], "properties": {
    "total": {"type": "integer"},
    "killed": {"$ref": "#/components/schemas/Bounds"}, "injured": {"$ref": "#/components/schemas/Bounds"},
    "extent": {"type": "array", "nullable": true, "minItems": 4, "maxItems": 4, "items": {"type": "number"}, "description": "west, south, east, north"},
    "histogram": {"type": "object", "required": ["step", "buckets"], "properties": {
      "step": {"type": "string", "enum": ["day", "week", "month", "year"]},
      "buckets": {"type": "array", "items": {"type": "object", "required": ["from", "incidents", "killed"], "properties": {
        "from": {"type": "string", "format": "date"}, "incidents": {"type": "integer"}, "killed": {"type": "integer"}}}}}},
    "facets": {"type": "object", "additionalProperties": {"$ref": "#/components/schemas/Facet"}}}},

  "Words": {"type": "object", "description": "Words of the report; a half-open range of code points of its text", "required": ["text", "start", "end"], "properties": {
    "text": {"type": "string"}, "start": {"type": "integer"}, "end": {"type": "integer"}}},
  "Side": {"type": "object", "nullable": true, "required": ["text", "name"], "properties": {
    "text": {"$ref": "#/components/schemas/Words"}, "name": {"type": "string"}}},
  "Source": {"type": "object", "nullable": true, "required": ["text", "name", "kind"], "properties": {
    "text": {"$ref": "#/components/schemas/Words"}, "name": {"type": "string"},
    "kind": {"names": "SourceKind"}, "party": {"type": "boolean"}}},
  "CodedClaim": {"type": "object", "description": "docs/output.md gives the meaning of each member", "required": ["id", "kind", "sentence", "trigger", "certainty", "scope"], "properties": {
    "id": {"type": "string"}, "kind": {"names": "ClaimKind"},
    "sentence": {"$ref": "#/components/schemas/Words"}, "trigger": {"$ref": "#/components/schemas/Words"},
    "count": {"type": "object", "nullable": true, "required": ["text", "min", "max", "unit"], "properties": {
      "text": {"$ref": "#/components/schemas/Words"}, "min": {"type": "integer", "nullable": true}, "max": {"type": "integer", "nullable": true}, "unit": {"names": "Unit"}}},
    "victims": {"type": "object", "nullable": true, "required": ["text", "status", "group"], "properties": {
      "text": {"$ref": "#/components/schemas/Words"}, "status": {"names": "VictimStatus"}, "group": {"names": "VictimGroup"}}},
    "actor": {"$ref": "#/components/schemas/Side"}, "opponent": {"$ref": "#/components/schemas/Side"},
    "means": {"names": "Means", "nullable": true}, "object": {"names": "ObjectKind", "nullable": true},
    "place": {"type": "object", "nullable": true, "required": ["text", "name", "country"], "properties": {
      "text": {"$ref": "#/components/schemas/Words"}, "name": {"type": "string", "nullable": true}, "country": {"type": "string", "nullable": true},
      "latitude": {"type": "number", "nullable": true}, "longitude": {"type": "number", "nullable": true}, "precision": {"type": "integer", "nullable": true}}},
    "time": {"type": "object", "nullable": true, "required": ["from", "to"], "properties": {
      "from": {"type": "string", "format": "date", "nullable": true}, "to": {"type": "string", "format": "date", "nullable": true}, "precision": {"type": "integer", "nullable": true}}},
    "source": {"$ref": "#/components/schemas/Source"},
    "via": {"type": "array", "items": {"$ref": "#/components/schemas/Source"}},
    "unverified": {"type": "boolean"}, "certainty": {"names": "Certainty"}, "scope": {"names": "Scope"}}},
  "ReportBrief": {"type": "object", "required": ["id", "name", "title", "outlet", "published", "url"], "properties": {
    "id": {"type": "string"}, "name": {"type": "string"}, "title": {"type": "string", "nullable": true}, "outlet": {"type": "string", "nullable": true},
    "agency": {"type": "string", "nullable": true}, "published": {"type": "string", "format": "date", "nullable": true}, "url": {"type": "string", "nullable": true}}},
  "Correction": {"type": "object", "required": ["field", "before", "after", "by", "at", "reason", "conflict", "seq"], "properties": {
    "field": {"type": "string"}, "before": {"nullable": true}, "after": {"nullable": true}, "by": {"type": "string"}, "at": {"type": "string"},
    "reason": {"type": "string"}, "conflict": {"type": "string", "nullable": true}, "seq": {"type": "integer"}}},
  "EvidenceClaim": {"allOf": [{"$ref": "#/components/schemas/CodedClaim"}, {"type": "object",
    "required": ["key", "report", "role", "reason", "origin", "corrections", "excluded"], "properties": {
      "key": {"type": "string", "description": "<document id>/c3: how review calls it"}, "report": {"$ref": "#/components/schemas/ReportBrief"},
      "role": {"names": "ClaimRole"}, "reason": {"names": "RoleReason"},
      "origin": {"type": "integer", "description": "claims with the same number have one origin"},
      "corrections": {"type": "array", "items": {"$ref": "#/components/schemas/Correction"}}, "excluded": {"type": "boolean", "description": "by a reviewer"}}}]},
  "HistoryStep": {"type": "object", "required": ["published", "figure", "because"], "properties": {
    "published": {"type": "string", "format": "date", "nullable": true}, "figure": {"$ref": "#/components/schemas/Figure"},
    "because": {"type": "object", "nullable": true, "required": ["report", "claim"], "properties": {"report": {"type": "string"}, "claim": {"type": "string"}}}}},
  "Evidence": {"type": "object", "required": ["incident", "claims", "history", "acts", "masked"], "properties": {
    "incident": {"type": "object", "description": "the properties of the feature", "required": ["id", "title"]},
    "claims": {"type": "array", "items": {"$ref": "#/components/schemas/EvidenceClaim"}},
    "history": {"type": "array", "items": {"$ref": "#/components/schemas/HistoryStep"}},
    "acts": {"type": "array", "items": {"$ref": "#/components/schemas/Act"}}, "masked": {"type": "boolean"}}},

  "ReportText": {"type": "object", "required": ["id", "name", "title", "outlet", "published", "url", "language", "metadata", "text", "blocks", "claims", "masked", "names", "original"], "properties": {
    "id": {"type": "string"}, "name": {"type": "string"}, "title": {"type": "string", "nullable": true}, "outlet": {"type": "string", "nullable": true},
    "published": {"type": "string", "format": "date", "nullable": true}, "url": {"type": "string", "nullable": true}, "language": {"type": "string", "nullable": true},
    "metadata": {"type": "array", "description": "facts about the report, and where each was read", "items": {"type": "object", "required": ["field", "value", "from"], "properties": {
      "field": {"type": "string"}, "value": {"type": "string"}, "from": {"type": "string", "nullable": true}}}},
    "text": {"type": "string"},
    "blocks": {"type": "array", "items": {"type": "object", "required": ["kind", "start", "end"], "properties": {
      "kind": {"names": "BlockKind"}, "start": {"type": "integer"}, "end": {"type": "integer"}}}},
    "claims": {"type": "array", "items": {"allOf": [{"$ref": "#/components/schemas/CodedClaim"}, {"type": "object", "required": ["incident"], "properties": {
      "incident": {"type": "string", "nullable": true}}}]}},
    "masked": {"type": "boolean"},
    "names": {"type": "array", "description": "where names are masked", "items": {"type": "object", "required": ["start", "end"], "properties": {
      "start": {"type": "integer"}, "end": {"type": "integer"}}}},
    "original": {"type": "object", "required": ["type", "bytes", "url", "allowed"], "properties": {
      "type": {"type": "string"}, "bytes": {"type": "integer"}, "url": {"type": "string"}, "allowed": {"type": "boolean"}}}}},

  "Series": {"type": "object", "required": ["id", "source", "kind", "unit", "status", "group", "place", "country", "actor", "scope", "points"], "properties": {
    "id": {"type": "string"}, "source": {"type": "string", "nullable": true}, "kind": {"names": "ClaimKind"}, "unit": {"names": "Unit"},
    "status": {"names": "VictimStatus", "nullable": true}, "group": {"names": "VictimGroup", "nullable": true},
    "place": {"type": "string", "nullable": true}, "country": {"type": "string", "nullable": true}, "actor": {"type": "string", "nullable": true}, "scope": {"names": "Scope"},
    "points": {"type": "array", "items": {"type": "object", "required": ["since", "as_of", "published", "min", "max", "alarms", "report", "claim"], "properties": {
      "since": {"type": "string", "format": "date", "nullable": true}, "as_of": {"type": "string", "format": "date", "nullable": true},
      "published": {"type": "string", "format": "date", "nullable": true}, "min": {"type": "integer", "nullable": true}, "max": {"type": "integer", "nullable": true},
      "alarms": {"type": "array", "items": {"names": "Alarm"}}, "report": {"type": "string"}, "claim": {"type": "string"}}}}}},

  "Act": {"type": "object", "description": "docs/review.md gives the meaning of each member", "required": ["seq", "at", "by", "role", "act", "incident", "incidents", "claims", "field", "before", "after", "reason", "undoes", "undone_by", "conflict", "hash", "previous"], "properties": {
    "seq": {"type": "integer"}, "at": {"type": "string", "format": "date-time"}, "by": {"type": "string"}, "role": {"type": "string"}, "act": {"type": "string"},
    "incident": {"type": "string", "nullable": true}, "incidents": {"type": "array", "items": {"type": "string"}}, "claims": {"type": "array", "items": {"type": "string"}},
    "field": {"type": "string", "nullable": true}, "before": {"nullable": true}, "after": {"nullable": true}, "reason": {"type": "string"},
    "undoes": {"type": "integer", "nullable": true}, "undone_by": {"type": "integer", "nullable": true}, "conflict": {"type": "string", "nullable": true},
    "hash": {"type": "string"}, "previous": {"type": "string"}}},
  "NewAct": {"type": "object", "required": ["act"], "properties": {
    "act": {"type": "string", "enum": ["accept", "reject", "correct", "merge", "split", "exclude", "note", "sensitive"]},
    "incident": {"type": "string", "description": "the incident concerned; of merge: none"},
    "incidents": {"type": "array", "items": {"type": "string"}, "description": "of merge: the two"},
    "claims": {"type": "array", "items": {"type": "string"}, "description": "keys; of correct: one"},
    "field": {"type": "string", "enum": ["count", "victims.status", "victims.group", "kind", "actor", "opponent", "means", "object", "place", "time", "certainty", "scope"]},
    "value": {"nullable": true, "description": "count: {min, max}; place: {name, country, latitude, longitude, precision}; time: {from, to}; else a name or null"},
    "reason": {"type": "string"},
    "expects": {"type": "integer", "description": "number of the last act that you saw on the incident"}}},
  "ActDone": {"type": "object", "required": ["act", "incidents"], "properties": {
    "act": {"$ref": "#/components/schemas/Act"},
    "incidents": {"type": "array", "items": {"type": "string"}, "description": "ids of the incidents as they are now"}}}
})json";

}  // namespace attest
