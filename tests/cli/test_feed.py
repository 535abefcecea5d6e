"""Saved feeds as inputs: their items are reports."""
import unittest

from servers import SiteTest

ITEM = ("<item><title>{title}</title><link>https://news.example/{number}</link><dc:creator>A. Writer</dc:creator>"
        "<pubDate>Fri, 03 May 2019 23:30:00 -0500</pubDate>{words}</item>")
WORDS = "&lt;p&gt;Gunmen killed {} farmers near the Nigerian town of Bama on Wednesday, a local official said.&lt;/p&gt;"


def item(number, element="content:encoded", title="Farmers killed in raid"):
    words = f"<{element}>{WORDS.format(number)}</{element}>" if element else ""
    return ITEM.format(number=number, words=words, title=title)


def feed(*items, end="</channel></rss>"):
    return ('<?xml version="1.0"?>\n<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"'
            ' xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Valley Courier</title>\n'
            + "\n".join(items) + end)


class SavedFeed(SiteTest):
    def test_items_are_reports(self):
        self.write("feed.xml", feed(item(3), item(5)))
        claims = self.claims("feed.xml")
        killed = {claim["doc"]: claim["count"]["min"] for claim in claims if claim["kind"] == "killed" and claim["count"]}
        self.assertEqual(killed, {"https://news.example/3": 3, "https://news.example/5": 5})
        self.assertEqual({claim["time"]["from"] for claim in claims if claim["time"]["text"]}, {"2019-05-01"},
                         "Wednesday before the day that the outlet wrote")

    def test_what_is_kept(self):
        self.write("feed.xml", feed(item(3)))
        done = self.attest("read", "feed.xml", "feed.xml", "--into", "ledger.db")
        self.assertEqual((done.returncode, done.stderr), (0, "1 read, 1 already known, 0 failed\n"))
        shown = self.run_ok("show", "--ledger", "ledger.db", "https://news.example/3")
        for words in ("Valley Courier", "2019-05-03", "Farmers killed in raid"):
            self.assertIn(words, shown)

    def test_feeds_among_other_xml_in_a_folder(self):
        (self.folder / "saved").mkdir()
        self.write("saved/feed.xml", feed(item(3)))
        self.write("saved/map.xml", '<?xml version="1.0"?><map><point x="1"/></map>')
        done = self.attest("claims", "saved")
        self.assertEqual(done.returncode, 0)
        self.assertIn('"doc":"https://news.example/3"', done.stdout.replace(" ", ""))
        self.assertIn("passed over: files of other kinds (1)", done.stderr)

    def test_teasers_and_titles(self):
        self.write("feed.xml", feed(item(3, "description"), item(4, None)))
        done = self.attest("claims", "feed.xml")
        self.assertEqual(done.returncode, 0)
        self.assertIn("items of feeds that hold only a title", done.stderr)
        self.assertIn('"doc":"https://news.example/3"', done.stdout.replace(" ", ""))

    def test_a_teaser_of_one_sentence(self):
        self.write("feed.xml", '<rss version="2.0"><channel><title>Valley Wire</title><item><title>Shelling in Orlo</title>'
                   "<link>https://news.example/9</link><description>Shelling killed 3 people in Donetsk on Sunday, "
                   "officials said.</description></item></channel></rss>")
        self.assertIn("killed", {claim["kind"] for claim in self.claims("feed.xml")})

    def test_broken_feeds(self):
        self.write("cut.xml", feed(item(3), item(4), end=""))
        self.write("bomb.xml", '<!DOCTYPE r [<!ENTITY a "aaaa">]><rss><channel>&a;</channel></rss>')
        self.write("list.opml", '<opml><body><outline xmlUrl="https://news.example/feed.xml"/></body></opml>')
        done = self.attest("claims", "cut.xml", "bomb.xml", "list.opml")
        self.assertEqual(done.returncode, 1)
        self.assertEqual({line.split(": ", 2)[1] for line in done.stderr.splitlines() if line.startswith("attest: ")},
                         {"cut.xml:4", "bomb.xml", "list.opml"})
        self.assertIn("https://news.example/3", done.stdout)

    def test_fetched_feeds(self):
        self.site.routes["/feed"] = (200, {"Content-Type": "application/rss+xml"}, feed(item(3)))
        claims = self.claims(self.site.url("/feed"), *self.FAST)
        self.assertEqual({claim["doc"] for claim in claims}, {"https://news.example/3"})


if __name__ == "__main__":
    unittest.main()
