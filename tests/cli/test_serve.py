"""attest serve and attest token from outside: requests that are well made, and those that are not."""
import signal
import socket
import sqlite3
import threading
import time
import unittest

from raw_serving import Answer, RawTest
from support import numbered

GOOD = b"GET /api/session HTTP/1.1\r\nHost: localhost\r\n"


class Serves(RawTest):
    def test_the_page_and_who_is_asking(self):
        server = self.serve()
        page = server.get("/")
        self.assertEqual((page.status, page.headers["content-type"]), (200, "text/html; charset=utf-8"))
        session = server.get("/api/session").json()
        self.assertEqual((session["role"], session["name"], session["masked"]), ("read", None, True))
        self.assertEqual((session["ledger"], session["counts"]["reports"]), ("l.db", 1))

    def test_head_is_get_without_its_body(self):
        server = self.serve()
        for target in ("/", "/api/session", "/nothing"):
            whole = server.request("HEAD", target)
            head, _, body = whole.partition(b"\r\n\r\n")
            self.assertEqual(body, b"")
            answer = server.get(target)
            self.assertEqual(head.split()[1], str(answer.status).encode())
            self.assertIn(b"Content-Length: %d\r\n" % len(answer.body), head + b"\r\n")

    def test_unchanged_and_packed_answers(self):
        server = self.serve()
        page = server.get("/", Accept_Encoding="gzip")
        again = server.get("/", Accept_Encoding="gzip", If_None_Match=page.headers["etag"])
        self.assertEqual((again.status, again.body), (304, b""))
        self.assertEqual(page.text(), server.get("/").text())

    def test_addresses_and_methods_that_are_not_there(self):
        server = self.serve()
        for target in ("/nothing", "/api/nothing", "/assets/", "/index.html/x", "/api/session/"):
            self.assertEqual(server.get(target).status, 404, target)
        for method in ("DELETE", "PUT", "PATCH", "OPTIONS", "POST", "BREW"):
            answer = server.request(method, "/api/session")
            self.assertEqual((answer.status, answer.headers.get("allow")), (405, "GET, HEAD"), method)
        self.assertEqual(server.request("POST", "/").status, 405)

    def test_many_requests_on_one_connection(self):
        server = self.serve()
        with server.connect() as connection, connection.makefile("rb") as stream:
            connection.sendall((GOOD + b"\r\n") * 20)
            for _ in range(20):
                self.assertEqual(Answer(stream).status, 200)

    def test_a_ledger_that_is_written_meanwhile(self):
        server = self.serve()
        lines = "\n".join(numbered(n) for n in range(200))
        writer = threading.Thread(target=self.run_ok, args=("read", "--quiet", "-", "--into", "l.db"),
                                  kwargs={"stdin": lines.encode()})
        writer.start()
        while writer.is_alive():
            self.assertEqual(server.get("/api/session").status, 200)
        writer.join()
        self.assertEqual(server.end(), 0)

    def test_never_writes_to_the_ledger(self):
        server = self.serve()
        self.run_ok("ledger", "vacuum", "l.db")
        before = (self.folder / "l.db").read_bytes()
        for target in ("/", "/api/session", "/api", "/api/collections"):
            server.get(target)
        self.assertEqual(server.end(), 0)
        self.assertEqual((self.folder / "l.db").read_bytes(), before)


class Starts(RawTest):
    def test_ends_cleanly(self):
        for how in (signal.SIGTERM, signal.SIGINT):
            server = self.serve()
            with server.connect():  # one who is waiting must not hold it up
                self.assertEqual(server.end(how), 0)
            self.assertEqual(server.logged(), "")

    def test_says_why_it_cannot(self):
        server = self.serve()
        taken = f"127.0.0.1:{server.port}"
        self.expect(self.attest("serve", "--ledger", "l.db", "--listen", taken), 3,
                    f"{taken}: cannot listen there: another program does already (choose a port with --listen)")
        self.expect(self.attest("serve", "--ledger", "none.db"), 3, "none.db: no such ledger")
        self.assertFalse((self.folder / "none.db").exists())
        self.expect(self.attest("serve", "--ledger", "r.txt"), 3, "r.txt: not a ledger")
        with sqlite3.connect(self.folder / "l.db") as ledger:
            ledger.execute("PRAGMA user_version=999")
        ledger.close()
        done = self.attest("serve", "--ledger", "l.db", "--listen", "127.0.0.1:0")
        self.assertEqual(done.returncode, 3)
        self.assertIn("made by a newer attest", done.stderr)

    def test_says_what_is_wrong_with_its_options(self):
        for option, value in (("--listen", "here"), ("--listen", "127.0.0.1:99999"), ("--tiles", "javascript:x/y")):
            done = self.attest("serve", "--ledger", "none.db", option, value)
            self.assertEqual((done.returncode, done.stderr.count("\n")), (2, 1), done.stderr)
            self.assertIn(value, done.stderr)


class KeepsStrangersOut(RawTest):
    def test_names_that_are_not_its_own(self):
        server = self.serve()
        self.assertEqual(server.get("/api/session", Host="evil.example").status, 421)
        self.assertEqual(server.get("/", Host=f"evil.example:{server.port}").status, 421)
        self.assertEqual(server.get("/", Host="localhost").status, 200)
        self.assertEqual(server.raw(b"GET / HTTP/1.1\r\n\r\n").status, 400)
        self.assertEqual(server.raw(b"GET / HTTP/1.1\r\nHost: localhost\r\nHost: evil.example\r\n\r\n").status, 400)

    def test_a_name_for_others_needs_tokens(self):
        server = self.serve("--host", "attest.example.org")
        token = self.token("read")
        asked = {"Host": "attest.example.org"}
        self.assertEqual(server.request("GET", "/", asked).status, 200)
        refused = server.request("GET", "/api/session", asked)
        self.assertEqual((refused.status, refused.headers["www-authenticate"]), (401, 'Bearer realm="attest"'))
        self.assertEqual(server.request("GET", "/api/session", {**asked, "Authorization": f"Bearer {token}"}).status, 200)
        public = self.serve("--host", "attest.example.org", "--public-read", ledger="l.db")
        self.assertEqual(public.request("GET", "/api/session", asked).status, 200)

    def test_tokens_give_their_role_until_they_are_revoked(self):
        server = self.serve()
        tokens = {role: self.token(role) for role in ("read", "review", "admin")}
        for role, token in tokens.items():
            session = server.get("/api/session", Authorization=f"Bearer {token}").json()
            self.assertEqual((session["role"], session["name"]), (role, role))
        self.assertEqual(self.run_ok("token", "revoke", "--ledger", "l.db", "review"), "")
        self.assertEqual(server.get("/api/session", Authorization=f"Bearer {tokens['review']}").status, 401)
        self.assertEqual(server.get("/api/session", Authorization=f"Bearer {tokens['admin']}").status, 200)

    def test_wrong_tokens_wait(self):
        server = self.serve()
        statuses = [server.get("/api/session", Authorization=f"Bearer attest_{n}").status for n in range(15)]
        self.assertEqual(statuses[:10], [401] * 10)
        self.assertIn(429, statuses)
        answer = server.get("/api/session", Authorization="Bearer x")
        self.assertGreater(int(answer.headers["retry-after"]), 0)

    def test_secrets_are_in_no_log_and_not_in_the_ledger(self):
        server = self.serve("--log")
        token = self.token("review", "amina")
        server.get(f"/api/session?token={token}&q=hidden-question", Authorization=f"Bearer {token}")
        server.get("/api/session", Authorization="Bearer attest_wrongwrongwrong")
        server.get("/%1b[31m")
        server.raw(b"GET /\x1b[2Jx HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
        self.assertEqual(server.end(), 0)
        log = server.logged()
        self.assertRegex(log, r"(?m)^GET /api/session 200 \d+\.\d ms$")
        self.assertRegex(log, r"(?m)^GET /api/session 401 ")
        for secret in (token, "wrongwrong", "hidden-question", "\x1b", "Bearer", "127.0.0.1"):
            self.assertNotIn(secret, log)
        for name in self.folder.iterdir():
            self.assertNotIn(token.encode(), name.read_bytes(), name)


class BadRequests(RawTest):
    def setUp(self):
        super().setUp()
        self.server = self.serve()

    def tearDown(self):
        self.assertEqual(self.server.get("/api/session").status, 200, "still answers")
        self.assertEqual(self.server.end(), 0)
        self.assertEqual(self.server.logged(), "")

    def test_paths_that_lead_elsewhere(self):
        for path in ("/../../etc/passwd", "/..%2f..%2fetc/passwd", "/%2e%2e/%2e%2e/etc/passwd", "/..\\..\\etc\\passwd",
                     "/assets/..%5c..%5cetc%5cpasswd", "/assets/%2e%2e%2f%2e%2e%2fetc%2fpasswd", "/%c0%ae%c0%ae/etc/passwd",
                     "/assets/....//....//etc/passwd", "/%252e%252e/etc/passwd", "//etc/passwd", "/assets/%00", "/etc/passwd",
                     "file:///etc/passwd", "http://evil.example/"):
            answer = self.server.get(path)
            self.assertIn(answer.status, (400, 404), path)
            self.assertNotIn(b"root:", answer.body)

    def test_requests_that_are_none(self):
        for data in (b"\r\n\r\n\r\n", b"GET\r\n\r\n", b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", b"GET / HTTP/9.9\r\n\r\n",
                     b"GET /%zz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n", b"\x00" * 100 + b"\r\n\r\n",
                     b"GET / HTTP/1.1\r\nHost: localhost\r\nno colon here\r\nConnection: close\r\n\r\n",
                     b"GET / HTTP/1.1\r\n Host: localhost\r\n\r\n",
                     b"GET /api/session HTTP/1.1\r\nHost: localhost\r\nContent-Length: -5\r\n\r\n",
                     b"GET /api/session HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5x\r\n\r\n",
                     b"POST /api/session HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n"):
            try:
                with self.server.connect(1) as connection:
                    connection.sendall(data)
                    connection.shutdown(socket.SHUT_WR)
                    with connection.makefile("rb") as stream:
                        status = Answer(stream).status
                    self.assertTrue(400 <= status < 600 or status == 200, (data, status))
            except (OSError, ValueError, IndexError):
                pass  # closed without a word, or still waiting for the rest

    def test_headers_that_hide_a_second_request(self):
        for headers in (b"Content-Length: 4\r\nTransfer-Encoding: chunked\r\n", b"Content-Length: 4\r\nContent-Length: 9\r\n"):
            answer = self.server.raw(b"POST /api/session HTTP/1.1\r\nHost: localhost\r\n" + headers + b"\r\n0\r\n\r\nGET / HTTP/1.1\r\n\r\n")
            self.assertEqual((answer.status, answer.headers["connection"].lower()), (400, "close"))

    def test_headers_that_are_too_large(self):
        self.assertIn(self.server.raw(GOOD + b"X: " + b"x" * 100_000 + b"\r\n\r\n").status, (413, 431))
        self.assertIn(self.server.raw(GOOD + b"".join(b"X%d: y\r\n" % n for n in range(20_000)) + b"\r\n").status, (413, 431))
        self.assertIn(self.server.raw(b"GET /" + b"x" * 100_000 + b" HTTP/1.1\r\nHost: localhost\r\n\r\n").status, (414, 431))
        self.assertEqual(self.server.get("/api/session?q=" + "x" * 8000).status, 200)

    def test_bodies_that_are_too_large(self):
        told = self.server.raw(b"POST /api/session HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5000000000\r\n\r\n")
        self.assertEqual(told.status, 413)
        grown = (b"POST /api/session HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n" +
                 (b"10000\r\n" + b"x" * 0x10000 + b"\r\n") * 20 + b"0\r\n\r\n")
        self.assertEqual(self.server.raw(grown).status, 413)

    def test_clients_who_say_a_byte_now_and_then(self):
        """Each gets its time, and meanwhile others are answered at once."""
        slow = [self.server.connect() for _ in range(50)]
        for at in range(10):
            for connection in slow:
                connection.sendall(GOOD[at:at + 1])
            began = time.monotonic()
            self.assertEqual(self.server.get("/api/session").status, 200)
            self.assertLess(time.monotonic() - began, 2)
        for connection in slow:
            connection.close()

    def test_clients_who_hang_up(self):
        for data in (b"", GOOD, GOOD + b"\r\n", b"POST /api/session HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\nhalf"):
            for _ in range(20):
                with self.server.connect() as connection:
                    connection.sendall(data)

    def test_a_thousand_idle_connections(self):
        idle = [self.server.connect() for _ in range(1000)]
        for connection in idle[:500]:
            connection.sendall(b"GET / HTTP/1.1\r\nHos")
        began = time.monotonic()
        for _ in range(50):
            self.assertEqual(self.server.get("/api/session").status, 200)
        self.assertLess(time.monotonic() - began, 10)
        idle[999].sendall(GOOD + b"Connection: close\r\n\r\n")
        with idle[999].makefile("rb") as stream:
            self.assertEqual(Answer(stream).status, 200)
        for connection in idle:
            connection.close()


class Tokens(RawTest):
    def test_are_told_once_and_listed_without_their_secret(self):
        self.empty_ledger()
        token = self.token("review", "Amina K.")
        self.assertRegex(token, r"^attest_[A-Za-z0-9_-]{43}$")
        listed = self.run_ok("token", "list", "--ledger", "l.db")
        self.assertRegex(listed, r"^review  \d{4}-\d\d-\d\dT\S+Z  valid +Amina K\.\n$")
        self.expect(self.attest("token", "add", "--ledger", "l.db", "--name", "Amina K."), 2,
                    "Amina K.: has a valid token already; revoke that first")
        self.run_ok("token", "revoke", "--ledger", "l.db", "Amina K.")
        self.assertIn("revoked", self.run_ok("token", "list", "--ledger", "l.db"))
        self.assertNotEqual(self.token("admin", "Amina K."), token)

    def test_say_what_is_wrong(self):
        self.empty_ledger()
        self.expect(self.attest("token", "revoke", "--ledger", "l.db", "nobody"), 1,
                    "nobody: nobody of this name has a valid token")
        for arguments in (("add", "--ledger", "l.db", "--name", "a\nb"), ("add", "--ledger", "l.db", "--name", ""),
                          ("add", "--ledger", "l.db", "--name", "a", "--role", "king"), ("add", "--ledger", "l.db")):
            self.assertEqual(self.attest("token", *arguments).returncode, 2, arguments)
        self.expect(self.attest("token", "add", "--ledger", "none.db", "--name", "a"), 3, "none.db: no such ledger")
        self.assertFalse((self.folder / "none.db").exists(), "a mistyped name makes no ledger")


if __name__ == "__main__":
    unittest.main()
