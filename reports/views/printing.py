"""Papers that are printed at once: plan and report of a pair, letters and certificates of a person."""

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from accounts.access import needs
from accounts.permissions import Permission
from mentoring.common.responses import answer_refusal, as_pdf
from pairs.models import Pair
from pairs.queries.sides import is_led_by
from participants.models import Person
from reports.documents.document import printed_paper
from reports.enums import FolderFormat
from reports.queries.document_people import people_for, working_pairs
from reports.queries.document_texts import document_kinds
from reports.queries.documents import papers_of_person
from reports.services import ask_for_letters
from reports.services.naming import check_named
from reports.views.document_drafts import find_kind
from reports.views.finding import find_programme
from reports.views.once import key_of


@require_safe
@needs(Permission.VIEW_PAIRS, Permission.VIEW_OWN_PAIRS)
def pair_paper(request, pk, kind):
    """The plan and the mentor's report; staff print those of any pair, a mentor the own ones."""
    pair = get_object_or_404(
        Pair.objects.visible_to(request.actor).with_names().select_related("programme__school", "programme__year"), pk=pk
    )
    if not (request.actor.may(Permission.VIEW_PAIRS) or is_led_by(pair, request.actor)):
        raise PermissionDenied
    found = find_kind(kind, keep=False)
    if found["subject"] != "pair":
        raise Http404
    with answer_refusal(request):
        check_named(pair=pair)
        return as_pdf(printed_paper(found, pair.programme, pair=pair), f"{found['menu']} – {pair}.pdf", inline=True)
    return redirect(pair)


@require_safe
@needs(Permission.VIEW_ORDERS)
def person_paper(request, pk, person, kind):
    """A letter or certificate to somebody of the programme `pk`."""
    programme = find_programme(request, pk)
    row = get_object_or_404(Person.objects.visible_to(request.actor), pk=person)
    found = find_kind(kind, keep=False)
    if found["subject"] != "person":
        raise Http404
    with answer_refusal(request):
        check_named(person=row)
        return as_pdf(printed_paper(found, programme, person=row), f"{found['menu']} – {row.short_name}.pdf", inline=True)
    return redirect("reports:person_papers", row.pk)


@require_safe
@needs(Permission.VIEW_ORDERS)
def person_papers(request, pk):
    """Letters and certificates that suit a person, in each programme."""
    person = get_object_or_404(Person.objects.visible_to(request.actor), pk=pk)
    context = {"person": person, "parts": papers_of_person(person, document_kinds("person"))}
    return render(request, "reports/person_papers.html", context | {"may_make": request.actor.may(Permission.PREPARE_ORDERS)})


@require_POST
@needs(Permission.VIEW_ORDERS)
def letters(request, pk, kind):
    """The same letter to everybody whom it suits, as one PDF or an archive of files: a job."""
    programme = find_programme(request, pk)
    found = find_kind(kind, keep=False)
    wanted = request.POST.get("format", "")
    if found["subject"] != "person" or wanted not in FolderFormat:
        raise Http404
    people = people_for(found, working_pairs(programme))
    with answer_refusal(request):
        asked = {"document": kind, "people": people, "kind": wanted, "request_key": key_of(request)}
        return redirect(ask_for_letters(actor=request.actor, programme=programme, **asked))
    return redirect("reports:documents", pk)
