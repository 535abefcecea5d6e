"""Broken, hostile and odd archives, tables and mails: a clear line each that names its place, and the rest is read."""
import bz2
import gzip
import io
import json
import lzma
import os
import struct
import tarfile
import threading
import unittest
import zipfile

from support import GOOD, CliTest, numbered

MIB = 1 << 20
ANOTHER = GOOD.replace("three", "four")
FEW_WORDS = "Gunmen killed three farmers near the Nigerian town of Bama."


def zipped(*files, **options):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, **options) as archive:
        for name, content in files:
            archive.writestr(name, content)
    return out.getvalue()


def tarred(*files):
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w", format=tarfile.GNU_FORMAT) as archive:
        for name, content in files:
            content = content.encode() if isinstance(content, str) else content
            about = tarfile.TarInfo(name)
            about.size = len(content)
            archive.addfile(about, io.BytesIO(content))
    return out.getvalue()


def linked_tar():
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        for name, target in (("a.txt", "b.txt"), ("b.txt", "a.txt"), ("c.txt", "/etc/passwd")):
            about = tarfile.TarInfo(name)
            about.type, about.linkname = tarfile.SYMTYPE, target
            archive.addfile(about)
        about = tarfile.TarInfo("good.txt")
        about.size = len(GOOD)
        archive.addfile(about, io.BytesIO(GOOD.encode()))
    return out.getvalue()


def zstd(content):
    """A zstd frame of blocks that are kept as they are."""
    content = content.encode() if isinstance(content, str) else content
    out = b"\x28\xb5\x2f\xfd\x00\x58"  # a window of 2 MiB
    blocks = [content[at:at + 100_000] for at in range(0, len(content), 100_000)] or [b""]
    for i, block in enumerate(blocks):
        out += struct.pack("<I", len(block) << 3 | (i + 1 == len(blocks)))[:3] + block
    return out


def zstd_bomb(size):
    """Blocks of one byte that is repeated."""
    count = size // 100_000
    return b"\x28\xb5\x2f\xfd\x00\x58" + b"".join(
        struct.pack("<I", 100_000 << 3 | 2 | (i + 1 == count))[:3] + b"x" for i in range(count))


def encrypted_zip():
    """As zipped(), with the bit set that says a password is needed."""
    out = bytearray(zipped(("secret.txt", GOOD)))
    out[6] |= 1
    out[out.find(b"PK\x01\x02") + 8] |= 1
    return bytes(out)


def nested(depth):
    content = zipped(("deepest.txt", GOOD))
    for level in range(depth):
        content = zipped((f"{level}.zip", content))
    return content


def record(kind, content, url="http://news.example/a"):
    content = content.encode() if isinstance(content, str) else content
    return (f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2021-03-09T11:20:05Z\r\n"
            f"Content-Length: {len(content)}\r\n\r\n").encode() + content + b"\r\n\r\n"


def response(text, status="200 OK"):
    return record("response", f"HTTP/1.1 {status}\r\nContent-Type: text/plain\r\n\r\n{text}")


def mail(text, head=""):
    return f"From: Press <press@office.example>\nSubject: Statement\nDate: Fri, 3 May 2019 10:00:00 +0000\n{head}\n{text}"


GOOD_WARC, BAD_WARC = gzip.compress(response(GOOD), mtime=0), bytearray(gzip.compress(response(ANOTHER), mtime=0))
BAD_WARC[len(BAD_WARC) // 2:len(BAD_WARC) // 2 + 8] = b"\xff" * 8

# name, bytes, what is said (None: nothing), documents that make claims
BAD = (
    ("bomb.txt.gz", gzip.compress(b"killed " * (40 * MIB // 7), mtime=0),
     "bomb.txt.gz: unpacks to more than 250 times its size", ()),
    ("bomb.txt.zst", zstd_bomb(200_000_000), "bomb.txt.zst: unpacks to more than 250 times its size", ()),
    ("bomb.txt.bz2", bz2.compress(b"killed " * (20 * MIB // 7)),
     "bomb.txt.bz2: unpacks to more than 250 times its size", ()),
    ("bomb.txt.xz", lzma.compress(b"killed " * (20 * MIB // 7), preset=0),
     "bomb.txt.xz: unpacks to more than 250 times its size", ()),
    ("bomb.zip", zipped(("a.txt", b"killed " * (60 * MIB // 7)), ("b.txt", GOOD)),
     "bomb.zip:a.txt: unpacks to more than 250 times its size", ("bomb.zip:b.txt",)),
    ("bombs.tar.gz", gzip.compress(tarred(("a.txt", b"killed " * (40 * MIB // 7)), ("b.txt", GOOD)), mtime=0),
     "bombs.tar.gz:a.txt: unpacks to more than 250 times its size", ()),
    ("large.tar", tarred(("a.txt", b"x" * (100 * MIB)), ("b.txt", GOOD)),
     "large.tar:a.txt: larger than 64 MiB", ("large.tar:b.txt",)),
    ("cut.jsonl.gz", gzip.compress("\n".join(map(numbered, range(1, 6))).encode(), mtime=0)[:-20],
     "cut.jsonl.gz: damaged: it breaks off in the packed part at byte 0", None),
    ("cut.zip", zipped(("a.txt", GOOD), ("b.txt", ANOTHER))[:-190], None, None),
    ("cut.tar", tarred(("a.txt", GOOD), ("b.txt", ANOTHER))[:1600], None, ("cut.tar:a.txt",)),
    ("cut.warc.gz", GOOD_WARC + bytes(BAD_WARC[:60]), None, ("cut.warc.gz:1",)),
    ("broken.warc.gz", GOOD_WARC + bytes(BAD_WARC) + GOOD_WARC, None, ("broken.warc.gz:1", "broken.warc.gz:3")),
    ("broken.warc", response(GOOD) + b"noise\r\n" + response(GOOD),
     f"broken.warc:2: broken record at byte {len(response(GOOD))}: no WARC header", ("broken.warc:1", "broken.warc:3")),
    ("secret.zip", encrypted_zip(), "secret.zip:secret.txt: encrypted: needs a password", ()),
    ("names.tar", tarred(("../../a.txt", GOOD), ("/etc/b.txt", GOOD), ("c\nd.txt", GOOD)), (),
     ("names.tar:../../a.txt", "names.tar:/etc/b.txt", "names.tar:c\nd.txt")),
    ("links.tar", linked_tar(), (), ("links.tar:good.txt",)),
    ("nested.zip", nested(5), "nested.zip:4.zip:3.zip:2.zip:1.zip:0.zip: a zip file inside 5 others: not opened", ()),
    ("deep.zip", nested(4), (), ("deep.zip:3.zip:2.zip:1.zip:0.zip:deepest.txt",)),
    ("zeros.zip", zipped(("a.txt", "killed\0\0"), ("b.txt", GOOD)), (), ("zeros.zip:b.txt",)),
    ("zeros.jsonl", b"\0\0\n" + numbered(1).encode(), "zeros.jsonl:1: broken JSON at byte 1 of the line",
     ("report-1",)),
    ("quote.csv", f'id,text\n1,"Open.\n2,{FEW_WORDS}', "quote.csv:2: damaged: a quote is opened and never closed", ("2",)),
    ("open.csv", "id,text\n1,\"" + "killed\n" * (66 * MIB // 7), "open.csv:2: a quote is opened, and what follows is larger than 64 MiB", None),
    ("nothing.csv", "a,b\n1,2\n", 'nothing.csv:1: no column of texts (--columns text=NAME) among "a", "b"', ()),
    ("no-from.mbox", mail(GOOD), 'no-from.mbox: damaged: a mailbox begins with a line "From …"', ()),
    ("parts.eml", mail("--b\nContent-Type: text/plain\n\nx\n" * 10_000, "Content-Type: multipart/mixed; boundary=b\n"),
     "parts.eml: a mail of more than 1000 parts", ()),
    ("empty.zip", zipped(), "empty.zip: holds no reports", ()),
    ("empty.gz", gzip.compress(b"", mtime=0), "empty.gz: empty: there is no text in it", ()),
    ("not.zip", GOOD, (), ("not.zip",)),
    ("not.gz", b"\x1f\x8b\x08 is no gzip file", "not.gz: damaged: broken bytes in the packed part at byte 0", ()),
)


class BadArchives(CliTest):
    def test_table(self):
        self.write("good.txt", GOOD)
        for name, content, complaint, documents in BAD:
            with self.subTest(name):
                self.write(name, content)
                done = self.attest("claims", "--no-trees", name, "good.txt")
                said = [line for line in done.stderr.splitlines() if not line.startswith("passed over: ")]
                if complaint == ():
                    self.assertEqual((done.returncode, said), (0, []))
                else:
                    self.assertEqual(done.returncode, 1)
                    if complaint is None:
                        self.assertRegex("\n".join(said[:1]), rf"\Aattest: {name}")
                    else:
                        self.assertEqual(said[:1], [f"attest: {complaint}"])
                found = list(dict.fromkeys(json.loads(line)["doc"] for line in done.stdout.splitlines()))
                self.assertEqual(found[-1:], ["good.txt"])  # nothing else is lost
                if documents is not None:
                    self.assertEqual(tuple(found[:-1]), documents)
                os.remove(self.folder / name)

    def test_folder_of_everything(self):
        """All readable files in the order of their names; odd names, links and circles do no harm."""
        self.write("all/b.zip", zipped(("in.txt", GOOD)))
        self.write("all/a\nb.txt", GOOD)
        self.write("all/c.jsonl.gz", gzip.compress(numbered(1).encode()))
        self.write("all/d.csv", "id,text\nrow," + FEW_WORDS)
        self.write("all/metadata.csv", "id,published\nrow,2020-01-01\n")
        self.write("all/picture.png", b"\x89PNG\r\n")
        os.symlink("..", self.folder / "all/circle")
        (self.folder / b"all/\xff.txt".decode("utf-8", "surrogateescape")).write_text(GOOD)
        done = self.attest("claims", "--no-trees", "all")
        self.assertEqual((done.returncode, done.stderr), (0, "passed over: tables without a column of texts (1)\n"))
        found = list(dict.fromkeys(json.loads(line)["doc"] for line in done.stdout.splitlines()))
        self.assertEqual(found, ["a\nb.txt", "b.zip:in.txt", "report-1", "row", "\ufffd.txt"])


class GoodArchives(CliTest):
    def test_every_kind_is_read_once_and_shown_again(self):
        self.write("crawl.warc.gz", gzip.compress(record("warcinfo", "x")) + GOOD_WARC +
                   gzip.compress(response("Not found", "404 Not Found")))
        self.write("list.csv", f"headline,body,date\nA strike,{json.dumps(ANOTHER)},2019-05-03\n")
        self.write("press.mbox", "From press\n" + mail(GOOD.replace("three", "five")))
        self.write("lines.jsonl.zst", zstd(numbered(6)))
        inputs = ("crawl.warc.gz", "list.csv", "press.mbox", "lines.jsonl.zst")
        done = self.attest("read", *inputs, "--into", "l.db", "--columns", "text=body,title=headline")
        self.assertEqual(done.returncode, 0)
        self.assertEqual([line.split(" ")[-1] for line in done.stdout.splitlines()],
                         ["crawl.warc.gz:2", "list.csv:2", "press.mbox:1", "report-6"])
        self.assertEqual(done.stderr.splitlines()[-2:],
                         ["4 read, 0 already known, 0 failed",
                          "passed over: responses of HTTP status 404 (1), web archive records of type warcinfo (1)"])
        again = self.attest("read", *inputs, "--into", "l.db", "--columns", "text=body,title=headline")
        self.assertEqual(again.stderr.splitlines()[0], "0 read, 4 already known, 0 failed")
        self.assertIn("http://news.example/a", self.run_ok("show", "--ledger", "l.db", "crawl.warc.gz:2"))
        self.assertIn("2019-05-03", self.run_ok("show", "--ledger", "l.db", "press.mbox:1"))
        self.assertEqual(self.run_ok("text", "crawl.warc.gz:2"), GOOD)
        self.assertEqual(self.run_ok("text", "press.mbox:1").strip(), GOOD.replace("three", "five").strip())

    def test_columns_that_are_none(self):
        self.write("a.csv", "text\nx\n")
        for words in ("words=text", "text", "text="):
            done = self.attest("claims", "a.csv", "--columns", words)
            self.assertEqual(done.returncode, 2)
            self.assertIn("--columns: ", done.stderr)

    def test_pipes_are_read_once(self):
        os.mkfifo(self.folder / "pipe.txt")
        writer = threading.Thread(target=lambda: (self.folder / "pipe.txt").write_text(GOOD))
        writer.start()
        self.assertEqual(self.run_ok("text", "pipe.txt"), GOOD)
        writer.join()

    def test_failures_are_counted_when_there_are_many(self):
        self.write("a.jsonl", "{\n" * 11)
        done = self.attest("claims", "a.jsonl", "missing.txt")
        self.assertEqual(done.stderr.splitlines()[-1], "failed: broken JSON (11), not found (1)")

    def test_standard_input_is_packed(self):
        done = self.claims("-", "--no-trees", stdin=gzip.compress(tarred(("a.txt", GOOD))))
        self.assertEqual({claim["doc"] for claim in done}, {"stdin:a.txt"})


if __name__ == "__main__":
    unittest.main()
