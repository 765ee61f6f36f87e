"""What the sources ask to translate."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from django.conf import settings
from django.utils.translation.template import templatize

KEYWORDS = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}
FOLDERS = ("mentoring", "accounts", "jobs", "programmes", "participants", "pairs", "monitoring", "reports")


def sources() -> Iterator[tuple[Path, bytes]]:
    """Python files as they are, templates as the Python that Django makes of their tags."""
    for folder in FOLDERS:
        for path in sorted((settings.BASE_DIR / folder).rglob("*.py")):
            yield path, path.read_bytes()
    for path in sorted((settings.BASE_DIR / "templates").rglob("*")):
        if path.suffix in {".html", ".txt"}:
            code = templatize(path.read_text(encoding="utf-8"), origin=str(path))
            # One call a line and no indentation, or Python's tokenizer would stumble over the blanked-out markup.
            yield path, "\n".join(line.strip() for line in code.splitlines()).encode()


def extracted() -> Catalog:
    """All texts of the sources, with the files that ask for them."""
    catalog = Catalog()
    for path, code in sources():
        place = str(path.relative_to(settings.BASE_DIR))
        for _line, message, comments, context in extract("python", BytesIO(code), keywords=KEYWORDS, options={"encoding": "utf-8"}):
            catalog.add(message, locations=[(place, None)], auto_comments=comments, context=context)
    return catalog
