"""Runs the program under test in a folder of its own. ATTEST names the program."""
import ctypes
import json
import os
import pathlib
import subprocess
import tempfile
import unittest

PROGRAM = os.environ.get("ATTEST", "build/release/attest")
ROOT = pathlib.Path(__file__).resolve().parents[2]
EXAMPLES = ROOT / "examples"
RESOURCES = ROOT / "resources"

GOOD = "Gunmen killed three farmers near the Nigerian town of Bama on Wednesday, a local official said.\n"


def numbered(number):
    """A report that differs from its neighbours, as a line of JSON."""
    text = f"Gunmen killed {number} farmers near the Nigerian town of Bama on Wednesday, a local official said."
    return json.dumps({"id": f"report-{number}", "text": text, "published": "2019-05-03"})


def without_overriding_permissions():
    """In a child: root, too, is told when a file may not be read. Others need no help, and get none."""
    for capability in (1, 2):  # CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH
        ctypes.CDLL(None).prctl(24, capability, 0, 0, 0)  # PR_CAPBSET_DROP


class CliTest(unittest.TestCase):
    maxDiff = None

    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="attest-cli-")
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def write(self, name, content):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return name

    def environment(self, **more):
        plain = {"PATH": os.environ["PATH"], "ATTEST_RESOURCES": str(RESOURCES)}
        return {**plain, **{k: v for k, v in os.environ.items() if k.endswith("SAN_OPTIONS")}, **more}

    def attest(self, *arguments, stdin=b"", stdout=subprocess.PIPE, env=None, preexec_fn=None):
        """The finished run, with output as text."""
        done = subprocess.run([PROGRAM, *map(str, arguments)], cwd=self.folder, stdout=stdout, stderr=subprocess.PIPE,
                              input=stdin, env=env or self.environment(), preexec_fn=preexec_fn, check=False,
                              timeout=300)
        done.stdout = (done.stdout or b"").decode()
        done.stderr = done.stderr.decode()
        return done

    def run_ok(self, *arguments, **options):
        """Standard output of a run that succeeds without a word on standard error."""
        done = self.attest(*arguments, **options)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        return done.stdout

    def claims(self, *arguments, **options):
        return [json.loads(line) for line in self.run_ok("claims", *arguments, **options).splitlines()]

    def expect(self, done, status, *complaints):
        """The exit status, and on standard error exactly these lines."""
        self.assertEqual(done.stderr.splitlines(), [f"attest: {complaint}" for complaint in complaints])
        self.assertEqual(done.returncode, status)
