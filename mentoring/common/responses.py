"""Answers that several views share."""

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
