"""Each broken input gets one clear line that names its place, the others go on, and the exit status tells."""
import json
import os
import unittest

from support import GOOD, CliTest, numbered, without_overriding_permissions

MIB = 1 << 20


class BadInput(CliTest):
    def setUp(self):
        super().setUp()
        self.write("good.txt", GOOD)

    def expect_good_claim_and(self, complaint, *inputs, **options):
        done = self.attest("claims", *inputs, "good.txt", **options)
        self.expect(done, 1, complaint)
        self.assertEqual([json.loads(line)["doc"] for line in done.stdout.splitlines()], ["good.txt"])

    def test_empty_file(self):
        self.write("empty.txt", "")
        self.expect_good_claim_and("empty.txt: empty: there is no text in it", "empty.txt")

    def test_only_blanks(self):
        self.write("blank.txt", " \n\t\n")
        self.expect_good_claim_and("blank.txt: empty: there is no text in it", "blank.txt")

    def test_missing_file(self):
        self.expect_good_claim_and("missing.txt: no such file or folder", "missing.txt")

    def test_pattern_without_matches(self):
        self.expect_good_claim_and("m*.txt: matches no file", "m*.txt")

    def test_binary(self):
        self.write("picture.txt", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256)) * 8)
        self.expect_good_claim_and("picture.txt: binary: this is a PNG image, not text", "picture.txt")
        self.write("program.txt", bytes(range(65, 91)) + b"\0" * 64)
        self.expect_good_claim_and("program.txt: binary: a zero byte stands at byte 26", "program.txt")

    def test_invalid_utf8_is_read_in_the_encoding_it_has(self):
        self.write("latin.txt", "Gunmen killed three farmers near Ménaka, Mali, on Wednesday.\n".encode("cp1252"))
        self.assertIn("near Ménaka", self.run_ok("text", "latin.txt"))
        self.run_ok("claims", "latin.txt")

    def test_invalid_utf8_in_json(self):
        self.write("latin.jsonl", b'{"id":"a","text":"M\xe9naka"}\n')
        done = self.attest("claims", "latin.jsonl", "good.txt")
        self.assertEqual(done.returncode, 1)
        self.assertRegex(done.stderr, r"\Aattest: latin\.jsonl:1: [^\n]+\n\Z")

    def test_unreadable_file_and_folder(self):
        os.mkdir(self.folder / "closed")
        self.write("closed.txt", GOOD)
        for name in ("closed", "closed.txt"):
            os.chmod(self.folder / name, 0)
            self.addCleanup(os.chmod, self.folder / name, 0o700)
            self.expect_good_claim_and(f"{name}: cannot be read: Permission denied", name,
                                       preexec_fn=without_overriding_permissions)

    def test_folder_that_leads_in_a_circle(self):
        os.symlink("circle", self.folder / "circle")
        self.expect_good_claim_and("circle: cannot be read: Too many levels of symbolic links", "circle")

    def test_folder_without_reports(self):
        os.mkdir(self.folder / "bare")
        self.expect_good_claim_and("bare: no reports in this folder", "bare")

    def test_broken_json_on_line_7(self):
        lines = [numbered(n) for n in range(1, 10)]
        lines[6] = lines[6][:-1]
        self.write("seven.jsonl", "\n".join(lines) + "\n")
        done = self.attest("claims", "seven.jsonl")
        self.assertRegex(done.stderr, r"\Aattest: seven\.jsonl:7: broken JSON[^\n]*\n\Z")
        self.assertEqual(done.returncode, 1)
        read = {json.loads(line)["doc"] for line in done.stdout.splitlines()}
        self.assertEqual(read, {f"report-{n}" for n in range(1, 10) if n != 7})

    def test_a_line_of_200_mb(self):
        with open(self.folder / "long.jsonl", "wb") as file:
            file.write(numbered(1).encode() + b"\n")
            file.write(b'{"id":"long","text":"')
            for _ in range(200):
                file.write(b"killed " * (MIB // 7))
            file.write(b'"}\n' + numbered(3).encode() + b"\n")
        done = self.attest("claims", "long.jsonl")
        self.expect(done, 1, "long.jsonl:2: larger than 64 MiB")
        self.assertEqual([json.loads(line)["doc"] for line in done.stdout.splitlines()], ["report-1", "report-3"])

    def test_a_text_of_200_mb(self):
        with open(self.folder / "long.txt", "wb") as file:
            file.truncate(200 * MIB)
        self.expect_good_claim_and("long.txt: larger than 64 MiB", "long.txt")

    def test_full_disk(self):
        with open("/dev/full", "wb") as full:
            done = self.attest("claims", "good.txt", stdout=full)
        self.expect(done, 1, "standard output: cannot be written: No space left on device")

    def test_name_with_a_line_feed_stays_one_line(self):
        self.expect(self.attest("claims", "a\nb.txt"), 1, "a\\x0ab.txt: no such file or folder")


class Usage(CliTest):
    def setUp(self):
        super().setUp()
        self.write("good.txt", GOOD)

    def expect_usage(self, *arguments):
        done = self.attest(*arguments)
        self.assertRegex(done.stderr, r"\Aattest: [^\n]+\n\Z")
        self.assertEqual((done.returncode, done.stdout), (2, ""))
        return done.stderr

    def test_wrong_usage(self):
        for arguments in ((), ("claims",), ("claims", "good.txt", "--format", "xml"), ("read", "good.txt"), ("show",),
                          ("claims", "good.txt", "--jobs", "0"), ("claims", "good.txt", "--frob"),
                          ("claims", "good.txt", "--published", "2017-13-09"),
                          ("claims", "good.txt", "--metadata", "missing.json")):
            with self.subTest(arguments):
                self.expect_usage(*arguments)

    def test_unknown_command_is_named(self):
        self.assertIn("frobnicate", self.expect_usage("frobnicate", "good.txt"))

    def test_help_and_version_succeed(self):
        for command in ((), ("claims",), ("read",), ("show",), ("text",)):
            self.assertIn("--help", self.run_ok(*command, "--help"))
        self.assertRegex(self.run_ok("--version"), r"\Aattest \d+\.\d+\.\d+, resources [0-9a-f]+(-[0-9a-f]+)?\n\Z")

    def test_resources_that_are_none(self):
        done = self.attest("claims", "good.txt", "--resources", "nowhere")
        self.expect(done, 3, "nowhere: no such resources folder")


if __name__ == "__main__":
    unittest.main()
