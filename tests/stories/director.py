"""The director reads, returns, signs."""

import re
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import expect

from tests.stories.papers import newest_letter
from tests.stories.people import Person
from tests.stories.words import said


class Director(Person):
    name = "director"

    def when_i_open_the_waiting_order(self, heading: str = "") -> None:
        """The one with this heading, or the first."""
        self.open("/")
        self.follow("Read and sign", self.main.locator(".today-item").filter(has_text=heading))

    def when_i_follow_the_newest_letter(self) -> None:
        """The first of the two clicks from a letter to a signature."""
        self.open(urlsplit(re.search(r"http\S+", newest_letter(self.tandem.folder))[0]).path)

    def then_i_read_it_as_it_will_print(self, *texts: str) -> None:
        sheet = self.main.locator(".order-sheet")
        for text in texts:
            expect(sheet).to_contain_text(text)
        address = self.page.url
        self.follow("Sheet for printing")
        self.sees(*texts)
        self.open(address)

    def when_i_return_it(self, remark: str) -> None:
        self.touch(self.main.locator("summary").filter(has_text=said("Return with a remark")))
        self.main.locator("[name=note]").fill(remark)
        self.look()
        self.press("Return with a remark")

    def when_i_sign_it(self) -> None:
        """With one click on the page of the order, and while the PDF is being made its progress is in sight."""
        with self.tandem.busy_worker():
            with self.counting() as hand:
                self.press("Sign")
            expect(self.main.get_by_role("progressbar", name=said("The PDF is being prepared"))).to_be_visible()
        assert hand["taps"] == 1

    def then_it_has_a_number(self) -> str:
        return re.search(r"№ (\S+)", self.main.locator("h1").first.inner_text())[1]

    def then_i_download_the_pdf(self, into: Path) -> Path:
        return self.downloads(self.named("link", "Download the PDF"), into)

    def when_i_open_the_pile(self) -> None:
        self.open("/papers/orders/")
        self.follow("Check and sign")

    def when_i_take_the_tick_from(self, heading: str) -> None:
        self.touch(self.main.locator(".sign-choice").filter(has_text=heading))

    def when_i_sign_the_ticked_orders(self) -> None:
        self.go(self.main.locator(".sign-bar button"))

    def then_so_many_are_signed(self, count: int) -> list[int]:
        """Returns their numbers in the order of the list."""
        signed = self.main.locator(".sign-results li").filter(has_text=said("Signed"))
        expect(signed).to_have_count(count)
        return [int(re.search(r"№ (\d+)", line)[1]) for line in signed.all_inner_texts()]
