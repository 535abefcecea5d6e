"""The server as others' programs see it: GDAL's client of OGC API - Features, links, formats, refusals."""
import csv
import io
import json
import re
import sqlite3
import subprocess
import unittest

from serving import DemoTest
from support import GOOD, ROOT, CliTest

COLLECTIONS = ("incidents", "claims", "reports", "aggregates")


class Gdal(DemoTest):
    """GDAL's OAPIF driver is what ogr2ogr and QGIS read such a server with."""

    def gdal(self, *command):
        env = self.environment(HOME=str(self.folder), GDAL_HTTP_TIMEOUT="60", NO_PROXY="127.0.0.1", OGR_GEOJSON_MAX_OBJ_SIZE="0")
        done = subprocess.run(command, cwd=self.folder, env=env, capture_output=True, text=True, timeout=120, check=False)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertNotIn("ERROR", done.stderr)
        return done.stdout

    def fetched(self, layer, *options):
        """All features of a layer as GDAL gets them, page by page."""
        self.gdal("ogr2ogr", "-f", "GeoJSON", f"{layer}.json", f"OAPIF:{self.url}/api", layer, "-oo", "PAGE_SIZE=7",
                  "-lco", "RFC7946=NO", "-lco", "COORDINATE_PRECISION=15", *options)
        features = json.loads((self.folder / f"{layer}.json").read_text(encoding="utf-8"))["features"]
        (self.folder / f"{layer}.json").unlink()
        return features

    def incidents(self, *options):
        out = self.run_ok("incidents", "--ledger", self.ledger(), "--format", "jsonl", *options)
        return {line["id"]: line for line in map(json.loads, out.splitlines())}

    def test_layers(self):
        listed = self.gdal("ogrinfo", "-ro", f"OAPIF:{self.url}/api")
        self.assertEqual(re.findall(r"^\d+: (\w+)", listed, re.M), list(COLLECTIONS))

    def test_all_incidents_are_those_of_the_command(self):
        expected = self.incidents()
        fetched = self.fetched("incidents")
        self.assertEqual(sorted(one["properties"]["id"] for one in fetched), sorted(expected))
        for feature in fetched:
            got, want = feature["properties"], expected[feature["properties"]["id"]]
            for name in ("place", "country", "from", "to", "reports", "origins", "grade", "responsibility", "means", "kinds"):
                value = got.get(name)
                self.assertEqual(value.replace("/", "-") if name in ("from", "to") and value else value, want[name], name)
            point = None if want["latitude"] is None else [want["longitude"], want["latitude"]]
            self.assertEqual(feature["geometry"] and feature["geometry"]["coordinates"], point)

    def test_all_claims_reports_and_figures(self):
        claims = self.claims_of_the_command()
        self.assertEqual(len(self.fetched("claims")), claims)
        reports = self.fetched("reports")
        self.assertEqual(len(reports), 14)
        self.assertEqual(sum(one["properties"]["claims"] for one in reports), claims)
        series = list(csv.DictReader(io.StringIO(self.run_ok("series", "--ledger", self.ledger(), "--format", "csv"))))
        figures = self.fetched("aggregates")
        self.assertEqual(sorted((row["kind"], row["min"]) for row in series),
                         sorted((one["properties"]["kind"], str(one["properties"]["min"] or "")) for one in figures))

    def claims_of_the_command(self):
        out = self.run_ok("claims", ROOT / "examples/reports", "--metadata", ROOT / "examples/metadata.tsv")
        return len(out.splitlines())

    def test_a_box(self):
        box = (20.0, 0.0, 50.0, 20.0)
        inside = {id for id, one in self.incidents().items() if one["latitude"] is not None and
                  box[0] <= one["longitude"] <= box[2] and box[1] <= one["latitude"] <= box[3]}
        self.assertTrue(inside)
        fetched = self.fetched("incidents", "-spat", *map(str, box))
        self.assertEqual({one["properties"]["id"] for one in fetched}, inside)

    def test_a_property(self):
        expected = {id for id, one in self.incidents().items() if one["grade"] == "weak"}
        fetched = self.fetched("incidents", "-where", "grade = 'weak'")
        self.assertEqual({one["properties"]["id"] for one in fetched}, expected)


class Standard(DemoTest):
    def items(self, collection, **query):
        return self.get(f"/api/collections/{collection}/items", **query)

    def test_everything_is_reached_by_links_from_the_landing_page(self):
        seen, todo = set(), [f"{self.url}/api"]
        while todo:
            address = todo.pop()
            if address in seen or len(seen) > 400:
                continue
            seen.add(address)
            status, headers, body = self.ask(address)
            self.assertEqual(status, 200, address)
            if "json" in headers["Content-Type"]:
                document = json.loads(body)
                links = document.get("links", []) + [
                    link for one in document.get("collections", document.get("features", [])) for link in one.get("links", [])]
                for link in links:
                    self.assertTrue(link["href"].startswith(self.url), link)
                    if link["rel"] not in ("related", "next"):
                        todo.append(link["href"])
        for collection in COLLECTIONS:
            self.assertIn(f"{self.url}/api/collections/{collection}/items?f=html", seen)
            self.assertIn(f"{self.url}/api/collections/{collection}/schema", seen)

    def test_next_links_lead_through_all(self):
        for collection in COLLECTIONS:
            address, ids = f"{self.url}/api/collections/{collection}/items?limit=9", []
            while address:
                page = self.get(address)
                self.assertEqual(page["numberReturned"], len(page["features"]))
                ids += [one["id"] for one in page["features"]]
                address = next((link["href"] for link in page["links"] if link["rel"] == "next"), None)
            self.assertEqual(len(ids), page["numberMatched"])
            self.assertEqual(len(set(ids)), len(ids))

    def test_features_keep_to_their_schema(self):
        import jsonschema
        for collection in COLLECTIONS:
            schema = self.get(f"/api/collections/{collection}/schema")
            schema["properties"].pop("geometry", None)
            schema["additionalProperties"] = False
            jsonschema.Draft202012Validator.check_schema(schema)
            check = jsonschema.Draft202012Validator(schema)
            features = self.items(collection, limit=10000)["features"]
            self.assertTrue(features)
            for feature in features:
                for error in check.iter_errors(feature["properties"]):
                    self.fail(f"{collection} {feature['id']}: {error.json_path}: {error.message}")
                self.assertEqual(feature["type"], "Feature")

    def test_one_feature_is_that_of_the_page(self):
        for collection in COLLECTIONS:
            feature = self.items(collection, limit=1)["features"][0]
            one = self.get(f"/api/collections/{collection}/items/{feature['id']}")
            self.assertEqual({link["rel"] for link in one.pop("links")}, {"self", "alternate", "collection"})
            self.assertEqual(one, feature)

    def test_csv_has_a_row_a_feature(self):
        for collection in COLLECTIONS:
            features = self.items(collection, limit=50)["features"]
            status, headers, body = self.ask(f"/api/collections/{collection}/items", f="csv", limit=50)
            self.assertEqual((status, headers["Content-Type"]), (200, "text/csv; charset=utf-8; header=present"))
            rows = list(csv.DictReader(io.StringIO(body.decode(), newline="")))
            self.assertEqual([row["id"] for row in rows], [one["id"] for one in features])
            for row, feature in zip(rows, features):
                for name, value in feature["properties"].items():
                    if isinstance(value, (str, int)) and not isinstance(value, bool):
                        self.assertEqual(row[name].lstrip("'"), str(value).lstrip("'"), name)

    def test_formats_by_parameter_and_header(self):
        path = "/api/collections/incidents/items"
        for headers, query, expected in (({}, {}, "application/geo+json"), ({"Accept": "text/html"}, {}, "text/html"),
                                         ({"Accept": "text/csv;q=0.5, text/html;q=0.4"}, {}, "text/csv"),
                                         ({"Accept": "text/html"}, {"f": "json"}, "application/geo+json")):
            _, answered, _ = self.ask(path, headers=headers, **query)
            self.assertTrue(answered["Content-Type"].startswith(expected), (headers, query))
        self.assertIn("Accept", self.refused(path, 406, headers={"Accept": "image/png"}))
        self.assertEqual(self.refused(path, 400, f="xml"), "f: takes json, html, csv")

    def test_pages_for_people(self):
        paths = ["/api", "/api/conformance", "/api/docs", "/api/collections"]
        for collection in COLLECTIONS:
            base = f"/api/collections/{collection}"
            feature = self.items(collection, limit=1)["features"][0]["id"]
            paths += [base, f"{base}/queryables", f"{base}/schema", f"{base}/items", f"{base}/items/{feature}"]
        for path in paths:
            status, headers, body = self.ask(path, headers={"Accept": "text/html"})
            page = body.decode()
            self.assertEqual((status, headers["Content-Type"]), (200, "text/html; charset=utf-8"), path)
            self.assertEqual(page.count("<h1>"), 1, path)
            self.assertIn('<html lang="en">', page)
            self.assertNotIn("<script", page)
        # A form sends its empty fields, too.
        status, _, body = self.ask("/api/collections/incidents/items?f=html&kind=killed&grade=&q=&bbox=&limit=&sortby=-killed")
        self.assertEqual(status, 200)
        self.assertIn("<option selected>killed</option>", body.decode())

    def test_a_page_escapes_what_is_asked(self):
        _, _, body = self.ask("/api/collections/incidents/items", f="html", place='"><script>alert(1)</script>')
        self.assertNotIn("<script", body.decode())

    def test_boxes_and_days(self):
        everything = self.items("incidents", limit=10000)["features"]
        placed = [one for one in everything if one["geometry"]]
        self.assertEqual(self.items("incidents", bbox="-180,-90,180,90")["numberMatched"], len(placed))
        # Burma lies between 90 and 180 east: a box from there across the antimeridian holds it, its complement does not.
        east = {one["id"] for one in placed if one["geometry"]["coordinates"][0] >= 90}
        for box in ("90,-90,-170,90", "90,-90,0,-170,90,1000", "90,-90,190,90"):
            self.assertEqual({one["id"] for one in self.items("incidents", bbox=box, limit=10000)["features"]}, east, box)
        self.assertTrue(east)
        days = self.items("incidents", datetime="2023-01-01/2023-12-31", limit=10000)["features"]
        expected = {one["id"] for one in everything
                    if one["properties"]["from"] and one["properties"]["from"] <= "2023-12-31" and one["properties"]["to"] >= "2023-01-01"}
        self.assertEqual({one["id"] for one in days}, expected)


class BadQuestions(DemoTest):
    def test_are_refused_with_their_reason(self):
        items = "/api/collections/incidents/items"
        for query, said in (
                ({"bbox": "1,2,3,4,5"}, "bbox: takes four numbers (west, south, east, north), or six with heights, and got 5"),
                ({"bbox": "1,2,3,north"}, "bbox: not a number: 'north'"),
                ({"bbox": "1,40,3,20"}, "bbox: south lies above north: the order is west, south, east, north"),
                ({"datetime": "2020-05-02/2020-05-01"}, "datetime: ends on 2020-05-01, before it begins on 2020-05-02"),
                ({"datetime": "May"}, "datetime: neither a day like 2017-03-09 nor a time like 2017-03-09T12:00:00Z: 'May'"),
                ({"limit": "0"}, "limit: is at least 1"), ({"limit": "-5"}, "limit: not a whole number: '-5'"),
                ({"offset": "x"}, "offset: not a whole number: 'x'"),
                ({"sortby": "figures"}, "sortby: incidents cannot be sorted by 'figures'"),
                ({"grade": "fair' OR '1'='1"}, "grade: no such value: 'fair' OR '1'='1'; it takes confirmed, fair, weak, contested, discounted"),
                ({"colour": "red"}, "no such parameter: 'colour'"),
                ({"place": ""}, "place: is empty")):
            self.assertEqual(self.refused(items, 400, **query), said)
        self.assertEqual(self.refused(items + "?limit=1&limit=2", 400), "limit: is given twice")

    def test_what_is_not_there(self):
        self.assertEqual(self.refused("/api/collections/people", 404),
                         "people: no such collection; there are incidents, claims, reports, aggregates")
        for path in ("/api/collections/people/items", "/api/collections/people/queryables", "/api/collections/incidents/items/zzzzzzzz",
                     "/api/collections/claims/items/0000000000000000-c1", "/api/collections/claims/items/x",
                     "/api/collections/reports/items/" + "0" * 64, "/api/collections/aggregates/items/nothing",
                     "/api/incidents/zzzzzzzz/evidence", "/api/reports/zz/text", "/api/nothing"):
            self.refused(path, 404)
        self.refused("/api/collections", 405, method="POST", body=b"{}")

    def test_words_are_words(self):
        for words in ("'; DROP TABLE claims; --", "\" OR 1=1", "%", "_", "*", "a\\b", "\u202e", "🙂"):
            for collection, filter in (("incidents", "place"), ("claims", "place"), ("aggregates", "source")):
                self.get(f"/api/collections/{collection}/items", **{filter: words})
            for collection in ("incidents", "claims", "reports"):
                status, _, body = self.ask(f"/api/collections/{collection}/items", q=words)
                self.assertIn(status, (200, 400), (words, body))
        self.assertEqual(self.get("/api/collections/reports/items")["numberMatched"], 14)

    def test_a_limit_beyond_the_maximum_counts_as_the_maximum(self):
        page = self.get("/api/collections/claims/items", limit=10**9)
        self.assertEqual(page["numberReturned"], page["numberMatched"])
        self.assertEqual(self.get("/api/collections/claims/items", offset=10**30)["features"], [])


class OtherLedgers(CliTest):
    """What is not a ledger, or not one of this version, is refused before anything is answered."""

    def refused(self, name):
        done = self.attest("serve", "--ledger", name, "--listen", "127.0.0.1:0")
        self.assertEqual((done.returncode, done.stdout), (3, ""))
        return done.stderr

    def test_are_refused(self):
        self.write("report.txt", GOOD)
        self.run_ok("read", "report.txt", "--into", "old.db", "--quiet")
        with sqlite3.connect(self.folder / "old.db") as ledger:
            ledger.execute("PRAGMA user_version = 2")
        ledger.close()
        self.assertIn("a ledger of version 2; the next attest read into it brings it up to", self.refused("old.db"))
        with sqlite3.connect(self.folder / "old.db") as ledger:
            ledger.execute("PRAGMA user_version = 1000")
        ledger.close()
        self.assertIn("newer", self.refused("old.db"))
        self.write("none.db", b"SQLite format 3\0" + b"x" * 2000)
        self.refused("none.db")
        self.refused("missing.db")


class Definition(DemoTest):
    """openapi.json says what routes.cpp answers, and nothing else."""

    def setUp(self):
        super().setUp()
        self.definition = self.get("/api/openapi.json")

    def test_every_route_is_defined_and_every_definition_is_a_route(self):
        source = (ROOT / "src/serve/routes.cpp").read_text(encoding="utf-8")
        routes = set()
        for method, pattern, role in re.findall(r'Route\{"(\w+)",\s*"/api([^"]*)",\s*Role::(\w+)', source):
            if pattern == "":  # the same as "/"
                continue
            for collection in COLLECTIONS if "{collection}" in pattern else ("",):
                routes.add((method, pattern.replace("{collection}", collection), role))
        defined = set()
        for path, methods in self.definition["paths"].items():
            for method, operation in methods.items():
                role = "read" if {} in operation["security"] else "review"
                defined.add((method.upper(), path, role))
        if "/api/review/" not in source:
            defined = {one for one in defined if not one[1].startswith("/review/")}
        self.assertEqual(sorted(defined), sorted(routes))

    def test_every_example_of_a_parameter_is_taken(self):
        for path, methods in self.definition["paths"].items():
            if "get" not in methods or "{" in path:
                continue
            for parameter in methods["get"]["parameters"]:
                if "$ref" in parameter:
                    parameter = self.definition["components"]["parameters"][parameter["$ref"].rsplit("/", 1)[1]]
                schema = parameter["schema"]
                for value in schema.get("items", schema).get("enum", []):
                    if parameter["name"] != "sortby" or not value.startswith("-"):
                        status, _, body = self.ask(f"/api{path.rstrip('/')}", **{parameter["name"]: value})
                        self.assertEqual(status, 200, (path, parameter["name"], value, body[:200]))


class Documentation(DemoTest):
    def test_the_examples_of_the_documentation(self):
        text = (ROOT / "docs/api.md").read_text(encoding="utf-8")
        examples = re.findall(r'^    \$ curl -s "\$api(.*?)"(?: \| jq (\S+))?\n((?:    .+\n)+)', text, re.M)
        self.assertGreater(len(examples), 3)
        for address, path, shown in examples:
            shown = re.sub("^    ", "", shown, flags=re.M)
            body = self.ask(f"/api{address}")[2].decode()
            if path:
                value = json.loads(body)
                for step in re.findall(r"\w+", path):
                    value = value[int(step) if step.isdigit() else step]
                self.assertEqual(json.loads(shown), value, address)
            else:
                self.assertEqual(shown.split("\n"), body.replace("\r", "").split("\n"), address)


if __name__ == "__main__":
    unittest.main()
