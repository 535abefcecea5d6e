#!/usr/bin/env python3
"""Makes a corpus from the example reports, as JSON lines on standard output.

    bench/corpus.py DOCUMENTS [SEED]

A document is an example report with its numbers, weekdays and places exchanged, brought to about 600 words with
paragraphs of the next report. Same arguments, same bytes.
"""
import json
import pathlib
import random
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
WORDS = 600
WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]


def towns():
    """Names of towns that the program knows, so that an exchanged place is still a place."""
    rows = [line.split("\t") for line in (ROOT / "resources/gazetteer.tsv").read_text("utf-8").splitlines()
            if line and not line.startswith("#")]
    kind = rows[0].index("kind")
    return sorted({row[0] for row in rows[1:] if row[kind] in ("city", "town", "village")})


def templates(places):
    """Each report as lines of (number of words, parts); a part is a plain string or a function that draws one."""
    number = r"(?<![\d,.:/-])\d{1,3}(?:,\d{3})*(?![\d,.:/-]*\d)"
    varied = re.compile("|".join([rf"(?P<place>\b(?:{'|'.join(map(re.escape, places))})\b)",
                                  rf"(?P<day>\b(?:{'|'.join(WEEKDAYS)})\b)", rf"(?P<number>{number})"]))

    def parts_of(line):
        parts, end = [], 0
        for hit in varied.finditer(line):
            parts.append(line[end:hit.start()])
            parts.append((hit.lastgroup, hit.group()))
            end = hit.end()
        return parts + [line[end:]]

    return [[(len(line.split()), parts_of(line)) for line in file.read_text("utf-8").splitlines()]
            for file in sorted((ROOT / "examples/reports").glob("*.txt"))]


def render(parts, draw, moved, places):
    """A line with its parts drawn anew; within a document a place always moves to the same place."""
    out = []
    for part in parts:
        if isinstance(part, str):
            out.append(part)
            continue
        kind, text = part
        if kind == "day":
            out.append(draw.choice(WEEKDAYS))
        elif kind == "place":
            if text not in moved:
                moved[text] = draw.choice(places)
            out.append(moved[text])
        else:
            out.append(f"{max(2, int(int(text.replace(',', '')) * draw.uniform(0.5, 2))):,}")
    return "".join(out)


def main():
    if not 2 <= len(sys.argv) <= 3:
        sys.exit(__doc__)
    documents, seed = int(sys.argv[1]), sys.argv[2] if len(sys.argv) == 3 else "1"
    draw = random.Random(seed)
    places = towns()
    reports = templates(places)
    for serial in range(documents):
        moved, lines, words, next_report = {}, [], 0, draw.randrange(len(reports))
        while words < WORDS:
            for count, parts in reports[next_report]:
                lines.append(render(parts, draw, moved, places))
                words += count
                if words >= WORDS:
                    break
            next_report = (next_report + 1) % len(reports)
        print(json.dumps({"id": f"bench-{serial:06}", "published": f"{draw.randint(2014, 2025)}-{draw.randint(1, 12):02}-"
                          f"{draw.randint(1, 28):02}", "text": "\n".join(lines)}, ensure_ascii=False))


if __name__ == "__main__":
    main()
