"""The curator in autumn: a programme, the two bases, consents."""

from pathlib import Path

from playwright.sync_api import expect

from tests.stories.people import Person
from tests.stories.words import said


class CuratorBases(Person):
    def when_i_create_a_programme(self, title: str) -> None:
        self.open("/")
        self.follow("Create a programme")
        self.main.get_by_label(said("Title")).fill(title)
        self.press("Create the programme")

    def then_it_has_seven_stages(self, title: str) -> None:
        self.sees(title)
        expect(self.main.locator(".stage")).to_have_count(7)

    def when_i_upload(self, base: str, sheet: Path) -> None:
        self.open(f"/people/import/?base={base}")
        self.main.locator("input[type=file]").set_input_files(sheet)
        self.press("Check the rows")

    def then_i_am_told_each_wrong_cell(self, *cells: tuple[int, str]) -> None:
        """Each cell: its row, and what stands in it, ready to be corrected."""
        self.reads("These cells have to be corrected")
        table = self.main.get_by_role("table", name=said("Errors of the file"))
        for row, found in cells:
            line = table.get_by_role("row").filter(has_text=said("Row %(number)s", number=row))
            expect(line.get_by_role("textbox").first).to_have_value(found)

    def then_nothing_was_written(self) -> None:
        self.touch(self.main.locator("details summary").filter(has_text=said("Remove the upload")))
        self.press("Remove the upload", self.main.locator("details[open] form"))
        self.open("/people/mentees/")
        expect(self.main.locator("tbody tr")).to_have_count(0)

    def then_i_write_them(self, people: int) -> None:
        self.press("Write into the base")
        expect(self.main.locator("tbody tr")).to_have_count(people)

    def when_i_record_consents_of_everybody(self) -> None:
        self.open("/people/consents/")
        self.follow("Record consents")
        self.press("Tick everybody")
        self.press("Record the consents")

    def then_nobody_lacks_a_consent(self) -> None:
        self.open("/people/consents/record/")
        self.reads("Everybody in the bases has the consents that a pair needs.")

    def when_i_give_the_mentor_an_account(self, full_name: str, login: str) -> dict:
        """By the search box that stands on every page."""
        surname = full_name.split(maxsplit=1)[0]
        box = self.page.get_by_role("searchbox", name=said("Find a person"))
        box.fill(surname.lower().replace("ё", "е"))
        with self.page.expect_navigation():
            box.press("Enter")
        self.look()
        self.go(self.main.get_by_role("link", name=full_name))
        self.follow("Give an account")
        self.main.locator("[name=role]").select_option("mentor")
        self.main.locator("[name=username]").fill(login)
        self.press("Make login and password")
        login, password = self.main.locator(".credential").all_inner_texts()
        return {"login": login, "password": password}
