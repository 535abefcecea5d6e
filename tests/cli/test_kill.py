"""attest read killed with SIGKILL at 200 random points: nothing that was reported as kept is lost, and the ledger that the
last run finishes is the one that an undisturbed run makes."""
import contextlib
import fcntl
import json
import os
import random
import select
import signal
import sqlite3
import subprocess
import time
import unittest

from support import PROGRAM, CliTest

KILLS = 200
REPORTS = 400
PIPE = 4096  # bytes: a run that nobody reads waits, so that none is done before a busy machine gets to killing it
TAIL = 60    # lines, more than a pipe holds: a kill by lines comes before the run can write its last one
TOWNS = ("Bama", "Banki", "Mosul", "Tikrit", "Aleppo")

# Everything but the runs, whose number depends on how often a run was killed. Rows refer to documents by their bytes.
CONTENT = {
    "documents": "SELECT id, name, original, original_bytes, encoding, text, text_hash FROM documents ORDER BY id",
    "metadata": "SELECT id, field, value, origin, text_begin, text_end FROM metadata JOIN documents USING (document)",
    "blocks": "SELECT id, position, kind, text_begin, text_end FROM blocks JOIN documents USING (document)",
    "sightings": "SELECT d.id, s.name FROM sightings s JOIN documents d USING (document)",
    "claims": "SELECT d.id AS doc, c.* FROM claims c JOIN documents d USING (document)",
    "derivations": "SELECT d.id, claim, position, field, rule FROM derivations JOIN documents d USING (document)",
    "vias": "SELECT d.id AS doc, v.* FROM vias v JOIN documents d USING (document)",
    "search": "SELECT d.id, d.name FROM search JOIN documents d ON d.document = search.rowid"
              " WHERE search MATCH 'body:gunmen AND title:killed'",
}


def report(number):
    draw = random.Random(number)
    text = (f"Gunmen killed {number + 1} farmers near the town of {draw.choice(TOWNS)} on Wednesday, a local official said.\n"
            f"Another {draw.randint(2, 90)} people were wounded, witnesses said.\n")
    return json.dumps({"id": f"report-{number}", "title": f"{number + 1} killed", "text": text, "published": "2019-05-03",
                       "outlet": "Example Times"})


def content(ledger):
    """The rows of each table, without the row numbers of documents, which need not be the same."""
    with contextlib.closing(sqlite3.connect(ledger)) as connection:
        out = {}
        for table, query in CONTENT.items():
            cursor = connection.execute(query)
            keep = [i for i, column in enumerate(cursor.description) if column[0] != "document"]
            out[table] = sorted(repr([row[i] for i in keep]) for row in cursor)
        return out


class Kill(CliTest):
    def setUp(self):
        super().setUp()
        self.write("reports.jsonl", "".join(report(number) + "\n" for number in range(REPORTS)))

    def command(self, ledger):
        return [PROGRAM, "read", "reports.jsonl", "--no-trees", "--jobs", "2", "--quiet", "--into", ledger]

    def start(self, ledger):
        return subprocess.Popen(self.command(ledger), cwd=self.folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                                env=self.environment())

    def run_until(self, ledger, lines, seconds):
        """Kills the run after so many lines or seconds, whatever comes first. What it had reported until then; whether it
        was done before."""
        child = self.start(ledger)
        fcntl.fcntl(child.stdout, fcntl.F_SETPIPE_SZ, PIPE)
        out, deadline = b"", time.monotonic() + seconds
        while out.count(b"\n") < lines:
            left = deadline - time.monotonic()
            if left <= 0 or not select.select([child.stdout], [], [], left)[0]:
                break
            more = os.read(child.stdout.fileno(), 1 << 16)
            if not more:
                break
            out += more
        child.send_signal(signal.SIGKILL)
        rest, complaints = child.communicate()
        self.assertEqual(complaints, b"")
        whole = (out + rest).decode()
        return [line.split() for line in whole[:whole.rfind("\n") + 1].splitlines()], child.returncode == 0

    def kept(self, ledger):
        path = self.folder / ledger
        if not path.exists():
            return {}
        with contextlib.closing(sqlite3.connect(path)) as connection:
            if not connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]:
                return {}
            self.assertEqual(connection.execute("PRAGMA quick_check").fetchall(), [("ok",)])
            documents = dict(connection.execute("SELECT name, id FROM documents"))
            claims = connection.execute("SELECT count(DISTINCT document) FROM claims").fetchone()[0]
            self.assertEqual(claims, len(documents), "a report without its claims")
            return documents

    def test_killed_at_200_points(self):
        began = time.monotonic()
        self.assertEqual(subprocess.run(self.command("whole.db"), cwd=self.folder, stdout=subprocess.DEVNULL,
                                        env=self.environment(), check=False).returncode, 0)
        usual = time.monotonic() - began
        whole = content(self.folder / "whole.db")
        self.assertEqual(len(whole["documents"]), REPORTS)
        self.assertEqual(len(whole["search"]), REPORTS)

        draw = random.Random(20170309)
        killed, ledgers = 0, 0
        while killed < KILLS:
            ledgers += 1
            ledger = f"killed-{ledgers}.db"
            before, done = {}, False
            while not done:
                # By what was reported, a little behind what is known, or by time, from the first millisecond.
                by_lines = killed < KILLS and draw.random() < 0.6
                lines = min(len(before) + draw.randint(0, 100), REPORTS - TAIL) if by_lines else 10 * REPORTS
                seconds = draw.uniform(0, usual) if killed < KILLS and not by_lines else 60
                began = time.monotonic()
                told, done = self.run_until(ledger, lines, seconds)
                if done and not before:  # on a machine that was busier at first than now
                    usual = min(usual, time.monotonic() - began)
                killed += 0 if done else 1
                now = self.kept(ledger)
                self.assertLessEqual(before.items(), now.items(), "what was kept is kept")
                for word, identity, name in (line for line in told if line[0] == "kept"):
                    self.assertEqual(now[name][:12], identity, f"{word} {name} was lost in {ledger}")
                before = now
            resumed = content(self.folder / ledger)
            for table, rows in whole.items():
                self.assertEqual(resumed[table], rows, f"{table} of {ledger}")
        self.assertIn("all sound", self.run_ok("verify", "--ledger", ledger))
        self.assertLess(ledgers, KILLS // 3, "most runs were killed before they were done")


if __name__ == "__main__":
    unittest.main()
