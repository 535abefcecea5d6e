"""attest search, attest verify and attest ledger stats and vacuum; readers, writers and vacuum beside each other."""
import contextlib
import json
import os
import pty
import re
import resource
import shutil
import sqlite3
import subprocess
import threading
import time
import unittest

from support import GOOD, PROGRAM, CliTest, numbered, without_overriding_permissions


class WithLedger(CliTest):
    def setUp(self):
        super().setUp()
        self.write("good.txt", GOOD)
        self.write("more.jsonl", "".join(numbered(number) + "\n" for number in (5, 6)) + json.dumps(
            {"id": "talks", "title": "Talks in Zaragozá", "text": "Nothing happened at the talks.\n", "outlet": "Example Times"}))
        self.attest("read", "good.txt", "more.jsonl", "--into", "ledger.db")

    def change(self, *statements, ledger="ledger.db"):
        with contextlib.closing(sqlite3.connect(self.folder / ledger, isolation_level=None)) as connection:
            for statement in statements:
                if statement.startswith("UPDATE documents"):
                    connection.execute("DROP TRIGGER IF EXISTS documents_stay_unaltered")
                connection.execute(statement)


class Search(WithLedger):
    def search(self, *arguments):
        return self.attest("search", *arguments, "--ledger", "ledger.db")

    def test_results_name_document_date_outlet_and_claims(self):
        done = self.search("zaragoza")
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        lines = done.stdout.splitlines()
        self.assertRegex(lines[0], r"^[0-9a-f]{12}  no date     0 claims  talks$")
        self.assertEqual(lines[1:], ["  Example Times: Talks in Zaragozá", "    Talks in [Zaragozá]"])

    def test_json_marks_the_words(self):
        for line in self.search("farmers AND bama", "--json", "--kind", "killed", "--country", "ng").stdout.splitlines():
            hit = json.loads(line)
            text = hit["snippet"]["text"]
            self.assertEqual([text[begin:end] for begin, end in hit["snippet"]["marks"]], ["farmers", "Bama"])
            self.assertEqual(hit["claims"], 1)
        self.assertEqual(self.search("farmers", "--json").stdout.count("\n"), 3)
        self.assertEqual(self.search("farmers", "--from", "2019-06-01").stderr, "nothing found\n")

    def test_limit_tells_how_many_were_found(self):
        done = self.search("farmers", "--limit", "2")
        self.assertEqual(done.stdout.count("farmers"), 2)
        self.assertEqual(done.stderr, "3 documents found, 2 shown\n")

    def test_what_is_wrong_is_told_with_its_place(self):
        self.expect(self.search("mosul AND (hospital"), 2, "query: character 11: this ( is not closed")
        self.expect(self.search("a", "--kind", "rumour"), 2, "--kind: no kind of claim: rumour")
        self.expect(self.search("a", "--from", "May"), 2, "--from: not a date like 2017-03-09: May")
        self.expect(self.attest("search", "a", "--ledger", "none.db"), 3, "none.db: no such ledger")

    def test_an_older_ledger_is_indexed_by_the_next_read(self):
        self.change("INSERT INTO search (search) VALUES ('delete-all')",
                    "INSERT INTO unsearchable SELECT document FROM documents")
        self.assertIn("4 documents were kept by an older attest", self.search("farmers").stderr)
        self.attest("read", "good.txt", "--into", "ledger.db")
        self.assertEqual(self.search("farmers", "--json").stdout.count("\n"), 3)


class Stats(WithLedger):
    def test_figures(self):
        self.attest("read", "missing.txt", "--into", "ledger.db")
        stats = json.loads(self.run_ok("ledger", "stats", "ledger.db", "--json"))
        expected = {"documents": 4, "with_claims": 3, "claims": 3, "kinds": {"killed": 3}, "outlets": {"Example Times": 1},
                    "first_published": "2019-05-03", "undated": 2, "runs": 2, "runs_cut_off": 0, "failures": 1,
                    "reasons": {"no such file or folder": 1}, "not_indexed": 0}
        self.assertEqual({name: stats[name] for name in expected}, expected)
        text = self.run_ok("ledger", "stats", "ledger.db")
        self.assertIn("documents      4, 3 with claims\n", text)
        self.assertIn("published      2019-05-03 to 2019-05-03, 2 undated\n", text)


class Check(WithLedger):
    def check(self, ledger="ledger.db"):
        return self.attest("verify", "--ledger", ledger)

    def name(self, name):
        with contextlib.closing(sqlite3.connect(self.folder / "ledger.db")) as connection:
            return f"{name} ({connection.execute('SELECT id FROM documents WHERE name = ?', [name]).fetchone()[0][:12]})"

    def test_a_sound_ledger(self):
        self.assertEqual(self.run_ok("verify", "--ledger", "ledger.db"), "4 documents, 3 claims and 0 acts verified, all sound\n")

    def test_each_thing_that_can_be_wrong_is_named(self):
        good, talks = self.name("good.txt"), self.name("talks")
        for statement, problem in (
                ("UPDATE documents SET original = x'00' WHERE name = 'good.txt'",
                 f"{good}: original: the kept bytes cannot be unpacked"),
                ("UPDATE documents SET original = (SELECT original FROM documents WHERE name = 'report-5'), original_bytes ="
                 " (SELECT original_bytes FROM documents WHERE name = 'report-5') WHERE name = 'report-6'",
                 f"{self.name('report-6')}: original: the kept bytes are not those that the id names"),
                ("UPDATE documents SET text_hash = 'x' WHERE name = 'talks'",
                 f"{talks}: text: is not the one that text_hash names"),
                ("UPDATE claims SET place_end = 5000 WHERE document = 1",
                 f"{good}: c1 place: bytes 54 to 5000 are not in the text"),
                ("UPDATE blocks SET text_begin = 99, text_end = 98 WHERE document = 1 AND position = 0",
                 f"{good}: block 1: bytes 99 to 98 are not in the text"),
                ("UPDATE claims SET certainty = 'perhaps' WHERE document = 1",
                 f"{good}: claims: a claim holds a value that this program does not know"),
                ("DELETE FROM runs",
                 None),
                ("INSERT INTO search (search, rowid, title, body) SELECT 'delete', document, title, body FROM searchable"
                 " WHERE document = 1", "database: search: the full-text index lacks documents")):
            with self.subTest(statement):
                shutil.copy(self.folder / "ledger.db", self.folder / "bad.db")
                self.change(statement, ledger="bad.db")
                done = self.check("bad.db")
                self.assertEqual(done.returncode, 1)
                self.assertIn(problem or "a row belongs to no row of runs", done.stdout)

    def test_damaged_pages(self):
        path = self.folder / "ledger.db"
        whole = bytearray(path.read_bytes())
        with contextlib.closing(sqlite3.connect(path)) as connection:
            roots = connection.execute("SELECT rootpage FROM sqlite_schema WHERE name IN ('documents', 'runs', 'claims')")
            pages = [row[0] for row in roots]
        for page in pages:
            begin = (page - 1) * 4096
            whole[begin + 8:begin + 64] = b"\xff" * 56
        path.write_bytes(whole)
        done = self.check()
        self.assertEqual(done.returncode, 1)
        self.assertIn("database: structure: ", done.stdout)
        for arguments in (("show", "--ledger", "ledger.db"), ("read", "good.txt", "--into", "ledger.db"),
                          ("ledger", "vacuum", "ledger.db")):
            done = self.attest(*arguments)
            self.assertEqual(done.returncode, 3, done.stderr)
            self.assertIn("ledger.db: the ledger is damaged", done.stderr)


class Vacuum(WithLedger):
    def test_gives_space_back_and_loses_nothing(self):
        everything = self.run_ok("show", "--ledger", "ledger.db", "good.txt")
        self.change("CREATE TABLE waste AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 500)"
                    " SELECT randomblob(4000) FROM n", "DROP TABLE waste")
        before = (self.folder / "ledger.db").stat().st_size
        self.assertRegex(self.run_ok("ledger", "vacuum", "ledger.db"), r"^\d\.\d MB before, \d+\.\d kB after\n$")
        self.assertLess((self.folder / "ledger.db").stat().st_size, before / 4)
        self.assertEqual(self.run_ok("show", "--ledger", "ledger.db", "good.txt"), everything)
        self.assertIn("all sound", self.run_ok("verify", "--ledger", "ledger.db"))

    def test_refuses_while_a_run_writes(self):
        with subprocess.Popen([PROGRAM, "read", "-", "--into", "ledger.db"], cwd=self.folder, stdin=subprocess.PIPE,
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=self.environment()) as run:
            while not (self.folder / "ledger.db-lock").exists():
                time.sleep(0.01)
            self.expect(self.attest("ledger", "vacuum", "ledger.db"), 3,
                        "ledger.db: another attest is writing this ledger: try again when it is done")
            self.assertIn("not the full-text index", self.run_ok("verify", "--ledger", "ledger.db"))
            run.communicate(GOOD.encode())
        self.assertFalse((self.folder / "ledger.db-lock").exists())
        self.run_ok("ledger", "vacuum", "ledger.db")

    def test_makes_no_ledger(self):
        self.expect(self.attest("ledger", "vacuum", "none.db"), 3, "none.db: no such ledger")
        self.assertEqual(sorted(os.listdir(self.folder)), ["good.txt", "ledger.db", "more.jsonl"])


class BesideEachOther(CliTest):
    REPORTS = 600

    def setUp(self):
        super().setUp()
        self.write("reports.jsonl", "".join(numbered(number) + "\n" for number in range(1, self.REPORTS + 1)))

    def read(self, ledger="ledger.db", **options):
        return self.attest("read", "reports.jsonl", "--no-trees", "--into", ledger, **options)

    def test_readers_are_never_blocked(self):
        self.attest("read", "-", "--into", "ledger.db", stdin=GOOD.encode())
        seen, found, slowest, stop = [], [], 0.0, threading.Event()

        def look():
            nonlocal slowest
            while not stop.is_set():
                began = time.monotonic()
                with contextlib.closing(sqlite3.connect(self.folder / "ledger.db", timeout=0,
                                                        isolation_level=None)) as connection:
                    connection.execute("BEGIN")  # both questions about one moment
                    seen.append(connection.execute("SELECT count(*) FROM documents").fetchone()[0])
                    found.append(connection.execute("SELECT count(*) FROM search WHERE search MATCH 'farmers'")
                                 .fetchone()[0])
                slowest = max(slowest, time.monotonic() - began)

        reader = threading.Thread(target=look)
        reader.start()
        done = self.read()
        stop.set()
        reader.join()
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertGreater(len(seen), 3)
        self.assertEqual(seen, sorted(seen), "documents only come")
        self.assertEqual(found, seen, "what is kept can be searched")
        self.assertLess(slowest, 5)

    def test_the_log_does_not_grow_behind_readers(self):
        self.attest("read", "-", "--into", "ledger.db", stdin=GOOD.encode())
        with contextlib.closing(sqlite3.connect(self.folder / "ledger.db", isolation_level=None)) as old:
            old.execute("BEGIN")
            old.execute("SELECT count(*) FROM documents").fetchone()  # a moment that is held for the whole run
            self.assertEqual(self.read().returncode, 0)
        self.assertEqual(self.attest("read", "-", "--into", "ledger.db", stdin=GOOD.encode()).returncode, 0)
        self.assertFalse((self.folder / "ledger.db-wal").exists(), "the last to leave clears the log away")

    def test_two_runs_take_turns(self):
        with subprocess.Popen([PROGRAM, "read", "reports.jsonl", "--no-trees", "--into", "ledger.db"], cwd=self.folder,
                              stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env=self.environment()) as other:
            self.assertEqual(self.read().returncode, 0)
            other.communicate()
        self.assertEqual(other.returncode, 0)
        self.assertIn(f"{self.REPORTS:,} documents", self.run_ok("verify", "--ledger", "ledger.db"))

    def test_locked_by_a_program_that_never_ends(self):
        self.attest("read", "-", "--into", "ledger.db", stdin=GOOD.encode())
        with contextlib.closing(sqlite3.connect(self.folder / "ledger.db", isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            done = self.read()
            other.execute("ROLLBACK")
        self.expect(done, 3, "ledger.db: the ledger is locked by another program")
        self.assertEqual(self.read().returncode, 0)

    def test_a_full_disk_keeps_what_was_reported(self):
        def small_files():
            resource.setrlimit(resource.RLIMIT_FSIZE, (400_000, 400_000))
        done = self.read(preexec_fn=small_files)
        self.assertEqual(done.returncode, 3)
        self.assertRegex(done.stderr, "attest: ledger.db: the ledger cannot be (opened or )?written: ")
        told = {line.split()[2] for line in done.stdout.splitlines()}
        with contextlib.closing(sqlite3.connect(self.folder / "ledger.db")) as connection:
            kept = {name for name, in connection.execute("SELECT name FROM documents")}
        self.assertLessEqual(told, kept)
        self.assertLess(len(kept), self.REPORTS)
        self.assertEqual(self.read().returncode, 0)
        self.assertIn("all sound", self.run_ok("verify", "--ledger", "ledger.db"))

    def test_a_folder_that_may_not_be_written(self):
        self.attest("read", "-", "--into", "ledger.db", stdin=GOOD.encode())
        os.chmod(self.folder / "ledger.db", 0o444)
        os.chmod(self.folder, 0o555)
        self.addCleanup(os.chmod, self.folder, 0o755)
        as_anyone = {"preexec_fn": without_overriding_permissions}
        self.expect(self.read(**as_anyone), 3, "ledger.db: the ledger is read-only")
        for arguments in (("search", "farmers", "--ledger", "ledger.db"), ("ledger", "stats", "ledger.db")):
            self.assertEqual(self.attest(*arguments, **as_anyone).returncode, 0)
        self.assertIn("not the full-text index", self.attest("verify", "--ledger", "ledger.db", **as_anyone).stdout)

    def test_progress_on_a_terminal(self):
        ours, theirs = pty.openpty()
        self.addCleanup(os.close, ours)
        with subprocess.Popen([PROGRAM, "read", "reports.jsonl", "--no-trees", "--into", "ledger.db"], cwd=self.folder,
                              stdout=subprocess.DEVNULL, stderr=theirs, env=self.environment()) as run:
            os.close(theirs)
            shown = b""
            with contextlib.suppress(OSError):  # the other end is closed
                while more := os.read(ours, 4096):
                    shown += more
            self.assertEqual(run.wait(), 0)
        frames = re.findall(r"\r([\d,]+) read  \[[#-]{20}\] +(\d+) %", shown.decode())
        self.assertTrue(frames, shown)
        self.assertEqual(frames, sorted(frames, key=lambda frame: int(frame[1])), "it only goes on")
        self.assertIn(f"\r\x1b[K{self.REPORTS} read, 0 already known, 0 failed\r\n", shown.decode())

    def test_quiet_says_nothing(self):
        done = self.read("quiet.db")
        self.assertRegex(done.stderr, rf"^{self.REPORTS} read, 0 already known, 0 failed\n")
        done = self.attest("read", "reports.jsonl", "--no-trees", "--quiet", "--into", "quiet.db")
        self.assertEqual((done.returncode, done.stderr), (0, ""))


if __name__ == "__main__":
    unittest.main()
