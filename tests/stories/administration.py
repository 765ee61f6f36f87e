"""The administration: gives accounts at the beginning, takes the reports at the end."""

from pathlib import Path

from playwright.sync_api import Locator, expect

from tests.stories.people import PATIENCE, Person
from tests.stories.words import said

NO_WORKER = (
    "No worker is running now. The work is kept and starts by itself when the worker is back; tell the administration if it takes long."
)


class Administration(Person):
    name = "administration"

    def when_i_give_an_account(self, role: str, surname: str, name: str, patronymic: str) -> dict:
        """Returns the login and the one-time password as they stand on the page."""
        self.open("/accounts/members/")
        self.follow("Add a member")
        for label, value in (("Surname", surname), ("Name", name), ("Patronymic", patronymic), ("Login name", role)):
            self.main.get_by_label(said(label)).and_(self.main.locator("input")).first.fill(value)
        self.main.locator("[name=role]").select_option(role)
        self.press("Make login and password")
        self.reads("The password is shown once. Print this page or write it down and hand it over.")
        login, password = self.main.locator(".credential").all_inner_texts()
        return {"login": login, "password": password}

    @property
    def newest(self) -> Locator:
        """The report that was asked for last; the newest stands on top."""
        return self.main.locator(".report-jobs > li").first.locator(".work-done")

    def when_i_ask_for_the_report(self, button: str) -> None:
        self.open("/papers/reports/")
        self.press(button)

    def then_i_download_it(self, into: Path) -> Path:
        return self.downloads(self.newest.get_by_role("link"), into)

    def then_i_am_told_that_it_waits(self) -> None:
        self.reads("The work waits", NO_WORKER)
        self.open("/jobs/")
        self.reads("waits: no worker is running")
        self.open("/papers/reports/")

    def then_it_is_done_by_itself(self) -> None:
        expect(self.newest).to_contain_text(said("Ready"), timeout=PATIENCE)
        self.look()
