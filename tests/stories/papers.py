"""Reading the files that people have downloaded."""

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


def sheets_of(file: Path) -> list[str]:
    book = load_workbook(file, read_only=True)
    try:
        return book.sheetnames
    finally:
        book.close()
