"""Reading settings from the environment; a missing one stops the start and is named."""

import os
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured


def required(name: str, meaning: str) -> str:
    """Return the variable or stop the start with its name and `meaning` (a sentence with an example)."""
    value = os.environ.get(name, "").strip()
    if not value:
        message = f"Set the environment variable {name}: {meaning} See docs/deploying.md."
        raise ImproperlyConfigured(message)
    return value


def listed(name: str, meaning: str) -> list[str]:
    """Return a required comma-separated variable as a list."""
    return [item.strip() for item in required(name, meaning).split(",") if item.strip()]


def address(name: str) -> str:
    """Return an optional address like https://tandem.school12.ru without its last slash."""
    value = os.environ.get(name, "").strip().rstrip("/")
    parts = urlsplit(value)
    if value and not (parts.scheme in ("http", "https") and parts.hostname and value == f"{parts.scheme}://{parts.netloc}"):
        message = f"{name} is an address without a path, for example https://tandem.school12.ru, not {value}. See docs/deploying.md."
        raise ImproperlyConfigured(message)
    return value


def count(name: str) -> int:
    """Return an optional number, 0 when it is not set."""
    value = os.environ.get(name, "").strip() or "0"
    if not (value.isascii() and value.isdigit()):
        message = f"{name} is a number, for example 1, not {value}. See docs/deploying.md."
        raise ImproperlyConfigured(message)
    return int(value)
