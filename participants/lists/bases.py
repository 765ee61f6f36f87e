"""Columns of the two bases."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from mentoring.common.clock import today
from mentoring.common.lists import Column
from mentoring.common.lists.columns import DASH
from mentoring.common.marks import badge
from participants.enums import NEEDED_TO_PAIR, ConsentPurpose, Gate
from participants.lists.parts import BY_NAME, CLASS, NAME, PLACE, facts_of_person, long_of_record, of_record


def is_over(record) -> bool:
    """Nothing is asked of the record any more."""
    return record.left_on is not None or record.programme.ends_on < today()


def readiness_words(record) -> str:
    if record.programme.ends_on < today():
        return _("the programme is over")
    lacks = _lacks(record)
    return _("no: %(purpose)s") % {"purpose": ", ".join(lacks)} if lacks else _("ready")


def show_readiness(record) -> str:
    if record.programme.ends_on < today():
        return badge(readiness_words(record), "neutral", "archive")
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


def places_words(record) -> str:
    return _("%(taken)s of %(all)s") % {"taken": record.places_taken, "all": record.capacity}


def paired_words(record) -> str:
    if record.pairs_open:
        return _("in a pair")
    return "" if is_over(record) else _("waiting")


def show_paired(record) -> str:
    words = paired_words(record)
    if not words:
        return DASH
    return badge(words, "good", "people") if record.pairs_open else badge(words, "wait", "hourglass-split")


def completed_words(record) -> str:
    return _("yes") if record.completed else _("no")


READINESS = Column("readiness", gettext_lazy("Readiness"), readiness_words, html=show_readiness, width=36)
PAIRED = Column("pair", gettext_lazy("Pair"), paired_words, html=show_paired, order_by=("pairs_open",), width=14)
DATES = (
    of_record("entered_on", gettext_lazy("Entered the programme"), kind="date", width=14),
    of_record("left_on", gettext_lazy("Left the programme"), kind="date", width=14),
)
PROGRAMME = Column(
    "programme",
    gettext_lazy("Programme"),
    lambda row: row.programme.title,
    order_by=("programme__title", *BY_NAME),
    width=36,
    optional=True,
)
RESULTS = (long_of_record("results", gettext_lazy("Results"), optional=True), of_record("case_link", gettext_lazy("Link to the case")))

MENTOR_COLUMNS = (
    NAME,
    PLACE,
    long_of_record("competences", gettext_lazy("Competences")),
    Column("places", gettext_lazy("Places taken"), places_words, order_by=("places_taken",), width=14),
    READINESS,
    PROGRAMME,
    *facts_of_person(),
    long_of_record("interests", gettext_lazy("Interests"), optional=True),
    of_record("wished_age", gettext_lazy("Wished age of mentees")),
    of_record("time_resource", gettext_lazy("Resource of time")),
    of_record("capacity", gettext_lazy("Places for mentees"), kind="integer", width=10),
    *DATES,
    *RESULTS,
)
MENTEE_COLUMNS = (
    NAME,
    PLACE,
    long_of_record("request", gettext_lazy("Request")),
    PAIRED,
    READINESS,
    PROGRAMME,
    *facts_of_person(),
    *DATES,
    *RESULTS,
    Column(
        "completed", gettext_lazy("Completed the programme"), completed_words, order_by=("completed", *BY_NAME), width=14, optional=True
    ),
)
CLASS_COLUMNS = (NAME, CLASS, PAIRED, READINESS)
