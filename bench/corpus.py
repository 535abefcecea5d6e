#!/usr/bin/env python3
"""Makes a corpus from the project's own reports, as JSON lines on standard output.

    bench/corpus.py DOCUMENTS [SEED]
    bench/corpus.py DOCUMENTS --general SHARE [SEED]

A document is an example report with its numbers, weekdays and places exchanged, brought to about 600 words with
paragraphs of the next report. With --general only SHARE percent of the documents are such; the others are made the
same way, at 720 words (850 tokens), of the reports on other subjects in tests/reports. Same arguments, same bytes.
"""
import json
import pathlib
import random
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
WORDS = 600
GENERAL_WORDS = 720
WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]


def towns():
    """Names of towns that the program knows, so that an exchanged place is still a place."""
    rows = [line.split("\t") for line in (ROOT / "resources/gazetteer.tsv").read_text("utf-8").splitlines()
            if line and not line.startswith("#")]
    kind = rows[0].index("kind")
    return sorted({row[0] for row in rows[1:] if row[kind] in ("city", "town", "village")})


def templates(folder, places):
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
            for file in sorted((ROOT / folder).glob("*.txt"))]


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


def document(reports, words_wanted, draw, places):
    """Lines of one report after another until there are enough words."""
    moved, lines, words, next_report = {}, [], 0, draw.randrange(len(reports))
    while words < words_wanted:
        for count, parts in reports[next_report]:
            lines.append(render(parts, draw, moved, places))
            words += count
            if words >= words_wanted:
                break
        next_report = (next_report + 1) % len(reports)
    return "\n".join(lines)


def main():
    arguments = sys.argv[1:]
    share, wanted = 100, WORDS
    if "--general" in arguments:
        at = arguments.index("--general")
        share, wanted = int(arguments[at + 1]), GENERAL_WORDS
        del arguments[at:at + 2]
    if not 1 <= len(arguments) <= 2:
        sys.exit(__doc__)
    documents, seed = int(arguments[0]), arguments[1] if len(arguments) == 2 else "1"
    draw = random.Random(seed)
    places = towns()
    conflict, other = templates("examples/reports", places), templates("tests/reports/negative", places)
    for serial in range(documents):
        reports = conflict if share == 100 or draw.randrange(100) < share else other
        text = document(reports, wanted, draw, places)
        print(json.dumps({"id": f"bench-{serial:06}", "published": f"{draw.randint(2014, 2025)}-{draw.randint(1, 12):02}-"
                          f"{draw.randint(1, 28):02}", "text": text}, ensure_ascii=False))


if __name__ == "__main__":
    main()
