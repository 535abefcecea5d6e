"""attest incidents, why, history, series and simulate: what many reports tell of one thing, and why."""
import csv
import io
import json
import unittest

from support import EXAMPLES, CliTest

TOLLS = (
    ("first", "2019-05-03", "Meridian Wire", "A car bomb killed at least 12 people in the Nigerian town of Bama on Thursday, police said."),
    ("second", "2019-05-04", "Cedar News", "A car bomb killed 15 people in the Nigerian town of Bama on Thursday, the Red Cross said."),
    ("third", "2019-05-05", "Meridian Wire", "A car bomb killed 16 people in the Nigerian town of Bama on Thursday, hospital staff said."),
    ("else", "2019-05-04", "Cedar News", "Gunmen killed three farmers near the Nigerian town of Monguno on Friday, a local official said."),
)


class Incidents(CliTest):
    def setUp(self):
        super().setUp()
        lines = [json.dumps({"id": name, "published": published, "outlet": outlet, "text": text})
                 for name, published, outlet, text in TOLLS]
        self.write("reports.jsonl", "\n".join(lines) + "\n")
        self.assertEqual(self.attest("read", "reports.jsonl", "--into", "ledger.db").returncode, 0)

    def incidents(self, *options):
        out = self.run_ok("incidents", "--ledger", "ledger.db", "--format", "jsonl", *options)
        return [json.loads(line) for line in out.splitlines()]

    def bombing(self):
        [bombing] = [one for one in self.incidents() if one["place"] == "Bama"]
        return bombing

    def test_three_reports_are_one_incident(self):
        bombing = self.bombing()
        self.assertEqual(bombing["reports"], 3)
        [killed] = [figure for figure in bombing["figures"] if figure["harm"] == "killed" and not figure["status"]]
        self.assertEqual((killed["low"], killed["best"]), (15, 15))
        self.assertEqual(bombing["matching_rule"], "attest-match-1")

    def test_a_copy_is_no_further_origin(self):
        story = ("A car bomb killed 15 people in the Nigerian town of Bama on Thursday, hospital staff said. The blast tore "
                 "through a row of stalls where traders were selling grain and cloth. Ambulances took the wounded to the "
                 "district hospital, which asked townspeople to give blood before nightfall.")
        own = ("A bomb in a car went off beside the stalls of Bama on Thursday; 15 people were killed in the Nigerian town, "
               "a nurse at the clinic told our reporter, who counted nine burnt out shops along the road to the river.")
        reports = (("wire", "2019-05-02", "Meridian Wire", story), ("paper", "2019-05-03", "The Lantern", story + " Read on."),
                   ("radio", "2019-05-03", "Cedar Radio", own))
        self.write("copies.jsonl", "".join(
            json.dumps({"id": name, "published": published, "outlet": outlet, "text": text}) + "\n"
            for name, published, outlet, text in reports))
        self.assertEqual(self.attest("read", "copies.jsonl", "--into", "copies.db").returncode, 0)
        out = self.run_ok("incidents", "--ledger", "copies.db", "--format", "jsonl")
        [bombing] = [json.loads(line) for line in out.splitlines()]
        self.assertEqual((bombing["reports"], bombing["origins"]), (3, 2))

    def test_questions(self):
        self.assertEqual({one["place"] for one in self.incidents("--where", "bama")}, {"Bama"})
        self.assertEqual(self.incidents("--where", "XX"), [])
        table = self.attest("incidents", "--ledger", "ledger.db", "--format", "table", "--where", "XX")
        self.assertEqual((table.returncode, table.stdout, table.stderr), (0, "", "none of 2 incidents is asked for\n"))
        self.assertEqual({one["place"] for one in self.incidents("--to", "2019-05-02")}, {"Bama"})
        self.assertEqual({one["place"] for one in self.incidents("--min-origins", "2")}, {"Bama"})
        self.assertEqual(self.incidents("--kind", "displaced"), [])
        self.assertEqual(self.incidents("--grade", "confirmed"), [])

    def test_formats(self):
        rows = list(csv.DictReader(io.StringIO(self.run_ok("incidents", "--ledger", "ledger.db", "--format", "csv"))))
        self.assertEqual({row["place"] for row in rows}, {"Bama", "Monguno"})
        features = json.loads(self.run_ok("incidents", "--ledger", "ledger.db", "--format", "geojson"))
        self.assertEqual(len(features["features"]), len(rows))
        self.assertEqual(features["features"][0]["geometry"]["type"], "Point")
        self.assertIn("Bama", self.run_ok("incidents", "--ledger", "ledger.db", "--format", "table"))

    def test_why_quotes_the_words_and_gives_reasons(self):
        note = self.run_ok("why", self.bombing()["id"][:5], "--ledger", "ledger.db")
        self.assertIn("3 reports", note)
        self.assertIn("A car bomb killed 15 people", " ".join(note.split()))
        for word in ("Recommended", "attest-figures-1"):
            self.assertIn(word, note)
        self.assertNotIn("verified", note)

    def test_history_tells_each_change(self):
        history = self.run_ok("history", self.bombing()["id"], "--ledger", "ledger.db").splitlines()
        self.assertEqual([line[:10] for line in history[1:] if "killed  " in line], ["2019-05-03", "2019-05-04", "2019-05-05"])

    def test_the_order_of_reading_does_not_matter(self):
        lines = (self.folder / "reports.jsonl").read_text().splitlines()
        self.write("turned.jsonl", "\n".join(reversed(lines)) + "\n")
        self.assertEqual(self.attest("read", "turned.jsonl", "--into", "turned.db").returncode, 0)
        out = self.run_ok("incidents", "--ledger", "turned.db", "--format", "jsonl")
        self.assertEqual([json.loads(line) for line in out.splitlines()], self.incidents())

    def test_bad_questions(self):
        for options, said in ((("--from", "May"), "not a day"), (("--kind", "dead"), "no such value"),
                              (("--from", "2019-05-03", "--to", "2019-05-01"), "after --to")):
            done = self.attest("incidents", "--ledger", "ledger.db", *options)
            self.assertEqual(done.returncode, 2)
            self.assertIn(said, done.stderr)
        done = self.attest("why", "zzzzzzzz", "--ledger", "ledger.db")
        self.assertEqual(done.returncode, 1)
        self.assertIn("no incident of this id", done.stderr)
        self.assertEqual(self.attest("incidents", "--ledger", "none.db").returncode, 3)


class Series(CliTest):
    def test_stocks_of_the_examples_are_no_incidents(self):
        self.run_read = self.attest("read", EXAMPLES / "reports", "--metadata", EXAMPLES / "metadata.tsv", "--into", "ledger.db")
        rows = list(csv.DictReader(io.StringIO(self.run_ok("series", "--ledger", "ledger.db", "--format", "csv"))))
        self.assertTrue(rows)
        self.assertLessEqual({row["scope"] for row in rows}, {"cumulative", "state"})
        self.assertIn(rows[0]["report"], self.run_ok("series", "--ledger", "ledger.db", "--format", "table"))


class Simulate(CliTest):
    def test_the_same_seed_gives_the_same_claims(self):
        first = self.run_ok("simulate", "--seed", "3", "--incidents", "20")
        self.assertEqual(first, self.run_ok("simulate", "--seed", "3", "--incidents", "20"))
        self.assertNotEqual(first, self.run_ok("simulate", "--seed", "4", "--incidents", "20"))
        claims = [json.loads(line) for line in first.splitlines()]
        self.assertEqual({claim["truth"] for claim in claims} - {None}, set(range(20)))

    def test_the_score_beats_both_naive_ways(self):
        out = self.run_ok("score", "incidents", "--incidents", "300")
        f1 = [float(line.split()[-3]) for line in out.splitlines() if line.startswith("  attest ") or "same place" in line]
        self.assertEqual(len(f1), 6)
        for ours, naive in zip(f1[::2], f1[1::2]):
            self.assertGreater(ours, naive)


if __name__ == "__main__":
    unittest.main()
