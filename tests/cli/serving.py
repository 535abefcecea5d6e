"""A running server, and questions to it."""
import gzip
import json
import pathlib
import signal
import subprocess
import tempfile
import unittest
import urllib.error
import urllib.parse
import urllib.request

from support import EXAMPLES, PROGRAM, CliTest


def start(folder, ledger, *options):
    """A server over a ledger, and its address without a slash at the end."""
    server = subprocess.Popen([PROGRAM, "serve", "--ledger", ledger, "--listen", "127.0.0.1:0", *options], cwd=folder,
                              env=CliTest.environment(None), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    line = server.stdout.readline().strip()
    if not line.startswith("http://"):
        raise AssertionError(line + server.communicate(timeout=60)[1])
    return server, line.rstrip("/")


def end(server):
    server.send_signal(signal.SIGTERM)
    _, complaints = server.communicate(timeout=60)
    if server.returncode != 0 or "Sanitizer" in complaints:
        raise AssertionError(f"the server ended with {server.returncode}: {complaints}")


class ServeTest(CliTest):
    def serve(self, ledger, *options):
        """Starts a server for this test; its address without a slash at the end."""
        server, self.url = start(self.folder, ledger, *options)
        self.addCleanup(end, server)
        return self.url

    def ask(self, path, headers=None, method="GET", body=None, **query):
        """Status, headers and body."""
        address = path if path.startswith("http") else self.url + path
        address += "?" + urllib.parse.urlencode(query) if query else ""
        request = urllib.request.Request(address, headers=headers or {}, method=method, data=body)
        try:
            with urllib.request.urlopen(request, timeout=60) as answer:
                body = answer.read()
                if answer.headers.get("Content-Encoding") == "gzip":
                    body = gzip.decompress(body)
                return answer.status, answer.headers, body
        except urllib.error.HTTPError as error:
            with error:
                return error.code, error.headers, error.read()

    def get(self, path, **query):
        status, _, body = self.ask(path, **query)
        self.assertEqual(status, 200, (path, query, body))
        return json.loads(body)

    def refused(self, path, status, *, headers=None, method="GET", body=None, **query):
        """The detail of a problem of this status."""
        got, answered, body = self.ask(path, headers=headers, method=method, body=body, **query)
        self.assertEqual(got, status, (path, query, body))
        self.assertEqual(answered["Content-Type"], "application/problem+json", (path, query))
        problem = json.loads(body)
        self.assertEqual(problem["status"], status)
        return problem["detail"]


class DemoTest(ServeTest):
    """One server over the example reports for all tests of a class; its ledger is read once a program run."""
    _folder = None

    @classmethod
    def setUpClass(cls):
        if DemoTest._folder is None:
            DemoTest._folder = tempfile.TemporaryDirectory(prefix="attest-serve-")
            unittest.addModuleCleanup(DemoTest._folder.cleanup)
            subprocess.run([PROGRAM, "read", EXAMPLES / "reports", "--metadata", EXAMPLES / "metadata.tsv", "--into",
                            cls.ledger(), "--quiet"], env=CliTest.environment(None), check=True, stdout=subprocess.DEVNULL)
        server, cls.url = start(DemoTest._folder.name, cls.ledger())
        cls.addClassCleanup(end, server)

    @classmethod
    def ledger(cls):
        return pathlib.Path(DemoTest._folder.name) / "demo.db"
