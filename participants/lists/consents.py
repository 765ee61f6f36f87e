"""Columns of the register of consents, of printed sheets and of their scans."""

from django.utils.formats import date_format
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from mentoring.common.lists import Column
from mentoring.common.marks import badge, state_badge
from participants.lists.parts import BY_NAME


def consent_state(consent) -> str:
    withdrawal = getattr(consent, "withdrawal", None)
    if withdrawal is not None:
        return _("withdrawn on %(day)s") % {"day": date_format(withdrawal.withdrawn_on, "SHORT_DATE_FORMAT")}
    if consent.is_expired:
        return _("expired on %(day)s") % {"day": date_format(consent.valid_until, "SHORT_DATE_FORMAT")}
    return _("in force")


def show_consent_state(consent) -> str:
    if getattr(consent, "withdrawal", None) is not None:
        return badge(consent_state(consent), "bad", "shield-x")
    if consent.is_expired:
        return badge(consent_state(consent), "bad", "clock-history")
    return badge(consent_state(consent), "good", "shield-check")


CONSENT_COLUMNS = (
    Column("name", gettext_lazy("Name"), lambda row: row.person.full_name, order_by=BY_NAME, width=36),
    Column("place", gettext_lazy("Class or post"), lambda row: row.person.place, order_by=("person__class_name", "person__post"), width=28),
    Column("purpose", gettext_lazy("Purpose"), lambda row: str(row.get_purpose_display()), order_by=("purpose",), width=36),
    Column("given_on", gettext_lazy("Date"), lambda row: row.given_on, order_by=("given_on",), kind="date", width=12),
    Column("valid_until", gettext_lazy("Valid until"), lambda row: row.valid_until, order_by=("valid_until",), kind="date", width=12),
    Column("signer", gettext_lazy("Signed by"), lambda row: row.signer, order_by=("signer",), width=36, optional=True),
    Column("text", gettext_lazy("Text"), lambda row: row.text_version, order_by=("text_version",), width=14),
    Column("state", gettext_lazy("State"), consent_state, html=show_consent_state, width=20),
)

SHEET_COLUMNS = (
    Column("name", gettext_lazy("Name"), lambda row: row.person.full_name, order_by=BY_NAME, width=36),
    Column("place", gettext_lazy("Class or post"), lambda row: row.person.place, order_by=("person__class_name", "person__post"), width=28),
    Column("purpose", gettext_lazy("Purpose"), lambda row: str(row.get_purpose_display()), order_by=("purpose",), width=36),
    Column("issued_at", gettext_lazy("Printed"), lambda row: localdate(row.issued_at), order_by=("issued_at",), kind="date", width=12),
    Column("code", gettext_lazy("Code"), lambda row: row.spaced_code, width=26),
    Column("text", gettext_lazy("Text"), lambda row: row.text_version, order_by=("text_version",), width=14, optional=True),
    Column(
        "state",
        gettext_lazy("State"),
        lambda row: str(row.get_state_display()),
        html=lambda row: state_badge(row.state, row.get_state_display()),
        order_by=("state",),
        width=16,
    ),
)

SCAN_COLUMNS = (
    Column("file", gettext_lazy("File"), lambda row: row.file.name, order_by=("file__name",), width=40),
    Column("uploaded", gettext_lazy("Uploaded"), lambda row: localdate(row.uploaded_at), order_by=("uploaded_at",), kind="date", width=12),
    Column("given_on", gettext_lazy("Date on the sheets"), lambda row: row.given_on, order_by=("given_on",), kind="date", width=12),
    Column("pages", gettext_lazy("Pages"), lambda row: row.page_count, order_by=("page_count",), kind="integer", width=10),
    Column(
        "open",
        gettext_lazy("Wait"),
        lambda row: row.open_count,
        html=lambda row: badge(row.open_count, "wait", "hourglass-split") if row.open_count else "—",
        order_by=("open_count",),
        kind="integer",
        width=10,
    ),
)
