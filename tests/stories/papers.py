"""Reading the files that people have downloaded."""

from pathlib import Path

from openpyxl import load_workbook
from pypdf import PdfReader


def text_of_pdf(file: Path) -> str:
    """The text with plain spaces; the file must be a PDF."""
    assert file.read_bytes().startswith(b"%PDF")
    return " ".join(" ".join(page.extract_text() for page in PdfReader(file).pages).split())


def sheets_of(file: Path) -> list[str]:
    book = load_workbook(file, read_only=True)
    try:
        return book.sheetnames
    finally:
        book.close()
