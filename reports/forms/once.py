"""One rendered form makes one thing, however often it is sent."""

import uuid

from django import forms


def once_field() -> dict:
    """A key of this very page; a double click and the way back send it again."""
    return {"request_key": forms.CharField(widget=forms.HiddenInput, max_length=40, required=False, initial=lambda: uuid.uuid4().hex)}
