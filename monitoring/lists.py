"""The list of a campaign: who was asked and who has answered."""

from django.db.models import OuterRef, Subquery
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from mentoring.common.lists import Column
from mentoring.common.marks import badge
from programmes.models import Form


def with_form_titles(invitations):
    """Add `form_title`."""
    titles = Form.objects.filter(code=OuterRef("questionnaire__form_code")).order_by().values("title")[:1]
    return invitations.annotate(form_title=Subquery(titles))


def _answered(invitation) -> str:
    return _("Answered") if invitation.answered_at else _("Not answered")


def _answered_badge(invitation) -> str:
    tone, icon = ("good", "check-circle") if invitation.answered_at else ("wait", "hourglass-split")
    return badge(_answered(invitation), tone, icon)


def _answered_on(invitation):
    return invitation.answered_at and localtime(invitation.answered_at).date()


INVITATION_COLUMNS = (
    Column(
        "person",
        gettext_lazy("Person"),
        lambda row: row.person.full_name,
        order_by=("person__surname", "person__name", "person__patronymic"),
        width=36,
    ),
    Column("place", gettext_lazy("Class or post"), lambda row: row.person.place),
    Column("side", gettext_lazy("Side"), lambda row: row.get_side_display(), order_by=("side",)),
    Column("form", gettext_lazy("Form"), lambda row: row.form_title, order_by=("form_title",)),
    Column("state", gettext_lazy("State"), _answered, html=_answered_badge, order_by=("answered_at",)),
    Column("answered_on", gettext_lazy("Date of answer"), _answered_on, kind="date", width=14),
)
