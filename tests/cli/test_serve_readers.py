"""What readers of a server are not told: whom private names name, however they ask, and where sensitive incidents were."""
import json
import unittest

from serving import ServeTest

REPORTS = (
    ("harim", "Tariq Ballout counts the dead of Harim",
     "Shells fell on the market of Harim on Thursday and killed 12 people, said Tariq Ballout, 34, a teacher. "
     "The wounded were taken to the hospital of the town.\n"),
    ("bama", "Market of Bama bombed", "A car bomb killed 15 people in the Nigerian town of Bama on Thursday, the Red Cross said. "
     "The hospital is full.\n"),
)


class ServeReaders(ServeTest):
    def setUp(self):
        super().setUp()
        self.write("reports.jsonl", "".join(
            json.dumps({"id": name, "published": "2019-05-03", "outlet": "Cedar News", "title": title, "text": text}) + "\n"
            for name, title, text in REPORTS))
        self.run_ok("read", "--quiet", "reports.jsonl", "--into", "l.db")
        self.token = self.run_ok("token", "add", "--ledger", "l.db", "--name", "Ada", "--role", "review").strip()
        self.serve("l.db")

    def found(self, collection, query, token=None):
        headers = {"Authorization": f"Bearer {token}"} if token else {}
        status, _, body = self.ask(f"/api/collections/{collection}/items", headers=headers, q=query, limit=100)
        self.assertEqual(status, 200, body)
        return json.loads(body)["numberMatched"]

    def decide(self, **act):
        headers = {"Content-Type": "application/json", "Authorization": f"Bearer {self.token}"}
        status, _, body = self.ask("/api/review/acts", headers=headers, method="POST", body=json.dumps(act).encode())
        self.assertEqual(status, 201, body)

    def incident(self, place):
        [found] = [one["properties"]["id"] for one in self.get("/api/collections/incidents/items", limit=100)["features"]
                   if one["properties"]["place"] == place]
        return found

    def test_names_cannot_be_searched_for(self):
        for collection in ("incidents", "claims", "reports"):
            for query in ("Ballout", "ballout", "Ball*", '"tariq ballout"', "title:Tariq", "harim AND ballout", "nothing OR ballout"):
                self.assertEqual(self.found(collection, query), 0, (collection, query))
                self.assertGreater(self.found(collection, query, self.token), 0, (collection, query))
            self.assertEqual(self.found(collection, "hospital NOT ballout"), self.found(collection, "hospital"), collection)
            self.assertLess(self.found(collection, "hospital NOT ballout", self.token), self.found(collection, "hospital"), collection)
        self.assertEqual(self.found("reports", "harim hospital"), 1, "the rest of such a report is found")

    def test_names_are_no_filter(self):
        [claim] = [one["properties"] for one in self.get("/api/collections/claims/items", q="harim", kind="killed")["features"]]
        self.assertNotIn("Ballout", json.dumps(claim))
        self.assertNotIn("allout", json.dumps(self.get("/api/incidents/summary")))

    def test_reasons_name_nobody(self):
        [harim] = [one["id"] for one in self.get("/api/collections/incidents/items", q="harim")["features"]]
        self.decide(act="note", incident=harim, reason="Tariq Ballout was called, and the Red Cross")
        _, _, body = self.ask(f"/api/incidents/{harim}/evidence")
        [act] = json.loads(body)["acts"]
        self.assertEqual(act["reason"], "***** ******* was called, and the Red Cross")
        _, _, body = self.ask(f"/api/incidents/{harim}/evidence", headers={"Authorization": f"Bearer {self.token}"}, names="true")
        self.assertEqual(json.loads(body)["acts"][0]["reason"], "Tariq Ballout was called, and the Red Cross")

    def test_rejected_incidents_count_when_asked_for(self):
        bama = self.incident("Bama")
        self.decide(act="reject", incident=bama, reason="of another year")
        items, summary = "/api/collections/incidents/items", "/api/incidents/summary"
        self.assertNotIn(bama, [one["id"] for one in self.get(items)["features"]])
        self.assertEqual([one["id"] for one in self.get(items, review="rejected")["features"]], [bama])
        self.assertEqual(self.get(f"{items}/{bama}")["properties"]["review"]["state"], "rejected")
        self.assertEqual(self.get(summary)["killed"]["best"], 12)
        self.assertEqual(self.get(summary, review="open,rejected")["killed"]["best"], 27)
        states = {one["value"]: one["count"] for one in self.get(summary)["facets"]["review"]}
        self.assertEqual(states["rejected"], 1, "how many there are is told all the same")

    def test_sensitive_incidents_are_exported_coarsened(self):
        self.decide(act="sensitive", incident=self.incident("Bama"), value=True, reason="staff of the clinic")
        for form in ("csv", "geojson", "jsonl", "table"):
            self.assertNotIn("Bama", self.run_ok("incidents", "--ledger", "l.db", "--format", form), form)
            self.assertIn("Bama", self.run_ok("incidents", "--ledger", "l.db", "--format", form, "--names"), form)


if __name__ == "__main__":
    unittest.main()
