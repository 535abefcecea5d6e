"""attest score time: marked expressions of time, in the forms of MEANTIME and of GUM, held against what is found."""
import unittest

from support import CliTest


def gum(sentences, created="2018-03-15"):
    """CoNLL-U with GUM's dates. A sentence is a list of (word, date attributes or None)."""
    lines = ["# newdoc id = GUM_news_invented", f"# meta::dateCreated = {created}"]
    for sentence in sentences:
        lines.append("# text = " + " ".join(word for word, _ in sentence))
        for number, (word, date) in enumerate(sentence, 1):
            misc = f"XML=<date {date}></date>" if date else "_"
            lines.append(f"{number}\t{word}\t{word}\tNOUN\tNN\t_\t{number - 1}\t{'root' if number == 1 else 'dep'}\t_\t{misc}")
        lines.append("")
    return "\n".join(lines) + "\n"


def meantime(words, times, created="2018-03-15"):
    """CAT XML of one sentence after the headline and the date. `times` are (first, last, value) by word, from 0."""
    tokens = "".join(f'<token number="{i}" sentence="2" t_id="{i + 1}">{w}</token>\n' for i, w in enumerate(words))
    marks = "".join(
        f'<TIMEX3 functionInDocument="NONE" m_id="{n}" type="DATE" value="{value}">'
        + "".join(f'<token_anchor t_id="{i + 1}"/>' for i in range(first, last + 1)) + "</TIMEX3>\n"
        for n, (first, last, value) in enumerate(times))
    return (f'<?xml version="1.0" ?><Document doc_name="invented">\n{tokens}<Markables>\n'
            f'<TIMEX3 functionInDocument="CREATION_TIME" m_id="99" type="DATE" value="{created}"/>\n'
            f"{marks}</Markables></Document>\n")


class ScoreTime(CliTest):
    def rows(self, *arguments):
        table = self.run_ok("score", "time", *arguments)
        return {line[:20].strip(): line[20:].split() for line in table.splitlines()[1:]}

    def test_dates_of_gum(self):
        self.write("a.conllu", gum([[("Rain", None), ("fell", None), ("on", None), ("Wednesday", 'when:::"2018-03-14"'),
                                     ("and", None), ("in", None), ("2014", 'when:::"2015"'), (".", None)]]))
        rows = self.rows("a.conllu")
        self.assertEqual(rows["recognised"][:3], ["2", "2", "100.00"])
        self.assertEqual(rows["interval equal"], ["2", "2", "50.00", "50.00", "50.00", "50.00"])

    def test_timex_of_meantime(self):
        words = "Rain fell in October , two weeks ago and later .".split()
        self.write("a.xml", meantime(words, [(3, 3, "2017-10"), (5, 7, "2018-W09"), (9, 9, "FUTURE_REF")], "2018-03-14"))
        rows = self.rows("a.xml")
        self.assertEqual(rows["recognised"][:2], ["3", "2"])
        self.assertEqual(rows["interval equal"][:3], ["2", "2", "50.00"])
        self.assertEqual(rows["interval overlapping"][:3], ["2", "2", "100.00"])

    def test_ends_of_spans(self):
        self.write("a.xml", meantime("Rain fell from 2012 to 2014 .".split(), [(3, 3, "2012"), (5, 5, "2014")]))
        self.assertEqual(self.rows("a.xml")["interval equal"][:3], ["2", "2", "100.00"])

    def test_differences_are_listed(self):
        self.write("a.xml", meantime("Rain fell on Monday .".split(), [(3, 3, "2018-03-05")]))
        printed = self.run_ok("score", "time", "a.xml", "--errors", "1")
        self.assertIn("differs\t", printed)
        self.assertIn("2018-03-12/2018-03-12 time.weekday-before-publication", printed)

    def test_bad_input(self):
        self.write("a.xml", "<?xml version='1.0'?><html/>")
        done = self.attest("score", "time", "a.xml")
        self.assertEqual((done.returncode, done.stdout), (1, ""))
        self.assertIn("a.xml: not a document of MEANTIME", done.stderr)
        self.write("b.conllu", gum([[("Rain", None)]]))
        done = self.attest("score", "time", "b.conllu", "--documents", "nothing*")
        self.assertEqual((done.returncode, done.stderr), (1, "attest: no document to score\n"))


if __name__ == "__main__":
    unittest.main()
