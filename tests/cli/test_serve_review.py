"""Review over HTTP: who may decide, what comes of it, and what is refused."""
import json
import unittest

from serving import ServeTest

REPORTS = (
    ("first", "2019-05-03", "Meridian Wire", "A car bomb killed 12 people in the Nigerian town of Bama on Thursday, police said."),
    ("second", "2019-05-04", "Cedar News", "A car bomb killed 15 people in the Nigerian town of Bama on Thursday, the Red Cross said."),
    ("third", "2019-05-04", "Cedar News", "Gunmen killed three farmers near the Nigerian town of Monguno on Friday, a local official said."),
)


class ServeReview(ServeTest):
    def setUp(self):
        super().setUp()
        self.write("reports.jsonl", "".join(
            json.dumps({"id": name, "published": published, "outlet": outlet, "text": text}) + "\n"
            for name, published, outlet, text in REPORTS))
        self.run_ok("read", "--quiet", "reports.jsonl", "--into", "l.db")
        self.token = self.run_ok("token", "add", "--ledger", "l.db", "--name", "Ada", "--role", "review").strip()
        self.reader = self.run_ok("token", "add", "--ledger", "l.db", "--name", "Rita", "--role", "read").strip()
        self.serve("l.db")

    def post(self, path, body, status=201, token=None, **headers):
        headers = {"Content-Type": "application/json", "Authorization": f"Bearer {token or self.token}", **headers}
        body = body if isinstance(body, bytes) else json.dumps(body).encode()
        if status != 201:
            return self.refused(path, status, headers=headers, method="POST", body=body)
        got, _, answer = self.ask(path, headers=headers, method="POST", body=body)
        self.assertEqual(got, 201, answer)
        return json.loads(answer)

    def decide(self, status=201, **act):
        act.setdefault("reason", "checked against the list of names")
        return self.post("/api/review/acts", act, status)

    def acts(self, **query):
        status, _, body = self.ask("/api/review/acts", headers={"Authorization": f"Bearer {self.token}"}, **query)
        self.assertEqual(status, 200, body)
        return json.loads(body)

    def incidents(self):
        features = self.get("/api/collections/incidents/items", limit=100)["features"]
        return {one["properties"]["place"]: one["properties"] for one in features}

    def keys(self, incident):
        status, _, body = self.ask(f"/api/incidents/{incident}/evidence", headers={"Authorization": f"Bearer {self.token}"})
        self.assertEqual(status, 200, body)
        return [claim["key"] for claim in json.loads(body)["claims"]]

    def test_an_act_is_seen_at_once_and_taken_back(self):
        bama = self.incidents()["Bama"]["id"]
        done = self.decide(act="accept", incident=bama)
        self.assertEqual((done["act"]["seq"], done["act"]["by"], done["act"]["role"], done["incidents"]), (1, "Ada", "review", [bama]))
        self.assertEqual(self.incidents()["Bama"]["review"]["state"], "accepted")
        undone = self.post("/api/review/acts/1/undo", {"reason": "too early"})
        self.assertEqual((undone["act"]["undoes"], undone["act"]["act"]), (1, "undo"))
        self.assertEqual(self.incidents()["Bama"]["review"]["state"], "open")
        self.assertEqual([act["undone_by"] for act in self.acts()["acts"]], [2, None])

    def test_a_corrected_figure_is_in_every_answer(self):
        bama = self.incidents()["Bama"]["id"]
        key = self.keys(bama)[1]
        self.decide(act="correct", incident=bama, claims=[key], field="count", value={"min": 18, "max": 18})
        [killed] = [one for one in self.incidents()["Bama"]["figures"]
                    if (one["harm"], one["status"], one["group"]) == ("killed", None, None)]
        self.assertEqual(killed["high"], 18)
        status, _, body = self.ask(f"/api/incidents/{bama}/evidence", headers={"Authorization": f"Bearer {self.token}"})
        [claim] = [one for one in json.loads(body)["claims"] if one["key"] == key]
        [correction] = claim["corrections"]
        self.assertEqual((correction["field"], correction["before"], correction["after"], correction["by"], correction["seq"]),
                         ("count", {"min": 15, "max": 15}, {"min": 18, "max": 18}, "Ada", 1))

    def test_merge_and_split(self):
        ids = {place: one["id"] for place, one in self.incidents().items()}
        self.assertEqual(self.decide(act="merge", incidents=list(ids.values()))["incidents"], [ids["Bama"]])
        self.assertEqual(set(self.incidents()), {"Bama"})
        detail = self.decide(409, act="accept", incident=ids["Monguno"])
        self.assertEqual(detail, f"incident {ids['Monguno']} went into {ids['Bama']}")
        done = self.decide(act="split", incident=ids["Bama"], claims=self.keys(ids["Bama"])[2:])
        self.assertEqual(set(done["incidents"]), set(ids.values()))
        self.assertEqual({place: one["id"] for place, one in self.incidents().items()}, ids)

    def test_two_reviewers_do_not_overlook_each_other(self):
        bama = self.incidents()["Bama"]["id"]
        self.decide(act="accept", incident=bama, expects=0)
        self.assertEqual(self.decide(409, act="reject", incident=bama, expects=0),
                         f"incident {bama} was changed meanwhile, by act 1")
        self.decide(act="reject", incident=bama, expects=1)

    def test_acts_page_by_page(self):
        bama = self.incidents()["Bama"]["id"]
        for number in range(5):
            self.decide(act="note", incident=bama, reason=f"note {number}")
        first = self.acts(limit=2)
        self.assertEqual([act["seq"] for act in first["acts"]], [1, 2])
        second = self.acts(limit=2, after=first["next"])
        self.assertEqual([act["seq"] for act in second["acts"]], [3, 4])
        last = self.acts(limit=2, after=second["next"])
        self.assertEqual(([act["seq"] for act in last["acts"]], last["next"]), ([5], None))
        self.assertEqual(len(self.acts(incident=bama)["acts"]), 5)
        self.assertEqual(self.acts(by="Ben")["acts"], [])

    def test_what_is_wrong_is_named(self):
        bama = self.incidents()["Bama"]["id"]
        for status, act, detail in (
                (422, {"act": "praise"}, "act: must be one of accept, reject, correct, merge, split, exclude, note, sensitive"),
                (422, {"act": "accept"}, "incident: is missing: the id of an incident"),
                (404, {"act": "accept", "incident": "zzzzzzzz"}, "incident: no incident zzzzzzzz"),
                (422, {"act": "accept", "incident": bama, "by": "Eve"},
                 "by: is not known here: act, incident, incidents, claims, field, value, reason, expects are"),
                (422, {"act": "note", "incident": bama, "reason": ""}, "reason: is needed to note"),
                (422, {"act": "note", "incident": bama, "reason": "x" * 2001}, "reason: is 2001 characters long; 2000 are allowed"),
                (422, {"act": "correct", "incident": bama, "claims": self.keys(bama)[:1], "field": "count", "value": {"min": -1}},
                 "value: min must be a whole number from 0 to 1000000000, or null"),
                (404, {"act": "exclude", "incident": bama, "claims": ["'; DROP TABLE acts; --/c1"]},
                 "claims: no claim '; DROP TABLE acts; --/c1")):
            with self.subTest(act):
                self.assertEqual(self.decide(status, **act), detail)
        self.post("/api/review/acts", b"{", 400)
        self.post("/api/review/acts", b"[]", 400)
        self.post("/api/review/acts", b"[" * 100000, 400)
        self.post("/api/review/acts/99/undo", {}, 404)
        self.post("/api/review/acts/x/undo", {}, 404)
        self.assertEqual(self.acts()["acts"], [])

    def test_only_reviewers_decide(self):
        bama = self.incidents()["Bama"]["id"]
        act = {"act": "accept", "incident": bama}
        self.post("/api/review/acts", act, 403, token=self.reader)
        self.refused("/api/review/acts", 401, headers={"Content-Type": "application/json"}, method="POST",
                     body=json.dumps(act).encode())
        self.post("/api/review/acts", act, 403, **{"Origin": "https://elsewhere.example", "Sec-Fetch-Site": "cross-site"})
        self.post("/api/review/acts", act, 422, **{"Content-Type": "text/plain"})
        self.assertEqual(self.acts()["acts"], [])


if __name__ == "__main__":
    unittest.main()
