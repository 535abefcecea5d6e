"""attest review: decisions without a browser, what they change, and the chain that keeps them."""
import csv
import hashlib
import io
import json
import sqlite3

import unittest

from support import CliTest

REPORTS = (
    ("first", "2019-05-03", "Meridian Wire", "A car bomb killed 12 people in the Nigerian town of Bama on Thursday, police said."),
    ("second", "2019-05-04", "Cedar News", "A car bomb killed 15 people in the Nigerian town of Bama on Thursday, the Red Cross said."),
    ("third", "2019-05-04", "Cedar News", "Gunmen killed three farmers near the Nigerian town of Monguno on Friday, a local official said."),
)


class Review(CliTest):
    def setUp(self):
        super().setUp()
        self.read(REPORTS)

    def read(self, reports):
        self.write("reports.jsonl", "".join(
            json.dumps({"id": name, "published": published, "outlet": outlet, "text": text}) + "\n"
            for name, published, outlet, text in reports))
        self.assertEqual(self.attest("read", "reports.jsonl", "--into", "ledger.db").returncode, 0)

    def incidents(self, *options):
        out = self.run_ok("incidents", "--ledger", "ledger.db", "--format", "jsonl", *options)
        return {one["place"]: one for one in map(json.loads, out.splitlines())}

    def decide(self, *words, by="Ada", reason="checked against the list of names"):
        return self.run_ok("review", *words, "--ledger", "ledger.db", "--by", by, "--reason", reason)

    def acts(self, *options):
        out = self.run_ok("review", "--ledger", "ledger.db", "--format", "jsonl", *options)
        return [json.loads(line) for line in out.splitlines()]

    def killed(self, incident):
        [figure] = [one for one in incident["figures"] if one["harm"] == "killed" and not one["status"] and not one["group"]]
        return figure["low"], figure["best"], figure["high"]

    def test_accept_reject_and_undo(self):
        bama = self.incidents()["Bama"]["id"]
        self.assertIn(f"act 1: accepts {bama}; now {bama}", self.decide("accept", bama[:5]))
        self.assertEqual(self.incidents()["Bama"]["review"]["state"], "accepted")
        self.decide("reject", bama, by="Ben")
        self.assertNotIn("Bama", self.incidents())
        self.assertEqual(set(self.incidents("--review", "rejected")), {"Bama"})
        self.assertIn("Bama", self.incidents("--machine"))
        self.decide("undo", "2", by="Ben", reason="")
        self.assertEqual(self.incidents()["Bama"]["review"]["state"], "accepted")
        acts = self.acts()
        self.assertEqual([(act["seq"], act["by"], act["act"], act["undone_by"]) for act in acts],
                         [(1, "Ada", "accept", None), (2, "Ben", "reject", 3), (3, "Ben", "undo", None)])
        self.assertEqual([act["seq"] for act in self.acts("--by", "Ada")], [1])
        self.assertEqual([act["seq"] for act in self.acts("--incident", bama)], [1, 2, 3])

    def test_a_corrected_figure(self):
        before = self.incidents()
        self.decide("correct", "second/c1", "count", "18")
        after = self.incidents()
        self.assertEqual(self.killed(after["Bama"])[2], 18)
        self.assertEqual(after["Bama"]["id"], before["Bama"]["id"])
        self.assertTrue(after["Bama"]["review"]["edited"])
        machine = self.incidents("--machine")
        self.assertEqual({place: one["figures"] for place, one in machine.items()},
                         {place: one["figures"] for place, one in before.items()})
        note = self.run_ok("why", after["Bama"]["id"], "--ledger", "ledger.db")
        for words in ("Review", "Ada corrects count of", "checked against the list", "count corrected to"):
            self.assertIn(words, " ".join(note.split()))
        self.assertNotIn("corrected", self.run_ok("why", after["Bama"]["id"], "--ledger", "ledger.db", "--machine"))
        self.assertIn("18", self.run_ok("history", after["Bama"]["id"], "--ledger", "ledger.db"))
        [act] = self.acts()
        self.assertEqual((act["machine"], act["before"], act["after"]),
                         ({"min": 15, "max": 15}, {"min": 15, "max": 15}, {"min": 18, "max": 18}))

    def test_merge_and_split(self):
        before = self.incidents()
        ids = {place: one["id"] for place, one in before.items()}
        self.decide("merge", ids["Bama"], ids["Monguno"])
        [merged] = self.incidents().values()
        self.assertEqual(merged["id"], ids["Bama"])
        gone = self.attest("why", ids["Monguno"], "--ledger", "ledger.db")
        self.expect(gone, 1, f"{ids['Monguno']}: is part of {ids['Bama']} now: a reviewer decided so")
        self.decide("split", ids["Bama"], "third/c1")
        after = self.incidents()
        for one in (*before.values(), *after.values()):
            del one["review"]
        self.assertEqual(after, before)

    def test_exclude_and_sensitive(self):
        bama = self.incidents()["Bama"]["id"]
        self.decide("exclude", bama, "first/c1")
        claims = self.incidents()["Bama"]["claims"]
        self.assertEqual([one["reason"] for one in claims if one["role"] == "excluded"], ["reviewer"])
        self.decide("sensitive", bama)
        self.assertTrue(self.incidents("--review", "sensitive", "--names")["Bama"]["review"]["sensitive"])
        self.decide("sensitive", bama, "--off")
        self.assertEqual(self.incidents("--review", "sensitive"), {})

    def test_formats(self):
        self.decide("note", self.incidents()["Bama"]["id"], reason="see the ministry's list\n=1+1")
        rows = list(csv.DictReader(io.StringIO(self.run_ok("review", "--ledger", "ledger.db", "--format", "csv"))))
        self.assertEqual((rows[0]["by"], rows[0]["act"]), ("Ada", "note"))
        self.assertIn("Ada notes on", self.run_ok("review", "--ledger", "ledger.db", "--format", "table"))

    def test_what_cannot_be_is_refused(self):
        bama = self.incidents()["Bama"]["id"]
        ledger = ("--ledger", "ledger.db", "--by", "Ada", "--reason", "because")
        for words, status, said in (
                (("accept", "zzzz"), 1, "zzzz: no incident of this id (see attest incidents)"),
                (("correct", "second", "count", "3"), 2, "second: a claim is named by its report and its number: report-7/c3"),
                (("correct", "nobody/c1", "count", "3"), 1, "nobody/c1: no report with claims of this name or id"),
                (("correct", "second/c1", "colour", "3"), 2, "field: must be one of count, victims.status, victims.group, kind, "
                 "actor, opponent, means, object, place, time, certainty, scope"),
                (("correct", "second/c1", "count", "many"), 2, "value: must be an object of min, max, or null"),
                (("correct", "second/c1", "count", "9-3"), 2, "value: min is more than max"),
                (("correct", "second/c1", "time", "2019-02-30"), 2, "value: from must be a day like 2017-03-09"),
                (("correct", "second/c1", "count", "15"), 1, 'count is {"min":15,"max":15} already'),
                (("split", bama, "third/c1"), 1, None),
                (("split", bama, "first/c1", "second/c1"), 2, "claims: are all of the incident: nothing would be left of it"),
                (("merge", bama), 2, "incidents: must be two ids or more"),
                (("undo", "7"), 1, "seq: no act 7"),
                (("note", bama, "--reason", " "), 2, None)):
            with self.subTest(words):
                done = self.attest("review", *words, *(ledger if "--reason" not in words else ledger[:4]))
                self.assertEqual(done.returncode, status, done.stderr)
                if said:
                    self.assertEqual(done.stderr, f"attest: {said}\n")
        self.assertEqual(self.acts(), [])
        self.assertEqual(self.attest("review", "accept", bama, "--ledger", "ledger.db").returncode, 2)
        self.assertEqual(self.attest("review").returncode, 2)
        self.assertEqual(self.attest("review", "--ledger", "none.db").returncode, 3)

    def test_decisions_survive_a_new_coding_and_what_no_longer_fits_is_listed(self):
        bama = self.incidents()["Bama"]["id"]
        self.decide("correct", "second/c1", "count", "18")
        self.decide("accept", bama)
        before = self.incidents()
        database = sqlite3.connect(self.folder / "ledger.db")
        database.execute("UPDATE runs SET resources = 'older'")  # so that everything is coded again
        database.commit()
        database.close()
        self.read(REPORTS)
        self.assertEqual(self.incidents(), before)
        self.assertEqual(self.acts("--conflicts"), [])
        self.read((*REPORTS, ("fourth", "2019-05-05", "Lantern", REPORTS[1][3].replace("15", "16"))))
        [conflict] = self.acts("--conflicts")
        self.assertEqual((conflict["seq"], conflict["conflict"]), (2, "it has 1 claim more now"))
        self.assertEqual(self.incidents()["Bama"]["review"]["conflicts"], 1)

    def test_the_chain_can_be_checked_without_attest(self):
        bama = self.incidents()["Bama"]["id"]
        self.decide("accept", bama, reason="“gut”, \n and so on")
        self.decide("correct", "second/c1", "actor", "Northern Front")
        database = sqlite3.connect(self.folder / "ledger.db")
        previous = ""
        for *columns, sums, stored in database.execute("SELECT * FROM acts ORDER BY seq"):
            bytes_ = [None if value is None else str(value).encode() for value in columns]
            self.assertEqual(columns[-1], previous)
            netstrings = b"".join(b"-" if value is None else b"%d:%s," % (len(value), value) for value in bytes_)
            previous = hashlib.sha256(netstrings).hexdigest()
            self.assertEqual(stored, previous)
            self.assertEqual(sums, "".join("-" * 8 if value is None else hashlib.sha256(value).hexdigest()[:8] for value in bytes_))
        self.assertEqual(database.execute("SELECT acts, hash FROM act_head").fetchone(), (2, previous))


if __name__ == "__main__":
    unittest.main()
