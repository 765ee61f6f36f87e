"""Personal links to the questionnaires of entry: printed, and taken back."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.access import needs
from accounts.permissions import Permission
from mentoring.common.addresses import site_address
from mentoring.common.clock import today
from mentoring.common.refusal import Refusal
from mentoring.common.responses import answer_refusal, as_pdf
from participants.class_names import tidy_class_name
from participants.entry_papers import entry_cards
from participants.forms import LinksForm
from participants.forms.questionnaire import LINK_TERM
from participants.lists import BY_NAME
from participants.queries.entry import records_with_entry
from participants.queries.sheets import running_programmes
from participants.services import issue_entry_links, revoke_entry_links
from participants.views.entry import find_record, known_base


@needs(Permission.MANAGE_PEOPLE)
def entry_links(request, base):
    """One PDF with a card for everybody who has not answered."""
    known_base(base)
    form = LinksForm(request.POST or None, programmes=running_programmes(request.actor), initial=request.GET.dict())
    if request.method == "POST" and form.is_valid():
        words = form.cleaned_data
        rows = records_with_entry(request.actor, base).filter(programme=words["programme"])
        rows = rows.filter(person__class_name=tidy_class_name(words["class_name"])) if words["class_name"] else rows
        rows = list((rows if words["again"] else rows.filter(entry_state__isnull=True)).order_by("person__class_name", *BY_NAME))
        try:
            facts = {"programme": words["programme"], "base": base, "expires_on": words["expires_on"]}
            links = issue_entry_links(actor=request.actor, records=rows, **facts)
        except Refusal as refusal:
            form.add_error(None, refusal.sentence)
        else:
            paper = entry_cards(base, rows, links, address=site_address(request))
            return as_pdf(paper, _("Personal links.pdf"))
    context = {"form": form, "base": base, "page_title": _("Print links"), "submit_label": _("Make the sheet")}
    return render(request, "participants/entry_links.html", context | {"cancel_url": reverse(f"participants:entry_{base}")})


@require_POST
@needs(Permission.MANAGE_PEOPLE)
def entry_issue(request, base, pk):
    """A link for one person, to send or to show."""
    record = find_record(request, base, pk)
    with answer_refusal(request):
        facts = {"programme": record.programme, "base": base, "records": [record]}
        issue_entry_links(actor=request.actor, expires_on=min(today() + LINK_TERM, record.programme.ends_on), **facts)
    return redirect("participants:entry", base, pk)


@require_POST
@needs(Permission.MANAGE_PEOPLE)
def entry_revoke(request, base, pk):
    """A lost card opens nothing from now on."""
    record = find_record(request, base, pk)
    with answer_refusal(request):
        revoke_entry_links(actor=request.actor, record=record)
        messages.success(request, _("The link is revoked: it opens nothing any more. A new one may be printed."))
    return redirect("participants:entry", base, pk)
