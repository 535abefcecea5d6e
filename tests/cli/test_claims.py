"""attest claims: what comes in, what goes out, and that nothing but the reports decides it."""
import csv
import io
import json
import unittest

from support import EXAMPLES, GOOD, CliTest, numbered

REPORTS = EXAMPLES / "reports"
METADATA = EXAMPLES / "metadata.tsv"


class Claims(CliTest):
    def test_one_claim_as_a_json_line(self):
        self.write("report.txt", GOOD)
        (claim,) = self.claims("report.txt", "--published", "2019-05-03")
        self.assertEqual(list(claim), ["doc", "id", "kind", "sentence", "trigger", "count", "subset_of", "victims", "actor",
                                       "opponent", "means", "object", "place", "time", "source", "via", "unverified",
                                       "certainty", "scope", "incident", "derived", "rule", "coder"])
        self.assertEqual(claim["doc"], "report.txt")
        self.assertEqual(claim["kind"], "killed")
        self.assertEqual(claim["trigger"], {"text": "killed", "start": 7, "end": 13})
        self.assertEqual(claim["count"], {"text": {"text": "three", "start": 14, "end": 19}, "min": 3, "max": 3,
                                          "unit": "persons"})
        self.assertEqual((claim["time"]["from"], claim["time"]["to"]), ("2019-05-01", "2019-05-01"))
        self.assertEqual(claim["coder"] + "\n", self.run_ok("--version"))

    def test_explain_for_people(self):
        self.write("report.txt", "Violence in Borno\n\n" + GOOD)
        block = self.run_ok("claims", "report.txt", "--published", "2019-05-03", "--explain", "--format", "table",
                            env=self.environment(COLUMNS="100"))
        for line in ("report.txt\n\nc1 killed\n", "\n  kind       killed: “killed”\n             by killed.", 
                     "\n  count      3: “three”\n             by count.of-victims  killed -obj-> farmers -nummod-> three\n",
                     "\n  victims    civilian: “farmers”\n             by victims.argument  killed -obj-> farmers\n",
                     "\n  time       2019-05-01: “Wednesday”\n             by time.weekday-before-publication",
                     "\n             not “Gunmen”, by victims.not-an-argument  killed -nsubj-> Gunmen\n"):
            self.assertIn(line, block)

    def test_explain_changes_no_claim(self):
        reports = (EXAMPLES / "reports", "--metadata", METADATA)
        explained = self.claims(*reports, "--explain")
        for claim in explained:
            del claim["explain"]
        self.assertEqual(explained, self.claims(*reports))

    def test_explain_has_no_place_in_csv(self):
        self.write("report.txt", GOOD)
        done = self.attest("claims", "report.txt", "--explain", "--format", "csv")
        self.expect(done, 2, "--explain: has no place in a CSV row: use --format table or jsonl")

    def test_offsets_count_code_points(self):
        self.write("report.txt", "“Ménaka” 😀: " + GOOD)
        text = self.run_ok("text", "report.txt")
        for claim in self.claims("report.txt"):
            trigger = claim["trigger"]
            self.assertEqual(text[trigger["start"]:trigger["end"]], trigger["text"])

    def test_csv(self):
        self.write("report.txt", GOOD)
        header, row = csv.reader(io.StringIO(self.run_ok("claims", "report.txt", "--format", "csv"), newline=""))
        cells = dict(zip(header, row, strict=True))
        self.assertEqual((cells["doc"], cells["kind"], cells["count_min"]), ("report.txt", "killed", "3"))
        self.assertEqual(cells["sentence"], GOOD.strip())

    def test_csv_without_claims_is_its_header(self):
        self.write("quiet.txt", "The library opens at nine.\n")
        self.assertRegex(self.run_ok("claims", "quiet.txt", "--format", "csv"), r"\Adoc,id,kind,[a-z_,]+\r?\n\Z")

    def test_table(self):
        self.write("report.txt", GOOD)
        table = self.run_ok("claims", "report.txt", "--format", "table", env=self.environment(COLUMNS="72"))
        self.assertTrue(table.startswith("report.txt\nKIND "))
        self.assertLessEqual(max(map(len, table.splitlines())), 72)

    def test_a_report_without_claims_gives_no_line(self):
        self.write("quiet.txt", "The library opens at nine.\n")
        self.assertEqual(self.run_ok("claims", "quiet.txt"), "")

    def test_the_examples_pass(self):
        claims = self.claims(REPORTS, EXAMPLES / "reports.jsonl", "--metadata", METADATA)
        self.assertEqual(len({claim["doc"] for claim in claims if claim["doc"].endswith(".txt")}), 14)


class Inputs(CliTest):
    def docs(self, *arguments, **options):
        return [claim["doc"] for claim in self.claims(*arguments, **options)]

    def setUp(self):
        super().setUp()
        for name in ("b.txt", "a.txt", "deep/c.txt", "deep/notes.md", ".hidden.txt"):
            self.write("folder/" + name, GOOD)

    def test_folder(self):
        self.assertEqual(self.docs("folder"), ["a.txt", "b.txt", "deep/c.txt"])

    def test_pattern(self):
        self.assertEqual(self.docs("folder/[ab].txt"), ["a.txt", "b.txt"])

    def test_files_in_the_order_given(self):
        self.assertEqual(self.docs("folder/b.txt", "folder/a.txt"), ["b.txt", "a.txt"])

    def test_standard_input(self):
        self.assertEqual(self.docs("-", stdin=GOOD.encode()), ["stdin"])

    def test_json_lines_on_standard_input(self):
        self.assertEqual(self.docs("-", stdin=f"\n{numbered(3)}\n{numbered(4)}".encode()), ["report-3", "report-4"])

    def test_json_lines(self):
        report = {"text": GOOD, "title": "Farmers killed", "published": "2019-05-03", "outlet": "Borno Courier",
                  "url": "https://example.org/1"}
        self.write("day.jsonl", json.dumps(report) + "\n" + json.dumps({"id": "named", **report}) + "\n")
        self.assertEqual(sorted(set(self.docs("day.jsonl"))), ["day.jsonl:1", "named"])
        self.assertEqual({claim["time"]["from"] for claim in self.claims("day.jsonl") if claim["time"]},
                         {"2019-05-01"})

    def days(self, *arguments):
        return [claim["time"] and claim["time"]["from"] for claim in self.claims(*arguments)]

    def test_without_a_date_wednesday_is_no_day(self):
        self.assertEqual(self.days("folder/a.txt"), [None])

    def test_published(self):
        self.assertEqual(self.days("folder/a.txt", "--published", "2017-03-09"), ["2017-03-08"])

    def test_metadata_wins_over_published(self):
        self.write("dates.json", json.dumps({"a": {"published": "2017-03-09"}}))
        self.write("dates.csv", "id,published\r\na.txt,2017-03-09\r\n")
        self.write("dates.tsv", "id\tpublished\na\t2017-03-09\n")
        for metadata in ("dates.json", "dates.csv", "dates.tsv"):
            days = self.days("folder/a.txt", "folder/b.txt", "--metadata", metadata, "--published", "2019-05-03")
            self.assertEqual(days, ["2017-03-08", "2019-05-01"])


class SameBytes(CliTest):
    ARGUMENTS = ("claims", REPORTS, "--metadata", METADATA)

    def test_whatever_the_number_of_threads(self):
        one = self.run_ok(*self.ARGUMENTS, "--jobs", "1")
        self.assertTrue(one)
        self.assertEqual(one, self.run_ok(*self.ARGUMENTS, "--jobs", "4"))

    def test_whatever_the_locale_and_the_clock(self):
        plain = self.run_ok(*self.ARGUMENTS)
        for more in ({"LC_ALL": "tr_TR.UTF-8"}, {"LC_ALL": "de_DE.UTF-8"}, {"LC_ALL": "C"}, {"TZ": "Pacific/Kiritimati"},
                     {"LANG": "ar_EG.UTF-8", "LANGUAGE": "ar"}):
            with self.subTest(more):
                self.assertEqual(plain, self.run_ok(*self.ARGUMENTS, env=self.environment(**more)))

    def test_whatever_the_order_of_inputs(self):
        files = sorted(REPORTS.glob("*.txt"))
        there = self.run_ok("claims", *files, "--metadata", METADATA).splitlines()
        back = self.run_ok("claims", *reversed(files), "--metadata", METADATA).splitlines()
        self.assertNotEqual(there, back)
        self.assertEqual(sorted(there), sorted(back))


if __name__ == "__main__":
    unittest.main()
