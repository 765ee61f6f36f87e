"""Reference data of the field: versioned TOML files that say where their content comes from and whether it has been checked.

A file lies in the app that owns it (`programmes/presets/forms.toml`) and is copied into a school, where people may change it.
An item may name its own `source` or `verified`; otherwise the file's stand.
"""

import pickle
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]

HEAD = {"version": str, "source": str, "verified": bool}


class ReferenceDataError(Exception):
    """A reference file is missing, is not TOML, or does not say what every one must say."""


def load(path: str) -> dict[str, Any]:
    """Return the content of a reference file, `path` counted from the root of the project; the caller may change its copy."""
    return pickle.loads(_read(path))  # noqa: S301 - our own bytes; a third of the time of a deep copy


@cache
def _read(path: str) -> bytes:
    """The content, checked and pickled."""
    full = (ROOT / path).resolve()
    if not full.is_relative_to(ROOT):
        raise ReferenceDataError(f"{path}: lies outside the project")
    try:
        content = tomllib.loads(full.read_text(encoding="utf-8"))
    except OSError as error:
        raise ReferenceDataError(f"{path}: cannot be read ({error.strerror})") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ReferenceDataError(f"{path}: is not TOML in UTF-8 ({error})") from error
    for key, kind in HEAD.items():
        if key not in content:
            raise ReferenceDataError(f"{path}: has no '{key}'")
        if not isinstance(content[key], kind) or not str(content[key]).strip():
            raise ReferenceDataError(f"{path}: '{key}' must be a non-empty {kind.__name__}")
    return pickle.dumps(content)
