"""Columns of «who has which consent»: a person a row, a purpose a column."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from mentoring.common.lists import Column
from mentoring.common.marks import badge
from participants.enums import NEEDED_TO_PAIR, ConsentPurpose, ConsentStanding
from participants.lists.people import BY_OWN_NAME
from participants.queries.standing_list import ENDING

HEADINGS = {
    ConsentPurpose.PROCESSING: gettext_lazy("Personal data"),
    ConsentPurpose.PARTICIPATION: gettext_lazy("Participation"),
    ConsentPurpose.PUBLICATION: gettext_lazy("Publication"),
    ConsentPurpose.MENTOR_AGREEMENT: gettext_lazy("Teacher's yes"),
    ConsentPurpose.SPECIAL_CATEGORY: gettext_lazy("Health"),
}
SIGNS = {
    ConsentStanding.IN_FORCE: ("good", "shield-check"),
    ENDING: ("wait", "hourglass-split"),
    ConsentStanding.EXPIRED: ("bad", "clock-history"),
    ConsentStanding.WITHDRAWN: ("bad", "shield-x"),
}


def standing_column(purpose: ConsentPurpose) -> Column:
    name = f"stands_{purpose}"

    def words(person) -> str:
        standing = getattr(person, name)
        if purpose == ConsentPurpose.MENTOR_AGREEMENT and standing == ConsentStanding.MISSING and not person.leads_as_teacher:
            return ""
        return _("ends soon") if standing == ENDING else str(ConsentStanding(standing).label)

    def show(person) -> str:
        told = words(person)
        missing = ("bad" if purpose in NEEDED_TO_PAIR else "neutral", "dash-circle")
        return badge(told, *SIGNS.get(getattr(person, name), missing)) if told else "—"

    return Column(
        str(purpose),
        HEADINGS[purpose],
        words,
        html=show,
        order_by=(name, *BY_OWN_NAME),
        width=16,
        optional=purpose == ConsentPurpose.SPECIAL_CATEGORY,
    )


STANDING_COLUMNS = (
    Column("name", gettext_lazy("Name"), lambda row: row.full_name, order_by=BY_OWN_NAME, width=36, css="col-name"),
    Column("place", gettext_lazy("Class or post"), lambda row: row.place, order_by=("class_name", "post", *BY_OWN_NAME), width=28),
    *map(standing_column, ConsentPurpose),
)
