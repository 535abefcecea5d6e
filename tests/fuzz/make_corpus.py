"""Makes the seed corpora of the container readers in our own words: python3 make_corpus.py FOLDER."""
import bz2
import gzip
import io
import lzma
import pathlib
import sys
import tarfile
import zipfile

WORDS = "Two farmers were killed near the market of Orlo on Friday, the clinic said.\n"
LINES = '{"id":"a","text":"Two were hurt in Orlo."}\n{"text":"The road was closed."}\n'
HEAD = "From: Press <press@office.example>\nSubject: =?UTF-8?Q?Orl=C3=B3?=\nDate: Fri, 3 May 2019 10:00:00 +0200\n"


def record(kind, content, extra=""):
    content = content if isinstance(content, bytes) else content.encode()
    head = f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: http://a.example/1\r\nWARC-Date: 2021-03-09T11:20:05Z\r\n"
    return (head + extra + f"Content-Length: {len(content)}\r\n\r\n").encode() + content + b"\r\n\r\n"


def response(body, head="Content-Type: text/plain\r\n"):
    body = body if isinstance(body, bytes) else body.encode()
    return record("response", f"HTTP/1.1 200 OK\r\n{head}\r\n".encode() + body)


def zipped(compression=zipfile.ZIP_DEFLATED):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", compression) as archive:
        archive.writestr("folder/a.txt", WORDS)
        archive.writestr("b.jsonl", LINES)
    return out.getvalue()


def tarred(kind):
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w", format=kind) as archive:
        for name, content in (("folder/a.txt", WORDS.encode()), ("b.zip", zipped())):
            about = tarfile.TarInfo(name)
            about.size = len(content)
            archive.addfile(about, io.BytesIO(content))
    return out.getvalue()


MULTIPART = (HEAD + "Content-Type: multipart/mixed; boundary=x\n\n--x\nContent-Type: multipart/alternative; boundary=y\n\n"
             "--y\nContent-Type: text/html\n\n<p>" + WORDS + "\n--y\nContent-Type: text/plain; charset=iso-8859-1\n"
             "Content-Transfer-Encoding: quoted-printable\n\nOrl=F3 was=\n hit.\n--y--\n--x\nContent-Type: text/plain\n"
             "Content-Disposition: attachment; filename=\"annex.txt\"\nContent-Transfer-Encoding: base64\n\n"
             "QW5uZXgu\n--x\nContent-Type: message/rfc822\n\n" + HEAD + "\n" + WORDS + "\n--x--\n")

CORPORA = {
    "warc": {
        "plain": record("warcinfo", "a: b\r\n") + response(WORDS) + record("request", "GET / HTTP/1.1\r\n\r\n") +
                 response("4\r\nTwo \r\n6\r\nkilled\r\n0\r\n\r\n", "Transfer-Encoding: chunked\r\n") +
                 response(gzip.compress(WORDS.encode(), mtime=0), "Content-Encoding: gzip\r\n"),
        "packed": gzip.compress(response(WORDS), mtime=0) + gzip.compress(record("revisit", ""), mtime=0) +
                  gzip.compress(record("resource", WORDS, "Content-Type: text/plain\r\n"), mtime=0),
        "broken": response(WORDS) + b"noise\r\n" + response(WORDS)[:-20] + response(WORDS),
    },
    "table": {
        "quoted": f'\ufeffTitle,Published,Text\r\n"A ""strike""",2021-03-09,"{WORDS}"\r\nB,,{WORDS}'.encode(),
        "tabs": f"id\ttext\turl\na\t{WORDS}b\tTwo.\thttp://a.example\n".encode(),
        "broken": f'id;text\n1;"open\n2;"closed" too early\n3;{WORDS}'.encode(),
    },
    "mail": {
        "simple": (HEAD + "\n" + WORDS).encode(),
        "multipart": MULTIPART.encode(),
        "mailbox": ("From a\n" + HEAD + "\n>From here.\n\nFrom b\n" + MULTIPART).encode(),
    },
    "archive": {"zip": zipped(), "stored": zipped(zipfile.ZIP_STORED), "gnu": tarred(tarfile.GNU_FORMAT),
                "pax": tarred(tarfile.PAX_FORMAT)},
    "packed": {"gzip": gzip.compress(LINES.encode(), mtime=0) * 2, "bzip2": bz2.compress(LINES.encode()),
               "xz": lzma.compress(LINES.encode()),
               "zstd": b"\x28\xb5\x2f\xfd\x00\x58" + (len(LINES) << 3 | 1).to_bytes(3, "little") + LINES.encode()},
}

for corpus, seeds in CORPORA.items():
    folder = pathlib.Path(sys.argv[1]) / corpus
    folder.mkdir(parents=True, exist_ok=True)
    for seed, content in seeds.items():
        (folder / seed).write_bytes(content)
