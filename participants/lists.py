"""Columns of the bases and of the register of consents."""

from django.utils.formats import date_format
from django.utils.text import Truncator
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from mentoring.common.clock import today
from mentoring.common.lists import Column
from mentoring.common.marks import badge, state_badge
from participants.enums import NEEDED_TO_PAIR, ConsentPurpose, Gate

BY_NAME = ("person__search_key",)  # ё stands with е


def readiness_words(record) -> str:
    lacks = _lacks(record)
    return _("no: %(purpose)s") % {"purpose": ", ".join(lacks)} if lacks else _("ready")


def show_readiness(record) -> str:
    if record.programme.ends_on < today():
        return badge(_("the programme is over"), "neutral", "archive")
    lacks = _lacks(record)
    if not lacks:
        return badge(_("ready"), "good", "check-circle")
    if len(record.missing_consents) == len(NEEDED_TO_PAIR):
        return badge(_("no consents"), "bad", "file-earmark-x")
    more = _(" and %(count)s more") % {"count": len(lacks) - 1} if len(lacks) > 1 else ""
    return badge(_("no: %(purpose)s") % {"purpose": lacks[0]} + more, "bad", "file-earmark-x")


def _lacks(record) -> list[str]:
    """What a pair needs and the record has not, in a few words each."""
    labels = [ConsentPurpose(purpose).label for purpose in record.missing_consents] + [Gate(gate).label for gate in record.missing_gates]
    return [str(label).lower() for label in labels]


def show_long(text: str) -> str:
    return Truncator(text).chars(90) if text else "—"


def places_words(record) -> str:
    return _("%(taken)s of %(all)s") % {"taken": record.places_taken, "all": record.capacity}


def paired_words(record) -> str:
    return _("in a pair") if record.pairs_open else _("waiting")


def show_paired(record) -> str:
    return badge(paired_words(record), "good", "people") if record.pairs_open else badge(paired_words(record), "wait", "hourglass-split")


NAME = Column("name", gettext_lazy("Name"), lambda row: row.person.full_name, order_by=BY_NAME, width=36, css="col-name")
CLASS = Column("class", gettext_lazy("Class"), lambda row: row.person.class_name, order_by=("person__class_name", *BY_NAME), width=10)
PLACE = Column(
    "place", gettext_lazy("Class or post"), lambda row: row.person.place, order_by=("person__class_name", "person__post"), width=28
)
READINESS = Column("readiness", gettext_lazy("Readiness"), readiness_words, html=show_readiness, width=36)
PAIRED = Column("pair", gettext_lazy("Pair"), paired_words, html=show_paired, order_by=("pairs_open",), width=14)

MENTOR_COLUMNS = (
    NAME,
    PLACE,
    Column(
        "competences",
        gettext_lazy("Competences"),
        lambda row: row.competences,
        html=lambda row: show_long(row.competences),
        width=48,
        css="col-words",
    ),
    Column("places", gettext_lazy("Places taken"), places_words, order_by=("places_taken",), width=14),
    READINESS,
)
MENTEE_COLUMNS = (
    NAME,
    PLACE,
    Column("request", gettext_lazy("Request"), lambda row: row.request, html=lambda row: show_long(row.request), width=48, css="col-words"),
    PAIRED,
    READINESS,
)
CLASS_COLUMNS = (NAME, CLASS, PAIRED, READINESS)


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
    Column("signer", gettext_lazy("Signed by"), lambda row: row.signer, order_by=("signer",), width=36),
    Column("state", gettext_lazy("State"), consent_state, html=show_consent_state, width=20),
)

SHEET_COLUMNS = (
    Column("name", gettext_lazy("Name"), lambda row: row.person.full_name, order_by=BY_NAME, width=36),
    Column("place", gettext_lazy("Class or post"), lambda row: row.person.place, order_by=("person__class_name", "person__post"), width=28),
    Column("purpose", gettext_lazy("Purpose"), lambda row: str(row.get_purpose_display()), order_by=("purpose",), width=36),
    Column("issued_at", gettext_lazy("Printed"), lambda row: localdate(row.issued_at), order_by=("issued_at",), kind="date", width=12),
    Column("code", gettext_lazy("Code"), lambda row: row.spaced_code, width=26),
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
