"""The curator drafts an order of any kind and mends it after the director's remark."""

from reports.queries.order_texts import kind_words
from tests.stories.curator_pairs import CuratorPairs
from tests.stories.looking import DESK


class CuratorOrders(CuratorPairs):
    name = "curator"
    widths = (DESK,)  # the director reads the same sheets on a phone

    def when_i_draft(self, kind: str) -> str:
        """The form as it stands; returns the heading of the order."""
        self.open("/papers/orders/new/")
        self.go(self.main.get_by_role("link", name=kind_words(kind)))
        self.press("Prepare a draft")
        return self.main.locator(".paper-heading").inner_text()

    def when_i_add_an_item(self, text: str) -> None:
        self.follow("Change the draft")
        items = self.main.locator("[name=items]")
        items.fill(f"{items.input_value()}\n{text}")
        self.press("Save and look at the order")
        self.sees(text)
