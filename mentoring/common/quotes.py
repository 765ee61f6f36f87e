"""Russian quotation marks: what is quoted has the other pair inside."""

INNER = str.maketrans("«»", "„“")


def in_quotes(text) -> str:
    """«Об организации „Школы наставников“»."""
    return f"«{inner_quotes(text)}»"


def inner_quotes(text) -> str:
    """For a place that stands in quotation marks already."""
    return str(text).translate(INNER)
