"""Fetching as a guest: limits, robots.txt, redirects, and whatever else a server may do. Seen through attest watch."""
import gzip
import time
import unittest

from servers import SiteTest, page

MIB = 1 << 20


class Fetch(SiteTest):
    def fetch(self, path, *options):
        """The run of a watch that is given one page."""
        return self.attest("watch", self.site.url(path), "--into", "ledger.db", *self.FAST, "--retry-wait", "5m", "--once",
                           *options)

    def expect_kept(self, path, *options):
        done = self.fetch(path, *options)
        self.assertEqual((done.returncode, done.stderr), (0, "1 kept, 0 already known, 0 refused\n"))

    def expect_refused(self, path, reason, *options):
        done = self.fetch(path, *options)
        self.assertEqual(done.returncode, 1)
        self.assertIn(f"attest: {self.site.url(path)}: {reason}", done.stderr.splitlines()[0])
        return done

    def test_says_who_asks_and_for_what(self):
        self.site.routes["/1"] = page(1)
        self.expect_kept("/1", "--contact", "desk@news.example")
        headers = {path: headers for path, headers, _ in self.site.asked}
        for path in ("/robots.txt", "/1"):
            self.assertRegex(headers[path]["User-Agent"], r"\Aattest/\d+\.\d+\.\d+ \(\+desk@news\.example\)\Z")
        self.assertEqual(headers["/1"]["Accept-Encoding"], "gzip, br")

    def test_robots_are_asked_first_and_once(self):
        self.site.routes["/robots.txt"] = "User-agent: *\nDisallow: /\n\nUser-agent: attest\nDisallow: /private/\nAllow: /private/1$\n"
        self.site.routes["/private/1"] = page(1)
        self.expect_kept("/private/1")
        self.assertEqual([asked[0] for asked in self.site.asked], ["/robots.txt", "/private/1"])
        self.expect_refused("/private/12", "robots.txt of this site does not allow it")
        self.assertEqual(self.site.count("/private/12"), 0)

    def test_no_robots_is_leave_and_broken_robots_is_none(self):
        self.site.routes["/1"] = page(1)
        self.site.routes["/robots.txt"] = (403, {}, "")
        self.expect_kept("/1")
        self.site.routes["/2"] = page(2)
        self.site.routes["/robots.txt"] = (500, {}, "")
        self.expect_refused("/2", "robots.txt cannot be had: the server answers 500")
        self.assertEqual(self.site.count("/2"), 0)

    def test_crawl_delay_is_kept(self):
        self.site.routes["/robots.txt"] = "User-agent: *\nCrawl-delay: 0.4\n"
        self.write("two.txt", f"{self.site.url('/a')}\n{self.site.url('/b')}\n")
        self.site.routes |= {"/a": page(2), "/b": page(3)}
        self.attest("watch", "two.txt", "--into", "ledger.db", *self.FAST, "--once")
        times = {asked[0]: asked[2] for asked in self.site.asked}
        self.assertGreaterEqual(abs(times["/a"] - times["/b"]), 0.4)

    def test_hosts_are_not_hurried(self):
        self.write("two.txt", f"{self.site.url('/a')}\n{self.site.url('/b')}\n")
        self.site.routes |= {"/a": page(2), "/b": page(3)}
        self.attest("watch", "two.txt", "--into", "ledger.db", "--allow-private", "--per-host-wait", "300ms", "--once")
        times = {asked[0]: asked[2] for asked in self.site.asked}
        self.assertGreaterEqual(abs(times["/a"] - times["/b"]), 0.3)

    def test_redirects(self):
        self.site.routes["/old"] = (301, {"Location": "/new"}, "")
        self.site.routes["/new"] = page(1)
        self.expect_kept("/old")
        self.site.routes["/loop"] = (302, {"Location": "/loop"}, "")
        self.expect_refused("/loop", "more than 5 redirects")
        self.assertEqual(self.site.count("/loop"), 6)
        for target in ("file:///etc/passwd", "ftp://127.0.0.1/", "gopher://127.0.0.1:70/", "http://u:p@127.0.0.1/", ""):
            self.site.routes["/away"] = (302, {"Location": target}, "")
            (self.folder / "ledger.db").unlink()
            self.expect_refused("/away", "the server answers 302 and no address that may be followed")

    def test_each_redirect_is_checked(self):
        other = self.new_site()
        other.routes["/robots.txt"] = "User-agent: *\nDisallow: /secret\n"
        other.routes["/secret"] = page(1)
        self.site.routes["/1"] = (302, {"Location": other.url("/secret")}, "")
        self.expect_refused("/1", "robots.txt of this site does not allow it")
        self.assertEqual(other.count("/secret"), 0)

    def test_private_networks(self):
        self.site.routes["/1"] = page(1)
        port = self.site.server_port
        for host in ("127.0.0.1", "localhost", "2130706433", "[::ffff:127.0.0.1]"):
            done = self.attest("watch", f"http://{host}:{port}/1", "--into", f"{host[:3]}.db", "--once")
            self.assertEqual(done.returncode, 1)
            self.assertIn("is not an address of the public internet (--allow-private allows it)", done.stderr)
        self.assertEqual(self.site.asked, [])

    def test_time_limit(self):
        def slow(request):
            request.begin("text/html")
            try:
                for _ in range(100):
                    request.wfile.write(b"<p>")
                    time.sleep(0.05)
            except OSError:
                return None

        self.site.routes["/slow"] = slow
        begun = time.monotonic()
        self.expect_refused("/slow", "too slow: no answer, or no end of it, within 0.3 s", "--timeout", "300ms")
        self.assertLess(time.monotonic() - begun, 10)

    def test_size_limit(self):
        def endless(request):
            request.begin("text/html")
            try:
                while True:
                    request.wfile.write(b"<p>words and words" * 4096)
            except OSError:
                return None

        self.site.routes["/endless"] = endless
        self.expect_refused("/endless", "larger than 16 MiB")

    def test_endless_headers(self):
        def talkative(request):
            request.send_response(200)
            for number in range(2000):
                request.send_header(f"X-{number}", "x" * 100)
            request.end_headers()

        self.site.routes["/headers"] = talkative
        self.expect_refused("/headers", "sends more than 64 KiB of headers")

    def test_packed_pages(self):
        self.site.routes["/packed"] = (200, {"Content-Encoding": "gzip", "Content-Type": "text/plain"}, gzip.compress(page(1)[2].encode()))
        self.expect_kept("/packed")
        self.site.routes["/bomb"] = (200, {"Content-Encoding": "gzip"}, gzip.compress(b"words " * (34 * MIB)))
        self.expect_refused("/bomb", "larger than 16 MiB")
        self.site.routes["/broken"] = (200, {"Content-Encoding": "gzip"}, b"no gzip at all")
        self.expect_refused("/broken", "answers what cannot be read")

    def test_answers_that_are_none(self):
        for status, reason in ((404, "the server answers 404"), (204, "the server answers 204"), (403, "the server answers 403")):
            self.site.routes[f"/{status}"] = (status, {}, "")
            self.expect_refused(f"/{status}", reason)

        def silent(request):
            request.connection.close()

        self.site.routes["/silent"] = silent
        self.expect_refused("/silent", "cannot be reached")

    def test_addresses_are_inputs(self):
        self.site.routes |= {"/1": page(1), "/2": page(2)}
        options = ("--allow-private", "--per-host-wait", "0")
        claims = self.claims(self.site.url("/1"), *options)
        self.assertEqual({claim["doc"] for claim in claims}, {self.site.url("/1")})
        done = self.attest("read", self.site.url("/1"), self.site.url("/2"), self.site.url("/3"), "--into", "ledger.db", *options)
        self.assertEqual(done.returncode, 1)
        self.assertIn(f"attest: {self.site.url('/3')}: the server answers 404\n", done.stderr)
        self.assertEqual(sorted(line.split()[2] for line in done.stdout.splitlines()), [self.site.url("/1"), self.site.url("/2")])
        done = self.attest("claims", "http://user:secret@127.0.0.1/", self.site.url("/1"))
        self.assertEqual(done.returncode, 1)
        self.assertNotIn("secret", done.stderr)
        self.assertIn("is not an address of the public internet", done.stderr)
        self.expect(self.attest("text", self.site.url("/1")), 1,
                    f"{self.site.url('/1')}: addresses are not fetched by this command")

    def test_cookies_are_not_kept(self):
        self.site.routes["/1"] = (200, {"Set-Cookie": "id=secret", "Content-Type": "text/plain"}, page(1)[2])
        self.expect_kept("/1")
        self.assertNotIn(b"id=secret", (self.folder / "ledger.db").read_bytes())


if __name__ == "__main__":
    unittest.main()
