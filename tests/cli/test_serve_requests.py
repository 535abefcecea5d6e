"""Requests made from the API's own definition, sensible and not, the same in every run: no answer is a server error, each
has a status, a type and a shape that the definition announces. scripts/api-fuzz does more of it with another's program."""
import functools
import json
import random
import re
import unittest
import urllib.parse

import jsonschema
from serving import DemoTest

JUNK = ("", "0", "-1", "1e999", "NaN", "null", "true", "\u0000x", "..", "../../etc/passwd", "%", "%%32", "'", '"', "';--",
        "<script>", "\\", "a" * 3000, "9" * 400, "-" * 50, "🙂", "\u202e", "e\u0301", ",", ",,", "a,b", "[]", "{}", "*", "NOT", "\"unclosed",
        "2017-02-30", "2017-03-09/2017-03-01", "2017-03-09T12:00:00Z/..", "1,2,3,4,5", "170,-10,-170,10", "1,2,3,inf", "killed,attack")
REQUESTS = 700


def as_json_schema(node):
    """OpenAPI 3.0's `nullable` in the words of JSON Schema."""
    if isinstance(node, list):
        return [as_json_schema(one) for one in node]
    if not isinstance(node, dict):
        return node
    schema = {name: as_json_schema(value) for name, value in node.items() if name != "nullable"}
    if node.get("nullable") is True and "type" in schema:
        schema["type"] = [schema["type"], "null"]
    return schema


class Requests(DemoTest):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        asked = cls("test_many")
        cls.definition = asked.get("/api/openapi.json")
        cls.known = {name: [one["id"] for one in asked.get(f"/api/collections/{name}/items", limit=50)["features"]]
                     for name in ("incidents", "claims", "reports", "aggregates")}

    def resolved(self, node):
        while "$ref" in node:
            place = self.definition
            for step in node["$ref"].split("/")[1:]:
                place = place[step]
            node = place
        return node

    @functools.cache
    def schema(self, path, status):
        answer = self.resolved(self.definition["paths"][path]["get"]["responses"][status])
        found = [content["schema"] for type, content in answer["content"].items() if "json" in type]
        if not found:
            return None
        return jsonschema.Draft202012Validator({**as_json_schema(found[0]), "components": as_json_schema(self.definition["components"])})

    def value(self, chance, schema):
        if chance.random() < 0.25:
            return chance.choice(JUNK)
        if schema.get("type") == "array":
            return ",".join(self.value(chance, schema["items"]) for _ in range(chance.choice((1, 1, 2, 4, 6))))
        if "enum" in schema:
            return str(chance.choice(schema["enum"]))
        if schema.get("type") in ("integer", "number"):
            return str(chance.choice((0, 1, 2, 7, 50, 10_000, 10**9, -3, 12.5)))
        if schema.get("type") == "boolean":
            return chance.choice(("true", "false"))
        return chance.choice(("a", "kivu", "un", "2023-01-01", "2023-01-01/..", "market hospital", "Médecins"))

    def path(self, chance, template, parameters):
        def part(match):
            name = match[1]
            kind = "reports" if template.startswith("/reports") else "incidents" if template.startswith("/incidents") else template.split("/")[2]
            if chance.random() < 0.2:
                value = chance.choice(JUNK)
            elif name == "id":
                value = chance.choice(self.known[kind])
            else:
                value = self.value(chance, parameters[name]["schema"])
            return urllib.parse.quote(value, safe="")
        return re.sub(r"\{(\w+)\}", part, template)

    def test_many(self):
        chance = random.Random(8)
        paths = [path for path, methods in self.definition["paths"].items() if "get" in methods]
        statuses = {}
        for number in range(REQUESTS):
            template = paths[number % len(paths)]
            operation = self.definition["paths"][template]["get"]
            parameters = {one["name"]: one for one in map(self.resolved, operation["parameters"])}
            query = [name for name, one in parameters.items() if one["in"] == "query"]
            chosen = {name: self.value(chance, parameters[name]["schema"])
                      for name in chance.sample(query, min(len(query), chance.choice((0, 1, 1, 2, 3))))}
            if chance.random() < 0.05:
                chosen[chance.choice(("x", "filter", "crs", ""))] = "1"
            address = f"/api{self.path(chance, template, parameters)}?{urllib.parse.urlencode(chosen)}"
            headers = {"Accept": chance.choice(("*/*", "application/json", "text/html", "text/csv;q=0.5,*/*;q=0.1"))}
            with self.subTest(address, **headers):
                status, answered, body = self.ask(address, headers=headers)
                statuses[status] = statuses.get(status, 0) + 1
                self.assertLess(status, 500, body)
                # An address with a broken part is no address of this endpoint any more.
                if status not in (400, 404):
                    self.assertIn(str(status), operation["responses"], body)
                if status == 200 and "json" in answered["Content-Type"] and "jsonl" not in answered["Content-Type"]:
                    validator = self.schema(template, "200")
                    if validator:
                        for error in validator.iter_errors(json.loads(body)):
                            self.fail(f"{error.json_path}: {error.message[:300]}")
                elif status >= 400:
                    self.assertEqual(answered["Content-Type"], "application/problem+json")
                    self.assertEqual(json.loads(body)["status"], status)
        self.assertGreater(statuses[200], REQUESTS // 5)
        self.assertGreater(statuses[400], REQUESTS // 10)


if __name__ == "__main__":
    unittest.main()
