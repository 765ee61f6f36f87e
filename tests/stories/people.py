"""Somebody at a browser of their own. What they do reads as in the story; every page they come to is looked at."""

import contextlib
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser, Locator, expect

from tests.stories.looking import DESK, PHONE, Watch
from tests.stories.running import TandemCopy
from tests.stories.words import said

# Counts what the hand really does; the numbers outlive the page, not the tab.
COUNTING = """
for (const [event, name] of [["pointerdown", "taps"], ["keydown", "keys"]]) {
  addEventListener(event, ({isTrusted}) => { if (isTrusted) sessionStorage[name] = Number(sessionStorage[name] || 0) + 1 }, true);
}
"""
PATIENCE = 30_000  # milliseconds for work that a worker does


class Person:
    """`name` stands on screenshots; `options` are those of a browser context."""

    name = "somebody"
    widths = (DESK, PHONE)
    options = {"viewport": {"width": DESK, "height": 800}}

    def __init__(self, browser: Browser, tandem: TandemCopy, watch: Watch, login: str, password: str, **options):
        self.tandem, self.watch, self.login, self.password = tandem, watch, login, password
        settings = self.options | options
        self.has_scripts = settings.get("java_script_enabled", True)
        self.context = browser.new_context(base_url=tandem.address, locale="ru-RU", timezone_id="Europe/Moscow", **settings)
        self.context.set_default_timeout(PATIENCE)
        self.context.add_init_script(COUNTING)
        self.page = self.context.new_page()
        watch.follow(self.page, tandem.address)

    @property
    def main(self) -> Locator:
        return self.page.locator("main")

    def given_i_am_signed_in(self) -> None:
        self.open("/")
        self.page.get_by_label(said("Login name or e-mail")).fill(self.login)
        self.page.get_by_label(said("Password")).fill(self.password)
        self.press("Sign in")

    def open(self, path: str) -> None:
        self.page.goto(path)
        self.look()

    def follow(self, link: str, within: Locator | None = None) -> None:
        """Follow a link by its words."""
        self.go(self.named("link", link, within))

    def press(self, button: str, within: Locator | None = None) -> None:
        """Press a button that brings another page."""
        self.go(self.named("button", button, within))

    def named(self, role: str, words: str, within: Locator | None = None) -> Locator:
        return (within or self.main).get_by_role(role, name=said(words)).first

    def go(self, target: Locator) -> None:
        with self.page.expect_navigation():
            self.touch(target)
        self.look()

    def touch(self, target: Locator) -> None:
        target.click()

    def tick(self, field: str, value: str) -> None:
        """Choose a radio or a box the way a hand does it: by its label."""
        self.touch(self.page.locator(f"label:has(input[name='{field}'][value='{value}'])"))

    def sees(self, *texts: str) -> None:
        """Each text stands on the page, as it is."""
        for text in texts:
            expect(self.main).to_contain_text(text)

    def reads(self, *msgids: str) -> None:
        """The same for texts of the interface."""
        self.sees(*map(said, msgids))

    def look(self) -> None:
        if self.has_scripts:
            self.watch.look(self.page, self.name, self.widths)

    def downloads(self, target: Locator, into: Path) -> Path:
        """Wait for the link to appear, take the file."""
        expect(target).to_be_visible(timeout=PATIENCE)
        self.look()
        with self.page.expect_download() as waiting:
            target.click()
        file = into / waiting.value.suggested_filename
        waiting.value.save_as(file)
        return file

    @contextlib.contextmanager
    def counting(self) -> Iterator[dict]:
        """What the hand did inside the block: `taps` and `keys`."""
        counted: dict[str, int] = {}
        self.page.evaluate("sessionStorage.clear()")
        yield counted
        counted |= {name: int(self.page.evaluate(f"sessionStorage.{name} || 0")) for name in ("taps", "keys")}
