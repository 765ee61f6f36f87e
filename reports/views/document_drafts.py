"""Making a paper and changing its draft; the school's wording of a kind."""

from functools import partial

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST

from accounts.access import needs
from accounts.permissions import Permission
from mentoring.common.numbers import number_of
from mentoring.common.wording.comparing import saved
from mentoring.common.wording.editing import edited_wording
from pairs.models import Pair
from participants.models import Person
from reports import services
from reports.forms import DocumentForm, DocumentWordingForm
from reports.models import Document
from reports.presenters.documents import wording_help
from reports.queries.document_texts import document_kind, document_wording, school_wording, template_wording
from reports.views.documents import find_document
from reports.views.drafting import drafted, warn
from reports.views.finding import find_programme

READ = ("GET", "HEAD", "POST")


@require_http_methods(READ)
@needs(Permission.PREPARE_ORDERS)
def make(request, pk, kind):
    """Ask for what the system does not know, then draft the paper. `?pair=` or `?person=` says whose it is."""
    found = find_kind(kind, keep=True)
    programme = find_programme(request, pk)
    about = _about(request, found, programme)
    form = DocumentForm(request.POST if request.method == "POST" else None, kind=found, programme=programme, author=request.actor, **about)

    def prepare(form):
        told = {"details": form.details, "stamps": form.stamps, "request_key": form.cleaned_data["request_key"]}
        return services.prepare_document(actor=request.actor, programme=programme, kind=kind, **told, **about)

    words = _("The draft is ready. Read it, change the words if you wish, and finish it.")
    if request.method == "POST" and (document := drafted(request, form, Document, prepare, words)):
        warn(request, _help(document)["remarks"])
        return redirect(document)
    subject = about.get("pair") or about.get("person") or programme
    return render(request, "reports/document_make.html", {"kind": found, "programme": programme, "subject": subject, "form": form})


def _about(request, kind: dict, programme) -> dict:
    if kind["subject"] == "pair":
        pairs = Pair.objects.visible_to(request.actor).with_names().filter(programme=programme)
        return {"pair": get_object_or_404(pairs, pk=number_of(request.GET.get("pair")))}
    if kind["subject"] == "person":
        return {"person": get_object_or_404(Person.objects.visible_to(request.actor), pk=number_of(request.GET.get("person")))}
    return {}


@require_http_methods(READ)
@needs(Permission.PREPARE_ORDERS)
def edit(request, pk):
    document = find_document(request, pk)
    data = request.POST if request.method == "POST" else None
    if data is None and not document.is_open:
        messages.error(request, _("This paper is ready or discarded and does not change any more. Make a new one."))
        return redirect(document)
    told, wording = _forms(document, data)

    def save():
        facts = {"texts": wording.texts, "details": told.details, "stamps": told.stamps or []}
        services.edit_document(actor=request.actor, document=document, version=wording.seen, **facts)

    is_saved, both = saved((told, wording), save, lambda: _forms(find_document(request, pk)))
    if is_saved:
        messages.success(request, _("The words are saved."))
        warn(request, _help(find_document(request, pk))["remarks"])
        return redirect(document)
    context = {"document": document, "told": told, "wording": wording, "both": both}
    context |= _help(document, wording.shown)
    return render(request, "reports/document_edit.html", context, status=409 if both else 200)


def _forms(document, data=None) -> tuple[DocumentForm, DocumentWordingForm]:
    about = {"programme": document.programme, "pair": document.pair, "person": document.person, "author": document.author}
    told = DocumentForm(data, kind=document_kind(document.kind), document=document, **about)
    return told, DocumentWordingForm(data, texts=_texts(document), version=document.version)


def _help(document, shown: dict | None = None) -> dict:
    return wording_help(shown or _texts(document), document_kind(document.kind), document.details | {"stamps": document.stamps})


def _texts(document) -> dict:
    return document_wording(document) | {"title": document.title}


@require_http_methods(READ)
@needs(Permission.PREPARE_ORDERS)
def wording(request, kind):
    """The school's own words for a kind of paper."""
    found = find_kind(kind)

    def keep(form):
        services.keep_document_wording(actor=request.actor, kind=kind, texts=form.texts, version=form.seen)

    form, both, is_kept, _is_looked_at = edited_wording(request, DocumentWordingForm, partial(school_wording, kind), keep=keep)
    if is_kept:
        messages.success(request, _("The wording is saved. New papers of this kind read so."))
        return redirect("reports:document_wording", kind)
    current = school_wording(kind) if both else form.shown
    context = {"kind": found, "form": form, "differs": current != template_wording(kind), **wording_help(current, found)}
    return render(request, "reports/document_wording.html", context | {"both": both}, status=409 if both else 200)


@require_POST
@needs(Permission.PREPARE_ORDERS)
def reset(request, kind):
    find_kind(kind)
    services.keep_document_wording(actor=request.actor, kind=kind, texts=template_wording(kind))
    messages.success(request, _("The wording is that of Tandem again."))
    return redirect("reports:document_wording", kind)


def find_kind(code: str, *, keep: bool | None = None) -> dict:
    found = document_kind(code)
    if found is None or keep not in (None, found["keep"]):
        raise Http404
    return found
