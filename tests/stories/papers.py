"""Reading the files that people have downloaded."""

from email import message_from_bytes, policy
from pathlib import Path

import pypdfium2
import zxingcpp
from openpyxl import load_workbook
from pypdf import PdfReader


def text_of_pdf(file: Path) -> str:
    """The text with plain spaces; the file must be a PDF."""
    assert file.read_bytes().startswith(b"%PDF")
    return " ".join(" ".join(page.extract_text() for page in PdfReader(file).pages).split())


def codes_of(file: Path) -> list[str]:
    """What the QR codes on its pages say, read off the printed picture."""
    with pypdfium2.PdfDocument(file) as document:
        return [code.text for page in document for code in zxingcpp.read_barcodes(page.render(scale=2, grayscale=True).to_pil())]


def newest_letter(folder: Path) -> str:
    """The words of the last letter that a copy of Tandem has sent."""
    file = max((folder / "mail").iterdir(), key=lambda one: one.stat().st_mtime_ns)
    content, _line, _rest = file.read_bytes().partition(b"\n" + b"-" * 79)
    return message_from_bytes(content, policy=policy.default).get_content()


def sheets_of(file: Path) -> list[str]:
    book = load_workbook(file, read_only=True)
    try:
        return book.sheetnames
    finally:
        book.close()
