"""A server of the program under test, and requests to it byte by byte."""
import gzip
import json
import os
import re
import resource
import signal
import socket
import subprocess

from support import EXAMPLES, PROGRAM, CliTest


class Answer:
    """What came back on a connection: status, headers (names in lower case), body."""

    def __init__(self, stream):
        status = stream.readline()
        if not status:
            raise ConnectionError("closed without an answer")
        self.status = int(status.split()[1])
        self.headers = {}
        while (line := stream.readline().strip()):
            name, _, value = line.decode().partition(":")
            self.headers[name.lower()] = value.strip()
        self.body = stream.read(int(self.headers.get("content-length", 0)))

    def json(self):
        return json.loads(self.text())

    def text(self):
        return (gzip.decompress(self.body) if self.headers.get("content-encoding") == "gzip" else self.body).decode()


class Server:
    def __init__(self, test, *arguments, files=None):
        limit = None if files is None else lambda: resource.setrlimit(resource.RLIMIT_NOFILE, (files, files))
        self.log = open(test.folder / "log.txt", "w+b")
        test.addCleanup(self.log.close)
        self.process = subprocess.Popen([PROGRAM, "serve", "--listen", "127.0.0.1:0", *map(str, arguments)],
                                        cwd=test.folder, stdout=subprocess.PIPE, stderr=self.log,
                                        env=test.environment(), preexec_fn=limit)
        test.addCleanup(self.end)
        line = self.process.stdout.readline().decode()
        self.port = int(re.search(r"http://\S+:(\d+)/$", line)[1]) if line else 0

    def end(self, how=signal.SIGTERM):
        """The exit status."""
        if self.process.poll() is None:
            self.process.send_signal(how)
        status = self.process.wait(60)
        self.process.stdout.close()
        return status

    def logged(self):
        self.log.seek(0)
        return self.log.read().decode()

    def connect(self, timeout=20):
        return socket.create_connection(("127.0.0.1", self.port), timeout)

    def raw(self, data):
        """The answer to these bytes on a connection of their own."""
        with self.connect() as connection:
            try:
                connection.sendall(data)
            except (BrokenPipeError, ConnectionResetError):
                pass  # refused before all was said; the answer is there all the same
            with connection.makefile("rb") as stream:
                return Answer(stream)

    def request(self, method, target, headers=(), body=b""):
        fields = {"Host": f"127.0.0.1:{self.port}", "Connection": "close", **dict(headers)}
        if body:
            fields["Content-Length"] = len(body)
        lines = [f"{method} {target} HTTP/1.1", *(f"{name}: {value}" for name, value in fields.items()), "", ""]
        if method == "HEAD":
            with self.connect() as connection, connection.makefile("rb") as stream:
                connection.sendall("\r\n".join(lines).encode())
                whole = stream.read()
            return whole
        return self.raw("\r\n".join(lines).encode() + body)

    def get(self, target, **headers):
        return self.request("GET", target, {name.replace("_", "-"): value for name, value in headers.items()})


class RawTest(CliTest):
    def read_examples(self, name="l.db"):
        self.run_ok("read", "--quiet", EXAMPLES / "reports", "--metadata", EXAMPLES / "metadata.tsv", "--into", name)
        return name

    def empty_ledger(self, name="l.db"):
        """One with a single report: quick to make, and made once."""
        if (self.folder / name).exists():
            return name
        self.write("r.txt", "Gunmen killed three farmers near the Nigerian town of Bama on Wednesday, an official said.\n")
        self.run_ok("read", "--quiet", "r.txt", "--published", "2019-05-03", "--into", name)
        return name

    def serve(self, *arguments, ledger=None, **options):
        return Server(self, "--ledger", ledger or self.empty_ledger(), *arguments, **options)

    def token(self, role, name=None, ledger="l.db"):
        return self.run_ok("token", "add", "--ledger", ledger, "--name", name or role, "--role", role).strip()
