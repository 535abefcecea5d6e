"""Saved web pages: what is read of them, and one clear line for those that cannot be read."""
import json
import unittest

from support import CliTest

PARAGRAPH = "<p>Gunmen killed three farmers near the Nigerian town of Bama on Wednesday, a local official said.</p>"
PAGE = f"""<!doctype html><html lang=en><head><title>Three farmers killed | Example Courier</title>
<meta property="article:published_time" content="2019-05-03T08:00:00Z"></head>
<body><nav><ul><li><a href=/>Home</a><li><a href=/world>World</a></ul></nav>
<article><h1>Three farmers killed</h1>{PARAGRAPH}<p>The official said that the road to the market is closed until
the army has searched it.</p><div class="related"><p>Gunmen killed forty traders in another town last year, it was said.</p></div></article>
<footer><p>All rights reserved by the Example Courier and those who write for it.</p></footer></body></html>
"""
TEXT = ("Three farmers killed\n\n"
        "Gunmen killed three farmers near the Nigerian town of Bama on Wednesday, a local official said.\n\n"
        "The official said that the road to the market is closed until the army has searched it.")


class Pages(CliTest):
    def claims(self, *inputs):
        return [json.loads(line) for line in self.run_ok("claims", *inputs).splitlines()]

    def test_the_text_is_the_report(self):
        self.write("page.html", PAGE)
        self.assertEqual(self.run_ok("text", "page.html"), TEXT)

    def test_claims_are_dated_by_the_page(self):
        self.write("page.html", PAGE)
        killed = [claim for claim in self.claims("page.html") if claim["kind"] == "killed"]
        self.assertEqual([claim["count"]["min"] for claim in killed], [3, 3])
        self.assertEqual(killed[-1]["time"]["from"], "2019-05-01")

    def test_json_lines_may_hold_pages(self):
        self.write("pages.jsonl", json.dumps({"id": "p", "html": PAGE}) + "\n")
        self.write("page.html", PAGE)
        in_line, in_file = self.claims("pages.jsonl"), self.claims("page.html")
        self.assertEqual({claim["doc"] for claim in in_line}, {"p"})
        self.assertEqual([claim["sentence"] for claim in in_line], [claim["sentence"] for claim in in_file])

    def test_a_ledger_keeps_the_page(self):
        self.write("page.html", PAGE)
        self.attest("read", "page.html", "--into", "ledger.db")
        self.assertEqual(self.run_ok("text", "--ledger", "ledger.db", "page.html"), TEXT)

    def test_pages_without_text(self):
        for name, html, reason in [
                ("scripts.html", "<!doctype html><html><script>go()</script></html>",
                 "empty: no text in this page; its scripts would have fetched it"),
                ("frames.html", "<!doctype html><html><frameset cols='1,2'><frame src=a></frameset></html>",
                 "empty: a page of frames; its text is in other files"),
                ("bare.html", "<!doctype html><html><body></body></html>", "empty: there is no text in this page")]:
            self.write(name, html)
            done = self.attest("claims", name)
            self.assertEqual(done.returncode, 1)
            self.assertIn(f"{name}: {reason}", done.stderr)

    def test_hostile_pages(self):
        self.write("deep.html", "<html><article>" + "<div>" * 10000 + PARAGRAPH)
        self.assertEqual(len(self.claims("deep.html")), 1)
        self.write("zeros.html", PAGE.replace("<article>", " " * 5000 + "<article>").replace("market", "mar\0ket"))
        self.assertEqual(self.run_ok("text", "zeros.html"), TEXT)
        self.write("label.html", PAGE.replace("<head>", "<head><meta charset=windows-1251>").replace("Bama", "Bámá"))
        self.assertEqual(self.run_ok("text", "label.html"), TEXT.replace("Bama", "Bámá"))
        self.write("large.html", PAGE + " " * (65 << 20))
        done = self.attest("claims", "large.html")
        self.assertEqual(done.returncode, 1)
        self.assertIn("large.html: larger than 64 MiB", done.stderr)

    def test_scores(self):
        self.write("set/html/a.html", PAGE)
        self.write("set/gold.json", json.dumps([{
            "file": "a.html", "with": ["three farmers near", "not there"], "without": ["forty traders", "The official"],
            "title": "Three Farmers Killed", "date": "2019-05-03"}]))
        done = self.attest("score", "articles", "set")
        self.assertEqual(done.returncode, 0)
        self.assertEqual(done.stdout.splitlines()[:3], [
            "segments   precision 0.500  recall 0.500  F1 0.500  (2 wanted, 2 unwanted)",
            "title      right 1.000  (1 of 1)", "date       right 1.000  (1 of 1)"])
        self.assertIn("pages/s", done.stderr)
        self.write("set/gold.json", "{}")
        done = self.attest("score", "articles", "set")
        self.assertEqual((done.returncode, done.stderr), (1, "attest: set/gold.json: not an array of pages\n"))


if __name__ == "__main__":
    unittest.main()
