#!/usr/bin/env python3
"""Measures `attest read` into a new ledger of many short reports: the rate as it grows, and memory.

    bench/ledger.py PROGRAM DOCUMENTS [FOLDER]

The reports (about 60 words, two or three claims each) are made from templates into FOLDER, build/bench if not given, and
read with --no-trees, so that the ledger and not the parser is measured. Prints lines of Markdown for bench/README.md.
"""
import contextlib
import json
import os
import pathlib
import random
import subprocess
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
STEP = 10_000
TOWNS = ("Bama", "Banki", "Mosul", "Tikrit", "Aleppo", "Kunduz", "Goma", "Hodeidah", "Baidoa", "Sloviansk")
OUTLETS = ("Example Times", "Example Post", "The Example", "Example Wire")
SUBJECTS = ("Gunmen", "Soldiers", "Militants", "Rebels", "Armed men")
VICTIMS = ("farmers", "traders", "villagers", "residents", "drivers", "students")
FILLER = """market morning convoy district river clinic school road families border night ceasefire talks governor week
mortar season harvest bridge petrol radio council village station phone water camp tents rain valley hill gate""".split()


def report(number, draw):
    killed, town = draw.randint(2, 90), draw.choice(TOWNS)
    words = " ".join(draw.choice(FILLER) for _ in range(24))
    text = (f"{draw.choice(SUBJECTS)} killed {killed} {draw.choice(VICTIMS)} near the town of {town} on "
            f"{draw.choice(('Monday', 'Wednesday', 'Friday'))}, a local official said.\n\n"
            f"Another {draw.randint(2, 90)} people were wounded, witnesses said. They spoke of the {words}.\n")
    return {"id": f"short-{number:07}", "title": f"{killed} killed near {town}", "text": text,
            "published": f"{draw.randint(2014, 2025)}-{draw.randint(1, 12):02}-{draw.randint(1, 28):02}",
            "outlet": draw.choice(OUTLETS)}


def rates(times):
    """Documents a second between the marks, by the clock."""
    return [STEP / (end - begin) for begin, end in zip(times, times[1:])]


def main():
    if len(sys.argv) not in (3, 4):
        sys.exit(__doc__)
    program, documents = sys.argv[1], int(sys.argv[2])
    folder = pathlib.Path(sys.argv[3]) if len(sys.argv) == 4 else ROOT / "build/bench"
    folder.mkdir(parents=True, exist_ok=True)
    corpus, ledger = folder / f"short-{documents}.jsonl", folder / "bench-ledger.db"
    for file in (ledger, folder / "bench-ledger.db-wal", folder / "bench-ledger.db-shm"):
        file.unlink(missing_ok=True)
    draw = random.Random(1)
    with open(corpus, "w", encoding="utf-8") as out:
        for number in range(documents):
            out.write(json.dumps(report(number, draw)) + "\n")

    child = subprocess.Popen([program, "read", "--no-trees", "--quiet", corpus, "--into", ledger], stdout=subprocess.PIPE)
    kept, times, log = 0, [], 0
    while chunk := os.read(child.stdout.fileno(), 1 << 16):
        if kept == 0:
            times.append(time.monotonic())
        before, kept = kept, kept + chunk.count(b"\n")
        if kept // STEP > before // STEP:
            times.append(time.monotonic())
            with contextlib.suppress(FileNotFoundError):  # the last lines come when the run is over
                log = max(log, os.path.getsize(f"{ledger}-wal"))
    _, status, usage = os.wait4(child.pid, 0)
    if os.waitstatus_to_exitcode(status) != 0 or kept != documents:
        sys.exit(f"ledger: stopped with {os.waitstatus_to_exitcode(status)} after {kept} documents")
    measured = rates(times)
    last = measured[-max(1, len(measured) // 10):]
    print("| documents | a second, all | the first 10,000 | the last tenth | a processor second | peak memory | ledger | longest log |")
    print("|---:|---:|---:|---:|---:|---:|---:|---:|")
    print(f"| {documents:,} | {documents / (times[-1] - times[0]):,.0f} | {measured[0]:,.0f} | {sum(last) / len(last):,.0f} |"
          f" {documents / (usage.ru_utime + usage.ru_stime):,.0f} | {usage.ru_maxrss / 1024:.0f} MiB |"
          f" {ledger.stat().st_size / 1e6:,.0f} MB | {log / 1e6:.0f} MB |")


if __name__ == "__main__":
    main()
