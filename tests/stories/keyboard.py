"""People without a mouse. Each stop of the Tab key must be seen: a ring around it, or around its row, and nothing on top of it."""

from playwright.sync_api import expect

from tests.stories.director import Director
from tests.stories.people import Person
from tests.stories.words import said

LONGEST_WAY = 60
STOP = """() => {
  const here = document.activeElement;
  const box = here.getClientRects()[0];
  const style = getComputedStyle(here.matches(".stretched-link") ? here.closest(".has-link, .sum") : here);
  const ring = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
  const onTop = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
  return {
    words: (here.labels?.[0]?.innerText || here.innerText || here.ariaLabel || "").trim(),
    ring: here.matches(":focus-visible") && (ring || style.boxShadow !== "none"),
    uncovered: here.contains(onTop),
  };
}"""


class Keyboard(Person):
    def given_i_am_signed_in(self) -> None:
        self.open("/")
        self.tab_to("Login name or e-mail")
        self.page.keyboard.type(self.login)
        self.tab_to("Password")
        self.page.keyboard.type(self.password)
        self.enter()

    def tab_to(self, words: str, *, key: str = "Tab") -> None:
        for _press in range(LONGEST_WAY):
            self.page.keyboard.press(key)
            stop = self.page.evaluate(STOP)
            assert stop["ring"], f"{self.page.url}: no ring around {stop['words']!r}"
            assert stop["uncovered"], f"{self.page.url}: something lies on {stop['words']!r}"
            if stop["words"].startswith(said(words)):
                return
        raise AssertionError(f"{self.page.url}: the {key} key does not come to {said(words)!r}")

    def enter(self) -> None:
        with self.page.expect_navigation():
            self.page.keyboard.press("Enter")
        self.look()

    def taps(self) -> int:
        return int(self.page.evaluate("sessionStorage.taps || 0"))


class KeyboardDirector(Keyboard, Director):
    def when_i_sign_the_waiting_order(self) -> None:
        for words in ("Read and sign", "Sign"):
            self.tab_to(words)
            self.enter()

    def then_it_is_signed(self) -> None:
        self.reads("The order is signed and in force. The PDF is being prepared.")


class KeyboardCurator(Keyboard):
    name = "curator"

    def when_i_look_for_a_class(self, class_name: str) -> None:
        self.open("/people/mentees/")
        self.tab_to("Class")
        self.page.keyboard.insert_text(class_name)
        self.page.keyboard.press("Enter")
        expect(self.main.locator(".chip").filter(has_text=class_name)).to_be_visible()

    def when_i_pick_everybody(self) -> int:
        """With the box in the head of the table; how many they are."""
        self.tab_to("All rows of this page")
        self.page.keyboard.press("Space")
        return self.main.locator("tbody input:checked").count()

    def when_i_choose_a_field(self, label: str) -> None:
        self.tab_to("Change a field", key="Shift+Tab")
        self.enter()
        self.tab_to(label)
        self.enter()

    def when_i_make_the_value_the_first_choice(self, label: str) -> None:
        self.tab_to(label)
        self.page.keyboard.press("ArrowDown")
        self.tab_to("Show what will change")
        self.enter()

    def when_i_confirm(self, count: int) -> None:
        """The button says how many rows."""
        button = self.main.get_by_role("button", name=f" {count} ")
        self.tab_to(button.inner_text())
        self.enter()

    def when_i_take_it_back(self) -> None:
        self.tab_to("Undo the change")
        self.enter()

    def then_the_rows_are(self, verdict: str, count: int) -> None:
        expect(self.main.locator("tbody tr").filter(has_text=said(verdict))).to_have_count(count)
