"""Wishes as people meet them: the own list, one sheet, by sign-in, by personal link or entered from paper."""

from django.contrib import messages
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from accounts.access import needs
from accounts.bearer import Bearer
from accounts.links import personal_page
from accounts.permissions import Permission
from mentoring.common.refusal import Refusal
from pairs.enums import Side, VetoSide
from pairs.forms.wishes import OwnVetoForm, ViewsForm, WishesForm
from pairs.queries.wishes import offered_to_mentee, offered_to_mentor, own_records, sheet_of
from pairs.services import give_views, give_wishes, set_veto
from pairs.services.wishing import LINK_PURPOSES
from participants.models import MenteeRecord, MentorRecord

PAGES = {Side.MENTEE: "pairs/wishes/mentee.html", Side.MENTOR: "pairs/wishes/mentor.html"}
MODELS = {Side.MENTEE: MenteeRecord, Side.MENTOR: MentorRecord}


@require_safe
@needs(Permission.VIEW_OWN_PAIRS)
def wishes(request):
    """The rounds that ask this person or this person's children."""
    rows = [{"record": one, "side": side_of(one), "sheet": sheet_of(one.programme.wish_round, one)} for one in own_records(request.actor)]
    return render(request, "pairs/wishes/own.html", {"rows": rows})


@needs(Permission.VIEW_OWN_PAIRS, Permission.MANAGE_PAIRS)
def wish_sheet(request, side, pk):
    rows = MODELS[side].objects.visible_to(request.actor).present().filter(programme__wish_round__isnull=False)
    record = get_object_or_404(rows.select_related("person", "programme__wish_round"), pk=pk)
    by_staff = request.actor.may(Permission.MANAGE_PAIRS)
    if not by_staff and record.person.user_id != request.actor.user_id:
        return guardian_veto(request, record)
    context = {"frame": "base.html", "by_staff": by_staff, "signed_in": True}
    answered = answer(request, record, actor=request.actor, context=context)
    if answered is not None:
        return answered
    if by_staff:
        messages.success(request, _("The wishes of %(name)s are saved.") % {"name": record.person.short_name})
        return redirect(record.programme.wish_round)
    messages.success(request, _("Your wishes are saved."))
    return redirect("pairs:wishes")


def by_link(side: Side):
    """The page behind a personal link of one side."""

    @personal_page(LINK_PURPOSES[side])
    def page(request, link):
        rows = MODELS[side].objects.present().filter(programme__wish_round__isnull=False)
        record = get_object_or_404(rows.select_related("person", "programme__wish_round"), pk=link.subject)
        actor = Bearer(link.school_id, record.person.full_name)
        answered = answer(request, record, actor=actor, link=link, context={"frame": "base_public.html"})
        return answered or render(request, "pairs/wishes/thanks.html", {"record": record})

    return page


mentee_by_link, mentor_by_link = by_link(Side.MENTEE), by_link(Side.MENTOR)


def answer(request, record, *, actor, context, link=None):
    """The page of a sheet; None once a good answer is in."""
    form = form_of(record, request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            _save(actor, record, form, link)
        except Refusal as refusal:
            form.add_error(None, refusal.sentence)
        else:
            return None
    wish_round, person = record.programme.wish_round, record.person
    context |= {"lead": ", ".join(filter(None, [person.full_name, person.place]))}
    context |= {"record": record, "form": form, "wish_round": wish_round, "sheet": sheet_of(wish_round, record)}
    return render(request, PAGES[side_of(record)], context)


def form_of(record, data):
    sheet = sheet_of(record.programme.wish_round, record)
    if isinstance(record, MenteeRecord):
        return WishesForm(data, offered=offered_to_mentee(record), given=sheet.wishes.all() if sheet else ())
    return ViewsForm(data, offered=offered_to_mentor(record), given=sheet.views.all() if sheet else ())


@transaction.atomic
def _save(actor, record, form, link) -> None:
    """The wishes and the one no of a sheet go in together or not at all."""
    if isinstance(record, MentorRecord):
        give_views(actor=actor, mentor=record, views=form.views(), link=link)
        return
    give_wishes(actor=actor, mentee=record, wishes=form.wishes(), link=link)
    unwanted = form.record("not_with")
    if unwanted is not None:
        reason = form.cleaned_data["not_reason"]
        set_veto(actor=actor, mentee=record, mentor=unwanted, side=VetoSide.MENTEE, reason=reason, link=link)


def guardian_veto(request, record):
    """A guardian chooses nobody for the child, and may forbid a mentor."""
    form = OwnVetoForm(request.POST or None, offered=offered_to_mentee(record))
    if request.method == "POST" and form.is_valid():
        mentor, reason = form.record("not_with"), form.cleaned_data["not_reason"]
        try:
            set_veto(actor=request.actor, mentee=record, mentor=mentor, side=VetoSide.GUARDIAN, reason=reason)
        except Refusal as refusal:
            form.add_error(None, refusal.sentence)
        else:
            messages.success(request, _("Saved: this mentor will not be paired with your child."))
            return redirect("pairs:wishes")
    return render(request, "pairs/wishes/guardian.html", {"record": record, "form": form})


def side_of(record) -> Side:
    return Side.MENTEE if isinstance(record, MenteeRecord) else Side.MENTOR
