"""A director without a mouse. Each stop of the Tab key must be seen: a ring around it and nothing on top of it."""

from tests.stories.director import Director
from tests.stories.words import said

LONGEST_WAY = 60
STOP = """() => {
  const here = document.activeElement;
  const box = here.getClientRects()[0];
  const style = getComputedStyle(here);
  const ring = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
  const onTop = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
  return {
    words: (here.labels?.[0]?.innerText || here.innerText || here.ariaLabel || "").trim(),
    ring: here.matches(":focus-visible") && (ring || style.boxShadow !== "none"),
    uncovered: here.contains(onTop),
  };
}"""


class KeyboardDirector(Director):
    def given_i_am_signed_in(self) -> None:
        self.open("/")
        self.tab_to("Login name or e-mail")
        self.page.keyboard.type(self.login)
        self.tab_to("Password")
        self.page.keyboard.type(self.password)
        self.enter()

    def when_i_sign_the_waiting_order(self) -> None:
        for words in ("Read and sign", "Sign"):
            self.tab_to(words)
            self.enter()

    def then_it_is_signed(self) -> None:
        self.reads("The order is signed and in force. The PDF is being prepared.")

    def tab_to(self, words: str) -> None:
        for _press in range(LONGEST_WAY):
            self.page.keyboard.press("Tab")
            stop = self.page.evaluate(STOP)
            assert stop["ring"], f"{self.page.url}: no ring around {stop['words']!r}"
            assert stop["uncovered"], f"{self.page.url}: something lies on {stop['words']!r}"
            if stop["words"].startswith(said(words)):
                return
        raise AssertionError(f"{self.page.url}: the Tab key does not come to {said(words)!r}")

    def enter(self) -> None:
        with self.page.expect_navigation():
            self.page.keyboard.press("Enter")
        self.look()

    def taps(self) -> int:
        return int(self.page.evaluate("sessionStorage.taps || 0"))
