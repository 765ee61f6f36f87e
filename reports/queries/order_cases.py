"""Which names and posts an order prints in a case, so that a wrong one is seen before the order is sent."""

from reports.queries.name_cases import SchoolForms


class HeardForms(SchoolForms):
    """Remembers what it has declined: each as it is written and as it reads."""

    def __init__(self):
        self._heard: dict[tuple[str, str], None] = {}

    def in_case(self, text: str, case: str, *, is_post: bool = False) -> str:
        found = super().in_case(text, case, is_post=is_post)
        self._heard[text, found] = None
        return found

    def printed_in(self, facts: dict) -> list[dict]:
        """Those that stand in the text of the order: not all words that were prepared are used."""
        told = " ".join([facts["preamble"], *(line for item in facts["items"] for line in (item["text"], *item["parts"]))])
        return [{"written": written, "printed": printed} for written, printed in self._heard if printed in told]
