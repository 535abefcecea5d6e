"""attest lineage: which reports of a ledger repeat each other, whatever the order in which they came."""
import json
import sqlite3
import subprocess
import sys
import unittest

from support import EXAMPLES, ROOT, CliTest

LEAD = ("Shells hit the ferry landing at Tolmar on Friday morning, killing 14 people who were waiting to cross the river, "
        "the hospital of the town said.")
SECOND = ("Nine of the dead were traders on their way to the weekly market on the other bank, and a nurse said that 31 "
          "wounded had been brought in by noon and that the wards were full.")
THIRD = ("The army accused the rebels of the Northern Front, who hold the hills west of the town, but the Front said that "
         "it had not fired that day and asked for an inquiry.")
OTHER = ("Warplanes bombed the only health post of the Kiro valley before midnight, leaving three members of its staff dead "
         "and the pharmacy in ashes, local elders reported.")


def report(name, published, *paragraphs, headline="Shells hit landing"):
    return json.dumps({"id": name, "published": published, "text": "\n\n".join([headline, *paragraphs])})


WIRE = report("wire", "2019-05-03", LEAD, SECOND, THIRD)
COPY = report("copy", "2019-05-04", LEAD.replace("on Friday morning", "early on Friday"), SECOND, THIRD, headline="Ferry hit")
CUT = report("cut", "2019-05-04", LEAD, SECOND)
UPDATE = report("update", "2019-05-05", LEAD.replace("14", "17"), SECOND, THIRD)
UPDATE_COPY = report("update-copy", "2019-05-06", LEAD.replace("14", "17"), SECOND, THIRD, headline="Toll rises")
STRANGER = report("stranger", "2019-05-04", OTHER)
ALL = (WIRE, COPY, CUT, UPDATE, UPDATE_COPY, STRANGER)


class Lineage(CliTest):
    def keep(self, *lines, into="ledger.db"):
        done = self.attest("read", "-", "--into", into, "--no-trees", stdin="\n".join(lines).encode())
        self.assertEqual(done.returncode, 0, done.stderr)

    def lineage(self, name, ledger="ledger.db"):
        return json.loads(self.run_ok("lineage", name, "--ledger", ledger, "--json"))

    def overview(self, ledger="ledger.db"):
        lines = map(json.loads, self.run_ok("lineage", "--all", "--ledger", ledger).splitlines())
        return sorted(lines, key=lambda line: line["doc"])

    def test_a_copy_a_cut_and_an_update(self):
        self.keep(*ALL)
        wire = self.lineage("wire")
        self.assertIsNone(wire["origin"])
        self.assertEqual(wire["root"]["doc"], "wire")
        self.assertEqual({(r["doc"], r["relation"], r["earlier"]) for r in wire["reports"]},
                         {("copy", "copy", False), ("cut", "cut", False), ("update", "update", False),
                          ("update-copy", "update", False)})
        self.assertEqual(self.lineage("copy")["origin"]["doc"], "wire")
        update = self.lineage("update")
        self.assertIsNone(update["origin"])
        self.assertEqual([p["standing"] for p in update["passages"]], ["changed", "repeated", "repeated"])
        self.assertEqual(update["passages"][0]["changed"], [{"from": "14", "to": "17"}])
        copy = self.lineage("update-copy")
        self.assertEqual((copy["origin"]["doc"], copy["root"]["doc"]), ("update", "update"))
        self.assertEqual([p["from"] for p in copy["passages"]], [update["id"], wire["id"], wire["id"]])
        self.assertEqual(self.lineage("stranger")["reports"], [])

    def test_spans_are_code_points_of_the_text(self):
        self.keep(WIRE, COPY)
        text = self.run_ok("text", "copy", "--ledger", "ledger.db")
        passage = self.lineage("copy")["passages"][1]
        self.assertEqual(text[passage["start"]:passage["end"]], SECOND)

    def test_the_order_of_arrival_does_not_show(self):
        self.keep(*ALL, into="one.db")
        for line in reversed(ALL):
            self.keep(line, into="two.db")
        self.assertEqual(self.overview("one.db"), self.overview("two.db"))
        self.assertEqual(self.lineage("update-copy", "one.db"), self.lineage("update-copy", "two.db"))

    def test_for_people(self):
        self.keep(*ALL)
        text = self.run_ok("lineage", "update-copy", "--ledger", "ledger.db", env=self.environment(COLUMNS="110"))
        self.assertRegex(text, r"origin +identical of [0-9a-f]{12} update of 2019-05-05\n")
        self.assertRegex(self.run_ok("lineage", "update", "--ledger", "ledger.db"), r"  1 changed .*\n.*14 → 17")
        self.assertIn("none: no earlier report", self.run_ok("lineage", "wire", "--ledger", "ledger.db"))

    def test_a_date_that_becomes_known_moves_the_origin(self):
        early = report("late-comer", None, LEAD, SECOND, THIRD)
        self.keep(WIRE, early)
        self.assertEqual(self.lineage("late-comer")["origin"]["doc"], "wire")
        done = self.attest("read", "-", "--into", "ledger.db", "--no-trees", "--published", "2019-05-01",
                           stdin=early.encode())
        self.assertIn("1 coded again", done.stderr)
        self.assertEqual(self.lineage("wire")["origin"]["doc"], "late-comer")

    def test_an_older_ledger_gets_its_fingerprints_with_the_next_read(self):
        self.keep(*ALL)
        expected = self.overview()
        with sqlite3.connect(self.folder / "ledger.db") as connection:
            connection.executescript("DELETE FROM fingerprints; DELETE FROM shingles;"
                                     "INSERT INTO unprinted SELECT document FROM documents;")
        self.assertNotEqual(self.overview(), expected)
        self.keep(STRANGER)
        self.assertEqual(self.overview(), expected)

    def test_odd_reports(self):
        repeated = report("repeated", None, *["Nobody was hurt in the village when the shells fell."] * 3000)
        self.keep(report("word", None, "Silence."), report("headline", None), repeated, WIRE)
        for name in ("word", "headline", "repeated"):
            self.assertEqual(self.lineage(name)["reports"], [], name)
        self.run_ok("lineage", "repeated", "--ledger", "ledger.db")
        self.assertEqual(len(self.overview()), 4)

    def test_wrong_usage(self):
        self.keep(WIRE)
        self.expect(self.attest("lineage", "--ledger", "ledger.db"), 2,
                    "name one document, or ask for --all (see attest lineage --help)")
        self.expect(self.attest("lineage", "wire", "--all", "--ledger", "ledger.db"), 2,
                    "name one document, or ask for --all (see attest lineage --help)")
        self.expect(self.attest("lineage", "nobody", "--ledger", "ledger.db"), 1,
                    "ledger.db: no document of this name or id: nobody")
        self.expect(self.attest("lineage", "wire", "--ledger", "missing.db"), 3, "missing.db: no such ledger")

    def test_scoring(self):
        edits = self.write("edits.jsonl", "\n".join(
            json.dumps({**json.loads(line), "edit": "made", **links}) for line, links in (
                (WIRE, {}), (COPY, {"copy_of": ["wire"]}), (UPDATE, {"update_of": ["wire"]}), (STRANGER, {}))))
        table = self.run_ok("score", "copies", edits)
        self.assertIn("copies   precision 100.00  recall 100.00\n", table)
        self.assertIn("updates  found 100.00  taken for copies 0.00\n", table)
        broken = self.write("broken.jsonl", WIRE[:-1] + ', "copy_of": ["nobody"]}')
        self.expect(self.attest("score", "copies", broken), 1, "broken.jsonl:1: no report has the id nobody")

    def test_the_script_gives_the_same_edits_again(self):
        command = [sys.executable, ROOT / "scripts/make-edits", EXAMPLES / "reports", ROOT / "tests/copies"]
        once, twice = (subprocess.run(command, capture_output=True, check=True).stdout for _ in range(2))
        self.assertEqual(once, twice)
        table = self.run_ok("score", "copies", self.write("edits.jsonl", once))
        self.assertRegex(table, r"copies   precision (100\.00|99\.\d\d)  recall (100\.00|9[789]\.\d\d)\n")


if __name__ == "__main__":
    unittest.main()
