"""The curator forms pairs and brings the order to the director."""

import re

from playwright.sync_api import expect

from reports.rehearsal.tandems import Tandem
from tests.stories.cast import role_model_title
from tests.stories.people import Person
from tests.stories.words import said


class CuratorPairs(Person):
    def when_i_propose(self, tandem: Tandem) -> None:
        if "/pairs/propose/" not in self.page.url:
            self.open("/pairs/propose/")
        self.main.locator("[name=role_model]").select_option(label=role_model_title(tandem.form, tandem.role_model))
        self.choose(tandem.mentor, *tandem.mentees)
        self.press("Propose the pair")

    def when_i_propose_somebody_who_waits(self, form: str) -> None:
        """The first free mentor and the first mentee of a form, without the help of a script."""
        self.open("/pairs/propose/")
        self.main.locator("[name=form]").select_option(label=form)
        self.press("Show people for this form")
        for column in ("#id_mentor", "#id_mentees"):
            self.touch(self.main.locator(f"{column} label.person").first)
        self.press("Propose the pair")

    def then_the_pair_is_proposed(self) -> None:
        expect(self.main.locator(".note-good")).to_be_visible()

    def choose(self, *people: dict) -> None:
        for person in people:
            label = self.main.locator("label.person").filter(has_text=person["name"])
            if not label.locator("input").is_checked():
                self.touch(label)

    def then_the_kind_follows(self, tandem: Tandem) -> None:
        """Several ticked mentees are a group without a word of the curator."""
        self.open("/pairs/propose/")
        self.choose(tandem.mentor, *tandem.mentees)
        kind = self.main.locator("[name=kind]")
        expect(kind.locator("option:checked")).to_have_text(re.compile("групп", re.IGNORECASE))

    def when_i_record_agreements(self, tandem: Tandem) -> None:
        """The mentor's first, then all the others on the same day."""
        self.open("/pairs/")
        self.go(self.main.locator("tbody tr").filter(has_text=tandem.mentor["name"]).get_by_role("link").first)
        self.go(self.named("button", "Record"))
        self.press("All sides agreed")

    def then_the_pairs_are(self, state: str, count: int) -> None:
        self.open("/pairs/")
        expect(self.main.locator("tbody").get_by_text(said(state), exact=True)).to_have_count(count)

    def when_i_prepare_the_order(self) -> None:
        self.open("/papers/orders/")
        self.follow("Prepare an order")
        self.press("Prepare a draft")

    def when_i_send_the_order(self) -> None:
        self.press("Send to the director")
        self.reads("The order is with the director now.")

    def when_i_open_the_returned_order(self) -> None:
        self.open("/papers/orders/")
        self.go(self.main.locator("tbody tr").first.get_by_role("link").first)

    def then_i_read_the_remark(self, remark: str) -> None:
        self.reads("Returned with a remark")
        self.sees(remark)
