"""attest read, show and text: a ledger keeps what it said it kept, once, whatever happens."""
import os
import signal
import sqlite3
import subprocess
import unittest

from support import EXAMPLES, GOOD, PROGRAM, CliTest, numbered

REPORTS = EXAMPLES / "reports"


def rows(ledger, query):
    with sqlite3.connect(ledger) as connection:
        return connection.execute(query).fetchall()


ALL_CLAIMS = "SELECT * FROM quoted_claims ORDER BY name, position"


class Read(CliTest):
    def read(self, *inputs, into="ledger.db", **options):
        return self.attest("read", *inputs, "--into", into, **options)

    def test_again_adds_nothing(self):
        first = self.read(REPORTS)
        self.assertEqual((first.returncode, first.stderr), (0, "14 read, 0 already known, 0 failed\n"))
        self.assertEqual({line.split()[0] for line in first.stdout.splitlines()}, {"kept"})
        claims = rows(self.folder / "ledger.db", ALL_CLAIMS)
        second = self.read(REPORTS)
        self.assertEqual((second.returncode, second.stderr), (0, "0 read, 14 already known, 0 failed\n"))
        self.assertEqual(rows(self.folder / "ledger.db", ALL_CLAIMS), claims)

    def test_same_records_whatever_the_number_of_threads(self):
        outputs = {self.read(REPORTS, "--jobs", jobs, into=f"{jobs}.db").stdout for jobs in ("1", "4")}
        self.assertEqual(len(outputs), 1)
        self.assertEqual(rows(self.folder / "1.db", ALL_CLAIMS), rows(self.folder / "4.db", ALL_CLAIMS))

    def test_broken_reports_are_told_and_the_others_kept(self):
        self.write("good.txt", GOOD)
        self.write("empty.txt", "")
        done = self.read("empty.txt", "missing.txt", "good.txt")
        self.assertEqual(done.returncode, 1)
        self.assertEqual(done.stderr.splitlines(), ["attest: empty.txt: empty: there is no text in it",
                                                    "attest: missing.txt: no such file or folder",
                                                    "1 read, 0 already known, 2 failed"])
        self.assertEqual([row[0] for row in rows(self.folder / "ledger.db", "SELECT name FROM documents")], ["good.txt"])

    def test_killed_and_resumed_loses_nothing(self):
        reports = "".join(numbered(n) + "\n" for n in range(1, 801)).encode()
        self.read("-", into="whole.db", stdin=reports)
        for enough in (1, 100, 300):
            ledger = f"killed-{enough}.db"
            told = self.kill_after(enough, ledger, reports)
            kept = {row[0] for row in rows(self.folder / ledger, "SELECT name FROM documents")}
            self.assertLessEqual(told, kept)
            self.assertEqual(rows(self.folder / ledger, "PRAGMA integrity_check"), [("ok",)])
            resumed = self.read("-", into=ledger, stdin=reports)
            self.assertEqual(resumed.stderr, f"{800 - len(kept)} read, {len(kept)} already known, 0 failed\n")
            self.assertEqual(rows(self.folder / ledger, ALL_CLAIMS), rows(self.folder / "whole.db", ALL_CLAIMS))

    def kill_after(self, enough, ledger, reports):
        """The names that were reported as kept before SIGKILL came, as soon as `enough` had been."""
        (self.folder / "reports.jsonl").write_bytes(reports)
        with subprocess.Popen([PROGRAM, "read", "reports.jsonl", "--into", ledger], cwd=self.folder, text=True,
                              stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=self.environment()) as child:
            told = [child.stdout.readline() for _ in range(enough)]
            os.kill(child.pid, signal.SIGKILL)
            told += child.stdout.readlines()
        return {line.split()[2] for line in told if line.endswith("\n")}

    def test_output_that_cannot_be_written(self):
        self.write("good.txt", GOOD)
        with open("/dev/full", "wb") as full:
            done = self.read("good.txt", stdout=full)
        self.assertEqual(done.returncode, 1)
        self.assertIn("attest: standard output: cannot be written: No space left on device\n", done.stderr)
        self.assertEqual(len(rows(self.folder / "ledger.db", "SELECT name FROM documents")), 1)


class UnusableLedger(CliTest):
    def setUp(self):
        super().setUp()
        self.write("good.txt", GOOD)

    def expect_unusable(self, ledger, complaint):
        for arguments in (("read", "good.txt", "--into", ledger), ("show", "--ledger", ledger),
                          ("text", "--ledger", ledger, "good.txt")):
            with self.subTest(arguments):
                self.expect(self.attest(*arguments), 3, complaint)

    def test_not_a_ledger(self):
        self.expect_unusable("good.txt", "good.txt: not a ledger")
        self.assertEqual((self.folder / "good.txt").read_text(), GOOD)

    def test_a_folder(self):
        os.mkdir(self.folder / "folder")
        self.expect_unusable("folder", "folder: is a folder, not a ledger")

    def test_another_database(self):
        rows(self.folder / "other.db", "CREATE TABLE mine (x)")
        self.expect_unusable("other.db", "other.db: an SQLite database, but not a ledger of attest")

    def test_a_newer_version(self):
        self.attest("read", "good.txt", "--into", "new.db")
        known = rows(self.folder / "new.db", "PRAGMA user_version")[0][0]
        rows(self.folder / "new.db", "PRAGMA user_version=99")
        self.expect_unusable("new.db", "new.db: a ledger of version 99, made by a newer attest; "
                             f"this one knows versions up to {known}")

    def test_a_folder_that_is_missing(self):
        done = self.attest("read", "good.txt", "--into", "nowhere/ledger.db")
        self.expect(done, 3, "nowhere/ledger.db: the ledger cannot be opened or written: No such file or directory")

    def test_show_makes_no_ledger(self):
        self.assertEqual(self.attest("show", "--ledger", "none.db").returncode, 3)
        self.assertFalse((self.folder / "none.db").exists())


class Show(CliTest):
    def setUp(self):
        super().setUp()
        self.write("good.txt", GOOD)
        self.write("more.jsonl", numbered(5) + "\n" + numbered(6) + "\n")
        self.attest("read", "good.txt", "more.jsonl", "--into", "ledger.db")

    def show(self, *arguments):
        return self.run_ok("show", "--ledger", "ledger.db", *arguments)

    def test_list(self):
        lines = self.show().splitlines()
        self.assertRegex(lines[0], r"^[0-9a-f]{12}  no date       1 claims  good\.txt$")
        self.assertRegex(lines[1], r"^[0-9a-f]{12}  2019-05-03    1 claims  report-5$")
        self.assertEqual(len(lines), 3)

    def test_report_with_its_claims(self):
        for word in ("good.txt", "good", self.show().split()[0]):
            shown = self.show(word)
            self.assertTrue(shown.startswith("good.txt\n"))
            self.assertIn("killed: “killed”", shown)
            self.assertIn("3: “three”", shown)

    def test_no_such_document(self):
        done = self.attest("show", "--ledger", "ledger.db", "nothing")
        self.expect(done, 1, "ledger.db: no document of this name or id: nothing")

    def test_text_is_what_claims_point_into(self):
        self.assertEqual(self.run_ok("text", "good.txt"), self.run_ok("text", "--ledger", "ledger.db", "good.txt"))
        self.assertEqual(self.run_ok("text", "more.jsonl:2"), self.run_ok("text", "--ledger", "ledger.db", "report-6"))
        self.assertEqual(self.run_ok("text", "-", stdin=GOOD.encode()), self.run_ok("text", "good.txt"))

    def test_text_of_one_report_only(self):
        self.expect(self.attest("text", "more.jsonl"), 2, "more.jsonl: holds several reports; name one, as in a.jsonl:7")
        self.expect(self.attest("text", "more.jsonl:9"), 1, "more.jsonl:9: no such line or member")


if __name__ == "__main__":
    unittest.main()
