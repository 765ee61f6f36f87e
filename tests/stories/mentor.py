"""The mentor, with a phone in one hand."""

from playwright.sync_api import Locator, expect

from tests.stories.answering import Answering
from tests.stories.looking import PHONE


class Mentor(Answering):
    name = "mentor"
    widths = (PHONE,)
    options = {"viewport": {"width": PHONE, "height": 740}, "has_touch": True, "is_mobile": True}

    def touch(self, target: Locator) -> None:
        target.tap()

    def when_i_log_a_meeting(self) -> dict:
        """From the home page; returns what the hand did."""
        self.open("/")
        with self.counting() as hand:
            self.follow("Log a meeting")
            self.touch(self.main.locator("label:has(input[name=topic])").first)
            self.press("Save the meeting")
        return hand

    def then_the_meeting_is_logged(self) -> None:
        expect(self.main.locator(".note-good")).to_be_visible()

    def when_i_answer_my_questionnaire(self, points: int) -> None:
        self.open("/")
        self.follow("Answer")
        self.answer_everything(points)
        self.press("Send the answers")

    def then_i_am_thanked(self) -> None:
        self.reads("Thank you, the answers are saved")
