"""PDF and Word files through attest claims, read and text; broken ones are told and the others read."""
import json
import shutil
import unittest

from support import GOOD, ROOT, CliTest

SAMPLES = ROOT / "tests" / "samples"


class Documents(CliTest):
    def claims(self, *inputs):
        return [json.loads(line) for line in self.run_ok("claims", *inputs).splitlines()]

    def test_claims_of_a_pdf(self):
        claims = self.claims(SAMPLES / "two-columns.pdf", "--published", "2019-03-14")
        killed = [claim for claim in claims if claim["kind"] == "killed"]
        self.assertEqual({(claim["count"]["min"], claim["count"]["max"]) for claim in killed if claim["count"]},
                         {(14, 14), (14, None)})
        self.assertEqual({claim["doc"] for claim in claims}, {"two-columns.pdf"})
        text = self.run_ok("text", SAMPLES / "two-columns.pdf")
        for claim in claims:
            sentence = claim["sentence"]
            self.assertEqual(text[sentence["start"]:sentence["end"]], sentence["text"])

    def test_claims_of_a_word_file_and_none_of_its_table(self):
        claims = self.claims(SAMPLES / "report.docx")
        self.assertEqual({(c["kind"], c["count"] and c["count"]["min"]) for c in claims if c["kind"] == "killed"},
                         {("killed", 4)})
        self.assertNotIn("12", {c["count"]["text"]["text"] if c["count"] else "" for c in claims})

    def test_tables_make_no_claims(self):
        claims = self.claims(SAMPLES / "tables.pdf", "--published", "2019-03-14")
        for claim in claims:
            self.assertNotIn("\t", claim["sentence"]["text"])
            self.assertNotIn(claim["sentence"]["text"], ("Killed", "Shells on the market", "Air strike near a school"))

    def test_a_folder_is_read_once_for_ever(self):
        for name in ("one-column.pdf", "report.docx"):
            shutil.copy(SAMPLES / name, self.folder / name)
        first = self.attest("read", self.folder, "--into", "ledger.db")
        self.assertEqual(first.stderr, "2 read, 0 already known, 0 failed\n")
        second = self.attest("read", self.folder, "--into", "ledger.db")
        self.assertEqual(second.stderr, "0 read, 2 already known, 0 failed\n")
        shown = self.run_ok("show", "--ledger", "ledger.db", "one-column.pdf")
        self.assertIn("River Valley Committee (pdf info)", shown)
        self.assertIn("2019-03-12 (date line)", shown)

    def test_broken_ones_are_told(self):
        self.write("good.txt", GOOD)
        self.write("half.pdf", (SAMPLES / "two-columns.pdf").read_bytes()[:40])
        self.write("half.docx", (SAMPLES / "report.docx").read_bytes()[:200])
        done = self.attest("claims", "half.pdf", SAMPLES / "encrypted.pdf", SAMPLES / "image-only.pdf", "half.docx",
                           "good.txt")
        self.assertEqual(done.returncode, 1)
        told = [line.split(": ", 2)[2] for line in done.stderr.splitlines()]
        self.assertEqual(told[:3], ["damaged: cannot be opened as a PDF", "encrypted: this PDF asks for a password",
                                    "there is no text in this PDF: it holds only images, and scanned pages are not read"])
        self.assertTrue(told[3].startswith("damaged: not a whole zip file"), told[3])
        self.assertEqual({json.loads(line)["doc"] for line in done.stdout.splitlines()}, {"good.txt"})


if __name__ == "__main__":
    unittest.main()
