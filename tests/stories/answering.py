"""Filling a questionnaire, on paper for somebody else or on the own phone."""

from tests.stories.people import Person


class Answering(Person):
    def answer_everything(self, points: int) -> None:
        """Every scale gets the same number of points."""
        for step in self.main.locator(f".scale-step:has(input[value='{points}'])").all():
            self.touch(step)
