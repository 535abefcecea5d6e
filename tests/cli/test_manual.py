"""The manual pages and the README say what the program does."""
import re
import unittest

from support import EXAMPLES, ROOT, CliTest

COMMANDS = ("claims", "history", "incidents", "lineage", "parse", "read", "review", "score", "score-names", "search", "serve", "series", "show",
            "simulate", "text", "train", "train-names", "watch", "why")


class Manual(CliTest):
    def page(self, name):
        return (ROOT / "man" / f"{name}.1").read_text(encoding="utf-8").replace("\\-", "-")

    def test_every_option_is_in_its_page(self):
        for command in COMMANDS:
            options = set(re.findall(r"--[a-z-]+", self.run_ok(command, "--help"))) - {"--help"}
            self.assertTrue(options)
            for option in options:
                self.assertIn(option, self.page(f"attest-{command}"), command)

    def test_every_option_of_the_gazetteer_is_in_its_page(self):
        for command in ("find", "add", "fetch"):
            for option in set(re.findall(r"--[a-z-]+", self.run_ok("gazetteer", command, "--help"))) - {"--help"}:
                self.assertIn(option, self.page("attest-gazetteer"), command)

    def test_every_option_of_ledger_is_in_its_page(self):
        for command in ("stats", "check", "vacuum"):
            self.assertIn(f"attest ledger {command}", self.page("attest-ledger"))
            for option in set(re.findall(r"--[a-z-]+", self.run_ok("ledger", command, "--help"))) - {"--help"}:
                self.assertIn(option, self.page("attest-ledger"), command)

    def test_every_option_of_token_is_in_its_page(self):
        for command in ("add", "list", "revoke"):
            self.assertIn(f"attest token {command}", self.page("attest-token"))
            for option in set(re.findall(r"--[a-z-]+", self.run_ok("token", command, "--help"))) - {"--help"}:
                self.assertIn(option, self.page("attest-token"), command)

    def test_every_act_of_review_is_in_its_page(self):
        for act in ("accept", "reject", "correct", "merge", "split", "exclude", "note", "sensitive", "undo"):
            self.assertIn(act, self.page("attest-review"))
            for option in set(re.findall(r"--[a-z-]+", self.run_ok("review", act, "--help"))) - {"--help"}:
                self.assertIn(option, self.page("attest-review"), act)

    def test_pages_have_their_sections(self):
        for name in ("attest", "attest-gazetteer", "attest-ledger", "attest-token", *(f"attest-{command}" for command in COMMANDS)):
            for section in ("SYNOPSIS", "DESCRIPTION", "EXIT STATUS", "EXAMPLES", "DIAGNOSTICS"):
                self.assertIn(f".SH {section}\n", self.page(name))

    def test_every_rule_is_explained(self):
        fields = "count|subset|victims|side|actor|opponent|means|object|place|time|source|certainty|scope|other"
        rule = rf"(?:{fields})\.(?!tsv)[a-z-]+"
        sources = [*(ROOT / "src/annotate").glob("*.[ch]pp"), *(ROOT / "src/claims").glob("*.[ch]pp")]
        written = {name for source in sources for name in re.findall(f'"({rule})"', source.read_text(encoding="utf-8"))}
        explained = re.findall(f"`({rule})`", (ROOT / "docs/rules.md").read_text(encoding="utf-8"))
        self.assertEqual(sorted(written), sorted(explained), "docs/rules.md lists each rule of the sources, once")

    def test_the_example_in_the_readme(self):
        readme = (ROOT / "README.md").read_text(encoding="utf-8")
        example = re.search(r"<!-- example -->\n\n(.*?)\n\n<!-- /example -->", readme, re.S)[1]
        command, _, *shown = re.sub("^    ", "", example, flags=re.M).split("\n")
        words = command.replace("examples/", f"{EXAMPLES}/").split()
        self.assertEqual(words[:2], ["$", "attest"])
        printed = self.run_ok(*words[2:], "--format", "table", env=self.environment(COLUMNS="96"))
        printed = [line.rstrip() for line in printed.splitlines()]
        missing = [line for line in shown if line != "…" and line not in printed]
        self.assertEqual(missing, [], "README.md shows what the program no longer prints: run scripts/example")


if __name__ == "__main__":
    unittest.main()
