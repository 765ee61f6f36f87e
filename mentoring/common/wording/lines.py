"""Texts of several lines: what people type, as a list."""

from mentoring.common.prose import ProseInput

LONGEST = 50_000  # characters: the largest text that a paper takes, a regulation of 25 pages or a list of 500 people


class LinesField(ProseInput):
    """A line each; blank lines go, line ends of any system are the same."""

    def __init__(self, *, rows: int = 5, **kwargs):
        super().__init__(rows=rows, max_length=LONGEST, **kwargs)

    def prepare_value(self, value):
        return "\n".join(value) if isinstance(value, list) else value

    def clean(self, value):
        return [line.strip() for line in super().clean(value).splitlines() if line.strip()]

    def has_changed(self, initial, data):
        return super().has_changed(self.prepare_value(initial), data)
