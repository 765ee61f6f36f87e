"""How the numbers of the school look."""

import secrets

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import School
from accounts.permissions import Permission
from accounts.services.journal import record
from mentoring.common.refusal import Refusal
from reports.models import NumberSeries
from reports.queries.numbering import plain


@transaction.atomic
def keep_number_template(*, actor, template: str) -> None:
    """How the next numbers of the main row look; numbers that were given stay."""
    actor.must(Permission.PREPARE_ORDERS)
    school = School.objects.select_for_update(of=("self",)).get(pk=actor.school_id)
    _refuse_shared(template, NumberSeries.objects.values_list("title", "template"))
    school.order_number_template = actor.school.order_number_template = template
    school.save(update_fields=["order_number_template"])
    record(actor, "numbers.template_changed", actor.school, template=template)


@transaction.atomic
def add_series(*, actor, title: str, template: str) -> NumberSeries:
    """A second row of numbers with a counter of its own."""
    actor.must(Permission.PREPARE_ORDERS)
    school = School.objects.select_for_update(of=("self",)).get(pk=actor.school_id)
    main = (_("Main series"), school.order_number_template)
    _refuse_shared(template, [main, *NumberSeries.objects.values_list("title", "template")])
    row = NumberSeries.objects.create(school_id=actor.school_id, code=secrets.token_hex(6), title=title, template=template)
    record(actor, "numbers.series_added", row, template=template)
    return row


def _refuse_shared(template: str, others) -> None:
    """The school's row is locked: two series do not get one look at the same time."""
    for title, other in others:
        if plain(other) == plain(template):
            sentence = _("The series “%(title)s” has this look already, so two orders would get the same number. Choose another one.")
            raise Refusal(sentence % {"title": title})
