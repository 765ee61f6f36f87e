"""Letters that were really sent, by whatever process: Django's file-based mail writes one file a connection."""

import email
import re
from email.message import EmailMessage
from email.policy import default
from pathlib import Path

from django.core.mail.backends.filebased import EmailBackend


def open_mailbox(settings, folder: Path) -> Path:
    """The test sends to the folder to which the programs send that have `TANDEM_VAR=folder`."""
    settings.EMAIL_BACKEND = f"{EmailBackend.__module__}.{EmailBackend.__name__}"
    settings.EMAIL_FILE_PATH = folder / "mail"
    return folder / "mail"


def letters(mailbox: Path) -> list[EmailMessage]:
    files = [path.read_bytes() for path in sorted(mailbox.glob("*.log"))]
    texts = [text.strip() for file in files for text in file.split(b"-" * 79)]
    return [email.message_from_bytes(text, policy=default) for text in texts if text]


def told_of(mailbox: Path) -> list[tuple[str, str]]:
    """(to whom, of which order) of each letter, by the first address in it."""
    return sorted((letter["To"], re.search(r"/orders/(\d+)/", letter.get_content())[1]) for letter in letters(mailbox))
