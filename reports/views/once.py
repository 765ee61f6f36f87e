"""The key of a page with buttons: clicked twice, they ask once; the page loaded anew asks anew."""

import uuid


def new_key() -> str:
    return uuid.uuid4().hex


def key_of(request) -> str:
    """Of the page that the button stood on."""
    return request.POST.get("request_key", "")[:40]
