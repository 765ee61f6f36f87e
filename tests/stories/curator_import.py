"""The curator with a list in Excel's clipboard."""

from playwright.sync_api import expect

from tests.stories.people import Person
from tests.stories.words import said

NEXT = "Enter"


class CuratorImport(Person):
    name = "curator"

    def when_i_paste(self, rows: list[list[str]]) -> None:
        """Into the field, as the clipboard of Excel holds them."""
        self.open("/people/import/?base=mentees")
        field = self.page.get_by_label(said("Or paste from Excel"))
        field.focus()
        self.page.keyboard.insert_text("\n".join("\t".join(row) for row in rows))
        self.press("Check the rows")

    def then_i_say_what_the_unknown_column_holds(self, heading: str, code: str) -> None:
        self.reads("Columns of the table")
        self.page.get_by_label(heading).select_option(code)
        self.press("Check the rows")

    def then_so_many_cells_are_wrong(self, count: int) -> None:
        expect(self.main.locator("[data-grid] input.form-control")).to_have_count(count)

    def when_i_type_into_the_cells(self, *texts: str) -> None:
        """Like in Excel: each text ends with Enter, which goes down; the last one leads to the button."""
        self.main.locator("[data-grid] input.form-control").first.focus()
        for text in texts:
            self.page.keyboard.press("Control+A")
            self.page.keyboard.insert_text(text)
            self.page.keyboard.press(NEXT)
        with self.page.expect_navigation():
            self.page.keyboard.press(NEXT)
        self.look()

    def then_i_write_everybody(self) -> None:
        self.press("Write into the base")

    def then_the_base_holds(self, people: int, surname: str) -> None:
        self.open(f"/people/mentees/?q={surname}")
        expect(self.main.locator("tbody tr").first).to_contain_text(surname)
        assert str(people) in self.main.inner_text()
