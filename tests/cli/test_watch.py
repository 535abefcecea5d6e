"""attest watch: every report that feeds tell of is fetched once, whatever servers do and whenever the program dies."""
import os
import signal
import sqlite3
import subprocess
import time
import unittest

from servers import SiteTest, in_an_hour, page, rss
from support import PROGRAM


class Watch(SiteTest):
    def watch(self, *arguments, once=True, **options):
        options_ = (*self.FAST, "--retry-wait", "20ms") + (("--once",) if once else ())
        return self.attest("watch", *arguments, "--into", "ledger.db", *options_, **options)

    def rows(self, query):
        with sqlite3.connect(self.folder / "ledger.db") as connection:
            return connection.execute(query).fetchall()

    def publish(self, count, feed="/feed.xml"):
        """A feed of `count` reports at /1, /2, …"""
        for number in range(1, count + 1):
            self.site.routes[f"/{number}"] = page(number)
        self.site.routes[feed] = rss([(f"/{number}", f"Report {number}") for number in range(1, count + 1)])
        return self.site.url(feed)

    def test_keeps_what_a_feed_tells_of(self):
        done = self.watch(self.publish(3))
        self.assertEqual((done.returncode, done.stderr), (0, "3 kept, 0 already known, 0 refused\n"))
        lines = done.stdout.splitlines()
        self.assertEqual(lines[0], f"polled  {self.site.url('/feed.xml')}  3 items, 3 new")
        self.assertEqual(sorted(line.split()[0] for line in lines[1:]), ["kept"] * 3)
        self.assertEqual(self.rows("SELECT url, state, status, title, published FROM fetches ORDER BY url"),
                         [(self.site.url(f"/{n}"), "kept", 200, f"Report {n}", "2019-05-03") for n in (1, 2, 3)])
        (headers,), = self.rows(f"SELECT headers FROM fetches WHERE url = '{self.site.url('/1')}'")
        self.assertIn("Content-Type: text/plain\n", headers)
        metadata = dict(self.rows("SELECT field, value FROM metadata JOIN documents USING (document)"
                                  f" WHERE name = '{self.site.url('/1')}'"))
        self.assertEqual((metadata["outlet"], metadata["published"], metadata["url"]),
                         ("Valley Courier", "2019-05-03", self.site.url("/1")))
        self.assertIn(("killed",), self.rows("SELECT DISTINCT kind FROM claims"))

    def test_pages(self):
        self.site.routes["/feed.xml"] = rss([("/1.html", "Farmers killed")])
        self.site.routes["/1.html"] = (
            "<html><head><meta charset='utf-8'><meta property='og:site_name' content='Hill Post'></head><body><nav>Home</nav>"
            "<article><h1>Three farmers killed in raid near Bama</h1><p>Gunmen killed three farmers near the Nigerian town of Bama"
            " on Wednesday, a local official said.</p><p>The attackers came on motorcycles, residents said.</p></article></body></html>")
        done = self.watch(self.site.url("/feed.xml"))
        self.assertEqual((done.returncode, done.stderr), (0, "1 kept, 0 already known, 0 refused\n"))
        metadata = dict(self.rows("SELECT field, value FROM metadata"))
        self.assertEqual(metadata["outlet"], "Hill Post", "what the page says of itself counts")
        self.assertEqual(metadata["published"], "2019-05-03", "what it does not say is the feed's")
        self.assertIn("Three farmers killed", metadata["title"])

    def test_again_fetches_nothing_twice(self):
        feed = self.publish(3)
        self.watch(feed)
        self.site.routes["/4"] = page(4)
        self.site.routes["/feed.xml"] = rss([(f"/{n}", f"Report {n}") for n in (4, 1, 2, 3)])
        done = self.watch(feed)
        self.assertEqual(done.stderr, "1 kept, 0 already known, 0 refused\n")
        self.assertEqual([self.site.count(f"/{n}") for n in (1, 2, 3, 4)], [1, 1, 1, 1])

    def test_asks_only_for_newer_feeds(self):
        self.publish(1)
        body = self.site.routes["/feed.xml"]

        def feed(request):
            if request.headers.get("If-None-Match") == '"v1"':
                return (304, {}, "")
            return (200, {"ETag": '"v1"', "Last-Modified": "Fri, 03 May 2019 09:00:00 GMT"}, body)

        self.site.routes["/feed.xml"] = feed
        self.watch(self.site.url("/feed.xml"))
        done = self.watch(self.site.url("/feed.xml"))
        self.assertEqual(done.stdout, f"polled  {self.site.url('/feed.xml')}  as before\n")
        headers = [asked[1] for asked in self.site.asked if asked[0] == "/feed.xml"]
        self.assertEqual(headers[1].get("If-Modified-Since"), "Fri, 03 May 2019 09:00:00 GMT")

    def test_one_report_in_two_feeds_and_twice_in_one(self):
        self.publish(1)
        self.site.routes["/a.xml"] = rss([("/1", "One"), ("/1", "One again"), ("/1#comments", "And again")])
        self.site.routes["/b.xml"] = rss([("/1", "One")])
        self.watch(self.site.url("/a.xml"), self.site.url("/b.xml"))
        self.assertEqual(self.site.count("/1"), 1)

    def test_lists_of_feeds(self):
        self.publish(2)
        self.write("feeds.opml", f'<opml version="2.0"><body><outline text="x"><outline xmlUrl="{self.site.url("/feed.xml")}"/>'
                   "</outline></body></opml>")
        self.write("feeds.txt", f"# mine\n{self.site.url('/feed.xml')}\n{self.site.url('/alone')}\n")
        self.site.routes["/alone"] = page(9)
        done = self.watch("feeds.opml", "feeds.txt")
        self.assertEqual((done.returncode, done.stderr), (0, "3 kept, 0 already known, 0 refused\n"))
        done = self.watch("feeds.opml", "feeds.txt")
        self.assertEqual(done.stderr, "0 kept, 0 already known, 0 refused\n")
        self.assertEqual(self.site.count("/alone"), 1)

    def test_reports_that_are_in_the_feed_only(self):
        self.site.routes["/feed.json"] = (200, {"Content-Type": "application/feed+json", "ETag": '"x"'},
            '{"version":"https://jsonfeed.org/version/1.1","title":"River Post","items":[{"id":"a","title":"Raid",'
            '"content_text":"Gunmen killed 5 farmers near the Nigerian town of Bama on Wednesday."}]}')
        done = self.watch(self.site.url("/feed.json"))
        self.assertEqual((done.returncode, done.stderr), (0, "1 kept, 0 already known, 0 refused\n"))
        self.assertEqual(self.rows("SELECT max(count_min) FROM claims"), [(5,)])
        self.watch(self.site.url("/feed.json"))
        self.assertEqual(self.rows("SELECT count(*) FROM documents"), [(1,)])

    def test_no_more_than_max_items_a_poll(self):
        feed = self.publish(5)
        for expected in (2, 2, 1, 0):
            done = self.watch(feed, "--max-items", "2")
            self.assertEqual(done.stderr, f"{expected} kept, 0 already known, 0 refused\n")

    def test_what_fails_for_a_moment_is_tried_again(self):
        feed = self.publish(2)
        asked = []

        def busy(request):
            asked.append(time.monotonic())
            return (429, {"Retry-After": "1"}, "") if len(asked) == 1 else page(1)

        self.site.routes["/1"] = busy
        done = self.watch(feed)
        self.assertEqual(done.returncode, 0)
        self.assertEqual(done.stderr.splitlines(),
                         [f"attest: {self.site.url('/1')}: the server answers 429; again in 1 s",
                          "2 kept, 0 already known, 0 refused"])
        self.assertGreaterEqual(asked[1] - asked[0], 0.9)

    def test_what_asks_for_long_is_left_for_the_next_run(self):
        for wait in ("3600", in_an_hour()):
            (self.folder / "ledger.db").unlink(missing_ok=True)
            feed = self.publish(2)
            self.site.routes["/1"] = self.site.routes["/2"] = (503, {"Retry-After": wait}, "")
            self.site.asked.clear()
            done = self.watch(feed)
            self.assertEqual(done.returncode, 1)
            self.assertIn("0 kept, 0 already known, 0 refused, 2 left for the next run\n", done.stderr)
            self.assertEqual(self.site.count("/1") + self.site.count("/2"), 1, "the host wants to be left alone")

    def test_what_goes_on_failing_is_given_up(self):
        feed = self.publish(2)
        self.site.routes["/1"] = (500, {}, "")
        done = self.watch(feed)
        self.assertEqual(done.returncode, 1)
        self.assertIn(f"attest: {self.site.url('/1')}: given up after 5 tries: the server answers 500\n", done.stderr)
        self.assertEqual(self.site.count("/1"), 5)
        self.watch(feed)
        self.assertEqual(self.site.count("/1"), 5)

    def test_a_feed_that_fails_is_left_alone_for_a_while(self):
        done = self.attest("watch", self.site.url("/none.xml"), "--into", "ledger.db", *self.FAST, "--once",
                           "--retry-wait", "5m")
        self.assertEqual((done.returncode, done.stdout), (1, ""))
        self.assertIn("the server answers 404", done.stderr)
        done = self.watch(self.site.url("/none.xml"))
        self.assertEqual(self.site.count("/none.xml"), 1, "its time has not come")

    def test_broken_and_odd_feeds(self):
        self.publish(2)
        whole = self.site.routes["/feed.xml"]
        self.site.routes["/cut.xml"] = whole[:whole.index("</item>", whole.index("</item>") + 1)]
        self.site.routes["/bomb.xml"] = '<!DOCTYPE r [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><rss><channel>&b;</channel></rss>'
        self.site.routes["/empty.xml"] = ""
        done = self.watch(*(self.site.url(f"/{name}.xml") for name in ("bomb", "cut", "empty")), "--jobs", "1")
        self.assertEqual(done.returncode, 1)
        for complaint in ("bomb.xml: declares entities of its own", "cut.xml:1: broken XML", "empty.xml: empty"):
            self.assertIn(complaint, done.stderr)
        self.assertEqual(self.rows("SELECT url FROM fetches WHERE state = 'kept'"), [(self.site.url("/1"),)])

    def test_a_feed_that_never_ends(self):
        self.publish(1)
        begin = self.site.routes["/feed.xml"].replace("</channel></rss>", "")

        def endless(request):
            request.begin("application/rss+xml")
            request.wfile.write(begin.encode())
            filler = b"<item><title>" + b"x" * 65000 + b"</title></item>"
            try:
                while True:
                    request.wfile.write(filler)
            except OSError:
                return None

        self.site.routes["/feed.xml"] = endless
        done = self.watch(self.site.url("/feed.xml"))
        self.assertEqual(done.returncode, 1)
        self.assertIn("longer than a feed may be: only its beginning was read", done.stderr)
        self.assertEqual(self.rows("SELECT url FROM fetches WHERE state = 'kept'"), [(self.site.url("/1"),)])

    def test_private_networks_only_if_allowed(self):
        feed = self.publish(1)
        done = self.attest("watch", feed, "--into", "ledger.db", "--once")
        self.assertEqual(done.returncode, 1)
        self.assertIn("127.0.0.1 is not an address of the public internet", done.stderr)
        self.assertEqual(self.site.asked, [])

    def test_pages_that_cannot_be_read(self):
        feed = self.publish(3)
        self.site.routes["/1"] = (200, {"Content-Type": "image/png"}, b"\x89PNG\r\n\x1a\n")
        self.site.routes["/2"] = (200, {}, "")
        done = self.watch(feed)
        self.assertEqual(done.returncode, 1)
        self.assertIn("1 kept, 0 already known, 2 refused", done.stderr)
        self.assertEqual(self.rows("SELECT count(*) FROM failures"), [(2,)])

    def test_killed_and_resumed_loses_and_repeats_nothing(self):
        feed = self.publish(40)
        command = [PROGRAM, "watch", feed, "--into", "ledger.db", *self.FAST, "--once", "--jobs", "1"]
        told = set()
        for enough in (1, 8, 15):
            with subprocess.Popen(command, cwd=self.folder, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
                                  env=self.environment()) as child:
                lines = [child.stdout.readline() for _ in range(enough)]
                os.kill(child.pid, signal.SIGKILL)
                lines += child.stdout.readlines()
            told |= {line.split()[2] for line in lines if line.startswith("kept") and line.endswith("\n")}
            self.assertLessEqual(told, {row[0] for row in self.rows("SELECT url FROM fetches WHERE state = 'kept'")})
        before = list(self.site.asked)
        kept = {row[0] for row in self.rows("SELECT url FROM fetches WHERE state = 'kept'")}
        done = self.watch(feed)
        self.assertEqual(done.stderr, f"{40 - len(kept)} kept, 0 already known, 0 refused\n")
        self.assertEqual(self.rows("SELECT count(*) FROM documents"), [(40,)])
        asked_again = {self.site.url(asked[0]) for asked in self.site.asked[len(before):]}
        self.assertFalse(asked_again & kept)

    def test_ends_when_told_and_polls_again_meanwhile(self):
        feed = self.publish(2)
        command = [PROGRAM, "watch", feed, "--into", "ledger.db", *self.FAST, "--every", "100ms"]
        with subprocess.Popen(command, cwd=self.folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
                              env=self.environment()) as child:
            while self.site.count("/feed.xml") < 3:
                self.assertIsNone(child.poll())
                time.sleep(0.02)
            child.send_signal(signal.SIGINT)
            out, err = child.communicate(timeout=30)
        self.assertEqual((child.returncode, err), (0, "2 kept, 0 already known, 0 refused\n"))
        self.assertEqual(out.count("kept "), 2)
        self.assertEqual(self.rows("SELECT count(*) FROM runs WHERE ended_at IS NOT NULL"), [(1,)])

    def test_wrong_words(self):
        self.write("words.txt", "no address\n")
        done = self.watch("words.txt", "missing.txt", "http://user:secret@127.0.0.1/")
        self.assertEqual(done.returncode, 1)
        self.assertIn("attest: words.txt:1: not an address that begins with http:// or https://\n", done.stderr)
        self.assertIn("attest: missing.txt: no such file\n", done.stderr)
        self.assertNotIn("secret", done.stderr)
        for arguments in (("--every", "soon"), ("--every", "5m", "--once"), ("--max-items", "0"), ("--contact", "a\nb")):
            self.assertEqual(self.attest("watch", "words.txt", "--into", "ledger.db", *arguments).returncode, 2)


if __name__ == "__main__":
    unittest.main()
