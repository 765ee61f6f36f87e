"""Answers that several views share."""

import json
from contextlib import contextmanager

from django.contrib import messages
from django.http import HttpResponse
from django.utils.http import content_disposition_header

from mentoring.common.file_names import safe_file_name
from mentoring.common.papers import Paper
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


def as_pdf(paper: Paper, name: str, *, inline: bool = False) -> HttpResponse:
    """A paper printed now and kept nowhere: to save, or with `inline` to look at."""
    head = content_disposition_header(as_attachment=not inline, filename=safe_file_name(name))
    return HttpResponse(paper.pdf, content_type="application/pdf", headers={"Content-Disposition": head})
