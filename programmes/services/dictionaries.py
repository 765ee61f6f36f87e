"""The school's forms, role models and kinds: copied, where what is there already stays as it is, added, switched off and on."""

import uuid
from collections.abc import Callable

from django.db import models, transaction
from django.utils.translation import gettext as _

from accounts.models import School
from accounts.permissions import Permission
from accounts.services.journal import record
from mentoring.common.clock import today
from mentoring.common.refusal import Refusal
from programmes.models import Form, Kind, Programme, RoleModel
from programmes.queries.presets import form_templates, kind_templates

OF_OTHER_ROOMS: list[Callable] = []


def school_dictionary(copy: Callable) -> Callable:
    """Register `copy(actor=…)` of a room above: it runs when a school gets its dictionaries, may run again and then adds nothing."""
    OF_OTHER_ROOMS.append(copy)
    return copy


@transaction.atomic
def copy_dictionaries(*, actor) -> None:
    for position, template in enumerate(form_templates(), 1):
        form, _created = Form.objects.get_or_create(school=actor.school, code=template["code"], defaults=_form_fields(template, position))
        for place, model in enumerate(template.get("role_model", []), 1):
            fields = {"title": model["title"], "purpose": model.get("purpose", ""), "position": place}
            RoleModel.objects.get_or_create(school=actor.school, form=form, code=model["code"], defaults=fields)
    for position, template in enumerate(kind_templates(), 1):
        fields = {"title": template["title"], "fact": template.get("fact", ""), "position": position}
        Kind.objects.get_or_create(school=actor.school, code=template["code"], defaults=fields)
    for copy in OF_OTHER_ROOMS:
        copy(actor=actor)


def _form_fields(template: dict, position: int) -> dict:
    return {
        "title": template["title"],
        "position": position,
        "purpose": template.get("purpose", ""),
        "mentor_portrait": "\n".join(template.get("mentor_portrait", [])),
        "mentee_portrait": "\n".join(template.get("mentee_portrait", [])),
        "mentor_kinds": template["mentor_kinds"],
        "mentee_kinds": template["mentee_kinds"],
    }


@transaction.atomic
def add_entry(*, actor, title: str, words: str = "", form: Form | None = None) -> RoleModel | Kind:
    """A role model of the school's own in `form`, without one a kind; `words` tell its purpose or what sets it apart."""
    actor.must(Permission.MANAGE_PROGRAMMES)
    School.objects.select_for_update(of=("self",)).get(pk=actor.school_id)
    title = " ".join(title.split())
    there = RoleModel.objects.filter(form=form) if form else Kind.objects.all()
    if not title:
        raise Refusal(_("Write a title: it stands on the papers of a pair."))
    if any(entry.title.casefold() == title.casefold() for entry in there):
        raise Refusal(_("“%(title)s” is in the dictionary already. If it is switched off, switch it on.") % {"title": title})
    last = there.aggregate(models.Max("position"))["position__max"] or 0
    facts = {"school_id": actor.school_id, "code": f"own-{uuid.uuid4().hex[:12]}", "title": title, "position": last + 1}
    words = words.strip()
    entry = RoleModel.objects.create(form=form, purpose=words, **facts) if form else Kind.objects.create(fact=words, **facts)
    record(actor, "dictionary.added", entry, noun=str(entry._meta.verbose_name), form=str(form or ""))
    return entry


@transaction.atomic
def switch_entry(*, actor, entry: Form | RoleModel | Kind, is_active: bool) -> None:
    """Offer it to new pairs, or not any more; where it was chosen it stays."""
    actor.must(Permission.MANAGE_PROGRAMMES)
    School.objects.select_for_update(of=("self",)).get(pk=actor.school_id)
    locked = type(entry).objects.get(pk=entry.pk)
    if locked.is_active == is_active:
        return
    if not is_active:
        _refuse_the_last(locked)
    locked.is_active = is_active
    locked.save(update_fields=["is_active"])
    record(actor, "dictionary.switched_on" if is_active else "dictionary.switched_off", locked, noun=str(locked._meta.verbose_name))


def _refuse_the_last(entry) -> None:
    """Something must be left to choose from: a kind, a role model of a form, a form of a running programme."""
    if isinstance(entry, Form):
        for programme in Programme.objects.filter(forms=entry, ends_on__gte=today()):
            if not programme.forms.active().exclude(pk=entry.pk).exists():
                raise Refusal(
                    _("It is the only form of the programme “%(title)s”. Add another one to it first.") % {"title": programme.title}
                )
        return
    beside = RoleModel.objects.filter(form=entry.form_id) if isinstance(entry, RoleModel) else Kind.objects.all()
    if not beside.active().exclude(pk=entry.pk).exists():
        raise Refusal(_("It is the last one to choose from. Switch another one on first."))
