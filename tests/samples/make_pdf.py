#!/usr/bin/env python3
"""Writes the PDFs of this folder. Needs reportlab (Debian: python3-reportlab); the tests need only its output.

    tests/samples/make_pdf.py tests/samples

Everything in them is invented. The same reportlab gives the same bytes.
"""
import sys
from pathlib import Path

from reportlab import rl_config
from reportlab.lib import pagesizes, pdfencrypt
from reportlab.lib.enums import TA_JUSTIFY
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfgen import canvas
from reportlab.platypus import (BaseDocTemplate, Frame, FrameBreak, NextPageTemplate, PageTemplate, Paragraph, Spacer,
                                Table, TableStyle)

rl_config.invariant = 1
WIDTH, HEIGHT = pagesizes.A4
BODY = ParagraphStyle("body", fontName="Times-Roman", fontSize=10, leading=12, alignment=TA_JUSTIFY, firstLineIndent=12)
FLAT = ParagraphStyle("flat", parent=BODY, firstLineIndent=0, spaceAfter=6)
TITLE = ParagraphStyle("title", fontName="Helvetica-Bold", fontSize=18, leading=22, spaceAfter=10)
HEAD = ParagraphStyle("head", fontName="Helvetica-Bold", fontSize=11, leading=14, spaceBefore=8, spaceAfter=4)
ITEM = ParagraphStyle("item", parent=BODY, firstLineIndent=0, leftIndent=14, bulletIndent=2)
NOTE = ParagraphStyle("note", parent=BODY, fontSize=7, leading=8.5, firstLineIndent=0)

STORY = [
    "Shells fell on the grain market of Marwa on Tuesday morning, killing at least 14 people and wounding 30 others, "
    "the district hospital said. Most of those killed were traders who had come from villages in the north.",
    "A spokesman for the government-backed militia denied that its gunners had fired on the town. He said that the "
    "rebels, who have held the eastern bank of the river since January, were to blame for the bombardment.",
    "Residents told the committee that they had spent the night in cellars. Two schools and a clinic were damaged, and "
    "the water station has stopped. Around 2,500 families fled towards the coast, a relief worker said.",
    "The committee called on both parties to spare civilians and to let ambulances pass. It will publish a further "
    "report when its monitors have visited the market.",
]


def running(pages, left, right):
    """Draws a header and a footer with the page's number on every page."""
    def draw(page, document):
        page.setFont("Helvetica", 8)
        page.drawString(20 * mm, HEIGHT - 12 * mm, left)
        page.drawRightString(WIDTH - 20 * mm, HEIGHT - 12 * mm, right)
        page.drawCentredString(WIDTH / 2, 10 * mm, f"Page {document.page} of {pages}")
    return draw


def build(path, frames, story, on_page, **options):
    """One template for the first page and one for those after it."""
    document = BaseDocTemplate(str(path), pagesize=pagesizes.A4, **options)
    document.addPageTemplates([PageTemplate(str(i), made, onPage=on_page) for i, made in enumerate(frames)])
    document.build([NextPageTemplate(str(len(frames) - 1))] + story)


def columns(count, top):
    gutter = 7 * mm
    width = (WIDTH - 40 * mm - (count - 1) * gutter) / count
    return [Frame(20 * mm + i * (width + gutter), 18 * mm, width, top - 18 * mm, 0, 0, 0, 0, id=f"c{i}")
            for i in range(count)]


def one_column(path):
    frame = Frame(25 * mm, 20 * mm, WIDTH - 50 * mm, HEIGHT - 42 * mm, 0, 0, 0, 0)
    story = [Paragraph("Shelling of a grain market kills 14 in Marwa", TITLE),
             Paragraph("Marwa, 12 March 2019", FLAT)]
    story += [Paragraph(words, BODY) for words in STORY]
    story += [Paragraph("What is needed", HEAD)]
    story += [Paragraph(words, ITEM, bulletText="•") for words in (
        "Tents and blankets for the families who sleep in the open near the harbour of Old Marwa.",
        "Fuel for the pumps of the water station.")]
    story += [Paragraph("What the monitors wrote", HEAD)]
    story += [Paragraph(words, FLAT) for words in STORY * 7]
    build(path, [[frame]], story, running(2, "Committee for the River Valley", "Report 7"), title="Shelling in Marwa",
          author="River Valley Committee")


def many_columns(path, count):
    head = Frame(20 * mm, HEIGHT - 60 * mm, WIDTH - 40 * mm, 40 * mm, 0, 0, 0, 0)
    first = [head] + columns(count, HEIGHT - 62 * mm)
    story = [Paragraph("Shelling of a grain market kills 14 in Marwa, and thousands flee", TITLE),
             Paragraph("A weekly bulletin for those who work in the valley, written by the committee's monitors and read "
                       "by many.", FLAT), FrameBreak()]
    story += [Paragraph(words, BODY) for words in STORY * 8]
    build(path, [first, columns(count, HEIGHT - 20 * mm)], story, running(2, "Bulletin of the Valley", "12 March 2019"))


def hyphens(path):
    """Lines set by hand, so that each hyphen is where the test wants it."""
    page = canvas.Canvas(str(path), pagesize=pagesizes.A4, invariant=1)
    page.setFont("Times-Roman", 11)
    lines = ["The bombardment of the town of Deir-ez-", "Zor went on for a third day, and the bombard-",
             "ment was answered from the government-", "held quarter. Officials of the govern-",
             "ment, who were not named, said that al-", "Nour camp was hit; camps in the area held",
             "many of the displaced. Three child-", "ren died."]
    for i, words in enumerate(lines):
        page.drawString(60, 760 - 14 * i, words)
    page.save()


def tables(path):
    frame = Frame(20 * mm, 20 * mm, WIDTH - 40 * mm, HEIGHT - 40 * mm, 0, 0, 0, 0)
    rows = [["Place", "Date", "Killed", "Wounded", "What happened"],
            ["Marwa", "12 March", "14", "30", "Shells on the market"],
            ["Old Marwa", "13 March", "2", "5", "Mine under a car"],
            ["Tell Sabha", "15 March", "", "7", "Air strike near a school"]]
    small = ParagraphStyle("cell", parent=FLAT, spaceAfter=0)
    wrapped = [["Village", "Account"],
               ["Marwa", Paragraph("Families left before dawn, and the clinic was closed after two of its nurses had been "
                                   "taken away by armed men.", small)],
               ["Tell Sabha", Paragraph("A mosque burned down. Those who had hidden in it reached the river unharmed.",
                                        small)]]
    lines = TableStyle([("FONT", (0, 0), (-1, -1), "Times-Roman", 10), ("VALIGN", (0, 0), (-1, -1), "TOP")])
    story = [Paragraph("Incidents in the valley, March 2019", TITLE), Paragraph(STORY[0], FLAT),
             Table(rows, colWidths=[80, 70, 50, 60, 150], style=lines), Spacer(1, 12), Paragraph(STORY[1], FLAT),
             Table(wrapped, colWidths=[90, 300], style=lines), Spacer(1, 12), Paragraph(STORY[2], FLAT)]
    build(path, [[frame]], story, lambda page, document: None)


def image_only(path):
    page = canvas.Canvas(str(path), pagesize=pagesizes.A4, invariant=1)
    page.setFillGray(0.4)
    page.rect(60, 60, 400, 600, fill=1)
    page.save()


def encrypted(path):
    page = canvas.Canvas(str(path), pagesize=pagesizes.A4, invariant=1, encrypt=pdfencrypt.StandardEncryption("secret"))
    page.drawString(60, 700, "Nobody reads this without the word.")
    page.save()


def main():
    folder = Path(sys.argv[1])
    one_column(folder / "one-column.pdf")
    many_columns(folder / "two-columns.pdf", 2)
    many_columns(folder / "three-columns.pdf", 3)
    hyphens(folder / "hyphens.pdf")
    tables(folder / "tables.pdf")
    image_only(folder / "image-only.pdf")
    encrypted(folder / "encrypted.pdf")


main()
