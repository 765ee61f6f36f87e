"""The curator lets Tandem look for the best pairs, changes one by hand and brings them to the director."""

from playwright.sync_api import expect

from tests.stories.curator_pairs import CuratorPairs
from tests.stories.looking import DESK


class CuratorMatching(CuratorPairs):
    name = "curator"

    def when_i_count_the_pairs(self) -> None:
        self.open("/pairs/matching/")
        self.press("Count the pairs")
        self.reads("Mentors and their mentees")

    def when_i_drag_a_mentee_to_another_mentor(self) -> str:
        """Hold the mentee over the other mentor until the price is there, then let go; return the price."""
        mentee = self.main.locator(".mentor [data-mentee]").first
        target = self.main.locator("[data-mentor]").filter(has_not=self.page.locator("[data-mentee]")).first
        target.scroll_into_view_if_needed()
        mentee.hover()
        self.page.mouse.down()
        box = target.bounding_box()
        for share in (0.4, 0.5):
            self.page.mouse.move(box["x"] + box["width"] * share, box["y"] + box["height"] * share, steps=4)
        price = target.locator("[data-price]")
        expect(price).to_be_visible()
        words = price.inner_text()
        self.page.mouse.up()
        return words

    def then_nothing_is_written_before_i_agree_to(self, price: str) -> None:
        dialog = self.page.locator("dialog[open]")
        expect(dialog).to_contain_text(price)
        expect(self.main.locator(".mentee-locked")).to_have_count(0)
        self.press("Give this mentor", dialog)

    def when_i_choose_another_mentor_from_the_list(self) -> None:
        """The same step without a mouse and without scripts: links and buttons alone."""
        self.go(self.main.locator(".mentor .mentee-steps a").first)
        self.press("Give this mentor")

    def then_the_pair_is_locked(self) -> None:
        expect(self.main.locator(".mentee-locked")).to_have_count(1)

    def when_i_take_it_back(self) -> None:
        self.press("Take the last step back")
        expect(self.main.locator(".mentee-locked")).to_have_count(0)

    def when_i_adopt_the_run(self) -> None:
        self.follow("Adopt and propose the pairs")
        self.press("Propose all pairs")

    def when_i_draft_the_order(self) -> None:
        self.widths = (DESK,)  # the story of the year looks at orders on a phone
        self.open("/papers/orders/prepare/")
        self.press("Prepare a draft")

    def when_everybody_agrees(self) -> None:
        for box in self.main.locator("label.person").all():
            if not box.locator("input").is_checked():
                self.touch(box)
        self.press("Record agreements")


class KeyboardCuratorMatching(CuratorMatching):
    """Every step by the key Enter."""

    def touch(self, target) -> None:
        target.focus()
        self.page.keyboard.press("Enter")
