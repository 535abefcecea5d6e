"""What the server answers of a ledger: the data, through HTTP."""
import json
import pathlib
import subprocess
import time
import unittest
import urllib.parse

from serving import ServeTest
from support import EXAMPLES, PROGRAM, numbered


class ServeDataTest(ServeTest):
    def problem(self, path, **query):
        """The detail of a problem."""
        status, headers, body = self.ask(path, **query)
        self.assertTrue(headers["Content-Type"].startswith("application/problem+json"), (path, query, body))
        return status, json.loads(body)["detail"]

    def items(self, collection, **query):
        return self.get(f"/api/collections/{collection}/items", **query)

    def war(self, incidents=60, seed=1):
        done = self.attest("simulate", "--incidents", incidents, "--seed", seed, "--into", "war.db")
        self.assertEqual(done.returncode, 0, done.stderr)
        return "war.db"

    def test_every_collection_has_each_feature_once_on_its_pages(self):
        self.serve(self.war())
        for collection in ("incidents", "claims", "reports", "aggregates"):
            with self.subTest(collection):
                total = self.items(collection, limit=1)["numberMatched"]
                self.assertGreater(total, 2)
                ids = []
                while len(ids) < total:
                    page = self.items(collection, limit=37, offset=len(ids))
                    self.assertEqual(page["numberReturned"], len(page["features"]))
                    self.assertEqual(page["numberMatched"], total)
                    ids += [feature["id"] for feature in page["features"]]
                self.assertEqual(len(set(ids)), total)
                self.assertEqual(self.items(collection, limit=5, offset=total)["features"], [])
                one = self.get(f"/api/collections/{collection}/items/{urllib.parse.quote(ids[0])}")
                self.assertEqual(one.pop("links")[0]["rel"], "self")
                self.assertEqual(one, self.items(collection, limit=1)["features"][0])

    def test_incidents_are_those_of_the_command(self):
        self.serve(self.war())
        lines = [json.loads(line) for line in self.run_ok("incidents", "--ledger", "war.db").splitlines()]
        features = self.items("incidents", limit=10000)["features"]
        self.assertEqual([line["id"] for line in lines], [feature["id"] for feature in features])
        for line, feature in zip(lines, features):
            self.assertEqual(line, {name: feature["properties"][name] for name in line})
            self.assertEqual(feature["properties"]["review"],
                             {"state": "open", "sensitive": False, "edited": False, "conflicts": 0})

    def test_claims_quote_their_reports(self):
        self.serve(self.war())
        texts = {}
        for feature in self.items("claims", limit=200)["features"]:
            claim = feature["properties"]
            if claim["report"] not in texts:
                texts[claim["report"]] = self.get(f"/api/reports/{claim['report']}/text")
            text = texts[claim["report"]]
            self.assertIn(claim["quote"], text["text"])
            number = feature["id"].split("-")[1]
            told = next(one for one in text["claims"] if one["id"] == number)
            self.assertEqual(told["kind"], claim["kind"])
            self.assertEqual(told["incident"], claim["incident"])
            fields = [told[field]["text"] for field in ("count", "victims", "actor", "place", "source") if told[field]]
            for words in [told["sentence"], told["trigger"], *fields]:
                self.assertEqual(text["text"][words["start"]:words["end"]], words["text"])

    def test_filters_and_orders(self):
        self.serve(self.war())
        everything = self.items("incidents", limit=10000)["features"]

        def ids(features):
            return [feature["id"] for feature in features]

        killed = self.items("incidents", limit=10000, kind="killed", min_killed=5, sortby="-killed")["features"]
        best = [feature["properties"]["killed"] for feature in killed]
        self.assertEqual(best, sorted(best, reverse=True))
        self.assertEqual(sorted(ids(killed)), sorted(
            one["id"] for one in everything
            if "killed" in one["properties"]["kinds"] and (one["properties"]["killed"] or 0) >= 5))
        place = next(one["properties"]["place"] for one in everything if one["properties"]["place"])
        for feature in self.items("incidents", place=place.upper())["features"]:
            self.assertIn(place, feature["properties"]["place"])
        report = self.items("reports", limit=1)["features"][0]
        told = self.items("claims", report=report["id"], limit=100)
        self.assertEqual(told["numberMatched"], report["properties"]["claims"])
        claims = self.items("claims", kind="injured", status="civilian", limit=1000)["features"]
        self.assertTrue(claims)
        for one in claims:
            self.assertEqual((one["properties"]["kind"], one["properties"]["status"]), ("injured", "civilian"))

    def test_summary_tiles_and_export_tell_of_the_same_incidents(self):
        self.serve(self.war())
        filters = {"min_origins": 2, "kind": "killed"}
        total = self.items("incidents", limit=1, **filters)["numberMatched"]
        self.assertGreater(total, 3)
        summary = self.get("/api/incidents/summary", **filters)
        self.assertEqual(summary["total"], total)
        self.assertLessEqual(summary["killed"]["low"], summary["killed"]["best"])
        lines = self.ask("/api/export/incidents.jsonl", **filters)[2].decode().splitlines()
        self.assertEqual(len(lines), total)
        status, headers, csv = self.ask("/api/export/incidents.csv", **filters)
        self.assertEqual(csv.count(b"\r\n"), total + 1)
        self.assertIn("attachment", headers["Content-Disposition"])
        geojson = json.loads(self.ask("/api/export/incidents.geojson", **filters)[2])
        self.assertEqual([json.loads(line)["id"] for line in lines], [one["id"] for one in geojson["features"]])
        status, headers, tile = self.ask("/api/tiles/incidents/0/0/0.mvt", **filters)
        self.assertEqual((status, headers["Content-Type"]), (200, "application/vnd.mapbox-vector-tile"))
        self.assertIn(b"incidents", tile)
        self.assertEqual(self.ask("/api/tiles/incidents/3/0/0.mvt")[2], b"")
        for address in ("23/0/0", "1/2/0", "0/0/1", "a/0/0", "-1/0/0", "1/0/99999999999999999999"):
            self.assertEqual(self.ask(f"/api/tiles/incidents/{address}.mvt")[0], 404, address)

    def test_evidence_shows_each_claim_with_its_words_and_how_figures_grew(self):
        self.serve(self.war())
        most = self.items("incidents", limit=1, sortby="-reports")["features"][0]
        evidence = self.get(f"/api/incidents/{most['id']}/evidence")
        self.assertEqual(evidence["incident"]["id"], most["id"])
        self.assertEqual(evidence["incident"]["geometry"], most["geometry"])
        self.assertEqual(len(evidence["claims"]), len(most["properties"]["claims"]))
        self.assertEqual(max(claim["origin"] for claim in evidence["claims"] if claim["role"] != "excluded"),
                         most["properties"]["origins"])
        for claim in evidence["claims"]:
            self.assertEqual(claim["key"], f"{claim['report']['id']}/{claim['id']}")
            self.assertIn(claim["trigger"]["text"].lower(), claim["sentence"]["text"].lower())
        last = {step["figure"]["harm"]: step["figure"] for step in evidence["history"]
                if step["figure"]["status"] is None and step["figure"]["group"] is None}
        self.assertEqual(last["killed"]["best"], most["properties"]["killed"])
        self.assertEqual(evidence["masked"], True)

    def test_series(self):
        self.serve(self.war(200))
        series = self.get("/api/series", kind="killed")
        self.assertGreater(series["total"], 0)
        self.assertEqual(sum(len(one["points"]) for one in series["series"]),
                         self.items("aggregates", kind="killed", limit=10000)["numberReturned"])
        self.assertEqual(self.get("/api/series", q="observatory")["total"], series["total"])
        self.assertEqual(self.get("/api/series", q="nobody")["total"], 0)

    def test_what_is_wrong_with_a_question_is_said(self):
        self.serve(self.war())
        for path in ("/api/collections/incidents/items", "/api/incidents/summary", "/api/tiles/incidents/0/0/0.mvt",
                     "/api/export/incidents.csv"):
            for query, word in (({"bbox": "1,2,3,4,5"}, "bbox"), ({"datetime": "2020-01-02/2020-01-01"}, "datetime"),
                                ({"kind": "murdered"}, "kind"), ({"kin": "killed"}, "kin"), ({"q": "(market"}, "q"),
                                ({"grade": "' OR 1=1 --"}, "grade")):
                with self.subTest(path=path, query=query):
                    status, detail = self.problem(path, **query)
                    self.assertEqual(status, 400)
                    self.assertIn(word, detail)
        self.assertEqual(self.items("incidents", limit=10**9)["numberReturned"],
                         self.items("incidents", limit=1)["numberMatched"])
        self.assertEqual(self.items("incidents", place="'; DROP TABLE claims; --")["numberMatched"], 0)
        for path in ("/api/collections/incidents/items/nosuchid", "/api/collections/claims/items/0123456789abcdef-c1",
                     "/api/collections/claims/items/x", "/api/collections/reports/items/ffff",
                     "/api/collections/towns/items", "/api/incidents/nosuchid/evidence", "/api/reports/ffff/text"):
            self.assertEqual(self.problem(path)[0], 404, path)
        self.assertEqual(self.problem("/api/incidents/x/evidence", names="perhaps")[0], 400)

    def test_names_and_saved_pages_are_for_reviewers(self):
        self.serve(self.war())
        report = self.items("reports", limit=1)["features"][0]["id"]
        incident = self.items("incidents", limit=1)["features"][0]["id"]
        self.assertIn(self.ask(f"/api/reports/{report}/text", names="true")[0], (401, 403))
        self.assertIn(self.ask(f"/api/incidents/{incident}/evidence", names="true")[0], (401, 403))
        self.assertIn(self.ask(f"/api/reports/{report}/original")[0], (401, 403))

    def test_goes_on_while_the_ledger_is_written_and_shows_what_came(self):
        self.write("first.jsonl", numbered(2) + "\n")
        self.run_ok("read", "first.jsonl", "--into", "ledger.db", "--no-trees", "--quiet")
        self.serve("ledger.db")
        before = self.get("/api/session")
        self.assertEqual(before["counts"]["reports"], 1)
        self.write("more.jsonl", "".join(numbered(number) + "\n" for number in range(3, 43)))
        reading = subprocess.Popen([PROGRAM, "read", "more.jsonl", "--into", "ledger.db", "--no-trees", "--quiet"],
                                   cwd=self.folder, env=self.environment(), stdout=subprocess.DEVNULL)
        asked = 0
        while reading.poll() is None or asked < 5:
            self.assertEqual(self.ask("/api/collections/claims/items", limit=100)[0], 200)
            asked += 1
        self.assertEqual(reading.returncode, 0)
        until = time.monotonic() + 60
        while self.get("/api/session")["counts"]["reports"] < 41 and time.monotonic() < until:
            time.sleep(0.1)
        after = self.get("/api/session")
        self.assertEqual(after["counts"]["reports"], 41)
        self.assertNotEqual(after["snapshot"], before["snapshot"])
        self.assertEqual(self.items("reports", limit=1)["numberMatched"], 41)

    def test_real_reports_are_served_whole(self):
        self.run_ok("read", EXAMPLES / "reports", "--into", "demo.db", "--no-trees", "--quiet", "--metadata",
                    pathlib.Path(EXAMPLES) / "metadata.tsv")
        self.serve("demo.db")
        for feature in self.items("reports", limit=100)["features"]:
            text = self.get(f"/api/reports/{feature['id'][:12]}/text")
            self.assertEqual(text["id"], feature["id"])
            self.assertEqual(len(text["claims"]), feature["properties"]["claims"])
            for block in text["blocks"]:
                self.assertLess(block["start"], block["end"])
            self.assertEqual(text["original"]["allowed"], False)
        for feature in self.items("incidents", limit=1000)["features"]:
            self.get(f"/api/incidents/{feature['id']}/evidence")


if __name__ == "__main__":
    unittest.main()
