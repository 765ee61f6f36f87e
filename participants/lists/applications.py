"""Columns of the list of applications."""

from django.utils.timezone import localtime
from django.utils.translation import gettext_lazy

from mentoring.common.lists import Column


def _programme(application) -> str:
    return application.programme.title


APPLICATION_COLUMNS = (
    Column("name", gettext_lazy("Name"), lambda row: row.full_name, order_by=("surname", "name", "pk"), width=36, css="col-name"),
    Column("base", gettext_lazy("Base"), lambda row: str(row.get_base_display()), order_by=("base",), width=20),
    Column("place", gettext_lazy("Class or post"), lambda row: row.class_name or row.post, order_by=("class_name", "post"), width=28),
    Column("sent", gettext_lazy("Sent"), lambda row: localtime(row.sent_at).date(), order_by=("sent_at",), kind="date", width=12),
    Column("programme", gettext_lazy("Programme"), _programme, order_by=("programme__title",), width=36, optional=True),
)
