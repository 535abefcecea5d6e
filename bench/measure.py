#!/usr/bin/env python3
"""Measures `attest claims --jobs 1` on one core: documents a second and peak memory.

    bench/measure.py PROGRAM CORPUS RUNS [SIZE...]

CORPUS: a file of JSON lines, or a folder of reports.

Speed: median over RUNS of the whole run on the corpus, program start included; by the clock, and by processor time,
which other work on the machine hardly touches. Memory: the peak resident size on
corpora of SIZE documents, made on the way and read through a pipe.
Prints lines of Markdown for bench/README.md.
"""
import os
import pathlib
import statistics
import subprocess
import sys
import time

HERE = pathlib.Path(__file__).resolve().parent


def run(program, source, core, *options):
    """Seconds by the clock, processor seconds and peak KiB of one run that reads `source` (a path, or a pipe), pinned to
    `core`."""
    path = source if isinstance(source, str) else "-"
    command = [program, "claims", "--jobs", "1", *options, path]
    started = time.monotonic()
    child = subprocess.Popen(command, stdin=subprocess.DEVNULL if path != "-" else source, stdout=subprocess.DEVNULL,
                             preexec_fn=lambda: os.sched_setaffinity(0, {core}))
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode != 0:
        sys.exit(f"measure: {' '.join(command)} stopped with {child.returncode}")
    return time.monotonic() - started, usage.ru_utime + usage.ru_stime, usage.ru_maxrss


def processor():
    for line in open("/proc/cpuinfo", encoding="utf-8"):
        if line.startswith("model name"):
            return line.split(":", 1)[1].strip()
    return "unknown processor"


def main():
    if len(sys.argv) < 4:
        sys.exit(__doc__)
    program, corpus, runs, sizes = sys.argv[1], sys.argv[2], int(sys.argv[3]), [int(size) for size in sys.argv[4:]]
    folder = pathlib.Path(corpus)
    documents = (sum(1 for _ in folder.rglob("*.txt")) if folder.is_dir() else sum(1 for _ in open(corpus, "rb")))
    cores = sorted(os.sched_getaffinity(0))

    ways = {"with trees": (), "--no-trees": ("--no-trees",)}
    clock = {way: [] for way in ways}
    processor_time = {way: [] for way in ways}
    for _ in range(runs):  # in turns, so that a slow minute of the machine meets both
        for way, options in ways.items():
            seconds, processor_seconds, _ = run(program, corpus, cores[-1], *options)
            clock[way].append(seconds)
            processor_time[way].append(processor_seconds)
    commit = subprocess.run(["git", "-C", HERE, "describe", "--always", "--dirty"], capture_output=True, text=True,
                            check=False).stdout.strip()
    print(f"{time.strftime('%Y-%m-%d')}, commit {commit}, {processor()}, one core\n")
    print(f"| {documents:,} documents of {folder.name} | a second | slowest run | fastest run | a processor second |\n|---|---:|---:|---:|---:|")
    for way in ways:
        rates = [statistics.median(clock[way]), max(clock[way]), min(clock[way]), statistics.median(processor_time[way])]
        print(f"| {way} | " + " | ".join(f"{documents / rate:,.0f}" for rate in rates) + " |")
    print()
    if not sizes:
        return

    print("| documents through a pipe | peak memory |\n|---:|---:|")
    for size in sizes:
        maker = subprocess.Popen([sys.executable, HERE / "corpus.py", str(size)], stdout=subprocess.PIPE)
        peak = run(program, maker.stdout, cores[-1])[2]
        maker.stdout.close()
        maker.wait()
        print(f"| {size:,} | {peak / 1024:.1f} MiB |", flush=True)


if __name__ == "__main__":
    main()
