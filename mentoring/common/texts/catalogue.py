"""The Russian catalogue in the repository and what is wrong with it."""

from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.conf import settings

from mentoring.common.texts.extraction import extracted

LOCALE = "ru"
HEADER = "# Russian texts of Tandem. Rewritten by `manage.py texts`; edit only the msgstr lines."
TEAM = "Tandem"


def po_path() -> Path:
    return settings.BASE_DIR / "locale" / LOCALE / "LC_MESSAGES" / "django.po"


def read() -> Catalog:
    if not po_path().exists():
        return Catalog(
            locale=LOCALE, project="Tandem", version="", header_comment=HEADER, last_translator=TEAM, language_team=TEAM, fuzzy=False
        )
    with po_path().open("rb") as file:
        return read_po(file, locale=LOCALE)


def update() -> Catalog:
    """Bring the catalogue to what the sources ask for: new texts come in empty, stale ones go."""
    catalog = read()
    catalog.update(extracted(), no_fuzzy_matching=True, update_creation_date=False)
    write(catalog)
    return catalog


def write(catalog: Catalog) -> None:
    po_path().parent.mkdir(parents=True, exist_ok=True)
    with po_path().open("wb") as file:
        write_po(file, catalog, width=140, sort_by_file=True, include_lineno=False, ignore_obsolete=True)


def compile_catalogue() -> Path:
    target = po_path().with_suffix(".mo")
    with target.open("wb") as file:
        write_mo(file, read())
    return target


def problems() -> list[str]:
    """Say what a reader would meet: a text that is missing, untranslated, stale or whose placeholders differ."""
    wanted, present = extracted(), read()
    found = [
        f"not in the catalogue: {_key(message)}" for message in wanted if message.id and present.get(message.id, message.context) is None
    ]
    for message in present:
        if not message.id:
            continue
        if wanted.get(message.id, message.context) is None:
            found.append(f"stale: {_key(message)}")
        elif not _translated(message):
            found.append(f"not translated: {_key(message)}")
        else:
            found.extend(f"{_key(message)}: {error}" for error in message.check())
    return found


def _key(message: Message) -> str:
    return message.id if isinstance(message.id, str) else message.id[0]


def _translated(message: Message) -> bool:
    texts = message.string if isinstance(message.string, tuple | list) else [message.string]
    return all(texts) and not message.fuzzy
