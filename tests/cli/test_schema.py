"""What the program prints about the example reports is what docs/claim.schema.json and docs/output.md promise."""
import json
import re
import unittest

import jsonschema

from support import EXAMPLES, ROOT, CliTest

SCHEMA = json.loads((ROOT / "docs/claim.schema.json").read_text(encoding="utf-8"))
RULES = (ROOT / "docs/rules.md").read_text(encoding="utf-8")
MANUAL = (ROOT / "docs/output.md").read_text(encoding="utf-8")


def words_of(value):
    """All {"text", "start", "end"} in a claim."""
    if isinstance(value, dict):
        if value.keys() == {"text", "start", "end"}:
            yield value
        else:
            for member in value.values():
                yield from words_of(member)


class Schema(CliTest):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        jsonschema.Draft202012Validator.check_schema(SCHEMA)

    def examples(self):
        return self.claims(EXAMPLES / "reports", EXAMPLES / "reports.jsonl", "--metadata", EXAMPLES / "metadata.tsv")

    def test_claims_of_the_examples(self):
        validator = jsonschema.Draft202012Validator(SCHEMA)
        claims = self.examples()
        self.assertGreater(len(claims), 100)
        for claim in claims:
            wrong = [f"{'.'.join(map(str, error.path))}: {error.message}" for error in validator.iter_errors(claim)]
            self.assertEqual(wrong, [], claim)
            self.assertEqual(list(claim), SCHEMA["required"])

    def test_explained_claims_of_the_examples(self):
        validator = jsonschema.Draft202012Validator(SCHEMA)
        for claim in self.claims(EXAMPLES / "reports", "--metadata", EXAMPLES / "metadata.tsv", "--explain"):
            self.assertEqual([error.message for error in validator.iter_errors(claim)], [], claim)
            reasons = claim["explain"]
            self.assertEqual(reasons["kind"]["rule"], claim["rule"])
            for field in filter(lambda field: field != "kind", reasons):
                reason = reasons[field]
                self.assertEqual(reason["rule"] is None, claim[field] is None, (field, claim))
                if isinstance(claim[field], dict) and claim[field]["text"]:
                    self.assertEqual(reason["words"], claim[field]["text"])
                for rule in filter(None, [reason["rule"], *(other["rule"] for other in reason["considered"])]):
                    self.assertIn(f"`{rule}`", RULES)
            for field in claim["derived"].keys() & reasons.keys():
                self.assertEqual(reasons[field]["rule"], claim["derived"][field])

    def test_words_are_slices_and_triggers_lie_in_their_sentences(self):
        texts = {}
        for claim in self.examples():
            doc = claim["doc"]
            if not doc.endswith(".txt"):
                continue
            if doc not in texts:
                texts[doc] = self.run_ok("text", EXAMPLES / "reports" / doc)
            for words in words_of(claim):
                self.assertEqual(texts[doc][words["start"]:words["end"]], words["text"])
            sentence, trigger = claim["sentence"], claim["trigger"]
            self.assertTrue(sentence["start"] <= trigger["start"] <= trigger["end"] <= sentence["end"])

    def test_a_wrong_claim_does_not_pass(self):
        validator = jsonschema.Draft202012Validator(SCHEMA)
        claim = self.examples()[0]
        for change in ({"kind": "rumour"}, {"sentence": None}, {"count": {"min": 3}}, {"more": 1},
                       {"kind": "damaged", "object": None}):
            self.assertFalse(validator.is_valid({**claim, **change}), change)

    def test_the_manual_names_every_member_value_and_rule(self):
        for member in SCHEMA["required"]:
            self.assertIn(f"| `{member}` |", MANUAL)
        def listed(node):
            if isinstance(node, dict):
                yield from node.get("enum", ())
                for value in node.values():
                    yield from listed(value)
            elif isinstance(node, list):
                for value in node:
                    yield from listed(value)
        for value in filter(None, listed(SCHEMA)):
            self.assertRegex(MANUAL, rf"\b{re.escape(value)}\b")
        for claim in self.examples():
            for rule in claim["derived"].values():
                self.assertIn(f"`{rule}`", RULES)


if __name__ == "__main__":
    unittest.main()
