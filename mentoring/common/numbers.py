"""Whole numbers that come with a request: keys of rows and versions."""

MOST_DIGITS = 18  # what a row of any database holds; `int` refuses thousands of digits


def number_of(text: str | None) -> int | None:
    """The number that was sent; None for anything that no button of ours sends."""
    text = text or ""
    return int(text) if text.isdecimal() and len(text) <= MOST_DIGITS else None
