"""attest verify: whatever byte of a ledger changes, it is found and named, unless it means nothing."""
import contextlib
import json
import os
import random
import shutil
import sqlite3
import unittest

from support import GOOD, CliTest, numbered, without_overriding_permissions

REPORT = {"id": "market", "published": "2019-05-03", "title": "Friends mourn Tariq Ballout", "outlet": "Example Times",
          "text": "Shells fell on the market of Harim on Thursday and killed at least 12 people, a doctor said. "
                  "Tariq Ballout, 34, a teacher, was among the dead, his wife said. Mayor Adama Tolno said that "
                  "government forces had wounded 20 civilians.\n"}


def flipped(path, at, bit=0):
    with open(path, "r+b") as file:
        file.seek(at)
        byte = file.read(1)[0]
        file.seek(at)
        file.write(bytes([byte ^ 1 << bit]))


def content(path):
    """Everything that a reader of the ledger can see; nothing where SQLite cannot read it."""
    with contextlib.closing(sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True)) as ledger:
        ledger.text_factory = bytes
        try:
            schema = ledger.execute("SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY name").fetchall()
            tables = [name.decode() for kind, name, _, sql in schema
                      if kind == b"table" and b"VIRTUAL" not in (sql or b"") and not name.startswith(b"sqlite_")]
            rows = {name: sorted(map(repr, ledger.execute(f"SELECT * FROM {name}"))) for name in tables}
            return schema, rows, ledger.execute("PRAGMA user_version").fetchone()
        except (sqlite3.Error, UnicodeDecodeError):
            return None


class Verify(CliTest):
    def setUp(self):
        super().setUp()
        self.write("good.txt", GOOD)
        self.write("more.jsonl", json.dumps(REPORT) + "\n" + numbered(5) + "\n")
        self.attest("read", "good.txt", "more.jsonl", "missing.txt", "--into", "ledger.db")
        with contextlib.closing(sqlite3.connect(self.folder / "ledger.db")) as ledger:
            ledger.execute("PRAGMA journal_mode=DELETE")
        (self.folder / "ledger.db-lock").unlink(missing_ok=True)

    def verify(self, ledger="ledger.db", *more):
        return self.attest("verify", "--ledger", ledger, *more)

    def changed(self, *statements):
        """A copy in which somebody has changed rows past attest."""
        shutil.copy(self.folder / "ledger.db", self.folder / "bad.db")
        with contextlib.closing(sqlite3.connect(self.folder / "bad.db", isolation_level=None)) as ledger:
            ledger.execute("DROP TRIGGER documents_stay_unaltered")
            for statement in statements:
                ledger.execute(statement)
        return self.verify("bad.db")

    def test_a_sound_ledger(self):
        self.assertRegex(self.run_ok("verify", "--ledger", "ledger.db"),
                         r"^3 documents, \d+ claims and 0 acts verified, all sound\n$")
        self.assertEqual(self.run_ok("verify", "--ledger", "ledger.db", "--quiet"), "")

    def test_it_stays_sound_when_read_again_coded_again_and_compacted(self):
        self.write("outlet.tsv", "name\toutlet\nmarket\tOther Times\n")
        self.attest("read", "more.jsonl", "--metadata", "outlet.tsv", "--into", "ledger.db")
        self.assertIn("all sound", self.run_ok("verify", "--ledger", "ledger.db"))
        self.run_ok("ledger", "vacuum", "ledger.db")
        self.assertIn("all sound", self.run_ok("verify", "--ledger", "ledger.db"))

    def test_each_thing_that_can_be_wrong_is_named(self):
        with contextlib.closing(sqlite3.connect(self.folder / "ledger.db")) as ledger:
            market = "market (" + ledger.execute("SELECT id FROM documents WHERE name = 'market'").fetchone()[0][:12] + ")"
            where = " WHERE document = (SELECT document FROM documents WHERE name = 'market')"
        for statement, problem in (
                ("UPDATE claims SET count_min = 13" + where + " AND count_min = 12", f"{market}: c2 count: the quoted words"),
                ("UPDATE claims SET count_min = 13" + where + " AND count_min = 12", f"{market}: claim c2: is not as it was written"),
                ("UPDATE claims SET kind = 'killled'" + where, f"{market}: claims: a claim holds a value"),
                ("UPDATE claims SET place_name = 'Idlib'" + where, f"{market}: claim c1: is not"),
                ("UPDATE claims SET trigger_end = 9000" + where, f"{market}: c1 trigger: bytes"),
                ("DELETE FROM derivations" + where, f"{market}: claim c"),
                ("UPDATE documents SET text = replace(text, '12', '13')" + where, f"{market}: text: is not the one"),
                ("UPDATE metadata SET value = 'Else'" + where + " AND field = 'outlet'", f"{market}: metadata: something"),
                ("UPDATE blocks SET kind = 'caption'" + where, f"{market}: blocks: something"),
                ("UPDATE private_names SET text_end = text_end - 1" + where + " AND field = 'text'",
                 f"{market}: private name: is not what stands at its place"),
                ("DELETE FROM private_names", f"{market}: private_names: something"),
                ("UPDATE sightings SET name = 'x'" + where, f"{market}: sightings: something"),
                ("UPDATE seals SET low = low + 1" + where, f"{market}: "),
                ("DELETE FROM fingerprints" + where, f"{market}: fingerprints: something"),
                ("UPDATE shingles SET rank = rank + 1", "database: shingles: are not those"),
                ("UPDATE runs SET inputs = '[]'", "database: runs: something is not as it was written"),
                ("DELETE FROM failures", "database: failures: has 0 rows, and 1 were written"),
                ("DROP TRIGGER acts_never_change", "database: sqlite_schema: has"),
                ("UPDATE table_seals SET rows = rows + 1 WHERE name = 'runs'", "database: runs: has")):
            with self.subTest(statement):
                done = self.changed(statement)
                self.assertEqual((done.returncode, done.stderr), (1, ""))
                self.assertTrue(any(line.startswith(problem) for line in done.stdout.splitlines()), done.stdout)

    def test_a_flipped_bit_anywhere_is_found_or_means_nothing(self):
        path = self.folder / "ledger.db"
        sound = content(path)
        data = path.read_bytes()
        chance = random.Random(8)
        places = [page + chance.randrange(4096) for page in range(0, len(data), 4096) for _ in range(2)]
        places += [at for at in range(0, 100, 7)]  # the header
        for words in (b"Tariq Ballout", b"market of Harim", b"asserted", b"Example Times", b"good.txt", b"CREATE TABLE claims",
                      b"acts_never_change", b"2019-05-03", b"the number", b"missing.txt"):
            at = -1
            while (at := data.find(words, at + 1)) >= 0:
                places.append(at + chance.randrange(len(words)))
        meaningless = 0
        for at in places:
            shutil.copy(path, self.folder / "bad.db")
            flipped(self.folder / "bad.db", at, chance.randrange(8))
            done = self.verify("bad.db", "--quiet")
            self.assertIn(done.returncode, (0, 1, 3), f"byte {at}: {done.stderr}")
            if done.returncode == 0:
                meaningless += 1
                self.assertEqual(content(self.folder / "bad.db"), sound, f"byte {at} of page {at // 4096 + 1}")
            else:
                self.assertTrue(done.stdout or done.stderr, f"byte {at}")
        self.assertGreater(len(places) - meaningless, 20)  # the rest lies in free space

    def test_every_byte_of_the_record_counts(self):
        """Of each column of claims, names and metadata one value is changed by a bit, as a disk would."""
        path = self.folder / "ledger.db"
        with contextlib.closing(sqlite3.connect(path)) as ledger:
            cells = []
            for table in ("claims", "metadata", "blocks", "private_names", "derivations"):
                for column in (row[1] for row in ledger.execute(f"PRAGMA table_info({table})")):
                    kind = ledger.execute(f"SELECT typeof({column}) FROM {table} WHERE {column} IS NOT NULL LIMIT 1").fetchone()
                    if column not in ("document", "position", "claim", "field") and kind:
                        cells.append((table, column, kind[0]))
        for table, column, kind in cells:
            new = {"integer": f"{column} + 1", "real": f"{column} + 0.0001"}.get(kind, f"{column} || 'x'")
            done = self.changed(f"UPDATE OR IGNORE {table} SET {column} = {new}")
            self.assertEqual(done.returncode, 1, f"{table}.{column}: {done.stdout}{done.stderr}")

    def test_what_cannot_be_verified(self):
        self.expect(self.verify("none.db"), 3, "none.db: no such ledger")
        self.write("text.db", "no ledger at all, but a text that is long enough to be looked at" * 40)
        self.expect(self.verify("text.db"), 3, "text.db: not a ledger")
        self.assertEqual(self.attest("verify").returncode, 2)

    def test_a_head_that_is_not_in_the_chain(self):
        done = self.verify("ledger.db", "--head", "0" * 64)
        self.assertEqual(done.returncode, 1)
        self.assertIn("act", done.stdout)

    def test_a_ledger_that_may_only_be_read(self):
        os.chmod(self.folder / "ledger.db", 0o444)
        os.chmod(self.folder, 0o555)
        done = self.attest("verify", "--ledger", "ledger.db", preexec_fn=without_overriding_permissions)
        os.chmod(self.folder, 0o755)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        self.assertIn("not the full-text index", done.stdout)


if __name__ == "__main__":
    unittest.main()
