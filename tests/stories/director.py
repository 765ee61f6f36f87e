"""The director reads, returns, signs."""

from pathlib import Path

from playwright.sync_api import expect

from tests.stories.people import Person
from tests.stories.words import said


class Director(Person):
    name = "director"

    def when_i_open_the_waiting_order(self) -> None:
        self.open("/")
        self.follow("Read and sign")

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
        """In at most two clicks, and while the PDF is being made its progress is in sight."""
        with self.tandem.busy_worker():
            with self.counting() as hand:
                self.press("Sign")
            expect(self.main.get_by_role("progressbar", name=said("The PDF is being prepared"))).to_be_visible()
        assert hand["taps"] <= 2

    def then_i_download_the_pdf(self, into: Path) -> Path:
        return self.downloads(self.named("link", "Download the PDF"), into)
