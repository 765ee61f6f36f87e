"""Copying forms, role models and kinds into a school, where people may change them; what is there already stays as it is."""

from collections.abc import Callable

from django.db import transaction

from programmes.models import Form, Kind, RoleModel
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
