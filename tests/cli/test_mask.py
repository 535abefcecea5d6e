"""Names of private persons: found when a report is read, kept, and masked in what is passed on."""
import contextlib
import json
import sqlite3
import unittest

from support import CliTest

TEXT = ("Shells fell on the market of Harim on Thursday and killed 12 people, said Tariq Ballout, 34, a teacher. "
        "Government forces shelled the town, Ballout said. Mayor Adama Tolno said that 20 civilians were wounded.\n")
REPORT = {"id": "ballout-speaks", "published": "2019-05-03", "title": "Tariq Ballout counts the dead",
          "url": "https://example.org/tariq-ballout-counts", "text": TEXT}


class Mask(CliTest):
    def setUp(self):
        super().setUp()
        self.write("report.jsonl", json.dumps(REPORT))
        self.attest("read", "report.jsonl", "--into", "ledger.db")

    def test_the_ledger_knows_where_they_stand(self):
        with contextlib.closing(sqlite3.connect(self.folder / "ledger.db")) as ledger:
            names = ledger.execute("SELECT field, name FROM private_names ORDER BY field, text_begin").fetchall()
            self.assertEqual(names, [("text", "Tariq Ballout"), ("text", "Ballout"), ("title", "Tariq Ballout")])
            wrong = ledger.execute("SELECT count(*) FROM private_names n JOIN documents USING (document) WHERE field = 'text' AND"
                                   " CAST(substr(CAST(text AS BLOB), text_begin + 1, text_end - text_begin) AS TEXT) <> n.name")
            self.assertEqual(wrong.fetchone(), (0,))

    def test_reading_once_more_adds_none(self):
        self.attest("read", "report.jsonl", "--into", "ledger.db", "--outlet", "Example Times")  # coded again
        with contextlib.closing(sqlite3.connect(self.folder / "ledger.db")) as ledger:
            self.assertEqual(ledger.execute("SELECT count(*) FROM private_names").fetchone(), (3,))

    def test_incidents_are_passed_on_without_them(self):
        for form in ("jsonl", "csv", "geojson", "table"):
            masked = self.run_ok("incidents", "--ledger", "ledger.db", "--format", form)
            self.assertNotIn("ballout", masked.lower(), form)
        self.assertIn("Ballout", self.run_ok("incidents", "--ledger", "ledger.db", "--format", "jsonl", "--names"))

    def test_claims_keep_their_offsets(self):
        plain = self.claims("report.jsonl", "--format", "jsonl")
        masked = self.claims("report.jsonl", "--format", "jsonl", "--mask")
        self.assertEqual(len(plain), len(masked))
        self.assertNotIn("Ballout", json.dumps(masked))
        self.assertIn("Adama Tolno", json.dumps(masked))
        for before, after in zip(plain, masked):
            for field in ("sentence", "trigger"):
                self.assertEqual([before[field]["start"], before[field]["end"]], [after[field]["start"], after[field]["end"]])
            self.assertEqual(len(before["sentence"]["text"]), len(after["sentence"]["text"]))

    def test_show_masks_when_asked(self):
        self.assertIn("Ballout", self.run_ok("show", "--ledger", "ledger.db", "ballout-speaks"))
        masked = self.run_ok("show", "--ledger", "ledger.db", "ballout-speaks", "--mask")
        self.assertNotIn("ballout", masked.lower())
        self.assertIn("***** *******, 34, a teacher", masked)


if __name__ == "__main__":
    unittest.main()
