"""The curator measures what the year gave."""

from playwright.sync_api import expect

from tests.stories.answering import Answering
from tests.stories.words import said


class CuratorMonitoring(Answering):
    def when_i_open_questionnaires(self, wave: str) -> None:
        self.open_monitoring()
        self.go(self.main.locator(f"form[action*='/open/influence/{wave}/'] button"))

    def open_monitoring(self) -> None:
        self.open("/monitoring/")
        self.go(self.main.locator(".monitoring-card a").first)

    def when_i_enter_the_paper_of(self, full_name: str, points: int) -> None:
        """From the list of the wave, where those who have not answered can be opened."""
        surname, name, _patronymic = full_name.split()
        self.go(self.main.locator("tbody tr").filter(has_text=surname).filter(has_text=name).get_by_role("link").first)
        self.answer_everything(points)
        self.press("Save the answers")

    def when_i_close_the_questionnaires(self) -> None:
        self.press("Close the questionnaires")
        expect(self.main.get_by_role("button", name=said("Reopen"))).to_be_visible()

    def when_i_mark_the_indicators(self, *points: int) -> None:
        self.open_monitoring()
        self.follow("Mark the indicators")
        for number, value in enumerate(points, start=1):
            self.tick(f"indicator_{number}", str(value))

    def then_the_sum_follows_my_marks(self, total: int) -> None:
        expect(self.main.locator("[data-total]")).to_have_text(str(total))

    def then_i_see_the_level(self, total: int, level: str) -> None:
        self.press("Save the sheet")
        expect(self.main.locator(".monitoring-score").first).to_contain_text(str(total))
        expect(self.main.locator(".level-badge").first).to_contain_text(level)

    def then_i_see_the_change(self, characteristic: str, entry: str, exit_: str, verdict: str, *, lower_is_better: bool = False) -> None:
        row = self.main.locator("tbody tr").filter(has_text=characteristic).first
        for text in (entry, exit_, said(verdict), *([said("lower is better")] if lower_is_better else [])):
            expect(row).to_contain_text(text)
