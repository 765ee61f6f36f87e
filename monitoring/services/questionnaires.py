"""The school's copies of the questionnaires; a copy is made when a campaign first needs it."""

from django.utils.translation import gettext as _

from mentoring.common.refusal import Refusal
from monitoring.models import Item, Questionnaire
from monitoring.reference import questionnaire_file


def questionnaire_for(*, school_id: int, phase: str, form_code: str, side: str) -> Questionnaire:
    """Return the school's questionnaire of the present version, copied from the instruments when it is missing."""
    file = questionnaire_file(phase)
    template = next((one for one in file["questionnaire"] if one["audience"] == side and form_code in one["forms"]), None)
    if template is None:
        raise Refusal(
            _("There is no questionnaire for the form “%(form)s”. Ask for one to be added, then open again.") % {"form": form_code}
        )
    code = f"{phase}-{template['code']}-{form_code}"
    questionnaire, created = Questionnaire.objects.get_or_create(
        school_id=school_id,
        code=code,
        version=file["version"],
        defaults={
            "title": template["title"],
            "phase": phase,
            "side": side,
            "template": template["code"],
            "form_code": form_code,
            "satisfied_from": file.get("satisfied_from"),
        },
    )
    if created:
        asked = [item for item in template["item"] if form_code in item.get("forms", [form_code])]
        Item.objects.bulk_create(_item(questionnaire, position, item, file) for position, item in enumerate(asked, start=1))
    return questionnaire


def _item(questionnaire, position, item, file) -> Item:
    """Build a row; a question with one `text` is asked alike in both waves."""
    return Item(
        school_id=questionnaire.school_id,
        questionnaire=questionnaire,
        position=position,
        code=item["code"],
        kind=item["kind"],
        title=item.get("title", ""),
        expected=item.get("expected", item.get("text", "")),
        actual=item.get("actual", item.get("text", "")),
        low=item.get("low", file.get("scale_low", "")),
        high=item.get("high", file.get("scale_high", "")),
        options=item.get("options", []),
        direction=item.get("direction", ""),
        shows_satisfaction=item.get("satisfaction", False),
    )
