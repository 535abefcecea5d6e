#!/usr/bin/env python3
"""Writes a small Word document, report.docx, as Word would: tests/samples/make_docx.py tests/samples

Everything in it is invented. The same bytes each time.
"""
import sys
import zipfile
from pathlib import Path
from xml.sax.saxutils import escape

NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def paragraph(words, style="", numbered=False):
    properties = (f'<w:pStyle w:val="{style}"/>' if style else "") + ("<w:numPr><w:ilvl w:val=\"0\"/></w:numPr>" * numbered)
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{escape(words)}</w:t></w:r></w:p>"


def table(rows):
    cells = ["".join(f"<w:tc>{paragraph(cell)}</w:tc>" for cell in row) for row in rows]
    return "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in cells) + "</w:tbl>"


BODY = "".join([
    paragraph("Raid on a village near Marwa leaves nine people missing", "Title"),
    paragraph("MARWA, 12 March 2019 - Armed men killed four shepherds in the Nigerian village of Bula Marwa on Monday and "
              "took nine women away, a local official said."),
    paragraph("Incidents of the week", "Heading1"),
    table([["Place", "Killed", "What happened"], ["Bula Marwa", "4", "Raid"], ["Tell Sabha", "12", "Shelling"]]),
    paragraph("Two of the wells were filled with stones.", numbered=True),
    paragraph("The school is closed.", numbered=True)])

MEMBERS = {
    "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    "word/document.xml": f"<w:document {NAMESPACE}><w:body>{BODY}</w:body></w:document>",
    "word/styles.xml": f'<w:styles {NAMESPACE}><w:style w:styleId="Title"><w:name w:val="Title"/></w:style>'
                       '<w:style w:styleId="Heading1"><w:name w:val="heading 1"/></w:style></w:styles>',
    "docProps/core.xml": '<cp:coreProperties xmlns:cp="c" xmlns:dc="d" xmlns:dcterms="t"><dc:creator>River Valley '
                         "Committee</dc:creator><dcterms:created>2019-03-13T08:00:00Z</dcterms:created></cp:coreProperties>",
}


def main():
    with zipfile.ZipFile(Path(sys.argv[1]) / "report.docx", "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in MEMBERS.items():
            info = zipfile.ZipInfo(name, (2019, 3, 12, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, '<?xml version="1.0" encoding="UTF-8"?>' + content)


main()
