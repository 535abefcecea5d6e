"""Reports in other languages: kept, marked, not coded; and no English report among them."""
import json
import unittest

from support import GOOD, CliTest

FRENCH = ("Des hommes armés ont tué trois paysans mercredi près de la ville de Bama, a déclaré un responsable local. Les "
          "familles des victimes ont quitté le village pendant la nuit et personne n'y est encore revenu.\n")
ARABIC = ("قتل مسلحون ثلاثة مزارعين يوم الأربعاء قرب المدينة، بحسب مسؤول محلي. وغادرت عائلات الضحايا القرية خلال الليل ولم "
          "يعد إليها أحد حتى الآن.\n")


class Languages(CliTest):
    def setUp(self):
        super().setUp()
        self.write("reports/arabic.txt", ARABIC)
        self.write("reports/english.txt", GOOD)
        self.write("reports/french.txt", FRENCH)

    def test_claims_come_from_english_only(self):
        done = self.attest("claims", "reports")
        self.assertEqual(done.returncode, 0)
        self.assertEqual(done.stderr, "2 reports not coded, as they are not in English: 1 in Arabic, 1 in French\n")
        self.assertEqual({json.loads(line)["doc"] for line in done.stdout.splitlines()}, {"english.txt"})

    def test_others_are_kept_and_marked(self):
        done = self.attest("read", "reports", "--into", "ledger.db")
        self.assertEqual(done.returncode, 0)
        self.assertEqual([line.split(maxsplit=2)[2] for line in done.stdout.splitlines()],
                         ["arabic.txt, not coded: Arabic", "english.txt", "french.txt, not coded: French"])
        self.assertEqual(done.stderr, "3 read, 0 already known, 0 failed\n"
                                      "2 reports not coded, as they are not in English: 1 in Arabic, 1 in French\n")
        listing = self.run_ok("show", "--ledger", "ledger.db")
        self.assertIn("arabic.txt, not coded: Arabic", listing)
        shown = self.run_ok("show", "--ledger", "ledger.db", "french.txt")
        self.assertIn("language       fr (words)", shown)
        self.assertIn("claims         0, not coded: French", shown)

    def test_one_other_report(self):
        done = self.attest("claims", "reports/french.txt")
        self.assertEqual((done.returncode, done.stdout), (0, ""))
        self.assertEqual(done.stderr, "1 report not coded, as it is not in English: 1 in French\n")


if __name__ == "__main__":
    unittest.main()
