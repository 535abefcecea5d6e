"""The places that are known: asked, extended from tables, fetched from a server on this machine."""
import functools
import hashlib
import http.server
import io
import threading
import unittest
import zipfile

from support import CliTest

MOSUL = ("99072\tMosul\tMosul\tMawsil,الموصل\t36.335\t43.11889\tP\tPPLA\tIQ\t\t15\t9\t\t\t1739800\t\t223\tAsia/Baghdad"
         "\t2020-01-01\n")
ZUGHAR = ("174000\tAl Zūghār Fawqānī\tAl Zughar Fawqani\t\t34.45\t40.97\tP\tPPL\tSY\t\t07\t\t\t\t0\t\t\tAsia/Damascus"
          "\t2020-01-01\n")
SEA = "1\tSome Ridge\tSome Ridge\t\t1\t1\tU\tRDGU\t\t\t\t\t\t\t0\t\t\t\t2020-01-01\n"


class Gazetteer(CliTest):
    def environment(self, **more):
        return super().environment(XDG_DATA_HOME=str(self.folder / "data"), XDG_CACHE_HOME=str(self.folder / "cache"),
                                   **more)

    def added(self, *arguments):
        done = self.attest("gazetteer", "add", *arguments)
        self.assertEqual((done.returncode, done.stdout), (0, ""), done.stderr)
        return done.stderr.splitlines()

    def test_the_built_in_places_are_found_without_more(self):
        out = self.run_ok("gazetteer", "find", "Deir el-Zour")
        self.assertIn("1. Deir ez-Zor", out)
        self.assertIn("name (", out)
        self.assertIn("1. Paris", self.run_ok("gazetteer", "find", "Paris", "--country", "fr"))

    def test_what_is_added_is_found_by_its_sound(self):
        self.write("places.txt", MOSUL + ZUGHAR + SEA)
        self.assertEqual(self.added("places.txt"),
                         ["places.txt: 2 places, 1 entries of no use",
                          f"{self.folder}/data/attest/places.gazetteer: now 2 places with 5 names"])
        out = self.run_ok("gazetteer", "find", "Zoughar village", "--country", "SY")
        self.assertIn("1. Al Zūghār Fawqānī, village: SY  34.4500 40.9700\n", out)
        self.assertIn("name (part)", out)
        self.assertIn("GeoNames 174000, PPL", out)
        self.assertIn("2 places with 5 names", self.run_ok("gazetteer", "check"))

    def test_adding_again_replaces_and_a_file_of_its_own_is_kept_apart(self):
        self.write("places.txt", MOSUL)
        self.added("places.txt", "--gazetteer", "own.gazetteer")
        self.write("places.txt", MOSUL.replace("36.335", "36.5") + ZUGHAR)
        self.assertIn("now 2 places", self.added("places.txt", "--gazetteer", "own.gazetteer")[-1])
        out = self.run_ok("gazetteer", "find", "الموصل", "--gazetteer", "own.gazetteer", "--limit", "9")
        self.assertIn("36.5000 43.1189", out)
        self.assertFalse((self.folder / "data").exists())

    def test_claims_take_points_from_a_file_that_is_named(self):
        self.write("places.txt", ZUGHAR)
        self.added("places.txt")
        self.write("report.txt", "Gunmen killed three farmers in the Syrian village of Zoughar on Wednesday, "
                                 "a local official in Syria said.\n")
        own = str(self.folder / "data/attest/places.gazetteer")
        position = lambda *more: [(claim["place"]["name"], claim["place"]["latitude"])
                                  for claim in self.claims("report.txt", "--published", "2019-05-03", *more)]
        self.assertEqual(position(), [("Zoughar", None)])
        self.write("bare.txt", ZUGHAR.replace(" Fawqānī", "").replace(" Fawqani", ""))
        self.added("bare.txt", "--gazetteer", own)
        self.assertEqual(position(), [("Zoughar", None)])
        self.assertEqual(position("--gazetteer", own), [("Zoughar", 34.45)])
        self.expect(self.attest("claims", "report.txt", "--gazetteer", "missing"), 3,
                    "missing: cannot open the gazetteer: No such file or directory")

    def test_near_and_country_choose_among_namesakes(self):
        row = ZUGHAR.replace("Al Zūghār Fawqānī\tAl Zughar Fawqani", "Zzyzqa\tZzyzqa")
        other = row.replace("174000", "174001").replace("34.45\t40.97", "33.3\t44.3").replace("\tSY\t", "\tIQ\t")
        self.write("places.txt", row + other)
        self.added("places.txt")
        first = lambda *more: self.run_ok("gazetteer", "find", "Zzyzqa", *more).splitlines()[0]
        self.assertIn("44.3000", first("--near", "Baghdad"))
        self.assertIn("40.9700", first("--near", "34.4,41"))
        self.assertIn("44.3000", first("--country", "IQ"))

    def test_broken_lines_are_named(self):
        self.write("places.txt", MOSUL + "1\tMosul\n" + ZUGHAR.replace("34.45", "134.45"))
        done = self.attest("gazetteer", "add", "places.txt")
        self.assertEqual(done.stderr.splitlines()[:2],
                         ["attest: places.txt:2: 2 cells, but 19 columns",
                          "attest: places.txt:3: '134.45', '40.97' is not a latitude and a longitude"])
        self.assertIn("places.txt: 1 places, 2 broken lines left out", done.stderr)
        self.assertEqual(done.returncode, 0)
        self.expect(self.attest("gazetteer", "add", "--strict", "places.txt", "--gazetteer", "new.gazetteer"), 1,
                    "places.txt:2: 2 cells, but 19 columns")
        self.assertFalse((self.folder / "new.gazetteer").exists())

    def test_bad_input(self):
        self.write("other.txt", "what,is,this\n")
        self.write("damaged.gazetteer", "x" * 100)
        self.expect(self.attest("gazetteer", "add", "other.txt"), 1,
                    "other.txt:1: not a table of places: neither GeoNames, Who's On First, OCHA p-codes nor one like "
                    "gazetteer.tsv")
        self.expect(self.attest("gazetteer", "add", "missing.txt"), 1, "missing.txt: no such file")
        self.expect(self.attest("gazetteer", "check", "damaged.gazetteer"), 3, "damaged.gazetteer: not a gazetteer")
        self.expect(self.attest("gazetteer", "find", "Mosul", "--gazetteer", "damaged.gazetteer"), 3,
                    "damaged.gazetteer: not a gazetteer")
        self.expect(self.attest("gazetteer", "find", "Zzyzx Qqq"), 1, "Zzyzx Qqq: no place of this name")
        self.expect(self.attest("gazetteer", "find", "Mosul", "--near", "99,200"), 2,
                    "--near: not on the Earth: 99,200")
        self.assertEqual(self.attest("gazetteer", "find", "Mosul", "--country", "Iraq").returncode, 2)
        self.assertEqual(self.attest("gazetteer").returncode, 2)

    def test_a_cut_file_says_so(self):
        self.write("places.txt", MOSUL)
        self.added("places.txt", "--gazetteer", "own.gazetteer")
        whole = (self.folder / "own.gazetteer").read_bytes()
        self.write("cut.gazetteer", whole[:-64])
        self.expect(self.attest("gazetteer", "check", "cut.gazetteer"), 3,
                    f"cut.gazetteer: the file has {len(whole) - 64} bytes, its header says {len(whole)}")


class Handler(http.server.BaseHTTPRequestHandler):
    """Serves files; breaks off in the middle where that is wished; continues from a byte."""

    def __init__(self, server_files, asked, *arguments):
        self.files, self.asked = server_files, asked
        super().__init__(*arguments)

    def do_GET(self):
        path = self.path.lstrip("/")
        self.asked.append((path, self.headers.get("Range")))
        if path not in self.files:
            return self.send_error(404)
        content, limit = self.files[path]
        tag = f'"{hashlib.sha256(content).hexdigest()[:8]}"'
        begin = 0
        if self.headers.get("Range") and self.headers.get("If-Range") == tag:
            begin = int(self.headers["Range"].removeprefix("bytes=").rstrip("-"))
            self.send_response(206)
            self.send_header("Content-Range", f"bytes {begin}-{len(content) - 1}/{len(content)}")
        else:
            self.send_response(200)
        self.send_header("Content-Length", str(len(content) - begin))
        self.send_header("ETag", tag)
        self.end_headers()
        self.wfile.write(content[begin:begin + limit] if limit else content[begin:])

    def log_message(self, *_):
        pass


def archive(name, content):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as zipped:
        zipped.writestr("readme.txt", "about")
        zipped.writestr(name, content)
    return packed.getvalue()


class Fetch(Gazetteer):
    def setUp(self):
        super().setUp()
        self.files, self.asked = {}, []
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Handler, self.files, self.asked))
        threading.Thread(target=server.serve_forever, daemon=True).start()
        self.addCleanup(server.server_close)
        self.addCleanup(server.shutdown)
        self.base = f"http://127.0.0.1:{server.server_address[1]}"

    def fetch(self, *arguments, **options):
        return self.attest("gazetteer", "fetch", *arguments, env=self.environment(ATTEST_GEONAMES=self.base, **options))

    def test_countries_are_fetched_and_added(self):
        self.files["IQ.zip"] = (archive("IQ.txt", MOSUL), 0)
        self.files["SY.zip"] = (archive("SY.txt", ZUGHAR), 0)
        self.files["alternatenames/IQ.zip"] = (archive("IQ.txt", "1\t99072\tde\tMossul\t\t\t\t\t\t\n"), 0)
        self.files["alternatenames/SY.zip"] = (archive("SY.txt", "2\t1\ten\tNone\t\t\t\t\t\t\n"), 0)
        done = self.fetch("iq", "SY", "--alternate-names")
        self.assertEqual(done.returncode, 0, done.stderr)
        content = self.files["IQ.zip"][0]
        self.assertIn(f"IQ.zip: {len(content)} bytes, SHA-256 {hashlib.sha256(content).hexdigest()}\n", done.stderr)
        self.assertIn("now 2 places with 6 names", done.stderr)
        self.assertIn("Places from GeoNames (https://www.geonames.org), CC BY 4.0", done.stderr)
        self.assertIn("Mosul (as Mossul)", self.run_ok("gazetteer", "find", "Mossul", "--country", "IQ"))
        self.assertEqual(list((self.folder / "cache/attest").iterdir()), [])

    def test_a_download_that_broke_off_goes_on(self):
        whole = archive("IQ.txt", MOSUL * 50)
        self.files["IQ.zip"] = (whole, 100)
        done = self.fetch("IQ")
        self.assertEqual(done.returncode, 1)
        self.assertIn("; the same command goes on after 100 bytes", done.stderr)
        self.files["IQ.zip"] = (whole, 0)
        self.assertEqual(self.fetch("IQ").returncode, 0)
        self.assertEqual(self.asked, [("IQ.zip", None), ("IQ.zip", "bytes=100-")])

    def test_a_file_that_changed_meanwhile_is_fetched_anew(self):
        self.files["IQ.zip"] = (archive("IQ.txt", MOSUL * 50), 100)
        self.assertEqual(self.fetch("IQ").returncode, 1)
        self.files["IQ.zip"] = (archive("IQ.txt", MOSUL * 60 + ZUGHAR), 0)
        done = self.fetch("IQ")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertIn("IQ.txt: 61 places", done.stderr)

    def test_what_is_not_there_or_damaged(self):
        self.expect(self.fetch("XX"), 1, f"{self.base}/XX.zip: the server answers 404")
        whole = archive("IQ.txt", MOSUL * 50)
        at = len(whole) // 2
        self.files["IQ.zip"] = (whole[:at] + bytes([whole[at] ^ 0xFF]) + whole[at + 1:], 0)
        done = self.fetch("IQ")
        self.assertEqual(done.returncode, 1)
        self.assertIn("attest: ", done.stderr)
        self.assertFalse((self.folder / "data").exists())
        self.files["SY.zip"] = (archive("OTHER.txt", MOSUL), 0)
        self.assertIn("no SY.txt in this archive", self.fetch("SY").stderr)
        self.files["TR.zip"] = (b"no archive", 0)
        self.assertIn("not a zip archive, or damaged", self.fetch("TR").stderr)
        self.assertEqual(self.fetch("Iraq").returncode, 2)
        refused = self.attest("gazetteer", "fetch", "IQ", "--from", "http://127.0.0.1:1")
        self.assertEqual(refused.returncode, 1)
        self.assertIn("attest: http://127.0.0.1:1/IQ.zip: ", refused.stderr)
        self.assertEqual(self.attest("gazetteer", "fetch", "IQ", "--from", "file:///etc").returncode, 1)


del CliTest

if __name__ == "__main__":
    unittest.main()
