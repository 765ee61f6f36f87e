"""The curator with a pile of signed sheets and a scanner."""

from pathlib import Path
from typing import NamedTuple

import zxingcpp
from playwright.sync_api import expect

from tests.participants.scanner import blotted, laid, photographs, scan
from tests.stories.people import PATIENCE, Person
from tests.stories.words import said

TURNS = (180, 0, 2, 90, -2)  # how the sheets lay on the glass


class Heap(NamedTuple):
    """A scan of `sheets` sheets; the code of one of them cannot be read."""

    file: Path
    sheets: int
    spoilt: str


def scanned(printed: Path, into: Path) -> Heap:
    """The signed sheets in another order, some crooked, some upside down, the code of the last one under a blot."""
    pictures = [picture for picture in photographs(printed.read_bytes()) if zxingcpp.read_barcodes(picture)]
    [code] = zxingcpp.read_barcodes(pictures[0])
    heap = [laid(picture, TURNS[number % len(TURNS)]) for number, picture in enumerate(reversed(pictures[1:]))]
    file = into / "scan.pdf"
    file.write_bytes(scan([*heap, blotted(pictures[0])]))
    return Heap(file, len(pictures), code.text.rstrip("/").rpartition("/")[2])


class CuratorConsents(Person):
    name = "curator"

    def when_i_print_what_is_missing(self, into: Path) -> Path:
        self.open("/people/consents/sheets/print/")
        self.press("Print what is missing")
        return self.downloads(self.named("link", "Download"), into)

    def when_i_upload(self, file: Path) -> None:
        self.open("/people/consents/scans/upload/")
        self.page.set_input_files("[name=file]", file)
        self.touch(self.page.locator("label:has([name=looked]), label[for=id_looked]").first)
        self.press("Upload and file")

    def then_so_many_are_filed(self, filed: int) -> None:
        expect(self.main.locator("tbody tr")).to_have_count(filed, timeout=PATIENCE)
        self.look()
        expect(self.main.locator(".scan-pages li")).to_have_count(1)

    def when_i_say_whose_the_last_page_is(self, person: str, purpose: str) -> None:
        self.go(self.main.locator(".scan-pages a"))
        self.page.locator("[name=q]").last.fill(person.split(maxsplit=1)[0])
        self.press("Find")
        self.go(self.main.get_by_role("link", name=person, exact=True).last)
        self.page.locator("[name=purpose]").select_option(purpose)
        self.press("File the page")

    def then_nothing_waits(self) -> None:
        self.sees(said("Every page is filed. Nothing waits."))
