"""Sixty files that are not what their names say, or more than that (T-16)."""

import io
import struct
import zlib

from PIL import Image

from tests.mentoring.common.sheets.workbooks import rebuilt, workbook

EICAR = b"X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"
HTML = b"<!DOCTYPE html><html><body><script>alert(1)</script></body></html>"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
XML_SVG = b'<?xml version="1.0"?>' + SVG
OLE = bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 2_000
EXE = b"MZ\x90\0" + b"\0" * 500 + b"PE\0\0"
ELF = b"\x7fELF" + b"\0" * 500
RTF = b"{\\rtf1 {\\object\\objdata 0105}}"
GIF = b"GIF89a\x01\0\x01\0\x80\0\0\0\0\0\xff\xff\xff;"
PHP = b"<?php system($_GET[0]); ?>"
SHELL = b"#!/bin/sh\nid\n\0"
GZIP = bytes.fromhex("1f8b0800000000000003") + b"\0" * 100
RAR = b"Rar!\x1a\x07\x01\0" + b"\0" * 100
SEVEN = b"7z\xbc\xaf\x27\x1c" + b"\0" * 100
JAVA = b"\xca\xfe\xba\xbe\0\0\0\x34" + b"\0" * 100


def picture(kind: str, size: tuple[int, int] = (40, 30)) -> bytes:
    stream = io.BytesIO()
    Image.effect_noise(size, 40).save(stream, kind)
    return stream.getvalue()


def pdf(inside: bytes = b"") -> bytes:
    body = (
        b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R "
        + inside
        + b" >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [] /Count 0 >>\nendobj\n"
    )
    return body + b"xref\n0 1\ntrailer\n<< /Root 1 0 R >>\nstartxref\n9\n%%EOF\n"


def pdf_with_objects(inside: bytes) -> bytes:
    """The object stands in a compressed object stream."""
    packed = zlib.compress(b"3 0 << " + inside + b" >>")
    stream = b"3 0 obj\n<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length %d >>\nstream\n" % len(packed) + packed
    return pdf().replace(b"xref\n0 1", stream + b"\nendstream\nendobj\nxref\n0 1", 1)


def png_of(width: int, height: int) -> bytes:
    """A header that promises so many points."""
    head = b"IHDR" + struct.pack(">2L5B", width, height, 8, 2, 0, 0, 0)
    chunk = struct.pack(">L", 13) + head + struct.pack(">L", zlib.crc32(head))
    return b"\x89PNG\r\n\x1a\n" + chunk + b"\0\0\0\0IEND\xaeB\x60\x82"


def archive(**members) -> bytes:
    return rebuilt({name.replace("__", "/").replace("_DOT_", "."): content for name, content in members.items()}).getvalue()


def word(**members) -> bytes:
    return archive(xl__workbook_DOT_xml=None, word__document_DOT_xml=b"<x/>", **members)


JPEG, PNG, BOOK = picture("JPEG"), picture("PNG"), workbook([["ФИО"], ["Иванов"]]).getvalue()
MACROS = archive(xl__vbaProject_DOT_bin=b"\0" * 100)
SCRIPT = b"/OpenAction << /S /JavaScript /JS (app.alert(1)) >>"

AS_TABLES = {
    "page.xlsx": HTML,
    "drawing.xlsx": XML_SVG,
    "macros.xlsm": MACROS,
    "macros.xlsx": MACROS,
    "macros of other case.xlsx": archive(xl__VBAPROJECT_DOT_BIN=b"\0"),
    "document.docx": word(),
    "document.xlsx": word(),
    "document with macros.docm": word(word__vbaProject_DOT_bin=b"\0"),
    "old.xls": OLE,
    "old.xlsx": OLE,
    "under password.xlsx": OLE + "EncryptedPackage".encode("utf-16-le"),
    "virus.xlsx": EICAR,
    "nothing.xlsx": b"",
    "program.xlsx": EXE,
    "program of Linux.xlsx": ELF,
    "paper.xlsx": pdf(),
    "photograph.xlsx": JPEG,
    "text.xlsx": "ФИО;Класс\nИванов;7Б".encode(),
    "archive.xlsx": RAR,
    "packed.xlsx": GZIP,
    "classes.xlsx": JAVA,
    "book behind a program.xlsx": EXE + BOOK,
    "book before a page.xlsx": BOOK + HTML,
    "torn.xlsx": BOOK[: len(BOOK) // 2],
    "page.csv": HTML,
    "drawing.csv": SVG,
    "drawing in xml.csv": XML_SVG,
    "virus.csv": EICAR,
    "virus after blanks.csv": b"\n\n " + EICAR,
    "program.csv": EXE,
    "book.csv": BOOK,
    "paper.csv": pdf(),
    "letter.csv": RTF,
    "old.csv": OLE,
    "nulls.txt": b"\0" * 100,
    "script.txt": SHELL,
    "code.tsv": PHP,
}
AS_SCANS = {
    "page.png": HTML,
    "page.jpg": HTML,
    "page.pdf": HTML,
    "drawing.svg": SVG,
    "drawing.png": XML_SVG,
    "nothing.pdf": b"",
    "nothing.png": b"",
    "virus.pdf": EICAR,
    "virus in a paper.pdf": pdf(b"/Title (" + EICAR + b")"),
    "script.pdf": pdf(SCRIPT),
    "script spelled otherwise.pdf": pdf(b"/OpenAction << /S /J#61vaScript /JS (app.alert(1)) >>"),
    "script in a stream.pdf": pdf_with_objects(SCRIPT),
    "program started.pdf": pdf(b"/OpenAction << /S /Launch /F (cmd.exe) >>"),
    "attachment.pdf": pdf(b"/Names << /EmbeddedFiles << /Names [] >> >>"),
    "form with scripts.pdf": pdf(b"/AcroForm << /XFA [1 0 R] >>"),
    "under password.pdf": pdf().replace(b"/Root", b"/Encrypt 9 0 R /Root"),
    "page in a paper.pdf": pdf(b"/Title (<script>alert(1)</script>)"),
    "archive in a paper.pdf": pdf() + BOOK,
    "torn.pdf": pdf()[:60],
    "photograph.pdf": JPEG,
    "paper.png": pdf(),
    "photograph.png": JPEG,
    "archive in a photograph.jpg": JPEG + BOOK,
    "page in a photograph.jpg": JPEG[:20] + HTML + JPEG[20:],
    "code in a picture.png": PNG + PHP,
    "torn.png": PNG[:60],
    "endless.png": png_of(60_000, 60_000),
    "moving.gif": GIF,
    "moving.png": GIF,
    "no ending": PNG,
    "program.exe": EXE,
    "book.pdf": BOOK,
    "photograph.jpg.html": JPEG,
    "archive.pdf": SEVEN,
}
SAMPLES = AS_TABLES | AS_SCANS
HONEST_SCANS = {"лист.pdf": pdf(), "Лист.PDF": pdf_with_objects(b"/Title (x)"), "лист.jpg": JPEG, "лист.jpeg": JPEG, "лист.png": PNG}
