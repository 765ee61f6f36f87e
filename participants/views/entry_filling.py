"""Filling in a questionnaire of entry: opened where it was left, kept unfinished, sent."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from mentoring.common.refusal import Refusal
from mentoring.common.templatetags.ui import form_errors
from participants.enums import EntryWay
from participants.forms import EntryQuestionsForm
from participants.queries.entry import answers_of, base_of, drafts_of
from participants.queries.entry_texts import questionnaire
from participants.services import keep_draft


def fill_in(request, record, *, actor, way: EntryWay, send, template: str, link=None, **context) -> HttpResponse | None:
    """The page with the form, or None when `send(answers)` has taken them.

    The last draft stands in the form, else what the person has answered earlier, so a correction is a few words.
    """
    words = questionnaire(base_of(record))
    draft = drafts_of(record, way).first()
    earlier = answers_of(record).first() if way != EntryWay.PAPER else None
    given = draft or earlier
    form = EntryQuestionsForm(request.POST or None, words=words, kind=record.person.kind, given=given.answers if given else None)
    if request.method == "POST":
        is_good = form.is_valid()
        try:
            if "draft" in request.POST:
                draft = keep_draft(actor=actor, record=record, way=way, answers=form.answers(), link=link)
                if request.htmx:
                    return render(request, "participants/_draft_kept.html", {"draft": draft, "errors": form_errors(form)})
                if is_good:
                    messages.success(request, _("Kept. Nothing is sent yet: come back to this page and go on."))
                    return redirect(request.path)
            elif is_good:
                send(form.answers())
                return None
        except Refusal as refusal:
            form.add_error(None, refusal.sentence)
    return render(request, template, {"form": form, "record": record, "words": words, "draft": draft, "earlier": earlier} | context)
