"""What a paper may open: our own static files and nothing else. Imported late, WeasyPrint is slow to import."""

import logging
import mimetypes
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from django.conf import settings
from django.contrib.staticfiles import finders
from django.contrib.staticfiles.storage import staticfiles_storage
from django.core.exceptions import SuspiciousFileOperation
from weasyprint.urls import URLFetcher, URLFetcherResponse

logger = logging.getLogger(__name__)

BASE_URL = "https://papers.invalid/"  # a reserved name (RFC 6761): the addresses of a web page work on paper, and nothing answers them
KINDS = {".css": "text/css", ".svg": "image/svg+xml", ".ttf": "font/ttf"}


class StaticFetcher(URLFetcher):
    """WeasyPrint drops what it cannot fetch; here it is an error in the log and the end of the paper."""

    def __init__(self):
        super().__init__(allowed_protocols=(), allow_redirects=False, fail_on_errors=True)

    def fetch(self, url, headers=None):
        try:
            name = _static_name(url)
            path = _find(name)
        except (ValueError, SuspiciousFileOperation, FileNotFoundError):
            logger.error("a paper asked for %.200r, which is not one of our static files", url)
            raise
        kind = KINDS.get(path.suffix) or mimetypes.guess_type(path.name)[0] or "application/octet-stream"
        return URLFetcherResponse(url, path.read_bytes(), {"Content-Type": kind})


def _static_name(url: str) -> str:
    """«css/paper.css» of an address below STATIC_URL. Raises `ValueError` for any other address."""
    parts = urlsplit(url)
    root = urljoin(BASE_URL, settings.STATIC_URL)
    if not url.startswith(root) or parts.query:
        raise ValueError("not below STATIC_URL")
    name = unquote(url.removeprefix(root).partition("#")[0])
    if "\\" in name or "\0" in name or ".." in name.split("/") or name.startswith("/"):
        raise ValueError("a way out of the static files")
    return name


def _find(name: str) -> Path:
    """The collected file (its name may hold a hash), else the one that is collected next time."""
    if settings.STATIC_ROOT and staticfiles_storage.exists(name):
        return Path(staticfiles_storage.path(name))
    if found := finders.find(name):
        return Path(found)
    raise FileNotFoundError(name)
