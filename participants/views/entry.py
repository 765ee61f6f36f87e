"""Questionnaires of entry for staff: who has answered, links and blanks, a sheet copied from paper, the yes that fills the record."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from accounts.access import needs
from accounts.models import PersonalLink
from accounts.permissions import Permission
from accounts.school_list import SchoolList
from mentoring.common.addresses import site_address
from mentoring.common.lists import Action, Empty
from mentoring.common.numbers import number_of
from mentoring.common.responses import answer_refusal, as_pdf
from participants.entry_lists import ENTRY_COLUMNS, ENTRY_FILTERS
from participants.entry_papers import entry_blank, link_path
from participants.enums import EntryWay, ImportBase
from participants.lists import BY_NAME
from participants.queries.entry import (
    MODELS,
    PURPOSES,
    answers_of,
    changes_by,
    digest_of,
    drafts_of,
    records_with_entry,
    told_answers,
    waiting_answers,
)
from participants.queries.entry_texts import questionnaire
from participants.services import confirm_answers, enter_paper_answers
from participants.views.entry_filling import fill_in

TITLES = {"mentors": gettext_lazy("Questionnaires of mentors"), "mentees": gettext_lazy("Questionnaires of mentees")}


class EntryList(SchoolList):
    """Who has answered and who has not, by class."""

    permissions = (Permission.RECORD_GATES,)
    template_name = "participants/entry_list.html"
    columns = ENTRY_COLUMNS
    page_lead = gettext_lazy("Those who have not answered get a personal link on paper or a blank; what came in waits for your look.")
    default_order = BY_NAME
    base = ""

    def dispatch(self, request, *args, **kwargs):
        self.filterset_class, self.page_title = ENTRY_FILTERS[self.base], TITLES[self.base]
        return super().dispatch(request, *args, **kwargs)

    def get_queryset(self):
        return records_with_entry(self.request.actor, self.base)

    def get_actions(self):
        blank = Action(_("Blank for the pen"), reverse("participants:entry_blank", args=[self.base]), "file-earmark-text")
        if not self.request.actor.may(Permission.MANAGE_PEOPLE):
            return [blank]
        return [blank, Action(_("Print links"), reverse("participants:entry_links", args=[self.base]), "qr-code", primary=True)]

    def get_empty(self):
        return Empty(_("Nobody is in this base yet: enter those who are willing, then ask them."), icon="people")

    def row_url(self, row):
        return reverse("participants:entry", args=[self.base, row.pk])


@require_safe
@needs(Permission.RECORD_GATES)
def blank(request, base):
    known_base(base)
    return as_pdf(entry_blank(request.actor.school, base), f"{questionnaire(base).title}.pdf")


@require_safe
@needs(Permission.RECORD_GATES)
def entry(request, base, pk):
    """One person's questionnaire: what came, what it would change, the personal link."""
    record = find_record(request, base, pk)
    waiting = waiting_answers(record)
    changes = changes_by(waiting, record) if waiting else []
    link = PersonalLink.objects.open().filter(purpose=PURPOSES[base], subject=record.pk).first()
    context = {
        "record": record,
        "base": base,
        "title": TITLES[base],
        "waiting": waiting,
        "changes": changes,
        "seen": digest_of(changes),
        "sheets": [{"sheet": sheet, "told": told_answers(sheet)} for sheet in answers_of(record)],
        "link": link,
        "draft": drafts_of(record).first(),
        "address": site_address(request) + link_path(base, link) if link else "",
        "may_confirm": request.actor.may(Permission.MANAGE_PEOPLE),
    }
    return render(request, "participants/entry.html", context)


@require_POST
@needs(Permission.MANAGE_PEOPLE)
def entry_confirm(request, base, pk):
    record = find_record(request, base, pk)
    waiting = get_object_or_404(answers_of(record), number=number_of(request.POST.get("number")))
    with answer_refusal(request):
        confirm_answers(actor=request.actor, sheet=waiting, codes=set(request.POST.getlist("codes")), seen=request.POST.get("seen", ""))
        messages.success(request, _("Taken into the record. The condition “questionnaire” is met."))
    return redirect("participants:entry", base, pk)


@needs(Permission.RECORD_GATES)
def entry_paper(request, base, pk):
    """Copy a sheet that came on paper."""
    record = find_record(request, base, pk)

    def send(answers):
        enter_paper_answers(actor=request.actor, record=record, answers=answers)

    template = "participants/entry_paper.html"
    page = fill_in(request, record, actor=request.actor, way=EntryWay.PAPER, send=send, template=template, base=base)
    return page or redirect("participants:entry", base, pk)


def find_record(request, base, pk):
    known_base(base)
    return get_object_or_404(MODELS[base].objects.visible_to(request.actor).with_person(), pk=pk)


def known_base(base) -> None:
    if base not in ImportBase:
        raise Http404
