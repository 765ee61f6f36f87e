"""Answers that several views share."""

import json
from contextlib import contextmanager

from django.contrib import messages

from mentoring.common.refusal import Refusal


@contextmanager
def answer_refusal(request):
    """Turn a service's refusal into a message on the next page."""
    try:
        yield
    except Refusal as refusal:
        messages.error(request, refusal.sentence)


def offer_undo(request, sentence: str, url: str, **fields) -> None:
    """Say what was done, with a button that takes it back: a POST of `fields` to `url`."""
    messages.success(request, sentence, extra_tags=json.dumps({"url": url, "fields": fields}))
