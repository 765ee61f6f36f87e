"""Reading settings from the environment; a missing one stops the start and is named."""

import os

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
