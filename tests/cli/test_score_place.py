"""attest score place: marked names of places and their points, in the form of GeoVirus, held against what is found."""
import unittest

from support import CliTest

ARTICLE = """<articles><article><text>{text}</text><locations>
<location><name>{name}</name><start>{start}</start><end>{end}</end><lat>{lat}</lat><lon>{lon}</lon></location>
</locations></article></articles>
"""


class ScorePlace(CliTest):
    def article(self, text, name, start, lat, lon):
        (self.folder / "a.xml").write_text(
            ARTICLE.format(text=text, name=name, start=start, end=start + len(name), lat=lat, lon=lon))

    def table(self):
        return [line.split() for line in self.run_ok("score", "place", "a.xml").splitlines()]

    def test_found_and_near(self):
        self.article("Fever spread in Nairobi, doctors said.", "Nairobi", 17, -1.29, 36.82)
        rows = self.table()
        self.assertEqual(rows[1], ["names,", "exact", "words", "1", "1", "100.00", "100.00", "100.00"])
        self.assertEqual(rows[5], ["within", "161", "km,", "of", "found", "1", "1", "100.00"])

    def test_found_and_far(self):
        self.article("Fever spread in Nairobi, doctors said.", "Nairobi", 17, 48.86, 2.35)
        self.assertEqual(self.table()[5], ["within", "161", "km,", "of", "found", "1", "0", "0.00"])

    def test_missed(self):
        self.article("Fever spread among Spaniards.", "Spaniards", 20, 40, -4)
        self.assertEqual(self.table()[1][3:5], ["1", "0"])

    def test_offsets_that_are_wrong(self):
        self.article("Fever spread in Nairobi, doctors said.", "Nairobi", 16, -1.29, 36.82)
        done = self.attest("score", "place", "a.xml")
        self.assertEqual((done.returncode, done.stderr),
                         (1, "attest: a.xml: article 1: 'Nairobi' does not stand where it should\n"))

    def test_no_point_on_the_globe(self):
        self.article("Fever spread in Nairobi, doctors said.", "Nairobi", 17, 91, 36.82)
        done = self.attest("score", "place", "a.xml")
        self.assertEqual((done.returncode, done.stderr),
                         (1, "attest: a.xml: article 1: 'Nairobi' has no point on the globe\n"))

    def test_no_xml(self):
        (self.folder / "a.xml").write_text("<articles><article>")
        done = self.attest("score", "place", "a.xml")
        self.assertEqual(done.returncode, 1)
        self.assertIn("a.xml: not XML at byte", done.stderr)


if __name__ == "__main__":
    unittest.main()
