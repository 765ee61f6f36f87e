"""Somebody from the street with a paper in the hand and a phone that reads its code."""

from playwright.sync_api import expect

from tests.stories.people import Person
from tests.stories.words import said


class Visitor(Person):
    name = "visitor"

    def given_i_am_signed_in(self) -> None:
        """Nobody asks a visitor who they are."""

    def when_i_scan(self, address: str) -> None:
        self.open(address)

    def then_the_paper_is_genuine(self, *facts: str) -> None:
        """The page tells these facts and no other."""
        self.reads("The paper is genuine")
        told = self.main.locator("dl.facts > div")
        expect(told.locator("dt")).to_have_text([said("Kind"), said("Number"), said("Date")])
        expect(told.locator("dd")).to_have_text(facts)

    def then_nothing_else_is_told(self, *secrets: str) -> None:
        source = self.page.content()
        assert [words for words in secrets if words in source] == []
