"""Rounding as a Russian table does it: a half goes up, and a difference is the difference of what is printed."""

from decimal import ROUND_HALF_UP, Decimal


def mean(values) -> float:
    """The mean to one decimal."""
    values = list(values)
    return float((Decimal(sum(values)) / len(values)).quantize(Decimal("0.1"), ROUND_HALF_UP))


def difference(before: float, after: float) -> float:
    return round(after - before, 1)


def percent(part: int, whole: int) -> int | None:
    """A whole per cent, None where there is nobody to count."""
    return int((Decimal(100 * part) / whole).quantize(Decimal(1), ROUND_HALF_UP)) if whole else None
